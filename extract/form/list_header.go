package form

import (
	"strconv"
	"strings"

	"gyokaku/extract"
)

// A column is one column of a list, with the headings over it from the top
// down: 効果額（千円） over 歳出削減.
type column struct {
	role     columnRole
	of       columnRole // what a year, a plan or a result belongs to: colEffect, colSchedule, colStatus, colIndicator
	planned  bool       // of an effect: the planned amount
	check    bool       // its heading is the status of the items marked below it
	year     string     // fiscal year that the headings name, in western digits
	yearAt   *heading
	unit     string
	owner    bool // the title's cell holds the owner too
	path     []*heading
	from, to int     // columns of its table, to excluded
	x0, x1   float64 // in points; equal where columns have no geometry

	order  int  // position in the list
	short  bool // its cells hold marks or words, no sentences
	number bool // its cells hold numbers
}

// leaf is the heading next to the cells.
func (c *column) leaf() *heading { return c.path[len(c.path)-1] }

// words is the printed heading, from the top down.
func (c *column) words() string {
	var parts []string
	for _, h := range c.path {
		parts = append(parts, strings.TrimSpace(h.cell.Text))
	}
	return strings.Join(parts, "\n")
}

// The limits of a list's heading: a form's rows hold a label or two with their
// values beside them, a list's heading holds nothing but headings.
const (
	minListColumns = 3 // a title and two more
	maxHeadRows    = 4
	minHeadShare   = 2.0 / 3 // share of the filled heading cells that must be known
)

// rows tries the rows as the heading of a list. It returns the columns
// and how many rows the heading takes, or 0.
func (m headings) rows(rows []row, year string) ([]*column, int) {
	if !m.couldHead(rows[0]) {
		return nil, 0
	}
	heads, n := m.cells(rows, year)
	widen(heads)
	columns := columnsOf(rows[0].table, heads)
	settle(columns)
	if !isList(columns, heads) {
		return nil, 0
	}
	return columns, n
}

// couldHead is a cheap look at a row: enough cells, none of them a sentence, and
// one of them known.
func (m headings) couldHead(r row) bool {
	if r.table == nil {
		return false
	}
	filled := 0
	for _, c := range r.cells {
		switch {
		case strings.TrimSpace(c.Text) == "":
		case len(c.Text) > 4*3*maxColumnHead:
			return false
		default:
			filled++
		}
	}
	if filled < minListColumns-1 {
		return false
	}
	for _, c := range r.cells {
		if h := m.read(c); h.role == colTitle || h.role == colGroup || c.RowSpan > 1 && h.role != colNone {
			return true
		}
	}
	return false
}

// cells reads the cells of the heading: its first row, the rows that its
// merged cells reach down to, and rows that only hold headings below a wide one.
func (m headings) cells(rows []row, year string) (heads [][]*heading, n int) {
	depth := 1
	for n < min(depth, maxHeadRows, len(rows)) && rows[n].table == rows[0].table {
		var level []*heading
		for _, c := range rows[n].cells {
			if strings.TrimSpace(c.Text) == "" {
				continue
			}
			h := m.read(c)
			level = append(level, &h)
			depth = max(depth, c.Row-rows[0].index+max(1, c.RowSpan))
		}
		bareYears(level, heads, year)
		heads = append(heads, level)
		n++
		if n == depth && n < len(rows) && rows[n].table == rows[0].table && m.sub(level, rows[n]) {
			depth++
		}
	}
	return heads, n
}

// widen lets a heading that is not merged reach over the blank cells to its
// right, as far as headings stand below them: 効果額 over 歳出削減 and 歳入増加 in a
// transcript, or in a sheet that centres it across cells.
func widen(heads [][]*heading) {
	for k := range len(heads) - 1 {
		for _, h := range heads[k] {
			x := h.cell.Column
			if h.width() > 1 || headAt(heads[k+1:k+2], x) == nil || h.role == colNone {
				continue
			}
			for x++; headAt(heads[:k+1], x) == nil && headAt(heads[k+1:k+2], x) != nil; x++ {
				h.span = x + 1 - h.cell.Column
			}
		}
	}
}

// headAt is the heading over a column in some levels, nil if there is none.
func headAt(heads [][]*heading, column int) *heading {
	for _, level := range heads {
		for _, h := range level {
			if h.cell.Column <= column && column < h.cell.Column+h.width() {
				return h
			}
		}
	}
	return nil
}

// width is how many columns a heading covers.
func (h *heading) width() int { return max(1, h.cell.ColumnSpan, h.span) }

// sub reports whether a row that no merged cell reaches is one of headings:
// all of its cells are known and stand below a heading wider than they are, or
// it holds years.
func (m headings) sub(above []*heading, r row) bool {
	wide := false
	for _, h := range above {
		wide = wide || h.cell.ColumnSpan > 1
	}
	known, filled := 0, 0
	for _, c := range r.cells {
		if strings.TrimSpace(c.Text) == "" {
			continue
		}
		filled++
		if h := m.read(c); h.role != colNone && h.role != colNumber {
			known++
		}
	}
	return filled >= 2 && known == filled && (wide || len(r.cells) > filled)
}

// bareYears reads year headings that print the number alone: R4, 5, 6, or 4, 5,
// 6 below 令和.
func bareYears(level []*heading, above [][]*heading, year string) {
	last := 0
	for i, h := range level {
		if h.role == colYear {
			last, _ = strconv.Atoi(h.year)
			continue
		}
		y, bare, ok := yearOf(h.cell.Text)
		if !ok || !bare {
			last = 0
			continue
		}
		if last == 0 {
			last = firstBare(level[i:], above, y, year)
		}
		if last == 0 {
			continue
		}
		last++
		h.role, h.year = colYear, itoa(last)
	}
}

// firstBare gives the year before the first of a run of bare numbers, from the
// era above them or from the year of the report; 0 if neither tells.
func firstBare(run []*heading, above [][]*heading, y int, year string) int {
	if len(run) < 3 {
		return 0
	}
	for i, h := range run[:3] {
		if next, bare, ok := yearOf(h.cell.Text); !ok || !bare || next != y+i {
			return 0
		}
	}
	for _, level := range above {
		for _, h := range level {
			if !over(h.cell, run[0].cell) {
				continue
			}
			for era, start := range eraStart {
				if len(era) > 1 && strings.Contains(fold(h.cell.Text), era) {
					return start + y - 1
				}
			}
		}
	}
	reported, _ := strconv.Atoi(year)
	for _, start := range []int{2018, 1988, 2000} {
		if d := reported - (start + y); reported > 0 && abs(d) < maxPlanYears {
			return start + y - 1
		}
	}
	return 0
}

// maxPlanYears bounds the years between a report and its plan's columns.
const maxPlanYears = 11

// over reports whether cell a stands above the column of cell b.
func over(a, b *extract.Cell) bool {
	return a.Column <= b.Column && b.Column < a.Column+max(1, a.ColumnSpan)
}

// columnsOf makes the columns below a heading. Neighbours under the very same
// heading cells are one: a sheet of narrow columns has no other borders.
func columnsOf(t *extract.Table, heads [][]*heading) []*column {
	width := 0
	for _, level := range heads {
		for _, h := range level {
			width = max(width, h.cell.Column+h.width())
		}
	}
	var list []*column
	for i := range width {
		path := pathAt(heads, i)
		if len(path) == 0 {
			continue
		}
		if n := len(list); n > 0 && list[n-1].to == i && samePath(list[n-1].path, path) {
			list[n-1].to++
			continue
		}
		list = append(list, &column{path: path, from: i, to: i + 1, order: len(list)})
	}
	for _, c := range list {
		if c.to < len(t.ColumnX) {
			c.x0, c.x1 = t.ColumnX[c.from], t.ColumnX[c.to]
		}
		c.bind()
	}
	return list
}

func pathAt(heads [][]*heading, column int) (path []*heading) {
	for _, level := range heads {
		for _, h := range level {
			if h.cell.Column <= column && column < h.cell.Column+h.width() {
				path = append(path, h)
			}
		}
	}
	return path
}

func samePath(a, b []*heading) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
