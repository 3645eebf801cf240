package normalize

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

var ruleWidthASCII = Rule{
	ID: "width.ascii", Why: "全角の数字・英字・％を半角にする", English: "full-width digits, Latin letters and ％ become ASCII",
	when: hasWide, find: findWideASCII,
}

var ruleWidthKana = Rule{
	ID: "width.kana", Why: "半角カナを全角にする", English: "half-width kana become full-width",
	when: hasWide, find: findHalfKana,
}

var ruleNFC = Rule{
	ID: "text.nfc", Why: "分かれた濁点などを合成する（Unicode NFC）", English: "Unicode NFC",
	when: hasMark, find: findNFC,
}

// narrow gives the ASCII character of a full-width digit, letter or percent
// sign. Other full-width signs stay: （ ） ： are how Japanese is set.
func narrow(r rune) (rune, bool) {
	switch {
	case r >= '０' && r <= '９', r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ', r == '％', r == '＆', r == '＠', r == '＃':
		return r - 0xfee0, true
	case r == '﹪':
		return '%', true
	}
	return r, false
}

func findWideASCII(s string) (edits []edit) {
	var before rune
	for i, r := range s {
		n := utf8.RuneLen(r)
		if t, ok := narrow(r); ok {
			edits = append(edits, edit{i, i + n, string(t)})
		} else if t, ok := narrowPoint(r, before, s[i:]); ok {
			edits = append(edits, edit{i, i + n, string(t)})
		}
		before = r
	}
	return edits
}

// narrowPoint gives the ASCII form of a full-width point, comma or slash that
// stands inside a number or between Latin words: １２，３４５.
func narrowPoint(r, before rune, rest string) (rune, bool) {
	if r != '．' && r != '，' && r != '／' {
		return r, false
	}
	after, _ := utf8.DecodeRuneInString(rest[utf8.RuneLen(r):])
	before, _ = narrow(before)
	after, _ = narrow(after)
	if isDigit(before) && isDigit(after) || r == '／' && isLatin(before) && isLatin(after) {
		return r - 0xfee0, true
	}
	return r, false
}

func isHalfKana(r rune) bool { return r >= 0xff61 && r <= 0xff9f }

func findHalfKana(s string) (edits []edit) {
	start := -1
	flush := func(end int) {
		if start >= 0 {
			edits = append(edits, edit{start, end, norm.NFC.String(width.Fold.String(s[start:end]))})
			start = -1
		}
	}
	for i, r := range s {
		if !isHalfKana(r) {
			flush(i)
		} else if start < 0 {
			start = i
		}
	}
	flush(len(s))
	return edits
}

func findNFC(s string) []edit {
	t := norm.NFC.String(s)
	if t == s {
		return nil
	}
	var edits []edit
	for _, st := range change("", s, t, nil) {
		edits = append(edits, edit{st.At, st.At + len(st.From), st.To})
	}
	return edits
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// isSpace reports horizontal white space of any width.
func isSpace(r rune) bool {
	return r == ' ' || r == '\t' || r == 0xa0 || r == 0x3000 || r >= 0x2000 && r <= 0x200a || r == 0x202f || r == 0x205f || r == 0x1680
}

// isInvisible reports characters that print nothing: zero-width ones, soft
// hyphens, byte order marks, variation selectors and controls. Line breaks and
// tabs are not among them.
func isInvisible(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r < ' ', r >= 0x7f && r < 0xa0, r == 0xad, r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e,
		r >= 0x2028 && r <= 0x2029, r >= 0x2060 && r <= 0x2064, r >= 0x2066 && r <= 0x206f, r == 0xfeff,
		r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0100 && r <= 0xe01ef:
		return true
	}
	return false
}

// fold gives the form of a short text that names and labels are compared by:
// no spaces, no line breaks, ASCII brackets and colons, small Latin letters.
// It is never written anywhere.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	var t traits
	for _, r := range s {
		if isSpace(r) || r == '\n' || isInvisible(r) {
			continue
		}
		if r = foldRune(r); r >= utf8.RuneSelf {
			t |= runeTraits(r)
		}
		b.WriteRune(r)
	}
	if t&hasMark == 0 {
		return b.String()
	}
	return norm.NFC.String(b.String())
}

// foldRune folds the width of any full-width sign, and the dash and tilde
// classes to one member each.
func foldRune(r rune) rune {
	switch {
	case r >= 0xff01 && r <= 0xff5e:
		r -= 0xfee0
	case r == '﹪':
		return '%'
	case isHyphen(r):
		return '-'
	case isTilde(r):
		return '~'
	}
	if r >= 'A' && r <= 'Z' {
		r += 'a' - 'A'
	}
	return r
}
