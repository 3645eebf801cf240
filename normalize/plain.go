package normalize

import "strings"

// plain gives the form of a text that years and quantities are read from: ASCII
// width, single spaces, no line breaks, kanji for radicals.
func plain(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case isSpace(r) || r == '\n':
			space = true
			continue
		case isInvisible(r):
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(plainRune(r))
	}
	return b.String()
}

func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return !strings.Contains(s, "  ") && strings.TrimSpace(s) == s
}

// plainRune folds the width of one character and replaces a radical.
func plainRune(r rune) rune {
	if r >= 0xff01 && r <= 0xff5e && r != '～' && r != '－' {
		return r - 0xfee0
	}
	switch r {
	case '﹪':
		return '%'
	case '￥':
		return '¥'
	}
	if k := radicalKanji(r); k != 0 {
		return k
	}
	return r
}
