package write

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/shopspring/decimal"

	"gyokaku/model"
)

// itemTable is 項目: one row per item.
func itemTable() table {
	text := func(key, heading string, width float64, of func(*model.Item) model.Field[string]) cells[origin] {
		return col(key, heading, formProse, width, func(o origin) cell { return fieldCell(of(o.item)) })
	}
	return define(table{key: "items", name: "項目", frozen: 5, about: "実施項目ごとに1行。現状と課題、目指す姿、総括評価と、取組の進み具合。"},
		itemRows,
		reportColumns[origin](),
		itemColumns[origin](),
		[]cells[origin]{
			col("pillar_number", "柱", formCount, 5, func(o origin) cell { return intCell(o.item.Pillar.Number) }).maybe(),
			col("pillar_title", "柱の名前", formText, 16, func(o origin) cell { return fieldCell(o.item.Pillar.Title) }).maybe(),
			col("departments", "主管課", formText, 14, func(o origin) cell { return fieldLines(o.item.Departments) }),
			col("symbol", "記号", formCode, 6, func(o origin) cell { return progressCell(o.item.Progress, symbolOf) }).maybe(),
			col("label", "進捗状況", formCode, 10, func(o origin) cell { return progressCell(o.item.Progress, labelOf) }).maybe(),
			col("status", "区分", formStatus, 16, func(o origin) cell { return progressCell(o.item.Progress, statusOf) }).maybe(),
			col("initiative_count", "取組数", formCount, 7, func(o origin) cell { return countCell(len(o.item.Initiatives)) }),
			col("initiative_statuses", "取組の進み具合", formText, 16, func(o origin) cell { return linesCell(statusCounts(o.item)) }).maybe(),
			col("indicator_count", "指標数", formCount, 7, func(o origin) cell { return countCell(len(o.item.Indicators)) }),
			text("situation", "現状と課題", 46, func(i *model.Item) model.Field[string] { return i.Situation }),
			text("goal", "目指す姿", 36, func(i *model.Item) model.Field[string] { return i.Goal }),
			text("assessment", "総括評価", 54, func(i *model.Item) model.Field[string] { return i.Assessment }),
			text("action", "取組内容", 40, func(i *model.Item) model.Field[string] { return i.Action }).maybe(),
			text("done", "実施内容", 46, func(i *model.Item) model.Field[string] { return i.Done }).maybe(),
			text("next", "改善点", 40, func(i *model.Item) model.Field[string] { return i.Next }).maybe(),
			text("direction", "今後の方向性", 14, func(i *model.Item) model.Field[string] { return i.Direction }).maybe(),
			col("ratings", "その他の評価", formText, 22, func(o origin) cell { return linesCell(ratingTexts(o.item)) }).maybe(),
			col("schedule", "取組期間", formText, 18, func(o origin) cell { return linesCell(barTexts(o.item.Schedule)) }).maybe(),
			col("notes", "注記", formProse, 30, func(o origin) cell { return fieldLines(o.item.Notes) }).maybe(),
		},
		confidenceColumn(func(o origin) any {
			own := *o.item
			own.Initiatives, own.Indicators = nil, nil // they have rows of their own
			return own
		}),
		sourceColumns(func(o origin) model.Place { return o.item.Title.At }),
	)
}

func itemRows(r *model.Report) []origin {
	var rows []origin
	for i := range r.Items {
		rows = append(rows, origin{r, &r.Items[i]})
	}
	return rows
}

// statusCounts sums up the initiatives of an item: 「順調 2」「遅れ 1」.
func statusCounts(item *model.Item) []string {
	var lines []string
	for _, c := range choices[reflect.TypeFor[model.Status]()] {
		n := 0
		for i := range item.Initiatives {
			if statusIs(item.Initiatives[i].Progress, model.Status(c.value)) {
				n++
			}
		}
		if n > 0 {
			lines = append(lines, fmt.Sprintf("%s %d", c.word, n))
		}
	}
	return lines
}

func statusIs(p *model.Progress, s model.Status) bool {
	return p != nil && p.Status.Known && p.Status.Value == s
}

// ratingTexts gives one line per further rating: 「1次評価 2023: B（適切）」.
func ratingTexts(item *model.Item) []string {
	var lines []string
	for _, r := range item.Ratings {
		line := r.Evaluator.Value
		if r.FiscalYear.Known {
			line = strings.TrimSpace(fmt.Sprintf("%s %d", line, r.FiscalYear.Value))
		}
		if line != "" {
			line += ": "
		}
		line += r.Label.Value
		if r.Meaning.Known {
			line += "（" + r.Meaning.Value + "）"
		}
		lines = append(lines, line)
	}
	return lines
}

// confidenceColumn is how sure the least certain value of the row is.
func confidenceColumn[R any](of func(R) any) []cells[R] {
	c := col("confidence", "確かさ", formPercent, 8, func(r R) cell {
		d := decimal.NewFromFloat(1 - doubt(reflect.ValueOf(of(r)))).Round(4)
		return numberCell(&d)
	})
	c.trail = true
	return []cells[R]{c}
}

// doubt is the greatest doubt of the known fields in v.
func doubt(v reflect.Value) (worst float64) {
	if _, ok := fieldValue(v.Type()); ok {
		if v.FieldByName("Known").Bool() {
			return v.FieldByName("Doubt").Float()
		}
		return 0
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			return doubt(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			worst = max(worst, doubt(v.Index(i)))
		}
	case reflect.Struct:
		for _, p := range properties(v.Type()) {
			worst = max(worst, doubt(v.Field(p.index)))
		}
	}
	return worst
}
