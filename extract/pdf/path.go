package pdf

import (
	"math"

	"gyokaku/extract"
)

// A path is the path under construction, in points of the page.
type path struct {
	points []point
	subs   []subpath
	clips  bool // W was given: the path becomes the clip when it is painted
}

// A subpath is path.points[from:] up to the next subpath.
type subpath struct {
	from           int
	closed, curved bool
}

const (
	// maxThickness is how thick a ruling line can be, in points; what is
	// thicker is a bar or a background.
	maxThickness = 3.0
	// straightness is how far the ends of a horizontal or vertical line may be
	// off the axis, in points: scanners' software and spreadsheets round.
	straightness = 0.5
	// maxPoints bounds one path.
	maxPoints = 1 << 20
)

// pathOperator executes the operators of paths.
func (in *interp) pathOperator(code uint32) bool {
	switch code {
	case opl:
		in.lineTo(in.num(0), in.num(1))
	case opm:
		in.moveTo(in.num(0), in.num(1))
	case opre:
		in.rectangle()
	case oph:
		in.path.closeSub()
	case opc:
		in.curveTo(4)
	case opv, opy:
		in.curveTo(2)
	case opf, opF, opfx:
		in.paint(false, true)
	case opS:
		in.paint(true, false)
	case ops:
		in.path.closeSub()
		in.paint(true, false)
	case opB, opBx:
		in.paint(true, true)
	case opb, opbx:
		in.path.closeSub()
		in.paint(true, true)
	case opn:
		in.paint(false, false)
	case opW, opWx:
		in.path.clips = true
	default:
		return false
	}
	return true
}

func (in *interp) moveTo(x, y float64) {
	p := &in.path
	if len(p.points) < maxPoints {
		p.subs = append(p.subs, subpath{from: len(p.points)})
		p.points = append(p.points, in.ctm.apply(x, y))
	}
}

func (in *interp) lineTo(x, y float64) {
	p := &in.path
	if len(p.subs) == 0 || p.subs[len(p.subs)-1].closed {
		p.reopen()
	}
	if len(p.points) < maxPoints {
		p.points = append(p.points, in.ctm.apply(x, y))
	}
}

// reopen begins a subpath at the start of the one just closed, where the
// current point is then.
func (p *path) reopen() {
	n := len(p.subs)
	p.subs = append(p.subs, subpath{from: len(p.points)})
	if n > 0 {
		p.points = append(p.points, p.points[p.subs[n-1].from])
	}
}

// curveTo adds a curve by its end point, which is operand i and the next: only
// whether a path has curves matters.
func (in *interp) curveTo(i int) {
	in.lineTo(in.num(i), in.num(i+1))
	in.path.subs[len(in.path.subs)-1].curved = true
}

func (in *interp) rectangle() {
	v, ok := in.last(4)
	if !ok || len(in.path.points) >= maxPoints {
		return
	}
	x, y, w, h := v[0], v[1], v[2], v[3]
	p, m := &in.path, &in.ctm
	p.subs = append(p.subs, subpath{from: len(p.points), closed: true})
	p.points = append(p.points, m.apply(x, y), m.apply(x+w, y), m.apply(x+w, y+h), m.apply(x, y+h))
}

func (p *path) closeSub() {
	if n := len(p.subs); n > 0 {
		p.subs[n-1].closed = true
	}
}

// sub gives the points of the i-th subpath.
func (p *path) sub(i int) []point {
	end := len(p.points)
	if i+1 < len(p.subs) {
		end = p.subs[i+1].from
	}
	return p.points[p.subs[i].from:end]
}

// paint draws the path and ends it.
func (in *interp) paint(stroke, fill bool) {
	p := &in.path
	if fill && in.whiteFill {
		in.area = area{} // it may be covered now
	}
	stroke = stroke && !in.whiteStroke && !in.strokeClear
	fill = fill && !in.whiteFill && !in.fillClear
	if (stroke || fill) && in.layersOff == 0 {
		for i := range p.subs {
			points := p.sub(i)
			if fill {
				in.fillSub(points, p.subs[i].curved)
			}
			if stroke {
				in.strokeSub(points, p.subs[i])
			}
		}
	}
	if p.clips && len(p.points) > 0 {
		in.clip = in.clip.intersect(bounds(p.points))
	}
	p.points, p.subs, p.clips = p.points[:0], p.subs[:0], false
}

// fillSub takes thin rectangles for rules. Larger ones are backgrounds.
func (in *interp) fillSub(points []point, curved bool) {
	if curved {
		in.out.outlines++
		return
	}
	if r, ok := rectangular(points); !ok {
		in.area = area{}
		in.out.parts.polygon(points)
	} else if min(r.width(), r.height()) > maxThickness {
		in.area = area{r, in.fillInk, len(in.out.rules)}
	} else if !in.unseen(r) {
		in.rule(r, false)
	}
}

// rectangular gives the bounds of points if they are the corners of an upright
// rectangle, however often it visits them.
func rectangular(points []point) (rect, bool) {
	if len(points) < 2 || len(points) > 6 {
		return rect{}, false
	}
	r := bounds(points)
	tolerance := min(straightness, max(r.width(), r.height())/10)
	for _, p := range points {
		if math.Min(p.x-r.x0, r.x1-p.x) > tolerance || math.Min(p.y-r.y0, r.y1-p.y) > tolerance {
			return rect{}, false
		}
	}
	if len(points) < 4 && min(r.width(), r.height()) > tolerance {
		return rect{}, false // a triangle
	}
	return r, true
}

// strokeSub takes the horizontal and vertical parts of a stroked path for rules.
func (in *interp) strokeSub(points []point, s subpath) {
	if s.curved {
		return
	}
	n := len(points)
	if closed := s.closed || n > 2 && near(points[0], points[n-1]); closed && in.out.parts.polygon(points) {
		return
	}
	width := in.lineWidth * in.ctm.scale()
	for i := 1; i < n; i++ {
		in.segment(points[i-1], points[i], width)
	}
	if s.closed && n > 2 {
		in.segment(points[n-1], points[0], width)
	}
}

// segment takes one straight line of the given width.
func (in *interp) segment(a, b point, width float64) {
	r := bounds([]point{a, b})
	w, h := r.width(), r.height()
	half := width / 2
	switch {
	case h <= straightness && w > h && w >= width:
		mid := (r.y0 + r.y1) / 2
		r.y0, r.y1 = mid-half, mid+half
	case w <= straightness && h > w && h >= width:
		mid := (r.x0 + r.x1) / 2
		r.x0, r.x1 = mid-half, mid+half
	default:
		in.out.parts.stroke(a, b, width)
		return
	}
	if width <= maxThickness {
		in.rule(r, in.dashed)
	} else {
		in.out.parts.stroke(a, b, width)
	}
}

// clipSlack is how far outside of the clip a line may lie and still show, in
// points: cell borders are drawn on the edge of the cell's clip.
const clipSlack = 1.0

// rule adds a ruling line, as far as the clip shows it.
func (in *interp) rule(r rect, dashed bool) {
	c := in.clip
	c = rect{c.x0 - clipSlack, c.y0 - clipSlack, c.x1 + clipSlack, c.y1 + clipSlack}
	r = r.intersect(c)
	if !(r.x1 >= r.x0 && r.y1 >= r.y0) || len(in.out.rules) >= in.limit.glyphs {
		return
	}
	in.out.rules = append(in.out.rules, extract.Rule{X0: r.x0, Y0: r.y0, X1: r.x1, Y1: r.y1, Dashed: dashed})
}
