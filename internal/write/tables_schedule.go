package write

import (
	"fmt"
	"strings"

	"gyokaku/model"
)

// A scheduleRow is the bars of one initiative, or of an item that has bars
// itself.
type scheduleRow struct {
	origin
	number   model.Field[int]
	title    model.Field[string]
	bars     []model.Bar
	progress *model.Progress
}

// Tones of the parts of a bar, before the tone of its phase.
const (
	barStart = "bar.start."
	barGoes  = "bar.goes."
)

// scheduleTable is 工程: one row per schedule with a column per fiscal year of
// the plans. The start of a bar shows its word, its further years an arrow.
func scheduleTable(reports []*model.Report) table {
	var years []cells[scheduleRow]
	from, to := span(reports)
	for y := from; y <= to; y++ {
		years = append(years, col(fmt.Sprintf("year_%d", y), yearHeading(y), formCode, 11,
			func(r scheduleRow) cell { return barCell(r.bars, y) }))
	}
	return define(table{key: "schedule", name: "工程", frozen: 7, about: "取組ごとに1行、年度ごとに1列。取組期間を帯で示す。"},
		scheduleRows,
		reportColumns[scheduleRow](),
		itemColumns[scheduleRow](),
		[]cells[scheduleRow]{
			col("number", "取組番号", formCount, 8.5, func(r scheduleRow) cell { return intCell(r.number) }),
			col("title", "取組内容", formProse, 40, func(r scheduleRow) cell { return fieldCell(r.title) }),
		},
		years,
		[]cells[scheduleRow]{col("status", "区分", formStatus, 16, func(r scheduleRow) cell { return progressCell(r.progress, statusOf) })},
		sourceColumns(func(r scheduleRow) model.Place { return r.title.At }),
	)
}

// yearHeading is 「2024 (R6)」: the Japanese year in the short form that plans
// print over their columns. It is one line, because a break in a heading would
// have to be escaped in the table's definition.
func yearHeading(y model.FiscalYear) string {
	short := strings.NewReplacer("令和", "R", "平成", "H", "昭和", "S", "元", "1", "年度", "").Replace(y.Wareki())
	if short == "" {
		return fmt.Sprint(y)
	}
	return fmt.Sprintf("%d (%s)", y, short)
}

func scheduleRows(r *model.Report) []scheduleRow {
	var rows []scheduleRow
	for _, o := range itemRows(r) {
		if len(o.item.Schedule) > 0 {
			rows = append(rows, scheduleRow{origin: o, title: o.item.Title, bars: o.item.Schedule, progress: o.item.Progress})
		}
		for i := range o.item.Initiatives {
			n := &o.item.Initiatives[i]
			rows = append(rows, scheduleRow{o, n.Number, n.Title, n.Schedule, n.Progress})
		}
	}
	return rows
}

// maxYears bounds the year columns: a misread year shall not make a sheet of a
// thousand columns. No reform plan is longer.
const maxYears = 40

// span is the range of years of plans and bars; to is below from if none.
func span(reports []*model.Report) (from, to model.FiscalYear) {
	from, to = 0, -1
	include := func(f model.Field[model.FiscalYear]) {
		y := f.Value
		switch {
		case !f.Known:
		case to < from:
			from, to = y, y
		case y < from && to-y < maxYears:
			from = y
		case y > to && y-from < maxYears:
			to = y
		}
	}
	for _, r := range reports {
		if len(r.Items) == 0 {
			continue
		}
		include(r.Plan.From)
		include(r.Plan.To)
		for _, row := range scheduleRows(r) {
			for _, b := range row.bars {
				include(b.From)
				include(b.To)
			}
		}
	}
	return from, to
}

// barCell shows what runs in year y: 「試行」 where a bar starts, 「→」 where it
// goes on, 「実施～」 where the document shows only the start.
func barCell(bars []model.Bar, y model.FiscalYear) cell {
	var words []string
	var shown tone
	for _, b := range bars {
		start, end := barYears(b)
		if !b.From.Known || y < start || y > end {
			continue
		}
		text, part := "→", barGoes
		if y == start {
			text, part = b.Label.Value, barStart
		}
		if !b.To.Known {
			text += "～"
		}
		words = append(words, text)
		if shown == "" || part == barStart {
			shown = tone(part + string(phaseTone(b.Phase)))
		}
	}
	return textCell(strings.Join(words, "・")).toned(shown)
}

// barYears is the first and last year that b is drawn in.
func barYears(b model.Bar) (start, end model.FiscalYear) {
	if b.To.Known {
		return b.From.Value, b.To.Value
	}
	return b.From.Value, b.From.Value
}

// barTexts gives one line per bar: 「2025～2028 実施」.
func barTexts(bars []model.Bar) []string {
	var lines []string
	for _, b := range bars {
		var years string
		switch {
		case b.From.Known && b.To.Known && b.From.Value == b.To.Value:
			years = fmt.Sprint(b.From.Value)
		case b.From.Known && b.To.Known:
			years = fmt.Sprintf("%d～%d", b.From.Value, b.To.Value)
		case b.From.Known:
			years = fmt.Sprintf("%d～", b.From.Value)
		}
		lines = append(lines, strings.TrimSpace(years+" "+b.Label.Value))
	}
	return lines
}
