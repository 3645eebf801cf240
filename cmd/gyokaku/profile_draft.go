package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"gyokaku/extract"
	"gyokaku/extract/form"
	"gyokaku/extract/grid"
	"gyokaku/internal/isolate"
	"gyokaku/model"
	"gyokaku/normalize"
)

// suggestProfile writes a draft of a profile for the document at path. Its error
// is an *exitError.
func suggestProfile(ctx context.Context, path string, files []string, m *messages, stdout io.Writer) error {
	profiles, err := loadProfiles(files, m)
	if err != nil {
		return err
	}
	fail := func(f *model.Failure) *exitError {
		code := exitFailed
		if f.Code == model.FailPanic {
			code = exitBug
		}
		return &exitError{code, m.failedLine(&documentResult{Path: path, Error: m.failed(f)})}
	}
	isolate.Alone(isolate.Limits{Memory: int64(defaultMemory), Time: extract.DefaultLimits.Time}, func(f *model.Failure) {
		fmt.Fprintln(os.Stderr, fail(f).text)
		os.Exit(exitFailed)
	})
	draft, err := draftProfile(withProfiles(ctx, profiles), path)
	if err != nil {
		var f *model.Failure
		if !errors.As(err, &f) {
			f = &model.Failure{Code: model.FailIO, Cause: err}
		}
		return fail(f)
	}
	if err := draft.WriteYAML(stdout); err != nil {
		return &exitError{exitCannotWrite, m.cannotWrite("-", err)}
	}
	return nil
}

// draftProfile reads the document and adds to what its form shows what package
// normalize knows of status words and municipalities.
func draftProfile(ctx context.Context, path string) (draft *form.Draft, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &model.Failure{Code: model.FailPanic, Cause: fmt.Errorf("%v", p)}
		}
	}()
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > extract.DefaultLimits.Bytes {
		return nil, &model.Failure{Code: model.FailTooLarge}
	}
	f, failure := detect(data)
	if failure != nil {
		return nil, failure
	}
	doc, err := f.extractor.Extract(ctx, extract.Source{Name: filepath.Base(path), Data: data})
	if err != nil {
		return nil, err
	}
	grid.Layout(ctx, doc)
	draft = form.Suggest(doc, profilesOf(ctx)...)
	draft.Municipality = normalize.IssuerOf(draft.Plan)
	if found := normalize.Municipality(draft.Municipality); len(found) == 1 {
		draft.Code, draft.Prefecture = found[0].Code, found[0].Prefecture
	}
	for i := range draft.Statuses {
		draft.Statuses[i].Axes, _ = normalize.AxesOf(draft.Statuses[i].Label)
	}
	return draft, nil
}

// lintProfiles checks profiles and prints one line for each finding. Its error
// is an *exitError: exitUsage for a file that cannot be read, exitFailed for
// findings.
func lintProfiles(files []string, m *messages, stdout, stderr io.Writer) error {
	found := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			reason, advice := m.ioReason(err)
			return &exitError{exitUsage, fmt.Sprintf(m.errorLine, file, reason, advice)}
		}
		list := form.LintProfile(file, data)
		for _, f := range list {
			fmt.Fprintln(stdout, m.finding(f))
		}
		if len(list) == 0 {
			fmt.Fprintf(stderr, m.lintClean+"\n", file)
		}
		found += len(list)
	}
	if found > 0 {
		return &exitError{exitFailed, fmt.Sprintf(m.lintFound, found)}
	}
	return nil
}
