package write

import "gyokaku/model"

type effectRow struct {
	origin
	*model.Effect
}

// effectTable is 効果額: amounts in yen, one row per kind and year.
func effectTable() table {
	yen := func(of func(effectRow) model.Field[model.Quantity]) func(effectRow) cell {
		return func(r effectRow) cell { return numberCell(of(r).Value.Value) }
	}
	return define(table{key: "effects", name: "効果額", frozen: 5, optional: true, about: "効果額（円）。種類と年度ごとに1行。"},
		func(r *model.Report) []effectRow {
			var rows []effectRow
			for _, o := range itemRows(r) {
				for i := range o.item.Effects {
					rows = append(rows, effectRow{o, &o.item.Effects[i]})
				}
			}
			return rows
		},
		reportColumns[effectRow](),
		itemColumns[effectRow](),
		[]cells[effectRow]{
			col("kind", "効果の種類", formCode, 12, func(r effectRow) cell { return wordCell(r.Kind) }),
			col("year", "年度", formYear, 7, func(r effectRow) cell { return yearCell(r.FiscalYear) }),
			col("year_wareki", "年度 和暦", formCode, 11, func(r effectRow) cell { return warekiCell(r.FiscalYear) }),
			col("planned", "計画額（円）", formDecimal, 18, yen(func(r effectRow) model.Field[model.Quantity] { return r.Planned })),
			col("actual", "実績額（円）", formDecimal, 18, yen(func(r effectRow) model.Field[model.Quantity] { return r.Actual })),
			col("unit", "単位", formCode, 7, func(effectRow) cell { return textCell("円") }),
		},
		confidenceColumn(func(r effectRow) any { return *r.Effect }),
		sourceColumns(func(r effectRow) model.Place {
			if r.Actual.Known {
				return r.Actual.At
			}
			return r.Planned.At
		}),
	)
}
