package docx

import (
	"strings"
	"unicode/utf8"
)

// A counter counts the paragraphs of all lists, in the order of the document.
type counter struct {
	styles    *styles
	numbering *numbering
	counts    map[*abstractNum]*[levels]count
	started   map[string]*[levels]bool // by list: whether its own start was used
	unknown   string                   // the first format that we cannot write
}

// A count is where a level stands; it counts only once used.
type count struct {
	n    int
	used bool
}

// label is the number, or bullet, that is printed before a paragraph, with what
// parts it from the text. It counts the paragraph.
func (c *counter) label(direct numberRef, style string) string {
	id, i := c.reference(direct, style)
	list, abstract := c.numbering.find(id, c.styles)
	if list == nil || abstract == nil {
		return ""
	}
	c.advance(id, list, abstract, i)
	l := list.level(abstract, i)
	text := c.text(list, abstract, l)
	switch {
	case text == "" || l.suffix == "nothing":
		return text
	default:
		return text + " "
	}
}

// reference is the list and level of a paragraph, from itself or its style.
func (c *counter) reference(direct numberRef, style string) (id string, i int) {
	ref, giver := c.styles.numberOf(style)
	if direct.num != "" {
		ref.num, giver = direct.num, ""
	}
	if direct.set {
		ref.level, giver = direct.level, ""
	}
	if list, abstract := c.numbering.find(ref.num, c.styles); giver != "" && abstract != nil {
		for i := range levels {
			if list.level(abstract, i).style == giver {
				ref.level = i
			}
		}
	}
	return ref.num, min(max(ref.level, 0), levels-1)
}

// advance counts one paragraph on level i and sets deeper levels back. Lists of
// one definition count together, but a list with a start of its own begins there.
func (c *counter) advance(id string, list *num, abstract *abstractNum, i int) {
	counts := c.counts[abstract]
	if counts == nil {
		counts = &[levels]count{}
		c.counts[abstract] = counts
	}
	started := c.started[id]
	if started == nil {
		started = &[levels]bool{}
		c.started[id] = started
	}
	switch start := list.start[i]; {
	case start != nil && !started[i]:
		counts[i] = count{*start, true}
	case counts[i].used:
		counts[i].n++
	default:
		counts[i] = count{list.level(abstract, i).start, true}
	}
	started[i] = true
	for k := i + 1; k < levels; k++ {
		if r := list.level(abstract, k).restart; r < 0 || (r > 0 && i < r) {
			counts[k].used = false
		}
	}
}

// text writes a level's text with the numbers of the levels it names.
func (c *counter) text(list *num, abstract *abstractNum, l *level) string {
	if l.format == "bullet" {
		return c.bullet(l)
	}
	var b strings.Builder
	for s := l.text; s != ""; {
		if len(s) > 1 && s[0] == '%' && '1' <= s[1] && s[1] <= '0'+levels {
			b.WriteString(c.numeral(list, abstract, l, int(s[1]-'1')))
			s = s[2:]
			continue
		}
		_, n := utf8.DecodeRuneInString(s)
		b.WriteString(s[:n])
		s = s[n:]
	}
	return b.String()
}

func (c *counter) numeral(list *num, abstract *abstractNum, l *level, i int) string {
	of := list.level(abstract, i)
	at := c.counts[abstract][i]
	if !at.used {
		at.n = of.start
	}
	format := of.format
	if l.legal {
		format = "decimal"
	}
	text, ok := numeral(at.n, format)
	if !ok && c.unknown == "" {
		c.unknown = format
	}
	return text
}

// bullet is the character before a paragraph of a list without numbers. One from
// a symbol font that we do not know is left out: it says nothing.
func (c *counter) bullet(l *level) string {
	var b strings.Builder
	for _, char := range l.text {
		if r, ok := symbol(l.font, char); ok {
			b.WriteRune(r)
		}
	}
	return b.String()
}
