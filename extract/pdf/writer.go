package pdf

import (
	"errors"
	"math"
	"slices"
	"unicode/utf8"

	"gyokaku/extract"
	"gyokaku/model"
)

var errTooManyGlyphs = errors.New("too many glyphs on one page")

// A glyph box reaches from the baseline by these parts of the font size. The
// ascent and descent that fonts claim for themselves differ too much between
// producers to put text into table cells by.
const (
	ascent  = 0.88
	descent = -0.12
)

// Limits of a run, in parts of the font size.
const (
	breakGap    = 0.4  // a wider gap begins a new run: the next cell or column
	overlap     = -0.6 // so does a longer step back; punctuation is set back by half
	spaceGap    = 0.2  // a gap that is a space between Latin letters
	baselineGap = 0.1
	doubleGap   = 0.15 // the same glyph this near is a faux bold one (重ね打ち)
)

// letterSpacing is how much character spacing (Tc) still is no gap, in parts of
// the font size: 均等割付 spreads a label over its cell.
const letterSpacing = 2.0

// chunk is how many glyphs are allocated together.
const chunk = 1024

// A writer makes words of glyphs in the order they are drawn.
type writer struct {
	size     rect // of the page
	store    *store
	words    []extract.Word
	glyphs   []extract.Glyph // a chunk, of which the open run is the last part
	begin    int             // where the open run begins in glyphs
	count    int             // glyphs
	unmapped int

	// How the string that is being shown lies on the page: steps is the way of
	// one text unit along the writing direction, low and high the sides of the
	// glyph box across it.
	step      point
	origin    point
	low, high point
	em        float64
	family    string
	sideways  bool    // the writing direction is down or up on the page
	sign      float64 // -1 if it is up or left
	along     float64 // the way of one text unit along it, in points
	slant     point   // the unit vector along text at an odd angle, zero for others
	hidden    bool
	mute      bool // nothing is drawn: the layer is off
	clip      rect

	open run
}

// A run is the word that is being drawn.
type run struct {
	family   string
	em       float64
	across   float64 // of the baseline
	start    float64 // of the last glyph, along the direction
	end      float64 // of the last glyph's box
	pen      float64 // where the next glyph is expected
	sideways bool
	sign     float64
	hidden   bool
	clip     rect
	slant    point
	first    point // origins of the first and the last glyph
	last     point
}

// start sets the font and matrix of the next strings.
func (w *writer) start(f *font, m matrix, size float64, hidden bool) {
	w.family, w.hidden = f.family, hidden
	em := size * f.em
	if f.vertical {
		w.step = point{m[2], m[3]}
		w.low = point{-m[0] * em / 2, -m[1] * em / 2}
		w.high = point{m[0] * em / 2, m[1] * em / 2}
		w.em = math.Abs(em) * math.Hypot(m[0], m[1])
	} else {
		w.step = point{m[0], m[1]}
		w.low = point{m[2] * em * descent, m[3] * em * descent}
		w.high = point{m[2] * em * ascent, m[3] * em * ascent}
		w.em = math.Abs(em) * math.Hypot(m[2], m[3])
	}
	w.sideways = math.Abs(w.step.y) > math.Abs(w.step.x)
	w.along = w.step.x
	if w.sideways {
		w.along = w.step.y
	}
	w.sign = 1
	if w.along*size < 0 != f.vertical { // vertical advances are negative
		w.sign = -1
	}
	w.along *= w.sign
	w.slant = point{}
	if x, y := math.Abs(w.step.x), math.Abs(w.step.y); min(x, y) > maxSkew*max(x, y) {
		w.lean()
	}
}

// at sets where on the page the next string begins.
func (w *writer) at(p point) { w.origin = p }

// glyph draws one glyph at pos text units from the string's origin. adv is the
// length of its box, move how far the pen goes, both in text units.
func (w *writer) glyph(text string, pos, adv, move float64) {
	o := point{w.origin.x + pos*w.step.x, w.origin.y + pos*w.step.y}
	ax, ay := adv*w.step.x, adv*w.step.y
	box := model.Box{
		o.x + min(0, ax) + min(w.low.x, w.high.x), o.y + min(0, ay) + min(w.low.y, w.high.y),
		o.x + max(0, ax) + max(w.low.x, w.high.x), o.y + max(0, ay) + max(w.low.y, w.high.y),
	}
	if !(box[0] <= w.size.x1 && box[2] >= w.size.x0 && box[1] <= w.size.y1 && box[3] >= w.size.y0) || w.em == 0 || w.mute {
		return // outside of the page as seen, invisibly small, or not a number
	}
	along, across := o.x*w.sign, o.y
	if w.sideways {
		along, across = o.y*w.sign, o.x
	}
	if w.slant != (point{}) {
		along, across = o.x*w.slant.x+o.y*w.slant.y, o.y*w.slant.x-o.x*w.slant.y
	}
	same := w.sameLine(across)
	if same && w.doubled(text, along, &box) {
		return
	}
	if gap := along - w.open.pen; !same || gap >= breakGap*w.em || gap <= overlap*w.em {
		w.close()
		w.open = run{family: w.family, em: w.em, across: across, sideways: w.sideways, sign: w.sign, hidden: w.hidden, clip: w.clip, slant: w.slant, first: o}
	} else if gap > spaceGap*w.em && w.spaced(text) {
		w.space(box)
	}
	w.open.start, w.open.last = along, o
	w.open.end = along + adv*w.along
	w.open.pen = max(w.open.end, min(along+move*w.along, w.open.end+letterSpacing*w.em))
	w.add(extract.Glyph{Text: text, Box: box})
}

// sameLine reports whether a glyph on the baseline across could belong to the
// open run.
func (w *writer) sameLine(across float64) bool {
	r := &w.open
	if len(w.glyphs) == w.begin || r.em != w.em || r.sideways != w.sideways || r.sign != w.sign || r.hidden != w.hidden || r.clip != w.clip || !r.leansAs(w.slant) {
		return false
	}
	d := across - r.across
	return d <= baselineGap*w.em && d >= -baselineGap*w.em && r.family == w.family
}

// doubledGlyphs is how many glyphs back a glyph is looked for that is drawn once
// more: a syllable at a time. Longer texts are compared as words (dropDoubles).
const doubledGlyphs = 6

// doubled reports whether one of the last glyphs of the run is drawn once more.
func (w *writer) doubled(text string, along float64, box *model.Box) bool {
	near := doubleGap * w.em
	if along-w.open.start > near { // as nearly always: the pen moves on
		return false
	}
	run := w.glyphs[w.begin:]
	for _, g := range run[max(0, len(run)-doubledGlyphs):] {
		b := &g.Box
		length := b[2] - b[0]
		if w.sideways {
			length = b[3] - b[1]
		}
		// A narrower glyph may really stand that near to the one before.
		if g.Text == text && length > 1.3*near && math.Abs(b[0]-box[0]) <= near && math.Abs(b[1]-box[1]) <= near {
			return true
		}
	}
	return false
}

// spaced reports whether a gap before text, which may be a bit wider than the
// letters are spaced, is a space between words: only between Latin letters.
func (w *writer) spaced(text string) bool {
	before, _ := utf8.DecodeLastRuneInString(w.glyphs[len(w.glyphs)-1].Text)
	after, _ := utf8.DecodeRuneInString(text)
	return latin(before) && latin(after)
}

func latin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xc0 && r < 0x250
}

// space adds the space between the open run and a glyph with the box next.
func (w *writer) space(next model.Box) {
	last := w.glyphs[len(w.glyphs)-1].Box
	gap := model.Box{last[2], min(last[1], next[1]), next[0], max(last[3], next[3])}
	if w.sideways {
		gap = model.Box{min(last[0], next[0]), last[3], max(last[2], next[2]), next[1]}
	}
	if w.sign < 0 && w.sideways {
		gap[1], gap[3] = next[3], last[1]
	} else if w.sign < 0 {
		gap[0], gap[2] = next[2], last[0]
	}
	gap[2], gap[3] = max(gap[0], gap[2]), max(gap[1], gap[3])
	w.add(extract.Glyph{Text: " ", Box: gap})
}

// add puts a glyph at the end of the open run. When a chunk is full the run
// moves to the next one, because a word's glyphs stand together.
func (w *writer) add(g extract.Glyph) {
	if len(w.glyphs) == cap(w.glyphs) {
		open := w.glyphs[w.begin:]
		w.glyphs = append(w.store.glyphs(2*len(open)+1), open...)
		w.begin = 0
	}
	w.glyphs = append(w.glyphs, g)
	w.count++
	if g.Text == unmapped {
		w.unmapped++
	}
}

// close ends the open run and makes a word of it. Its text is set at the end
// of the page, when ActualText is known.
func (w *writer) close() {
	n := len(w.glyphs)
	if n == w.begin {
		return
	}
	glyphs := w.glyphs[w.begin:n:n]
	w.begin = n
	word := extract.Word{
		Box: glyphs[0].Box, Glyphs: glyphs, Baseline: w.open.baseline(), Size: w.open.em,
		Vertical: w.open.sideways, Hidden: w.open.hidden,
	}
	for i := range glyphs[1:] {
		word.Box = word.Box.Union(glyphs[i+1].Box)
	}
	if w.open.clip != w.size {
		word.Clip = w.clipBox(w.open.clip)
		word.Hidden = word.Hidden || outside(word.Box, w.open.clip)
	}
	w.words = append(w.words, word)
}

// cover marks the words drawn so far that lie under r as hidden.
func (w *writer) cover(r rect) {
	w.close()
	for i := range w.words {
		b := &w.words[i].Box
		if x, y := (b[0]+b[2])/2, (b[1]+b[3])/2; x >= r.x0 && x <= r.x1 && y >= r.y0 && y <= r.y1 {
			w.words[i].Hidden = true
		}
	}
}

// outside reports whether nothing of b is in the clip c, which is an outer bound
// of what shows. Office programs draw the whole text of a cell on each page that
// the cell is on, and leave it to the clip which lines are seen where.
func outside(b model.Box, c rect) bool {
	return b[2] <= c.x0 || b[0] >= c.x1 || b[3] <= c.y0 || b[1] >= c.y1
}

// clipBox gives the words of one clip the same box.
func (w *writer) clipBox(c rect) *model.Box {
	box := model.Box{c.x0, c.y0, c.x1, c.y1}
	if n := len(w.words); n > 0 && w.words[n-1].Clip != nil && *w.words[n-1].Clip == box {
		return w.words[n-1].Clip
	}
	return &box
}

// finish closes the last run and gives all words with their text.
func (w *writer) finish() []extract.Word {
	w.close()
	w.dropDoubles()
	size := 0
	for i := range w.words {
		for j := range w.words[i].Glyphs {
			size += len(w.words[i].Glyphs[j].Text)
		}
	}
	buf := slices.Grow(w.store.text[:0], size)
	for i := range w.words {
		for j := range w.words[i].Glyphs {
			buf = append(buf, w.words[i].Glyphs[j].Text...)
		}
	}
	text := string(buf)
	w.store.text = buf
	for i := range w.words {
		n := 0
		for j := range w.words[i].Glyphs {
			n += len(w.words[i].Glyphs[j].Text)
		}
		w.words[i].Text, text = text[:n], text[n:]
	}
	return w.words
}

// A doubleKey is about where a word stands, in steps of 4 points.
type doubleKey struct{ x, y, glyphs int }

// dropDoubles takes away words that were drawn before at the same place with
// the same glyphs: faux bold by printing a line twice.
func (w *writer) dropDoubles() {
	seen := w.store.places
	if seen == nil {
		seen = make(map[doubleKey]int, len(w.words))
		w.store.places = seen
	}
	clear(seen)
	kept := w.words[:0]
	for _, word := range w.words {
		if i, ok := w.double(seen, kept, &word); ok && i >= 0 {
			w.count -= len(word.Glyphs)
			continue
		}
		seen[keyAt(&word, word.Box[0], word.Box[1])] = len(kept)
		kept = append(kept, word)
	}
	clear(w.words[len(kept):])
	w.words = kept
}

const doubleStep = 4.0

func keyAt(word *extract.Word, x, y float64) doubleKey {
	return doubleKey{int(math.Floor(x / doubleStep)), int(math.Floor(y / doubleStep)), len(word.Glyphs)}
}

// double finds the earlier word that this one repeats. It stands at most one
// step away, and mostly in the same one.
func (w *writer) double(seen map[doubleKey]int, kept []extract.Word, word *extract.Word) (int, bool) {
	near := min(doubleGap*word.Size, doubleStep)
	from := keyAt(word, word.Box[0]-near, word.Box[1]-near)
	to := keyAt(word, word.Box[0]+near, word.Box[1]+near)
	for k := from; k.x <= to.x; k.x++ {
		for k.y = from.y; k.y <= to.y; k.y++ {
			i, ok := seen[k]
			if ok && repeats(&kept[i], word) {
				return i, true
			}
		}
	}
	return 0, false
}

func repeats(a, b *extract.Word) bool {
	near := doubleGap * a.Size
	if a.Size != b.Size || math.Abs(a.Box[0]-b.Box[0]) > near || math.Abs(a.Box[1]-b.Box[1]) > near {
		return false
	}
	for i := range a.Glyphs {
		if a.Glyphs[i].Text != b.Glyphs[i].Text {
			return false
		}
	}
	return true
}
