package write

import "gyokaku/model"

// An outlineRow is one statement of a plan's outline.
type outlineRow struct {
	origin
	kind   string
	number model.Field[int]
	title  model.Field[string]
	detail model.Field[string]
	period model.Predecessor // of an earlier plan
}

// outlineTable is 計画の概要: one row per statement of the plan.
func outlineTable() table {
	return define(table{key: "outline", name: "計画の概要", frozen: 4, optional: true, about: "計画の基本理念、テーマ、姿勢、推進手段と、これまでの計画。"},
		outlineRows,
		[]cells[outlineRow]{
			col("municipality", "自治体", formText, 14, func(r outlineRow) cell { return fieldCell(r.report.Municipality.Name) }),
			col("plan", "計画", formText, 26, func(r outlineRow) cell { return fieldCell(r.report.Plan.Title) }),
			col("kind", "区分", formCode, 14, func(r outlineRow) cell { return textCell(r.kind) }),
			col("number", "番号", formCount, 6, func(r outlineRow) cell { return intCell(r.number) }),
			col("title", "見出し", formProse, 44, func(r outlineRow) cell { return fieldCell(r.title) }),
			col("detail", "内容", formProse, 60, func(r outlineRow) cell { return fieldCell(r.detail) }),
			col("from", "初年度", formYear, 8, func(r outlineRow) cell { return yearCell(r.period.From) }),
			col("from_wareki", "初年度 和暦", formCode, 12, func(r outlineRow) cell { return warekiCell(r.period.From) }),
			col("to", "最終年度", formYear, 8, func(r outlineRow) cell { return yearCell(r.period.To) }),
			col("to_wareki", "最終年度 和暦", formCode, 12, func(r outlineRow) cell { return warekiCell(r.period.To) }),
			col("extended_to", "延長後の最終年度", formYear, 9, func(r outlineRow) cell { return yearCell(r.period.ExtendedTo) }).maybe(),
			col("extended_to_wareki", "延長後の最終年度 和暦", formCode, 12, func(r outlineRow) cell { return warekiCell(r.period.ExtendedTo) }).maybe(),
			col("adopted", "策定", formCode, 11, func(r outlineRow) cell { return fieldCell(r.period.Adopted) }).maybe(),
			col("revised", "改訂", formCode, 11, func(r outlineRow) cell { return fieldCell(r.period.Revised) }).maybe(),
		},
		sourceColumns(func(r outlineRow) model.Place { return r.title.At }),
	)
}

func outlineRows(r *model.Report) []outlineRow {
	o := r.Outline
	if o == nil {
		return nil
	}
	var rows []outlineRow
	add := func(kind string, number model.Field[int], title, detail model.Field[string]) {
		rows = append(rows, outlineRow{origin: origin{report: r}, kind: kind, number: number, title: title, detail: detail})
	}
	none := model.Field[int]{}
	if o.Status.Known {
		add("状態", none, o.Status, model.Field[string]{})
	}
	if o.Philosophy.Known {
		add("基本理念", none, o.Philosophy, o.Tagline)
	}
	for _, t := range o.Themes {
		add("基本テーマ", none, t.Title, t.Description)
	}
	for _, s := range o.Stances {
		add("基本姿勢", s.Number, s.Title, model.Field[string]{})
		for _, a := range s.Aims {
			add("目指すこと", s.Number, a.Title, a.Approach)
		}
	}
	for _, m := range o.Means {
		add("推進手段", m.Number, m.Title, model.Field[string]{})
		for _, i := range m.Items {
			add("個別項目", i.Number, i.Title, i.Description)
		}
	}
	for _, p := range o.Predecessors {
		rows = append(rows, outlineRow{origin: origin{report: r}, kind: "これまでの計画", title: p.Title, period: p})
	}
	return rows
}
