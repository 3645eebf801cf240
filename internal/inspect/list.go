package inspect

import (
	"fmt"
	"strings"

	"gyokaku/extract"
)

// list writes the blocks in reading order: tables as tables, whose cells are
// tied to those of the drawing. What was recognised comes before them.
func (p *printer) list() {
	p.raw("<section id=\"blocks\">\n")
	if p.Form == nil {
		p.raw("<h2>" + escaped(p.text.blocks) + "</h2>\n")
		p.blocks()
	} else {
		p.formList()
		p.raw("<details><summary>" + escaped(p.text.blocks) + "</summary>\n")
		p.blocks()
		p.raw("</details>\n")
	}
	p.raw("</section>\n")
}

func (p *printer) blocks() {
	id := 0
	for i, b := range p.page.Blocks {
		if b.Line != nil {
			p.printf("<p data-id=\"b%d\"><b>%d</b> %s</p>\n", i, i+1, escaped(b.Line.Text))
			continue
		}
		t := b.Table
		caption := fmt.Sprintf(p.text.tableAt, i+1, t.Rows, t.Columns, place(t.At))
		if t.Continues {
			caption += p.text.comma + p.text.continues
		}
		p.raw("<table>\n<caption>" + escaped(caption) + "</caption>\n")
		p.rows(t, id)
		p.raw("</table>\n")
		id += len(t.Cells)
	}
}

// rows writes the cells of t, the first of which has the number id, where they
// stand: columns without a cell are bridged by an empty one.
func (p *printer) rows(t *extract.Table, id int) {
	covered := make([]int, max(t.Columns, 0)) // per column: the row down to which a cell reaches
	next := 0
	for r := range t.Rows {
		p.raw("<tr>")
		for column := 0; column < t.Columns; column++ {
			if next < len(t.Cells) && t.Cells[next].Row == r && t.Cells[next].Column <= column {
				p.cell(t, next, id+next, covered)
				next++
				continue
			}
			if covered[column] <= r {
				p.raw("<td class=\"hole\"></td>")
			}
		}
		for next < len(t.Cells) && t.Cells[next].Row <= r {
			next++
		}
		p.raw("</tr>\n")
	}
}

func (p *printer) cell(t *extract.Table, i, id int, covered []int) {
	c := &t.Cells[i]
	rowSpan := min(max(c.RowSpan, 1), t.Rows-c.Row)
	columnSpan := min(max(c.ColumnSpan, 1), t.Columns-c.Column)
	for column := max(c.Column, 0); column < c.Column+columnSpan; column++ {
		covered[column] = c.Row + rowSpan
	}
	p.printf("<td data-id=\"c%d\" rowspan=\"%d\" colspan=\"%d\" style=\"--h:%d\"", id, rowSpan, columnSpan, hue(c))
	if p.page.Width == 0 { // there is no drawing to point at
		p.raw(" title=\"" + escaped(p.details(c)) + "\"")
	}
	p.raw(">" + strings.ReplaceAll(escaped(c.Text), "\n", "<br>"))
	if c.Arrow {
		p.raw("<i>→</i>")
	}
	p.raw("</td>")
}
