package pdf

import (
	"slices"
	"sync"

	"github.com/ledongthuc/pdf"
)

// A composite font has codes of several bytes, which its encoding maps to CIDs,
// by which widths are listed.
type composite struct {
	vertical bool
	encoding codes
	uni      *cmap               // ToUnicode, nil if there is none
	text     func(uint32) string // text of a CID by the character collection, or nil

	width   float64 // of CIDs without their own
	widths  table[float32]
	advance float64 // vertical: the step down, negative
	steps   table[float32]

	halfWidth bool // CIDs are Adobe-Japan1's and the font is not embedded

	filled int // widths set by ranges, to bound them
}

// The half-width letters, digits and kana of Adobe-Japan1. Fonts that are not
// embedded often list no width for them; they are half an em wide by name, and
// DW, meant for kanji, would push the text after them out of its cell.
const (
	firstHalfWidth = 231
	lastHalfWidth  = 632
)

// A cglyph is one decoded code.
type cglyph struct {
	text  string
	width float64 // of the box along the writing direction, in units of the font size
}

// codes is an encoding: it cuts a string into codes.
type codes interface {
	// next decodes the first code of s: its length in bytes, its value, the
	// CID, and the character if the encoding itself tells it.
	next(s []byte) (n int, code, cid uint32, text string)
}

// next decodes the first code of s, which is not empty.
func (c *composite) next(s []byte) (cglyph, int) {
	n, code, cid, text := c.encoding.next(s)
	if c.uni != nil {
		if t := c.uni.texts.get(code); t != "" {
			text = t
		}
	}
	if text == "" && c.text != nil {
		text = c.text(cid)
	}
	if text == "" {
		text = unmapped
	}
	return cglyph{text, c.size(cid)}, n
}

// noWidth stands in the tables for a width of 0, whose entry would look unset.
const noWidth = -1 << 20

func (c *composite) size(cid uint32) float64 {
	t, unset := &c.widths, c.width
	if c.vertical {
		t, unset = &c.steps, c.advance
	}
	switch w := t.get(cid); w {
	case 0:
		if c.halfWidth && !c.vertical && cid >= firstHalfWidth && cid <= lastHalfWidth {
			return 0.5
		}
		return unset
	case noWidth:
		return 0
	default:
		return float64(w)
	}
}

// loadComposite reads a Type 0 font.
func (c *cache) loadComposite(v pdf.Value, uni *cmap) *composite {
	f := &composite{uni: uni, width: 1, advance: -1, encoding: twoByte{}}
	var cid pdf.Value
	guard(func() { cid = v.Key("DescendantFonts").Index(0) })
	guard(func() { f.collection(cid) })
	if f.text == nil {
		f.text = c.lastResort(cid)
	}
	guard(func() { c.loadEncoding(f, v.Key("Encoding")) })
	guard(func() {
		if dw := cid.Key("DW"); dw.Kind() == pdf.Integer || dw.Kind() == pdf.Real {
			f.width = dw.Float64() / 1000
		}
		f.readWidths(cid.Key("W"))
	})
	if f.vertical {
		guard(func() {
			if a := numbers(cid.Key("DW2")); len(a) == 2 && a[1] < 0 {
				f.advance = a[1] / 1000
			}
			f.readSteps(cid.Key("W2"))
		})
	}
	return f
}

// collection sets how CIDs read where nothing else tells.
func (f *composite) collection(cid pdf.Value) {
	if cid.Key("CIDSystemInfo").Key("Ordering").RawString() == "Japan1" {
		f.text = japan1
		f.halfWidth = !isEmbedded(cid)
	}
}

// lastResort looks into the embedded font once a glyph has no text otherwise.
func (c *cache) lastResort(cid pdf.Value) func(uint32) string {
	glyphs := sync.OnceValue(func() (f func(uint32) string) {
		guard(func() { f = c.glyphsOf(cid) })
		return f
	})
	return func(cid uint32) string {
		if f := glyphs(); f != nil {
			return f(cid)
		}
		return ""
	}
}

// glyphsOf gives the text of a CID by what the embedded font calls its glyphs,
// nil if it calls them nothing: subsets mostly lost that.
func (c *cache) glyphsOf(cid pdf.Value) func(uint32) string {
	d := cid.Key("FontDescriptor")
	if p := d.Key("FontFile2"); p.Kind() == pdf.Stream {
		data, _ := c.file.stream(p, nil, c.limit)
		f := parseTrueType(data)
		if f == nil {
			return nil
		}
		texts := f.glyphTexts()
		if texts == nil {
			return nil
		}
		return c.byGlyph(cid, texts)
	}
	data, _ := c.file.stream(d.Key("FontFile3"), nil, c.limit)
	f := parseCFF(data)
	if f == nil {
		return nil
	}
	switch ordering, ok := f.ordering(); {
	case ordering == "Japan1":
		return japan1
	case ok:
		return nil // CIDs of a collection we have no table of, or of the font's own
	}
	return f.glyphTexts().get
}

// byGlyph looks up texts of glyphs by CID, with the font's CIDToGIDMap.
func (c *cache) byGlyph(cid pdf.Value, texts *table[string]) func(uint32) string {
	m := cid.Key("CIDToGIDMap")
	if streamOffset(m) < 0 {
		return texts.get
	}
	glyphs, _ := c.file.stream(m, nil, c.limit)
	return func(cid uint32) string {
		if int(cid)*2+2 > len(glyphs) {
			return ""
		}
		return texts.get(code(glyphs[2*cid : 2*cid+2]))
	}
}

// loadEncoding reads the Encoding of a Type 0 font, a name or a CMap stream.
func (c *cache) loadEncoding(f *composite, v pdf.Value) {
	if v.Kind() == pdf.Name {
		f.encoding, f.vertical = predefined(v.Name())
		return
	}
	if streamOffset(v) < 0 {
		return
	}
	m := c.chain(v)
	e := &embedded{cmap: m}
	if m.base != "" {
		e.base, f.vertical = predefined(m.base)
	}
	f.encoding, f.vertical = e, f.vertical || m.vertical
}

// maxChain bounds the CMaps that build on each other.
const maxChain = 8

// chain reads the CMap v and those it builds on, from the innermost one on, so
// that an outer one has the last word.
func (c *cache) chain(v pdf.Value) *cmap {
	streams := []pdf.Value{v}
	for ; len(streams) < maxChain; v = streams[len(streams)-1] {
		inner := v.Key("UseCMap")
		if streamOffset(inner) < 0 {
			break
		}
		streams = append(streams, inner)
	}
	m := &cmap{}
	for _, v := range slices.Backward(streams) {
		if base := v.Key("UseCMap"); base.Kind() == pdf.Name {
			m.base = base.Name()
		}
		data, _ := c.file.stream(v, nil, c.limit)
		m.parse(data)
	}
	return m
}

// readWidths reads W: "c [w1 w2 …]" and "from to w".
func (f *composite) readWidths(v pdf.Value) {
	n := v.Len()
	for i := 0; i+1 < n; {
		first := uint32(v.Index(i).Int64())
		next := v.Index(i + 1)
		if next.Kind() == pdf.Array {
			for j, w := range numbers(next) {
				f.widths.set(first+uint32(j), stored(w))
			}
			i += 2
			continue
		}
		if i+2 >= n {
			return
		}
		f.fill(&f.widths, first, next.Int64(), v.Index(i+2).Float64())
		i += 3
	}
}

// readSteps reads W2: "c [w1 x y …]" and "from to w1 x y".
func (f *composite) readSteps(v pdf.Value) {
	n := v.Len()
	for i := 0; i+1 < n; {
		first := uint32(v.Index(i).Int64())
		next := v.Index(i + 1)
		if next.Kind() == pdf.Array {
			for j, w := range numbers(next) {
				if j%3 == 0 {
					f.steps.set(first+uint32(j/3), stored(w))
				}
			}
			i += 2
			continue
		}
		if i+4 >= n {
			return
		}
		f.fill(&f.steps, first, next.Int64(), v.Index(i+2).Float64())
		i += 5
	}
}

// fill sets the width of the CIDs from first to last.
func (f *composite) fill(t *table[float32], first uint32, last int64, w float64) {
	for c := int64(first); c <= min(last, 0xffff) && f.filled < maxMappings; c++ {
		t.set(uint32(c), stored(w))
		f.filled++
	}
}

// stored is a width of 1/1000 em as the tables hold it.
func stored(w float64) float32 {
	if w == 0 {
		return noWidth
	}
	return float32(max(-maxWidth, min(maxWidth, w/1000)))
}

// twoByte is Identity: the code of two bytes is the CID.
type twoByte struct{}

func (twoByte) next(s []byte) (int, uint32, uint32, string) {
	if len(s) < 2 {
		return 1, uint32(s[0]), uint32(s[0]), ""
	}
	code := uint32(s[0])<<8 | uint32(s[1])
	return 2, code, code, ""
}

// An embedded encoding is a CMap stream, over the predefined one it uses.
type embedded struct {
	cmap *cmap
	base codes // nil for none
}

func (e *embedded) next(s []byte) (int, uint32, uint32, string) {
	n := e.length(s)
	if n == 0 && e.base != nil {
		n, _, _, _ = e.base.next(s)
	}
	n = max(1, min(n, len(s)))
	c := code(s[:n])
	if cid, ok := e.cmap.cid(n, c); ok {
		return n, c, cid, ""
	}
	if e.base != nil {
		return e.base.next(s)
	}
	return n, c, 0, ""
}

// length is how many bytes the first code of s has, 0 if no codespace fits.
func (e *embedded) length(s []byte) int {
	for n := 1; n <= 4 && n <= len(s); n++ {
		for _, r := range e.cmap.spaces {
			if r.length == n && inSpace(s[:n], r) {
				return n
			}
		}
	}
	if len(e.cmap.spaces) > 0 && e.base == nil {
		return e.cmap.spaces[0].length
	}
	return 0
}

// inSpace reports whether each byte of b lies between those of the range.
func inSpace(b []byte, r codeRange) bool {
	for i, c := range b {
		shift := 8 * (len(b) - 1 - i)
		if c < byte(r.low>>shift) || c > byte(r.high>>shift) {
			return false
		}
	}
	return true
}
