package write

import "gyokaku/model"

// quantityText reads a quantity out: 10倍以上, 4～6回, 約6.3%減.
func quantityText(q model.Quantity) string {
	var s string
	if q.Approximate {
		s = "約"
	}
	switch {
	case q.Value != nil:
		s += q.Value.String()
	case q.Min != nil && q.Max != nil:
		s += q.Min.String() + "～" + q.Max.String()
	case q.Min != nil:
		s += q.Min.String() + "～"
	case q.Max != nil:
		s += "～" + q.Max.String()
	}
	s += q.Unit + word(q.Comparator) + word(q.Change)
	if q.OutOf != nil {
		s += "（" + q.OutOf.String() + q.Unit + "満点）"
	}
	return s
}

// quantityColumns spread a quantity: the text as printed, the numbers, and the
// unit and conditions beside. Keys and headings get the given prefix.
func quantityColumns[R any](key, heading string, of func(R) model.Field[model.Quantity]) []cells[R] {
	part := func(get func(model.Quantity) cell) func(R) cell {
		return func(r R) cell {
			if f := of(r); f.Known {
				return get(f.Value)
			}
			return cell{}
		}
	}
	return []cells[R]{
		col(key, heading, formText, 14, part(func(q model.Quantity) cell { return textCell(q.Text) })),
		col(key+"_value", heading+"値", formDecimal, 9, part(func(q model.Quantity) cell { return numberCell(q.Value) })),
		col(key+"_min", heading+"下限", formDecimal, 9, part(func(q model.Quantity) cell { return numberCell(q.Min) })).maybe(),
		col(key+"_max", heading+"上限", formDecimal, 9, part(func(q model.Quantity) cell { return numberCell(q.Max) })).maybe(),
		col(key+"_unit", heading+"単位", formCode, 8.5, part(func(q model.Quantity) cell { return textCell(q.Unit) })),
		col(key+"_comparator", heading+"条件", formCode, 8.5, part(func(q model.Quantity) cell { return textCell(word(q.Comparator)) })).maybe(),
		col(key+"_change", heading+"増減", formCode, 8.5, part(func(q model.Quantity) cell { return textCell(word(q.Change)) })).maybe(),
	}
}
