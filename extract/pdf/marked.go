package pdf

import "unicode/utf8"

// A span is open marked content (BDC … EMC).
type span struct {
	text  string // its ActualText
	has   bool   // it has one
	off   bool   // it belongs to a layer that is off
	word  int    // where it begins: the index of the word in the writer,
	glyph int    // and of the glyph in that word
}

// maxSpans bounds BDC without EMC.
const maxSpans = 1000

// beginSpan is BMC, and BDC if it has properties.
func (in *interp) beginSpan(properties bool) {
	if len(in.spans) >= maxSpans {
		return
	}
	s := span{}
	if n := len(in.operands); properties && n > 0 {
		s.text, s.has = in.actualText(in.operands[n-1])
		s.off = in.layerOff(in.operands)
	}
	if s.off {
		in.layersOff++
	}
	w := &in.out.writer
	s.word, s.glyph = len(w.words), len(w.glyphs)-w.begin
	in.spans = append(in.spans, s)
}

// actualText is the replacement text of a property list, written out or named.
func (in *interp) actualText(o operand) (string, bool) {
	if o.kind == tokDict {
		for i := o.from; i+1 < o.to; i++ {
			if m := in.members[i]; m.kind == tokName && string(m.text) == "ActualText" && in.members[i+1].kind == tokString {
				return textString(in.members[i+1].text), true
			}
		}
		return "", false
	}
	if o.kind != tokName {
		return "", false
	}
	var text string
	var has bool
	guard(func() {
		v := in.resources.lookup("Properties", string(o.text)).Key("ActualText")
		if has = !v.IsNull(); has {
			text = textString([]byte(in.file.text(v)))
		}
	})
	return text, has
}

// endSpan is EMC: the glyphs of the span get its ActualText.
func (in *interp) endSpan() {
	n := len(in.spans)
	if n == 0 {
		return
	}
	s := in.spans[n-1]
	in.spans = in.spans[:n-1]
	if s.off {
		in.layersOff--
	}
	if s.has {
		in.out.writer.replace(s)
	}
}

// longestText is how many characters one glyph may stand for. A text that is
// longer describes a picture, or is an attack.
const longestText = 64

// replace spreads the text of s over the glyphs drawn since it began, in equal
// shares: mostly it is one character for one glyph.
func (w *writer) replace(s span) {
	total := 0
	w.each(s, func(*string) { total++ })
	runes := utf8.RuneCountInString(s.text)
	if total == 0 || runes > longestText+total*longestText/8 {
		return
	}
	done, i := 0, 0
	w.each(s, func(text *string) {
		if *text == unmapped {
			w.unmapped--
		}
		i++
		upto := i * runes / total
		if i == 1 && upto == 0 && runes > 0 {
			upto = 1
		}
		n := 0
		for ; done < upto; done++ {
			_, size := utf8.DecodeRuneInString(s.text[n:])
			n += size
		}
		*text, s.text = s.text[:n], s.text[n:]
	})
}

// each visits the texts of the glyphs drawn since s began.
func (w *writer) each(s span, f func(*string)) {
	for i := s.word; i < len(w.words); i++ {
		for j := range w.words[i].Glyphs {
			if i > s.word || j >= s.glyph {
				f(&w.words[i].Glyphs[j].Text)
			}
		}
	}
	from := w.begin
	if len(w.words) == s.word {
		from += s.glyph
	}
	for j := from; j < len(w.glyphs); j++ {
		f(&w.glyphs[j].Text)
	}
}
