package inspect

import (
	"fmt"
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

// hue tells neighbouring cells apart, whatever their row and column.
func hue(c *extract.Cell) int { return (c.Row*67 + c.Column*137) % 360 }

// drawText sets the words as type, for pages without a picture and to compare
// with it. What was drawn invisibly is pale.
func (p *printer) drawText() {
	for i := range p.page.Words[:min(len(p.page.Words), mostDrawn)] {
		w := &p.page.Words[i]
		class := ""
		if w.Hidden {
			class = " class=\"hidden\""
		}
		if w.Vertical {
			for _, g := range w.Glyphs {
				p.printf("<text x=\"%.2f\" y=\"%.2f\" font-size=\"%.2f\"%s>%s</text>\n", g.Box[0], g.Box[3]-w.Size*0.12, w.Size, class, escaped(g.Text))
			}
			continue
		}
		length := ""
		if width := w.Box[2] - w.Box[0]; width > 0 && len(w.Glyphs) > 1 {
			length = fmt.Sprintf(" textLength=\"%.2f\" lengthAdjust=\"spacingAndGlyphs\"", width)
		}
		p.printf("<text x=\"%.2f\" y=\"%.2f\" font-size=\"%.2f\"%s%s>%s</text>\n", w.Box[0], w.Baseline, w.Size, length, class, escaped(w.Text))
	}
}

func (p *printer) drawWords() {
	for i := range p.page.Words[:min(len(p.page.Words), mostDrawn)] {
		w := &p.page.Words[i]
		class := "class=\"word\""
		if w.Hidden {
			class = "class=\"word hidden\""
		}
		title := fmt.Sprintf(p.text.wordAt, i, w.Size, model.Place{Page: p.page.Number, Box: &w.Box})
		p.rect(w.Box, class, title+"\n"+quoted(w.Text, p.text))
		if w.Clip != nil {
			p.rect(*w.Clip, "class=\"clip\"", "")
		}
	}
}

func (p *printer) drawGlyphs() {
	p.eachGlyph(func(g *extract.Glyph) { p.rect(g.Box, "class=\"glyph\"", quoted(g.Text, p.text)) })
}

func (p *printer) drawUnmapped() {
	p.eachGlyph(func(g *extract.Glyph) {
		if unmapped(g.Text) {
			p.rect(g.Box, "class=\"unmapped\"", p.text.unmappedGlyph)
		}
	})
}

func (p *printer) eachGlyph(f func(*extract.Glyph)) {
	n := 0
	for i := range p.page.Words {
		for j := range p.page.Words[i].Glyphs {
			if n++; n > mostDrawn {
				return
			}
			f(&p.page.Words[i].Glyphs[j])
		}
	}
}

// thinnest is how thick a rule is drawn at least, in points, to be seen.
const thinnest = 0.7

func (p *printer) drawRules() {
	for _, r := range p.page.Rules[:min(len(p.page.Rules), mostDrawn)] {
		class := "class=\"rule\""
		if r.Dashed {
			class = "class=\"rule dashed\""
		}
		width := max(min(r.X1-r.X0, r.Y1-r.Y0), thinnest)
		x0, y0, x1, y1 := r.X0, (r.Y0+r.Y1)/2, r.X1, (r.Y0+r.Y1)/2
		if r.Y1-r.Y0 > r.X1-r.X0 {
			x0, y0, x1, y1 = (r.X0+r.X1)/2, r.Y0, (r.X0+r.X1)/2, r.Y1
		}
		p.printf("<line x1=\"%.2f\" y1=\"%.2f\" x2=\"%.2f\" y2=\"%.2f\" stroke-width=\"%.2f\" %s/>\n", x0, y0, x1, y1, width, class)
	}
}

// drawCells draws each cell in a colour of its own a little inside of its
// borders, so that neighbours do not hide each other's, with its row and column.
func (p *printer) drawCells() {
	p.eachCell(func(id int, c *extract.Cell) {
		box := inset(*c.At.Box, 1)
		p.rect(box, fmt.Sprintf("class=\"cell\" data-id=\"c%d\" style=\"--h:%d\"", id, hue(c)), p.details(c))
		p.printf("<text class=\"label\" x=\"%.2f\" y=\"%.2f\">%s</text>\n", box[0]+0.8, box[1]+4.2, label(c))
	})
}

// label is the row and column of a cell, with the span where it is merged.
func label(c *extract.Cell) string {
	s := fmt.Sprintf("%d,%d", c.Row, c.Column)
	if c.RowSpan > 1 || c.ColumnSpan > 1 {
		s += fmt.Sprintf(" %d×%d", c.RowSpan, c.ColumnSpan)
	}
	return s
}

// drawCellLines draws the printed lines of each cell in the cell's colour. One
// that stands out of its cell is tied to it.
func (p *printer) drawCellLines() {
	p.eachCell(func(_ int, c *extract.Cell) {
		for _, l := range c.Lines {
			if l.At.Box == nil || l.At.Page != p.page.Number {
				continue
			}
			class := "line"
			if standsOut(l, c) {
				class = "line outside"
				p.printf("<line class=\"tie\" x1=\"%.2f\" y1=\"%.2f\" x2=\"%.2f\" y2=\"%.2f\"/>\n",
					(l.At.Box[0]+l.At.Box[2])/2, (l.At.Box[1]+l.At.Box[3])/2, (c.At.Box[0]+c.At.Box[2])/2, (c.At.Box[1]+c.At.Box[3])/2)
			}
			p.rect(*l.At.Box, fmt.Sprintf("class=\"%s\" style=\"--h:%d\"", class, hue(c)), "")
		}
	})
}

// drawFree draws the lines outside of tables, with the number of their block.
func (p *printer) drawFree() {
	for i, b := range p.page.Blocks[:min(len(p.page.Blocks), mostDrawn)] {
		if b.Line == nil || b.Line.At.Box == nil {
			continue
		}
		box := *b.Line.At.Box
		title := fmt.Sprintf(p.text.lineAt, i+1, place(b.Line.At)) + "\n" + quoted(b.Line.Text, p.text)
		p.rect(box, fmt.Sprintf("class=\"free\" data-id=\"b%d\"", i), title)
		p.printf("<text class=\"label number\" x=\"%.2f\" y=\"%.2f\">%d</text>\n", box[0]-1, box[1]+4, i+1)
	}
}

// drawOrder connects the blocks in reading order.
func (p *printer) drawOrder() {
	var points strings.Builder
	for _, b := range p.page.Blocks[:min(len(p.page.Blocks), mostDrawn)] {
		at := placeOf(b)
		if at.Box != nil {
			fmt.Fprintf(&points, "%.2f,%.2f ", at.Box[0]+6, (at.Box[1]+min(at.Box[3], at.Box[1]+12))/2)
		}
	}
	p.raw("<polyline class=\"order\" points=\"" + points.String() + "\"/>\n")
}

func placeOf(b extract.Block) model.Place {
	if b.Table != nil {
		return b.Table.At
	}
	return b.Line.At
}

func (p *printer) drawArrows() {
	for _, a := range p.page.Arrows[:min(len(p.page.Arrows), mostDrawn)] {
		p.printf("<line class=\"arrow\" marker-end=\"url(#head)\" x1=\"%.2f\" y1=\"%.2f\" x2=\"%.2f\" y2=\"%.2f\"/>\n", a.FromX, a.FromY, a.ToX, a.ToY)
	}
}
