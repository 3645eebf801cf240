package form

import (
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

// A row is one row of a table, or one line of free text as a single cell.
type row struct {
	cells []*extract.Cell // those that begin in this row, by column
	table *extract.Table  // nil for free text
	page  *extract.Page
	index int  // of the row in its table
	first bool // first row of a table that does not continue one
}

// rowsOf lists the document as rows in reading order. Hidden cells say nothing
// to a reader of the document and are left out.
func rowsOf(doc *extract.Document) []row {
	var rows []row
	for p := range doc.Pages {
		page := &doc.Pages[p]
		for b := range page.Blocks {
			block := &page.Blocks[b]
			if block.Line != nil {
				cell := &extract.Cell{RowSpan: 1, ColumnSpan: 1, Text: block.Line.Text, At: block.Line.At}
				rows = append(rows, row{cells: []*extract.Cell{cell}, page: page})
			}
			if block.Table != nil {
				rows = append(rows, tableRows(block.Table, page)...)
			}
		}
	}
	return rows
}

func tableRows(t *extract.Table, page *extract.Page) []row {
	var rows []row
	last := -1
	for i := range t.Cells {
		c := &t.Cells[i]
		if c.Hidden {
			continue
		}
		if c.Row != last {
			rows = append(rows, row{table: t, page: page, index: c.Row, first: last < 0 && !t.Continues})
			last = c.Row
		}
		r := &rows[len(rows)-1]
		r.cells = append(r.cells, c)
	}
	return rows
}

// text is the text of the row's only filled cell, "" when there are several.
func (r row) text() (string, *extract.Cell) {
	var only *extract.Cell
	for _, c := range r.cells {
		if strings.TrimSpace(c.Text) == "" {
			continue
		}
		if only != nil {
			return "", nil
		}
		only = c
	}
	if only == nil {
		return "", nil
	}
	return only.Text, only
}

// add puts the text of a cell into a field, after what is there already.
func add(f *model.Field[string], c *extract.Cell, text string) {
	if f.Raw == "" {
		*f = model.Printed[string](text, c.At, c.Also...)
		return
	}
	f.Raw += "\n" + text
	f.Also = append(f.Also, c.At)
	f.Also = append(f.Also, c.Also...)
}

// minRunning is the least number of pages that a line stands on alone to be a
// running heading: the form's name, a department.
const minRunning = 3

// runningLines are the texts that stand alone in a row on several pages or
// sheets.
func runningLines(rows []row) map[string]bool {
	pages := map[string]int{}
	last := map[string]*extract.Page{}
	for _, r := range rows {
		text, c := r.text()
		if c == nil || len(text) > 4*maxHeading {
			continue
		}
		if key := fold(text); last[key] != r.page {
			last[key] = r.page
			pages[key]++
		}
	}
	running := map[string]bool{}
	for key, n := range pages {
		if n >= minRunning {
			running[key] = true
		}
	}
	return running
}
