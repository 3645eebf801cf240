package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

// A shape is a drawn thing on a sheet that says something.
type shape struct {
	at     spot     // the cell under its top left corner
	across []spot   // the cells an arrow passes through, from left to right; nil for other shapes
	text   []string // its lines, without empty ones
}

// crossed is the share of a column's width that an arrow must cover to pass
// through it: arrows are drawn by hand and overshoot the border a little.
const crossed = 0.3

// maxMarks bounds the cells that the arrows of one sheet pass through.
const maxMarks = 100_000

func (d *drawing) add(n *node, b box) error {
	s := shape{
		at:   spot{min(d.edges.rows.index(b.y0), maxRows-1), min(d.edges.columns.index(b.x0), maxColumns-1)},
		text: paragraphs(n.child("txBody")),
	}
	if isArrow(n.child("spPr")) {
		s.across = d.across(b)
	}
	if d.marks += len(s.across); d.marks > maxMarks {
		return fail(model.FailTooLarge, fmt.Errorf("arrows over more than %d cells", maxMarks))
	}
	if len(s.across) > 0 || len(s.text) > 0 {
		d.shapes = append(d.shapes, s)
	}
	return nil
}

// across lists the cells that an arrow of box b passes through: those of the
// row at its middle. An upright arrow passes through none. One that is too
// short to cross a column is in the one at its middle.
func (d *drawing) across(b box) []spot {
	if b.y1-b.y0 > b.x1-b.x0 {
		return nil
	}
	columns := d.edges.columns
	row := d.edges.rows.index((b.y0 + b.y1) / 2)
	if row >= maxRows || b.x0 < 0 || b.y0 < 0 {
		return nil
	}
	var list []spot
	for c := columns.index(b.x0); c < maxColumns && columns.border(c) < b.x1; c++ {
		left, right := columns.border(c), columns.border(c+1)
		if right > left && min(right, b.x1)-max(left, b.x0) >= crossed*(right-left) {
			list = append(list, spot{row, c})
		}
	}
	if middle := columns.index((b.x0 + b.x1) / 2); len(list) == 0 && middle < maxColumns {
		list = []spot{{row, middle}}
	}
	return list
}

// A mark is one cell that an arrow passes through.
type mark struct {
	at    spot
	shape *shape
	first bool // the leftmost one
}

// addShapes marks the cells under arrows and returns the text of the other
// shapes. Text on an arrow is that of its first cell, as if it were printed
// there, unless the cell has its own.
func (b *builder) addShapes() []extract.Line {
	var marks []mark
	var lines []extract.Line
	for i := range b.shapes {
		s := &b.shapes[i]
		if s.across == nil {
			lines = append(lines, b.lines(s)...)
		}
		for k, at := range s.across {
			marks = append(marks, mark{at, s, k == 0})
		}
	}
	slices.SortStableFunc(marks, func(x, y mark) int { return compare(x.at, y.at) })
	find := b.finder()
	for _, m := range marks {
		extent, _ := find(m.at)
		c := b.add(extent.from, extent)
		c.Arrow = true
		switch {
		case !m.first || len(m.shape.text) == 0:
		case c.Text == "":
			c.Text = strings.Join(m.shape.text, "\n")
		default:
			lines = append(lines, b.lines(m.shape)...)
		}
	}
	slices.SortStableFunc(lines, func(x, y extract.Line) int { return compare(lineSpot(x), lineSpot(y)) })
	return lines
}

func (b *builder) lines(s *shape) []extract.Line {
	lines := make([]extract.Line, len(s.text))
	for i, t := range s.text {
		lines[i] = extract.Line{Text: t, At: b.place(s.at)}
	}
	return lines
}

func lineSpot(l extract.Line) spot {
	s, _ := parseSpot(l.At.Cell)
	return s
}

// arrange puts the lines that stand above the table before it, others after.
func arrange(t *extract.Table, lines []extract.Line) []extract.Block {
	var blocks []extract.Block
	above := len(lines)
	if t != nil {
		top, _ := parseSpot(t.At.Cell)
		above = slices.IndexFunc(lines, func(l extract.Line) bool { return lineSpot(l).row >= top.row })
		if above < 0 {
			above = len(lines)
		}
	}
	for i := range lines[:above] {
		blocks = append(blocks, extract.Block{Line: &lines[i]})
	}
	if t != nil {
		blocks = append(blocks, extract.Block{Table: t})
	}
	for i := range lines[above:] {
		blocks = append(blocks, extract.Block{Line: &lines[above+i]})
	}
	return blocks
}
