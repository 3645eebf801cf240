package normalize

import (
	"strings"
	"unicode/utf8"
)

// plain gives the form of a text that years and quantities are read from: ASCII
// width, single spaces, no line breaks, kanji for radicals. A line break beside a
// Japanese character comes from the width of the cell (40事業以⏎上) and goes; one
// between digits may part two numbers and becomes a space.
func plain(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space, broken, last := false, false, rune(0)
	for _, r := range s {
		switch {
		case r == '\n':
			broken = true
			continue
		case isSpace(r):
			space = true
			continue
		case isInvisible(r):
			continue
		}
		r = plainRune(r)
		if b.Len() > 0 && (space || broken && last < utf8.RuneSelf && r < utf8.RuneSelf) {
			b.WriteByte(' ')
		}
		space, broken, last = false, false, r
		b.WriteRune(r)
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
