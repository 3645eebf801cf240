package pdf

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"
)

// japan1Table has the characters of the CIDs of Adobe-Japan1 outside of JIS X
// 0208: half-width and proportional ones, those for vertical writing, of NEC and
// IBM, and variants of kanji.
//
//go:generate sh -c "go run ./internal/genjapan1 Adobe-Japan1-UCS2 > japan1.txt"
//go:embed japan1.txt
var japan1Table string

// The part of Adobe-Japan1 that follows the order of JIS X 0208.
const (
	firstRow1  = 633  // rows 1–7 (記号、英数字、かな)
	firstRow16 = 1125 // rows 16–84 (漢字)
	lastRow84  = 7477
)

// jisRows are the characters of JIS X 0208 in the order of the standard, from
// row 1 and from row 16 on.
var jisRows = sync.OnceValues(func() (symbols, kanji []rune) {
	for row := 1; row <= 84; row++ {
		if row == 8 {
			row = 16 // in between are lines and vendors' characters
		}
		for cell := 1; cell <= 94; cell++ {
			r := eucJP.char(uint32(0xa0+row)<<8 | uint32(0xa0+cell))
			if r == 0 || row == 2 && !inRow2(cell) {
				continue
			}
			if row < 16 {
				symbols = append(symbols, r)
			} else {
				kanji = append(kanji, r)
			}
		}
	}
	return symbols, kanji
})

// inRow2 reports whether JIS X 0208 assigns a cell of row 2; vendors filled
// some of the others.
func inRow2(cell int) bool {
	switch {
	case cell <= 14, cell >= 26 && cell <= 33, cell >= 42 && cell <= 48, cell >= 60 && cell <= 74, cell >= 82 && cell <= 89:
		return true
	}
	return cell == 94
}

// japan1Texts are the texts of japan1Table by CID.
var japan1Texts = sync.OnceValue(func() *table[string] {
	t := &table[string]{}
	for line := range strings.Lines(japan1Table) {
		first, texts, _ := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		cid, err := strconv.Atoi(first)
		if err != nil {
			continue // a comment
		}
		if whole, ok := strings.CutPrefix(texts, "\t"); ok {
			t.set(uint32(cid), whole)
			continue
		}
		for _, r := range texts {
			t.set(uint32(cid), runeText(r))
			cid++
		}
	}
	return t
})

// japan1 is the text of an Adobe-Japan1 CID, "" if it is not known.
func japan1(cid uint32) string {
	symbols, kanji := jisRows()
	switch {
	case cid >= firstRow1 && cid < firstRow16 && int(cid-firstRow1) < len(symbols):
		return runeText(symbols[cid-firstRow1])
	case cid >= firstRow16 && cid <= lastRow84 && int(cid-firstRow16) < len(kanji):
		return runeText(kanji[cid-firstRow16])
	}
	return japan1Texts().get(cid)
}

// runeTexts are the characters of the basic plane that occurred, 256 to a
// string: the text of a glyph is a part of it and costs no allocation.
var runeTexts [256]atomic.Pointer[string]

// runeText is string(r), "" for a control character.
func runeText(r rune) string {
	if r < ' ' || r > 0xffff || r >= 0x7f && r <= 0x9f {
		return safeText([]rune{r})
	}
	page := runeTexts[r>>8].Load()
	if page == nil {
		page = runePage(r &^ 0xff)
		runeTexts[r>>8].Store(page)
	}
	i := int(r & 0xff)
	switch {
	case r < 0x80:
		return (*page)[i : i+1]
	case r < 0x100: // behind 128 characters of one byte
		return (*page)[2*i-0x80 : 2*i-0x80+2]
	case r < 0x800:
		return (*page)[2*i : 2*i+2]
	}
	return (*page)[3*i : 3*i+3]
}

// runePage is the UTF-8 of the 256 characters from first on; of surrogates it is
// that of U+FFFD, which is as long.
func runePage(first rune) *string {
	b := make([]byte, 0, 3*256)
	for r := first; r < first+256; r++ {
		b = utf8.AppendRune(b, r)
	}
	page := string(b)
	return &page
}
