package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"gyokaku/extract"
	"gyokaku/extract/docx"
	"gyokaku/extract/form"
	"gyokaku/extract/grid"
	"gyokaku/extract/pdf"
	"gyokaku/extract/text"
	"gyokaku/extract/xlsx"
	"gyokaku/internal/batch"
	"gyokaku/model"
	"gyokaku/normalize"
)

// A format is one sort of file that reports come in.
type format struct {
	name      string
	endings   []string // names that promise this format, in lower case
	match     func([]byte) bool
	extractor extract.Extractor
}

// limits of a document on the command line. Its time is the business of the
// context, which ends when --timeout says.
var limits = func() extract.Limits {
	l := extract.DefaultLimits
	l.Time = math.MaxInt64
	return l
}()

// formats lists every input format; the first that matches the content is used.
// The name of a file never decides how it is read.
var formats = []format{
	{"pdf", []string{".pdf"}, pdf.Match, pdf.Extractor{Limits: limits, Layout: grid.Page}},
	{"docx", []string{".docx", ".docm"}, docx.Match, docx.Extractor{Limits: limits}},
	{"xlsx", []string{".xlsx", ".xlsm"}, xlsx.Match, xlsx.Extractor{Limits: limits}},
	{"text", []string{".txt", ".tsv"}, matchText, text.Extractor{Limits: limits}},
}

// matchText keeps data files out of the transcripts: a folder of reports often
// holds what was made from them.
func matchText(data []byte) bool {
	return text.Match(data) && !isJSON(data)
}

func isJSON(data []byte) bool {
	start := bytes.TrimLeft(data, "\uFEFF \t\r\n")
	return len(start) > 0 && (start[0] == '{' || start[0] == '[') && json.Valid(start)
}

// detect finds the format from the content.
func detect(data []byte) (format, *model.Failure) {
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return format{}, &model.Failure{Code: model.FailEmpty}
	case extract.LooksHTML(data):
		return format{}, &model.Failure{Code: model.FailHTML}
	}
	for _, f := range formats {
		if f.match(data) {
			return f, nil
		}
	}
	return format{}, &model.Failure{Code: model.FailUnknown, Cause: errors.New(describe(data))}
}

func describe(data []byte) string {
	if isJSON(data) {
		return "JSON"
	}
	return extract.Describe(data)
}

// promised returns the format that the name of a file speaks of, "" for none. A
// file that breaks its promise fails wherever it was found.
func promised(name string) string {
	ending := strings.ToLower(filepath.Ext(name))
	for _, f := range formats {
		if slices.Contains(f.endings, ending) {
			return f.name
		}
	}
	return ""
}

// pipeline turns one file into a report. What a folder holds beside reports,
// such as notes and pictures, is skipped.
func pipeline(ctx context.Context, src batch.Source) (*model.Report, error) {
	promise := promised(src.Name)
	f, failure := detect(src.Data)
	if failure != nil {
		return nil, skippable(failure, !src.Named && promise == "")
	}
	report, err := read(ctx, f, src)
	var none *model.Failure
	if f.name == "text" && errors.As(err, &none) && none.Code == model.FailNoForm {
		return nil, skippable(err, !src.Named && (promise == "" || promise == f.name))
	}
	return report, err
}

func skippable(err error, skip bool) error {
	if skip {
		return fmt.Errorf("%w: %w", batch.ErrSkipped, err)
	}
	return err
}

// read runs the stages on a file of a known format.
func read(ctx context.Context, f format, src batch.Source) (*model.Report, error) {
	doc, err := f.extractor.Extract(ctx, extract.Source{Name: src.Name, Data: src.Data, Password: src.Password})
	if err != nil {
		return nil, err
	}
	grid.Join(doc)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	report, err := recognise(ctx, doc)
	if err != nil {
		return nil, err
	}
	report.Source = model.Source{
		Name: src.Name, SHA256: src.SHA256, Format: doc.Format,
		Pages: len(doc.Pages), Reader: doc.Reader, Profile: report.Source.Profile,
	}
	return report, nil
}

// recognise reads the meaning of a document and the values in it, by the
// profiles of ctx.
func recognise(ctx context.Context, doc *extract.Document) (*model.Report, error) {
	report, err := form.Read(doc, profilesOf(ctx)...)
	if err != nil {
		return nil, err
	}
	normalize.Report(report)
	return report, nil
}
