package grid

import "gyokaku/model"

// Buckets are about as large as a cell of one line of text, no more than maxBuckets to a
// side, and larger where cells inside of cells would be listed too often.
const (
	bucketSize = 32.0
	maxBuckets = 128
	maxListed  = 1_000_000
)

// A locator finds the cell at a point. Cells of all tables are numbered on;
// each bucket of the page lists the cells that reach into it.
type locator struct {
	boxes  []model.Box // of every cell
	owner  []int32     // its table
	offset []int32     // number of each table's first cell
	inner  []bool      // whether another table lies inside it; nil if none does

	area       model.Box
	size       float64
	cols, rows int
	start      []int32 // where the bucket's list begins in list; one more at the end
	list       []int32
}

func newLocator(m *memory, tables []table) *locator {
	l := &locator{}
	cells := 0
	for t := range tables {
		cells += len(tables[t].cells)
	}
	l.boxes, l.owner = make([]model.Box, 0, cells), make([]int32, 0, cells)
	for t := range tables {
		l.offset = append(l.offset, int32(len(l.boxes)))
		for _, c := range tables[t].cells {
			l.boxes = append(l.boxes, tables[t].box(c))
			l.owner = append(l.owner, int32(t))
		}
	}
	if len(l.boxes) == 0 {
		return l
	}
	l.area = l.boxes[0]
	for _, b := range l.boxes {
		l.area = l.area.Union(b)
	}
	w, h := l.area[2]-l.area[0], l.area[3]-l.area[1]
	l.size = max(bucketSize, w/maxBuckets, h/maxBuckets)
	for l.cols != 1 || l.rows != 1 {
		l.cols, l.rows = int(w/l.size)+1, int(h/l.size)+1
		if l.listed() <= maxListed+4*len(l.boxes) {
			break
		}
		l.size *= 2
	}
	l.fill(m)
	l.markInner(tables)
	return l
}

func (l *locator) markInner(tables []table) {
	if len(tables) < 2 {
		return
	}
	l.inner = make([]bool, len(l.boxes))
	for t := range tables {
		if id := l.within(tables[t].outline(), int32(t)); id != none {
			l.inner[id] = true
		}
	}
}

// listed counts the entries of all buckets.
func (l *locator) listed() int {
	n := 0
	for _, b := range l.boxes {
		c0, r0 := l.bucket(b[0], b[1])
		c1, r1 := l.bucket(b[2], b[3])
		n += (c1 - c0 + 1) * (r1 - r0 + 1)
	}
	return n
}

// fill counts the cells of each bucket, then lists them.
func (l *locator) fill(m *memory) {
	l.start = m.numbers.zeros(l.cols*l.rows + 1)
	for _, b := range l.boxes {
		l.each(b, func(k int) { l.start[k+1]++ })
	}
	for k := range l.cols * l.rows {
		l.start[k+1] += l.start[k]
	}
	l.list = m.numbers.zeros(int(l.start[len(l.start)-1]))
	next := append(m.numbers.take(len(l.start)), l.start...)
	for id, b := range l.boxes {
		l.each(b, func(k int) { l.list[next[k]] = int32(id); next[k]++ })
	}
}

// each calls f for all buckets that b reaches into.
func (l *locator) each(b model.Box, f func(bucket int)) {
	c0, r0 := l.bucket(b[0], b[1])
	c1, r1 := l.bucket(b[2], b[3])
	for r := r0; r <= r1; r++ {
		for c := c0; c <= c1; c++ {
			f(r*l.cols + c)
		}
	}
}

// bucket is the column and row of the bucket nearest to a point.
func (l *locator) bucket(x, y float64) (col, row int) {
	x, y = min(max(x, l.area[0]), l.area[2]), min(max(y, l.area[1]), l.area[3])
	return min(int((x-l.area[0])/l.size), l.cols-1), min(int((y-l.area[1])/l.size), l.rows-1)
}

// at is the number of the smallest cell that holds a point, or none.
func (l *locator) at(x, y float64) int32 {
	if len(l.boxes) == 0 || x < l.area[0] || x > l.area[2] || y < l.area[1] || y > l.area[3] {
		return none
	}
	col, row := l.bucket(x, y)
	k := row*l.cols + col
	best, area := int32(none), 0.0
	for _, id := range l.list[l.start[k]:l.start[k+1]] {
		b := &l.boxes[id]
		if x < b[0] || x >= b[2] || y < b[1] || y >= b[3] {
			continue
		}
		if a := (b[2] - b[0]) * (b[3] - b[1]); best == none || a < area {
			best, area = id, a
		}
	}
	return best
}

// along calls f once or more for every cell near a horizontal line.
func (l *locator) along(y, x0, x1 float64, f func(id int32)) {
	if len(l.boxes) == 0 || y < l.area[1] || y > l.area[3] || x1 < l.area[0] || x0 > l.area[2] {
		return
	}
	l.each(model.Box{x0, y, x1, y}, func(k int) {
		for _, id := range l.list[l.start[k]:l.start[k+1]] {
			f(id)
		}
	})
}

// within is the number of the smallest cell of another table than own that
// holds all of b, or none.
func (l *locator) within(b model.Box, own int32) int32 {
	col, row := l.bucket(b[0], b[1])
	k := row*l.cols + col
	best, area := int32(none), 0.0
	for _, id := range l.list[l.start[k]:l.start[k+1]] {
		c := &l.boxes[id]
		if l.owner[id] == own || b[0] < c[0] || b[1] < c[1] || b[2] > c[2] || b[3] > c[3] {
			continue
		}
		if a := (c[2] - c[0]) * (c[3] - c[1]); best == none || a < area {
			best, area = id, a
		}
	}
	return best
}

func (l *locator) table(id int32) int32 { return l.owner[id] }
func (l *locator) cell(id int32) int32  { return id - l.offset[l.owner[id]] }

// nested reports whether another cell lies inside cell id.
func (l *locator) nested(id int32) bool { return len(l.inner) > 0 && l.inner[id] }

// reaches reports whether b may touch any cell.
func (l *locator) reaches(b model.Box) bool {
	return len(l.boxes) > 0 &&
		b[0] <= l.area[2] && b[2] >= l.area[0] && b[1] <= l.area[3] && b[3] >= l.area[1]
}
