package xlsx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"gyokaku/extract/opc"
	"math"
	"strconv"
	"strings"
)

// A box is a rectangle on a sheet, in EMU (914,400 to the inch) from its top
// left corner.
type box struct{ x0, y0, x1, y1 float64 }

// maxDrawing bounds, in bytes, the part with the shapes of one sheet, since it
// is held as a tree. Pictures are not in it.
const maxDrawing = 32 << 20

// A node is one element of a drawing.
type node struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Nodes   []node     `xml:",any"`
	Text    string     `xml:",chardata"`
}

// find follows names down from n, taking the first child of each.
func (n *node) find(names ...string) *node {
	for _, name := range names {
		if n == nil {
			return nil
		}
		n = n.child(name)
	}
	return n
}

func (n *node) child(name string) *node {
	for i := range n.Nodes {
		if n.Nodes[i].XMLName.Local == name {
			return &n.Nodes[i]
		}
	}
	return nil
}

func (n *node) attr(name string) string {
	if n == nil {
		return ""
	}
	return attr(xml.StartElement{Attr: n.Attrs}, name)
}

// coordinate reads one in EMU; one that is none, or absurd, is 0.
func coordinate(s string) float64 {
	f, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || math.IsNaN(f) || math.Abs(f) > 1e15 {
		return 0
	}
	return f
}

// shapes reads the drawing of the sheet in the named part.
func (r *reader) shapes(part string, s *sheet) ([]shape, error) {
	if s.drawing == "" {
		return nil, nil
	}
	relations, err := r.archive.Relations(part)
	if err != nil {
		return nil, err
	}
	for _, rel := range relations {
		if rel.ID == s.drawing && rel.Is("drawing") {
			return r.drawing(rel.Target, s)
		}
	}
	return nil, fmt.Errorf("%s: %w", "drawing", opc.ErrMissing)
}

func (r *reader) drawing(name string, s *sheet) ([]shape, error) {
	data, err := r.archive.Read(name)
	if err != nil {
		return nil, err
	}
	if len(data) > maxDrawing {
		return nil, errors.New("the drawing is too large")
	}
	var root node
	if err := xml.Unmarshal(data, &root); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	d := drawing{edges: newEdges(s)}
	for i := range root.Nodes {
		anchor := &root.Nodes[i]
		if err := d.walk(anchor, d.anchor(anchor), identity); err != nil {
			return nil, err
		}
	}
	return d.shapes, nil
}

// A drawing collects the shapes of one sheet.
type drawing struct {
	edges  *edges
	shapes []shape
	marks  int // cells under arrows so far
}

// anchor is where an anchor puts its content.
func (d *drawing) anchor(n *node) *box {
	from, to := n.child("from"), n.child("to")
	if from == nil && n.child("pos") == nil {
		return nil
	}
	var b box
	if from != nil {
		b.x0, b.y0 = d.corner(from)
	} else {
		b.x0, b.y0 = coordinate(n.child("pos").attr("x")), coordinate(n.child("pos").attr("y"))
	}
	if to != nil {
		b.x1, b.y1 = d.corner(to)
	} else {
		ext := n.child("ext")
		b.x1, b.y1 = b.x0+coordinate(ext.attr("cx")), b.y0+coordinate(ext.attr("cy"))
	}
	return &b
}

// corner is the position that column, offset, row and offset give.
func (d *drawing) corner(n *node) (x, y float64) {
	value := func(name string) float64 {
		if c := n.child(name); c != nil {
			return coordinate(c.Text)
		}
		return 0
	}
	return d.edges.columns.position(int(value("col")), value("colOff")), d.edges.rows.position(int(value("row")), value("rowOff"))
}

// A mapping takes the coordinates inside of a group to those of the sheet.
type mapping struct{ dx, sx, dy, sy float64 }

var identity = mapping{sx: 1, sy: 1}

func (m mapping) apply(b box) box {
	return box{m.dx + m.sx*b.x0, m.dy + m.sy*b.y0, m.dx + m.sx*b.x1, m.dy + m.sy*b.y1}
}

// walk visits the shapes below n. place is where the anchor puts the outermost
// shape, nil inside of a group.
func (d *drawing) walk(n *node, place *box, m mapping) error {
	for i := range n.Nodes {
		var err error
		c := &n.Nodes[i]
		switch c.XMLName.Local {
		case "sp", "cxnSp":
			if b, ok := extent(c.find("spPr", "xfrm"), place, m); ok {
				err = d.add(c, b)
			}
		case "grpSp":
			if b, ok := extent(c.find("grpSpPr", "xfrm"), place, m); ok {
				err = d.walk(c, nil, within(c.find("grpSpPr", "xfrm"), b))
			}
		case "AlternateContent", "Choice": // not Fallback: it is the same shape again
			err = d.walk(c, place, m)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// extent is the box of a shape: its anchor's, or inside of a group its own.
func extent(xfrm *node, place *box, m mapping) (box, bool) {
	if place != nil {
		return *place, true
	}
	if xfrm == nil {
		return box{}, false
	}
	return m.apply(rectangle(xfrm.child("off"), xfrm.child("ext"))), true
}

func rectangle(off, ext *node) box {
	x, y := coordinate(off.attr("x")), coordinate(off.attr("y"))
	return box{x, y, x + coordinate(ext.attr("cx")), y + coordinate(ext.attr("cy"))}
}

// within maps the inner coordinates of a group onto its box b.
func within(xfrm *node, b box) mapping {
	if xfrm == nil {
		return identity
	}
	in := rectangle(xfrm.child("chOff"), xfrm.child("chExt"))
	m := identity
	if w := in.x1 - in.x0; w > 0 {
		m.sx = (b.x1 - b.x0) / w
	}
	if h := in.y1 - in.y0; h > 0 {
		m.sy = (b.y1 - b.y0) / h
	}
	m.dx, m.dy = b.x0-m.sx*in.x0, b.y0-m.sy*in.y0
	return m
}

// isArrow reports whether the geometry is that of a block arrow as schedules
// have them, or a straight line with a head at an end.
func isArrow(spPr *node) bool {
	switch spPr.find("prstGeom").attr("prst") {
	case "rightArrow", "leftArrow", "leftRightArrow", "notchedRightArrow", "stripedRightArrow",
		"rightArrowCallout", "homePlate", "chevron":
		return true
	case "line", "straightConnector1", "straightArrowConnector":
		return hasHead(spPr.find("ln", "headEnd")) || hasHead(spPr.find("ln", "tailEnd"))
	}
	return false
}

func hasHead(end *node) bool {
	t := end.attr("type")
	return t != "" && t != "none"
}

// paragraphs are the lines of a shape's text.
func paragraphs(body *node) []string {
	if body == nil {
		return nil
	}
	var list []string
	for i := range body.Nodes {
		if body.Nodes[i].XMLName.Local != "p" {
			continue
		}
		for s := range strings.SplitSeq(runs(&body.Nodes[i]), "\n") {
			if s = strings.TrimSpace(s); s != "" {
				list = append(list, s)
			}
		}
	}
	return list
}

func runs(p *node) string {
	var b strings.Builder
	for i := range p.Nodes {
		switch n := &p.Nodes[i]; n.XMLName.Local {
		case "r", "fld":
			if t := n.child("t"); t != nil {
				b.WriteString(t.Text)
			}
		case "br":
			b.WriteByte('\n')
		}
	}
	return b.String()
}
