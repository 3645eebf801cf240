package pdf

import "errors"

// moveText is Td.
func (in *interp) moveText(x, y float64) {
	m := &in.tlm
	e, f := x*m[0]+y*m[2]+m[4], x*m[1]+y*m[3]+m[5]
	if !(e < maxCoordinate && e > -maxCoordinate && f < maxCoordinate && f > -maxCoordinate) {
		return
	}
	m[4], m[5] = e, f
	in.tm = *m
}

// setFont is Tf.
func (in *interp) setFont() {
	n := len(in.operands)
	if n == 0 || in.operands[n-1].kind != tokNumber {
		return
	}
	in.font, in.size = nil, in.operands[n-1].num
	if n > 1 && in.operands[n-2].kind == tokName {
		in.font = in.resources.font(in.operands[n-2].text)
	}
}

// showOperand is Tj, and the end of ' and ".
func (in *interp) showOperand() {
	n := len(in.operands)
	if n > 0 && in.operands[n-1].kind == tokString {
		in.startShow()
		in.show(in.operands[n-1].text)
	}
}

// showArray is TJ.
func (in *interp) showArray() {
	n := len(in.operands)
	if n == 0 || in.operands[n-1].kind != tokArray {
		return
	}
	a := in.operands[n-1]
	in.startShow()
	factor := -in.size / 1000
	if !in.vertical() {
		factor *= in.stretch
	}
	for i := a.from; i < a.to; i++ {
		switch m := &in.members[i]; m.kind {
		case tokString:
			in.show(m.text)
		case tokNumber:
			in.advance(m.num * factor)
		}
	}
}

func (in *interp) vertical() bool { return in.font != nil && in.font.vertical }

// advance moves the text matrix along the writing direction.
func (in *interp) advance(by float64) {
	i := 0
	if in.vertical() {
		i = 2
	}
	e, f := in.tm[4]+by*in.tm[i], in.tm[5]+by*in.tm[i+1]
	if e < maxCoordinate && e > -maxCoordinate && f < maxCoordinate && f > -maxCoordinate {
		in.tm[4], in.tm[5] = e, f
	}
}

// startShow tells the writer how the coming strings lie on the page.
func (in *interp) startShow() {
	f := in.font
	if f == nil {
		f = in.fonts.missing
		in.font = f
	}
	m := in.tm.mul(in.ctm)
	in.out.writer.clip = in.clip
	in.out.writer.start(f, m, in.size, in.mode == 3 || in.mode == 7 || in.fillClear && in.mode%4 == 0)
}

// show draws a string.
func (in *interp) show(s []byte) {
	if in.out.writer.count > in.limit.glyphs {
		in.err = errTooManyGlyphs
		return
	}
	if in.font == in.fonts.missing || in.font == in.fonts.ascii {
		in.standIn(s)
	}
	if in.font.composite != nil {
		in.showComposite(in.font.composite, s)
		return
	}
	w := &in.out.writer
	w.mute = in.layersOff > 0
	w.at(in.tm.mul(in.ctm).apply(0, in.rise))
	f, pos := in.font.simple, 0.0
	for _, c := range s {
		adv := f.widths[c] * in.size * in.stretch
		move := adv + in.charGap*in.stretch
		if c == ' ' {
			move += in.wordGap * in.stretch
		}
		w.glyph(f.texts[c], pos, adv, move)
		pos += move
	}
	in.advance(pos)
}

// standIn takes a string whose font is missing for Latin text if nothing speaks
// against it, as other readers do. That is a guess, so the page says so.
func (in *interp) standIn(s []byte) {
	in.out.damage(errNoFont)
	in.font = in.fonts.missing
	others := 0
	for _, c := range s {
		if c < ' ' || c > '~' {
			others++
		}
	}
	if others*maxOthers <= len(s) {
		in.font = in.fonts.ascii
	}
}

// maxOthers is the part of a string of Latin text, as one over it, that other
// bytes are at most: ligatures and dashes.
const maxOthers = 4

var errNoFont = errors.New("text without a font")

func (in *interp) showComposite(f *composite, s []byte) {
	w := &in.out.writer
	w.mute = in.layersOff > 0
	w.at(in.tm.mul(in.ctm).apply(0, in.rise))
	stretch := in.stretch
	if f.vertical {
		stretch = 1
	}
	pos := 0.0
	for len(s) > 0 {
		g, n := f.next(s)
		adv := g.width * in.size * stretch
		move := adv + in.charGap*stretch
		if f.vertical {
			move = adv - in.charGap
		}
		if n == 1 && s[0] == ' ' {
			if f.vertical {
				move -= in.wordGap
			} else {
				move += in.wordGap * stretch
			}
		}
		w.glyph(g.text, pos, adv, move)
		pos += move
		s = s[n:]
	}
	in.advance(pos)
}
