package normalize

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"gyokaku/model"
)

// sameScale is the factor within which the values of one indicator over the
// years lie; the two readings of quantity.scale are at least a thousand apart.
const sameScale = 10

// scaleByNeighbours settles which of two scales a value is printed in (約25万 in
// a column of 千円) by the other values of its indicator: only one reading may
// be of their order. The warning stays, with both readings.
func scaleByNeighbours(ind *model.Indicator, hint Hint) {
	all := slices.Concat(ind.Planned, ind.Actuals)
	for _, list := range [][]model.Measured{ind.Planned, ind.Actuals} {
		for i := range list {
			f := &list[i].Quantity
			if f.Known || Blank(f.Raw) {
				continue
			}
			if q, ok := nearReading(f.Raw, hint, all); ok {
				f.Set(q, derive("quantity.scale", f.Raw, quantityText(q), nil)...)
				f.Doubt = 0.2
			}
		}
	}
}

// nearReading is the one reading of a number with two scales that is of the
// order of the known values.
func nearReading(raw string, hint Hint, known []model.Measured) (model.Quantity, bool) {
	_, _, p := Quantity(raw, hint)
	if p == nil || p.Code != "quantity.scale" {
		return model.Quantity{}, false
	}
	var fits []model.Quantity
	for _, candidate := range p.Candidates {
		q, ok, _ := Quantity(candidate, Hint{})
		if ok && q.Value != nil && sameOrder(*q.Value, known) {
			q.Text, q.Approximate = strings.TrimSpace(raw), strings.Contains(plain(raw), "約")
			fits = append(fits, q)
		}
	}
	if len(fits) != 1 {
		return model.Quantity{}, false
	}
	return fits[0], true
}

// sameOrder reports whether v lies within sameScale of every known value, of
// which there must be one.
func sameOrder(v decimal.Decimal, known []model.Measured) bool {
	some, factor := false, decimal.NewFromInt(sameScale)
	for _, m := range known {
		k := m.Quantity
		if !k.Known || k.Value.Value == nil || !k.Value.Value.IsPositive() {
			continue
		}
		some = true
		if v.GreaterThan(k.Value.Value.Mul(factor)) || v.Mul(factor).LessThan(*k.Value.Value) {
			return false
		}
	}
	return some
}
