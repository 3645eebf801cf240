package grid

import "gyokaku/model"

// takeFloating returns h and v without the lines of boxes that lie over a table,
// and the boxes: callouts, stamps and selections. Such a box is drawn of four
// lines that end at its own corners, while lines of the table run on across its
// border. In a table, what meets the outer border from inside ends there.
func takeFloating(l *lattice, h, v []segment) (restH, restV []segment, boxes []model.Box) {
	dropH, dropV := make([]bool, len(h)), make([]bool, len(v))
	for i, top := range h {
		b, ok := l.floating(int32(i), top, h, v)
		if !ok {
			continue
		}
		dropH[b.top], dropH[b.bottom], dropV[b.left], dropV[b.right] = true, true, true, true
		boxes = append(boxes, model.Box{v[b.left].pos, top.pos, v[b.right].pos, h[b.bottom].pos})
	}
	if len(boxes) == 0 {
		return h, v, nil
	}
	return without(h, dropH), without(v, dropV), boxes
}

func without(segs []segment, drop []bool) []segment {
	var out []segment
	for i, s := range segs {
		if !drop[i] {
			out = append(out, s)
		}
	}
	return out
}

// A ring is the segments of a box.
type ring struct{ top, bottom, left, right int32 }

// floating is the box whose top is the i-th horizontal segment, if there is one
// and something runs across its border.
func (l *lattice) floating(i int32, top segment, h, v []segment) (ring, bool) {
	e := l.h[i]
	if e.first == none || e.first == e.last {
		return ring{}, false
	}
	r := ring{top: i, left: l.points[e.first].v, right: l.points[e.last].v}
	a, b := l.v[r.left], l.v[r.right]
	r.bottom = l.points[a.last].h
	if a.first != e.first || b.first != e.last || l.points[b.last].h != r.bottom || r.bottom == r.top ||
		l.h[r.bottom] != (ends{a.last, b.last}) {
		return ring{}, false
	}
	for _, s := range [...]segment{top, h[r.bottom]} {
		if !near(s.lo, v[r.left].pos) || !near(s.hi, v[r.right].pos) {
			return ring{}, false
		}
	}
	for _, s := range [...]segment{v[r.left], v[r.right]} {
		if !near(s.lo, top.pos) || !near(s.hi, h[r.bottom].pos) {
			return ring{}, false
		}
	}
	return r, l.crossedBy(r, h, v)
}

// crossedBy reports whether a segment runs across a side of r, well in and well
// out.
func (l *lattice) crossedBy(r ring, h, v []segment) bool {
	across := func(s segment, side float64) bool { return s.lo < side-minOpen && s.hi > side+minOpen }
	for _, e := range [...]ends{l.v[r.left], l.v[r.right]} {
		for p := e.first; p != none; p = l.points[p].next[down] {
			if s := h[l.points[p].h]; l.points[p].h != r.top && l.points[p].h != r.bottom && across(s, l.points[p].x) {
				return true
			}
		}
	}
	for _, e := range [...]ends{l.h[r.top], l.h[r.bottom]} {
		for p := e.first; p != none; p = l.points[p].next[right] {
			if s := v[l.points[p].v]; l.points[p].v != r.left && l.points[p].v != r.right && across(s, l.points[p].y) {
				return true
			}
		}
	}
	return false
}

// takeOver takes the fragments in boxes out of the cells below: they become
// free text, box by box. It changes and returns frags.
func (b *builder) takeOver(boxes []model.Box, frags []fragment) []fragment {
	if len(boxes) == 0 {
		return frags
	}
	var over []table
	for _, x := range boxes {
		over = append(over, table{
			xs: []float64{x[0], x[2]}, ys: []float64{x[1], x[3]},
			cells: []cell{{x1: 1, y1: 1}},
		})
	}
	at := newLocator(over)
	for i := range frags {
		f := &frags[i]
		if id := at.at((f.box[0]+f.box[2])/2, (f.box[1]+f.box[3])/2); id != none {
			f.cell = overlay - id
		}
	}
	b.boxes = len(boxes)
	return frags
}

// overlay is the number of the first floating box in place of a cell's; the
// others follow below it.
const overlay = none - 1
