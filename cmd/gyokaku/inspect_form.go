package main

import (
	"context"

	"gyokaku/internal/inspect"
	"gyokaku/internal/write"
	"gyokaku/model"
)

// form reads what the whole document means, or tells why it means nothing: it
// could not be read, which is what failed says, or is no report. The error is
// an *exitError.
func (v *viewing) form(ctx context.Context, failed error) (*inspect.Form, error) {
	var report *model.Report
	if failed == nil {
		err := v.guarded(func() (err error) {
			report, err = recognise(ctx, v.doc)
			return err
		})
		if err != nil {
			failed = v.exit(ctx, err)
		}
	}
	if failed != nil {
		return &inspect.Form{Reason: failed.Error()}, failed
	}
	shown := &inspect.Form{
		Evidences: model.Evidences(report),
		Warnings:  report.Warnings,
		Name:      func(pointer string) string { return write.Label(report, pointer) },
		Value:     func(pointer string) string { return write.ValueText(report, pointer) },
	}
	if v.m.lang == inEnglish { // names of fields are Japanese; explain has pointers too
		shown.Name = func(pointer string) string { return pointer }
	}
	return shown, nil
}
