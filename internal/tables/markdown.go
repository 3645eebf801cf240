package tables

import (
	"bufio"
	"io"
	"strings"

	"gyokaku/extract"
)

// Markdown writes all tables of pages in the notation of GitHub, with an empty
// line between. The first row is the heading, because the notation has no table
// without one.
func Markdown(w io.Writer, pages []Page) error {
	b := bufio.NewWriterSize(w, flushAt)
	first := true
	for _, p := range pages {
		for _, t := range p.Tables {
			if t.Columns == 0 {
				continue
			}
			if !first {
				b.WriteByte('\n')
			}
			first = false
			writeMarkdown(b, t.Table)
		}
	}
	return b.Flush()
}

func writeMarkdown(b *bufio.Writer, t *extract.Table) {
	fields := make([]string, t.Columns)
	for r, cells := range rows(t) {
		cells.texts(fields)
		for _, f := range fields {
			b.WriteString("| ")
			b.WriteString(markdownEscapes.Replace(f))
			b.WriteByte(' ')
		}
		b.WriteString("|\n")
		if r == 0 {
			b.WriteString(strings.Repeat("|---", t.Columns) + "|\n")
		}
	}
}

// markdownEscapes takes the meaning from what Markdown and the HTML inside it
// give one.
var markdownEscapes = strings.NewReplacer(
	`\`, `\\`, "|", `\|`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "~", `\~`,
	"&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "", "\n", "<br>",
)
