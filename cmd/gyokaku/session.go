package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"gyokaku/extract"
	"gyokaku/internal/batch"
	"gyokaku/internal/isolate"
	"gyokaku/internal/write"
	"gyokaku/model"
)

// A session is one run of convert.
type session struct {
	convert batch.Convert[converted]
	idle    func() // called when all is converted, while outputs are written
	flags   convertFlags
	m       *messages
	stderr  io.Writer
	names   []string // of outputs, by index of file
	reports []*model.Report
	result  result
}

// convert runs the whole command: find, convert, write and tell. Its error is
// an *exitError, or nil for exit code 0.
func convert(ctx context.Context, paths []string, f convertFlags, m *messages, stdout, stderr io.Writer) error {
	pool := isolate.Start(int(f.jobs), isolate.Limits{Memory: int64(f.memory), Time: f.timeout})
	defer pool.Close()
	s := &session{convert: inWorkers(pool, f), idle: pool.Close, flags: f, m: m, stderr: stderr, result: newResult()}
	files, empty := batch.Find(paths, f.out)
	for _, pattern := range empty {
		fmt.Fprintln(stderr, m.noMatch(pattern))
	}
	err := s.run(ctx, files)
	return s.finish(err, stdout)
}

func (s *session) run(ctx context.Context, files []batch.File) error {
	s.names = batch.Names(files)
	if err := s.checkExisting(files); err != nil {
		return err
	}
	options := batch.Options{Jobs: int(s.flags.jobs), Bytes: extract.DefaultLimits.Bytes, Idle: s.idle}
	if s.flags.timeout > 0 {
		options.Time = s.flags.timeout + graceTime
	}
	if err := batch.Run(ctx, files, options, s.convert, s.take); err != nil {
		return s.writeError(err)
	}
	if err := s.writeWorkbook(); err != nil {
		return s.writeError(err)
	}
	return s.verdict()
}

// checkExisting fails before anything is written when an output is there
// already.
func (s *session) checkExisting(files []batch.File) error {
	if s.flags.overwrite {
		return nil
	}
	for _, path := range s.planned(files) {
		if _, err := os.Lstat(path); err == nil {
			return &exitError{exitExists, s.m.exists(path)}
		}
	}
	return nil
}

// planned lists every path that the run may write.
func (s *session) planned(files []batch.File) (paths []string) {
	if s.flags.formats.has("json") {
		for i := range files {
			paths = append(paths, reportPath(s.flags.out, s.names[i]))
		}
	}
	if s.flags.formats.has("xlsx") {
		paths = append(paths, filepath.Join(s.flags.out, workbookName))
	}
	return paths
}

// take receives each result in order, writes its report and tells about it.
func (s *session) take(r batch.Result[converted]) error {
	d := s.result.add(r)
	switch r.Status {
	case batch.Done:
		if err := s.writeReport(r, d); err != nil {
			return err
		}
		s.reports = append(s.reports, r.Output.report)
	case batch.Same:
		first := s.result.at(r.SameAs)
		d.SameAs, d.Output = &first.Path, first.Output
	case batch.Failed, batch.Skipped:
		d.Error = s.m.failed(r.Err)
	}
	s.tell(d, r.Stack)
	return nil
}

func (s *session) writeReport(r batch.Result[converted], d *documentResult) error {
	if !s.flags.formats.has("json") {
		return nil
	}
	path := reportPath(s.flags.out, s.names[r.Index])
	fill := func(w io.Writer) error {
		_, err := w.Write(r.Output.json)
		return err
	}
	if err := s.write(path, fill); err != nil {
		return err
	}
	d.Output = &path
	return nil
}

// writeWorkbook writes the workbook over all reports, unless there is none.
func (s *session) writeWorkbook() error {
	if !s.flags.formats.has("xlsx") || len(s.reports) == 0 {
		return nil
	}
	path := filepath.Join(s.flags.out, workbookName)
	return s.write(path, func(w io.Writer) error {
		return write.Workbook(w, s.reports, reasons(inJapanese))
	})
}

func (s *session) write(path string, fill func(io.Writer) error) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	if err := write.File(path, s.flags.overwrite, fill); err != nil {
		return err
	}
	s.result.Outputs = append(s.result.Outputs, path)
	return nil
}

// writeError turns an output that could not be written into an exit.
func (s *session) writeError(err error) error {
	path := s.flags.out
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		path = pathErr.Path
	}
	if errors.Is(err, fs.ErrExist) {
		return &exitError{exitExists, s.m.exists(path)}
	}
	return &exitError{exitCannotWrite, s.m.cannotWrite(path, err)}
}

// verdict is the exit code of a run that came to its end.
func (s *session) verdict() error {
	t := s.result.Totals
	switch {
	case t.Bugs > 0:
		return &exitError{code: exitBug}
	case t.Cancelled > 0:
		return &exitError{exitInterrupted, s.m.interrupted(t)}
	case t.Failed > 0:
		return &exitError{code: exitFailed}
	case t.Done == 0:
		return &exitError{exitNothing, s.m.nothing()}
	}
	return nil
}

// finish prints the summary and, with --json, the result object.
func (s *session) finish(err error, stdout io.Writer) error {
	var exit *exitError
	if errors.As(err, &exit) {
		s.result.ExitCode, s.result.Message = exit.code, exit.text
	}
	if len(s.result.Documents) > 0 {
		s.summarize()
	}
	if !s.flags.json {
		return err
	}
	encoder := json.NewEncoder(stdout)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	if encodeErr := encoder.Encode(s.result); encodeErr != nil {
		return encodeErr
	}
	return err
}
