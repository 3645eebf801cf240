package main

import (
	"fmt"
	"slices"
	"strings"
)

// noise is what the recognition did to one item of a transcript: faults of the
// kinds that are seen in practice.
type noise struct {
	splitHead     bool // the head comes as several small tables
	bareHead      bool // the department's row lost its caption
	shiftedPeriod bool // the heading 取組期間 slipped into the row above
	lostColumn    bool // a column is missing, so that years stand further left
	tornIndicator bool // the last 【…】 and what follows stand in a row of their own
	labelFirst    bool // 総括評価 stands before its heading, not beside its text
	paragraphs    bool // texts come in <p> tags
	spaced        bool // spaces within words and before units, digits of full width
	status        []string
}

// noises are those of the items, in order; the second year has them in another
// order, so that no item suffers the same twice.
var noises = []noise{
	{labelFirst: true, status: []string{"川順調", "", ""}},
	{shiftedPeriod: true, spaced: true, status: []string{"", "川原調"}},
	{splitHead: true, paragraphs: true, status: []string{"川順調", "川原調", ""}},
	{lostColumn: true, labelFirst: true},
	{tornIndicator: true, spaced: true, status: []string{"川順調", "順 調"}},
	{bareHead: true, paragraphs: true, lostColumn: true},
}

// transcript is the year's report as an OCR tool would have written it.
func transcript(r yearReport, shift int) string {
	var b strings.Builder
	for i, p := range plan {
		t := tsv{b: &b, noise: noises[(i+shift)%len(noises)]}
		t.item(r, p, r.items[i])
	}
	return b.String()
}

// A tsv writes one item as tables of tab-separated cells.
type tsv struct {
	b     *strings.Builder
	noise noise
}

func (t tsv) line(cells ...string) { fmt.Fprintln(t.b, strings.Join(cells, "\t")) }

// row writes cells padded to the width of their table.
func (t tsv) row(width int, cells ...string) {
	t.line(append(cells, make([]string, max(0, width-len(cells)))...)...)
}

func (t tsv) item(r yearReport, p planItem, y yearItem) {
	t.line()
	t.line(strings.Replace(planLine(), " - ", " -", 1))
	t.line()
	t.line(r.captionLine())
	t.line()
	t.head(r, p)
	t.plan(p)
	t.line()
	t.line(summary)
	t.line()
	t.assessment(y)
	t.line()
	t.line(results)
	t.line()
	for i, w := range p.initiatives {
		t.result(r, i, w, y.results[i])
	}
	if legend := r.legendLine(); legend != "" {
		t.line()
		t.line(legend)
	}
	t.line()
}

func (t tsv) head(r yearReport, p planItem) {
	departments := strings.Join(p.departments, " ")
	switch {
	case t.noise.splitHead:
		t.line(titleLabel, p.title)
		t.line("------", "-------")
		t.line()
		t.line(numberLabel, p.number)
		t.line(r.departmentLabel, departments)
		t.line()
		t.line(overview)
	case t.noise.bareHead:
		t.line(titleLabel, p.title, numberLabel, p.number)
		t.line("", "", r.departmentLabel, departments)
		t.line()
		t.line(overview)
	default:
		t.line(titleLabel, p.title, numberLabel, p.number)
		t.line(overview, "", r.departmentLabel, departments)
	}
	t.line()
}

func (t tsv) plan(p planItem) {
	width, before := 7, 2 // columns in all, and before the years
	if t.noise.lostColumn {
		width, before = 6, 1
	}
	years := make([]string, before)
	for y := planFrom; y <= planTo; y++ {
		years = append(years, fmt.Sprint(y))
	}
	period := append(append([]string{workHeading}, make([]string, before-1)...), periodHeading)
	if t.noise.shiftedPeriod {
		t.row(width, situationLabel, t.text(p.situation), periodHeading)
		t.row(width, years...)
		t.row(width, goalLabel, t.text(p.goalText()))
	} else {
		t.row(width, situationLabel, t.text(p.situation))
		t.row(width, goalLabel, t.text(p.goalText()))
		t.row(width, period...)
		t.row(width, years...)
	}
	for i, w := range p.initiatives {
		cells := []string{workLabel(i + 1), w.title}
		for _, c := range w.cells() {
			cells = append(cells, append([]string{c.text}, make([]string, c.span-1)...)...)
		}
		t.row(0, cells[:min(len(cells), width)]...)
	}
}

func (t tsv) assessment(y yearItem) {
	const width = 2
	if t.noise.labelFirst {
		t.row(width, summaryLabel, summaryHint)
	} else {
		t.row(width, summaryHint)
	}
	text, brackets, notes := y.assessmentParts()
	tail := append(slices.Clone(brackets), notes...)
	var torn []string
	if n := len(brackets); t.noise.tornIndicator && n > 0 {
		tail, torn = tail[:n-1], tail[n-1:]
	}
	paragraphs := append([]string{text}, tail...)
	label := summaryLabel
	if t.noise.labelFirst {
		label = ""
	}
	t.row(width, label, t.text(paragraphs...))
	if torn != nil {
		t.row(width, t.text(torn...))
	}
}

func (t tsv) result(r yearReport, i int, w planned, y progress) {
	const width = 5
	label := y.status.label
	if i < len(t.noise.status) && t.noise.status[i] != "" && label == onTrack.label {
		label = t.noise.status[i]
	}
	t.row(width, workLabel(i+1), y.reportedTitle(w), statusLabel, asciiDash(y.status.symbol), label)
	t.row(width, r.doneLabel(), t.text(dashed(y.done)))
	t.row(width, nextLabel, t.text(dashed(y.next)))
}

// text prints a cell's paragraphs with the item's noise.
func (t tsv) text(paragraphs ...string) string {
	for i, p := range paragraphs {
		if t.noise.spaced {
			p = spaced.Replace(p)
		}
		if t.noise.paragraphs {
			p = "<p>" + p + "</p>"
		}
		paragraphs[i] = asciiDash(p)
	}
	return strings.Join(paragraphs, " ")
}

// spaced does what recognition does to Latin letters, digits and units.
var spaced = strings.NewReplacer(
	"LED", "L E D", "年間の", "年間 の", "件数 ", "件数", "万5千件", " 万 5 千件", "412件", "412 件",
	"18人", "１８人", "360時間", "３６０時間", "(2024年度)", "（2024 年度）", "(令和7年度)", "（令和 7 年度）",
)

// asciiDash prints the dash that stands for nothing as transcripts do.
func asciiDash(s string) string {
	if s == none {
		return "-"
	}
	return s
}
