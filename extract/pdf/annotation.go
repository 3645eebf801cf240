package pdf

import "github.com/ledongthuc/pdf"

// Flags of annotations that are not seen on paper (ISO 32000-1, 12.5.3).
const (
	annotationHidden = 1 << 1
	annotationNoView = 1 << 5
)

// maxAnnotations bounds the annotations of one page.
const maxAnnotations = 10_000

// annotations draws the appearances of the page's annotations over it: the
// entries of forms that were filled in (記入欄), stamps and typed notes.
func (in *interp) annotations(list pdf.Value) {
	for i := range min(list.Len(), maxAnnotations) {
		if in.err != nil {
			return
		}
		if err := guard(func() { in.annotation(list.Index(i)) }); err != nil {
			in.out.damage(err)
		}
	}
}

func (in *interp) annotation(v pdf.Value) {
	if v.Key("F").Int64()&(annotationHidden|annotationNoView) != 0 || v.Key("Subtype").Name() == "Popup" {
		return
	}
	if in.file.hides(v.Key("OC")) {
		return
	}
	form := v.Key("AP").Key("N")
	if form.Kind() == pdf.Dict { // one appearance per state
		form = form.Key(v.Key("AS").Name())
	}
	place, ok := rectangle(v.Key("Rect"))
	box, hasBox := rectangle(form.Key("BBox"))
	if streamOffset(form) < 0 || !ok || !hasBox {
		return
	}
	m := identity
	if a := numbers(form.Key("Matrix")); len(a) == 6 {
		m = matrix(a)
	}
	from := m.box(box)
	if from.empty() {
		return
	}
	sx, sy := place.width()/from.width(), place.height()/from.height()
	outer := in.state
	in.ctm = matrix{sx, 0, 0, sy, place.x0 - from.x0*sx, place.y0 - from.y0*sy}.mul(in.ctm)
	in.form(form)
	in.state = outer
}
