package write

import (
	"math"
	"strings"
	"unicode/utf16"
)

// Sizes of the workbook's text, in points and in the half-width characters
// that column widths count. Neither Excel nor LibreOffice fits the height of a
// row when a file is opened, so it is computed.
const (
	fontName     = "游ゴシック"
	fontSize     = 10.0
	lineHeight   = 16.5 // of 10 pt Yu Gothic, whose lines are tall
	rowPadding   = 5.0
	minRowHeight = 21.0
	maxRowHeight = 409.0 // Excel's limit
	cellPadding  = 1.0   // width that borders and margins take from a column
)

// textWidth is the width of one line, in half-width characters.
func textWidth(s string) (w float64) {
	for _, r := range s {
		switch {
		case r < 0x100, r >= 0xFF61 && r <= 0xFF9F: // Latin; half-width kana
			w++
		default:
			w += 2
		}
	}
	return w
}

// lineCount is how many lines s takes in a column of the given width. Japanese
// breaks anywhere but before 。 and the like, which costs a little width.
func lineCount(s string, width float64) int {
	n := 0
	for line := range strings.SplitSeq(s, "\n") {
		n += max(1, int(math.Ceil(textWidth(line)/max(2, width-cellPadding))))
	}
	return n
}

// rowHeight is the height in points of a row of that many lines.
func rowHeight(lines int) float64 {
	return min(maxRowHeight, max(minRowHeight, float64(lines)*lineHeight+rowPadding))
}

// maxLines is how many lines the tallest row shows.
const maxLines = 24

// maxProse is the width to which a column of prose grows rather than hide text
// that does not fit into the tallest row.
const maxProse = 110.0

// Words grow their column by no more than this, then they wrap.
const (
	textGrowth = 10.0
	codeGrowth = 6.0
)

// fitted is the width, at least that of the column's definition, which the
// cells need: numbers whole, or Excel shows ###; words on one line where that
// takes little; prose within the tallest row.
func fitted(c column, cells []cell) float64 {
	width, limit := c.width, c.width
	switch {
	case c.form == formProse:
		for _, v := range cells {
			for width < maxProse && lineCount(v.text, width) > maxLines {
				width += 6
			}
		}
		return min(width, maxProse)
	case c.form.numeric():
		limit = maxProse
	case c.form == formText:
		limit += textGrowth
	default:
		limit += codeGrowth
	}
	for _, v := range cells {
		width = max(width, cellWidth(v)+cellPadding+0.5)
	}
	return min(width, limit)
}

// cellWidth is the width of the longest line of c; of a number with its
// thousands separators.
func cellWidth(c cell) (w float64) {
	if c.kind == cellNumber {
		digits := float64(len(c.number.String()))
		return digits + math.Floor(digits/3)
	}
	for line := range strings.SplitSeq(c.text, "\n") {
		w = max(w, textWidth(line))
	}
	return w
}

// maxCellText is Excel's limit on the text of one cell, in UTF-16 units.
const maxCellText = 32767

// cutNote ends a text that was too long for a cell.
const cutNote = "…（長いため以下省略。全文はJSONにあります）"

// sheetText is s as a cell can hold it: without control characters other than
// line breaks, and cut, with a note, at Excel's limit. It tells whether it cut.
func sheetText(s string) (string, bool) {
	s = strings.Map(printable, strings.ReplaceAll(s, "\r\n", "\n"))
	if len(s) <= maxCellText || utf16Len(s) <= maxCellText {
		return s, false
	}
	room := maxCellText - utf16Len(cutNote)
	for i, r := range s {
		if room -= utf16.RuneLen(r); room < 0 {
			return s[:i] + cutNote, true
		}
	}
	return s, false
}

// printable drops control characters and what XML cannot hold.
func printable(r rune) rune {
	switch {
	case r == '\n':
		return r
	case r == '\t', r == '\r', r == '\v', r == '\f':
		return ' '
	case r < ' ', r >= 0x7F && r < 0xA0, r == 0xFFFE, r == 0xFFFF:
		return -1
	}
	return r
}

func utf16Len(s string) (n int) {
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// startsFormula tells whether a spreadsheet or a CSV reader might take s for a
// formula. Such cells are text all the same and also get Excel's quote prefix,
// so that they stay text when someone edits them.
func startsFormula(s string) bool {
	return s != "" && strings.ContainsRune("=+-@＝＋－＠\t\r", []rune(s)[0])
}
