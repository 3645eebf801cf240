package tables

import (
	"bufio"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"gyokaku/extract"
)

// sameBlock is the gap between two printed lines, relative to the height of the
// upper one, up to which they are one block: Japanese text is set with gaps of
// 0.5 to 0.8.
const sameBlock = 1.0

// Text writes the text of pages in reading order with one blank line between
// blocks: paragraphs and tables. A row of a table is one line, its cells
// separated by tabs; rows that say nothing are left out, since a blank line
// would end the block.
func Text(w io.Writer, pages []Page) error {
	p := printer{Writer: bufio.NewWriterSize(w, flushAt)}
	for _, page := range pages {
		next := 0
		p.above = nil
		for _, b := range page.Blocks {
			switch {
			case b.Line != nil:
				p.line(b.Line)
			case next < len(page.Tables) && page.Tables[next].begins(b.Table):
				p.table(page.Tables[next].Table)
				next++
			}
		}
	}
	return p.Flush()
}

// begins reports whether part is the first part of t.
func (t *Table) begins(part *extract.Table) bool {
	return t.Table == part || t.At == part.At
}

// A printer writes blocks.
type printer struct {
	*bufio.Writer
	some  bool          // something stands above
	above *extract.Line // the line just above on this page, nil after a table
}

func (p *printer) line(l *extract.Line) {
	if blank(l.Text) {
		return
	}
	if p.above == nil || !together(p.above, l) {
		p.gap()
	}
	p.above = l
	p.WriteString(oneLine(l.Text))
	p.WriteByte('\n')
}

func (p *printer) table(t *extract.Table) {
	fields := make([]string, max(t.Columns, 0))
	begun := false
	for _, r := range rows(t) {
		r.texts(fields)
		for i := range fields {
			fields[i] = oneLine(fields[i])
		}
		line := strings.TrimRight(strings.Join(fields, "\t"), "\t ")
		if blank(line) {
			continue
		}
		if !begun {
			p.gap()
			begun = true
		}
		p.WriteString(line)
		p.WriteByte('\n')
	}
	if begun {
		p.above = nil
	}
}

// gap begins a block.
func (p *printer) gap() {
	if p.some {
		p.WriteByte('\n')
	}
	p.some = true
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// together reports whether b goes on right below a.
func together(a, b *extract.Line) bool {
	if a.At.Box == nil || b.At.Box == nil {
		return a.At.Line > 0 && b.At.Line == a.At.Line+1
	}
	height := a.At.Box[3] - a.At.Box[1]
	gap := b.At.Box[1] - a.At.Box[3]
	return -height <= gap && gap <= sameBlock*height
}

// oneLine joins the printed lines of s: with a space where Latin letters or
// digits would run together, and with nothing between Japanese characters. Tabs
// are spaces: they separate cells.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\t\r") {
		return s
	}
	var b strings.Builder
	for i, part := range strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }) {
		part = strings.ReplaceAll(part, "\t", " ")
		before, _ := utf8.DecodeLastRuneInString(b.String())
		after, _ := utf8.DecodeRuneInString(part)
		if i > 0 && !wide(before) && !wide(after) {
			b.WriteByte(' ')
		}
		b.WriteString(part)
	}
	return b.String()
}

// wide reports whether r is of a script that is set without spaces, or a
// full-width sign.
func wide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) ||
		r >= 0x3000 && r <= 0x30FF || r >= 0xFF00 && r <= 0xFFEF
}
