package docx

import (
	"bytes"
	"encoding/xml"
	"io"
)

// A style is what is read of a paragraph or character style.
type style struct {
	based  string
	num    numberRef
	vanish *bool // nil where the style says nothing
}

// A numberRef is the place in a list that a paragraph or style is given.
type numberRef struct {
	num   string // "" where nothing is said, "0" for no number
	level int
	set   bool // the level is said
}

// styles are the styles of a document by id.
type styles struct {
	list     map[string]*style
	standard string // the id of paragraphs that name none
}

// longestChain bounds how far styles are followed to what they are based on.
const longestChain = 32

func (s *styles) read(data []byte) error {
	s.list = map[string]*style{}
	d := xml.NewDecoder(bytes.NewReader(data))
	var open *style
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		e, ok := tok.(xml.StartElement)
		switch {
		case !ok:
		case e.Name.Local == "style":
			open = s.add(e)
		case open != nil:
			open.property(e)
		}
	}
}

func (s *styles) add(e xml.StartElement) *style {
	id := attr(e, "styleId")
	if attr(e, "type") == "paragraph" && attr(e, "default") == "1" {
		s.standard = id
	}
	s.list[id] = &style{}
	return s.list[id]
}

func (s *style) property(e xml.StartElement) {
	switch e.Name.Local {
	case "basedOn":
		s.based = attr(e, "val")
	case "numId":
		s.num.num = attr(e, "val")
	case "ilvl":
		s.num.level, s.num.set = number(e, 0), true
	case "vanish":
		v := on(e)
		s.vanish = &v
	}
}

// numberOf is the place in a list that paragraphs of a style are given, and the
// style of the chain that gives it: a list says which level is whose.
func (s *styles) numberOf(id string) (ref numberRef, giver string) {
	if id == "" {
		id = s.standard
	}
	for range longestChain {
		st := s.list[id]
		if st == nil {
			break
		}
		if st.num.set && !ref.set {
			ref.level, ref.set = st.num.level, true
		}
		if st.num.num != "" {
			ref.num = st.num.num
			return ref, id
		}
		id = st.based
	}
	return ref, ""
}

// hides reports whether a style hides its text; otherwise it is as around it.
func (s *styles) hides(id string, around bool) bool {
	for range longestChain {
		st := s.list[id]
		if st == nil {
			break
		}
		if st.vanish != nil {
			return *st.vanish
		}
		id = st.based
	}
	return around
}
