package pdf

import (
	"fmt"
	"math"

	"github.com/ledongthuc/pdf"
)

// A node is a page with what it inherited from the nodes above it.
type node struct {
	page      pdf.Value
	resources pdf.Value
	media     rect
	crop      rect // zero if there is none
	rotate    int  // degrees clockwise, a multiple of 90
	unit      float64
	err       error // why the page object could not be read
}

// letter is the page size where a document gives none, in points.
var letter = rect{0, 0, 612, 792}

// maxTreeDepth bounds the page tree; real ones have two to five levels.
const maxTreeDepth = 60

// A treeWalk collects the pages of a document in order.
type treeWalk struct {
	pages []node
	seen  map[ref]bool
	limit int
}

// pages walks the page tree once. A page that cannot be read keeps its number;
// more pages than limit are an error.
func (f *file) pages(limit int) ([]node, error) {
	w := treeWalk{seen: map[ref]bool{}, limit: limit}
	var tooMany bool
	err := guard(func() {
		root := f.reader.Trailer().Key("Root").Key("Pages")
		tooMany = !w.walk(root, node{media: letter, unit: 1}, 0)
	})
	if tooMany {
		return nil, errTooManyPages
	}
	return w.pages, err
}

var errTooManyPages = fmt.Errorf("too many pages")

// walk visits v and its kids, and is false beyond the limit.
func (w *treeWalk) walk(v pdf.Value, from node, depth int) bool {
	if at := objectOf(v); depth > maxTreeDepth || w.seen[at] || v.Kind() != pdf.Dict {
		return true
	} else if at.id != 0 {
		w.seen[at] = true
	}
	n := from.inherit(v)
	kids := v.Key("Kids")
	if kids.Kind() != pdf.Array {
		if v.Key("Type").Name() == "Pages" {
			return true
		}
		n.page = v
		w.pages = append(w.pages, n)
		return len(w.pages) <= w.limit
	}
	for i := range kids.Len() {
		var kid pdf.Value
		if err := guard(func() { kid = kids.Index(i) }); err != nil {
			w.pages = append(w.pages, node{media: n.media, unit: 1, err: err})
			continue
		}
		if !w.walk(kid, n, depth+1) {
			return false
		}
	}
	return true
}

// inherit is n with what v says itself.
func (n node) inherit(v pdf.Value) node {
	err := guard(func() {
		if r := v.Key("Resources"); r.Kind() == pdf.Dict {
			n.resources = r
		}
		if r, ok := rectangle(v.Key("MediaBox")); ok {
			n.media = r
		}
		if r, ok := rectangle(v.Key("CropBox")); ok {
			n.crop = r
		}
		if r := v.Key("Rotate"); r.Kind() == pdf.Integer || r.Kind() == pdf.Real {
			n.rotate = ((int(r.Float64())/90*90)%360 + 360) % 360
		}
		if u := v.Key("UserUnit").Float64(); u > 0 && u < 1e5 {
			n.unit = u
		}
	})
	if err != nil {
		n.err = err
	}
	return n
}

func rectangle(v pdf.Value) (rect, bool) {
	if v.Len() < 4 {
		return rect{}, false
	}
	a := numbers(v)
	r := rect{min(a[0], a[2]), min(a[1], a[3]), max(a[0], a[2]), max(a[1], a[3])}
	return r, !r.empty() && math.Abs(r.x0) < 1e6 && math.Abs(r.y1) < 1e6 && r.width() < 1e6 && r.height() < 1e6
}

// view gives the matrix from the page's own coordinates to points from the top
// left of the page as seen, and the size of the page in points.
func (n node) view() (m matrix, width, height float64) {
	r := n.media
	if c := n.crop.intersect(n.media); !c.empty() && !n.crop.empty() {
		r = c
	}
	u := n.unit
	switch n.rotate {
	case 90:
		return matrix{0, u, u, 0, -r.y0 * u, -r.x0 * u}, r.height() * u, r.width() * u
	case 180:
		return matrix{-u, 0, 0, u, r.x1 * u, -r.y0 * u}, r.width() * u, r.height() * u
	case 270:
		return matrix{0, -u, -u, 0, r.y1 * u, r.x1 * u}, r.height() * u, r.width() * u
	}
	return matrix{u, 0, 0, -u, -r.x0 * u, r.y1 * u}, r.width() * u, r.height() * u
}
