package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"gyokaku/internal/batch"
	"gyokaku/internal/isolate"
	"gyokaku/model"
)

// shownSkips is how many skipped files the summary names; --json names all.
const shownSkips = 3

// tell prints the line of one document. Skipped ones are named in the summary.
func (s *session) tell(d *documentResult, stack []byte) {
	switch d.Status {
	case batch.Done:
		fmt.Fprintf(s.stderr, "%s: %s\n", d.Path, s.m.done(d))
	case batch.Same:
		fmt.Fprintf(s.stderr, "%s: %s\n", d.Path, fmt.Sprintf(s.m.sameAs, *d.SameAs))
	case batch.Failed:
		fmt.Fprintln(s.stderr, s.m.failedLine(d))
	}
	if stack != nil {
		fmt.Fprintf(s.stderr, "%s\n%s\n", s.m.bugRequest, bytes.TrimSpace(stack))
	}
}

// done says who and when a report is about, and what is in it.
func (m *messages) done(d *documentResult) string {
	head := m.unknownCity
	if d.Municipality != nil {
		head = *d.Municipality
	}
	if d.FiscalYear != nil {
		head += " " + m.fiscalYear(model.FiscalYear(*d.FiscalYear))
	}
	return head + m.between + m.counted(*d.Counts, d.Kind)
}

func (m *messages) counted(n counts, kind *model.Kind) string {
	parts := []string{
		fmt.Sprintf(m.items, n.Items), fmt.Sprintf(m.initiatives, n.Initiatives),
		fmt.Sprintf(m.indicators, n.Indicators),
	}
	if kind != nil && *kind == model.KindPlanOutline {
		parts = []string{m.outline, fmt.Sprintf(m.means, n.Means), fmt.Sprintf(m.items, n.Items)}
	}
	parts = append(parts, fmt.Sprintf(m.corrections, n.Corrections), fmt.Sprintf(m.warnings, n.Warnings))
	return strings.Join(parts, m.comma)
}

func (m *messages) fiscalYear(y model.FiscalYear) string {
	if m.lang == inEnglish {
		return fmt.Sprintf("FY%d", y)
	}
	return fmt.Sprintf("%d年度（%s）", y, y.Wareki())
}

// failed puts a failure into words.
func (m *messages) failed(f *model.Failure) *errorResult {
	t := m.failure(f.Code)
	e := &errorResult{Code: f.Code, Message: t.reason, Advice: t.advice}
	if !f.At.IsZero() {
		e.Place = &f.At
	}
	if f.Cause != nil {
		e.Detail = f.Cause.Error()
	}
	switch {
	case f.Code == model.FailIO:
		e.Message, e.Advice = m.ioReason(f.Cause)
	case errors.Is(f.Cause, isolate.ErrMemory):
		e.Message, e.Advice = m.memory.reason, m.memory.advice
	case f.Code == model.FailUnknown && e.Detail != "", f.Code == model.FailPanic:
		e.Message += fmt.Sprintf(m.inParentheses, e.Detail)
	}
	return e
}

// failedLine names file, place, reason and what to do, on one line.
func (m *messages) failedLine(d *documentResult) string {
	where := d.Path
	if d.Error.Place != nil {
		where += " " + m.place(*d.Error.Place)
	}
	line := fmt.Sprintf(m.errorLine, where, d.Error.Message, d.Error.Advice)
	return strings.Join(strings.Fields(line), " ")
}

// place names a position as people do; boxes are for machines.
func (m *messages) place(p model.Place) string {
	var parts []string
	if p.Page > 0 {
		parts = append(parts, fmt.Sprintf(m.page, p.Page))
	}
	if p.Sheet != "" {
		parts = append(parts, fmt.Sprintf(m.sheet, p.Sheet))
	}
	if p.Cell != "" {
		parts = append(parts, fmt.Sprintf(m.cell, p.Cell))
	}
	if p.Line > 0 {
		parts = append(parts, fmt.Sprintf(m.line, p.Line))
	}
	return strings.Join(parts, " ")
}

// ioReason puts what the operating system said into words.
func (m *messages) ioReason(err error) (reason, advice string) {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return m.missing.reason, m.missing.advice
	case errors.Is(err, fs.ErrPermission):
		return m.forbidden.reason, m.forbidden.advice
	}
	t := m.failure(model.FailIO)
	return t.reason + fmt.Sprintf(m.inParentheses, err), t.advice
}

// summarize prints the closing lines.
func (s *session) summarize() {
	t, m := s.result.Totals, s.m
	parts := []string{fmt.Sprintf(m.sumDone, t.Done)}
	if t.Done > 0 {
		parts[0] += fmt.Sprintf(m.inParentheses, m.counted(t.counts, nil))
	}
	for _, p := range []struct {
		format string
		n      int
	}{{m.sumSame, t.Same}, {m.sumFailed, t.Failed}, {m.sumCancelled, t.Cancelled}, {m.sumSkipped, t.Skipped}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf(p.format, p.n))
		}
	}
	fmt.Fprintln(s.stderr, strings.Join(parts, m.comma))
	s.summarizeSkips()
	s.unusedProfiles(s.stderr)
	if len(s.result.Outputs) > 0 {
		fmt.Fprintf(s.stderr, m.sumOutput+"\n", s.flags.out)
	}
}

func (s *session) summarizeSkips() {
	var names []string
	for _, d := range s.result.Documents {
		if d.Status == batch.Skipped {
			names = append(names, d.Path)
		}
	}
	if len(names) == 0 {
		return
	}
	more := ""
	if extra := len(names) - shownSkips; extra > 0 {
		names, more = names[:shownSkips], fmt.Sprintf(s.m.more, extra)
	}
	fmt.Fprintf(s.stderr, s.m.skipped+"\n", strings.Join(names, s.m.comma)+more)
}
