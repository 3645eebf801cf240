package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"

	"gyokaku/extract"
	"gyokaku/extract/grid"
	"gyokaku/internal/batch"
	"gyokaku/model"
)

// A viewing is one file that a command shows as it was extracted, whatever it
// is about.
type viewing struct {
	path string
	data []byte

	password string

	doc  *extract.Document
	m    *messages
	errw io.Writer
}

// view reads the file at path with the extractor that choose makes of the one
// for its format, and tells on errw what of it could not be read. The error is
// an *exitError; doc is set nonetheless where there are pages but no text.
func view(ctx context.Context, path string, limits limitFlags, m *messages, errw io.Writer, choose func(format) extract.Extractor) (*viewing, error) {
	v := &viewing{path: path, password: limits.password, m: m, errw: errw}
	if limits.timeout > 0 {
		limited, cancel := context.WithTimeout(ctx, limits.timeout)
		defer cancel()
		ctx = limited
	}
	err := v.guarded(func() error { return v.read(ctx, choose) })
	if v.doc != nil {
		v.tellProblems()
	}
	if err != nil {
		return v, v.exit(ctx, err)
	}
	return v, nil
}

// asTabled is the extractor for commands that need no more than blocks.
func asTabled(f format) extract.Extractor { return f.extractor }

// guarded calls f, and turns a bug of ours in it into a failure.
func (v *viewing) guarded(f func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			fmt.Fprintf(v.errw, "%s\n%s", v.m.bugRequest, debug.Stack())
			err = &model.Failure{Code: model.FailPanic, Cause: fmt.Errorf("%v", p)}
		}
	}()
	return f()
}

func (v *viewing) read(ctx context.Context, choose func(format) extract.Extractor) (err error) {
	if v.data, err = batch.ReadFile(v.path, limits.Bytes); err != nil {
		return err
	}
	f, failure := detect(v.data)
	if failure != nil {
		return failure
	}
	v.doc, err = choose(f).Extract(ctx, extract.Source{Name: filepath.Base(v.path), Data: v.data, Password: v.password})
	if v.doc != nil {
		grid.Join(v.doc)
	}
	return err
}

// exit turns the error of reading into an exit as convert has it.
func (v *viewing) exit(ctx context.Context, err error) *exitError {
	if errors.Is(ctx.Err(), context.Canceled) {
		return &exitError{exitInterrupted, v.m.interruptedView}
	}
	var f *model.Failure
	if !errors.As(err, &f) {
		f = &model.Failure{Code: model.FailIO, Cause: err}
	}
	code := exitFailed
	if f.Code == model.FailPanic {
		code = exitBug
	}
	return &exitError{code, v.m.failedLine(&documentResult{Path: v.path, Error: v.m.failed(f)})}
}

// tellProblems prints what of the document could not be read, one line each.
func (v *viewing) tellProblems() {
	for _, p := range v.doc.Problems {
		where := v.path
		if !p.Place.IsZero() {
			where += " " + v.m.place(p.Place)
		}
		fmt.Fprintf(v.errw, v.m.problemLine+"\n", where, p.Message)
	}
}

// unwritten turns an error of the standard output into an exit.
func (m *messages) unwritten(err error) error {
	if err == nil {
		return nil
	}
	return &exitError{exitCannotWrite, m.cannotWrite(m.standardOutput, err)}
}

// stdoutPath is how -o names the standard output.
const stdoutPath = "-"

func isStdout(path string) bool { return path == "" || path == stdoutPath }

// ensureFolder makes the folder that path is in.
func ensureFolder(path string) error { return os.MkdirAll(filepath.Dir(path), 0o777) }

// writeError turns an output file that could not be written into an exit.
func (m *messages) writeError(path string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrExist):
		return &exitError{exitExists, m.exists(path)}
	}
	return &exitError{exitCannotWrite, m.cannotWrite(path, err)}
}
