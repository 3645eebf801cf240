package grid

import (
	"math"
	"slices"
	"strings"
	"testing"

	"gyokaku/extract"
)

// scribble draws what data says, five bytes at a time: lines and words on a
// coarse raster, so that they often meet, with some off it.
func scribble(data []byte) *paper {
	p := newPaper(1)
	for ; len(data) >= 5; data = data[5:] {
		a, b := 3*float64(data[1]), 3*float64(data[2])
		c := b + 4*float64(data[3]) + float64(data[4]%8)/4
		switch data[0] % 8 {
		case 0, 1, 2:
			p.h(a, b, c)
		case 3, 4, 5:
			p.v(a, b, c)
		case 6:
			text := []rune("あ。A い 1")
			p.word(a, b, string(text[:1+int(data[3])%len(text)])).shift(int(data[4])%2, float64(data[4]%32))
		case 7:
			switch data[4] % 4 {
			case 0:
				p.Arrows = append(p.Arrows, extract.Arrow{FromX: a, FromY: b, ToX: a + 2*float64(data[3]), ToY: b})
			case 1:
				p.vertical(a, b, "縦書")
			case 2:
				p.h(math.NaN(), b, c)
			case 3:
				p.grid([]float64{a, a + 40, a + 80}, []float64{b, b + 20, b + 40})
			}
		}
	}
	return p
}

func FuzzPage(f *testing.F) {
	f.Add([]byte{0, 10, 10, 50, 0, 0, 20, 10, 50, 0, 3, 10, 10, 20, 0, 3, 70, 10, 20, 0, 6, 20, 15, 3, 0})
	f.Add([]byte{7, 10, 10, 0, 3, 7, 20, 12, 0, 3, 6, 12, 14, 6, 31, 7, 12, 14, 20, 0})
	f.Add([]byte{0, 10, 5, 60, 1, 0, 20, 5, 60, 1, 0, 30, 5, 60, 1, 3, 20, 10, 15, 0, 6, 12, 20, 5, 9})
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 2000 {
			return
		}
		p := scribble(data)
		Page(&p.Page)
		for _, b := range p.Blocks {
			if (b.Table == nil) == (b.Line == nil) {
				t.Fatal("block that is not exactly one of table and line")
			}
			if b.Table != nil {
				checkTable(t, b.Table)
			}
		}
		if got, want := glyphsOf(p.Blocks), inkOf(p.Words); got != want {
			t.Errorf("glyphs in cells and lines: %q, drawn: %q", got, want)
		}
	})
}

// checkTable checks that the cells of a table are sorted, in range, and do not
// overlap.
func checkTable(t *testing.T, tab *extract.Table) {
	t.Helper()
	if len(tab.ColumnX) != tab.Columns+1 || !slices.IsSorted(tab.ColumnX) {
		t.Errorf("%d columns between %v", tab.Columns, tab.ColumnX)
	}
	taken := make([]bool, tab.Rows*tab.Columns)
	last := -1
	for _, c := range tab.Cells {
		if at := c.Row*tab.Columns + c.Column; at <= last {
			t.Errorf("cell %d,%d out of order", c.Row, c.Column)
		} else {
			last = at
		}
		if c.RowSpan < 1 || c.ColumnSpan < 1 || c.Row < 0 || c.Column < 0 ||
			c.Row+c.RowSpan > tab.Rows || c.Column+c.ColumnSpan > tab.Columns {
			t.Fatalf("cell %d,%d %dx%d in a table of %dx%d", c.Row, c.Column, c.RowSpan, c.ColumnSpan, tab.Rows, tab.Columns)
		}
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			for k := c.Column; k < c.Column+c.ColumnSpan; k++ {
				if taken[r*tab.Columns+k] {
					t.Fatalf("two cells at %d,%d", r, k)
				}
				taken[r*tab.Columns+k] = true
			}
		}
		if b := c.At.Box; b[0] != tab.ColumnX[c.Column] || b[2] != tab.ColumnX[c.Column+c.ColumnSpan] || b[1] > b[3] {
			t.Errorf("cell %d,%d is at %v", c.Row, c.Column, b)
		}
	}
}

// glyphsOf are the characters in blocks, sorted, without spaces.
func glyphsOf(blocks []extract.Block) string {
	var text strings.Builder
	for _, b := range blocks {
		if b.Line != nil {
			text.WriteString(b.Line.Text)
			continue
		}
		for _, c := range b.Table.Cells {
			text.WriteString(c.Text)
		}
	}
	return sortedInk(text.String())
}

func inkOf(words []extract.Word) string {
	var text strings.Builder
	for _, w := range words {
		text.WriteString(w.Text)
	}
	return sortedInk(text.String())
}

func sortedInk(s string) string {
	rs := []rune(strings.Join(strings.Fields(s), ""))
	slices.Sort(rs)
	return string(rs)
}
