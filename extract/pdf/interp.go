package pdf

import (
	"cmp"
	"context"

	"github.com/ledongthuc/pdf"
)

// An operand is a number, string, name, array or dictionary before an operator.
// Arrays and dictionaries are flat: their members, in order, are
// interp.members[from:to].
type operand struct {
	kind     kind
	num      float64
	text     []byte
	from, to int
}

// maxMembers bounds the members of all arrays before one operator. The longest
// strings of text have some thousands.
const maxMembers = 1 << 20

// maxOperands bounds the operands of one operator; more come from damage.
const maxOperands = 1024

// A state is what q saves and Q restores.
type state struct {
	ctm       matrix
	clip      rect // in points of the page; an outer bound of the real path
	lineWidth float64
	dashed    bool

	fillInk                uint64 // what colour fills have, see ink
	whiteFill, whiteStroke bool   // painting leaves nothing to see on paper
	fillClear, strokeClear bool   // painting is fully transparent
	translucent            bool   // what lies below shows through
	fillSpace, strokeSpace colorSpace

	font    *font
	size    float64 // Tfs
	charGap float64 // Tc
	wordGap float64 // Tw
	stretch float64 // Tz, as a factor
	leading float64 // TL
	rise    float64 // Ts
	mode    int     // Tr
}

// An interp runs the content streams of one page.
type interp struct {
	file  *file
	fonts *cache
	ctx   context.Context
	limit limits

	state
	saved     []state
	tm, tlm   matrix // text and text line matrix
	resources *resources
	depth     int
	active    []ref // forms being drawn

	lex      lexer
	operands []operand
	members  []operand

	path      path
	spans     []span // open marked content
	layersOff int    // of them: layers that are off
	area      area

	out page

	steps int   // operators so far
	err   error // why the page was given up
}

// maxSaved bounds q without Q.
const maxSaved = 4096

// maxFormDepth bounds Form XObjects in each other.
const maxFormDepth = 12

// checkEvery is the number of operators between two looks at the context.
const checkEvery = 4096

// formCost is the work of drawing a form, in operators.
const formCost = 100

// run executes a content stream. Operators it does not know are skipped with
// their operands.
func (in *interp) run(data []byte) {
	outer := in.lex
	in.lex = lexer{data: data}
	base := len(in.saved)
	in.clear()
	for in.err == nil {
		k := in.lex.next()
		if k == tokEOF {
			break
		}
		if k != tokKeyword {
			in.operand(k)
			continue
		}
		in.operator(in.lex.text, base)
		in.clear()
		if in.steps++; in.steps%checkEvery == 0 && in.ctx.Err() != nil {
			in.err = in.ctx.Err()
		}
	}
	if len(in.saved) > base { // q without Q ends with its stream
		in.state = in.saved[base]
		in.saved = in.saved[:base]
	}
	in.lex = outer
}

func (in *interp) clear() {
	in.operands = in.operands[:0]
	in.members = in.members[:0]
	in.lex.reset()
}

// operand pushes the operand that begins with a token of kind k.
func (in *interp) operand(k kind) {
	if len(in.operands) >= maxOperands {
		in.operands = in.operands[:0]
	}
	switch k {
	case tokArray, tokDict:
		from := len(in.members)
		in.nested(k)
		in.operands = append(in.operands, operand{kind: k, from: from, to: len(in.members)})
	case tokArrayEnd, tokDictEnd:
	default:
		in.operands = append(in.operands, operand{kind: k, num: in.lex.num, text: in.lex.text})
	}
}

// nested reads the members of an array or dictionary, with those of inner ones
// in the same list. An operator inside means that the end is missing: Tj and
// the like never stand in an array.
func (in *interp) nested(open kind) {
	for depth := 1; depth > 0; {
		before := in.lex.pos
		switch k := in.lex.next(); k {
		case tokEOF:
			return
		case tokArray, tokDict:
			depth++
		case tokArrayEnd, tokDictEnd:
			depth--
		case tokKeyword:
			if t := string(in.lex.text); open == tokArray && t != "true" && t != "false" && t != "null" {
				in.lex.pos = before
				return
			}
		default:
			if len(in.members) >= maxMembers {
				continue
			}
			in.members = append(in.members, operand{kind: k, num: in.lex.num, text: in.lex.text})
		}
	}
}

// num is the i-th operand from the left as a number.
func (in *interp) num(i int) float64 {
	if i < 0 || i >= len(in.operands) || in.operands[i].kind != tokNumber {
		return 0
	}
	return in.operands[i].num
}

// last gives the last n operands as numbers, so that surplus ones before them
// do no harm; ok is false if there are fewer.
func (in *interp) last(n int) (v [6]float64, ok bool) {
	start := len(in.operands) - n
	if start < 0 {
		return v, false
	}
	for i := range n {
		if in.operands[start+i].kind != tokNumber {
			return v, false
		}
		v[i] = in.operands[start+i].num
	}
	return v, true
}

// save is q.
func (in *interp) save() {
	if len(in.saved) < maxSaved {
		in.saved = append(in.saved, in.state)
	}
}

// restore is Q; one too many is ignored.
func (in *interp) restore(base int) {
	if n := len(in.saved); n > base {
		in.state = in.saved[n-1]
		in.saved = in.saved[:n-1]
	}
}

// concat is cm.
func (in *interp) concat() {
	if v, ok := in.last(6); ok {
		if m := matrix(v).mul(in.ctm); m.finite() {
			in.ctm = m
		}
	}
}

// do draws the XObject named by the operand.
func (in *interp) do() {
	if len(in.operands) == 0 || in.operands[len(in.operands)-1].kind != tokName {
		return
	}
	name := string(in.operands[len(in.operands)-1].text)
	var v pdf.Value
	if err := guard(func() { v = in.resources.xobject(name) }); err != nil {
		in.out.damage(err)
		return
	}
	if in.file.hides(v.Key("OC")) {
		return
	}
	switch v.Key("Subtype").Name() {
	case "Image":
		in.image(isOpaque(v))
	case "Form":
		in.form(v)
	}
}

// image notes where an image covers the page. A large opaque one hides the text
// drawn before it: some scanners put the recognised text under the picture.
func (in *interp) image(opaque bool) {
	r := in.ctm.box(rect{0, 0, 1, 1}).intersect(in.clip)
	if r.empty() || in.layersOff > 0 {
		return
	}
	in.out.images = append(in.out.images, r)
	if opaque && !in.translucent && r.area() >= fullImage*in.out.writer.size.area() {
		in.out.writer.cover(r)
	}
}

// isOpaque reports whether nothing shows through the image v.
func isOpaque(v pdf.Value) bool {
	return v.Key("SMask").IsNull() && v.Key("Mask").IsNull() && v.Key("SMaskInData").Int64() == 0 && !v.Key("ImageMask").Bool()
}

// form draws a Form XObject.
func (in *interp) form(v pdf.Value) {
	id := objectOf(v)
	if in.depth >= maxFormDepth {
		return
	}
	for _, a := range in.active {
		if a == id {
			return
		}
	}
	var data []byte
	var m = identity
	var box rect
	var resources pdf.Value
	var err error
	malformed := guard(func() {
		data, err = in.fonts.form(id, v)
		if a := numbers(v.Key("Matrix")); len(a) == 6 {
			m = matrix(a)
		}
		box, _ = rectangle(v.Key("BBox"))
		resources = v.Key("Resources")
	})
	if err = cmp.Or(malformed, err); err != nil {
		in.out.damage(err)
		return
	}
	if in.steps += formCost; in.ctx.Err() != nil {
		in.err = in.ctx.Err()
		return
	}
	in.draw(id, data, m, box, resources)
}

// draw runs a form's content in the current state and brings it back.
func (in *interp) draw(id ref, data []byte, m matrix, box rect, own pdf.Value) {
	outer, outerTM, outerTLM, outerRes := in.state, in.tm, in.tlm, in.resources
	outerOps, outerMembers := in.operands, in.members
	outerSpans, outerOff := len(in.spans), in.layersOff
	in.operands, in.members = nil, nil
	in.active = append(in.active, id)
	in.depth++
	if ctm := m.mul(in.ctm); ctm.finite() {
		in.ctm = ctm
		if !box.empty() {
			in.clip = in.clip.intersect(in.ctm.box(box))
		}
		if own.Kind() == pdf.Dict {
			in.resources = newResources(in.fonts, own, outerRes)
		}
		in.run(data)
	}
	in.depth--
	in.active = in.active[:len(in.active)-1]
	in.operands, in.members = outerOps, outerMembers
	in.spans, in.layersOff = in.spans[:min(outerSpans, len(in.spans))], outerOff
	in.state, in.tm, in.tlm, in.resources = outer, outerTM, outerTLM, outerRes
}
