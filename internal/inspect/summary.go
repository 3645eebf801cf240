package inspect

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"gyokaku/extract"
	"gyokaku/model"
)

// A summary is the counts of a page.
type summary struct {
	words, hidden    int
	glyphs, unmapped int
	rules, dashed    int
	arrows           int
	tables, cells    int
	empty            int // cells without text
	lines            int // of text outside of tables
	outside          int // printed lines that stand out of their cell
}

func summarize(page *extract.Page) (s summary) {
	s.words, s.rules, s.arrows = len(page.Words), len(page.Rules), len(page.Arrows)
	for i := range page.Words {
		w := &page.Words[i]
		if w.Hidden {
			s.hidden++
		}
		s.glyphs += len(w.Glyphs)
		for _, g := range w.Glyphs {
			if unmapped(g.Text) {
				s.unmapped++
			}
		}
	}
	for _, r := range page.Rules {
		if r.Dashed {
			s.dashed++
		}
	}
	for _, b := range page.Blocks {
		if b.Table == nil {
			s.lines++
			continue
		}
		s.tables++
		s.cells += len(b.Table.Cells)
		for i := range b.Table.Cells {
			c := &b.Table.Cells[i]
			if strings.TrimSpace(c.Text) == "" {
				s.empty++
			}
			for _, l := range c.Lines {
				if standsOut(l, c) {
					s.outside++
				}
			}
		}
	}
	return s
}

// unmapped reports whether the font does not say what a glyph means.
func unmapped(text string) bool { return strings.ContainsRune(text, utf8.RuneError) }

// outsideBy is how far, relative to the height of a line, its text stands out
// of the cell before it is pointed out: punctuation hangs over by half a
// character, and glyph boxes are a little higher than their ink.
const outsideBy = 0.6

// standsOut reports whether a printed line of c is not inside of c. The lines
// of a cell that a page break cut are on other pages too.
func standsOut(l extract.Line, c *extract.Cell) bool {
	if l.At.Box == nil || c.At.Box == nil || l.At.Page != c.At.Page {
		return false
	}
	in, out := *l.At.Box, *c.At.Box
	slack := outsideBy * min(in[3]-in[1], in[2]-in[0])
	return in[0] < out[0]-slack || in[1] < out[1]-slack || in[2] > out[2]+slack || in[3] > out[3]+slack
}

// facts says in one line what kind of page this is and what is on it.
func (p *printer) facts() string {
	s, t := p.sum, p.text
	parts := []string{t.kinds[p.page.Kind]}
	if p.page.Sheet != "" {
		parts = append(parts, p.page.Sheet)
	}
	if p.page.Width > 0 {
		parts = append(parts, fmt.Sprintf("%.1f × %.1f pt", p.page.Width, p.page.Height))
		parts = append(parts, fmt.Sprintf(t.words, s.words, s.hidden), fmt.Sprintf(t.glyphs, s.glyphs, s.unmapped),
			fmt.Sprintf(t.rules, s.rules, s.dashed), fmt.Sprintf(t.arrows, s.arrows))
	}
	parts = append(parts, fmt.Sprintf(t.tables, s.tables), fmt.Sprintf(t.cells, s.cells, s.empty), fmt.Sprintf(t.lines, s.lines),
		fmt.Sprintf(t.reader, p.Document.Reader))
	return strings.Join(parts, t.comma)
}

// suspicions are what looks wrong on the page without being a problem yet.
func (p *printer) suspicions() (lines []string) {
	if p.sum.unmapped > 0 {
		lines = append(lines, fmt.Sprintf(p.text.unmappedFound, p.sum.unmapped))
	}
	if p.sum.outside > 0 {
		lines = append(lines, fmt.Sprintf(p.text.outsideFound, p.sum.outside))
	}
	if p.sum.tables == 0 && p.sum.words > 0 {
		lines = append(lines, p.text.noTables)
	}
	return lines
}

// details describes a cell to whoever points at it.
func (p *printer) details(c *extract.Cell) string {
	t := p.text
	lines := []string{fmt.Sprintf(t.cellAt, c.Row, c.Column, c.RowSpan, c.ColumnSpan), place(c.At)}
	for _, also := range c.Also {
		lines = append(lines, fmt.Sprintf(t.also, place(also)))
	}
	if c.Arrow {
		lines = append(lines, t.arrowThrough)
	}
	if c.Hidden {
		lines = append(lines, t.hiddenCell)
	}
	return strings.Join(append(lines, quoted(c.Text, t)), "\n")
}

func quoted(s string, t *texts) string {
	if s == "" {
		return t.nothing
	}
	return "「" + s + "」"
}

// inset is b made smaller by d on every side, as far as there is room.
func inset(b model.Box, d float64) model.Box {
	d = min(d, (b[2]-b[0])/2, (b[3]-b[1])/2)
	return model.Box{b[0] + d, b[1] + d, b[2] - d, b[3] - d}
}
