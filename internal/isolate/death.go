package isolate

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"

	"gyokaku/model"
)

// ErrMemory is the cause of a failure by the memory limit.
var ErrMemory = errors.New("over the memory limit")

// A Crash is the cause of a failure by the death of a worker: a bug of the
// program, whatever the document did.
type Crash struct {
	Reason string // one line, in English
	Trace  []byte // what the worker printed at its end; may be empty
}

func (c *Crash) Error() string { return c.Reason }

// Stack returns the trace.
func (c *Crash) Stack() []byte { return c.Trace }

func notStarted(err error) *model.Failure {
	return &model.Failure{Code: model.FailPanic, Cause: fmt.Errorf("no worker process: %w", err)}
}

// outOfMemory are how Go says that the system refused it memory.
var outOfMemory = []string{"out of memory", "cannot allocate memory"}

// death is the failure of a request whose worker ended as state says, after err
// had happened on its pipe and after it had printed said.
func death(state *os.ProcessState, err error, said []byte) *model.Failure {
	first := headline(said)
	switch {
	case state.ExitCode() == exitMemory, state.String() == "signal: killed", mentions(first, outOfMemory):
		return &model.Failure{Code: model.FailTooLarge, Cause: fmt.Errorf("%w: %s", ErrMemory, reason(first, state))}
	case state.ExitCode() == exitEnd && err != nil:
		first = "left without an answer"
	}
	return &model.Failure{Code: model.FailPanic, Cause: &Crash{Reason: "worker process: " + reason(first, state), Trace: traceOf(said)}}
}

// reason is what a worker said at its end, or else the system of it.
func reason(first string, state *os.ProcessState) string {
	if first == "" {
		return state.String()
	}
	return first
}

func mentions(line string, words []string) bool {
	for _, w := range words {
		if strings.Contains(line, w) {
			return true
		}
	}
	return false
}

// headline is the line that names the reason of a Go program's end: the fatal
// error or panic where there is one, else the last line printed.
func headline(said []byte) (line string) {
	for l := range bytes.Lines(said) {
		l = bytes.TrimSpace(l)
		for _, start := range []string{"fatal error: ", "panic: "} {
			if text, ok := bytes.CutPrefix(l, []byte(start)); ok {
				return string(text)
			}
		}
		if len(l) > 0 {
			line = string(l)
		}
	}
	return line
}

// traceLines bounds a trace: a stack overflow has a hundred frames.
const traceLines = 40

// traceOf is what a Go program says of its end, without the goroutines that
// only were there.
func traceOf(said []byte) []byte {
	end, stacks, lines := 0, 0, 0
	for l := range bytes.Lines(said) {
		if bytes.HasPrefix(l, []byte("goroutine ")) {
			stacks++
		}
		if lines++; stacks > 1 || lines > traceLines {
			break
		}
		end += len(l)
	}
	return bytes.TrimSpace(said[:end])
}

// keptOutput is how much of a worker's standard error is kept, in bytes: a
// crash says first why, and then every goroutine's stack.
const keptOutput = 16 << 10

// A head keeps the beginning of what is written to it.
type head struct {
	mu   sync.Mutex
	kept []byte
}

func (h *head) Write(p []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.kept = append(h.kept, p[:min(len(p), keptOutput-len(h.kept))]...)
	return len(p), nil
}

func (h *head) reset() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.kept = nil
}

func (h *head) bytes() []byte {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.kept
}
