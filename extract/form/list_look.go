package form

import (
	"strings"
	"unicode/utf8"
)

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
