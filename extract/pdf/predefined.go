package pdf

import (
	"strings"
	"sync/atomic"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// predefined is the CMap of that name and whether it is for vertical writing.
// They are told apart by parts of their names, because producers use old and
// rare variants. Those of China and Korea give texts, but only the widths that
// fonts list. Others are read as two-byte codes.
func predefined(name string) (codes, bool) {
	vertical := name == "V" || strings.HasSuffix(name, "-V")
	switch {
	case strings.HasPrefix(name, "Identity"):
		return twoByte{}, vertical
	case strings.Contains(name, "RKSJ"):
		return legacy{chars: shiftJIS, lead: isShiftJISLead, narrow: narrowCID(name)}, vertical
	case strings.HasPrefix(name, "GB") && !strings.HasPrefix(name, "GBT"):
		return legacy{chars: gbk, lead: isHigh, narrow: narrowProportional}, vertical
	case strings.Contains(name, "B5"):
		return legacy{chars: big5, lead: isHigh, narrow: narrowProportional}, vertical
	case strings.HasPrefix(name, "KSC") && !strings.Contains(name, "Johab"):
		return legacy{chars: eucKR, lead: isHigh, narrow: narrowProportional}, vertical
	case strings.HasPrefix(name, "EUC"):
		return legacy{chars: eucJP, lead: isEUCLead, narrow: narrowHalf, euc: true}, vertical
	case name == "H" || name == "V":
		return jis{}, vertical
	case strings.Contains(name, "UCS2"), strings.Contains(name, "UTF16"):
		return unicode16{}, vertical
	case strings.Contains(name, "UTF32"):
		return unicode32{}, vertical
	case strings.Contains(name, "UTF8"):
		return unicode8{}, vertical
	}
	return twoByte{}, vertical
}

// A charTable gives the characters of the two-byte codes of a legacy encoding.
// A row, the codes of one first byte, is decoded when it is first used: the
// decoder is slow for single characters, and a document has few rows.
type charTable struct {
	decode encoding.Encoding
	lead   func(byte) bool
	rows   [128]atomic.Pointer[charRow] // from the first byte 0x80 on
}

// A charRow is the characters by the second byte, 0 where there is none.
type charRow [256]rune

var (
	shiftJIS = &charTable{decode: japanese.ShiftJIS, lead: isShiftJISLead}
	eucJP    = &charTable{decode: japanese.EUCJP, lead: isEUCLead}
	gbk      = &charTable{decode: simplifiedchinese.GBK, lead: isHigh}
	big5     = &charTable{decode: traditionalchinese.Big5, lead: isHigh}
	eucKR    = &charTable{decode: korean.EUCKR, lead: isHigh}
)

// char is the character of a code from 0x8000 to 0xFFFF, 0 if it has none.
func (t *charTable) char(code uint32) rune {
	slot := &t.rows[code>>8&0x7f]
	row := slot.Load()
	if row == nil {
		row = t.row(byte(code >> 8))
		slot.Store(row)
	}
	return row[code&0xff]
}

func (t *charTable) row(high byte) *charRow {
	row := new(charRow)
	if !t.lead(high) {
		return row
	}
	d := t.decode.NewDecoder()
	src, dst := []byte{high, 0}, make([]byte, 16)
	for low := 0x40; low <= 0xff; low++ {
		src[1] = byte(low)
		n, _, err := d.Transform(dst, src, true)
		if r, size := utf8.DecodeRune(dst[:n]); err == nil && size == n && r != utf8.RuneError {
			if j, ok := jisForm[r]; ok {
				r = j
			}
			row[low] = r
		}
	}
	return row
}

// jisForm undoes what Microsoft's tables, which x/text has, change: fonts and
// ToUnicode maps give the characters of JIS X 0208, and one document must read
// the same whatever printed it. Adobe's tables map the Unicode of both to one
// glyph.
var jisForm = map[rune]rune{'～': '〜', '－': '−', '∥': '‖', '￠': '¢', '￡': '£', '￢': '¬'}

func isShiftJISLead(b byte) bool { return b >= 0x81 && b <= 0x9f || b >= 0xe0 && b <= 0xfc }
func isHigh(b byte) bool         { return b >= 0x81 && b <= 0xfe }
func isEUCLead(b byte) bool      { return b >= 0xa1 && b <= 0xfe || b == 0x8e }

// legacy is Shift_JIS (RKSJ), EUC-JP or an encoding of China or Korea.
type legacy struct {
	chars  *charTable
	lead   func(byte) bool
	narrow func(byte) uint32 // CID of a one-byte code
	euc    bool
}

func (l legacy) next(s []byte) (int, uint32, uint32, string) {
	if len(s) < 2 || !l.lead(s[0]) {
		return 1, uint32(s[0]), l.narrow(s[0]), narrowText(s[0])
	}
	c := uint32(s[0])<<8 | uint32(s[1])
	r := l.chars.char(c)
	if r == 0 {
		return 2, c, 0, ""
	}
	if l.euc && s[0] == 0x8e { // half-width katakana
		return 2, c, narrowHalf(s[1]), runeText(r)
	}
	return 2, c, wideCID, runeText(r)
}

// wideCID stands for the CIDs of full-width characters, whose widths are the
// default: a kanji, so that a table of widths by CID has no entry for it.
const wideCID = 1200

// narrowText is the character of a one-byte code of Shift_JIS. 0x5C is the yen
// sign in the fonts of Japan, but what is meant is what code pages say.
func narrowText(b byte) string {
	switch {
	case b >= ' ' && b < 0x7f:
		return asciiText[b-' ' : b-' '+1]
	case b >= 0xa1 && b <= 0xdf:
		return runeText(rune(b) - 0xa1 + 0xff61)
	case b < ' ':
		return " " // the CMaps give control codes the glyph of the space
	}
	return ""
}

const asciiText = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"

// narrowCID is the CID of one-byte codes: proportional in the 90msp and 90pv
// CMaps, half-width in the others.
func narrowCID(name string) func(byte) uint32 {
	if strings.HasPrefix(name, "90msp") || strings.HasPrefix(name, "90pv") {
		return narrowProportional
	}
	return narrowHalf
}

func narrowProportional(b byte) uint32 {
	if b >= ' ' && b < 0x7f {
		return uint32(b-' ') + 1
	}
	return narrowHalf(b)
}

func narrowHalf(b byte) uint32 {
	switch {
	case b >= ' ' && b < 0x7f:
		return uint32(b-' ') + 231
	case b >= 0xa1 && b <= 0xdf:
		return uint32(b-0xa1) + 327
	}
	return 0
}

// jis is the CMap H or V: the two bytes of JIS X 0208, which are EUC-JP's
// without the high bits.
type jis struct{}

func (jis) next(s []byte) (int, uint32, uint32, string) {
	if len(s) < 2 {
		return 1, uint32(s[0]), 0, ""
	}
	c := uint32(s[0])<<8 | uint32(s[1])
	euc := c | 0x8080
	if r := eucJP.char(euc); r != 0 {
		return 2, c, wideCID, runeText(r)
	}
	return 2, c, 0, ""
}

// unicode16 is UCS-2 and UTF-16. CIDs of ASCII are those of half-width or
// proportional glyphs.
type unicode16 struct{}

func (unicode16) next(s []byte) (int, uint32, uint32, string) {
	if len(s) < 2 {
		return 1, uint32(s[0]), 0, ""
	}
	r := rune(s[0])<<8 | rune(s[1])
	if utf16.IsSurrogate(r) && len(s) >= 4 {
		r = utf16.DecodeRune(r, rune(s[2])<<8|rune(s[3]))
		return 4, uint32(r), unicodeCID(r), safeText([]rune{r})
	}
	text := runeText(r)
	if j, ok := jisForm[r]; ok {
		text = runeText(j)
	}
	return 2, uint32(r), unicodeCID(r), text
}

type unicode32 struct{}

func (unicode32) next(s []byte) (int, uint32, uint32, string) {
	if len(s) < 4 {
		return len(s), 0, 0, ""
	}
	r := rune(code(s[:4]) & 0x1fffff)
	return 4, uint32(r), unicodeCID(r), safeText([]rune{r})
}

type unicode8 struct{}

func (unicode8) next(s []byte) (int, uint32, uint32, string) {
	r, n := utf8.DecodeRune(s)
	return n, uint32(r), unicodeCID(r), safeText([]rune{r})
}

// unicodeCID is the Adobe-Japan1 CID of a character as far as widths need it.
func unicodeCID(r rune) uint32 {
	switch {
	case r >= ' ' && r < 0x7f:
		return uint32(r-' ') + 1
	case r >= 0xff61 && r <= 0xff9f:
		return uint32(r-0xff61) + 327
	}
	return wideCID
}
