package pdf

import "github.com/ledongthuc/pdf"

// resources looks names up in a resource dictionary and keeps what it found,
// because the library reads an object again each time it is asked for.
type resources struct {
	cache *cache
	value pdf.Value
	outer *resources // where a form's own dictionary does not have a name

	categories map[string]pdf.Value

	fontDict pdf.Value
	fonts    map[string]*font
	states   map[string]*graphicsState
	spaces   map[string]colorSpace
}

func newResources(c *cache, v pdf.Value, outer *resources) *resources {
	return &resources{cache: c, value: v, outer: outer}
}

// lookup is the entry of a category, such as the XObject "Fm1", null if there
// is none.
func (r *resources) lookup(category, name string) pdf.Value {
	for ; r != nil; r = r.outer {
		c, ok := r.categories[category]
		if !ok {
			if r.categories == nil {
				r.categories = map[string]pdf.Value{}
			}
			c = r.value.Key(category)
			r.categories[category] = c
		}
		if v := c.Key(name); v.Kind() != pdf.Null {
			return v
		}
	}
	return pdf.Value{}
}

func (r *resources) xobject(name string) pdf.Value { return r.lookup("XObject", name) }

// font is the font of that name, nil if there is none or it cannot be read.
func (r *resources) font(name []byte) *font {
	if f, ok := r.fonts[string(name)]; ok {
		return f
	}
	if r.fonts == nil {
		r.fonts = map[string]*font{}
		guard(func() { r.fontDict = r.value.Key("Font") })
	}
	f := r.cache.named(r.fontDict, string(name))
	if f == nil && r.outer != nil {
		f = r.outer.font(name)
	}
	r.fonts[string(name)] = f
	return f
}

// A graphicsState is what gs can set. Negative numbers are not set.
type graphicsState struct {
	lineWidth              float64
	hasDash, dashed        bool
	fillAlpha, strokeAlpha float64
	blends                 bool // has a blend mode other than Normal
	font                   *font
	size                   float64
}

func (r *resources) graphicsState(name string) *graphicsState {
	if g, ok := r.states[name]; ok {
		return g
	}
	if r.states == nil {
		r.states = map[string]*graphicsState{}
	}
	var g *graphicsState
	guard(func() { g = r.readState(r.lookup("ExtGState", name)) })
	r.states[name] = g
	return g
}

func (r *resources) readState(v pdf.Value) *graphicsState {
	if v.Kind() != pdf.Dict {
		return nil
	}
	g := &graphicsState{lineWidth: -1, fillAlpha: -1, strokeAlpha: -1}
	for key, to := range map[string]*float64{"LW": &g.lineWidth, "ca": &g.fillAlpha, "CA": &g.strokeAlpha} {
		if n := v.Key(key); n.Kind() == pdf.Integer || n.Kind() == pdf.Real {
			*to = n.Float64()
		}
	}
	if m := v.Key("BM"); !m.IsNull() {
		g.blends = m.Name() != "Normal" && m.Name() != "Compatible"
	}
	if d := v.Key("D"); d.Len() == 2 {
		g.hasDash = true
		for _, n := range numbers(d.Index(0)) {
			g.dashed = g.dashed || n > 0
		}
	}
	if f := v.Key("Font"); f.Len() == 2 {
		g.font = r.cache.value(f.Index(0))
		g.size = f.Index(1).Float64()
	}
	return g
}

// colorSpace says how the colours of a named or built-in space read.
func (r *resources) colorSpace(name string) colorSpace {
	switch name {
	case "DeviceGray", "DeviceRGB", "CalGray", "CalRGB", "G", "RGB":
		return additive
	case "DeviceCMYK", "CMYK":
		return subtractive
	case "Pattern", "Indexed", "I":
		return opaque
	}
	if s, ok := r.spaces[name]; ok {
		return s
	}
	if r.spaces == nil {
		r.spaces = map[string]colorSpace{}
	}
	s := opaque
	guard(func() { s = spaceOf(r.lookup("ColorSpace", name)) })
	r.spaces[name] = s
	return s
}

func spaceOf(v pdf.Value) colorSpace {
	family := v.Name()
	if v.Kind() == pdf.Array {
		family = v.Index(0).Name()
	}
	switch family {
	case "DeviceGray", "DeviceRGB", "CalGray", "CalRGB":
		return additive
	case "DeviceCMYK", "Separation", "DeviceN":
		return subtractive
	case "ICCBased":
		if v.Index(1).Key("N").Int64() == 4 {
			return subtractive
		}
		return additive
	}
	return opaque
}
