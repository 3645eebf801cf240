package form

import (
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

// A block is a run of rows under year headings: actions with their bars, or
// measures with their values.
type block int

const (
	noBlock block = iota
	scheduleBlock
	measureBlock
)

// blockOf tells by the other cells of the heading row what stands below; the
// years of a schedule often stand under a heading of their own.
func (r *reader) blockOf(rest []*extract.Cell) block {
	for _, c := range rest {
		if l, ok := r.labelOf(strings.TrimSpace(c.Text)); ok && l.role == roleMeasures {
			return measureBlock
		}
	}
	return scheduleBlock
}

// blockRow reads a row of the block. It reports false for a row that belongs to
// the form around it.
func (r *reader) blockRow(row row) bool {
	first := firstFilled(row)
	if first == nil || r.item == nil {
		return false
	}
	if r.block == measureBlock {
		return r.measureRow(row)
	}
	if _, ok := r.labelOf(strings.TrimSpace(first.Text)); ok {
		return false
	}
	return r.actionRow(first, row)
}

func firstFilled(row row) *extract.Cell {
	for _, c := range row.cells {
		if strings.TrimSpace(c.Text) != "" {
			return c
		}
	}
	return nil
}

// An action begins with its ordinal: ①, (1), ⑴, 1, ア (survey, section 2.5).
var actionOrdinal = pattern(`^\s*([(（]?\s*(?:[0-9０-９]{1,2}|[ア-コ])\s*[)）.．、]|[①-⑳⑴-⒇]|(?:[0-9０-９]{1,2}|[ア-コ])[\s\x{3000}])[\s\x{3000}]*`)

// actionRow reads "① 受付を予約制にする。 | 検討 | 実施": an initiative with its
// bars.
func (r *reader) actionRow(first *extract.Cell, row row) bool {
	m := actionOrdinal().FindStringSubmatch(first.Text)
	if m == nil || r.underYears(first, row.table) {
		return false
	}
	title := strings.TrimSpace(first.Text[len(m[0]):])
	n := actionNumber(m[1])
	if title == "" || n == 0 {
		return false
	}
	r.item.body, r.reported, r.titleColumn = true, false, first.Column
	r.initiative = r.item.numbered(n, &extract.Cell{Text: m[1], At: first.At})
	add(&r.initiative.Title, first, title)
	for i, c := range row.cells {
		if c == first {
			r.bars(row.cells[i+1:], row.table, first.Column)
		}
	}
	return true
}

func (r *reader) underYears(c *extract.Cell, table *extract.Table) bool {
	_, _, ok := r.covered(c, table, 0)
	return ok
}

const kanaOrder = "アイウエオカキクケコ"

// actionNumber is the place in its sequence that an ordinal names.
func actionNumber(ordinalText string) int {
	key := strings.Trim(fold(ordinalText), "().,、 ")
	if n := strings.Index(kanaOrder, key); n >= 0 && key != "" {
		return n/len("ア") + 1
	}
	n := ordinal(key)
	if n < 1 || n > 99 {
		return 0
	}
	return n
}

// pillarText splits "視点１　財政の健全化" into its ordinal and title. A space
// between them may be lost in a PDF; a counter behind a digit is none (３年間).
var pillarText = pattern(`^\s*(?:第|基本方針|基本目標|重点項目|視点|改革の柱|柱|方針|戦略|目標|政策)*\s*([0-9０-９]{1,2}|[Ⅰ-Ⅻ]|[①-⑳]|[IVX]{1,4}|[一二三四五六七八九十])(?:\s*(?:[.．、:：\s\x{3000}]|の柱)\s*|([^0-9０-９年月日つ人件回か所\s]))([\s\S]*)$`)

// pillar reads the cell of the first level of the plan.
func (r *reader) pillar(c *extract.Cell, text string) {
	p := &r.item.Pillar
	m := pillarText().FindStringSubmatch(text)
	if m == nil || m[2]+m[3] == "" {
		p.Title = model.Printed[string](text, c.At, c.Also...)
		return
	}
	p.Number = model.Printed[int](m[1], c.At)
	p.Title = model.Printed[string](m[2]+m[3], c.At, c.Also...)
}
