package pdf

import "math"

// paleness is how near to white a component must be for a line to be invisible
// on paper.
const paleness = 0.97

// colorOperator executes the colour operators. Of colours matters whether they
// are white: white lines and areas hide or separate, they are no ruling lines.
// And whether an area has the colour of what it is painted on.
func (in *interp) colorOperator(code uint32) {
	switch code {
	case opg, oprg, opk, opcs, opsc, opscn:
		in.fillInk = in.ink(code)
	}
	switch code {
	case opg, oprg:
		in.whiteFill = in.bright()
	case opG, opRG:
		in.whiteStroke = in.bright()
	case opk:
		in.whiteFill = in.noInk()
	case opK:
		in.whiteStroke = in.noInk()
	case opcs:
		in.fillSpace, in.whiteFill = in.colorSpace(), false
	case opCS:
		in.strokeSpace, in.whiteStroke = in.colorSpace(), false
	case opsc, opscn:
		in.whiteFill = in.white(in.fillSpace)
	case opSC, opSCN:
		in.whiteStroke = in.white(in.strokeSpace)
	}
}

// A colorSpace says what its largest values look like.
type colorSpace uint8

const (
	additive    colorSpace = iota // Gray, RGB and their calibrated kinds: 1 is white
	subtractive                   // CMYK and inks: 0 is white
	opaque                        // patterns, palettes: never taken for white
)

func (in *interp) colorSpace() colorSpace {
	if len(in.operands) == 0 {
		return opaque
	}
	return in.resources.colorSpace(string(in.operands[0].text))
}

func (in *interp) white(s colorSpace) bool {
	switch s {
	case additive:
		return in.bright()
	case subtractive:
		return in.noInk()
	}
	return false
}

// bright reports whether all operands are about 1.
func (in *interp) bright() bool {
	for i := range in.operands {
		if in.operands[i].kind != tokNumber || in.operands[i].num < paleness {
			return false
		}
	}
	return len(in.operands) > 0
}

// noInk reports whether all operands are about 0.
func (in *interp) noInk() bool {
	for i := range in.operands {
		if in.operands[i].kind != tokNumber || in.operands[i].num > 1-paleness {
			return false
		}
	}
	return len(in.operands) > 0
}

// ink is a fingerprint of the colour that the operands of an operator set.
func (in *interp) ink(code uint32) uint64 {
	const prime = 1099511628211 // of FNV-1a
	h := uint64(code)
	for i := range in.operands {
		o := &in.operands[i]
		if o.kind == tokNumber {
			h = (h ^ math.Float64bits(o.num)) * prime
			continue
		}
		for _, b := range o.text { // the name of a space or a pattern
			h = (h ^ uint64(b)) * prime
		}
	}
	return h
}

// An area is the last filled rectangle that is no line.
type area struct {
	rect
	ink   uint64
	rules int // how many rules were drawn before
}

// unseen reports whether filling r now changes nothing on paper: the same colour
// was painted all over it just before. Word shades a cell, then the box of its
// text, which in a narrow column is as thin as a line.
func (in *interp) unseen(r rect) bool {
	a := &in.area
	return in.fillInk == a.ink && len(in.out.rules) == a.rules &&
		r.x0 >= a.x0 && r.y0 >= a.y0 && r.x1 <= a.x1 && r.y1 <= a.y1
}
