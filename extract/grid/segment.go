package grid

import (
	"cmp"
	"math"
	"slices"

	"gyokaku/extract"
)

// How lines are drawn. Printed rules are 0.1 to 3 pt thick and the smallest
// legible line of text needs more than 3 pt, so whatever lies closer together
// than that is one border.
const (
	snapStep     = 0.9 // between neighbouring pieces of one line, across it
	snapWidth    = 1.8 // all pieces of one line, across it
	joinGap      = 2.5 // between pieces of one line, along it: dashes, corners left out
	touchGap     = 2.5 // between the end of a line and the line it should meet
	minCell      = 3.0 // width and height of the smallest cell; double lines stay below it
	maxThickness = 6.0 // a thicker rule is a bar or a background
	maxCoord     = 1e6 // points; anything beyond is nonsense
)

// Bounds on what one page may cost, far above real pages: a map or a drawing
// reaches them, not a table.
const (
	maxRules    = 1_000_000
	maxSegments = 20_000
	maxPoints   = 250_000
)

// A segment is a straight line: at pos across its direction, from lo to hi
// along it. Whether it is horizontal is known from the list it is in.
type segment struct {
	pos, lo, hi float64
}

func (s segment) length() float64 { return s.hi - s.lo }

// segments sorts rules into horizontal and vertical ones and makes whole lines
// of the pieces. Each list comes sorted by position, then start.
func segments(m *memory, rules []extract.Rule, arrows []extract.Arrow) (h, v []segment) {
	shafts := newShafts(arrows)
	h, v = m.segments.take(len(rules)), m.segments.take(len(rules))
	for _, r := range rules {
		w, t := r.X1-r.X0, r.Y1-r.Y0
		if !usable(r) || shafts.has(r) {
			continue
		}
		// A dot is a piece of whichever line it lies in.
		dot := w <= 2*t && t <= 2*w
		if w >= t || dot {
			h = append(h, segment{(r.Y0 + r.Y1) / 2, r.X0, r.X1})
		}
		if t > w || dot {
			v = append(v, segment{(r.X0 + r.X1) / 2, r.Y0, r.Y1})
		}
	}
	return whole(h), whole(v)
}

func usable(r extract.Rule) bool {
	return finite(r.X0, r.Y0, r.X1, r.Y1) && r.X0 <= r.X1 && r.Y0 <= r.Y1 &&
		min(r.X1-r.X0, r.Y1-r.Y0) <= maxThickness
}

func finite(vs ...float64) bool {
	for _, v := range vs {
		if !(math.Abs(v) <= maxCoord) { // false for NaN, too
			return false
		}
	}
	return true
}

// whole joins pieces, first those side by side, then those one after another,
// and drops what is too short to bound a cell. It reorders raw. The strokes of a
// double line stay two: what lies between them is too narrow for a cell.
func whole(raw []segment) []segment {
	slices.SortFunc(raw, func(a, b segment) int { return cmp.Compare(a.pos, b.pos) })
	out := raw[:0] // never longer than what of raw is behind
	for i := 0; i < len(raw); {
		j := i + 1
		for j < len(raw) && raw[j].pos-raw[j-1].pos <= snapStep && raw[j].pos-raw[i].pos <= snapWidth {
			j++
		}
		out = appendLine(out, raw[i:j])
		i = j
	}
	return slices.DeleteFunc(out, func(s segment) bool { return s.length() < minCell })
}

// sorted puts segs in the order that cross needs, overlapping ones joined.
func sorted(segs []segment) []segment {
	slices.SortFunc(segs, func(a, b segment) int {
		return cmp.Or(cmp.Compare(a.pos, b.pos), cmp.Compare(a.lo, b.lo))
	})
	out := segs[:0]
	for _, s := range segs {
		if n := len(out); n > 0 && s.pos == out[n-1].pos && s.lo <= out[n-1].hi+joinGap {
			out[n-1].hi = max(out[n-1].hi, s.hi)
		} else {
			out = append(out, s)
		}
	}
	return out
}

// appendLine appends the segments that the pieces of one line make, at the mean
// of their positions by length.
func appendLine(out, pieces []segment) []segment {
	pos, weight := 0.0, 0.0
	for _, p := range pieces {
		w := p.length() + 0.01 // a dot counts a little
		pos, weight = pos+p.pos*w, weight+w
	}
	pos /= weight
	slices.SortFunc(pieces, func(a, b segment) int { return cmp.Compare(a.lo, b.lo) })
	first := len(out)
	for _, p := range pieces {
		if n := len(out); n > first && p.lo <= out[n-1].hi+joinGap {
			out[n-1].hi = max(out[n-1].hi, p.hi)
		} else {
			out = append(out, segment{pos, p.lo, p.hi})
		}
	}
	return out
}
