package grid

import (
	"fmt"
	"strings"
	"testing"

	"gyokaku/extract"
	"gyokaku/model"
)

// A paper is a page to draw on: rules 0.5 pt thick, type of 10 pt.
type paper struct{ extract.Page }

func newPaper(number int) *paper {
	return &paper{extract.Page{Number: number, Width: 600, Height: 840, Kind: extract.PageDigital}}
}

func (p *paper) h(y, x0, x1 float64) *paper {
	p.Rules = append(p.Rules, extract.Rule{X0: x0, Y0: y - 0.25, X1: x1, Y1: y + 0.25})
	return p
}

func (p *paper) v(x, y0, y1 float64) *paper {
	p.Rules = append(p.Rules, extract.Rule{X0: x - 0.25, Y0: y0, X1: x + 0.25, Y1: y1})
	return p
}

// grid draws all lines between the given borders.
func (p *paper) grid(xs, ys []float64) *paper {
	for _, y := range ys {
		p.h(y, xs[0], xs[len(xs)-1])
	}
	for _, x := range xs {
		p.v(x, ys[0], ys[len(ys)-1])
	}
	return p
}

// word sets text in full-width type from x on, on a baseline.
func (p *paper) word(x, base float64, text string) *paper {
	return p.sized(x, base, 10, text)
}

func (p *paper) sized(x, base, size float64, text string) *paper {
	w := extract.Word{Text: text, Baseline: base, Size: size}
	for i, r := range []rune(text) {
		g := extract.Glyph{Text: string(r), Box: model.Box{x + float64(i)*size, base - 0.88*size, x + float64(i+1)*size, base + 0.12*size}}
		if i == 0 {
			w.Box = g.Box
		}
		w.Box = w.Box.Union(g.Box)
		w.Glyphs = append(w.Glyphs, g)
	}
	p.Words = append(p.Words, w)
	return p
}

// shift moves all that was drawn by (dx, 0) from glyph i of the last word on.
func (p *paper) shift(i int, dx float64) *paper {
	w := &p.Words[len(p.Words)-1]
	for k := i; k < len(w.Glyphs); k++ {
		w.Glyphs[k].Box[0] += dx
		w.Glyphs[k].Box[2] += dx
	}
	w.Box = w.Box.Union(w.Glyphs[len(w.Glyphs)-1].Box)
	return p
}

func (p *paper) vertical(x, y float64, text string) *paper {
	w := extract.Word{Text: text, Baseline: x, Size: 10, Vertical: true}
	for i, r := range []rune(text) {
		g := extract.Glyph{Text: string(r), Box: model.Box{x - 5, y + float64(i)*10, x + 5, y + float64(i+1)*10}}
		if i == 0 {
			w.Box = g.Box
		}
		w.Box = w.Box.Union(g.Box)
		w.Glyphs = append(w.Glyphs, g)
	}
	p.Words = append(p.Words, w)
	return p
}

// show renders blocks: a table as its size and one line per cell that is merged
// or says something.
func show(blocks []extract.Block) string {
	var b strings.Builder
	for _, k := range blocks {
		if k.Line != nil {
			fmt.Fprintf(&b, "%s\n", k.Line.Text)
			continue
		}
		more := ""
		if k.Table.Continues {
			more = " more"
		}
		fmt.Fprintf(&b, "table %dx%d%s\n", k.Table.Rows, k.Table.Columns, more)
		for _, c := range k.Table.Cells {
			if c.Text == "" && c.RowSpan == 1 && c.ColumnSpan == 1 && !c.Arrow {
				continue
			}
			fmt.Fprintf(&b, " %d,%d", c.Row, c.Column)
			if c.RowSpan != 1 || c.ColumnSpan != 1 {
				fmt.Fprintf(&b, " %dx%d", c.RowSpan, c.ColumnSpan)
			}
			if c.Arrow {
				b.WriteString(" ->")
			}
			fmt.Fprintf(&b, " %q\n", c.Text)
		}
	}
	return b.String()
}

func wantBlocks(t *testing.T, blocks []extract.Block, want string) {
	t.Helper()
	if got := show(blocks); got != untab(want) {
		t.Errorf("got:\n%swant:\n%s", got, untab(want))
	}
}

// untab takes the indentation and the first line break from a wanted text.
func untab(want string) string {
	return strings.ReplaceAll(strings.TrimPrefix(want, "\n"), "\t", "")
}
