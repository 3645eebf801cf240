package docx

import "strings"

// symbols are the characters of symbol fonts that forms are marked with, by font
// and code. The fonts have no Unicode; documents write a code, or the same plus
// F000 in the private area.
var symbols = map[string]map[rune]rune{
	"wingdings": {
		0x6C: '●', 0x6D: '❍', 0x6E: '■', 0x6F: '□', 0x70: '□', 0x71: '❑', 0x72: '❒', 0x75: '◆', 0x76: '❖',
		0x78: '☒', 0x9F: '•', 0xA1: '○', 0xA7: '▪', 0xA8: '□', 0xAB: '★', 0xB5: '☆', 0xD8: '➢',
		0xDF: '←', 0xE0: '→', 0xE1: '↑', 0xE2: '↓', 0xE8: '➔', 0xEF: '⇦', 0xF0: '⇨', 0xF1: '⇧', 0xF2: '⇩',
		0xFB: '✗', 0xFC: '✓', 0xFD: '☒', 0xFE: '☑',
	},
	"wingdings 2": {0x50: '✓', 0x52: '☑', 0x53: '☒', 0x54: '☒', 0x98: '●', 0xA2: '■', 0xA3: '□'},
	"symbol": {
		0xB7: '•', 0xD7: '×', 0xB4: '×', 0xAC: '←', 0xAD: '↑', 0xAE: '→', 0xAF: '↓', 0xB3: '≥', 0xA3: '≤',
		0xB1: '±', 0xB0: '°', 0xA8: '♦',
	},
}

// The private area that codes of symbol fonts are moved to.
const privateFirst, privateLast = 0xE000, 0xF8FF

// symbol is the character that a font draws for a code. ok is false for one of a
// symbol font, or of the private area, that is not known.
func symbol(font string, code rune) (r rune, ok bool) {
	private := privateFirst <= code && code <= privateLast
	if code > 0xFF && !private {
		return code, true
	}
	table := symbols[strings.ToLower(font)]
	if table == nil {
		return code, !private
	}
	if r, ok = table[code&0xFF]; !ok || (private && code&^0xFF != 0xF000) {
		return code, false
	}
	return r, true
}
