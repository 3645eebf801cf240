package form

import (
	"strconv"
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
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

// bind decides the role of a column from its headings.
func (c *column) bind() {
	for _, h := range c.path {
		if h.year != "" {
			c.year, c.yearAt = h.year, h
		}
		if h.unit != "" {
			c.unit = h.unit
		}
		c.owner = c.owner || h.owner
	}
	above := colNone // the nearest known heading over the leaf
	for _, h := range c.path[:len(c.path)-1] {
		if h.role != colNone && h.role != colYear {
			above = h.role
		}
	}
	leaf := c.leaf().role
	switch {
	case leaf == colNone:
		c.role, c.check = above, above == colStatus || above == colOutcome
	case leaf == colYear:
		c.role, c.of = colYear, above
	default:
		c.role, c.of = leaf, above
	}
	c.under(above)
}

// under reads a heading by the one above it: 計画 below 効果額 is an amount, 1次
// below 評価 an evaluator.
func (c *column) under(above columnRole) {
	switch above {
	case colEffect:
		switch c.role {
		case colPlan, colAim, colPlanned, colTarget:
			c.role, c.planned = colEffect, true
		case colResult, colActual, colNone, colGroup, colKind:
			c.role = colEffect
		case colYear:
			c.role = colEffect
		}
	case colStatus, colDone:
		switch c.role {
		case colAction, colResult:
			c.role = colDone
		case colNote:
			c.role = colAssessment
		}
	case colIndicator:
		switch c.role {
		case colPlan, colAim:
			c.role = colPlanned
		case colResult:
			c.role = colActual
		}
	case colPlanned, colTarget, colAim:
		if c.role == colYear {
			c.of = colPlanned
		}
	case colActual, colResult:
		if c.role == colYear {
			c.of = colActual
		}
	}
	if c.role == colEffect && !c.planned {
		c.planned = c.plansAmount()
	}
}

// plansAmount reports headings of amounts that are not yet had.
func (c *column) plansAmount() bool {
	for _, h := range c.path {
		for _, w := range [...]string{"目標", "計画", "見込", "予算", "予定"} {
			if strings.Contains(h.key, w) {
				return true
			}
		}
	}
	return false
}

// settle decides what the columns beside a column tell about it.
func settle(columns []*column) {
	has := map[columnRole]int{}
	for _, c := range columns {
		has[c.role]++
	}
	measured := has[colIndicator] > 0 || has[colUnit] > 0
	for _, c := range columns {
		switch {
		case c.role == colGroup && has[colTitle] > 0:
			c.role = colPillar
		case c.role == colGroup:
			c.role = colTitle
			has[colTitle]++
		case c.role == colOutcome && has[colStatus] == 0:
			c.role = colStatus
			has[colStatus]++
		case c.role == colPlan && measured, c.role == colAim && measured:
			c.role = colPlanned
		case c.role == colPlan && c.year != "":
			c.role, c.of = colYear, colSchedule // what is planned for that year
		case c.role == colPlan:
			c.role = colAction
		case c.role == colAim:
			c.role = colGoal
		case c.role == colResult && measured:
			c.role = colActual
		case c.role == colResult:
			c.role = colDone
		}
	}
	firstTitle(columns)
}

// firstTitle keeps one title: of several the last one is the item and those
// before it are levels above.
func firstTitle(columns []*column) {
	last := -1
	for i, c := range columns {
		if c.role == colTitle {
			last = i
		}
	}
	for i, c := range columns {
		if c.role == colTitle && i < last {
			c.role = colPillar
		}
	}
}

// isList reports whether columns make a list of items: a title, two more, and
// one of them tells something about the item. A contents table does not.
func isList(columns []*column, heads [][]*heading) bool {
	known, filled := 0, 0
	for _, level := range heads {
		for _, h := range level {
			filled++
			if h.role != colNone {
				known++
			}
		}
	}
	bound, title, tells := 0, false, false
	for _, c := range columns {
		switch c.role {
		case colNone:
			continue
		case colTitle:
			title = true
		case colPage:
			return false
		case colPillar, colNumber, colDepartment, colNote, colKind, colUnit, colTotal:
		default:
			tells = true
		}
		bound++
	}
	return title && tells && bound >= minListColumns && float64(known) >= minHeadShare*float64(filled)
}

func itoa(n int) string { return strconv.Itoa(n) }

// printedYear is the heading that names the column's year.
func (c *column) printedYear() model.Field[model.FiscalYear] {
	if c.yearAt == nil {
		return model.Field[model.FiscalYear]{}
	}
	text := strings.TrimSpace(c.yearAt.cell.Text)
	if y, bare, ok := yearOf(text); !ok || bare || itoa(y) != c.year {
		text = c.year
	}
	return model.Printed[model.FiscalYear](text, c.yearAt.cell.At)
}
