package pdf

import "math"

// maxSkew is how far text may lean for its way from the axis, to count as upright:
// by a hundredth of its length no line of a table is missed. Scanners' text
// layers and stamps lean more.
const maxSkew = 0.001

// lean sets the direction of text at an odd angle, so that it is cut into runs
// along its own line.
func (w *writer) lean() {
	length := math.Hypot(w.step.x, w.step.y)
	major := w.step.x
	if w.sideways {
		major = w.step.y
	}
	turn := math.Copysign(1, w.sign*major)
	w.slant = point{w.step.x / length * turn, w.step.y / length * turn}
	w.along = length * turn
}

// leansAs reports whether the run has the direction d.
func (r *run) leansAs(d point) bool {
	return math.Abs(r.slant.x-d.x) <= maxSkew && math.Abs(r.slant.y-d.y) <= maxSkew
}

// baseline is that of the run: where it leans, that of its middle.
func (r *run) baseline() float64 {
	switch {
	case r.slant == (point{}):
		return r.across
	case r.sideways:
		return (r.first.x + r.last.x) / 2
	}
	return (r.first.y + r.last.y) / 2
}
