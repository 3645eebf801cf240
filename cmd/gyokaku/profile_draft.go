package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"gyokaku/extract"
	"gyokaku/extract/form"
	"gyokaku/model"
	"gyokaku/normalize"
)

// suggestProfile writes a draft of a profile for the document at path. Its error
// is an *exitError.
func suggestProfile(ctx context.Context, path string, limits limitFlags, m *messages, stdout, stderr io.Writer) (err error) {
	v, err := view(ctx, path, limits, m, stderr, asTabled)
	if err != nil {
		return err
	}
	defer func() {
		if p := recover(); p != nil {
			fmt.Fprintf(stderr, "%s\n%s", m.bugRequest, debug.Stack())
			err = v.exit(ctx, &model.Failure{Code: model.FailPanic, Cause: fmt.Errorf("%v", p)})
		}
	}()
	return m.unwritten(draftOf(v.doc, profilesOf(ctx)).WriteYAML(stdout))
}

// draftOf adds to what the form of a document shows what package normalize knows
// of status words and municipalities.
func draftOf(doc *extract.Document, profiles []form.Profile) *form.Draft {
	d := form.Suggest(doc, profiles...)
	d.Municipality = normalize.IssuerOf(d.Plan)
	if found := normalize.Municipality(d.Municipality); len(found) == 1 {
		d.Code, d.Prefecture = found[0].Code, found[0].Prefecture
	}
	for i := range d.Statuses {
		d.Statuses[i].Axes, _ = normalize.AxesOf(d.Statuses[i].Label)
	}
	return d
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
