package grid

import (
	"slices"
	"unicode/utf8"

	"gyokaku/extract"
	"gyokaku/model"
)

const (
	// maxHeadings bounds the rows that are repeated at the top of a page.
	maxHeadings = 6
	// A row that had this much room left below it was not broken off.
	roomLeft = 2.0
)

// A chain is a table that may go on on the next page.
type chain struct {
	head *extract.Table // its first part, with the headings
	last *extract.Table // its part that has rows, on the latest page
	page *extract.Page  // where it stopped
	end  float64        // y
	open bool           // without a bottom line
}

// Join finds the tables that go on over the pages of doc, all of which [Page]
// laid out. The continuation is marked, its repeated headings go, and a row that
// the page break cut is put together. It is called once.
func Join(doc *extract.Document) {
	r := newRunning(doc.Pages)
	var c *chain
	for i := range doc.Pages {
		p := &doc.Pages[i]
		if !printed(p) {
			c = nil
			continue
		}
		first := r.firstTable(p)
		if c != nil && first != nil && c.continues(first, r.bottom(c.page)) {
			first.Continues = true
			c.goOn(p, first)
		} else {
			c = nil
		}
		c = r.lastChain(p, first, c)
	}
}

// printed reports whether p is paper with something on it: sheets of a workbook
// and texts have no page breaks.
func printed(p *extract.Page) bool {
	return p.Kind != extract.PageWorksheet && p.Kind != extract.PageText && len(p.Blocks) > 0
}

// firstTable is the table with which p begins: nothing but running heads stands
// above it.
func (r *running) firstTable(p *extract.Page) *extract.Table {
	var first *extract.Table
	for _, b := range p.Blocks {
		if t := b.Table; t != nil && (first == nil || t.At.Box[1] < first.At.Box[1]) {
			first = t
		}
	}
	for _, b := range p.Blocks {
		if b.Line != nil && first != nil && middle(b.Line) < first.At.Box[1] && !b.Line.Overlay && !r.has(p, b.Line) {
			return nil
		}
	}
	return first
}

// middle is the height at which l stands.
func middle(l *extract.Line) float64 { return (l.At.Box[1] + l.At.Box[3]) / 2 }

// lastTable is the table with which p ends: nothing but running feet stands
// below it. empty says that there is nothing on p but running lines.
func (r *running) lastTable(p *extract.Page) (last *extract.Table, empty bool) {
	for _, b := range p.Blocks {
		if t := b.Table; t != nil && (last == nil || t.At.Box[3] > last.At.Box[3]) {
			last = t
		}
	}
	for _, b := range p.Blocks {
		if b.Line == nil || b.Line.Overlay || r.has(p, b.Line) {
			continue
		}
		if last == nil || middle(b.Line) > last.At.Box[3] {
			return nil, false
		}
	}
	return last, last == nil
}

// lastChain is what may go on after p: its last table, or c if that is c's
// continuation first, or if c's end was all of p.
func (r *running) lastChain(p *extract.Page, first *extract.Table, c *chain) *chain {
	last, empty := r.lastTable(p)
	switch {
	case empty && c != nil:
		c.page, c.end, c.open = p, first.At.Box[3], first.OpenBottom
		return c
	case last == nil:
		return nil
	case c == nil || last != first:
		c = &chain{head: last, last: last}
	}
	c.page, c.end, c.open = p, last.At.Box[3], last.OpenBottom
	return c
}

// continues reports whether t, the first table of a page, is the rest of c:
// its columns stand at the same places, and it repeats the headings of c; or
// its first row is not that of a form begun anew, and would not have fitted
// below c.
func (c *chain) continues(t *extract.Table, bottom float64) bool {
	if !sameColumns(c.last, t) && !sameColumns(c.head, t) {
		return false
	}
	if repeated(c.head, t) > 0 {
		return true
	}
	return !begunAnew(c.head, t) && (c.open || rowHeight(t, 0)+roomLeft > bottom-c.end)
}

// sameColumns reports whether b goes on with the columns of a. A part may have
// no row that shows them all, so it is enough if all borders of one are borders
// of the other, or all of the rows that meet at the page break are.
func sameColumns(a, b *extract.Table) bool {
	above, first := lastRow(a), row(b, 0)
	if len(a.ColumnX) < 2 || len(b.ColumnX) < 2 || len(above) == 0 || len(first) == 0 ||
		!near(a.ColumnX[0], b.ColumnX[0]) || !near(a.ColumnX[len(a.ColumnX)-1], b.ColumnX[len(b.ColumnX)-1]) {
		return false
	}
	return contains(a.ColumnX, b.ColumnX) || contains(b.ColumnX, a.ColumnX) ||
		len(above) > 1 && len(first) > 1 && contains(b.ColumnX, sides(above)) && contains(a.ColumnX, sides(first))
}

// contains reports whether all of part are in all; both are sorted.
func contains(all, part []float64) bool {
	i := 0
	for _, x := range all {
		if i < len(part) && near(part[i], x) {
			i++
		}
	}
	return i == len(part)
}

// sides are the borders of the cells of one row.
func sides(cells []*extract.Cell) []float64 {
	var out []float64
	for _, c := range cells {
		out = append(out, c.At.Box[0])
	}
	return append(out, cells[len(cells)-1].At.Box[2])
}

// row lists the cells that begin in row r of t.
func row(t *extract.Table, r int) []*extract.Cell {
	i, _ := slices.BinarySearchFunc(t.Cells, r, func(c extract.Cell, r int) int { return c.Row - r })
	var out []*extract.Cell
	for ; i < len(t.Cells) && t.Cells[i].Row == r; i++ {
		out = append(out, &t.Cells[i])
	}
	return out
}

// repeated counts the rows at the top of t that repeat the top of head.
func repeated(head, t *extract.Table) int {
	n := 0
	for r := 0; r < min(maxHeadings, t.Rows-1, head.Rows); r++ {
		if !sameRow(row(head, r), row(t, r)) {
			break
		}
		if whole := r + 1; !crossed(t, whole) {
			n = whole
		}
	}
	if n > 0 && sameLabel(row(head, n), row(t, n)) {
		return 0
	}
	return n
}

// sameLabel reports whether two rows begin with the same text. Below equal rows
// that are headings, rows differ; two forms of one department have the same
// labels all the way down, and what is equal on top (担当課, 財政課) is no
// heading that could be dropped.
func sameLabel(a, b []*extract.Cell) bool {
	return len(a) > 0 && len(b) > 0 && a[0].Column == 0 && b[0].Column == 0 && a[0].Text != "" && a[0].Text == b[0].Text
}

// crossed reports whether a cell of t spans the border above row r.
func crossed(t *extract.Table, r int) bool {
	for _, c := range t.Cells {
		if c.Row >= r {
			break
		}
		if c.Row+c.RowSpan > r {
			return true
		}
	}
	return false
}

// sameRow reports whether two rows are equal and say something.
func sameRow(a, b []*extract.Cell) bool {
	some := false
	for i := range a {
		if i >= len(b) || a[i].RowSpan != b[i].RowSpan || !sameSides(a[i], b[i]) || a[i].Text != b[i].Text {
			return false
		}
		some = some || a[i].Text != ""
	}
	return some && len(a) == len(b)
}

func sameSides(a, b *extract.Cell) bool {
	return near(a.At.Box[0], b.At.Box[0]) && near(a.At.Box[2], b.At.Box[2])
}

// begunAnew reports whether t is the same form as head, filled in anew: their
// first rows begin with the same label and have the same cells.
func begunAnew(head, t *extract.Table) bool {
	a, b := row(head, 0), row(t, 0)
	if len(a) == 0 || len(a) != len(b) || a[0].Text == "" || a[0].Text != b[0].Text {
		return false
	}
	for i := range a {
		if !sameSides(a[i], b[i]) {
			return false
		}
	}
	return true
}

// rowHeight is the height of row r of t, in points.
func rowHeight(t *extract.Table, r int) float64 {
	h := 0.0
	for i, c := range row(t, r) {
		if d := c.At.Box[3] - c.At.Box[1]; i == 0 || d < h {
			h = d
		}
	}
	return h
}

// goOn joins t, on page p, to c.
func (c *chain) goOn(p *extract.Page, t *extract.Table) {
	if n := repeated(c.head, t); n > 0 {
		dropRows(t, n)
		t.OpenTop = false // that was the border of the headings
	}
	if c.cut(t) {
		mergeRow(c.last, t)
		dropRows(t, 1)
	}
	if t.Rows == 0 {
		p.Blocks = slices.DeleteFunc(p.Blocks, func(b extract.Block) bool { return b.Table == t })
		return
	}
	c.last = t
}

// dropRows removes the first n rows of t. A cell that reaches past them, the
// empty rest of a merged label, is shortened.
func dropRows(t *extract.Table, n int) {
	if n == 0 {
		return
	}
	var kept []extract.Cell
	top := t.At.Box[1]
	for _, c := range t.Cells {
		if end := c.Row + c.RowSpan; end > n {
			kept = append(kept, c)
		} else {
			top = max(top, c.At.Box[3])
		}
	}
	for i := range kept {
		c := &kept[i]
		if c.Row < n {
			c.RowSpan, c.Row = c.RowSpan-(n-c.Row), n
			c.At = below(c.At, top)
		}
		c.Row -= n
	}
	t.Cells, t.Rows, t.At = kept, t.Rows-n, below(t.At, top)
}

// below is p without what is above y.
func below(p model.Place, y float64) model.Place {
	b := *p.Box
	b[1] = min(max(b[1], y), b[3])
	p.Box = &b
	return p
}

// lastRow lists the cells of t that reach down to its end, by column.
func lastRow(t *extract.Table) []*extract.Cell {
	var out []*extract.Cell
	for i := range t.Cells {
		if c := &t.Cells[i]; c.Row+c.RowSpan == t.Rows {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b *extract.Cell) int { return a.Column - b.Column })
	return out
}

// cut reports whether the first row of t is the rest of c's last one. It is
// when neither has a border at the page break. Where both are drawn, it is when
// a label is not said again while a text that filled its last line goes on.
func (c *chain) cut(t *extract.Table) bool {
	above, first := lastRow(c.last), row(t, 0)
	if len(above) == 0 || len(above) != len(first) {
		return false
	}
	for i := range first {
		if !sameSides(above[i], first[i]) {
			return false
		}
	}
	if c.open && t.OpenTop {
		return true
	}
	return carriesOn(above, first)
}

// carriesOn reports whether all that the row below says is the rest of a text
// above it, and its first cell, the label, says nothing.
func carriesOn(above, below []*extract.Cell) bool {
	if below[0].Text != "" || above[0].Text == "" {
		return false
	}
	some := false
	for i := range below {
		if below[i].Text == "" {
			continue
		}
		if !unfinished(above[i]) {
			return false
		}
		some = true
	}
	return some
}

// unfinished reports whether the text of c was broken off: no more would have
// fitted in its last line, and the sentence has no end.
func unfinished(c *extract.Cell) bool {
	if len(c.Lines) == 0 {
		return false
	}
	last := c.Lines[len(c.Lines)-1]
	r, _ := utf8.DecodeLastRuneInString(last.Text)
	if r == '。' {
		return false
	}
	em := last.At.Box[3] - last.At.Box[1]
	margin := c.Lines[0].At.Box[0] - c.At.Box[0]
	for _, l := range c.Lines {
		margin = min(margin, l.At.Box[0]-c.At.Box[0])
	}
	return last.At.Box[2] >= c.At.Box[2]-max(margin, 0)-2*em
}

// mergeRow appends the texts of t's first row to the last row of prev.
func mergeRow(prev, t *extract.Table) {
	above := lastRow(prev)
	for i, c := range row(t, 0) {
		if c.Text == "" && !c.Arrow {
			continue
		}
		a := above[i]
		if a.Text != "" && c.Text != "" {
			a.Text += "\n"
		}
		a.Text += c.Text
		a.Lines = append(a.Lines, c.Lines...)
		a.Also = append(a.Also, c.At)
		a.Arrow = a.Arrow || c.Arrow
	}
}
