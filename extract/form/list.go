package form

import (
	"math"
	"strings"
	"unicode/utf8"

	"gyokaku/extract"
	"gyokaku/model"
)

// A list is a table with one row, or a few rows, for each item: its heading and
// the rows below it, over as many pages as it takes.
type list struct {
	columns   []*column
	table     *extract.Table         // where the heading stands
	headCells map[*extract.Cell]bool // of headings, repeated ones too
	heads     headings
	rows      []row  // the rows below the heading
	unit      string // unit of its caption: （単位：千円）
	unitAt    model.Place
	effects   bool // its caption speaks of amounts (財政効果額一覧表)

	item     *draft
	items    []*draft
	end      int // row after the last that the item's cells reach
	endTable *extract.Table
	pillar   model.Pillar // over the item

	pillarText string                          // as printed
	pillarCell *extract.Cell                   // until an item follows
	names      map[*extract.Cell]*extract.Cell // lines that name a pillar, by the first cell of the heading below
	lower      map[string]bool                 // styles of numbers of levels below the pillar
	year       string                          // the year reported on, in western digits, "" if unknown
	yearText   string                          // the line or cell that names it
	yearAt     model.Place
	scales     []*scale // the document's legends
	rated      []ratingIn
	spans      map[*draft][]span
	drawn      bool // some bar covers several years
	kind       *extract.Cell
	indicator  *model.Indicator
	open       map[*column]*model.Field[string] // texts of the item, by column
}

// findLists tells for every row which list it belongs to, nil for none.
func (r *reader) findLists(rows []row) []*list {
	in := make([]*list, len(rows))
	r.heads = r.profileHeadings(rows)
	var last *list
	year, _, _ := firstYear(rows)
	for i := 0; i < len(rows); i++ {
		columns, n := r.heads.rows(rows[i:], year)
		switch {
		case n > 0 && last != nil && last.sameHeading(columns):
			last.repeat(rows[i : i+n])
		case n > 0 && hasItems(columns, rows[i:], n):
			last = newList(columns, rows[i:i+n], r.heads)
			last.caption(rows[:i])
			r.lists = append(r.lists, last)
		case n > 0:
			n = 0
		}
		for k := range n {
			in[i+k] = last
		}
		if n > 0 {
			last.named(rows[:i], rows[i])
		}
		if n > 0 {
			i += n - 1
			continue
		}
		if last != nil && last.holds(rows[i], rows, i, in) {
			in[i] = last
			last.rows = append(last.rows, rows[i])
		}
	}
	for _, l := range r.lists {
		l.year, l.yearText, l.yearAt = firstYear(rows)
		l.look()
	}
	if len(r.lists) > 0 {
		r.readScales(rows)
	}
	return in
}

// firstYear is the fiscal year reported on: the first that a line names which
// speaks of results, else the only year of the headings whose results are told.
func firstYear(rows []row) (year, text string, at model.Place) {
	for _, r := range rows {
		for _, c := range r.cells {
			if len(c.Text) > 4*maxHeading {
				continue
			}
			if key := fold(c.Text); reportWords().MatchString(key) {
				if y := yearIn(planPeriod().ReplaceAllString(key, "")); y != "" {
					return y, strings.TrimSpace(c.Text), c.At
				}
			}
		}
	}
	return "", "", model.Place{}
}

func newList(columns []*column, headRows []row, known headings) *list {
	l := &list{columns: columns, table: headRows[0].table, headCells: map[*extract.Cell]bool{}, heads: known, spans: map[*draft][]span{}, lower: map[string]bool{}, names: map[*extract.Cell]*extract.Cell{}}
	l.repeat(headRows)
	return l
}

// repeat notes the cells of a heading, which hold no values.
func (l *list) repeat(heads []row) {
	for _, r := range heads {
		for _, c := range r.cells {
			l.headCells[c] = true
		}
	}
}

// sameHeading reports a heading printed again on a further page.
func (l *list) sameHeading(columns []*column) bool {
	if len(columns) != len(l.columns) {
		return false
	}
	for i, c := range columns {
		if fold(c.words()) != fold(l.columns[i].words()) {
			return false
		}
	}
	return true
}

// hasItems reports whether rows follow the heading whose title is no label: the
// blank form of one item has its labels in a row too.
func hasItems(columns []*column, rows []row, n int) bool {
	for _, r := range rows[n:] {
		if r.table != rows[0].table {
			// a heading alone at the foot of a page
			return r.table != nil && r.table.Continues
		}
		for _, c := range r.cells {
			if bound := columnOver(columns, rows[0].table, c, r.table); bound != nil && bound.role == colTitle && strings.TrimSpace(c.Text) != "" {
				l, labels := exactLabel(fold(c.Text))
				return !labels || l.role == roleInitiative
			}
		}
	}
	return false
}

// holds reports whether a row belongs to the list: the rows below its heading,
// those of tables that continue it, and those of a further table whose columns
// stand at the same places.
func (l *list) holds(r row, rows []row, i int, in []*list) bool {
	if r.table == nil {
		return false
	}
	if i > 0 && rows[i-1].table == r.table {
		return in[i-1] == l
	}
	if len(l.rows) > 0 && l.rows[len(l.rows)-1].table == r.table {
		return true
	}
	before := lastTable(rows[:i])
	if before < 0 || in[before] != l {
		return false
	}
	return r.table.Continues || agree(l.table.ColumnX, r.table.ColumnX)
}

// lastTable is the index of the last row of a table, -1 if there is none.
func lastTable(rows []row) int {
	for i := len(rows) - 1; i >= 0; i-- {
		if rows[i].table != nil {
			return i
		}
	}
	return -1
}

// maxDrift is how far in points a column may stand off from page to page.
const maxDrift = 3.0

func agree(a, b []float64) bool {
	if len(a) == 0 || len(a) != len(b) {
		return false
	}
	for i := range a {
		if math.Abs(a[i]-b[i]) > maxDrift {
			return false
		}
	}
	return true
}

// columnAt finds the column that a cell stands in, by its place on the page
// where columns have one, else by its number.
func (l *list) columnAt(c *extract.Cell, t *extract.Table) *column {
	return columnOver(l.columns, l.table, c, t)
}

func columnOver(columns []*column, headed *extract.Table, c *extract.Cell, t *extract.Table) *column {
	x0, x1 := extentOf(t, c)
	if x1 > x0 && len(headed.ColumnX) > 0 {
		var best *column
		most := 0.0
		for _, col := range columns {
			if w := min(x1, col.x1) - max(x0, col.x0); w > most {
				best, most = col, w
			}
			if most > 0 && col.x0 > x0 && best.x1-best.x0 <= most+maxDrift {
				break // the first column that is fully covered
			}
		}
		return best
	}
	for _, col := range columns {
		if col.from < c.Column+max(1, c.ColumnSpan) && c.Column < col.to {
			return col
		}
	}
	return nil
}

var unitCaption = pattern(`単位[:・]?([^\s)）】,、]{1,5})`)

// caption reads the line above the table: the unit of its amounts, and whether
// it lists amounts.
func (l *list) caption(above []row) {
	for i := len(above) - 1; i >= max(0, len(above)-maxCaption); i-- {
		if above[i].table != nil && above[i].table != l.table {
			return
		}
		for _, c := range above[i].cells {
			key := fold(c.Text)
			if m := unitCaption().FindStringSubmatch(key); m != nil && l.unit == "" && headUnit().MatchString(m[1]) {
				l.unit, l.unitAt = m[1], c.At
			}
			l.effects = l.effects || utf8.RuneCountInString(key) <= maxHeading && strings.Contains(key, "効果額")
		}
	}
}

// maxCaption is how many lines above a table may be its caption.
const maxCaption = 4
