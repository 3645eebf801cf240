package write

import (
	"fmt"
	"math"
	"strconv"

	"github.com/shopspring/decimal"

	"gyokaku/internal/jsonenc"
	"gyokaku/model"
)

// The objects that a report has by the thousand are written by hand, each on
// one line. A test holds them against the model's own JSON.

// An object appends the members of one JSON object.
type object struct {
	*encoder
	more bool
}

// key starts the member of that name.
func (o *object) key(name string) *encoder {
	if o.more {
		o.raw(", ")
	} else {
		o.raw("{")
	}
	o.more = true
	o.raw(`"`)
	o.raw(name)
	o.raw(`": `)
	return o.encoder
}

func (o *object) end() { o.raw("}") }

func (e *encoder) quantity(q model.Quantity) {
	o := object{encoder: e}
	o.key("value").number(q.Value)
	o.key("min").number(q.Min)
	o.key("max").number(q.Max)
	o.key("unit").textOrNull(q.Unit)
	o.key("measure").textOrNull(string(q.Measure))
	o.key("comparator").textOrNull(string(q.Comparator))
	o.key("change").textOrNull(string(q.Change))
	o.key("approximate").raw(strconv.FormatBool(q.Approximate))
	o.key("out_of").number(q.OutOf)
	o.key("text").textOrNull(q.Text)
	o.end()
}

func (e *encoder) evidence(v model.Evidence) {
	o := object{encoder: e}
	o.key("field").text(v.Field)
	o.place(v.Place)
	if len(v.Also) > 0 {
		o.key("also")
		each(e, v.Also, func(p model.Place) {
			also := object{encoder: e}
			also.place(p)
			if !also.more {
				e.raw("{")
			}
			also.end()
		})
	}
	o.key("raw").textOrNull(v.Raw)
	o.key("rules")
	each(e, v.Rules, e.text)
	if len(v.Steps) > 0 {
		o.key("steps")
		each(e, v.Steps, e.step)
	}
	o.key("confidence").float(v.Confidence, 1e4)
	o.end()
}

func (e *encoder) problem(p model.Problem) {
	o := object{encoder: e}
	o.key("code").text(p.Code)
	if p.Field != "" {
		o.key("field").text(p.Field)
	}
	o.place(p.Place)
	o.key("message").text(p.Message)
	o.key("raw").textOrNull(p.Raw)
	if len(p.Candidates) > 0 {
		o.key("candidates")
		each(e, p.Candidates, e.text)
	}
	o.end()
}

// step writes from and to even when empty: a deletion puts "" in place.
func (e *encoder) step(s model.Step) {
	o := object{encoder: e}
	o.key("rule").text(s.Rule)
	o.key("at").integer(s.At)
	o.key("from").text(s.From)
	o.key("to").text(s.To)
	o.end()
}

// place writes the parts of p that say something into the object.
func (o *object) place(p model.Place) {
	if p.Page != 0 {
		o.key("page").integer(p.Page)
	}
	if p.Box != nil {
		o.key("box")
		each(o.encoder, p.Box[:], func(x float64) { o.float(x, 1e2) })
	}
	if p.Sheet != "" {
		o.key("sheet").text(p.Sheet)
	}
	if p.Cell != "" {
		o.key("cell").text(p.Cell)
	}
	if p.Line != 0 {
		o.key("line").integer(p.Line)
	}
	if p.Column != 0 {
		o.key("column").integer(p.Column)
	}
}

// each appends list as an array, one element after the other on one line.
func each[T any](e *encoder, list []T, element func(T)) {
	e.raw("[")
	for i, v := range list {
		if i > 0 {
			e.raw(", ")
		}
		element(v)
	}
	e.raw("]")
}

func (e *encoder) raw(s string) { e.buf = append(e.buf, s...) }

func (e *encoder) newline(depth int) {
	e.buf = append(e.buf, '\n')
	for range depth {
		e.raw("  ")
	}
}

func (e *encoder) integer(n int) { e.buf = strconv.AppendInt(e.buf, int64(n), 10) }

func (e *encoder) number(d *decimal.Decimal) {
	if d == nil {
		e.raw("null")
		return
	}
	e.raw(d.String())
}

// float appends x rounded to 1/scale. Coordinates need no more than hundredths
// of a point and confidences no more than four digits; 1 − 0.7 shall not print
// as 0.30000000000000004.
func (e *encoder) float(x, scale float64) {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		e.err = fmt.Errorf("write: %v has no JSON form", x)
		return
	}
	e.buf = strconv.AppendFloat(e.buf, math.Round(x*scale)/scale, 'f', -1, 64)
}

func (e *encoder) textOrNull(s string) {
	if s == "" {
		e.raw("null")
		return
	}
	e.text(s)
}

// text appends s as a JSON string. Bytes that are not UTF-8 become U+FFFD.
func (e *encoder) text(s string) { e.buf = jsonenc.AppendString(e.buf, s) }
