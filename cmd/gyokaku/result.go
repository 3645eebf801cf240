package main

import (
	"gyokaku/internal/batch"
	"gyokaku/model"
	"gyokaku/normalize"
)

// A result is what convert --json prints.
type result struct {
	Documents []*documentResult `json:"documents"` // in the order they were found
	Totals    totals            `json:"totals"`
	Outputs   []string          `json:"outputs"` // every file written
	Message   string            `json:"message,omitempty"`
	ExitCode  int               `json:"exit_code"`
}

// A documentResult is what became of one file.
type documentResult struct {
	Path   string       `json:"path"`
	SHA256 string       `json:"sha256,omitempty"`
	Status batch.Status `json:"status"`
	Output *string      `json:"output"`            // path of the JSON report
	SameAs *string      `json:"same_as,omitempty"` // path of the earlier file with the same bytes
	summary
	Error *errorResult `json:"error"` // also says why a file was skipped
}

// A summary is what the line of a document tells of its report.
type summary struct {
	Kind         *model.Kind `json:"kind"`
	Municipality *string     `json:"municipality"`
	FiscalYear   *int        `json:"fiscal_year"`
	Profile      *string     `json:"profile,omitempty"` // the profile that the report was read by
	Counts       *counts     `json:"counts"`            // nil without a report
}

// counts are the numbers of a document, or of all.
type counts struct {
	Items       int `json:"items"`
	Initiatives int `json:"initiatives"`
	Indicators  int `json:"indicators"`
	Corrections int `json:"corrections"` // changes to printed text; readings of values do not count
	Warnings    int `json:"warnings"`
	Means       int `json:"means,omitempty"` // 推進手段, of an outline
}

// An errorResult says why a document was not converted.
type errorResult struct {
	Code    model.FailureCode `json:"code"`
	Message string            `json:"message"`
	Advice  string            `json:"advice,omitempty"`
	Place   *model.Place      `json:"place,omitempty"`
	Detail  string            `json:"detail,omitempty"` // the technical cause, in English
}

// totals sum a run up.
type totals struct {
	Done      int `json:"done"`
	Same      int `json:"same"`
	Failed    int `json:"failed"`
	Skipped   int `json:"skipped"`
	Cancelled int `json:"cancelled"`
	Bugs      int `json:"bugs"` // of the failed
	counts
}

func newResult() result {
	return result{Documents: []*documentResult{}, Outputs: []string{}}
}

// add enters one file and returns its entry for completion.
func (r *result) add(b batch.Result[converted]) *documentResult {
	d := &documentResult{Path: b.File.Path, SHA256: b.SHA256, Status: b.Status, summary: b.Output.summary}
	r.Documents = append(r.Documents, d)
	r.Totals.count(b.Status, b.Err)
	if d.Counts != nil {
		r.Totals.counts.add(*d.Counts)
	}
	return d
}

func summaryOf(r *model.Report) summary {
	n := countsOf(r)
	s := summary{Kind: known(r.Kind), Municipality: known(r.Municipality.Name), Profile: r.Source.Profile, Counts: &n}
	if year := known(r.FiscalYear); year != nil {
		s.FiscalYear = (*int)(year)
	}
	return s
}

// at returns the entry of the file with that index.
func (r *result) at(index int) *documentResult { return r.Documents[index] }

func (t *totals) count(status batch.Status, err *model.Failure) {
	switch status {
	case batch.Done:
		t.Done++
	case batch.Same:
		t.Same++
	case batch.Skipped:
		t.Skipped++
	case batch.Cancelled:
		t.Cancelled++
	case batch.Failed:
		t.Failed++
		if err.Code == model.FailPanic {
			t.Bugs++
		}
	}
}

func countsOf(r *model.Report) (n counts) {
	n.Items, n.Warnings = len(r.Items), len(r.Warnings)
	for _, item := range r.Items {
		n.Initiatives += len(item.Initiatives)
		n.Indicators += len(item.Indicators)
	}
	if r.Outline != nil {
		n.Means = len(r.Outline.Means)
		for _, means := range r.Outline.Means {
			n.Items += len(means.Items)
		}
	}
	n.Corrections = normalize.Repairs(model.Evidences(r))
	return n
}

func (n *counts) add(m counts) {
	n.Items += m.Items
	n.Initiatives += m.Initiatives
	n.Indicators += m.Indicators
	n.Corrections += m.Corrections
	n.Warnings += m.Warnings
	n.Means += m.Means
}

func known[T any](f model.Field[T]) *T {
	if !f.Known {
		return nil
	}
	return &f.Value
}
