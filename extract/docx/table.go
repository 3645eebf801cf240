package docx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

// A table is one being read.
type table struct {
	rows, columns int
	cells         []*cell       // by row, then column
	open          map[int]*cell // by first column: the cells that the last row ended with
}

// A cell is one of a table, as large as its merges make it.
type cell struct {
	row, column         int
	rowSpan, columnSpan int
	parts               []part
	line                int // number of the first paragraph
	arrow, hidden       bool
}

// A row is one being read.
type row struct {
	table           *table
	next            int // column of the next cell
	hidden, deleted bool
	cells           map[int]*cell
	last            *cell
}

// A cellProperty is what a w:tc says of its merges.
type cellProperty struct {
	span       int
	down, left bool // goes on with the cell above, on the left
}

// maxColumns bounds the grid. Word has 63 columns at most.
const maxColumns = 1024

// maxArea bounds rows times columns: whoever walks over a table meets every
// place in it.
const maxArea = 1 << 24

func (r *reader) table() (*table, error) {
	t := &table{}
	var read func(xml.StartElement) error
	read = func(e xml.StartElement) error {
		if e.Name.Local == "tr" {
			return r.row(t)
		}
		return r.through(e, read)
	}
	return t, r.children(read)
}

func (r *reader) row(t *table) error {
	if err := stopped(r.ctx); err != nil {
		return err
	}
	w := &row{table: t, cells: map[int]*cell{}}
	var read func(xml.StartElement) error
	read = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "trPr":
			return r.children(func(e xml.StartElement) error {
				w.property(e)
				return r.skip()
			})
		case "tc":
			return r.cell(w)
		}
		return r.through(e, read)
	}
	if err := r.children(read); err != nil {
		return err
	}
	w.finish()
	return nil
}

func (w *row) property(e xml.StartElement) {
	switch e.Name.Local {
	case "gridBefore":
		w.next = min(max(number(e, 0), 0), maxColumns)
	case "hidden":
		w.hidden = on(e)
	case "del":
		w.deleted = true
	}
}

// finish counts the row. The cells of a deleted row are gone, but what the rows
// above have merged goes on over it.
func (w *row) finish() {
	t := w.table
	switch {
	case w.deleted:
		return
	case w.last == nil:
		return
	}
	t.rows++
	t.open = w.cells
	t.columns = max(t.columns, w.next)
}

// cell reads a w:tc with all that is in it.
func (r *reader) cell(w *row) error {
	if r.maxCells == 0 {
		return &model.Failure{Code: model.FailTooLarge, Cause: errors.New("too many cells"),
			At: model.Place{Line: r.paragraphs + 1, Column: 1}}
	}
	r.maxCells--
	p := cellProperty{span: 1}
	outer, arrow := r.story, r.arrow
	r.story, r.arrow = &story{}, false
	line := r.paragraphs + 1
	err := r.children(func(e xml.StartElement) error {
		if e.Name.Local != "tcPr" {
			return r.block(e)
		}
		return r.children(func(e xml.StartElement) error {
			p.read(e)
			return r.skip()
		})
	})
	r.story.finish()
	c := &cell{columnSpan: p.span, rowSpan: 1, parts: r.story.parts, line: line, arrow: r.arrow, hidden: w.hidden}
	r.story, r.arrow = outer, arrow
	if err != nil {
		return err
	}
	return w.add(c, p)
}

func (p *cellProperty) read(e xml.StartElement) {
	switch e.Name.Local {
	case "gridSpan":
		p.span = min(max(number(e, 1), 1), maxColumns)
	case "vMerge":
		p.down = attr(e, "val") != "restart"
	case "hMerge":
		p.left = attr(e, "val") != "restart"
	}
}

// add puts a cell into the row, or makes the one that it is merged with larger:
// text under a merge is not displayed.
func (w *row) add(c *cell, p cellProperty) error {
	c.row, c.column = w.table.rows, w.next
	if w.next += c.columnSpan; w.next > maxColumns {
		return fail(model.FailTooLarge, fmt.Errorf("a table of more than %d columns", maxColumns))
	}
	if w.deleted {
		return nil
	}
	above := w.table.open[c.column]
	switch {
	case p.left && w.last != nil && w.last.row == c.row:
		w.last.columnSpan += c.columnSpan
		return nil
	case p.down && above != nil && above.columnSpan == c.columnSpan:
		above.rowSpan++
		above.hidden = above.hidden && c.hidden
		above.arrow = above.arrow || c.arrow
		c = above
	default:
		w.table.cells = append(w.table.cells, c)
	}
	w.cells[c.column], w.last = c, c
	return nil
}

// parts is the table as a part of a story, or what it is the frame of.
func (t *table) parts() []part {
	if !t.isFrame() {
		return []part{{table: t}}
	}
	var inner []part
	for _, c := range t.cells {
		inner = append(inner, c.parts...)
	}
	return inner
}

// isFrame reports whether a table is there for the layout only: it has one
// column, and tables in it.
func (t *table) isFrame() bool {
	nested := false
	for _, c := range t.cells {
		if c.hidden || c.column != 0 || c.columnSpan != t.columns {
			return false
		}
		for _, p := range c.parts {
			nested = nested || p.table != nil
		}
	}
	return nested
}

// text is what is printed in a cell, without empty lines.
func (c *cell) text() string {
	var list []string
	for _, p := range c.parts {
		for line := range strings.FieldsFuncSeq(p.flat(), func(r rune) bool { return r == '\n' || r == '\f' }) {
			if line = strings.TrimSpace(line); line != "" {
				list = append(list, line)
			}
		}
	}
	return strings.Join(list, "\n")
}

// extract is the table as all formats have it.
func (t *table) extract() (*extract.Table, error) {
	if t.rows*t.columns > maxArea {
		return nil, fail(model.FailTooLarge, fmt.Errorf("a table of %d×%d cells", t.rows, t.columns))
	}
	out := &extract.Table{Rows: t.rows, Columns: t.columns, Cells: make([]extract.Cell, 0, len(t.cells))}
	for _, c := range t.cells {
		out.Cells = append(out.Cells, extract.Cell{
			Row: c.row, Column: c.column, RowSpan: c.rowSpan, ColumnSpan: c.columnSpan,
			Text: c.text(), At: model.Place{Line: c.line, Column: 1}, Arrow: c.arrow, Hidden: c.hidden,
		})
	}
	out.At = out.Cells[0].At
	return out, nil
}
