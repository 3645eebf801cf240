package pdf

import "encoding/binary"

// A trueType is what an embedded TrueType or OpenType font tells about the
// characters of its glyphs. Every position in it is checked: fonts are as
// hostile as the rest of the file.
type trueType struct {
	data   []byte
	tables map[string][]byte
}

// maxTables bounds the tables of a font; real ones have about twenty.
const maxTables = 200

// parseTrueType reads the list of tables, nil if data is no such font.
func parseTrueType(data []byte) *trueType {
	if len(data) >= 16 && string(data[:4]) == "ttcf" { // a collection: its first font
		return tablesAt(data, int(binary.BigEndian.Uint32(data[12:])))
	}
	return tablesAt(data, 0)
}

func tablesAt(data []byte, at int) *trueType {
	if at < 0 || at+12 > len(data) {
		return nil
	}
	switch string(data[at : at+4]) {
	case "\x00\x01\x00\x00", "true", "OTTO":
	default:
		return nil
	}
	f := &trueType{data: data, tables: map[string][]byte{}}
	n := min(int(binary.BigEndian.Uint16(data[at+4:])), maxTables)
	for i := range n {
		e := at + 12 + 16*i
		if e+16 > len(data) {
			break
		}
		from := int(binary.BigEndian.Uint32(data[e+8:]))
		to := from + int(binary.BigEndian.Uint32(data[e+12:]))
		if from < len(data) && from < to {
			f.tables[string(data[e:e+4])] = data[from:min(to, len(data))]
		}
	}
	return f
}

// A charMap is one table of a font's cmap.
type charMap struct {
	platform, encoding int
	data               []byte
}

// charMaps lists the tables of the font's cmap.
func (f *trueType) charMaps() []charMap {
	t := f.tables["cmap"]
	if len(t) < 4 {
		return nil
	}
	var out []charMap
	for i := range min(int(binary.BigEndian.Uint16(t[2:])), maxTables) {
		if 12+8*i > len(t) {
			break
		}
		e := t[4+8*i:]
		if at := int(binary.BigEndian.Uint32(e[4:])); at+6 <= len(t) {
			out = append(out, charMap{int(binary.BigEndian.Uint16(e)), int(binary.BigEndian.Uint16(e[2:])), t[at:]})
		}
	}
	return out
}

// unicode reports whether the codes of m are Unicode.
func (m charMap) unicode() bool {
	return m.platform == 0 || m.platform == 3 && (m.encoding == 1 || m.encoding == 10)
}

// symbol reports whether the codes of m are those of a font of symbols: one byte,
// mostly above 0xF000.
func (m charMap) symbol() bool { return m.platform == 3 && m.encoding == 0 }

// each calls visit with all codes that have a glyph, in rising order.
func (m charMap) each(visit func(code, glyph uint32)) {
	switch binary.BigEndian.Uint16(m.data) {
	case 0:
		for i := 6; i < min(6+256, len(m.data)); i++ {
			visit(uint32(i-6), uint32(m.data[i]))
		}
	case 4:
		m.segments(visit)
	case 6:
		m.trimmed(visit)
	case 12:
		m.groups(visit)
	}
}

// segments visits format 4: runs of codes of the basic plane.
func (m charMap) segments(visit func(code, glyph uint32)) {
	u16 := func(at int) uint32 {
		if at < 0 || at+2 > len(m.data) {
			return 0
		}
		return uint32(binary.BigEndian.Uint16(m.data[at:]))
	}
	n := int(u16(6) / 2)
	left := uint32(maxMappings)
	for i := range min(n, len(m.data)/8) {
		last, first := u16(14+2*i), u16(16+2*n+2*i)
		delta, at := u16(16+4*n+2*i), 16+6*n+2*i
		offset := u16(at)
		for c := first; c <= last && c != 0xffff && left > 0; c++ {
			left--
			g := (c + delta) & 0xffff
			if offset != 0 {
				if g = u16(at + int(offset) + 2*int(c-first)); g != 0 {
					g = (g + delta) & 0xffff
				}
			}
			if g != 0 {
				visit(c, g)
			}
		}
	}
}

// trimmed visits format 6: one run.
func (m charMap) trimmed(visit func(code, glyph uint32)) {
	if len(m.data) < 10 {
		return
	}
	first := uint32(binary.BigEndian.Uint16(m.data[6:]))
	for i := range int(binary.BigEndian.Uint16(m.data[8:])) {
		if 12+2*i > len(m.data) {
			return
		}
		visit(first+uint32(i), uint32(binary.BigEndian.Uint16(m.data[10+2*i:])))
	}
}

// groups visits format 12: runs of codes of all planes.
func (m charMap) groups(visit func(code, glyph uint32)) {
	left := uint32(maxMappings)
	for at := 16; at+12 <= len(m.data); at += 12 {
		first, last := binary.BigEndian.Uint32(m.data[at:]), binary.BigEndian.Uint32(m.data[at+4:])
		glyph := binary.BigEndian.Uint32(m.data[at+8:])
		if first > last || last > 0x10ffff {
			continue
		}
		for c := first; c <= last && left > 0; c++ {
			left--
			visit(c, glyph+c-first)
		}
	}
}

// glyphTexts gives the text of each glyph by the font's Unicode tables, or by
// the names of its glyphs; nil if it has neither.
func (f *trueType) glyphTexts() *table[string] {
	t := &table[string]{}
	found := false
	for _, m := range f.charMaps() {
		if !m.unicode() {
			continue
		}
		m.each(func(c, g uint32) {
			if old := t.get(g); old == "" || isVariant([]rune(old)[0]) && !isVariant(rune(c)) {
				t.set(g, runeText(rune(c)))
			}
			found = true
		})
	}
	if !found {
		found = f.postNames(t)
	}
	if !found {
		return nil
	}
	return t
}

// isVariant reports whether a character is a compatibility form, such as a
// radical, of one that a font draws with the same glyph.
func isVariant(r rune) bool {
	return r >= 0x2e80 && r <= 0x2fdf || r >= 0xf900 && r <= 0xfaff || r >= 0xe000 && r <= 0xf8ff || r == 0xa0 || r == 0xad
}

// postNames sets texts by the names of the post table, format 2.
func (f *trueType) postNames(t *table[string]) bool {
	p := f.tables["post"]
	if len(p) < 34 || binary.BigEndian.Uint32(p) != 0x00020000 {
		return false
	}
	n := int(binary.BigEndian.Uint16(p[32:]))
	if 34+2*n > len(p) {
		return false
	}
	names := pascalStrings(p[34+2*n:])
	found := false
	for g := range n {
		// The first 258 names are Apple's, of Latin letters: a font that has
		// them has a Unicode table as well.
		i := int(binary.BigEndian.Uint16(p[34+2*g:])) - 258
		if i < 0 || i >= len(names) {
			continue
		}
		if text, ok := glyphText(names[i]); ok && text != "" {
			t.set(uint32(g), text)
			found = true
		}
	}
	return found
}

// pascalStrings cuts b into strings that begin with their length.
func pascalStrings(b []byte) []string {
	var out []string
	for len(b) > 0 && 1+int(b[0]) <= len(b) {
		n := int(b[0])
		out = append(out, string(b[1:1+n]))
		b = b[1+n:]
	}
	return out
}

// codeTexts gives the texts of one-byte codes of a font without an encoding: by
// its table of symbols or of the Macintosh, whose glyphs are looked up among the
// Unicode ones.
func (f *trueType) codeTexts(texts *[256]string) {
	byGlyph := f.glyphTexts()
	if byGlyph == nil {
		return
	}
	for _, m := range f.charMaps() {
		if !m.symbol() && m.platform != 1 {
			continue
		}
		m.each(func(c, g uint32) {
			if text := byGlyph.get(g); text != "" && (c < 256 || c>>8 == 0xf0) {
				texts[c&0xff] = text
			}
		})
	}
}
