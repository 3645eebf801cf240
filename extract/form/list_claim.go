package form

import "gyokaku/extract"

// claimHeads notes the headings of lists whose columns are bound: they leave no
// value, and no general label knows many of them.
func (r *reader) claimHeads() {
	for _, l := range r.lists {
		known := map[string]bool{}
		for _, col := range l.columns {
			if col.role == colNone {
				continue
			}
			for _, h := range col.path {
				known[fold(h.cell.Text)] = true
			}
		}
		for c := range l.headCells {
			if known[fold(c.Text)] {
				r.claim(c)
			}
		}
	}
}

// claimAll notes cells that were understood together, as those of a note are.
func (r *reader) claimAll(cells []*extract.Cell) {
	for _, c := range cells {
		r.claim(c)
	}
}
