package model

import (
	"encoding/json"

	"github.com/shopspring/decimal"
)

// A Quantity is a number with its unit, in the base unit: money in 円, counts
// with 万 and 千 expanded, percent as printed. Exactly one of Value or Min/Max
// is set; a range open on one side has only one of Min and Max.
type Quantity struct {
	Value, Min, Max *decimal.Decimal
	Unit            string // as printed after expansion: "円", "件", "%"
	Measure         Measure
	Comparator      Comparator
	Change          Change // then Value is the size of the change
	Approximate     bool   // 約, 程度, 余
	OutOf           *decimal.Decimal
	Text            string // the exact printed fragment
}

// Measure is the sort of thing a quantity counts.
type Measure string

// The measures.
const (
	MeasureMoney     Measure = "money"
	MeasureRatio     Measure = "ratio"
	MeasureCount     Measure = "count"
	MeasurePeople    Measure = "people"
	MeasureHours     Measure = "hours"
	MeasureArea      Measure = "area"
	MeasureScore     Measure = "score"
	MeasureMultiple  Measure = "multiple"
	MeasurePoints    Measure = "points"
	MeasureUnitPrice Measure = "unit_price"
	MeasureOther     Measure = "other"
)

// Comparator is a printed bound (以上, 未満 …); "" where there is none.
type Comparator string

// The comparators.
const (
	AtLeast  Comparator = ">=" // 以上
	MoreThan Comparator = ">"  // 超
	AtMost   Comparator = "<=" // 以下
	LessThan Comparator = "<"  // 未満
)

// Change is a printed direction (増, 減); "" where there is none.
type Change string

// The changes.
const (
	Increase Change = "increase" // 増
	Decrease Change = "decrease" // 減
)

// quantityJSON is Quantity as the contract writes it: absent is null, numbers
// are JSON numbers with every printed digit.
type quantityJSON struct {
	Value       *json.Number `json:"value"`
	Min         *json.Number `json:"min"`
	Max         *json.Number `json:"max"`
	Unit        *string      `json:"unit"`
	Measure     Measure      `json:"measure"`
	Comparator  *Comparator  `json:"comparator"`
	Change      *Change      `json:"change"`
	Approximate bool         `json:"approximate"`
	OutOf       *json.Number `json:"out_of"`
	Text        string       `json:"text"`
}

// MarshalJSON writes the quantity by the contract.
func (q Quantity) MarshalJSON() ([]byte, error) {
	return json.Marshal(quantityJSON{
		Value: number(q.Value), Min: number(q.Min), Max: number(q.Max),
		Unit: nonZero(q.Unit), Measure: q.Measure,
		Comparator: nonZero(q.Comparator), Change: nonZero(q.Change),
		Approximate: q.Approximate, OutOf: number(q.OutOf), Text: q.Text,
	})
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (q *Quantity) UnmarshalJSON(data []byte) error {
	var j quantityJSON
	if err := json.Unmarshal(data, &j); err != nil {
		return err
	}
	*q = Quantity{Unit: zeroed(j.Unit), Measure: j.Measure, Comparator: zeroed(j.Comparator),
		Change: zeroed(j.Change), Approximate: j.Approximate, Text: j.Text}
	for _, n := range []struct {
		from *json.Number
		to   **decimal.Decimal
	}{{j.Value, &q.Value}, {j.Min, &q.Min}, {j.Max, &q.Max}, {j.OutOf, &q.OutOf}} {
		if n.from == nil {
			continue
		}
		d, err := decimal.NewFromString(n.from.String())
		if err != nil {
			return err
		}
		*n.to = &d
	}
	return nil
}

func number(d *decimal.Decimal) *json.Number {
	if d == nil {
		return nil
	}
	n := json.Number(d.String())
	return &n
}

func nonZero[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}

func zeroed[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}
