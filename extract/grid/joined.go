package grid

import (
	"slices"

	"gyokaku/extract"
)

// Joined makes one table of a table and the parts that continue it, on the
// columns of all of them. Places keep their pages; At and ColumnX are of the
// first part's page. Tables without ColumnX keep their column numbers.
func Joined(parts ...*extract.Table) extract.Table {
	if len(parts) == 0 {
		return extract.Table{}
	}
	out := *parts[0]
	out.Rows, out.Cells = 0, nil
	var xs []float64
	for _, p := range parts {
		xs = append(xs, p.ColumnX...)
	}
	b := newBorders(xs)
	if len(b.at) > 1 {
		out.Columns, out.ColumnX = len(b.at)-1, b.at
	}
	for _, p := range parts {
		out.Cells = append(out.Cells, moved(p, b, out.Rows)...)
		out.Rows += p.Rows
	}
	return out
}

// moved are the cells of p on columns b, rows rows further down.
func moved(p *extract.Table, b borders, rows int) []extract.Cell {
	cells := slices.Clone(p.Cells)
	for i := range cells {
		c := &cells[i]
		c.Row += rows
		if from, to := c.Column, c.Column+c.ColumnSpan; from >= 0 && to < len(p.ColumnX) {
			c.Column = b.index(p.ColumnX[from])
			c.ColumnSpan = max(b.index(p.ColumnX[to])-c.Column, 1)
		}
	}
	return cells
}
