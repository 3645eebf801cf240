package write

import (
	"gyokaku/model"
)

// An indicatorRow is an indicator in one year: with the actual value, or the
// planned one, or both. An indicator with neither has one row.
type indicatorRow struct {
	origin
	*model.Indicator
	actual, planned model.Measured
}

// indicatorTable is 指標: one row per indicator and measured year.
func indicatorTable() table {
	type field = model.Field[model.Quantity]
	return define(table{key: "indicators", name: "指標", frozen: 6, about: "数値目標と実績。指標ごとに、値のある年度ごとに1行。"},
		indicatorRows,
		reportColumns[indicatorRow](),
		itemColumns[indicatorRow](),
		[]cells[indicatorRow]{col("name", "指標名", formProse, 26, func(r indicatorRow) cell { return fieldCell(r.Name) })},
		quantityColumns("target", "目標", func(r indicatorRow) field { return r.Target }),
		[]cells[indicatorRow]{
			col("target_year", "目標年度", formYear, 8, func(r indicatorRow) cell { return yearCell(r.TargetYear) }).maybe(),
			col("target_year_wareki", "目標年度 和暦", formCode, 11, func(r indicatorRow) cell { return warekiCell(r.TargetYear) }).maybe(),
		},
		quantityColumns("actual", "実績", func(r indicatorRow) field { return r.actual.Quantity }),
		[]cells[indicatorRow]{
			col("year", "年度", formYear, 7, func(r indicatorRow) cell { return yearCell(r.year()) }),
			col("year_wareki", "年度 和暦", formCode, 11, func(r indicatorRow) cell { return warekiCell(r.year()) }),
			col("as_of", "時点", formCode, 11, func(r indicatorRow) cell { return fieldCell(r.actual.AsOf) }).maybe(),
			col("ratio", "実績÷目標", formPercent, 10, func(r indicatorRow) cell { return numberCell(r.attainment().ratio) }),
			col("attainment", "達成率", formPercent, 9, func(r indicatorRow) cell { return numberCell(r.attainment().rate) }),
			col("verdict", "目標達成", formCode, 8, func(r indicatorRow) cell { return verdictCell(r.attainment().verdict) }),
			col("attainment_note", "達成率を出さない理由", formText, 26, func(r indicatorRow) cell { return textCell(r.attainment().why) }),
			col("no_actual_reason", "実績がない理由", formProse, 36, func(r indicatorRow) cell { return fieldCell(r.NoActualReason) }).maybe(),
		},
		optionally(quantityColumns("planned", "計画", func(r indicatorRow) field { return r.planned.Quantity })),
		optionally(quantityColumns("baseline", "基準", func(r indicatorRow) field { return r.baseline().Quantity })),
		[]cells[indicatorRow]{
			col("baseline_year", "基準年度", formYear, 8, func(r indicatorRow) cell { return yearCell(r.baseline().FiscalYear) }).maybe(),
			col("baseline_year_wareki", "基準年度 和暦", formCode, 11, func(r indicatorRow) cell { return warekiCell(r.baseline().FiscalYear) }).maybe(),
		},
		confidenceColumn(func(r indicatorRow) any { return *r.Indicator }),
		sourceColumns(func(r indicatorRow) model.Place { return r.Name.At }),
	)
}

// optionally hides each of the columns while it is blank.
func optionally[R any](list []cells[R]) []cells[R] {
	for i := range list {
		list[i].optional = true
	}
	return list
}

func indicatorRows(r *model.Report) []indicatorRow {
	var rows []indicatorRow
	for _, o := range itemRows(r) {
		for i := range o.item.Indicators {
			rows = append(rows, rowsOf(o, &o.item.Indicators[i])...)
		}
	}
	return rows
}

// rowsOf pairs each actual value with the plan for the same year; plans of
// other years follow.
func rowsOf(o origin, ind *model.Indicator) []indicatorRow {
	var rows []indicatorRow
	paired := make([]bool, len(ind.Planned))
	for _, a := range ind.Actuals {
		row := indicatorRow{origin: o, Indicator: ind, actual: a}
		for i, p := range ind.Planned {
			if a.FiscalYear.Known && p.FiscalYear.Known && a.FiscalYear.Value == p.FiscalYear.Value && !paired[i] {
				row.planned, paired[i] = p, true
				break
			}
		}
		rows = append(rows, row)
	}
	for i, p := range ind.Planned {
		if !paired[i] {
			rows = append(rows, indicatorRow{origin: o, Indicator: ind, planned: p})
		}
	}
	if len(rows) == 0 {
		rows = append(rows, indicatorRow{origin: o, Indicator: ind})
	}
	return rows
}

// year is the year of the row.
func (r indicatorRow) year() model.Field[model.FiscalYear] {
	if r.actual.FiscalYear.Known {
		return r.actual.FiscalYear
	}
	return r.planned.FiscalYear
}

func (r indicatorRow) baseline() model.Measured {
	if r.Baseline == nil {
		return model.Measured{}
	}
	return *r.Baseline
}

func (r indicatorRow) attainment() attainment {
	return attain(r.Target, r.actual.Quantity, r.baseline().Quantity, r.early())
}

// early tells whether the target year, or the end of the plan where none is
// stated, is after the year of the row, or of the report where the row has none.
func (r indicatorRow) early() bool {
	due, now := r.TargetYear, r.year()
	if !due.Known {
		due = r.report.Plan.To
	}
	if !now.Known {
		now = r.report.FiscalYear
	}
	return due.Known && now.Known && now.Value < due.Value
}

func verdictCell(v verdict) cell {
	return textCell(string(v)).toned(tone(v))
}
