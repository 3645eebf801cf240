package text

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A line is one line of the text, or the part of one before or after a form
// feed.
type line struct {
	text   string
	number int  // counted from 1
	column int  // of the first character, counted from 1
	fresh  bool // begins a page: a form feed stands before it
}

// split cuts text at its line ends (\n, \r\n, or \r alone) and form feeds.
func split(text string) []line {
	lines := make([]line, 0, 1+strings.Count(text, "\n"))
	for number := 1; text != ""; number++ {
		var s string
		s, text = cutLine(text)
		column, fresh := 1, false
		for {
			page, rest, more := strings.Cut(s, "\f")
			lines = append(lines, line{page, number, column, fresh})
			if !more {
				break
			}
			column += utf8.RuneCountInString(page) + 1
			s, fresh = rest, true
		}
	}
	return lines
}

func cutLine(text string) (line, rest string) {
	i := strings.IndexAny(text, "\r\n")
	if i < 0 {
		return text, ""
	}
	if strings.HasPrefix(text[i:], "\r\n") {
		return text[:i], text[i+2:]
	}
	return text[:i], text[i+1:]
}

// A span is a part of a line without the white space around it.
type span struct {
	text   string
	column int // of its first character in the line, counted from 1
}

// trimmed returns s, which begins at column, without surrounding white space.
// A blank s stays where it begins.
func trimmed(s string, column int) span {
	body := strings.TrimLeftFunc(s, unicode.IsSpace)
	if body == "" {
		return span{"", column}
	}
	lead := s[:len(s)-len(body)]
	return span{strings.TrimRightFunc(body, unicode.IsSpace), column + utf8.RuneCountInString(lead)}
}

// A form is how the cells of a row are set apart.
type form int

const (
	blank form = iota
	plain      // no row of a table
	tabs
	pipes // Markdown: | a | b |
	bare  // Markdown without border pipes, told by the rule row: a | b
)

// form tells the form of a line by itself, which is never bare.
func (l line) form() form {
	body := strings.TrimSpace(l.text)
	switch {
	case strings.Contains(l.text, "\t"):
		return tabs
	case body == "":
		return blank
	case body[0] == '|' && strings.Contains(body[1:], "|"):
		return pipes
	}
	return plain
}

// has reports whether l is a row of a table of form f.
func (l line) has(f form) bool {
	if f == bare {
		return l.form() == plain && strings.Contains(l.text, "|")
	}
	return l.form() == f
}

// size is at least the number of cells of l as a row of form f.
func (l line) size(f form) int {
	if f == tabs {
		return 1 + strings.Count(l.text, "\t")
	}
	return 1 + strings.Count(l.text, "|")
}

// cells cuts a row. The border pipes of Markdown enclose no cells.
func (l line) cells(f form) []span {
	if f == tabs {
		return cut(l.text, l.column, '\t')
	}
	cells := cut(l.text, l.column, '|')
	if len(cells) > 1 && cells[0].text == "" {
		cells = cells[1:]
	}
	if n := len(cells) - 1; n > 0 && cells[n].text == "" {
		cells = cells[:n]
	}
	return cells
}

// cut splits s at sep; a pipe after a backslash is no separator.
func cut(s string, column int, sep byte) []span {
	cells := make([]span, 0, 1+strings.Count(s, string(sep)))
	from := 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && (s[i] != sep || sep == '|' && i > 0 && s[i-1] == '\\') {
			continue
		}
		cells = append(cells, trimmed(s[from:i], column))
		column += utf8.RuneCountInString(s[from:i]) + 1
		from = i + 1
	}
	return cells
}

// ruleRE is a cell of the row under a Markdown heading. One dash alone is a
// value: "nothing".
var ruleRE = regexp.MustCompile(`^:?-{2,}:?$`)

// isRule reports whether cells are the row of dashes under a heading.
func isRule(cells []span) bool {
	for _, c := range cells {
		if !ruleRE.MatchString(c.text) {
			return false
		}
	}
	return len(cells) > 1
}

// pageRE is what stands at the end of a page or marks the next: "- 3 -",
// "3ページ", "=== Page 3 ===".
var pageRE = regexp.MustCompile(`(?i)^(?:[-–—=－―]+\s*(?:page|p\.?|ページ|頁)?\s*\d+(?:\s*/\s*\d+)?\s*(?:ページ|頁)?\s*[-–—=－―]+|(?:page|p\.|ページ|頁)\s*\d+|\d+\s*(?:ページ|頁))$`)

// stands reports whether a line without cells stands by itself even between
// rows: a Markdown heading, a comment or a page number.
func (l line) stands() bool {
	body := strings.TrimSpace(l.text)
	return strings.HasPrefix(body, "#") || strings.HasPrefix(body, "<!--") || pageRE.MatchString(body)
}
