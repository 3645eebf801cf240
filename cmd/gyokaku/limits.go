package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"gyokaku/extract"
	"gyokaku/internal/isolate"
	"gyokaku/model"
)

// limitFlags are the flags of every command that reads documents: what one of
// them may cost, and what opens those that are locked.
type limitFlags struct {
	memory   byteSize
	timeout  time.Duration
	password string
}

func (l *limitFlags) add(c *cobra.Command, m *messages) {
	l.memory = defaultMemory
	c.Flags().Var(&l.memory, "memory", m.flagMemory)
	c.Flags().DurationVar(&l.timeout, "timeout", extract.DefaultLimits.Time, m.flagTimeout)
	c.Flags().StringVar(&l.password, "password", "", m.flagPassword)
}

// graceTime is how much longer than the time limit the reader of a document may
// take to obey it, before it is ended.
const graceTime = time.Second

// alone bounds a command that reads the one document at path in this process,
// until stop is called. Beyond the limits the program ends with the line and
// the code of a document that could not be read.
func (l limitFlags) alone(path string, m *messages, stderr io.Writer) (stop func()) {
	limits := isolate.Limits{Memory: int64(l.memory)}
	if l.timeout > 0 {
		limits.Time = l.timeout + graceTime
	}
	return isolate.Alone(limits, func(f *model.Failure) {
		fmt.Fprintln(stderr, m.failedLine(&documentResult{Path: path, Error: m.failed(f)}))
		os.Exit(exitFailed)
	})
}
