package xlsx

import (
	"cmp"
	"slices"
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

// A builder makes the blocks of one sheet.
type builder struct {
	tab      tab
	sheet    *sheet
	shapes   []shape
	overlaps int  // merges left out because they overlap others
	tooWide  bool // the used range is beyond maxArea

	width         int // number of columns up to the last with a cell or merge
	hiddenColumns []bool
	merges        []region               // those that count, sorted
	out           map[spot]*extract.Cell // by top left corner
}

// longestMerge is the number of rows or columns beyond which a merge is cut to
// the part of the sheet that has text: whole columns are sometimes merged, and
// no form is that long.
const longestMerge = 512

// blocks are the table of the used range and, around it, the text of shapes.
func (b *builder) blocks() []extract.Block {
	slices.SortStableFunc(b.sheet.cells, func(x, y cell) int { return compare(x.at, y.at) })
	b.trimMerges()
	b.hide()
	b.out = make(map[spot]*extract.Cell, len(b.sheet.cells)+len(b.sheet.merges))
	b.addMerges()
	b.addCells()
	lines := b.addShapes()
	return arrange(b.table(), lines)
}

func compare(a, b spot) int {
	return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.column, b.column))
}

// hide notes which columns are hidden, once for all cells.
func (b *builder) hide() {
	b.hiddenColumns = make([]bool, b.width)
	for _, c := range b.sheet.columns {
		for i := c.from; c.hidden && i <= min(c.to, b.width-1); i++ {
			b.hiddenColumns[i] = true
		}
	}
}

// trimMerges cuts overlong merges, sorts all, and measures the width.
func (b *builder) trimMerges() {
	end := spot{}
	for _, c := range b.sheet.cells {
		end = spot{max(end.row, c.at.row), max(end.column, c.at.column)}
	}
	for _, m := range b.sheet.merges {
		if m.to.row-m.from.row >= longestMerge {
			m.to.row = max(m.from.row, end.row)
		}
		if m.to.column-m.from.column >= longestMerge {
			m.to.column = max(m.from.column, end.column)
		}
		b.merges = append(b.merges, m)
		b.width = max(b.width, m.to.column+1)
	}
	b.width = max(b.width, end.column+1)
	slices.SortFunc(b.merges, func(x, y region) int { return compare(x.from, y.from) })
}

// addMerges lists each merged cell at its top left. A merge that overlaps an
// earlier one is left out; Excel does not write such.
func (b *builder) addMerges() {
	w := sweep{owner: make([]int, b.width)}
	kept := b.merges[:0]
	for _, m := range b.merges {
		if w.overlaps(kept, m) {
			b.overlaps++
			continue
		}
		w.claim(m, len(kept))
		kept = append(kept, m)
		b.add(m.from, m)
	}
	b.merges = kept
}

// A sweep goes down the rows and knows, for every column, the last merge that
// reached it: owner is its index plus 1.
type sweep struct{ owner []int }

func (w *sweep) claim(m region, i int) {
	for c := m.from.column; c <= m.to.column; c++ {
		w.owner[c] = i + 1
	}
}

func (w *sweep) overlaps(merges []region, m region) bool {
	for c := m.from.column; c <= m.to.column; c++ {
		if i := w.owner[c] - 1; i >= 0 && merges[i].to.row >= m.from.row {
			return true
		}
	}
	return false
}

// finder finds the merge around spots that come sorted by row.
func (b *builder) finder() func(spot) (region, bool) {
	w, next := sweep{owner: make([]int, b.width)}, 0
	return func(s spot) (region, bool) {
		if s.column >= b.width {
			return region{s, s}, false
		}
		for ; next < len(b.merges) && b.merges[next].from.row <= s.row; next++ {
			w.claim(b.merges[next], next)
		}
		i := w.owner[s.column] - 1
		if i < 0 || b.merges[i].to.row < s.row {
			return region{s, s}, false
		}
		return b.merges[i], true
	}
}

// addCells fills in the text. Text under a merge is not displayed.
func (b *builder) addCells() {
	find := b.finder()
	for _, c := range b.sheet.cells {
		text := strings.TrimSpace(c.value)
		if text == "" {
			continue
		}
		m, merged := find(c.at)
		if merged && m.from != c.at {
			continue
		}
		if out := b.add(c.at, m); out.Text == "" {
			out.Text = text
		}
	}
}

// add returns the cell at s, which m is the extent of, making it if needed.
func (b *builder) add(s spot, m region) *extract.Cell {
	if c := b.out[s]; c != nil {
		return c
	}
	c := &extract.Cell{
		Row: s.row, Column: s.column,
		RowSpan: m.to.row - m.from.row + 1, ColumnSpan: m.to.column - m.from.column + 1,
		At:     b.place(s),
		Hidden: b.isHidden(m),
	}
	b.out[s] = c
	return c
}

func (b *builder) place(s spot) model.Place {
	return model.Place{Sheet: b.tab.name, Cell: s.String()}
}

// isHidden reports whether nothing of m is displayed.
func (b *builder) isHidden(m region) bool {
	if b.tab.hidden {
		return true
	}
	rows, columns := true, true
	for r := m.from.row; r <= m.to.row && rows; r++ {
		rows = b.sheet.rows[r].hidden
	}
	for c := m.from.column; c <= m.to.column && columns; c++ {
		columns = c < b.width && b.hiddenColumns[c]
	}
	return rows || columns
}

// maxArea bounds rows times columns: the cells are few, but whoever walks over
// the table meets every place in it.
const maxArea = 1 << 24

// table puts the cells in order and counts them from the top left of the used
// range. It returns nil for a sheet without any, or with some too far apart.
func (b *builder) table() *extract.Table {
	if len(b.out) == 0 {
		return nil
	}
	t := &extract.Table{Cells: make([]extract.Cell, 0, len(b.out))}
	from := spot{maxRows, maxColumns}
	for s, c := range b.out {
		from = spot{min(from.row, s.row), min(from.column, s.column)}
		t.Cells = append(t.Cells, *c)
	}
	slices.SortFunc(t.Cells, func(x, y extract.Cell) int {
		return compare(spot{x.Row, x.Column}, spot{y.Row, y.Column})
	})
	for i := range t.Cells {
		c := &t.Cells[i]
		c.Row, c.Column = c.Row-from.row, c.Column-from.column
		t.Rows, t.Columns = max(t.Rows, c.Row+c.RowSpan), max(t.Columns, c.Column+c.ColumnSpan)
	}
	t.At = b.place(from)
	if b.tooWide = t.Rows*t.Columns > maxArea; b.tooWide {
		return nil
	}
	return t
}
