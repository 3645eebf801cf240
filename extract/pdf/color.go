package pdf

// paleness is how near to white a component must be for a line to be invisible
// on paper.
const paleness = 0.97

// colorOperator executes the colour operators, of which only white matters:
// white lines and areas hide or separate, they are no ruling lines.
func (in *interp) colorOperator(code uint32) {
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
