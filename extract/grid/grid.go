package grid

import (
	"cmp"
	"slices"

	"gyokaku/extract"
	"gyokaku/model"
)

// A table is a grid before it has text.
type table struct {
	xs, ys []float64 // borders of columns and rows
	cells  []cell    // by row, then column

	openTop, openBottom bool // a border there was left out: a page break cut the row
}

// A cell covers columns x0 to x1 and rows y0 to y1, the ends exclusive.
type cell struct {
	x0, y0, x1, y1 int
	arrow          bool
}

func (t *table) box(c cell) model.Box {
	return model.Box{t.xs[c.x0], t.ys[c.y0], t.xs[c.x1], t.ys[c.y1]}
}

func (t *table) outline() model.Box {
	return model.Box{t.xs[0], t.ys[0], t.xs[len(t.xs)-1], t.ys[len(t.ys)-1]}
}

// A drawing is what the lines of a page make.
type drawing struct {
	tables  []table
	through []bar       // bars of schedules, across cells
	boxes   []model.Box // boxes that lie over tables
}

// find makes the tables that rules draw. A table that merely frames others,
// and a frame inside a cell of another table, are left out. ok is false when
// there are more lines than a page of tables can have.
func find(m *memory, rules []extract.Rule, arrows []extract.Arrow) (d drawing, ok bool) {
	if len(rules) > maxRules {
		return d, false
	}
	h, v := segments(m, rules, arrows)
	if len(h) > maxSegments || len(v) > maxSegments {
		return d, false
	}
	l, ok := cross(m, h, v)
	if !ok {
		return d, false
	}
	// What is taken away leaves fewer crossings, so only adding can fail.
	if restH, restV, boxes := takeFloating(l, h, v); len(boxes) > 0 {
		h, v, d.boxes = restH, restV, boxes
		l, _ = cross(m, h, v)
	}
	if restH, restV, boxes := takeLapping(h, v); len(boxes) > 0 {
		h, v, d.boxes = restH, restV, append(d.boxes, boxes...)
		l, _ = cross(m, h, v)
	}
	d.through = bars(arrows)
	if rest, drawn := takeBars(m, l, h, v); len(drawn) > 0 {
		h, d.through = rest, append(d.through, drawn...)
		l, _ = cross(m, h, v)
	}
	addH, addV, cut := closing(l, h, v)
	if len(addH)+len(addV) > 0 {
		if l, ok = cross(m, sorted(append(h, addH...)), sorted(append(v, addV...))); !ok {
			return d, false
		}
	}
	d.tables = l.tables()
	markOpen(d.tables, cut)
	d.tables = dropFrames(m, d.tables)
	return d, true
}

// markOpen notes which tables were closed by one of added, the borders of cut
// rows.
func markOpen(tables []table, added []segment) {
	for i := range tables {
		o := tables[i].outline()
		for _, s := range added {
			if s.lo > o[2] || s.hi < o[0] {
				continue
			}
			tables[i].openTop = tables[i].openTop || near(s.pos, o[1])
			tables[i].openBottom = tables[i].openBottom || near(s.pos, o[3])
		}
	}
}

// near reports whether two positions are the same border.
func near(a, b float64) bool { return a-b <= minCell && b-a <= minCell }

// tables groups the faces of l by the part they are in.
func (l *lattice) tables() []table {
	faces := l.faces()
	part := l.parts()
	slices.SortStableFunc(faces, func(a, b face) int { return cmp.Compare(part[a[0]], part[b[0]]) })
	var out []table
	for i := 0; i < len(faces); {
		j := i + 1
		for j < len(faces) && part[faces[j][0]] == part[faces[i][0]] {
			j++
		}
		if t := l.table(faces[i:j]); len(t.cells) > 0 {
			out = append(out, t)
		}
		i = j
	}
	return out
}

// table makes cells of the faces of one part.
func (l *lattice) table(faces []face) table {
	xs, ys := make([]float64, 0, 4*len(faces)), make([]float64, 0, 4*len(faces))
	for _, f := range faces {
		for _, p := range f {
			xs, ys = append(xs, l.points[p].x), append(ys, l.points[p].y)
		}
	}
	bx, by := newBorders(xs), newBorders(ys)
	t := table{xs: bx.at, ys: by.at, cells: make([]cell, 0, len(faces))}
	var corners []corner
	for _, f := range faces {
		corners = corners[:0]
		for _, p := range f {
			corners = append(corners, corner{bx.index(l.points[p].x), by.index(l.points[p].y)})
		}
		t.cells = appendCells(t.cells, corners)
	}
	slices.SortFunc(t.cells, func(a, b cell) int { return cmp.Or(cmp.Compare(a.y0, b.y0), cmp.Compare(a.x0, b.x0)) })
	return t
}

// borders are the distinct positions of the lines across one direction.
type borders struct {
	from []float64 // where each begins
	at   []float64 // where it is: the middle of all its lines
}

func newBorders(ps []float64) borders {
	slices.Sort(ps)
	var b borders
	for i := 0; i < len(ps); {
		j := i + 1
		for j < len(ps) && ps[j]-ps[i] <= minCell {
			j++
		}
		b.from, b.at = append(b.from, ps[i]), append(b.at, (ps[i]+ps[j-1])/2)
		i = j
	}
	return b
}

// index is the number of the border that holds p.
func (b borders) index(p float64) int {
	i, found := slices.BinarySearch(b.from, p)
	if !found {
		i--
	}
	return i
}

// A corner of a cell, in numbers of borders.
type corner struct{ x, y int }

// maxCorners bounds the outline of a region that is cut into cells; a region
// with more is a drawing.
const maxCorners = 64

// appendCells appends the cell that an outline encloses. An outline that is
// not a rectangle, such as a heading that also runs down the side of what it
// heads, is cut along its horizontal borders.
func appendCells(cells []cell, outline []corner) []cell {
	if len(outline) == 4 {
		a, c := outline[0], outline[2]
		return appendCell(cells, cell{x0: min(a.x, c.x), y0: min(a.y, c.y), x1: max(a.x, c.x), y1: max(a.y, c.y)})
	}
	if len(outline) > maxCorners {
		return cells
	}
	var ys []int
	for _, c := range outline {
		ys = append(ys, c.y)
	}
	slices.Sort(ys)
	ys = slices.Compact(ys)
	first := len(cells)
	for i := 0; i+1 < len(ys); i++ {
		cells = appendSlab(cells, first, outline, ys[i], ys[i+1])
	}
	return cells
}

func appendCell(cells []cell, c cell) []cell {
	if c.x0 < c.x1 && c.y0 < c.y1 {
		return append(cells, c)
	}
	return cells
}

// appendSlab appends what outline encloses between two neighbouring rows of
// corners. A cell of the slab above, at or after first, with the same sides is
// extended instead.
func appendSlab(cells []cell, first int, outline []corner, y0, y1 int) []cell {
	var sides []int
	for i, a := range outline {
		b := outline[(i+1)%len(outline)]
		if a.x == b.x && min(a.y, b.y) <= y0 && y1 <= max(a.y, b.y) {
			sides = append(sides, a.x)
		}
	}
	slices.Sort(sides)
	above := len(cells)
	for i := 0; i+1 < len(sides); i += 2 {
		x0, x1 := sides[i], sides[i+1]
		same := func(c cell) bool { return c.x0 == x0 && c.x1 == x1 && c.y1 == y0 }
		if k := slices.IndexFunc(cells[first:above], same); k >= 0 {
			cells[first+k].y1 = y1
		} else {
			cells = appendCell(cells, cell{x0: x0, y0: y0, x1: x1, y1: y1})
		}
	}
	return cells
}
