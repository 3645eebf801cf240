package grid

// A rule that ends inside a cell goes at least this part of the cell's width
// into it; less is an overshoot.
const minInside = 0.25

// takeBars returns the horizontal segments without those that are bars of a
// schedule, and the bars. A bar crosses borders of cells and ends inside one:
// as a border it would cut the cells it goes through. Whether an end is inside
// a cell is seen in the tables that the other segments make.
func takeBars(m *memory, l *lattice, h, v []segment) (rest []segment, taken []bar) {
	var loose []segment
	for i, s := range h {
		if l.endsLoose(i, s) {
			loose = append(loose, s)
		} else {
			rest = append(rest, s)
		}
	}
	if len(loose) == 0 {
		return h, nil
	}
	without, ok := cross(m, rest, v)
	if !ok {
		return h, nil
	}
	at := newLocator(m, without.tables())
	for _, s := range loose {
		if at.isBar(s) {
			taken = append(taken, bar{s.pos, s.lo, s.hi})
		} else {
			rest = append(rest, s)
		}
	}
	return sorted(rest), taken
}

// endsLoose reports whether the i-th horizontal segment s crosses something
// and then goes on.
func (l *lattice) endsLoose(i int, s segment) bool {
	e := l.h[i]
	return e.first != none &&
		(l.points[e.first].x-s.lo >= minOpen || s.hi-l.points[e.last].x >= minOpen)
}

// isBar reports whether s runs through the inside of cells of one table, from
// one to another of them, and at least one end is well inside a cell.
func (l *locator) isBar(s segment) bool {
	from, to := l.at(s.lo+touchGap, s.pos), l.at(s.hi-touchGap, s.pos)
	if from == none || to == none || from == to || l.table(from) != l.table(to) {
		return false
	}
	a, b := l.boxes[from], l.boxes[to]
	for _, c := range [...][4]float64{a, b} {
		if s.pos < c[1]+minCell || s.pos > c[3]-minCell {
			return false
		}
	}
	return s.lo-a[0] >= minInside*(a[2]-a[0]) || b[2]-s.hi >= minInside*(b[2]-b[0])
}

// markArrows notes which cells the bars go through: more than half their width.
func (l *locator) markArrows(tables []table, through []bar) {
	for _, b := range through {
		l.along(b.y, b.x0, b.x1, func(id int32) {
			c := l.boxes[id]
			if b.y > c[1] && b.y < c[3] && min(b.x1, c[2])-max(b.x0, c[0]) > (c[2]-c[0])/2 {
				t, i := l.table(id), l.cell(id)
				tables[t].cells[i].arrow = true
			}
		})
	}
}
