package write

import "gyokaku/model"

type initiativeRow struct {
	origin
	*model.Initiative
}

// initiativeTable is 取組: one row per initiative, with what was done.
func initiativeTable() table {
	axis := func(key, heading string, of func(*model.Progress) cell) cells[initiativeRow] {
		return col(key, heading, formCode, 12, func(r initiativeRow) cell {
			c := progressCell(r.Progress, of)
			return c.toned("") // an axis may disagree with the roll-up
		}).maybe()
	}
	return define(table{key: "initiatives", name: "取組", frozen: 7, about: "取組ごとに1行。進捗状況、実施内容、次年度に向けた改善点。"},
		initiativeRows,
		reportColumns[initiativeRow](),
		itemColumns[initiativeRow](),
		[]cells[initiativeRow]{
			col("number", "取組番号", formCount, 8.5, func(r initiativeRow) cell { return intCell(r.Number) }),
			col("title", "取組内容", formProse, 32, func(r initiativeRow) cell { return fieldCell(r.Title) }),
			col("symbol", "記号", formCode, 6, func(r initiativeRow) cell { return progressCell(r.Progress, symbolOf) }).maybe(),
			col("label", "進捗状況", formCode, 10, func(r initiativeRow) cell { return progressCell(r.Progress, labelOf) }),
			col("status", "区分", formStatus, 16, func(r initiativeRow) cell { return progressCell(r.Progress, statusOf) }),
			col("done", "実施内容", formProse, 56, func(r initiativeRow) cell { return fieldCell(r.Done) }),
			col("next", "改善点", formProse, 44, func(r initiativeRow) cell { return fieldCell(r.Next) }),
			col("schedule", "取組期間", formText, 18, func(r initiativeRow) cell { return linesCell(barTexts(r.Schedule)) }),
			axis("phase", "段階", func(p *model.Progress) cell { return wordCell(p.Phase) }),
			axis("pace", "計画に対する速さ", func(p *model.Progress) cell { return wordCell(p.Pace) }),
			axis("outcome", "成果", func(p *model.Progress) cell { return wordCell(p.Outcome) }),
			axis("unrated_reason", "評価がない理由", func(p *model.Progress) cell { return wordCell(p.UnratedReason) }),
			col("departments", "主管課", formText, 14, func(r initiativeRow) cell { return fieldLines(r.item.Departments) }),
		},
		confidenceColumn(func(r initiativeRow) any { return *r.Initiative }),
		sourceColumns(func(r initiativeRow) model.Place { return r.Title.At }),
	)
}

func initiativeRows(r *model.Report) []initiativeRow {
	var rows []initiativeRow
	for _, o := range itemRows(r) {
		for i := range o.item.Initiatives {
			rows = append(rows, initiativeRow{o, &o.item.Initiatives[i]})
		}
	}
	return rows
}

// progressCell is a cell about p, toned by its status; blank without progress.
func progressCell(p *model.Progress, of func(*model.Progress) cell) cell {
	if p == nil {
		return cell{}
	}
	c := of(p)
	if p.Status.Known && c.kind != cellBlank {
		c.tone = tone(p.Status.Value)
	}
	return c
}

func symbolOf(p *model.Progress) cell { return fieldCell(p.Symbol) }
func labelOf(p *model.Progress) cell  { return fieldCell(p.Label) }

// statusOf is the roll-up; its tone has the mark before the word.
func statusOf(p *model.Progress) cell { return wordCell(p.Status) }
