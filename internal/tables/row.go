package tables

import "gyokaku/extract"

// A row is the cells that begin in one row of a table, sorted by column.
type row []extract.Cell

// rows gives the rows of t from top to bottom, those without a cell too. Cells
// that t lists outside of its rows are not given.
func rows(t *extract.Table) func(yield func(int, row) bool) {
	return func(yield func(int, row) bool) {
		next := 0
		for r := range t.Rows {
			for next < len(t.Cells) && t.Cells[next].Row < r {
				next++
			}
			first := next
			for next < len(t.Cells) && t.Cells[next].Row == r {
				next++
			}
			if !yield(r, t.Cells[first:next]) {
				return
			}
		}
	}
}

// texts sets fields, one per column, to the texts of the row: a merged cell's
// stands in its first column.
func (r row) texts(fields []string) {
	clear(fields)
	for i := range r {
		c := &r[i]
		if c.Column < 0 || c.Column >= len(fields) {
			continue
		}
		if fields[c.Column] != "" && c.Text != "" {
			fields[c.Column] += "\n"
		}
		fields[c.Column] += c.Text
	}
}
