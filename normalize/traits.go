package normalize

import "unicode/utf8"

// traits says which kinds of characters a text has, so that rules that have
// nothing to do in it are not run.
type traits uint16

const (
	hasSpace     traits = 1 << iota // space, tab, no-break space, U+3000 …
	hasBreak                        // line break
	hasMarkup                       // < & *
	hasInvisible                    // zero width, control
	hasWide                         // full-width ASCII, half-width kana
	hasRadical                      // CJK radicals
	hasMark                         // combining marks and compatibility ideographs
	hasVariant                      // Chinese forms that Japanese fonts lend
	hasWave                         // wave dashes
	hasVendor                       // squared units and eras, fractions
	hasLatin                        // Latin letters
	hasKana                         // katakana
	hasDoubled                      // a Japanese character twice in a row
	hasShape                        // kana and kanji of one shape, beside the other sort
)

func traitsOf(s string) (t traits) {
	var before rune
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			t |= asciiTraits(c)
			before = rune(c)
			continue
		}
		r, n := decode(s, i)
		i += n
		if r < 0x3041 || r > 0x3096 {
			t |= runeTraits(r)
		}
		if t&hasShape == 0 && (r < 0x3041 || r > 0x3096 || isKatakana(before)) && maybeMisshapen(before, r) {
			t |= hasShape
		}
		if r == before && r > 0x3000 {
			t |= hasDoubled
		}
		before = r
	}
	return t
}

// decode is utf8.DecodeRuneInString with the three bytes of kana and kanji, of
// which Japanese text is made, read in place.
func decode(s string, i int) (rune, int) {
	if c := s[i]; c >= 0xe3 && c <= 0xe9 && i+2 < len(s) && s[i+1]&0xc0 == 0x80 && s[i+2]&0xc0 == 0x80 {
		return rune(c&0x0f)<<12 | rune(s[i+1]&0x3f)<<6 | rune(s[i+2]&0x3f), 3
	}
	return utf8.DecodeRuneInString(s[i:])
}

// variantBytes marks the low bytes of the kanji that variantKanji knows, so that
// nearly all others are passed at the cost of one look.
var variantBytes = func() (t [256]bool) {
	for r := rune(0x4e00); r <= 0x9fff; r++ {
		t[byte(r)] = t[byte(r)] || variantKanji(r) != 0
	}
	return t
}()

// maybeMisshapen reports neighbours of which one may be kana for kanji, or kanji
// for kana.
func maybeMisshapen(a, b rune) bool {
	return isKatakana(a) != isKatakana(b) && (isShape(a) || isShape(b))
}

func asciiTraits(c byte) traits {
	switch {
	case c == ' ' || c == '\t':
		return hasSpace
	case c == '\n':
		return hasBreak
	case c == '\r':
		return hasBreak | hasInvisible
	case c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z':
		return hasLatin
	case c == '<' || c == '&' || c == '*':
		return hasMarkup
	case c < ' ' || c == 0x7f:
		return hasInvisible
	}
	return 0
}

func runeTraits(r rune) traits {
	switch {
	case r >= 0x30a1 && r <= 0x30fc:
		return hasKana
	case r == 0x301c || r == 0x3030:
		return hasWave
	case r >= 0x3001 && r <= 0x30ff && r != 0x3099 && r != 0x309a:
		return 0
	case r >= 0x4e00 && r <= 0x9fff:
		if variantBytes[byte(r)] && variantKanji(r) != 0 {
			return hasVariant
		}
		return 0
	case isSpace(r):
		return hasSpace
	case r == 0x2028 || r == 0x2029 || r == 0x85:
		return hasBreak | hasInvisible
	case isInvisible(r):
		return hasInvisible
	case r == 0x223c || r == 0x2053:
		return hasWave
	case r >= 0xff01 && r <= 0xff9f, r == 0xffe5, r == 0xfe6a:
		return hasWide
	case isRadical(r):
		return hasRadical
	case r >= 0x3300 && r <= 0x33ff, r == 0x32ff, r >= 0x2150 && r <= 0x215f:
		return hasVendor
	case r >= 0xbc && r <= 0xbe:
		return hasVendor | hasMark
	case r >= 0x300 && r <= 0x36f, r == 0x3099, r == 0x309a, r >= 0xf900 && r <= 0xfaff, r >= 0xfb1d && r <= 0xfb4f, r >= 0x1100 && r <= 0x11ff, r == 0x2126, r == 0x212a, r == 0x212b:
		return hasMark
	case r == 0x2329 || r == 0x232a, r < 0x2000, r > 0x1ffff:
		return hasMark // rare: let NFC decide
	}
	return 0
}
