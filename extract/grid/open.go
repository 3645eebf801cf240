package grid

import "gyokaku/model"

// minOpen is how far lines must reach past the last line they cross before
// they can be the sides of an open cell: the height of the smallest line of
// text, and more than any overshoot.
const minOpen = 6.0

// closing returns the borders that are left out around tables whose other
// lines all end where such a border should be: below or above, where a page
// break cuts a row, and at the sides of tables in the open style. Only then is
// the border certain.
//
// A part with a single horizontal line can be a bracket of a drawing. It is the
// rest of a cut row only if it ends where all lines of the page do.
//
// cut are those of addH of which nothing was drawn: the row there is cut. Where a
// part is drawn, only a label over several rows is.
func closing(l *lattice, h, v []segment) (addH, addV, cut []segment) {
	part := l.parts()
	hulls := hullsOf(l, part, h, v)
	var page model.Box
	for i := range hulls {
		if i == 0 {
			page = hulls[i].reach
		}
		page = page.Union(hulls[i].reach)
	}
	for i := range hulls {
		c := &hulls[i]
		if s, ok := c.bottom(l, h, v); ok && (c.h > 1 || c.reach[3] == page[3] && c.level(l, h)) {
			addH = append(addH, s)
			if !near(s.pos, h[c.last].pos) {
				cut = append(cut, s)
			}
		}
		if s, ok := c.top(l, h, v); ok && (c.h > 1 || c.reach[1] == page[1] && c.level(l, h)) {
			addH = append(addH, s)
			if !near(s.pos, h[c.first].pos) {
				cut = append(cut, s)
			}
		}
		if s, ok := c.side(l, h, 0); ok {
			addV = append(addV, s)
		}
		if s, ok := c.side(l, h, 2); ok {
			addV = append(addV, s)
		}
	}
	return addH, addV, cut
}

// A hull is what bounds one connected part of a lattice: its outermost
// segments, and how far any of them reaches.
type hull struct {
	h, v                    int   // number of segments
	first, last, west, east int32 // top and bottom horizontal, left and right vertical segment
	reach                   model.Box
	atWest, atEast          int  // horizontal segments that begin or end at reach
	full                    bool // whether a horizontal segment runs from west to east
}

func hullsOf(l *lattice, part []int32, h, v []segment) []hull {
	n := int32(0)
	for _, p := range part {
		n = max(n, p+1)
	}
	hulls := make([]hull, n)
	for i, e := range l.h {
		if e.first != none {
			hulls[part[e.first]].addH(int32(i), h[i])
		}
	}
	for i, e := range l.v {
		if e.first != none {
			hulls[part[e.first]].addV(int32(i), v[i])
		}
	}
	for i, e := range l.h {
		if e.first != none {
			hulls[part[e.first]].count(h[i], v)
		}
	}
	return hulls
}

func (c *hull) addH(i int32, s segment) {
	if c.h == 0 {
		c.first, c.reach[0], c.reach[2] = i, s.lo, s.hi
	}
	c.last = i // they come sorted by position
	c.reach[0], c.reach[2] = min(c.reach[0], s.lo), max(c.reach[2], s.hi)
	c.h++
}

func (c *hull) addV(i int32, s segment) {
	if c.v == 0 {
		c.west, c.reach[1], c.reach[3] = i, s.lo, s.hi
	}
	c.east = i
	c.reach[1], c.reach[3] = min(c.reach[1], s.lo), max(c.reach[3], s.hi)
	c.v++
}

func (c *hull) count(s segment, v []segment) {
	c.full = c.full || s.lo <= v[c.west].pos+touchGap && s.hi >= v[c.east].pos-touchGap
	if s.lo <= c.reach[0]+touchGap {
		c.atWest++
	}
	if s.hi >= c.reach[2]-touchGap {
		c.atEast++
	}
}

// bottom is the missing bottom line: both outer sides go on to the same end, but
// no line runs from one to the other there. A merged label that a page break
// cuts leaves a gap in the line; a cut row has none at all.
func (c *hull) bottom(l *lattice, h, v []segment) (segment, bool) {
	y := c.reach[3]
	loose := 0
	for _, i := range [...]int32{c.west, c.east} {
		if v[i].hi < y-touchGap {
			return segment{}, false
		}
		if l.points[l.v[i].last].y <= v[i].hi-minOpen {
			loose++
		}
	}
	return c.across(y, loose, h[c.last], v)
}

// top is the missing top line, likewise.
func (c *hull) top(l *lattice, h, v []segment) (segment, bool) {
	y := c.reach[1]
	loose := 0
	for _, i := range [...]int32{c.west, c.east} {
		if v[i].lo > y+touchGap {
			return segment{}, false
		}
		if l.points[l.v[i].first].y >= v[i].lo+minOpen {
			loose++
		}
	}
	return c.across(y, loose, h[c.first], v)
}

// across is the line from side to side at y, where loose sides end without
// one. If outer, the outermost line, is there, it is made whole: some other line
// shows that it is one table from side to side.
func (c *hull) across(y float64, loose int, outer segment, v []segment) (segment, bool) {
	s := segment{y, v[c.west].pos, v[c.east].pos}
	if s.length() < minCell {
		return s, false
	}
	if loose == 2 {
		return s, true
	}
	s.pos = outer.pos
	return s, c.full && near(outer.pos, y) && (outer.lo > s.lo+minOpen || outer.hi < s.hi-minOpen)
}

// level reports whether the only horizontal line of c ends at both its sides.
func (c *hull) level(l *lattice, h []segment) bool {
	s, e := h[c.first], l.h[c.first]
	return e.first != e.last &&
		l.points[e.first].x-s.lo <= touchGap && s.hi-l.points[e.last].x <= touchGap
}

// side is the missing left (edge 0) or right (edge 2) line, if the top, the
// bottom and at least one more line end together past the last line they cross.
func (c *hull) side(l *lattice, h []segment, edge int) (segment, bool) {
	x := c.reach[edge]
	if edge == 0 && c.atWest < 3 || edge == 2 && c.atEast < 3 {
		return segment{}, false
	}
	for _, i := range [...]int32{c.first, c.last} {
		end, beyond := h[i].lo, l.points[l.h[i].first].x-h[i].lo
		if edge == 2 {
			end, beyond = h[i].hi, h[i].hi-l.points[l.h[i].last].x
		}
		if end < x-touchGap || end > x+touchGap || beyond < minOpen {
			return segment{}, false
		}
	}
	return segment{x, h[c.first].pos, h[c.last].pos}, true
}
