package write

import (
	"fmt"
	"io"
	"strings"

	"gyokaku/model"
)

// Explain prints where the values of r at and below path come from: each value
// with the rules that made it, the text as printed, and its place. A report
// read back from JSON is enough for it. See [Pointer] for paths; lang is "ja"
// or "en", anything else is Japanese; reasons may be nil.
//
// An error names the paths nearest to one that does not exist.
func Explain(w io.Writer, r *model.Report, path, lang string, reasons Reasons) error {
	pointer, err := Pointer(r, path)
	if err != nil {
		return err
	}
	x := explanation{report: r, terms: japanese, reasons: reasons}
	if lang == "en" {
		x.terms = english
	}
	found := false
	for _, e := range model.Evidences(r) {
		if within(e.Field, pointer) {
			x.evidence(e)
			found = true
		}
	}
	if !found {
		fmt.Fprintf(&x.out, "%s\n  %s\n", x.name(pointer), x.terms.absent)
	}
	for _, p := range r.Warnings {
		if p.Field != "" && within(p.Field, pointer) {
			x.warning(p)
		}
	}
	_, err = io.WriteString(w, x.out.String())
	return err
}

// within tells whether field is the value at pointer, or below it.
func within(field, pointer string) bool {
	rest, ok := strings.CutPrefix(field, pointer)
	return ok && (rest == "" || rest[0] == '/')
}

// terms are the words of one language.
type terms struct {
	value, rules, raw, place, confidence string
	none, absent, step, warning          string
	japanese                             bool // names of fields, places
}

var japanese = terms{
	value: "値　　", rules: "規則　", raw: "原文　", place: "場所　", confidence: "確かさ",
	none: "なし（印刷のまま）", absent: "値がありません（文書に書かれていないか、読み取れませんでした）",
	step: "「%s」→「%s」", warning: "警告　", japanese: true,
}

var english = terms{
	value: "value     ", rules: "rules     ", raw: "raw       ", place: "place     ", confidence: "confidence",
	none: "none (as printed)", absent: "no value: not in the document, or not readable",
	step: "%q -> %q", warning: "warning   ",
}

type explanation struct {
	out     strings.Builder
	report  *model.Report
	terms   terms
	reasons Reasons
}

// name heads the chain of one value.
func (x *explanation) name(pointer string) string {
	if pointer == "" {
		return x.report.Source.Name
	}
	if !x.terms.japanese {
		return pointer
	}
	return Label(x.report, pointer) + "  " + pointer
}

func (x *explanation) line(term, text string) {
	// Lines of a longer text are indented under the first.
	text = strings.ReplaceAll(text, "\n", "\n"+strings.Repeat(" ", 2+int(textWidth(term))+2))
	fmt.Fprintf(&x.out, "  %s  %s\n", term, text)
}

// evidence prints the chain from the value back to the page.
func (x *explanation) evidence(e model.Evidence) {
	fmt.Fprintln(&x.out, x.name(e.Field))
	x.line(x.terms.value, ValueText(x.report, e.Field))
	x.rules(e)
	if e.Raw != "" {
		x.line(x.terms.raw, e.Raw)
	}
	for _, p := range append([]model.Place{e.Place}, e.Also...) {
		if s := x.where(p); s != "" {
			x.line(x.terms.place, s)
		}
	}
	x.line(x.terms.confidence, fmt.Sprintf("%.4g%%", e.Confidence*100))
}

// rules prints the steps, the last first: from the value to the print.
func (x *explanation) rules(e model.Evidence) {
	for i := len(e.Steps) - 1; i >= 0; i-- {
		s := e.Steps[i]
		text := fmt.Sprintf("%d %s  ", i+1, s.Rule) + fmt.Sprintf(x.terms.step, visible.Replace(s.From), visible.Replace(s.To))
		text += "  " + x.reasons.of(s.Rule).Text
		x.line(x.terms.rules, strings.TrimRight(text, " "))
	}
	if len(e.Steps) == 0 {
		x.line(x.terms.rules, x.terms.none)
	}
}

// where is a place in full, with its file.
func (x *explanation) where(p model.Place) string {
	if p.IsZero() {
		return ""
	}
	if !x.terms.japanese {
		return x.report.Source.Name + " " + p.String()
	}
	s := placeText(model.Place{Page: p.Page, Sheet: p.Sheet, Cell: p.Cell, Line: p.Line, Column: p.Column})
	if b := p.Box; b != nil {
		s += fmt.Sprintf(" 左%.1f 上%.1f 右%.1f 下%.1f (pt)", b[0], b[1], b[2], b[3])
	}
	return x.report.Source.Name + " " + s
}

func (x *explanation) warning(p model.Problem) {
	fmt.Fprintln(&x.out, x.name(p.Field))
	x.line(x.terms.warning, p.Code+"  "+p.Message)
	if p.Raw != "" {
		x.line(x.terms.raw, p.Raw)
	}
	if s := x.where(p.Place); s != "" {
		x.line(x.terms.place, s)
	}
}
