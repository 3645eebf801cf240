package pdf

import "unicode/utf16"

// A table maps codes up to 0xFFFF, in pages of 256 so that the few hundred
// codes of a subset font cost little.
type table[T any] [256]*[256]T

func (t *table[T]) get(code uint32) (v T) {
	if code > 0xffff || t[code>>8] == nil {
		return v
	}
	return t[code>>8][code&0xff]
}

func (t *table[T]) set(code uint32, v T) {
	if code > 0xffff {
		return
	}
	if t[code>>8] == nil {
		t[code>>8] = new([256]T)
	}
	t[code>>8][code&0xff] = v
}

// maxMappings bounds the codes that all ranges of one CMap spell out.
const maxMappings = 1 << 20

// maxText is the length of the longest text of one code that a range counts up,
// in characters.
const maxText = 64

// A codeRange says that codes of a length from low to high exist (codespace),
// or map to the CIDs from cid on.
type codeRange struct {
	length    int
	low, high uint32
	cid       uint32
}

// A cmap is a CMap as a font embeds it: code to text (ToUnicode) or code to
// CID (Encoding).
type cmap struct {
	texts    table[string]
	hasText  bool
	spaces   []codeRange
	cids     [3]table[uint32] // by the length of the code, 1 or 2: CID + 1
	longCIDs []codeRange      // for longer codes
	vertical bool
	base     string // the predefined CMap it builds on (usecmap)

	spelled int
}

// parse adds what the program in data maps.
func (m *cmap) parse(data []byte) {
	p := cmapParser{lex: lexer{data: data}, cmap: m}
	for {
		switch k := p.lex.next(); k {
		case tokEOF:
			return
		case tokKeyword:
			p.keyword(string(p.lex.text))
		case tokName:
			p.name = string(p.lex.text)
		case tokNumber:
			p.number = p.lex.num
		}
	}
}

type cmapParser struct {
	lex    lexer
	cmap   *cmap
	name   string // the last one
	number float64
}

func (p *cmapParser) keyword(word string) {
	switch word {
	case "begincodespacerange":
		p.ranges(func(low, high []byte) {
			r := codeRange{len(low), code(low), code(high), 0}
			p.cmap.spaces = append(p.cmap.spaces, r)
		})
	case "beginbfchar":
		p.bfchar()
	case "beginbfrange":
		p.ranges(p.bfrange)
	case "begincidchar":
		p.cidchar()
	case "begincidrange":
		p.ranges(p.cidrange)
	case "usecmap":
		p.cmap.base = p.name
	case "def":
		if p.name == "WMode" {
			p.cmap.vertical = p.number == 1
		}
	}
}

func code(b []byte) (n uint32) {
	for _, c := range b {
		n = n<<8 | uint32(c)
	}
	return n
}

// ranges reads pairs of codes until the end keyword, each followed by what f
// reads.
func (p *cmapParser) ranges(f func(low, high []byte)) {
	for {
		p.lex.reset()
		if p.lex.next() != tokString {
			return
		}
		low := p.lex.text
		if p.lex.next() != tokString {
			return
		}
		f(low, p.lex.text)
	}
}

func (p *cmapParser) bfchar() {
	for {
		p.lex.reset()
		if p.lex.next() != tokString {
			return
		}
		from := code(p.lex.text)
		switch p.lex.next() {
		case tokString:
			p.text(from, bigEndianText(p.lex.text))
		case tokName:
			s, _ := glyphText(string(p.lex.text))
			p.text(from, s)
		default:
			return
		}
	}
}

func (p *cmapParser) text(code uint32, s string) {
	p.cmap.texts.set(code, s)
	p.cmap.hasText = true
}

// bfrange maps low…high to consecutive texts or to those of an array.
func (p *cmapParser) bfrange(low, high []byte) {
	from, to := code(low), code(high)
	switch p.lex.next() {
	case tokString:
		p.consecutive(from, to, p.lex.text)
	case tokArray:
		for c := from; ; c++ {
			if p.lex.next() != tokString {
				return
			}
			if c <= to {
				p.text(c, bigEndianText(p.lex.text))
			}
		}
	}
}

// consecutive maps codes to first and what follows it. Counting goes through
// the whole last character, not only its last byte as the standard has it:
// writers do not keep to that.
func (p *cmapParser) consecutive(from, to uint32, first []byte) {
	if to > 0xffff || to < from {
		to = from
	}
	runes := utf16Runes(first)
	if len(runes) == 0 || len(runes) > maxText {
		return
	}
	for c := from; c <= to && p.cmap.spelled < maxMappings; c++ {
		p.text(c, safeText(runes))
		runes[len(runes)-1]++
		p.cmap.spelled++
	}
}

func (p *cmapParser) cidchar() {
	for {
		p.lex.reset()
		if p.lex.next() != tokString {
			return
		}
		b := p.lex.text
		r := codeRange{len(b), code(b), code(b), 0}
		if p.lex.next() != tokNumber {
			return
		}
		r.cid = uint32(p.lex.num)
		p.cmap.addCIDs(r)
	}
}

func (p *cmapParser) cidrange(low, high []byte) {
	r := codeRange{len(low), code(low), code(high), 0}
	if p.lex.next() == tokNumber {
		r.cid = uint32(p.lex.num)
		p.cmap.addCIDs(r)
	}
}

func (m *cmap) addCIDs(r codeRange) {
	if r.length < 1 || r.length > 2 {
		m.longCIDs = append(m.longCIDs, r)
		return
	}
	for c := r.low; c <= min(r.high, 0xffff) && m.spelled < maxMappings; c++ {
		m.cids[r.length].set(c, r.cid+c-r.low+1)
		m.spelled++
	}
}

// cid is the CID of a code of n bytes.
func (m *cmap) cid(n int, c uint32) (uint32, bool) {
	if n <= 2 {
		v := m.cids[n].get(c)
		return v - 1, v > 0
	}
	for i := range m.longCIDs {
		if r := &m.longCIDs[i]; r.length == n && c >= r.low && c <= r.high {
			return r.cid + c - r.low, true
		}
	}
	return 0, false
}

// bigEndianText decodes the UTF-16 of a ToUnicode map. A single byte is taken
// for the character of that number.
func bigEndianText(b []byte) string { return safeText(utf16Runes(b)) }

func utf16Runes(b []byte) []rune {
	if len(b) == 1 {
		return []rune{rune(b[0])}
	}
	units := make([]uint16, 0, 8)
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return utf16.Decode(units)
}

// safeText is runes without control characters: a tab or line end is a space,
// others are nothing.
func safeText(runes []rune) string {
	clean := true
	for _, r := range runes {
		clean = clean && r >= ' ' && (r < 0x7f || r > 0x9f)
	}
	if clean {
		return string(runes)
	}
	out := make([]rune, 0, len(runes))
	for _, r := range runes {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			out = append(out, ' ')
		case r >= ' ' && (r < 0x7f || r > 0x9f):
			out = append(out, r)
		}
	}
	return string(out)
}
