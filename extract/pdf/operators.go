package pdf

// Operators as packed by op.
const (
	opq   = 'q'
	opQ   = 'Q'
	opcm  = 'c'<<8 | 'm'
	opw   = 'w'
	opd   = 'd'
	opgs  = 'g'<<8 | 's'
	opDo  = 'D'<<8 | 'o'
	opBI  = 'B'<<8 | 'I'
	opBT  = 'B'<<8 | 'T'
	opET  = 'E'<<8 | 'T'
	opTc  = 'T'<<8 | 'c'
	opTw  = 'T'<<8 | 'w'
	opTz  = 'T'<<8 | 'z'
	opTL  = 'T'<<8 | 'L'
	opTf  = 'T'<<8 | 'f'
	opTr  = 'T'<<8 | 'r'
	opTs  = 'T'<<8 | 's'
	opTd  = 'T'<<8 | 'd'
	opTD  = 'T'<<8 | 'D'
	opTm  = 'T'<<8 | 'm'
	opTx  = 'T'<<8 | '*'
	opTj  = 'T'<<8 | 'j'
	opTJ  = 'T'<<8 | 'J'
	opQuo = '\''
	opDqu = '"'
	opBDC = 'B'<<16 | 'D'<<8 | 'C'
	opBMC = 'B'<<16 | 'M'<<8 | 'C'
	opEMC = 'E'<<16 | 'M'<<8 | 'C'
	opm   = 'm'
	opl   = 'l'
	opc   = 'c'
	opv   = 'v'
	opy   = 'y'
	oph   = 'h'
	opre  = 'r'<<8 | 'e'
	opS   = 'S'
	ops   = 's'
	opf   = 'f'
	opF   = 'F'
	opfx  = 'f'<<8 | '*'
	opB   = 'B'
	opBx  = 'B'<<8 | '*'
	opb   = 'b'
	opbx  = 'b'<<8 | '*'
	opn   = 'n'
	opW   = 'W'
	opWx  = 'W'<<8 | '*'
	opG   = 'G'
	opg   = 'g'
	opRG  = 'R'<<8 | 'G'
	oprg  = 'r'<<8 | 'g'
	opK   = 'K'
	opk   = 'k'
	opCS  = 'C'<<8 | 'S'
	opcs  = 'c'<<8 | 's'
	opSC  = 'S'<<8 | 'C'
	opSCN = 'S'<<16 | 'C'<<8 | 'N'
	opsc  = 's'<<8 | 'c'
	opscn = 's'<<16 | 'c'<<8 | 'n'
)

// operator executes one operator. base is the number of saved states that
// belong to outer streams.
func (in *interp) operator(word []byte, base int) {
	if len(word) > 4 {
		return
	}
	var code uint32
	for _, c := range word {
		code = code<<8 | uint32(c)
	}
	if in.textOperator(code) || in.pathOperator(code) {
		return
	}
	switch code {
	case opq:
		in.save()
	case opQ:
		in.restore(base)
	case opcm:
		in.concat()
	case opw:
		in.lineWidth = max(0, in.num(0))
	case opd:
		in.dash()
	case opgs:
		in.graphicsState()
	case opDo:
		in.do()
	case opBI:
		in.inlineImage()
	case opBMC:
		in.beginSpan(false)
	case opBDC:
		in.beginSpan(true)
	case opEMC:
		in.endSpan()
	default:
		in.colorOperator(code)
	}
}

// textOperator executes the operators of text objects, the most frequent ones
// first.
func (in *interp) textOperator(code uint32) bool {
	switch code {
	case opTj:
		in.showOperand()
	case opTJ:
		in.showArray()
	case opTd:
		in.moveText(in.num(0), in.num(1))
	case opTm:
		if v, ok := in.last(6); ok && matrix(v).finite() {
			in.tm, in.tlm = v, v
		}
	case opTf:
		in.setFont()
	case opBT:
		in.tm, in.tlm = identity, identity
	case opET:
	case opTc:
		in.charGap = in.num(0)
	case opTw:
		in.wordGap = in.num(0)
	case opTz:
		in.stretch = in.num(0) / 100
	case opTL:
		in.leading = in.num(0)
	case opTr:
		in.mode = int(in.num(0))
	case opTs:
		in.rise = in.num(0)
	case opTD:
		in.leading = -in.num(1)
		in.moveText(in.num(0), in.num(1))
	case opTx:
		in.moveText(0, -in.leading)
	case opQuo:
		in.moveText(0, -in.leading)
		in.showOperand()
	case opDqu:
		in.wordGap, in.charGap = in.num(0), in.num(1)
		in.moveText(0, -in.leading)
		in.showOperand()
	default:
		return false
	}
	return true
}

// dash is d: a line counts as dashed if its pattern has a gap.
func (in *interp) dash() {
	in.dashed = false
	for _, m := range in.members {
		if m.kind == tokNumber && m.num > 0 {
			in.dashed = true
		}
	}
}

// graphicsState is gs. Of the parameters a dictionary can set, line width,
// dashes and font matter here.
func (in *interp) graphicsState() {
	if len(in.operands) == 0 {
		return
	}
	g := in.resources.graphicsState(string(in.operands[0].text))
	if g == nil {
		return
	}
	if g.lineWidth >= 0 {
		in.lineWidth = g.lineWidth
	}
	if g.hasDash {
		in.dashed = g.dashed
	}
	if g.font != nil {
		in.font, in.size = g.font, g.size
	}
	in.translucent = in.translucent || g.blends
	if g.fillAlpha >= 0 {
		in.fillClear = g.fillAlpha < minAlpha
		in.translucent = g.fillAlpha < 1 || g.blends
	}
	if g.strokeAlpha >= 0 {
		in.strokeClear = g.strokeAlpha < minAlpha
	}
}

// minAlpha is the opacity below which nothing is seen.
const minAlpha = 0.02

// inlineImage skips BI … ID bytes EI. The bytes end at the first EI between
// white space behind which the stream goes on with text, not binary data.
func (in *interp) inlineImage() {
	l := &in.lex
	for {
		k := l.next()
		if k == tokEOF {
			return
		}
		if k == tokKeyword && string(l.text) == "ID" {
			break
		}
	}
	in.image(false)
	data := l.data
	for i := l.pos + 1; i+1 < len(data); i++ {
		if data[i] != 'E' || data[i+1] != 'I' || class[data[i-1]] != space {
			continue
		}
		if i+2 == len(data) || class[data[i+2]] == space && isText(data[i+2:min(len(data), i+2+imageLookahead)]) {
			l.pos = i + 2
			return
		}
	}
	// No white space before EI, as some writers have it.
	for i := len(data) - 3; i > l.pos; i-- {
		if data[i] == 'E' && data[i+1] == 'I' && class[data[i+2]] == space {
			l.pos = i + 2
			return
		}
	}
	l.pos = len(data)
}

// imageLookahead is how many bytes behind an EI have to be text, as in pdf.js.
const imageLookahead = 15

func isText(b []byte) bool {
	for _, c := range b {
		if c >= 0x7f || c < ' ' && class[c] != space {
			return false
		}
	}
	return true
}
