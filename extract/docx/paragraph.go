package docx

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// A paragraph is one being read.
type paragraph struct {
	out     strings.Builder
	style   string
	number  numberRef
	hidden  bool // its text, unless a run says otherwise
	joined  bool // its end was deleted
	endless bool // its end is hidden

	before, after bool // it begins a page, ends one
	labelled      bool // its number is written, or it has none
}

// paragraph reads a w:p into the story.
func (r *reader) paragraph() error {
	r.paragraphs++
	line, outer := r.paragraphs, r.para
	p := &paragraph{}
	r.para = p
	defer func() { r.para = outer }()
	p.hidden = r.styles.hides(r.styles.standard, false)
	if err := r.children(r.inline); err != nil {
		return err
	}
	s := r.story
	if s.carry.Len() == 0 {
		s.carryLine = line
	}
	if p.joined {
		s.carry.WriteString(p.out.String())
		return nil
	}
	r.label("")
	text := p.out.String()
	if s.carry.Len() > 0 {
		text = s.carry.String() + text
		line = s.carryLine
		s.carry.Reset()
	}
	s.parts = append(s.parts, part{text: text, line: line, before: p.before, after: p.after})
	return nil
}

// label writes the number before text, the first of a paragraph. A paragraph of
// nothing but its number has it as well, unless all of it is hidden.
func (r *reader) label(text string) {
	p := r.para
	if p.labelled {
		return
	}
	p.labelled = true
	if p.joined || (p.endless && text == "") {
		return
	}
	label := r.counter.label(p.number, p.style)
	if !p.hidden {
		p.out.WriteString(label)
	}
}

// inline reads an element of a paragraph.
func (r *reader) inline(e xml.StartElement) error {
	switch e.Name.Local {
	case "pPr":
		return r.children(r.paragraphProperty)
	case "r":
		return r.run()
	case "hyperlink", "fldSimple", "bdo", "dir", "oMath", "oMathPara":
		return r.children(r.inline)
	}
	if strings.HasSuffix(e.Name.Space, "/math") {
		return r.children(r.inline)
	}
	return r.through(e, r.inline)
}

func (r *reader) paragraphProperty(e xml.StartElement) error {
	p := r.para
	switch e.Name.Local {
	case "pStyle":
		p.style = attr(e, "val")
		p.hidden = r.styles.hides(p.style, p.hidden)
	case "pageBreakBefore":
		p.before = on(e)
	case "sectPr":
		p.after = true
		return r.children(func(e xml.StartElement) error {
			if e.Name.Local == "type" {
				p.after = attr(e, "val") != "continuous"
			}
			return r.skip()
		})
	case "numPr":
		return r.children(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "numId":
				p.number.num = attr(e, "val")
			case "ilvl":
				p.number.level, p.number.set = number(e, 0), true
			}
			return r.skip()
		})
	case "rPr": // of the paragraph's end
		return r.children(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "del", "moveFrom":
				p.joined = true
			case "vanish":
				p.endless = on(e)
			}
			return r.skip()
		})
	}
	return r.skip()
}

// A run is text of one look.
type run struct {
	*reader
	hidden bool
	font   string
}

func (r *reader) run() error {
	w := &run{reader: r, hidden: r.para.hidden}
	return r.children(w.element)
}

func (w *run) element(e xml.StartElement) error {
	switch e.Name.Local {
	case "rPr":
		return w.children(w.property)
	case "t":
		return w.text(attr(e, "space") == "preserve")
	case "fldChar":
		return w.field(e)
	case "drawing", "pict", "object":
		return w.children(w.drawn)
	case "ruby", "rubyBase":
		return w.children(w.element)
	case "r": // what a reading (w:ruby) is given to
		return w.run()
	case "AlternateContent":
		return w.through(e, w.element)
	case "sym":
		w.symbol(e)
	case "tab", "ptab":
		w.write("\t")
	case "br":
		if attr(e, "type") == "page" {
			w.breakPage()
			break
		}
		w.write("\n")
	case "cr":
		w.write("\n")
	case "noBreakHyphen":
		w.write("-")
	}
	return w.skip()
}

func (w *run) property(e xml.StartElement) error {
	switch e.Name.Local {
	case "rStyle":
		w.hidden = w.styles.hides(attr(e, "val"), w.hidden)
	case "vanish":
		w.hidden = on(e)
	case "rFonts":
		w.font = attr(e, "ascii")
	}
	return w.skip()
}

// write adds what is printed to the paragraph: nothing of hidden runs and of
// what fields are made from.
func (w *run) write(s string) {
	if w.hidden || s == "" {
		return
	}
	for _, result := range w.fields {
		if !result {
			return
		}
	}
	w.label(s)
	w.para.out.WriteString(s)
}

// breakPage adds a page break. It is no text, so it does not bring the number
// of the paragraph before it.
func (w *run) breakPage() {
	if !w.hidden {
		w.para.out.WriteString(pageBreak)
	}
}

// text reads a w:t. Space at its ends counts only if it says so.
func (w *run) text(preserve bool) error {
	var b strings.Builder
	for depth := 1; depth > 0; {
		tok, err := w.d.Token()
		if err != nil {
			return unexpected(err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			b.Write(t)
		}
	}
	s := b.String()
	if !preserve {
		s = strings.Trim(s, " \t\r\n")
	}
	w.write(strings.Map(w.char, s))
	return nil
}

// char is a character of a text: line ends inside of it are spaces, those of
// symbol fonts are looked up. What is not known stays.
func (w *run) char(c rune) rune {
	switch {
	case c == '\n', c == '\r':
		return ' '
	case privateFirst <= c && c <= privateLast:
		c, _ = symbol(w.font, c)
	}
	return c
}

func (w *run) symbol(e xml.StartElement) {
	code, err := strconv.ParseUint(attr(e, "char"), 16, 16)
	if err != nil || code == 0 {
		return
	}
	c, _ := symbol(attr(e, "font"), rune(code))
	w.write(string(c))
}

// field goes into a field, on to its result, or out of it.
func (w *run) field(e xml.StartElement) error {
	n := len(w.fields)
	switch attr(e, "fldCharType") {
	case "begin":
		if n < maxDepth {
			w.fields = append(w.fields, false)
		}
	case "separate":
		if n > 0 {
			w.fields[n-1] = true
		}
	case "end":
		if n > 0 {
			w.fields = w.fields[:n-1]
		}
	}
	return w.skip()
}
