package docx

import (
	"encoding/xml"
	"strings"
)

// drawn looks through a drawing for text boxes and arrows. Everything else in it
// has no text that is laid out with the document's.
func (r *reader) drawn(e xml.StartElement) error {
	switch e.Name.Local {
	case "txbxContent":
		return r.textBox()
	case "AlternateContent":
		return r.through(e, r.drawn)
	case "prstGeom":
		r.arrow = r.arrow || isBlockArrow(attr(e, "prst"))
	case "headEnd", "tailEnd":
		if t := attr(e, "type"); t != "" && t != "none" {
			r.arrow = true
		}
	}
	return r.children(r.drawn)
}

// isBlockArrow reports whether a preset shape points along a schedule.
func isBlockArrow(shape string) bool {
	switch shape {
	case "rightArrow", "leftArrow", "leftRightArrow", "notchedRightArrow", "stripedRightArrow",
		"rightArrowCallout", "homePlate", "chevron":
		return true
	}
	return false
}

// textBox reads the story of a text box. Its paragraphs are no part of the one
// it is anchored in, and fields do not reach into it.
func (r *reader) textBox() error {
	r.label("") // the paragraph around it is counted first
	outer, fields, arrow := r.story, r.fields, r.arrow
	r.story, r.fields = &story{}, nil
	err := r.children(r.block)
	r.story.finish()
	r.boxes = append(r.boxes, r.story.parts...)
	r.story, r.fields, r.arrow = outer, fields, arrow
	return err
}

// flat is the text of a part within one cell: a table in it gives a line per
// row, its cells parted by tabs.
func (p part) flat() string {
	if p.table == nil {
		return p.text
	}
	var b strings.Builder
	for i, c := range p.table.cells {
		switch {
		case i == 0:
		case c.row == p.table.cells[i-1].row:
			b.WriteByte('\t')
		default:
			b.WriteByte('\n')
		}
		b.WriteString(strings.ReplaceAll(c.text(), "\n", " "))
	}
	return b.String()
}
