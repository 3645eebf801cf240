package tables

import (
	"bufio"
	"html"
	"io"
	"strconv"
	"strings"

	"gyokaku/extract"
)

// HTML writes all tables of pages as one document of the given title, with
// rowspan and colspan. Each table's data-page is the page on which it begins;
// in workbooks data-sheet names the sheet.
func HTML(w io.Writer, title string, pages []Page) error {
	b := bufio.NewWriterSize(w, flushAt)
	b.WriteString("<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
	b.WriteString(escaped(title))
	b.WriteString("</title>\n<style>table{border-collapse:collapse;margin:1em 0}td{border:1px solid #888;padding:.2em .4em;vertical-align:top}</style>\n</head>\n<body>\n")
	for _, p := range pages {
		for _, t := range p.Tables {
			b.WriteString("<table data-page=\"" + strconv.Itoa(p.Number) + "\"")
			if p.Sheet != "" {
				b.WriteString(" data-sheet=\"" + escaped(p.Sheet) + "\"")
			}
			b.WriteString(">\n")
			writeRows(b, t.Table)
			b.WriteString("</table>\n")
		}
	}
	b.WriteString("</body>\n</html>\n")
	return b.Flush()
}

// escaped is s as HTML text: no markup, and no control characters, which HTML
// has no notation for.
func escaped(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7F {
			return '\uFFFD'
		}
		return r
	}, s)
	return html.EscapeString(s)
}

func writeRows(b *bufio.Writer, t *extract.Table) {
	covered := make([]int, max(t.Columns, 0)) // per column: the row down to which a cell reaches
	for r, cells := range rows(t) {
		b.WriteString("<tr>")
		next := 0
		for column := 0; column < t.Columns; column++ {
			for next < len(cells) && cells[next].Column < column {
				next++
			}
			if next < len(cells) && cells[next].Column == column {
				writeCell(b, t, &cells[next], covered)
			} else if covered[column] <= r {
				b.WriteString("<td></td>")
			}
		}
		b.WriteString("</tr>\n")
	}
}

// writeCell writes c and marks what it covers. Spans end with the table.
func writeCell(b *bufio.Writer, t *extract.Table, c *extract.Cell, covered []int) {
	rowSpan := min(max(c.RowSpan, 1), t.Rows-c.Row)
	columnSpan := min(max(c.ColumnSpan, 1), t.Columns-c.Column)
	for i := range columnSpan {
		covered[c.Column+i] = c.Row + rowSpan
	}
	b.WriteString("<td")
	if rowSpan > 1 {
		b.WriteString(" rowspan=\"" + strconv.Itoa(rowSpan) + "\"")
	}
	if columnSpan > 1 {
		b.WriteString(" colspan=\"" + strconv.Itoa(columnSpan) + "\"")
	}
	b.WriteByte('>')
	b.WriteString(strings.ReplaceAll(escaped(c.Text), "\n", "<br>"))
	b.WriteString("</td>")
}
