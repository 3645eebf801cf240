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

// maxShort is the longest mark or word in characters, folded: longer cells are
// sentences.
const maxShort = 14

var numberCell = pattern(`^[△▲+\-−約]?[\d,.]+`)

// look decides by the cells of a column what its heading leaves open: 評価 is a
// letter or a sentence, 今後の方向性 a word of a list or a sentence.
func (l *list) look() {
	n := len(l.columns)
	longest, filled, numbers, kinds := make([]int, n), make([]int, n), make([]int, n), make([]int, n)
	sentence := make([]bool, n)
	for _, r := range l.rows {
		for _, c := range r.cells {
			col := l.columnAt(c, r.table)
			if col == nil || saysNothing(c.Text) || isTotal(c.Text) {
				continue
			}
			key := fold(c.Text)
			longest[col.order] = max(longest[col.order], utf8.RuneCountInString(key))
			filled[col.order]++
			sentence[col.order] = sentence[col.order] || strings.HasSuffix(key, "。")
			if l.heads.kind(c) != colNone {
				kinds[col.order]++
			}
			if numberCell().MatchString(key) {
				numbers[col.order]++
			}
		}
	}
	for i, c := range l.columns {
		c.short = longest[i] <= maxShort && !sentence[i]
		c.number = filled[i] > 0 && 2*numbers[i] > filled[i]
		c.look(l)
		if filled[i] >= minYears && float64(kinds[i]) >= minHeadShare*float64(filled[i]) && len(l.yearColumns()) > 0 && !c.textual() {
			l.isKind(c)
		}
	}
	l.measures()
	l.status()
}

// isKind takes a column for what its cells say: 計画 and 実績. The title then is
// the column before it that was taken for a level above.
func (l *list) isKind(c *column) {
	was := c.role
	c.role = colKind
	if was != colTitle {
		return
	}
	for i := c.order - 1; i >= 0; i-- {
		if b := l.columns[i]; b.leaf().role == colTitle || b.leaf().role == colGroup {
			b.role = colTitle
			return
		}
	}
}

// look settles one column.
func (c *column) look(l *list) {
	switch {
	case c.role == colStatus && !c.short && strings.Contains(c.leaf().key, "評価"):
		c.role = colAssessment
	case (c.role == colStatus || c.role == colOutcome) && !c.short:
		c.role = colDone
	case c.role == colDone && c.short && !c.number && strings.HasSuffix(c.leaf().key, "状況") && !l.has(colStatus):
		c.role = colStatus
	case c.role == colDirection && !c.short:
		c.role = colNext
	case c.role == colEffect && !c.number && !c.short:
		c.role = colNote
	case c.role == colDone && c.number && c.short, c.role == colGoal && c.number && c.short:
		c.role = map[columnRole]columnRole{colDone: colActual, colGoal: colTarget}[c.role]
	}
}

// measures takes a column of measured goals without numbers beside it for text
// that names goal and number in one.
func (l *list) measures() {
	for _, c := range l.columns {
		if c.role == colPlanned || c.role == colActual || c.role == colTarget || c.role == colBaseline ||
			c.role == colYear && c.of != colSchedule && c.of != colEffect {
			return
		}
	}
	for _, c := range l.columns {
		if c.role == colIndicator {
			c.of = colIndicator // its text says all
		}
	}
}

// status leaves one column as the item's status: where several rate it, the
// first that speaks of progress.
func (l *list) status() {
	var found []*column
	for _, c := range l.columns {
		if c.role == colStatus && !c.check {
			found = append(found, c)
		}
	}
	if len(found) == 0 {
		l.checks()
		for _, c := range l.columns {
			if c.role == colOutcome && !c.check {
				c.role, c.check = colStatus, false
				return
			}
		}
		return
	}
	best := found[0]
	for _, c := range found {
		if l.better(c, best) {
			best = c
		}
	}
	for _, c := range found {
		if c != best {
			c.role = colRating
			if strings.Contains(c.leaf().key, "達成") {
				c.role = colOutcome
			}
		}
	}
}

// checks leaves the headings below one status (進捗状況: 完了 | 実施中 | 未着手) as
// words of the items that are marked below them. A single heading is none.
func (l *list) checks() {
	n := 0
	for _, c := range l.columns {
		if c.check && c.short {
			n++
		}
	}
	for _, c := range l.columns {
		c.check = c.check && c.short && n > 1
	}
}

// better prefers the grade of the year reported on, then the word for progress.
func (l *list) better(a, b *column) bool {
	if a.year != b.year {
		return a.year == l.year || b.year != l.year && a.year > b.year
	}
	return progressWord(a) && !progressWord(b)
}

func progressWord(c *column) bool {
	k := c.leaf().key
	return strings.Contains(k, "進捗") || strings.Contains(k, "進ちょく") || strings.Contains(k, "着手")
}

// totalWords end the rows that add others up.
var totalPattern = pattern(`^(?:合計|総計|小計|計|累計|総合計|合計額|平均|全体|[^、。]{0,16}(?:合計|小計|総計|の計))(?:\(.*\))?$`)

func isTotal(text string) bool { return totalPattern().MatchString(fold(text)) }
