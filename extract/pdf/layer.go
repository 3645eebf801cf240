package pdf

import (
	"sync"

	"github.com/ledongthuc/pdf"
)

// maxLayers bounds the layers of a document and of one member of them.
const maxLayers = 10_000

// layersOf lists the layers (optional content groups) that are off when the
// document is opened: drafts, notes of the printer's, other languages.
func (f *file) layersOf() (off map[ref]bool) {
	guard(func() {
		all := f.reader.Trailer().Key("Root").Key("OCProperties")
		d := all.Key("D")
		off = map[ref]bool{}
		if d.Key("BaseState").Name() == "OFF" {
			each(all.Key("OCGs"), func(v pdf.Value) { off[objectOf(v)] = true })
			each(d.Key("ON"), func(v pdf.Value) { delete(off, objectOf(v)) })
		}
		each(d.Key("OFF"), func(v pdf.Value) { off[objectOf(v)] = true })
		delete(off, ref{})
	})
	return off
}

func each(list pdf.Value, visit func(pdf.Value)) {
	for i := range min(list.Len(), maxLayers) {
		visit(list.Index(i))
	}
}

// layers are the layers that are off; few documents have any.
type layers struct {
	once sync.Once
	off  map[ref]bool
}

// hides reports whether what has the entry OC v is not shown: v is a layer that
// is off, or a group of them (OCMD) whose policy says so. Expressions (VE) are
// not evaluated: what depends on one is shown.
func (f *file) hides(v pdf.Value) bool {
	if v.Kind() != pdf.Dict {
		return false
	}
	f.layers.once.Do(func() { f.layers.off = f.layersOf() })
	off := f.layers.off
	members := v.Key("OCGs")
	switch {
	case members.IsNull():
		return off[objectOf(v)]
	case members.Kind() == pdf.Dict:
		return off[objectOf(members)] != (v.Key("P").Name() == "AnyOff" || v.Key("P").Name() == "AllOff")
	}
	return hidden(members, v.Key("P").Name(), off)
}

// hidden applies the policy of a group of layers: AnyOn where it has none.
func hidden(members pdf.Value, policy string, off map[ref]bool) bool {
	on, all := 0, 0
	each(members, func(v pdf.Value) {
		if v.Kind() == pdf.Dict {
			if all++; !off[objectOf(v)] {
				on++
			}
		}
	})
	switch {
	case all == 0:
		return false
	case policy == "AllOn":
		return on < all
	case policy == "AnyOff":
		return on == all
	case policy == "AllOff":
		return on > 0
	}
	return on == 0
}

// layerOff reports whether the operands of BDC, such as /OC /MC0, name a layer
// that is off.
func (in *interp) layerOff(operands []operand) (off bool) {
	n := len(operands)
	if n < 2 || string(operands[n-2].text) != "OC" || operands[n-1].kind != tokName {
		return false
	}
	guard(func() { off = in.file.hides(in.resources.lookup("Properties", string(operands[n-1].text))) })
	return off
}
