package pdf

import (
	"math"

	"gyokaku/extract"
)

// Arrows are found when a page is complete: their parts, a line and a head, are
// drawn in any order. Only horizontal and vertical ones count, as schedules
// (工程表) have them.

const (
	// Size of an arrow head along the arrow, in points.
	minHead, maxHead = 1.5, 40.0
	// headSlack is how far a head may be off its line, in points.
	headSlack = 2.0
	// maxHeads bounds the triangles and barbs looked at on one page: a page
	// with more of them is a chart or a map.
	maxHeads = 500
	maxPairs = 10_000_000 // of heads and lines
	// minSlenderness is the least length of a home plate or chevron, in widths.
	minSlenderness = 0.8
	// minChevron is the length of the shortest chevron, in points: shorter ones
	// are open arrow heads.
	minChevron = 24.0
	// minArrow is the length of the shortest arrow, in points.
	minArrow = 8.0
)

// A head is a triangle, filled or of two strokes. Its direction is unit length.
type head struct {
	apex   point
	dir    point
	length float64
}

// A barb is a short slanted stroke, half of an open arrow head.
type barb struct{ a, b point }

// An arrowParts collects what arrows may be made of.
type arrowParts struct {
	heads []head
	barbs []barb
	thick []rect // strokes too thick for rules
	whole []extract.Arrow
}

// directions are right, left, down and up.
var directions = [...]point{{1, 0}, {-1, 0}, {0, 1}, {0, -1}}

// polygon takes a closed path that is painted. With 5 (home plate) to 10 corners
// (pointing both ways) it may be a block arrow, and else a head. It reports whether it is an
// arrow, whose outline is no ruling lines.
func (a *arrowParts) polygon(points []point) bool {
	if len(a.heads)+len(a.whole) >= maxHeads || len(points) < 3 || len(points) > 12 {
		return false
	}
	var buf [12]point
	corners := buf[:0]
	for _, p := range points {
		if len(corners) == 0 || !near(p, corners[len(corners)-1]) {
			corners = append(corners, p)
		}
	}
	if len(corners) > 1 && near(corners[0], corners[len(corners)-1]) {
		corners = corners[:len(corners)-1]
	}
	if len(corners) == 10 && a.block(corners, 1) || len(corners) >= 5 && a.block(corners, 2) {
		return true
	}
	a.head(corners)
	return false
}

func near(a, b point) bool { return math.Abs(a.x-b.x) < 0.1 && math.Abs(a.y-b.y) < 0.1 }

// ends describes corners along a direction: where they begin and end, how many
// corners are at either end, and the middle line across.
type ends struct {
	low, high float64
	atLow     int // corners at the low end
	atHigh    int // and at the high one
	middle    float64
	highAt    float64 // across position of the corner at the high end
	lowAt     float64 // mean across position of those at the low end
	spread    float64 // how far those are apart across
	width     float64
}

func along(p, dir point) float64  { return p.x*dir.x + p.y*dir.y }
func across(p, dir point) float64 { return p.x*dir.y + p.y*dir.x }

func endsOf(corners []point, dir point) ends {
	e := ends{low: math.Inf(1), high: math.Inf(-1)}
	left, right := math.Inf(1), math.Inf(-1)
	for _, p := range corners {
		e.low, e.high = min(e.low, along(p, dir)), max(e.high, along(p, dir))
		left, right = min(left, across(p, dir)), max(right, across(p, dir))
	}
	e.width, e.middle = right-left, (left+right)/2
	tolerance := min((e.high-e.low)/20, 1)
	left, right = math.Inf(1), math.Inf(-1)
	for _, p := range corners {
		if along(p, dir) <= e.low+tolerance {
			e.atLow++
			left, right = min(left, across(p, dir)), max(right, across(p, dir))
		}
		if along(p, dir) >= e.high-tolerance {
			e.atHigh++
			e.highAt = across(p, dir)
		}
	}
	e.lowAt, e.spread = (left+right)/2, right-left
	return e
}

// pointed reports whether one corner in the middle ends the shape.
func (e ends) pointed() bool {
	slack := max(0.3, e.width/8)
	return e.atHigh == 1 && math.Abs(e.highAt-e.middle) <= slack && math.Abs(e.lowAt-e.middle) <= slack
}

// head takes a triangle, or the outline of an open head.
func (a *arrowParts) head(corners []point) {
	for _, dir := range directions {
		e := endsOf(corners, dir)
		length := e.high - e.low
		if !e.pointed() || e.atLow < 2 || length < minHead || length > maxHead || e.width > maxHead || e.width < length/4 {
			continue
		}
		for _, p := range corners {
			if along(p, dir) == e.high {
				a.heads = append(a.heads, head{p, dir, length})
				return
			}
		}
	}
}

// block takes a block arrow, of whose corners tail are at its tail.
func (a *arrowParts) block(corners []point, tail int) bool {
	for _, dir := range directions {
		e := endsOf(corners, dir)
		if e.atLow != tail || !e.pointed() || !e.blocky(len(corners)) {
			continue
		}
		if tail == 1 && (dir.x < 0 || dir.y < 0) {
			continue // points both ways: read from left to right
		}
		from := point{e.low*dir.x + e.middle*dir.y, e.low*dir.y + e.middle*dir.x}
		to := point{e.high*dir.x + e.middle*dir.y, e.high*dir.y + e.middle*dir.x}
		a.add(extract.Arrow{FromX: from.x, FromY: from.y, ToX: to.x, ToY: to.y})
		return true
	}
	return false
}

// blocky tells a block arrow of n corners from other pointed shapes: roofs,
// diamonds, and the outlines of open heads, which are widest at their ends.
func (e ends) blocky(n int) bool {
	length := e.high - e.low
	switch {
	case n == 5: // home plate
		return length >= max(minArrow, e.width*minSlenderness)
	case n == 6: // chevron
		return length >= max(minChevron, e.width*minSlenderness)
	}
	return length >= minArrow && e.spread <= 0.9*e.width
}

// add keeps an arrow unless it is there: filled and outlined shapes come twice.
func (a *arrowParts) add(n extract.Arrow) {
	for _, o := range a.whole {
		if math.Abs(o.FromX-n.FromX)+math.Abs(o.FromY-n.FromY)+math.Abs(o.ToX-n.ToX)+math.Abs(o.ToY-n.ToY) < 4 {
			return
		}
	}
	a.whole = append(a.whole, n)
}

// stroke takes a straight stroke that is no rule.
func (a *arrowParts) stroke(p, q point, width float64) {
	dx, dy := math.Abs(p.x-q.x), math.Abs(p.y-q.y)
	switch {
	case len(a.barbs)+len(a.thick) >= maxHeads:
	case min(dx, dy) <= straightness && max(dx, dy) > width:
		r := bounds([]point{p, q})
		a.thick = append(a.thick, r)
	case dx >= minHead/2 && dy >= minHead/2 && max(dx, dy) <= maxHead:
		a.barbs = append(a.barbs, barb{p, q})
	}
}

// arrows joins the parts, and takes the lines of arrows out of rules: they are
// no ruling lines.
func (a *arrowParts) arrows(rules []extract.Rule) ([]extract.Arrow, []extract.Rule) {
	a.pairBarbs()
	if len(a.heads) == 0 || len(a.heads)*len(rules) > maxPairs {
		return a.whole, rules
	}
	used := map[int]bool{}
	for _, h := range a.heads {
		best, length := -1, minArrow
		var from point
		for i := range len(rules) + len(a.thick) {
			r := a.line(rules, i)
			if l, tail, ok := h.on(r); ok && l > length {
				best, length, from = i, l, tail
			}
		}
		if best >= 0 {
			used[best] = true
			a.add(extract.Arrow{FromX: from.x, FromY: from.y, ToX: h.apex.x, ToY: h.apex.y})
		}
	}
	kept := rules[:0]
	for i, r := range rules {
		if !used[i] {
			kept = append(kept, r)
		}
	}
	return a.whole, kept
}

// line is the i-th of the rules and thick strokes.
func (a *arrowParts) line(rules []extract.Rule, i int) rect {
	if i >= len(rules) {
		return a.thick[i-len(rules)]
	}
	r := &rules[i]
	return rect{r.X0, r.Y0, r.X1, r.Y1}
}

// on reports whether the head sits at the end of the line r, and gives the
// length of the arrow and its tail.
func (h head) on(r rect) (length float64, tail point, ok bool) {
	a, b := point{r.x0, (r.y0 + r.y1) / 2}, point{r.x1, (r.y0 + r.y1) / 2}
	if r.height() > r.width() {
		a, b = point{(r.x0 + r.x1) / 2, r.y0}, point{(r.x0 + r.x1) / 2, r.y1}
	}
	if along(a, h.dir) > along(b, h.dir) {
		a, b = b, a
	}
	tip := along(h.apex, h.dir)
	end := along(b, h.dir)
	length = tip - along(a, h.dir)
	ok = math.Abs(across(a, h.dir)-across(h.apex, h.dir)) <= headSlack &&
		math.Abs(across(b, h.dir)-across(h.apex, h.dir)) <= headSlack &&
		end <= tip+headSlack && end >= tip-h.length-headSlack && length >= 1.5*h.length
	return length, a, ok
}

// pairBarbs makes heads of two barbs that meet in a point.
func (a *arrowParts) pairBarbs() {
	for i, b := range a.barbs {
		for _, c := range a.barbs[i+1:] {
			for _, ends := range [...][3]point{{b.a, b.b, c.b}, {b.b, b.a, c.b}} {
				if near(ends[0], c.a) {
					a.head([]point{ends[0], ends[1], ends[2]})
				}
			}
			for _, ends := range [...][3]point{{b.a, b.b, c.a}, {b.b, b.a, c.a}} {
				if near(ends[0], c.b) {
					a.head([]point{ends[0], ends[1], ends[2]})
				}
			}
		}
		if len(a.heads) >= maxHeads {
			return
		}
	}
}
