package pdf

import (
	"math"
	"strings"
	"sync"

	"github.com/ledongthuc/pdf"
)

// unmapped stands for a glyph whose character is not known.
const unmapped = "\uFFFD"

// A font turns the bytes of shown strings into texts and widths. Exactly one of
// simple and composite is set. It does not change once it is read.
type font struct {
	family    string  // the name without the tag of a subset
	em        float64 // size of the drawn glyphs in units of the font size, mostly 1
	vertical  bool
	simple    *simple
	composite *composite
}

// A cache reads each font of a document once, for all pages.
type cache struct {
	file    *file
	missing *font // for text without a font
	ascii   *font // the same if the text looks like ASCII

	limit int64

	mu     sync.Mutex
	byID   map[ref]*fontSlot
	forms  map[ref][]byte // contents of Form XObjects
	stored int            // bytes of them
}

// maxForms is how many bytes of form contents are kept for the next page.
const maxForms = 16 << 20

// form decodes the content of the Form XObject v. Headers and footers are forms
// that stand on every page.
func (c *cache) form(id ref, v pdf.Value) ([]byte, error) {
	c.mu.Lock()
	data, ok := c.forms[id]
	c.mu.Unlock()
	if ok {
		return data, nil
	}
	data, err := c.file.stream(v, nil, c.limit)
	if err != nil && len(data) == 0 {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.stored += len(data); id != (ref{}) && c.stored <= maxForms {
		c.forms[id] = data
	}
	return data, nil
}

type fontSlot struct {
	once sync.Once
	font *font
}

func newCache(f *file, inflate int64) *cache {
	c := &cache{file: f, byID: map[ref]*fontSlot{}, limit: inflate, forms: map[ref][]byte{}}
	c.missing, c.ascii = standIn(), standIn()
	for i := ' '; i <= '~'; i++ {
		c.ascii.simple.texts[i] = string(i)
	}
	return c
}

// standIn is a font without any character.
func standIn() *font {
	f := &font{em: 1, simple: &simple{}}
	f.simple.standardWidths("")
	for i := range f.simple.texts {
		f.simple.texts[i] = unmapped
	}
	return f
}

// named is the font under name in a font dictionary, nil if there is none.
func (c *cache) named(fonts pdf.Value, name string) *font {
	id := keyRef(fonts, name)
	if id == (ref{}) {
		var v pdf.Value
		guard(func() { v = fonts.Key(name) })
		return c.load(v)
	}
	slot := c.slot(id)
	slot.once.Do(func() {
		var v pdf.Value
		guard(func() { v = fonts.Key(name) })
		slot.font = c.load(v)
	})
	return slot.font
}

// value is the font v.
func (c *cache) value(v pdf.Value) *font {
	slot := c.slot(objectOf(v))
	slot.once.Do(func() { slot.font = c.load(v) })
	return slot.font
}

func (c *cache) slot(id ref) *fontSlot {
	c.mu.Lock()
	defer c.mu.Unlock()
	s := c.byID[id]
	if s == nil {
		s = &fontSlot{}
		c.byID[id] = s
	}
	return s
}

// load reads a font. Where a part of it is damaged, the rest counts.
func (c *cache) load(v pdf.Value) *font {
	if v.Kind() != pdf.Dict {
		return nil
	}
	f := &font{em: 1}
	guard(func() { f.family = family(v.Key("BaseFont").Name()) })
	uni := c.toUnicode(v)
	var subtype string
	guard(func() { subtype = v.Key("Subtype").Name() })
	if subtype == "Type0" {
		f.composite = c.loadComposite(v, uni)
		f.vertical = f.composite.vertical
		return f
	}
	f.simple = &simple{}
	guard(func() { f.simple.encoding(c, v, uni) })
	if subtype == "Type3" {
		guard(func() { f.type3(v) })
	} else {
		guard(func() { f.simple.widthsOf(v) })
	}
	return f
}

// family is a font's name without the "ABCDEF+" of a subset: producers split
// one font into several of at most 255 glyphs.
func family(name string) string {
	if len(name) > 7 && name[6] == '+' && strings.ToUpper(name[:6]) == name[:6] {
		return name[7:]
	}
	return name
}

// toUnicode reads the ToUnicode map of the font v, nil if it has none.
func (c *cache) toUnicode(v pdf.Value) *cmap {
	var m *cmap
	guard(func() {
		s := v.Key("ToUnicode")
		if streamOffset(s) < 0 {
			return
		}
		data, _ := c.file.stream(s, nil, c.limit)
		m = &cmap{}
		m.parse(data)
	})
	if m == nil || !m.hasText {
		return nil
	}
	return m
}

// type3 sets the widths of a Type 3 font, whose glyphs have their own
// coordinates. Where its matrix divides by a usual number of units they fill
// the font size as others do; a bitmap font says only by its bounds how high
// it is.
func (f *font) type3(v pdf.Value) {
	m := matrix{0.001, 0, 0, 0.001, 0, 0}
	if a := numbers(v.Key("FontMatrix")); len(a) == 6 {
		m = matrix(a)
	}
	f.simple.setWidths(v, m[0])
	s := math.Abs(m[3])
	if s >= 1.0/maxUnits && s <= 1.0/minUnits {
		return
	}
	if r, ok := rectangle(v.Key("FontBBox")); ok {
		f.em = r.height() * s
	}
}

// Units that an em may be divided into.
const minUnits, maxUnits = 200, 4096
