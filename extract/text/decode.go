package text

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"gyokaku/model"
)

// A charset is one way to read bytes as text.
type charset struct {
	name string // as IANA has it
	enc  encoding.Encoding
}

var (
	utf16LE   = charset{"utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)}
	utf16BE   = charset{"utf-16be", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)}
	iso2022   = charset{"iso-2022-jp", japanese.ISO2022JP}
	japaneses = []charset{
		{"shift_jis", japanese.ShiftJIS}, // CP932: with ①, ㈱, 髙 and ～
		{"euc-jp", japanese.EUCJP},
	}
)

// plausible is the share of characters, out of those beyond ASCII, that must be
// usual in Japanese print for a reading of bytes to be believed. EUC-JP read as
// Shift_JIS gives half-width katakana, which count for half: 0.5 to 0.7 in all.
// Right readings give 0.95 and more.
const plausible = 0.75

var errUndecodable = errors.New("the bytes are text in no encoding we know (UTF-8, UTF-16, Shift_JIS, EUC-JP, ISO-2022-JP)")

// decode returns data as UTF-8 and the name of the encoding it was in. The
// error is a [model.Failure] with the line of the first byte that cannot be
// read in the encoding that gets furthest.
func decode(data []byte) (text, name string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		return decodeUTF8(data[3:])
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return decodeMarked(data[2:], utf16LE)
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return decodeMarked(data[2:], utf16BE)
	case bytes.Contains(data, []byte("\x1B$")) && ascii(data):
		return decodeMarked(data, iso2022)
	case utf8.Valid(data):
		return string(data), "utf-8", nil
	}
	return decodeJapanese(data)
}

func ascii(data []byte) bool {
	return bytes.IndexFunc(data, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

func decodeUTF8(data []byte) (string, string, error) {
	if n := validUTF8(data); n < len(data) {
		return "", "", undecodable(string(data[:n]))
	}
	return string(data), "utf-8", nil
}

// validUTF8 is the length of the valid beginning of data.
func validUTF8(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n <= 1 {
			return i
		}
		i += n
	}
	return len(data)
}

// decodeMarked reads data whose encoding is written in it.
func decodeMarked(data []byte, c charset) (string, string, error) {
	text, good := c.decode(data)
	if good < len(text) {
		return "", "", undecodable(text[:good])
	}
	return text, c.name, nil
}

// decode reads data and returns how much of the text, in bytes, is before the
// first character that could not be read.
func (c charset) decode(data []byte) (text string, good int) {
	b, err := c.enc.NewDecoder().Bytes(data)
	text = string(b)
	if i := strings.IndexRune(text, utf8.RuneError); i >= 0 {
		return text, i
	}
	if err != nil {
		return text + string(utf8.RuneError), len(text)
	}
	return text, len(text)
}

// decodeJapanese picks the encoding whose reading is without errors and looks
// most like Japanese.
func decodeJapanese(data []byte) (string, string, error) {
	best, share := charset{}, 0.0
	text := ""
	furthest := string(data[:validUTF8(data)])
	reached := len(furthest) // in bytes of data
	damaged := !ascii(data[:reached])
	for _, c := range japaneses {
		t, good := c.decode(data)
		if good < len(t) {
			// One right character beyond ASCII is proof enough of UTF-8, and
			// its bytes are often valid Shift_JIS for a while.
			if n := encodedLen(t[:good]); n > reached && !damaged {
				furthest, reached = t[:good], n
			}
			continue
		}
		if s := japaneseShare(t); s > share {
			best, share, text = c, s, t
		}
	}
	if share < plausible {
		return "", "", undecodable(furthest)
	}
	return text, best.name, nil
}

// encodedLen is about the length of text in a Japanese encoding: two bytes for
// every character beyond ASCII.
func encodedLen(text string) int {
	n := 0
	for _, r := range text {
		n++
		if r >= utf8.RuneSelf {
			n++
		}
	}
	return n
}

// japaneseShare is the share of usual Japanese characters in text, out of the
// characters beyond ASCII; control characters count against it.
func japaneseShare(text string) float64 {
	usual, all := 0.0, 0.0
	for _, r := range text {
		switch {
		case r < ' ' && !strings.ContainsRune("\t\n\v\f\r", r), r == 0x7F:
			all++
		case r < utf8.RuneSelf:
		default:
			all++
			usual += usualness(r)
		}
	}
	return usual / max(all, 1)
}

// usualness is 1 for a character of Japanese print and 0 for others. Half-width
// katakana are between: there are some in tables, but a text full of them is
// EUC-JP misread as Shift_JIS.
func usualness(r rune) float64 {
	switch {
	case 0xFF61 <= r && r <= 0xFF9F:
		return 0.5
	case 0x3000 <= r && r <= 0x30FF, // punctuation, hiragana, katakana
		0x4E00 <= r && r <= 0x9FFF, 0xF900 <= r && r <= 0xFAFF, // kanji
		0xFF01 <= r && r <= 0xFF5E, // full-width ASCII
		0x2000 <= r && r <= 0x27BF, // dashes, ※, ①, →, ■, ●
		0x3200 <= r && r <= 0x33FF, // ㈱, ㎡
		0x0370 <= r && r <= 0x045F, // Greek and Cyrillic of JIS X 0208
		strings.ContainsRune("§¨°±´¶×÷￥￣￠￡￢", r):
		return 1
	}
	return 0
}

// undecodable is the failure after good, the text that could be read.
func undecodable(good string) error {
	line := 1 + strings.Count(good, "\n")
	return &model.Failure{
		Code:  model.FailEncoding,
		At:    model.Place{Line: line, Column: 1 + utf8.RuneCountInString(good[strings.LastIndexByte(good, '\n')+1:])},
		Cause: errUndecodable,
	}
}
