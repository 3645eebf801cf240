package tables

import (
	"bufio"
	"io"
	"strings"
	"unicode/utf8"

	"gyokaku/extract"
)

// CSV writes all tables of pages, one after the other with an empty line
// between, by RFC 4180: UTF-8 without a mark, lines end in CR LF, and a field
// with a line break is quoted.
//
// A text that a spreadsheet would run as a formula gets an apostrophe in front;
// printed numbers such as -12.5 and +3 stay as they are.
func CSV(w io.Writer, pages []Page) error {
	b := bufio.NewWriterSize(w, flushAt)
	first := true
	for _, p := range pages {
		for _, t := range p.Tables {
			if !first {
				b.WriteString("\r\n")
			}
			first = false
			writeCSV(b, t.Table)
		}
	}
	return b.Flush()
}

// utf8Mark makes Excel read a CSV file as UTF-8 and not as Shift_JIS.
const utf8Mark = "\uFEFF"

// CSVFile writes one table as CSV for a file of its own, with the UTF-8 mark
// that Excel needs.
func CSVFile(w io.Writer, t Table) error {
	b := bufio.NewWriter(w)
	b.WriteString(utf8Mark)
	writeCSV(b, t.Table)
	return b.Flush()
}

func writeCSV(b *bufio.Writer, t *extract.Table) {
	fields := make([]string, max(t.Columns, 0))
	for _, r := range rows(t) {
		r.texts(fields)
		for i, f := range fields {
			if i > 0 {
				b.WriteByte(',')
			}
			writeField(b, f)
		}
		b.WriteString("\r\n")
	}
}

func writeField(b *bufio.Writer, s string) {
	if isFormula(s) {
		s = "'" + s
	}
	if !strings.ContainsAny(s, ",\"\r\n") {
		b.WriteString(s)
		return
	}
	b.WriteByte('"')
	b.WriteString(strings.ReplaceAll(s, `"`, `""`))
	b.WriteByte('"')
}

// formulaStarts are what spreadsheets take for the beginning of a formula.
// Japanese Excel takes the full-width forms as well.
const formulaStarts = "=+-@＝＋－＠\t\r"

// numberParts are what a printed number has behind its sign.
const numberParts = "0123456789０１２３４５６７８９.,．，%％"

func isFormula(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 || !strings.ContainsRune(formulaStarts, r) {
		return false
	}
	isNumber := strings.Trim(s[size:], numberParts) == "" // a lone dash says "none"
	return !isNumber || !strings.ContainsRune("+-＋－", r)
}
