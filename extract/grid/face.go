package grid

// A face is one region of a lattice between its edges: the points at which its
// outline turns, clockwise.
type face []int32

// faces walks around every bounded face. Edges with the same face on both
// sides bound nothing: a line that ends inside a cell, or that ties two tables
// together. They are taken out of l first.
func (l *lattice) faces() []face {
	w := newWalk(l)
	if w.dropBridges() {
		w = newWalk(l)
	}
	return w.bounded
}

// A walk holds the face on the right of every half-edge: the edge from point p
// in direction d is number 4p+d.
type walk struct {
	l       *lattice
	side    []int32
	bounded []face
}

func newWalk(l *lattice) *walk {
	w := &walk{l: l, side: l.memory.numbers.zeros(4 * len(l.points))}
	n := int32(0)
	corners := l.memory.numbers.take(4 * len(l.points))
	for p := range l.points {
		for d, q := range l.points[p].next {
			if q == none || w.side[4*p+d] != 0 {
				continue
			}
			n++
			from := len(corners)
			corners = w.around(corners, int32(p), d, n)
			if outline := corners[from:len(corners):len(corners)]; l.clockwise(outline) {
				w.bounded = append(w.bounded, outline)
			}
		}
	}
	return w
}

// around follows the face on the right of the edge from p in direction d,
// marks its half-edges with n and appends the points where it turns.
func (w *walk) around(corners []int32, p int32, d int, n int32) []int32 {
	for {
		e := 4*int(p) + d
		if w.side[e] != 0 {
			return corners
		}
		w.side[e] = n
		p = w.l.points[p].next[d]
		turned := w.l.turn(p, d)
		if turned != d {
			corners = append(corners, p)
		}
		d = turned
	}
}

// turn is the direction of the rightmost edge out of p for someone who arrives
// in direction d; the way back, if there is no other.
func (l *lattice) turn(p int32, d int) int {
	for _, t := range [...]int{(d + 1) % 4, d, (d + 3) % 4} {
		if l.points[p].next[t] != none {
			return t
		}
	}
	return opposite(d)
}

// clockwise tells the outline of a face from the outside of a table.
func (l *lattice) clockwise(outline []int32) bool {
	area := 0.0
	for i, p := range outline {
		a, b := &l.points[p], &l.points[outline[(i+1)%len(outline)]]
		area += a.x*b.y - b.x*a.y
	}
	return area > 0
}

// dropBridges removes the edges that have one face on both sides and reports
// whether there were any.
func (w *walk) dropBridges() bool {
	dropped := false
	for p := range w.l.points {
		for _, d := range [...]int{right, down} {
			q := w.l.points[p].next[d]
			if q == none || w.side[4*p+d] != w.side[4*int(q)+opposite(d)] {
				continue
			}
			w.l.points[p].next[d], w.l.points[q].next[opposite(d)] = none, none
			dropped = true
		}
	}
	return dropped
}

// parts numbers the connected parts of l and returns the number of each point.
func (l *lattice) parts() []int32 {
	part := l.memory.numbers.zeros(len(l.points))
	for i := range part {
		part[i] = none
	}
	var stack []int32
	n := int32(0)
	for p := range l.points {
		if part[p] != none {
			continue
		}
		part[p] = n
		stack = append(stack[:0], int32(p))
		for len(stack) > 0 {
			p := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			for _, q := range l.points[p].next {
				if q != none && part[q] == none {
					part[q] = n
					stack = append(stack, q)
				}
			}
		}
		n++
	}
	return part
}
