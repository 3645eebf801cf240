package pdf

import "math"

// A matrix is a PDF transformation [a b c d e f]: x' = a·x + c·y + e and
// y' = b·x + d·y + f.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// mul is the matrix that applies m first and n after it.
func (m matrix) mul(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2],
		m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2],
		m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4],
		m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) apply(x, y float64) point {
	return point{m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]}
}

// scale is the factor by which m changes lengths, the geometric mean of both
// directions.
func (m matrix) scale() float64 {
	return math.Sqrt(math.Abs(m[0]*m[3] - m[1]*m[2]))
}

// finite reports whether all parts are numbers of a size that a page can have;
// anything else comes from damaged operands and would poison all later boxes.
func (m matrix) finite() bool {
	for _, v := range m {
		if !(math.Abs(v) < maxCoordinate) {
			return false
		}
	}
	return true
}

// maxCoordinate bounds all coordinates. The largest page PDF allows is 14,400
// units of at most 75,000 points.
const maxCoordinate = 1e10

type point struct{ x, y float64 }

// A rect is a rectangle with x0 ≤ x1 and y0 ≤ y1.
type rect struct{ x0, y0, x1, y1 float64 }

func (r rect) width() float64  { return r.x1 - r.x0 }
func (r rect) height() float64 { return r.y1 - r.y0 }
func (r rect) empty() bool     { return !(r.x1 > r.x0 && r.y1 > r.y0) }
func (r rect) area() float64   { return max(0, r.width()) * max(0, r.height()) }

func (r rect) intersect(s rect) rect {
	return rect{max(r.x0, s.x0), max(r.y0, s.y0), min(r.x1, s.x1), min(r.y1, s.y1)}
}

// bounds is the smallest rectangle around pts.
func bounds(pts []point) rect {
	r := rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range pts {
		r = rect{min(r.x0, p.x), min(r.y0, p.y), max(r.x1, p.x), max(r.y1, p.y)}
	}
	return r
}

// box is the image of the rectangle r under m.
func (m matrix) box(r rect) rect {
	return bounds([]point{m.apply(r.x0, r.y0), m.apply(r.x1, r.y0), m.apply(r.x1, r.y1), m.apply(r.x0, r.y1)})
}
