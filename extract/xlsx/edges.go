package xlsx

import "sort"

// Sizes that Excel takes where a sheet does not say any: eight digits and a
// margin for a column, a line of 11 points for a row.
const (
	usualWidth  = 9.14 // characters, 64 pixels
	usualHeight = 15   // points
)

// pixelsPerCharacter is the width of a digit in the usual fonts. Anchors name
// their column and only the offset in it is measured, so an error here moves an
// end by a part of a column.
const pixelsPerCharacter = 7

const (
	emuPerPoint = 12700
	emuPerPixel = 9525
)

// edges are the positions of the borders of a sheet's rows and columns.
type edges struct{ rows, columns borders }

// borders are the positions, in EMU (914,400 to the inch), of the borders of
// the first rows or columns; those after them have the usual size.
type borders struct {
	at    []float64
	usual float64
}

func newEdges(s *sheet) *edges {
	return &edges{rows: s.rowBorders(), columns: s.columnBorders()}
}

func (s *sheet) columnBorders() borders {
	width := s.defaultWidth
	if width == 0 {
		width = usualWidth
	}
	sizes := make([]float64, maxColumns)
	for i := range sizes {
		sizes[i] = width
	}
	for _, c := range s.columns {
		for i := c.from; i <= c.to; i++ {
			sizes[i] = size(c.hidden, c.width, width)
		}
	}
	return newBorders(sizes, width, pixelsPerCharacter*emuPerPixel)
}

func (s *sheet) rowBorders() borders {
	height := s.defaultHeight
	if height == 0 {
		height = usualHeight
	}
	last := -1
	for i := range s.rows {
		last = max(last, i)
	}
	sizes := make([]float64, last+1)
	for i := range sizes {
		r := s.rows[i]
		sizes[i] = size(r.hidden, r.height, height)
	}
	return newBorders(sizes, height, emuPerPoint)
}

func size(hidden bool, own, usual float64) float64 {
	switch {
	case hidden:
		return 0
	case own > 0:
		return own
	}
	return usual
}

func newBorders(sizes []float64, usual, unit float64) borders {
	b := borders{at: make([]float64, len(sizes)+1), usual: usual * unit}
	for i, s := range sizes {
		b.at[i+1] = b.at[i] + s*unit
	}
	return b
}

// border is where row or column i begins.
func (b borders) border(i int) float64 {
	if last := len(b.at) - 1; i > last {
		return b.at[last] + float64(i-last)*b.usual
	}
	return b.at[max(0, i)]
}

// position is the one at an offset from a border; an offset beyond the row or
// column ends with it.
func (b borders) position(i int, offset float64) float64 {
	return min(b.border(i)+max(0, offset), b.border(i+1))
}

// index is the row or column at v; a border belongs to what follows.
func (b borders) index(v float64) int {
	last := len(b.at) - 1
	if v >= b.at[last] {
		return last + int((v-b.at[last])/b.usual)
	}
	return max(0, sort.Search(last, func(i int) bool { return b.at[i] > v })-1)
}
