package grid

import "math"

// Parts of the font size (em).
const (
	reachesIn   = 0.2  // how far an overhanging line stands in its cell at least
	sameEdge    = 0.25 // between left edges or middles of lines of one text
	nextLine    = 0.8  // least distance to the next baseline
	nextLineMax = 2.0  // and the most
	sizeSlack   = 0.05 // between sizes of one text
)

// maxOverhangs bounds the search for the rest of a text: each looks at all
// fragments. A page has none, or the lines of a few cells.
const maxOverhangs = 100

// overhang gives lines that hang out of their cell, above or below the table, to
// it. Such a line stands outside by its middle, but begins or ends inside of a
// cell, and goes on with the text there: same size, same edge or middle, one line
// further. Without a text to go on with it stays outside.
func overhang(frags []fragment, at *locator) {
	tries := 0
	for i := range frags {
		f := &frags[i]
		if f.cell != none || f.vertical {
			continue
		}
		id := at.edge(f)
		if id == none {
			continue
		}
		if tries++; tries > maxOverhangs {
			return
		}
		for j := range frags {
			if g := &frags[j]; g.cell == id && f.goesOn(g) {
				f.cell = id
				break
			}
		}
	}
}

// edge is the cell into which the upper or the lower side of f reaches, or none.
func (l *locator) edge(f *fragment) int32 {
	x := (f.box[0] + f.box[2]) / 2
	for _, y := range [...]float64{f.box[1] + reachesIn*f.size, f.box[3] - reachesIn*f.size} {
		id := l.at(x, y)
		if id != none && f.box[0] >= l.boxes[id][0]-touchGap && f.box[2] <= l.boxes[id][2]+touchGap {
			return id
		}
	}
	return none
}

// goesOn reports whether f is the line before or after g.
func (f *fragment) goesOn(g *fragment) bool {
	step := math.Abs(f.base - g.base)
	left := math.Abs(f.box[0] - g.box[0])
	middle := math.Abs(f.box[0]+f.box[2]-g.box[0]-g.box[2]) / 2
	return !g.vertical && math.Abs(f.size-g.size) <= sizeSlack*f.size &&
		step >= nextLine*f.size && step <= nextLineMax*f.size &&
		min(left, middle) <= sameEdge*f.size
}
