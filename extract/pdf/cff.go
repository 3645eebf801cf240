package pdf

import (
	"encoding/binary"
	"strings"
	"sync"
)

// A cff is what an embedded CFF font (Type1C, CIDFontType0C) tells about the
// characters of its glyphs.
type cff struct {
	data    []byte
	top     map[int][]float64 // by operator; 12 x is 1200 + x
	strings [][]byte
	glyphs  int // number of glyphs
}

// Operators of a top dictionary.
const (
	cffCharset     = 15
	cffEncoding    = 16
	cffCharStrings = 17
	cffROS         = 1230
)

// parseCFF reads the dictionary of the first font in data, nil if it is none.
// An OpenType file may be wrapped around it.
func parseCFF(data []byte) *cff {
	if t := parseTrueType(data); t != nil {
		data = t.tables["CFF "]
	}
	if len(data) < 4 || data[0] != 1 {
		return nil
	}
	_, at, ok := cffIndex(data, int(data[2])) // the names
	if !ok {
		return nil
	}
	tops, at, ok := cffIndex(data, at)
	if !ok || len(tops) == 0 {
		return nil
	}
	f := &cff{data: data, top: cffDict(tops[0])}
	if f.strings, _, ok = cffIndex(data, at); !ok {
		return nil
	}
	glyphs, _, _ := cffIndex(data, f.offset(cffCharStrings))
	f.glyphs = len(glyphs)
	return f
}

// cffIndex reads the INDEX at a position and gives what stands behind it.
func cffIndex(data []byte, at int) (items [][]byte, after int, ok bool) {
	if at < 0 || at+2 > len(data) {
		return nil, 0, false
	}
	n := int(binary.BigEndian.Uint16(data[at:]))
	if n == 0 {
		return nil, at + 2, true
	}
	if at+3 > len(data) {
		return nil, 0, false
	}
	size := int(data[at+2])
	base := at + 3 + (n+1)*size // of the data, whose first byte is number 1
	if size < 1 || size > 4 || base > len(data) {
		return nil, 0, false
	}
	offset := func(i int) int {
		return base - 1 + int(code(data[at+3+i*size:at+3+(i+1)*size]))
	}
	for i := range n {
		from, to := offset(i), offset(i+1)
		if from < base || to < from || to > len(data) {
			return nil, 0, false
		}
		items = append(items, data[from:to])
	}
	return items, offset(n), true
}

// cffDict reads the operands of each operator of a DICT.
func cffDict(b []byte) map[int][]float64 {
	out := map[int][]float64{}
	var operands []float64
	for i := 0; i < len(b); {
		v, n := cffNumber(b[i:])
		if n > 0 {
			operands = append(operands, v)
			i += n
			continue
		}
		op := int(b[i])
		i++
		if op == 12 && i < len(b) {
			op = 1200 + int(b[i])
			i++
		}
		out[op] = operands
		operands = nil
	}
	return out
}

// cffNumber reads an operand and its length, 0 if b begins with an operator.
// Reals matter to no operator that is read here: they count as 0.
func cffNumber(b []byte) (v float64, n int) {
	switch c := b[0]; {
	case c >= 32 && c <= 246:
		return float64(c) - 139, 1
	case c >= 247 && c <= 250 && len(b) > 1:
		return float64(int(c)-247)*256 + float64(b[1]) + 108, 2
	case c >= 251 && c <= 254 && len(b) > 1:
		return -float64(int(c)-251)*256 - float64(b[1]) - 108, 2
	case c == 28 && len(b) > 2:
		return float64(int16(binary.BigEndian.Uint16(b[1:]))), 3
	case c == 29 && len(b) > 4:
		return float64(int32(binary.BigEndian.Uint32(b[1:]))), 5
	case c == 30:
		for n = 1; n < len(b) && b[n]&0xf != 0xf && b[n]>>4 != 0xf; n++ {
		}
		return 0, min(n+1, len(b))
	case c > 21: // reserved, or cut short
		return 0, len(b)
	}
	return 0, 0
}

// offset is the operand of an operator that is a position, -1 if it is missing.
func (f *cff) offset(op int) int {
	v := f.top[op]
	if len(v) != 1 || v[0] < 0 || v[0] > float64(len(f.data)) {
		return -1
	}
	return int(v[0])
}

// ordering is the character collection of the font's CIDs, such as "Japan1"; ""
// if its glyphs have names.
func (f *cff) ordering() (s string, ok bool) {
	ros, ok := f.top[cffROS]
	if !ok || len(ros) < 2 {
		return "", ok
	}
	return f.name(int(ros[1])), true
}

// name is the string number sid; "" for the standard ones that are no names of
// Latin glyphs.
func (f *cff) name(sid int) string {
	if sid < standardStrings {
		return latinName(sid)
	}
	if i := sid - standardStrings; i < len(f.strings) {
		return string(f.strings[i])
	}
	return ""
}

// charset is the SID, or in a font with CIDs the CID, of each glyph.
func (f *cff) charset() []int {
	out := make([]int, 1, f.glyphs+1)
	at := f.offset(cffCharset)
	if at <= 2 { // a predefined one; ISOAdobe counts up, the others are for experts
		for g := 1; g < f.glyphs && at <= 0; g++ {
			out = append(out, g)
		}
		return out
	}
	if at >= len(f.data) {
		return out
	}
	format, b := f.data[at], f.data[at+1:]
	step := map[byte]int{0: 2, 1: 3, 2: 4}[format]
	for ; step > 0 && len(b) >= step && len(out) < f.glyphs; b = b[step:] {
		first, more := int(binary.BigEndian.Uint16(b)), uint32(0)
		if format > 0 {
			more = code(b[2:step])
		}
		for i := 0; i <= int(more) && len(out) < f.glyphs; i++ {
			out = append(out, first+i)
		}
	}
	return out
}

// glyphTexts gives the text of each glyph by its name.
func (f *cff) glyphTexts() *table[string] {
	t := &table[string]{}
	for g, sid := range f.charset() {
		if text, ok := glyphText(f.name(sid)); ok && g > 0 {
			t.set(uint32(g), text)
		}
	}
	return t
}

// codeTexts gives the texts of one-byte codes by the font's own encoding.
func (f *cff) codeTexts(texts *[256]string) {
	at := f.offset(cffEncoding)
	if at <= 1 { // predefined: the standard one, or that for experts
		if at <= 0 {
			*texts = encodings("StandardEncoding")
		}
		return
	}
	if at+2 > len(f.data) {
		return
	}
	names := f.charset()
	set := func(c byte, sid int) {
		if text, ok := glyphText(f.name(sid)); ok && text != "" {
			texts[c] = text
		}
	}
	format, n, b := f.data[at], int(f.data[at+1]), f.data[at+2:]
	glyph := 1
	for i := 0; i < n; i++ {
		step := 1 + int(format&1)
		if len(b) < step {
			return
		}
		more := 0
		if step == 2 {
			more = int(b[1])
		}
		for j := 0; j <= more && glyph < len(names) && int(b[0])+j < 256; j++ {
			set(b[0]+byte(j), names[glyph])
			glyph++
		}
		b = b[step:]
	}
	if format&0x80 == 0 || len(b) == 0 {
		return
	}
	n, b = int(b[0]), b[1:]
	for ; n > 0 && len(b) >= 3; n, b = n-1, b[3:] { // further codes of glyphs
		set(b[0], int(binary.BigEndian.Uint16(b[1:])))
	}
}

// standardStrings is the number of strings that every CFF font has.
const standardStrings = 391

// latinNames are the standard strings 96 to 228; those before are the names of
// ASCII with curved quotes, those behind are of small capitals, old figures and
// weights.
const latinNames = "exclamdown cent sterling fraction yen florin section currency quotesingle quotedblleft guillemotleft guilsinglleft guilsinglright fi fl endash dagger daggerdbl periodcentered paragraph bullet quotesinglbase quotedblbase quotedblright guillemotright ellipsis perthousand questiondown grave acute circumflex tilde macron breve dotaccent dieresis ring cedilla hungarumlaut ogonek caron emdash AE ordfeminine Lslash Oslash OE ordmasculine ae dotlessi lslash oslash oe germandbls onesuperior logicalnot mu trademark Eth onehalf plusminus Thorn onequarter divide brokenbar degree thorn threequarters twosuperior registered minus eth multiply threesuperior copyright Aacute Acircumflex Adieresis Agrave Aring Atilde Ccedilla Eacute Ecircumflex Edieresis Egrave Iacute Icircumflex Idieresis Igrave Ntilde Oacute Ocircumflex Odieresis Ograve Otilde Scaron Uacute Ucircumflex Udieresis Ugrave Yacute Ydieresis Zcaron aacute acircumflex adieresis agrave aring atilde ccedilla eacute ecircumflex edieresis egrave iacute icircumflex idieresis igrave ntilde oacute ocircumflex odieresis ograve otilde scaron uacute ucircumflex udieresis ugrave yacute ydieresis zcaron"

var latinNameTable = sync.OnceValue(func() []string {
	names := append([]string{".notdef"}, strings.Fields(asciiNames)...)
	names[8], names[65] = "quoteright", "quoteleft"
	return append(names, strings.Fields(latinNames)...)
})

func latinName(sid int) string {
	if t := latinNameTable(); sid >= 0 && sid < len(t) {
		return t[sid]
	}
	return ""
}
