package inspect

import (
	"html"
	"strings"
)

// escaped is s as HTML text or attribute. Control characters, and those that
// turn the direction of what follows, are shown as signs: a reader of this page
// wants to see them.
func escaped(s string) string { return html.EscapeString(strings.Map(visible, s)) }

func visible(r rune) rune {
	switch {
	case r == '\n':
		return r
	case r < ' ':
		return 0x2400 + r // ␀ to ␟
	case r == 0x7F:
		return '␡'
	case r >= 0x80 && r < 0xA0, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return '\uFFFD'
	}
	return r
}
