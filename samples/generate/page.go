package main

import (
	"html/template"
	"io"
)

// pageTemplate is the form as a web page, which a browser prints to PDF. An
// item begins a page and may run over it.
var pageTemplate = template.Must(template.New("page").Parse(`<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>{{.Plan}}</title>
<style>
@page { size: A4; margin: 18mm 16mm 16mm }
body { font: 10.5pt/1.6 "IPAGothic", "IPAゴシック", sans-serif; margin: 0 }
section { break-after: page }
section:last-child { break-after: auto }
h1 { font: inherit; margin: 0 } p { margin: 2mm 0 }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin-bottom: 3mm }
td, th { border: 0.6pt solid #000; padding: 1.2mm 1.6mm; vertical-align: middle; overflow-wrap: anywhere }
th { background: #e8f0e4; font-weight: normal; text-align: center }
.mark { text-align: center }
</style></head><body>
{{range .Items}}<section>
<h1>{{$.Plan}}</h1><p>{{$.Caption}}</p>
<table><colgroup><col style="width:17%"><col style="width:45%"><col style="width:14%"><col></colgroup>
<tr><th>{{$.TitleLabel}}</th><td>{{.Title}}</td><th>{{$.NumberLabel}}</th><td class="mark">{{.Number}}</td></tr>
<tr><th colspan="2">{{$.Overview}}</th><th>{{$.DepartmentLabel}}</th><td class="mark">{{range $i, $d := .Departments}}{{if $i}}<br>{{end}}{{$d}}{{end}}</td></tr></table>
<table><colgroup><col style="width:17%"><col style="width:43%"><col><col><col><col><col></colgroup>
<tr><th>{{$.SituationLabel}}</th><td colspan="6">{{.Situation}}</td></tr>
<tr><th>{{$.GoalLabel}}</th><td colspan="6">{{.Goal}}</td></tr>
<tr><th colspan="2" rowspan="2">{{$.WorkHeading}}</th><th colspan="5">{{$.PeriodHeading}}</th></tr>
<tr>{{range $.Years}}<th>{{.}}</th>{{end}}</tr>
{{range .Work}}<tr><th>{{.Label}}</th><td>{{.Title}}</td>{{range .Cells}}<td class="mark"{{if gt .Span 1}} colspan="{{.Span}}"{{end}}>{{.Text}}</td>{{end}}</tr>
{{end}}</table>
<p>{{$.Summary}}</p>
<table><colgroup><col style="width:17%"><col></colgroup>
<tr><th rowspan="2">{{$.SummaryLabel}}</th><td class="mark">{{$.SummaryHint}}</td></tr>
<tr><td>{{range .Assessment}}{{.}}<br>{{end}}</td></tr></table>
<p>{{$.Results}}</p>
<table><colgroup><col style="width:17%"><col style="width:49%"><col style="width:12%"><col style="width:6%"><col></colgroup>
{{range .Work}}<tr><th>{{.Label}}</th><td>{{.Reported}}</td><th>{{$.StatusLabel}}</th><td class="mark">{{.Symbol}}</td><td class="mark">{{.Status}}</td></tr>
<tr><th>{{$.DoneLabel}}</th><td colspan="4">{{.Done}}</td></tr>
<tr><th>{{$.NextLabel}}</th><td colspan="4">{{.Next}}</td></tr>
{{end}}</table>
{{with $.Legend}}<p>{{.}}</p>{{end}}</section>
{{end}}</body></html>
`))

// page is what the template prints.
type page struct {
	Plan, Caption, Legend                      string
	TitleLabel, NumberLabel, DepartmentLabel   string
	Overview, SituationLabel, GoalLabel        string
	WorkHeading, PeriodHeading                 string
	Summary, SummaryLabel, SummaryHint         string
	Results, StatusLabel, DoneLabel, NextLabel string
	Years                                      []int
	Items                                      []pageItem
}

type pageItem struct {
	Title, Number, Situation, Goal string
	Departments, Assessment        []string
	Work                           []pageWork
}

type pageWork struct {
	Label, Title, Reported, Symbol, Status, Done, Next string
	Cells                                              []pageCell
}

type pageCell struct {
	Text string
	Span int
}

func writePage(w io.Writer, r yearReport) error {
	p := page{
		Plan: planLine(), Caption: r.captionLine(), Legend: r.legendLine(),
		TitleLabel: titleLabel, NumberLabel: numberLabel, DepartmentLabel: r.departmentLabel,
		Overview: overview, SituationLabel: situationLabel, GoalLabel: goalLabel,
		WorkHeading: workHeading, PeriodHeading: periodHeading,
		Summary: summary, SummaryLabel: summaryLabel, SummaryHint: summaryHint,
		Results: results, StatusLabel: statusLabel, DoneLabel: r.doneLabel(), NextLabel: nextLabel,
	}
	for y := planFrom; y <= planTo; y++ {
		p.Years = append(p.Years, y)
	}
	for i, item := range plan {
		p.Items = append(p.Items, makePageItem(item, r.items[i]))
	}
	return pageTemplate.Execute(w, p)
}

func makePageItem(p planItem, y yearItem) pageItem {
	text, brackets, notes := y.assessmentParts()
	item := pageItem{
		Title: p.title, Number: p.number, Situation: p.situation, Goal: p.goalText(), Departments: p.departments,
		Assessment: append(append([]string{text}, brackets...), notes...),
	}
	for i, w := range p.initiatives {
		result := y.results[i]
		work := pageWork{
			Label: workLabel(i + 1), Title: w.title, Reported: result.reportedTitle(w),
			Symbol: result.status.symbol, Status: result.status.label,
			Done: dashed(result.done), Next: dashed(result.next),
		}
		for _, c := range w.cells() {
			work.Cells = append(work.Cells, pageCell{c.text, c.span})
		}
		item.Work = append(item.Work, work)
	}
	return item
}
