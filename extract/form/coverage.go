package form

import (
	"reflect"
	"slices"
	"strings"
	"sync"

	"gyokaku/extract"
	"gyokaku/model"
)

// coverage counts the filled cells of the tables that items were read from, and
// how many of them were bound. It is taken from the finished report and not
// while reading, so that a cell which some layout passes over in silence is
// found out: it becomes a warning.
func (r *reader) coverage(rows []row) {
	r.claimHeads()
	items := places(r.report.Items)
	read := map[region]bool{}
	for _, row := range rows {
		for _, c := range row.cells {
			if items[c.At] && (row.table != nil || !hasTable(row.page)) {
				read[regionOf(row)] = true
			}
		}
	}
	m := coverageCount{reader: r, understood: map[string]bool{}, items: items, kept: places(r.twins, r.report.Totals, r.report.Plan, r.report.FiscalYear, r.report.Kind, r.report.Legend, r.report.Municipality)}
	m.warned, m.said = warnedPlaces(r.report.Warnings)
	for _, row := range rows {
		if read[regionOf(row)] {
			m.row(row)
		}
	}
	r.report.Coverage = &m.Coverage
}

// A region is a table, or the free lines of a page without tables, which hold
// the whole form there. Beside tables lines are captions.
type region struct {
	table *extract.Table
	page  *extract.Page
}

func regionOf(r row) region {
	if r.table != nil {
		return region{table: r.table}
	}
	return region{page: r.page}
}

func hasTable(p *extract.Page) bool {
	return slices.ContainsFunc(p.Blocks, func(b extract.Block) bool { return b.Table != nil })
}

type coverageCount struct {
	*reader
	model.Coverage
	items      map[model.Place]bool // places that items were read from
	kept       map[model.Place]bool // and other fields
	warned     map[model.Place]int  // places of unbound cells, with the warning's index
	said       string               // the texts of all warnings
	understood map[string]bool      // by text: forms repeat theirs on every page
}

func (m *coverageCount) row(row row) {
	_, _, years := yearsOf(row)
	for i, c := range row.cells {
		if saysNothing(c.Text) || row.table == nil && isPageNumber(c.Text) {
			continue
		}
		m.Cells++
		at, warned := m.warned[c.At]
		if !warned && (m.items[c.At] || m.kept[c.At] || m.claimed[c] || m.isUnderstood(c, years)) {
			m.Bound++
			continue
		}
		if !warned && (row.table == nil || strings.Contains(m.said, "\n"+strings.TrimSpace(c.Text)+"\n")) {
			continue // outside of forms, or told with the form it stands in
		}
		if !warned {
			m.unbound([]*extract.Cell{c})
			at = len(m.report.Warnings) - 1
		}
		if l := labelBeside(row.cells[:i]); l != "" {
			m.report.Warnings[at].Message += "左の見出しは「" + l + "」です。"
		}
	}
}

// isUnderstood reports a cell that leaves no value: a label, a heading, a
// legend, an arrow.
func (m *coverageCount) isUnderstood(c *extract.Cell, years bool) bool {
	text := strings.TrimSpace(c.Text)
	if _, ok := m.labelOf(text); ok {
		return true
	}
	if _, _, year := yearOf(text); year && years {
		return true
	}
	known, seen := m.understood[text]
	if !seen {
		known = m.isHeading(text)
		m.understood[text] = known
	}
	return known
}

func (m *coverageCount) isHeading(text string) bool {
	key := fold(text)
	return isArrow(text) || isLegend(text) || m.running[key] || valueKinds[key] != noValues || strings.HasPrefix(strings.Trim(key, "()"), "単位:") ||
		newReader(nil).heading(text, &extract.Cell{})
}

// labelBeside is the nearest text before a cell in its row that is short enough
// for a label.
func labelBeside(before []*extract.Cell) string {
	for i := len(before) - 1; i >= 0; i-- {
		text := strings.TrimSpace(before[i].Text)
		if text != "" && len(text) <= maxLabelBytes {
			return strings.ReplaceAll(text, "\n", "")
		}
	}
	return ""
}

// claim notes a cell that was understood although no field keeps its place: the
// same word again in the next year of a schedule.
func (r *reader) claim(c *extract.Cell) {
	if r.claimed == nil {
		r.claimed = map[*extract.Cell]bool{}
	}
	r.claimed[c] = true
}

// places collects every model.Place inside the values. Places are compared as
// they are, with the address of their box: a field has the very place of its
// cell.
func places(values ...any) map[model.Place]bool {
	set := map[model.Place]bool{}
	for _, v := range values {
		collectPlaces(reflect.ValueOf(v), set)
	}
	return set
}

var placeType = reflect.TypeFor[model.Place]()

func collectPlaces(v reflect.Value, set map[model.Place]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			collectPlaces(v.Elem(), set)
		}
	case reflect.Slice:
		for i := range v.Len() {
			collectPlaces(v.Index(i), set)
		}
	case reflect.Struct:
		if v.Type() == placeType {
			set[v.Interface().(model.Place)] = true
			return
		}
		for _, i := range placedFields(v.Type()) {
			collectPlaces(v.Field(i), set)
		}
	}
}

var placedCache sync.Map // reflect.Type → []int

// placedFields are the indices of the fields of a struct that can hold a place.
func placedFields(t reflect.Type) []int {
	if list, ok := placedCache.Load(t); ok {
		return list.([]int)
	}
	var list []int
	for i := range t.NumField() {
		if holdsPlace(t.Field(i).Type) {
			list = append(list, i)
		}
	}
	placedCache.Store(t, list)
	return list
}

func holdsPlace(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		return holdsPlace(t.Elem())
	case reflect.Struct:
		return t == placeType || len(placedFields(t)) > 0
	}
	return false
}

// warnedPlaces lists the cells that were reported as not bound, and joins the
// texts of all other warnings.
func warnedPlaces(list []model.Problem) (at map[model.Place]int, said string) {
	at = map[model.Place]int{}
	var texts strings.Builder
	for i, p := range list {
		if p.Code == codeUnbound || p.Code == codeAmbiguous {
			at[p.Place] = i
			continue
		}
		texts.WriteString("\n" + p.Raw + "\n")
	}
	return at, texts.String()
}
