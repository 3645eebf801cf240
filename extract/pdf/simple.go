package pdf

import (
	"strings"

	"github.com/ledongthuc/pdf"
)

// A simple font has codes of one byte.
type simple struct {
	texts  [256]string
	widths [256]float64 // in units of the font size
}

// encoding sets the texts. What a code means is told, from the weakest to the
// strongest, by the font's own order, the base encoding, its differences, and
// ToUnicode.
func (s *simple) encoding(c *cache, v pdf.Value, uni *cmap) {
	e := v.Key("Encoding")
	base := e.Name()
	if e.Kind() == pdf.Dict {
		base = e.Key("BaseEncoding").Name()
	}
	switch {
	case base != "":
		s.texts = encodings(base)
	case uni != nil: // which has all codes; to decode the font would take long
		s.forget()
	case s.builtIn(c, v):
	case !symbolic(v):
		s.texts = encodings("")
	}
	if e.Kind() == pdf.Dict {
		s.differences(e.Key("Differences"))
	}
	if uni == nil {
		return
	}
	for code := range s.texts {
		if page := uni.texts[0]; page != nil && page[code] != "" {
			s.texts[code] = page[code]
		}
	}
}

// symbolic reports whether a font orders its glyphs as it likes, so that codes
// say nothing by themselves. What counts is what the font claims to embed: in a
// file that was cut short the embedded part may be lost.
func symbolic(v pdf.Value) bool {
	if v.Key("Subtype").Name() == "Type3" || keyRef(v, "ToUnicode") != (ref{}) {
		return true
	}
	flags := v.Key("FontDescriptor").Key("Flags").Int64()
	return isEmbedded(v) && flags&4 != 0 && flags&32 == 0
}

// isEmbedded reports whether the file names a font program for a font.
func isEmbedded(v pdf.Value) bool {
	d := v.Key("FontDescriptor")
	for _, key := range []string{"FontFile", "FontFile2", "FontFile3"} {
		if keyRef(d, key) != (ref{}) {
			return true
		}
	}
	return false
}

// differences applies "12 /a /b 30 /c".
func (s *simple) differences(v pdf.Value) {
	code := 0
	for i := range min(v.Len(), 1024) {
		d := v.Index(i)
		if d.Kind() != pdf.Name {
			code = int(d.Int64())
			continue
		}
		if code >= 0 && code < 256 {
			text, ok := glyphText(d.Name())
			if !ok {
				text = unmapped
			}
			s.texts[code] = text
		}
		code++
	}
}

// builtIn reads the encoding out of the embedded font, and is false if that has
// none. For a TrueType font without flags it is the standard one.
func (s *simple) builtIn(c *cache, v pdf.Value) bool {
	s.forget()
	d := v.Key("FontDescriptor")
	before := s.texts
	if p := d.Key("FontFile"); p.Kind() == pdf.Stream {
		data, _ := c.file.stream(p, nil, c.limit)
		s.type1(data)
	} else if p := d.Key("FontFile3"); p.Kind() == pdf.Stream {
		data, _ := c.file.stream(p, nil, c.limit)
		if f := parseCFF(data); f != nil {
			f.codeTexts(&s.texts)
		}
	} else if p := d.Key("FontFile2"); p.Kind() == pdf.Stream && symbolic(v) {
		data, _ := c.file.stream(p, nil, c.limit)
		if f := parseTrueType(data); f != nil {
			f.codeTexts(&s.texts)
		}
	}
	return s.texts != before || symbolic(v)
}

// forget makes all codes unknown, except that of the space.
func (s *simple) forget() {
	for i := range s.texts {
		s.texts[i] = unmapped
	}
	s.texts[' '] = " "
}

// type1 reads the encoding of a Type 1 font, whose first part is plain text:
// "dup 65 /A put".
func (s *simple) type1(data []byte) {
	l := lexer{data: data}
	code := -1.0
	for {
		switch k := l.next(); k {
		case tokEOF:
			return
		case tokNumber:
			code = l.num
		case tokName:
			if code >= 0 && code < 256 {
				if text, ok := glyphText(string(l.text)); ok {
					s.texts[int(code)] = text
				}
			}
			code = -1
		case tokKeyword:
			switch string(l.text) {
			case "StandardEncoding":
				s.texts = encodings("StandardEncoding")
				return
			case "eexec", "readonly":
				if strings.Contains(string(data[:min(len(data), l.pos)]), "/Encoding") {
					return
				}
			}
		}
	}
}

// widthsOf reads the widths of a font other than Type 3.
func (s *simple) widthsOf(v pdf.Value) {
	if v.Key("Widths").Kind() != pdf.Array {
		s.standardWidths(v.Key("BaseFont").Name())
		return
	}
	missing := v.Key("FontDescriptor").Key("MissingWidth").Float64() / 1000
	for i := range s.widths {
		s.widths[i] = missing
	}
	s.setWidths(v, 0.001)
}

// setWidths reads FirstChar and Widths, in units of unit.
func (s *simple) setWidths(v pdf.Value, unit float64) {
	first := v.Key("FirstChar").Int64()
	for i, w := range numbers(v.Key("Widths")) {
		if c := first + int64(i); c >= 0 && c < 256 && w*unit < maxWidth && w*unit > -maxWidth {
			s.widths[c] = w * unit
		}
	}
}

// maxWidth bounds the width of a glyph, in ems.
const maxWidth = 1000
