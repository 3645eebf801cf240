package grid

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"gyokaku/model"
)

// Parts of the font size (em).
const (
	sameBase   = 0.25 // between baselines of one line: fonts sit differently
	smallType  = 0.75 // size of raised or lowered type, of the line's own
	closeBy    = 0.5  // from a word to its raised mark
	wordSpace  = 0.2  // between Latin words; kerning stays below
	tabSpace   = 1.0  // between Japanese words that were set apart
	columnGap  = 2.0  // between lines of free text at the same height
	spacedType = 4.0  // between the single characters of a heading set wide
)

// A line is one printed line, not yet joined: its fragments in reading order.
type line struct {
	parts    []*fragment
	box      model.Box
	base     float64
	size     float64 // of the largest type
	vertical bool
}

func (l *line) add(f *fragment) {
	if len(l.parts) == 0 {
		l.box, l.base, l.vertical = f.box, f.base, f.vertical
	}
	if f.size > l.size {
		l.size = f.size
	}
	l.box = l.box.Union(f.box)
	l.parts = append(l.parts, f)
}

// lines makes lines of the fragments of one cell, or of all outside of cells,
// in reading order: from the top, or from the right for vertical text. It
// reorders frags.
func lines(frags []*fragment) []line {
	slices.SortStableFunc(frags, func(a, b *fragment) int {
		if a.vertical != b.vertical {
			return order2(a.vertical, b.vertical)
		}
		if a.vertical {
			return cmp.Compare(b.base, a.base)
		}
		return cmp.Compare(a.base, b.base)
	})
	var out []line
	for _, f := range frags {
		if n := len(out); n > 0 && out[n-1].holds(f) {
			out[n-1].add(f)
		} else {
			out = append(out, line{})
			out[n].add(f)
		}
	}
	out = raise(out)
	for i := range out {
		slices.SortStableFunc(out[i].parts, func(a, b *fragment) int { return cmp.Compare(a.start(), b.start()) })
	}
	return out
}

// order2 sorts horizontal before vertical text.
func order2(a, b bool) int {
	if a == b {
		return 0
	}
	if b {
		return -1
	}
	return 1
}

// holds reports whether f stands on l's baseline. The smaller size counts, so
// that two small lines are not one because a large one is near.
func (l *line) holds(f *fragment) bool {
	d := f.base - l.base
	if f.vertical {
		d = -d
	}
	return l.vertical == f.vertical && d <= sameBase*min(l.parts[0].size, f.size)
}

// raise puts lines of small raised or lowered type into the line they belong
// to: the one they stand in the height of, right behind one of its words.
func raise(ls []line) []line {
	if len(ls) < 2 {
		return ls
	}
	out := ls[:0]
	for i := range ls {
		l := ls[i]
		if i+1 < len(ls) && l.marks(&ls[i+1]) {
			ls[i+1].take(l)
		} else if n := len(out); n > 0 && l.marks(&out[n-1]) {
			out[n-1].take(l)
		} else {
			out = append(out, l)
		}
	}
	return out
}

func (l *line) take(small line) {
	for _, f := range small.parts {
		l.parts = append(l.parts, f)
		l.box = l.box.Union(f.box)
	}
}

// marks reports whether all of l is small type that belongs to main.
func (l *line) marks(main *line) bool {
	if l.vertical || main.vertical || l.size > smallType*main.size || len(l.parts) > maxMarks || len(main.parts) > maxWords {
		return false
	}
	for _, f := range l.parts {
		if !f.follows(main) {
			return false
		}
	}
	return true
}

// Bounds on a line that has raised words, and on their number.
const (
	maxMarks = 8
	maxWords = 500
)

func (f *fragment) follows(main *line) bool {
	middle := (f.box[1] + f.box[3]) / 2
	if middle < main.box[1] || middle > main.box[3] {
		return false
	}
	for _, p := range main.parts {
		gap := f.box[0] - p.box[2]
		if gap > -closeBy*f.size && gap <= closeBy*main.size && f.box[2] > p.box[2] {
			return true
		}
	}
	return false
}

// text joins the parts of a line. Japanese has no spaces between words, so
// only Latin words, and words set clearly apart, get one.
func (l *line) text() string {
	if len(l.parts) == 1 {
		return l.parts[0].text
	}
	var b strings.Builder
	for i, f := range l.parts {
		if i > 0 && spaced(l.parts[i-1], f) {
			b.WriteByte(' ')
		}
		b.WriteString(f.text)
	}
	return b.String()
}

// spaced reports whether there is a space between a and b.
func spaced(a, b *fragment) bool {
	gap := b.start() - a.end()
	before, _ := utf8.DecodeLastRuneInString(a.text)
	after, _ := utf8.DecodeRuneInString(b.text)
	switch {
	case latin(before) && latin(after):
		return gap >= wordSpace*min(a.size, b.size)
	case single(a) && single(b): // 実 施, set wide
		return false
	}
	return gap >= tabSpace*max(a.size, b.size)
}

// latin is the part of Unicode whose words have spaces between them.
func latin(r rune) bool { return r < 0x250 }

func single(f *fragment) bool { return utf8.RuneCountInString(f.text) == 1 }

// split divides a line of free text where its words stand too far apart to be
// one, or where between says that something else does.
func (l *line) split(between func(x0, x1, y float64) bool) []line {
	var out []line
	for i, f := range l.parts {
		if i == 0 || apart(l.parts[i-1], f) || between(l.parts[i-1].end(), f.start(), f.base) {
			out = append(out, line{})
		}
		out[len(out)-1].add(f)
	}
	return out
}

func apart(a, b *fragment) bool {
	limit := columnGap
	if single(a) && single(b) {
		limit = spacedType
	}
	return b.start()-a.end() > limit*max(a.size, b.size)
}
