package grid

import (
	"cmp"
	"math/bits"
	"slices"
)

// Directions on the page, clockwise.
const (
	right = iota
	down
	left
	up
)

const none = -1

// A lattice is the planar graph of where segments cross. Points are numbered
// from top to bottom, then left to right.
type lattice struct {
	memory *memory
	points []point
	h, v   []ends // of each horizontal and vertical segment
}

// A point is one crossing, with its nearest neighbour in each direction along
// the two segments that cross, or none.
type point struct {
	x, y float64
	h, v int32 // numbers of the segments
	next [4]int32
}

// ends are the first and last point on a segment, none if nothing crosses it.
type ends struct {
	first, last int32
}

// pointsPerLine is how many crossings a line of a usual table has, to allocate
// them at once.
const pointsPerLine = 4

// cross finds all crossings of h and v, both sorted by position, by a sweep
// from the top: the vertical segments it passes are bits in a set, ordered by
// x, so a horizontal segment sees only those in its reach. ok is false when
// there are more than maxPoints.
func cross(m *memory, h, v []segment) (l *lattice, ok bool) {
	l = &lattice{memory: m, h: make([]ends, len(h)), v: make([]ends, len(v))}
	for i := range l.v {
		l.v[i] = ends{none, none}
	}
	begin, end := order(m, v, func(s segment) float64 { return s.lo }), order(m, v, func(s segment) float64 { return s.hi })
	active := make([]uint64, len(v)/64+1)
	l.points = m.points.take(pointsPerLine * (len(h) + len(v)))
	for i, s := range h {
		for ; len(begin) > 0 && v[begin[0]].lo-touchGap <= s.pos; begin = begin[1:] {
			active[begin[0]/64] |= 1 << (begin[0] % 64)
		}
		for ; len(end) > 0 && v[end[0]].hi+touchGap < s.pos; end = end[1:] {
			active[end[0]/64] &^= 1 << (end[0] % 64)
		}
		if !l.crossOne(int32(i), s, v, active) {
			return nil, false
		}
	}
	return l, true
}

// order gives the indices of segs by key.
func order(m *memory, segs []segment, key func(segment) float64) []int32 {
	out := m.numbers.zeros(len(segs))
	for i := range out {
		out[i] = int32(i)
	}
	slices.SortFunc(out, func(a, b int32) int { return cmp.Compare(key(segs[a]), key(segs[b])) })
	return out
}

// crossOne adds the points of the i-th horizontal segment s with the active
// ones of v.
func (l *lattice) crossOne(i int32, s segment, v []segment, active []uint64) bool {
	l.h[i] = ends{none, none}
	from, _ := slices.BinarySearchFunc(v, s.lo-touchGap, func(s segment, x float64) int { return cmp.Compare(s.pos, x) })
	for w := from / 64; w < len(active); w++ {
		set := active[w]
		if w == from/64 {
			set &= ^uint64(0) << (from % 64)
		}
		for ; set != 0; set &= set - 1 {
			j := w*64 + bits.TrailingZeros64(set)
			if v[j].pos > s.hi+touchGap {
				return true
			}
			if len(l.points) == maxPoints {
				return false
			}
			l.add(i, int32(j), v[j].pos, s.pos)
		}
	}
	return true
}

func (l *lattice) add(h, v int32, x, y float64) {
	p := int32(len(l.points))
	l.points = append(l.points, point{x, y, h, v, [4]int32{none, none, none, none}})
	l.link(&l.h[h], p, right)
	l.link(&l.v[v], p, down)
}

// link makes p the last point of a segment that runs in direction d.
func (l *lattice) link(e *ends, p int32, d int) {
	if e.last == none {
		e.first = p
	} else {
		l.points[e.last].next[d] = p
		l.points[p].next[opposite(d)] = e.last
	}
	e.last = p
}

func opposite(d int) int { return (d + 2) % 4 }
