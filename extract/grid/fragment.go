package grid

import (
	"math"
	"strings"
	"unicode/utf8"

	"gyokaku/extract"
	"gyokaku/model"
)

// Parts of the font size (em).
const (
	// A gap this wide inside a run is one that a writer put there; at a border
	// it divides the run. Japanese justified text stays below it.
	wideGap = 0.3
	// A narrower gap, or an overlap, divides the run where a cell begins, if it
	// differs by this much from the run's usual gap: two cells set in one go.
	unusualGap = 0.1
)

// A fragment is a piece of a word that lies in one cell, or outside of all.
type fragment struct {
	cell     int32 // number of the cell in the locator, or none
	text     string
	box      model.Box
	base     float64 // baseline: y, or x if vertical
	size     float64 // font size
	vertical bool
}

// start and end are the extent in writing direction.
func (f *fragment) start() float64 {
	if f.vertical {
		return f.box[1]
	}
	return f.box[0]
}

func (f *fragment) end() float64 {
	if f.vertical {
		return f.box[3]
	}
	return f.box[2]
}

// fragments gives each word to the cell it is in. Words without ink or with
// coordinates that are not numbers are left out, and hidden ones unless hidden
// is set.
func fragments(m *memory, words []extract.Word, at *locator, hidden bool) []fragment {
	out := m.fragments.take(len(words))
	c := cutter{at: at}
	for i := range words {
		if w := &words[i]; finite(w.Box[:]...) && (hidden || !w.Hidden) {
			out = c.append(out, w)
		}
	}
	return out
}

// A cutter cuts words at the borders of cells.
type cutter struct {
	at    *locator
	cells []int32 // of each glyph, kept to be used again
}

// append appends the fragments of w. Nearly all words lie in one cell.
func (c *cutter) append(out []fragment, w *extract.Word) []fragment {
	first, last := inked(w.Glyphs)
	if last < 0 || !finiteGlyphs(w.Glyphs) {
		return appendWhole(out, w, c.middle(w.Box), w.Box)
	}
	if cell := c.clipped(w); cell != none {
		return appendWhole(out, w, cell, w.Glyphs[first].Box.Union(w.Glyphs[last].Box))
	}
	box := w.Glyphs[first].Box.Union(w.Glyphs[last].Box)
	a, b := c.middle(w.Glyphs[first].Box), c.middle(w.Glyphs[last].Box)
	if a == b && (a == none || !c.at.nested(a)) && (a != none || !c.at.reaches(box)) {
		return appendWhole(out, w, a, box)
	}
	return c.appendCut(out, w, first, last)
}

// clipSlack is how far the clip of a cell's text may reach over the cell, in
// points: its lines have a width.
const clipSlack = 2.0

// clipped is the cell that the word's clip lies in, or none. Text that does not
// fit its cell is drawn over the neighbours and clipped: it belongs to the cell
// all the same.
func (c *cutter) clipped(w *extract.Word) int32 {
	if w.Clip == nil || !finite(w.Clip[:]...) {
		return none
	}
	cell := c.middle(*w.Clip)
	if cell == none {
		return none
	}
	b, k := c.at.boxes[cell], *w.Clip
	if k[0] < b[0]-clipSlack || k[1] < b[1]-clipSlack || k[2] > b[2]+clipSlack || k[3] > b[3]+clipSlack {
		return none
	}
	return cell
}

func (c *cutter) middle(b model.Box) int32 { return c.at.at((b[0]+b[2])/2, (b[1]+b[3])/2) }

func appendWhole(out []fragment, w *extract.Word, cell int32, box model.Box) []fragment {
	text := strings.TrimSpace(w.Text)
	if text == "" {
		return out
	}
	return append(out, newFragment(w, cell, text, box))
}

func newFragment(w *extract.Word, cell int32, text string, box model.Box) fragment {
	f := fragment{cell: cell, text: text, box: box, base: w.Baseline, size: w.Size, vertical: w.Vertical}
	across := [2]float64{w.Box[1], w.Box[3]}
	if w.Vertical {
		across = [2]float64{w.Box[0], w.Box[2]}
	}
	if !finite(f.size) || f.size <= 0 {
		f.size = max(across[1]-across[0], 1)
	}
	if !finite(f.base) {
		f.base = across[1]
	}
	return f
}

// inked are the first and last glyph that are not white space; last is -1 if
// there are none.
func inked(glyphs []extract.Glyph) (first, last int) {
	for last = len(glyphs) - 1; last >= 0 && blank(glyphs[last]); last-- {
	}
	for first < last && blank(glyphs[first]) {
		first++
	}
	return first, last
}

func blank(g extract.Glyph) bool {
	for _, r := range g.Text {
		if r != ' ' && r != '\u3000' && r != '\u00a0' && r != '\t' && r != '\n' && r != '\r' {
			return false
		}
	}
	return true
}

func finiteGlyphs(glyphs []extract.Glyph) bool {
	for i := range glyphs {
		if !finite(glyphs[i].Box[:]...) {
			return false
		}
	}
	return true
}

// appendCut gives each chunk of glyphs without a gap to the cell that has most
// of it, and joins chunks of the same cell again.
func (c *cutter) appendCut(out []fragment, w *extract.Word, first, last int) []fragment {
	c.place(w)
	usual := usualGap(w, first, last)
	from, cell, chunk := first, int32(none), first
	for i := first + 1; i <= last+1; i++ {
		if i <= last && !c.divides(w, chunk, i, usual) {
			continue
		}
		home := c.home(chunk, i)
		if chunk > first && home != cell {
			out = appendPiece(out, w, from, chunk, cell)
			from = chunk
		}
		cell, chunk = home, i
	}
	return appendPiece(out, w, from, last+1, cell)
}

// place looks up the cells of all glyphs; a blank counts as the glyph before.
func (c *cutter) place(w *extract.Word) {
	c.cells = c.cells[:0]
	for i := range w.Glyphs {
		if i > 0 && blank(w.Glyphs[i]) {
			c.cells = append(c.cells, c.cells[i-1])
		} else {
			c.cells = append(c.cells, c.middle(w.Glyphs[i].Box))
		}
	}
}

// divides reports whether the chunk that began at glyph from ends before glyph
// i: glyph i is the first in another cell, and not where the one before leads.
func (c *cutter) divides(w *extract.Word, from, i int, usual float64) bool {
	if blank(w.Glyphs[i]) || c.cells[i] == c.cells[from] && c.cells[i] == c.cells[i-1] {
		return false
	}
	gap := gapBefore(w, i)
	if c.cells[i] == none || c.cells[from] == none {
		return gap > columnGap*em(w) // nothing begins beside a table but another column
	}
	if gap >= wideGap*em(w) {
		return true
	}
	return math.Abs(gap-usual) >= unusualGap*em(w) && !hangs(w.Glyphs[i]) && c.inside(w, i)
}

// inside reports whether glyph i begins inside its cell.
func (c *cutter) inside(w *extract.Word, i int) bool {
	side := 0
	if w.Vertical {
		side = 1
	}
	return w.Glyphs[i].Box[side] >= c.at.boxes[c.cells[i]][side]-unusualGap*em(w)
}

// hangs reports whether g never begins a line (行頭禁則), nor then a cell.
func hangs(g extract.Glyph) bool {
	r, _ := utf8.DecodeRuneInString(g.Text)
	return strings.ContainsRune("、。，．,.・：；:;）」』】〉》〕］｝)]}ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ！？!?％%", r)
}

// gapBefore is the distance from glyph i to the last inked one before it.
func gapBefore(w *extract.Word, i int) float64 {
	j := i - 1
	for j > 0 && blank(w.Glyphs[j]) {
		j--
	}
	if w.Vertical {
		return w.Glyphs[i].Box[1] - w.Glyphs[j].Box[3]
	}
	return w.Glyphs[i].Box[0] - w.Glyphs[j].Box[2]
}

// usualGap is the mean of the gaps in w that are not wide.
func usualGap(w *extract.Word, first, last int) float64 {
	sum, n := 0.0, 0.0
	for i := first + 1; i <= last; i++ {
		if !blank(w.Glyphs[i]) && !blank(w.Glyphs[i-1]) {
			if g := gapBefore(w, i); math.Abs(g) < wideGap*em(w) {
				sum, n = sum+g, n+1
			}
		}
	}
	return sum / max(n, 1)
}

func em(w *extract.Word) float64 {
	if w.Size > 0 && finite(w.Size) {
		return w.Size
	}
	return max(w.Box[3]-w.Box[1], 1)
}

// home is the cell with most of glyphs from to to, by their number; of equals
// the first.
func (c *cutter) home(from, to int) int32 {
	best, most := c.cells[from], 0
	for i := from; i < to; {
		j := i
		for j < to && c.cells[j] == c.cells[i] {
			j++
		}
		// A line of text crosses a cell once, so stretches need no adding up.
		if j-i > most {
			best, most = c.cells[i], j-i
		}
		i = j
	}
	return best
}

// appendPiece appends glyphs from to to as a fragment.
func appendPiece(out []fragment, w *extract.Word, from, to int, cell int32) []fragment {
	first, last := inked(w.Glyphs[from:to])
	if last < 0 {
		return out
	}
	var text strings.Builder
	box := w.Glyphs[from+first].Box
	for _, g := range w.Glyphs[from+first : from+last+1] {
		text.WriteString(g.Text)
		if !blank(g) {
			box = box.Union(g.Box)
		}
	}
	if s := strings.TrimSpace(text.String()); s != "" {
		out = append(out, newFragment(w, cell, s, box))
	}
	return out
}
