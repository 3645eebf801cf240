package grid

import "gyokaku/model"

// takeFloating returns h and v without the lines of boxes that lie over a table,
// and the boxes: callouts, stamps and selections. Such a box is drawn of four
// lines that end at its own corners, while lines of the table run on across its
// border and none ends there. In a table, what meets the outer border ends there.
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

// crossedBy reports whether segments run across the sides of r, well in and well
// out, and none ends there.
func (l *lattice) crossedBy(r ring, h, v []segment) bool {
	n := 0
	for _, i := range [...]int32{r.left, r.right} {
		for p := l.next(l.v[i].first, down); p != l.v[i].last; p = l.next(p, down) {
			if !across(h[l.points[p].h], l.points[p].x) {
				return false
			}
			n++
		}
	}
	for _, i := range [...]int32{r.top, r.bottom} {
		for p := l.next(l.h[i].first, right); p != l.h[i].last; p = l.next(p, right) {
			if !across(v[l.points[p].v], l.points[p].y) {
				return false
			}
			n++
		}
	}
	return n > 0
}

func (l *lattice) next(p int32, d int) int32 { return l.points[p].next[d] }

// across reports whether s runs across a line at pos.
func across(s segment, pos float64) bool { return s.lo < pos-minOpen && s.hi > pos+minOpen }

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
	at := newLocator(new(memory), over)
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
