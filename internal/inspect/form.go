package inspect

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

// A Form is what was recognised in the document of a View, on all of its pages.
type Form struct {
	Evidences []model.Evidence
	Warnings  []model.Problem
	// Name says what a JSON pointer into the report is about: 「1-3 取組1 記号」.
	Name func(pointer string) string
	// Value reads out the value at the pointer of an evidence.
	Value func(pointer string) string
	// Reason says why nothing was recognised.
	Reason string
}

// unboundCode is the problem of a cell with text that belongs to no field.
const unboundCode = "unbound_cell"

// A reading is a value that was read on this page, and the spots it was read
// from, by their index. A torn text has several, of which Place need not be one.
type reading struct {
	model.Evidence
	spots []int
}

// A spot is a place on this page with all that was read from it, by index: a
// status cell gives the mark, the word and the status.
type spot struct {
	at       model.Place
	readings []int
}

// readForm gives the values of this page in reading order, and their spots.
func (p *printer) readForm() (readings []reading, spots []spot) {
	if p.Form == nil {
		return nil, nil
	}
	index := map[string]int{} // of spots
	for _, e := range p.inOrder() {
		r := reading{Evidence: e}
		for _, at := range p.here(e) {
			i, known := index[at.String()]
			if !known {
				i = len(spots)
				index[at.String()] = i
				spots = append(spots, spot{at: at})
			}
			if !slices.Contains(r.spots, i) {
				r.spots = append(r.spots, i)
				spots[i].readings = append(spots[i].readings, len(readings))
			}
		}
		readings = append(readings, r)
	}
	return readings, spots
}

// inOrder sorts what is on this page by where it begins.
func (p *printer) inOrder() []model.Evidence {
	type placed struct {
		model.Evidence
		first model.Place
		rank  int
	}
	var all []placed
	o := readingOrder(p.page)
	for _, e := range p.Form.Evidences {
		if on := p.here(e); len(on) > 0 {
			all = append(all, placed{e, on[0], o.rank(on[0])})
		}
	}
	slices.SortStableFunc(all, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), before(a.first, b.first))
	})
	sorted := make([]model.Evidence, len(all))
	for i, e := range all {
		sorted[i] = e.Evidence
	}
	return sorted
}

// here gives the places of e that are on this page.
func (p *printer) here(e model.Evidence) (on []model.Place) {
	for _, at := range append([]model.Place{e.Place}, e.Also...) {
		if p.isHere(at) {
			on = append(on, at)
		}
	}
	return on
}

// isHere reports whether a place is on this page: a page by its number, a sheet
// by its name. The lines of a transcript are all on its one page.
func (p *printer) isHere(at model.Place) bool {
	switch {
	case at.Page > 0:
		return at.Page == p.page.Number
	case at.Sheet != "":
		return at.Sheet == p.page.Sheet
	}
	return at.Line > 0
}

// before compares two places that stand in the same cell, or in none: from the
// top to the bottom, from the left to the right.
func before(a, b model.Place) int {
	if a.Box == nil || b.Box == nil {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	}
	return cmp.Or(cmp.Compare(a.Box[1], b.Box[1]), cmp.Compare(a.Box[0], b.Box[0]))
}

// An order has the places of a page's cells and lines as they are read.
type order struct {
	boxes []ranked
	cells map[string]int // of a sheet, by their names
	last  int
}

type ranked struct {
	box  model.Box
	rank int
}

func readingOrder(page *extract.Page) *order {
	o := &order{cells: map[string]int{}}
	for _, b := range page.Blocks {
		if b.Line != nil {
			o.add(b.Line.At, page.Number)
			continue
		}
		for i := range b.Table.Cells {
			c := &b.Table.Cells[i]
			for _, at := range append([]model.Place{c.At}, c.Also...) {
				o.add(at, page.Number)
			}
		}
	}
	return o
}

func (o *order) add(at model.Place, page int) {
	o.last++
	if at.Box != nil && at.Page == page {
		o.boxes = append(o.boxes, ranked{*at.Box, o.last})
	}
	if at.Cell != "" {
		o.cells[at.Cell] = o.last
	}
}

// rank is the number of the cell or line that a place stands in; what stands in
// none comes last, by its line.
func (o *order) rank(at model.Place) int {
	if at.Box == nil {
		if n, ok := o.cells[at.Cell]; ok {
			return n
		}
		return o.last + 1
	}
	x, y := (at.Box[0]+at.Box[2])/2, (at.Box[1]+at.Box[3])/2
	for _, r := range o.boxes {
		if r.box[0] <= x && x <= r.box[2] && r.box[1] <= y && y <= r.box[3] {
			return r.rank
		}
	}
	return o.last + 1
}

// warned gives the warnings on this page, of unbound cells or all others.
func (p *printer) warned(unbound bool) (list []model.Problem) {
	if p.Form == nil {
		return nil
	}
	for _, w := range p.Form.Warnings {
		if p.isHere(w.Place) && (w.Code == unboundCode) == unbound {
			list = append(list, w)
		}
	}
	return list
}

// ownHue is a colour for the item that a pointer leads into. What is said of
// the document as a whole shares one.
func ownHue(pointer string) int {
	var list string
	var n int
	if parts := strings.SplitN(pointer, "/", 4); len(parts) > 2 {
		list = parts[1]
		fmt.Sscan(parts[2], &n)
	}
	if list != "items" {
		return documentHue
	}
	// The golden angle keeps neighbours apart, however many there are.
	return (itemHue + n*137) % 360
}

const (
	documentHue = 265 // violet
	itemHue     = 205 // blue, of the first item
)
