package grid

import (
	"slices"

	"gyokaku/model"
)

const (
	// cornerGap is how far apart the ends of two lines of one box are at a
	// corner: it is drawn in one go, so this is only what rounding does.
	cornerGap = 1.0
	// maxLapping bounds the boxes of a page that are looked at; office programs
	// draw a dozen.
	maxLapping = 256
)

// takeLapping is takeFloating for boxes that reach the edge of the table or lie
// along one of its lines: there, lines of the table end at the box. What gives
// such a box away, beside lines that run on across it, is that all of its sides
// are drawn, some just beside lines of the table; or a corner of its own inside
// the table: cells have none that only two lines make.
func takeLapping(h, v []segment) (restH, restV []segment, boxes []model.Box) {
	dropH, dropV := make([]bool, len(h)), make([]bool, len(v))
	tried := 0
	for i, s := range h {
		for _, atLeft := range [...]bool{true, false} {
			if dropH[i] || tried > maxLapping {
				break
			}
			b, ok := boxAt(s, atLeft, h, v)
			if !ok {
				continue
			}
			tried++
			if b.floats(h, v) {
				b.drop(h, dropH, v, dropV)
				boxes = append(boxes, b.box)
			}
		}
	}
	if len(boxes) == 0 {
		return h, v, nil
	}
	return without(h, dropH), without(v, dropV), boxes
}

// around is the range of segs, sorted by position, at positions from lo to hi.
func around(segs []segment, lo, hi float64) []segment {
	from, _ := slices.BinarySearchFunc(segs, lo, func(s segment, p float64) int {
		if s.pos < p {
			return -1
		}
		return 1
	})
	to := from
	for to < len(segs) && segs[to].pos <= hi {
		to++
	}
	return segs[from:to]
}

// A lapped is a box with a corner of its own.
type lapped struct {
	box   model.Box
	sides [4]side // left, top, right, bottom
}

// A side of a box is its own if a line is drawn just there; it laps if a line of
// the table runs along it and past it, or is it.
type side struct{ own, laps bool }

// boxAt is the box with the corner that s makes with a vertical line where both
// end. Its other two sides are any lines that are long enough.
func boxAt(s segment, atLeft bool, h, v []segment) (b lapped, ok bool) {
	x, otherX := s.lo, s.hi
	if !atLeft {
		x, otherX = s.hi, s.lo
	}
	for _, a := range around(v, x-cornerGap, x+cornerGap) {
		var otherY float64
		switch {
		case meets(a.lo, s.pos):
			otherY = a.hi
		case meets(a.hi, s.pos):
			otherY = a.lo
		default:
			continue
		}
		b.box = model.Box{min(x, otherX), min(s.pos, otherY), max(x, otherX), max(s.pos, otherY)}
		if b.box[2]-b.box[0] <= 2*minCell || b.box[3]-b.box[1] <= 2*minCell {
			continue
		}
		b.sides = [4]side{
			sideAt(v, b.box[0], b.box[1], b.box[3]), sideAt(h, b.box[1], b.box[0], b.box[2]),
			sideAt(v, b.box[2], b.box[1], b.box[3]), sideAt(h, b.box[3], b.box[0], b.box[2]),
		}
		if b.closed() {
			return b, true
		}
	}
	return b, false
}

func meets(a, b float64) bool { return a-b <= cornerGap && b-a <= cornerGap }

// sideAt finds what lies along a side of a box.
func sideAt(segs []segment, pos, lo, hi float64) (s side) {
	for _, t := range around(segs, pos-minCell, pos+minCell) {
		switch {
		case meets(t.pos, pos) && meets(t.lo, lo) && meets(t.hi, hi):
			s.own = true
		case t.lo <= lo+minCell && t.hi >= hi-minCell:
			s.laps = true
		}
	}
	return s
}

// closed reports whether there is a line on every side.
func (b *lapped) closed() bool {
	for _, s := range b.sides {
		if !s.own && !s.laps {
			return false
		}
	}
	return true
}

// free reports whether side i is the box's own and no line of the table's.
func (b *lapped) free(i int) bool { return b.sides[i].own && !b.sides[i].laps }

// floats reports whether lines of the table run across the free sides of b and
// none ends there; and, unless all sides are its own, whether its free corners
// are inside the table. A table with columns of different lengths has corners
// that look the same, but at its outline.
func (b *lapped) floats(h, v []segment) bool {
	n := 0
	for i := range b.sides {
		if !b.free(i) {
			continue
		}
		across, along, k := h, v, 1 // lines that can cross this side, and where it begins
		if i%2 == 1 {
			across, along, k = v, h, 0
		}
		crossings, ok := crossings(across, along, b.box[i], b.box[k], b.box[k+2])
		if !ok {
			return false
		}
		n += crossings
	}
	if n == 0 || b.sides[0].own && b.sides[1].own && b.sides[2].own && b.sides[3].own {
		return n > 0
	}
	corners := 0
	for _, c := range [...][2]int{{0, 1}, {2, 1}, {0, 3}, {2, 3}} {
		if !b.free(c[0]) || !b.free(c[1]) {
			continue
		}
		x, y := b.box[c[0]], b.box[c[1]]
		if !spanned(h, y, c[1] == 1, x) || !spanned(v, x, c[0] == 0, y) {
			return false
		}
		corners++
	}
	return corners > 0
}

// crossings counts the lines that run across a side at pos between lo and hi. ok
// is false if one ends there, and not at a line of the table beside it.
func crossings(segs, along []segment, pos, lo, hi float64) (n int, ok bool) {
	beside := around(along, pos-minCell, pos+minCell)
	for _, t := range around(segs, lo+minCell, hi-minCell) {
		if t.lo > pos+touchGap || t.hi < pos-touchGap {
			continue
		}
		if t.lo <= pos-minCell && t.hi >= pos+minCell {
			n++
		} else if !slices.ContainsFunc(beside, func(u segment) bool {
			own := meets(u.lo, lo) && meets(u.hi, hi)
			return !own && u.lo <= t.pos+touchGap && u.hi >= t.pos-touchGap
		}) {
			return 0, false
		}
	}
	return n, true
}

// spanned reports whether a line before or after pos runs past at on both sides.
func spanned(segs []segment, pos float64, before bool, at float64) bool {
	return slices.ContainsFunc(segs, func(s segment) bool {
		beyond := s.pos - pos
		if before {
			beyond = -beyond
		}
		return beyond > minCell && across(s, at)
	})
}

// drop marks the lines that are the box's own.
func (b *lapped) drop(h []segment, dropH []bool, v []segment, dropV []bool) {
	for i := range b.sides {
		segs, drop, k := v, dropV, 1
		if i%2 == 1 {
			segs, drop, k = h, dropH, 0
		}
		for j, t := range segs {
			if meets(t.pos, b.box[i]) && meets(t.lo, b.box[k]) && meets(t.hi, b.box[k+2]) {
				drop[j] = true
			}
		}
	}
}
