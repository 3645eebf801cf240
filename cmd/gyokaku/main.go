// Command gyokaku turns the progress reports that Japanese municipalities
// publish about their administrative reform plans into data: one JSON document
// per report and one workbook over all, with the place in the source for every
// value.
//
// This package wires the others together and owns the tables of input and
// output formats. Each command has a file of its own that holds its flags, one
// call and nothing else.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"gyokaku/internal/isolate"
)

// The exit codes. They are part of the command's contract.
const (
	exitDone        = 0
	exitUsage       = 2
	exitFailed      = 3   // some documents failed, the rest are written
	exitNothing     = 4   // no path led to a document
	exitExists      = 5   // would overwrite; nothing was written
	exitBug         = 70  // a bug of ours was caught, as EX_SOFTWARE of sysexits.h
	exitCannotWrite = 73  // an output could not be written, as EX_CANTCREAT
	exitInterrupted = 130 // as shells report SIGINT
)

// An exitError ends the program with a code. Its text, if any, is printed.
type exitError struct {
	code int
	text string
}

func (e *exitError) Error() string { return e.text }

func main() { os.Exit(program(pipeline)) }

// program is the whole process, as a worker or as itself, and returns its exit
// code.
func program(convert convertFunc) int {
	tuneCollector()
	if isolate.IsWorker(os.Args) {
		return isolate.Serve(os.Args, serve(convert))
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	return run(ctx, os.Args[1:], os.Getenv, os.Stdout, os.Stderr)
}

// run is the program without its process: it returns the exit code.
func run(ctx context.Context, args []string, getenv func(string) string, stdout, stderr io.Writer) int {
	m := texts[language(args, getenv)]
	root := rootCommand(m)
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitDone
	}
	var exit *exitError
	if !errors.As(err, &exit) {
		exit = &exitError{exitUsage, m.usageError(err)}
	}
	if exit.text != "" {
		fmt.Fprintln(stderr, exit.text)
	}
	return exit.code
}
