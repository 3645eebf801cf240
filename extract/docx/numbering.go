package docx

import (
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
)

// Numbering are the definitions of lists. A list (num) that paragraphs name is
// an instance of an abstract one, which has the levels and counts.
type numbering struct {
	abstracts map[string]*abstractNum
	nums      map[string]*num
}

// levels is how many levels a list has.
const levels = 9

// An abstractNum is a list's definition.
type abstractNum struct {
	levels [levels]level
	link   string // id of the numbering style that has the levels instead
}

// A num is a list.
type num struct {
	abstract string
	start    [levels]*int   // where the count begins anew
	levels   [levels]*level // levels defined anew
}

// A level says how a number of it looks: text is as in "第%1条", where %1 is
// the number of the first level.
type level struct {
	start   int
	format  string
	text    string
	suffix  string // "space", "nothing", or "" for a tab
	font    string // of the number, for bullets
	style   string // whose paragraphs are of this level
	restart int    // the level, from 1, whose next number sets this one back; 0 never, -1 any above
	legal   bool   // numbers of all levels are decimal
}

// longestText bounds the text of a level: it is repeated in every paragraph.
const longestText = 255

func (n *numbering) read(data []byte) error {
	n.abstracts, n.nums = map[string]*abstractNum{}, map[string]*num{}
	p := numberingReader{numbering: n}
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := tok.(xml.StartElement); ok {
			p.element(e)
		}
	}
}

// A numberingReader knows which list and level the elements are about.
type numberingReader struct {
	*numbering
	abstract *abstractNum
	num      *num
	level    *level
	index    int // of the level, in an override
}

func (p *numberingReader) element(e xml.StartElement) {
	switch e.Name.Local {
	case "abstractNum":
		p.abstract, p.num, p.level = &abstractNum{}, nil, nil
		p.abstracts[attr(e, "abstractNumId")] = p.abstract
	case "numStyleLink":
		if p.abstract != nil {
			p.abstract.link = attr(e, "val")
		}
	case "num":
		p.abstract, p.num, p.level = nil, &num{}, nil
		p.nums[attr(e, "numId")] = p.num
	case "abstractNumId":
		if p.num != nil {
			p.num.abstract = attr(e, "val")
		}
	case "lvlOverride":
		p.index = levelIndex(e)
	case "startOverride":
		if p.num != nil && p.index >= 0 {
			start := number(e, 0)
			p.num.start[p.index] = &start
		}
	case "lvl":
		p.open(e)
	default:
		p.property(e)
	}
}

func levelIndex(e xml.StartElement) int {
	i, err := strconv.Atoi(attr(e, "ilvl"))
	if err != nil || i < 0 || i >= levels {
		return -1
	}
	return i
}

// open begins a level; the schema starts its count at 0 where nothing is said.
func (p *numberingReader) open(e xml.StartElement) {
	i := levelIndex(e)
	p.level = &level{restart: -1, format: "decimal"}
	switch {
	case i < 0:
	case p.num != nil:
		p.num.levels[i] = p.level
	case p.abstract != nil:
		p.level = &p.abstract.levels[i]
		*p.level = level{restart: -1, format: "decimal"}
	}
}

func (p *numberingReader) property(e xml.StartElement) {
	l := p.level
	if l == nil {
		return
	}
	switch e.Name.Local {
	case "start":
		l.start = number(e, 0)
	case "numFmt":
		l.format = attr(e, "val")
	case "lvlText":
		if l.text = attr(e, "val"); len(l.text) > longestText {
			l.text = strings.ToValidUTF8(l.text[:longestText], "")
		}
	case "suff":
		l.suffix = attr(e, "val")
	case "pStyle":
		l.style = attr(e, "val")
	case "lvlRestart":
		l.restart = number(e, -1)
	case "isLgl":
		l.legal = on(e)
	case "rFonts":
		l.font = attr(e, "ascii")
	}
}

// find returns a list and its definition; a definition may be in a style.
func (n *numbering) find(id string, s *styles) (*num, *abstractNum) {
	list := n.nums[id]
	for range longestChain {
		if list == nil {
			break
		}
		abstract := n.abstracts[list.abstract]
		if abstract == nil || abstract.link == "" {
			return list, abstract
		}
		linked := s.list[abstract.link]
		if linked == nil {
			break
		}
		list = n.nums[linked.num.num]
	}
	return nil, nil
}

// level is the definition of a level as it is for this list.
func (n *num) level(a *abstractNum, i int) *level {
	if n.levels[i] != nil {
		return n.levels[i]
	}
	return &a.levels[i]
}
