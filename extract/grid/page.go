package grid

import (
	"math"
	"slices"

	"gyokaku/extract"
	"gyokaku/model"
)

// Tables returns the tables that rules draw on page number page, with the
// words in their cells, from top to bottom, and the lines of the words outside
// of them. Words drawn invisibly are left out. A page with more lines than a
// table can have has no tables; all of its words are in lines then.
func Tables(page int, words []extract.Word, rules []extract.Rule) ([]extract.Table, []extract.Line) {
	p := extract.Page{Number: page, Words: words, Rules: rules}
	Page(&p)
	var tables []extract.Table
	var lines []extract.Line
	for _, b := range p.Blocks {
		if b.Table != nil {
			tables = append(tables, *b.Table)
		} else {
			lines = append(lines, *b.Line)
		}
	}
	return tables, lines
}

// Page fills p.Blocks from the words, rules and arrows of p, in reading order.
// Words drawn invisibly count only on a scan, whose text they are.
//
// Pages are independent of each other: this is what a pdf.Extractor can be given
// to lay each page out as soon as it is read, before [Join].
func Page(p *extract.Page) []model.Problem {
	if len(p.Words) == 0 && len(p.Rules) == 0 {
		return nil // a page without geometry keeps its blocks
	}
	m := memories.Get().(*memory)
	defer memories.Put(m)
	defer m.back()
	var problems []model.Problem
	d, ok := find(m, p.Rules, p.Arrows)
	if !ok {
		problems = append(problems, tooManyRules(p.Number))
	}
	at := newLocator(m, d.tables)
	at.markArrows(d.tables, d.through)
	frags := fragments(m, p.Words, at, p.Kind == extract.PageScanText)
	overhang(frags, at)
	b := builder{page: p.Number, at: at, memory: m}
	b.texts.room(p.Words)
	made := b.tables(d.tables, b.takeOver(d.boxes, frags))
	p.Blocks = inOrder(append(made, b.free(frags)...))
	return problems
}

func tooManyRules(page int) model.Problem {
	return model.Problem{
		Code:    "grid.rules",
		Place:   model.Place{Page: page},
		Message: "罫線が多すぎるため、このページの表は読み取らず文字だけを取り出した",
	}
}

// A builder makes the tables and lines of one page.
type builder struct {
	page   int
	at     *locator
	memory *memory
	boxes  int         // floating boxes
	spare  []model.Box // for places, allocated together
	texts  texts
}

// tables fills tables with the fragments in their cells. An empty frame is not
// a table.
func (b *builder) tables(tables []table, frags []fragment) []extract.Block {
	perCell := b.sorted(frags)
	var out []extract.Block
	for t := range tables {
		made := b.table(&tables[t], perCell[b.at.offset[t]:])
		if len(made.Cells) == 1 && made.Cells[0].Text == "" {
			continue
		}
		out = append(out, extract.Block{Table: made})
	}
	return out
}

// sorted lists the fragments of every cell.
func (b *builder) sorted(frags []fragment) [][]*fragment {
	counts := make([]int, len(b.at.boxes))
	for i := range frags {
		if c := frags[i].cell; c >= 0 {
			counts[c]++
		}
	}
	all := b.memory.sorted.take(len(frags))
	out := make([][]*fragment, len(counts))
	for c, n := range counts {
		k := len(all)
		all = all[:k+n]
		out[c] = all[k : k : k+n]
	}
	for i := range frags {
		if c := frags[i].cell; c >= 0 {
			out[c] = append(out[c], &frags[i])
		}
	}
	return out
}

func (b *builder) table(t *table, frags [][]*fragment) *extract.Table {
	made := &extract.Table{
		At:      b.place(t.outline()),
		Rows:    len(t.ys) - 1,
		Columns: len(t.xs) - 1,
		Cells:   make([]extract.Cell, len(t.cells)),
		ColumnX: make([]float64, len(t.xs)),
		OpenTop: t.openTop, OpenBottom: t.openBottom,
	}
	for i, x := range t.xs {
		made.ColumnX[i] = tenth(x)
	}
	for i, c := range t.cells {
		text, ls := b.lines(lines(frags[i]))
		made.Cells[i] = extract.Cell{
			Row: c.y0, Column: c.x0, RowSpan: c.y1 - c.y0, ColumnSpan: c.x1 - c.x0,
			Text: text, At: b.place(t.box(c)), Lines: ls, Arrow: c.arrow,
		}
	}
	return made
}

// lines gives the lines of a cell, and its text, of which theirs are parts.
func (b *builder) lines(ls []line) (string, []extract.Line) {
	if len(ls) == 0 {
		return "", nil
	}
	out := make([]extract.Line, len(ls))
	for i := range ls {
		out[i] = extract.Line{Text: ls[i].text(), At: b.place(ls[i].box)}
	}
	text := b.texts.join(out)
	rest := text
	for i := range out {
		n := len(out[i].Text)
		out[i].Text, rest = rest[:n], rest[min(n+1, len(rest)):]
	}
	return text, out
}

// free makes lines of the fragments outside of cells.
func (b *builder) free(frags []fragment) []extract.Block {
	loose := make([][]*fragment, 1+b.boxes) // outside of everything, then by box
	for i := range frags {
		if c := frags[i].cell; c < 0 {
			loose[none-c] = append(loose[none-c], &frags[i])
		}
	}
	var out []extract.Block
	for i, group := range loose {
		for _, l := range lines(group) {
			for _, part := range l.split(b.between) {
				l := extract.Line{Text: part.text(), At: b.place(part.box), Overlay: i > 0}
				l.Text = b.texts.join([]extract.Line{l})
				out = append(out, extract.Block{Line: &l})
			}
		}
	}
	return out
}

// between reports whether a table stands in the gap from x0 to x1.
func (b *builder) between(x0, x1, y float64) bool {
	return x1 > x0 && b.at.at((x0+x1)/2, y) != none
}

func (b *builder) place(box model.Box) model.Place {
	if len(b.spare) == 0 {
		b.spare = make([]model.Box, placesTogether)
	}
	r := &b.spare[0]
	b.spare = b.spare[1:]
	*r = model.Box{tenth(box[0]), tenth(box[1]), tenth(box[2]), tenth(box[3])}
	return model.Place{Page: b.page, Box: r}
}

// placesTogether is how many places are allocated at once: a page has one for
// each cell and each line.
const placesTogether = 32

func tenth(v float64) float64 { return math.Round(v*10) / 10 }

// sameTop is how much of the lower of two blocks may begin above the other for
// the two to stand side by side, and at most so many points.
const (
	sameTop    = 0.5
	sameTopMax = 6.0
)

// inOrder sorts blocks from the top; those that begin at about the same height
// from the left.
func inOrder(blocks []extract.Block) []extract.Block {
	slices.SortStableFunc(blocks, func(a, b extract.Block) int { return compare(boxOf(a)[1], boxOf(b)[1]) })
	for i := 0; i < len(blocks); {
		first := boxOf(blocks[i])
		reach := first[1] + min(sameTop*(first[3]-first[1]), sameTopMax)
		j := i + 1
		for j < len(blocks) && boxOf(blocks[j])[1] <= reach {
			j++
		}
		slices.SortStableFunc(blocks[i:j], func(a, b extract.Block) int { return compare(boxOf(a)[0], boxOf(b)[0]) })
		i = j
	}
	return blocks
}

func boxOf(b extract.Block) *model.Box {
	if b.Table != nil {
		return b.Table.At.Box
	}
	return b.Line.At.Box
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
