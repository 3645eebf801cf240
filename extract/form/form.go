package form

import (
	"fmt"
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

// Read binds the cells of a document to the fields of a report, with the first
// of the profiles that matches it, if any does. The error is a *model.Failure
// (FailNoForm) for a document that holds no action item and no plan outline.
func Read(doc *extract.Document, profiles ...Profile) (*model.Report, error) {
	r := newReader(doc)
	r.report.Warnings = append(r.report.Warnings, doc.Problems...)
	rows := rowsOf(doc)
	if isBareScan(doc) {
		return nil, &model.Failure{Code: model.FailScan, At: pagePlace(&doc.Pages[0])}
	}
	r.chooseProfile(rows, profiles)
	r.readLegend(rows)
	lists := r.findLists(rows)
	r.running = runningLines(rows)
	for i, row := range rows {
		if l := lists[i]; l != nil {
			r.listRow(l, row)
			continue
		}
		r.read(row)
	}
	r.finishLists(rows)
	r.items()
	if len(r.report.Items) > 0 {
		r.findIssuer(rows)
		r.progressReport()
		r.settleScale()
		r.coverage(rows)
		r.numbers()
		return r.report, nil
	}
	if report, ok := readOutline(doc, rows); ok {
		report.Given, report.Municipality, report.Source = r.report.Given, r.report.Municipality, r.report.Source
		return report, nil
	}
	return nil, noForm(doc, rows)
}

// isBareScan reports whether a document is nothing but images with a layer of
// recognised text: its tables have no lines, and words alone do not say which
// cell they stand in.
func isBareScan(doc *extract.Document) bool {
	scans := 0
	for _, p := range doc.Pages {
		if p.Kind == extract.PageScanText {
			scans++
		}
		for _, b := range p.Blocks {
			if b.Table != nil {
				return false
			}
		}
	}
	return scans > 0 && scans == len(doc.Pages)
}

func newReader(doc *extract.Document) *reader {
	return &reader{doc: doc, report: &model.Report{Schema: model.SchemaID}, labels: map[string]label{},
		headings: map[string]bool{}, lastLabel: map[*model.Field[string]]string{}}
}

// progressReport settles what kind of document this is: items were found.
func (r *reader) progressReport() {
	kind := &r.report.Kind
	if kind.Raw == "" {
		title := r.report.Items[0].Title
		kind.Raw, kind.At = title.Raw, title.At
	}
	if plan := &r.report.Plan.Title; plan.Raw == "" && planNames().MatchString(fold(kind.Raw)) && planWords().MatchString(fold(kind.Raw)) {
		plan.Raw, plan.At, plan.Also = kind.Raw, kind.At, kind.Also // one line names the plan and the report
	}
	kind.Set(model.KindProgressReport)
	if r.report.FiscalYear.Raw == "" {
		r.report.FiscalYear = r.doneYear
	}
}

// noForm explains why a document gave nothing.
func noForm(doc *extract.Document, rows []row) error {
	tables := 0
	for _, p := range doc.Pages {
		for _, b := range p.Blocks {
			if b.Table != nil {
				tables++
			}
		}
	}
	f := &model.Failure{Code: model.FailNoForm,
		Cause: fmt.Errorf("pages %d, tables %d, rows %d: no heading of an action item", len(doc.Pages), tables, len(rows))}
	if len(doc.Pages) > 0 {
		f.At = pagePlace(&doc.Pages[0])
	}
	return f
}

func pagePlace(p *extract.Page) model.Place {
	switch {
	case p.Sheet != "":
		return model.Place{Sheet: p.Sheet}
	case p.Kind == extract.PageText:
		return model.Place{Line: 1, Column: 1}
	}
	return model.Place{Page: p.Number}
}

// problem adds a warning to the report.
func (r *reader) problem(code string, at model.Place, raw, message string) {
	r.report.Warnings = append(r.report.Warnings, model.Problem{Code: code, Place: at, Raw: raw, Message: message})
}

// unbound lists filled cells that no label claims. Notes (※) need none.
func (r *reader) unbound(cells []*extract.Cell) {
	for _, c := range cells {
		if saysNothing(c.Text) || isLegend(c.Text) || r.running[fold(c.Text)] {
			continue
		}
		if text := strings.TrimSpace(c.Text); r.item != nil && strings.HasPrefix(text, "※") {
			r.item.Notes = append(r.item.Notes, model.Printed[string](text, c.At, c.Also...))
			continue
		}
		r.report.Warnings = append(r.report.Warnings, r.unboundProblem(c))
	}
}

// where says which item a problem stands in.
func (r *reader) where() string {
	if r.item == nil || r.item.Title.Raw == "" {
		return ""
	}
	return "（実施項目「" + strings.TrimSpace(r.item.Title.Raw) + "」）"
}
