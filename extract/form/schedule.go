package form

import (
	"fmt"
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

// A span is one bar of a schedule as drawn: years from and to, and whether its
// end is shown by the drawing (a merge, an arrow, a repeated word).
type span struct {
	from, to int // positions in the year headings
	cell     *extract.Cell
	text     string

	drawnAcross bool // covers more than one year
}

// bars reads the schedule cells of one initiative's row. titleColumn is where
// its title stands, which tells how far a transcript has shifted the headings.
func (r *reader) bars(cells []*extract.Cell, table *extract.Table, titleColumn int) {
	if len(r.years.list) == 0 {
		r.unbound(cells)
		return
	}
	shift := r.shift(table, titleColumn)
	var spans []span
	for _, c := range cells {
		from, to, ok := r.covered(c, table, shift)
		text := strings.TrimSpace(c.Text)
		switch {
		case !ok && text != "":
			r.unbound([]*extract.Cell{c})
		case !ok || (saysNothing(text) && !c.Arrow):
		case isArrow(text) || (text == "" && c.Arrow):
			spans = extend(spans, to)
		default:
			r.claim(c)
			spans = append(spans, span{from: from, to: to, cell: c, text: text, drawnAcross: to > from})
		}
	}
	for _, s := range merged(spans) {
		r.item.drawnAcross = r.item.drawnAcross || s.drawnAcross
		r.initiative.spans = append(r.initiative.spans, spanOf{s, r.years.list})
	}
}

// A spanOf is a span with the headings it was drawn under.
type spanOf struct {
	span
	years []yearColumn
}

// shift is how many columns the cells of a transcript's row stand to the right
// of the headings they belong to. Geometry needs none.
func (r *reader) shift(table *extract.Table, titleColumn int) int {
	if r.hasGeometry(table) || r.doc.Format != "text" {
		return 0
	}
	shift := titleColumn + 1 - r.years.list[0].column
	if shift != 0 && r.shifted != r.years.list[0].cell {
		r.shifted = r.years.list[0].cell
		r.problem("layout.columns_shifted", r.shifted.At, r.shifted.Text,
			fmt.Sprintf("年度の見出しと工程の列が%d列ずれています。見出しの並び順で年度を対応させました。", abs(shift)))
	}
	return shift
}

func (r *reader) hasGeometry(table *extract.Table) bool {
	return table != nil && len(table.ColumnX) > 0 && r.years.list[0].x1 > r.years.list[0].x0
}

// covered gives the first and last year heading over a cell.
func (r *reader) covered(c *extract.Cell, table *extract.Table, shift int) (from, to int, ok bool) {
	from, to = -1, -1
	x0, x1 := extentOf(table, c)
	for i, y := range r.years.list {
		var under bool
		if r.hasGeometry(table) {
			// more than half of the year's column lies above the cell
			under = min(x1, y.x1)-max(x0, y.x0) > (y.x1-y.x0)/2
		} else {
			first := y.column + shift
			under = c.Column < first+max(1, y.span) && first < c.Column+max(1, c.ColumnSpan)
		}
		if under && from < 0 {
			from = i
		}
		if under {
			to = i
		}
	}
	return from, to, from >= 0
}

// arrowMarks draw a bar on; one of arrowHeads must be among them.
const (
	arrowMarks = "→⇒➡➔➜⟶⇨▶►▷＞>＝=―─━－-–—~〜～・.… \u3000\n"
	arrowHeads = "→⇒➡➔➜⟶⇨▶►▷＞>"
)

func isArrow(text string) bool {
	return text != "" && strings.ContainsAny(text, arrowHeads) && strings.Trim(text, arrowMarks) == ""
}

// extend draws the last bar on to year to. An arrow without a bar before it
// says nothing.
func extend(spans []span, to int) []span {
	if n := len(spans); n > 0 && to == spans[n-1].to+1 || n > 0 && to > spans[n-1].to {
		spans[n-1].to, spans[n-1].drawnAcross = to, true
	}
	return spans
}

// merged joins equal neighbours in adjacent years to one run.
func merged(spans []span) []span {
	var out []span
	for _, s := range spans {
		if n := len(out); n > 0 && fold(out[n-1].text) == fold(s.text) && s.from == out[n-1].to+1 {
			out[n-1].to, out[n-1].drawnAcross = s.to, true
			continue
		}
		out = append(out, s)
	}
	return out
}

// finish turns spans into bars. Only a form that draws bars shows where they
// end; elsewhere a word marks a start. A bar in the last column ends there.
func (d *draft) finish(spans []spanOf) []model.Bar {
	bars := make([]model.Bar, 0, len(spans))
	for _, s := range spans {
		first, last := s.years[s.from], s.years[s.to]
		bar := model.Bar{
			From:  model.Printed[model.FiscalYear](printedYear(first), first.cell.At, s.cell.At),
			Label: model.Printed[string](strings.TrimRight(s.text, " \u3000→⇒➡"), s.cell.At),
		}
		if d.drawsEnds || s.to == len(s.years)-1 {
			bar.To = model.Printed[model.FiscalYear](printedYear(last), last.cell.At, s.cell.At)
		}
		bars = append(bars, bar)
	}
	return bars
}

// printedYear is the heading as printed where it stands alone, else the year it
// was found to mean.
func printedYear(y yearColumn) string {
	if _, bare, ok := yearOf(y.cell.Text); ok && !bare {
		return strings.TrimSpace(y.cell.Text)
	}
	return fmt.Sprint(y.year)
}

func abs(n int) int { return max(n, -n) }

// fewUndrawn is the share of items up to which one without a long bar is taken
// to have one-year bars: the others show that this document draws its bars.
const fewUndrawn = 0.25

// scheduleStyle settles which items draw their bars. Forms are filled in by
// different departments, one merging cells and the next writing a word into the
// first year, so an item without a long bar follows the others only where
// nearly all draw theirs.
func (r *reader) scheduleStyle() {
	scheduled, undrawn := 0, 0
	for _, d := range r.drafts {
		if !d.hasBars() {
			continue
		}
		scheduled++
		if !d.drawnAcross {
			undrawn++
		}
	}
	few := float64(undrawn) <= fewUndrawn*float64(scheduled)
	for _, d := range r.drafts {
		d.drawsEnds = d.drawnAcross || few
	}
}

func (d *draft) hasBars() bool {
	for _, i := range d.initiatives {
		if len(i.spans) > 0 {
			return true
		}
	}
	return false
}
