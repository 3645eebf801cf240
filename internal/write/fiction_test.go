package write

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"gyokaku/model"
)

// A city of our own, so that every shape the model knows is in one report.

// at is a place on a page of the fictional document.
func at(page int, y float64) model.Place {
	return model.Place{Page: page, Box: &model.Box{72, y, 301.255, y + 12.5}}
}

// known is a field as the normaliser leaves it.
func known[T any](v T, raw string, place model.Place, steps ...model.Step) model.Field[T] {
	f := model.Printed[T](raw, place)
	f.Set(v, steps...)
	return f
}

func printed(v string, page int, y float64) model.Field[string] { return known(v, v, at(page, y)) }

func year(y model.FiscalYear, page int) model.Field[model.FiscalYear] {
	return known(y, y.Wareki(), at(page, 300))
}

func dec(s string) *decimal.Decimal {
	d := decimal.RequireFromString(s)
	return &d
}

func amount(value, unit string, m model.Measure) model.Quantity {
	return model.Quantity{Value: dec(value), Unit: unit, Measure: m, Text: value + unit}
}

func measured(q model.Quantity, y model.FiscalYear, page int) model.Measured {
	return model.Measured{Quantity: known(q, q.Text, at(page, 500)), FiscalYear: year(y, page)}
}

func bar(from, to model.FiscalYear, label string, p model.Phase, page int) model.Bar {
	b := model.Bar{From: year(from, page), Label: printed(label, page, 320), Phase: known(p, label, at(page, 320))}
	if to != 0 {
		b.To = year(to, page)
	}
	return b
}

func progress(symbol, label, raw string, s model.Status, page int, steps ...model.Step) *model.Progress {
	p := &model.Progress{
		Symbol: known(symbol, symbol, at(page, 400)),
		Label:  known(label, raw, at(page, 400), steps...),
		Status: known(s, raw, at(page, 400), steps...),
		Pace:   known(model.PaceOnPlan, raw, at(page, 400), steps...),
	}
	if len(steps) > 0 {
		p.Label.Doubt, p.Status.Doubt = 0.125, 0.3
	}
	return p
}

// mizuno is the report of 瑞野市 with the given number of items.
func mizuno(items int) *model.Report {
	r := &model.Report{
		Schema: model.SchemaID,
		Kind:   known(model.KindProgressReport, "実績報告書", at(1, 90)),
		Municipality: model.Municipality{
			Name: printed("瑞野市", 1, 60), Code: known("999997", "瑞野市", at(1, 60)),
		},
		Plan: model.Plan{Title: printed("瑞野市行財政改革プラン", 1, 75), From: year(2024, 1), To: year(2028, 1)},

		FiscalYear: year(2024, 1),
		Coverage:   &model.Coverage{Cells: 2000, Bound: 1999},
		Source: model.Source{Name: "mizuno-2024.pdf", SHA256: strings.Repeat("0a", 32), Format: "pdf",
			Pages: items + 1, Reader: "test"},
		Warnings: []model.Problem{
			{Code: "title.differs", Field: "/items/0/initiatives/1/title", Place: at(2, 333),
				Message: "計画と実績で取組の名前が違います", Raw: "窓口の予約制を広げる"},
			{Code: "quantity.ambiguous", Place: model.Place{Sheet: "1-①", Cell: "C12"},
				Message: "2通りに読めます", Raw: "=1,0OO人", Candidates: []string{"1000人", "100人"}},
		},
	}
	for i := range items {
		r.Items = append(r.Items, mizunoItem(i))
	}
	return r
}

func mizunoItem(i int) model.Item {
	page := i + 2
	long := strings.Repeat("来庁しなくても手続きができる窓口を目指し、申請の手順を見直している。", 5)
	spaced := model.Step{Rule: "text.space", At: strings.Index("窓口 の改革", " "), From: " ", To: ""}
	return model.Item{
		ID:            known(fmt.Sprintf("%d-%d", i/5+1, i%5+1), fmt.Sprintf("%d-%c", i/5+1, '①'+rune(i%5)), at(page, 80)),
		Number:        printed(fmt.Sprintf("%d-%c", i/5+1, '①'+rune(i%5)), page, 80),
		Pillar:        model.Pillar{Number: known(i/5+1, fmt.Sprint(i/5+1), at(page, 80))},
		Title:         known("窓口の改革", "窓口 の改革", at(page, 80), spaced),
		Departments:   []model.Field[string]{printed("市民課", page, 95), printed("=HYPERLINK(\"x\")課", page, 95)},
		Situation:     printed(long, page, 120),
		Goal:          printed("窓口での待ち時間を短くする。【待ち時間10分以内】", page, 180),
		Assessment:    printed(long+"\n"+long, page, 700),
		Indicators:    mizunoIndicators(page),
		Effects:       []model.Effect{{Kind: known(model.EffectSaving, "削減額", at(page, 600)), FiscalYear: year(2024, page), Actual: known(amount("-396046000", "円", model.MeasureMoney), "△396,046", at(page, 600))}},
		Ratings:       []model.Rating{{Evaluator: printed("1次評価", page, 650), Label: printed("B", page, 650), Meaning: printed("適切", page, 650)}},
		Initiatives:   mizunoInitiatives(page, long),
		Notes:         []model.Field[string]{printed("※\"速報値\" <未確定> & \\参考\\", page, 760)},
		IndicatorText: []model.Field[string]{model.Printed[string]("【待ち時間10分以内】", at(page, 180))},
	}
}

func mizunoIndicators(page int) []model.Indicator {
	wait := amount("10", "分", model.MeasureOther)
	wait.Comparator = model.AtMost
	wait.Text = "10分以内"
	online := amount("4", "%", model.MeasureRatio)
	online.Change = model.Increase
	visits := model.Quantity{Min: dec("4"), Max: dec("6"), Unit: "回", Measure: model.MeasureCount, Text: "4回～6回"}
	score := amount("9", "点", model.MeasureScore)
	score.OutOf = dec("10")
	score.Approximate = true
	base := measured(amount("14.5", "分", model.MeasureOther), 2022, page)
	asOf := model.Measured{Quantity: known(score, "約9点 (10点満点)", at(page, 500)), AsOf: known(model.Date("2025-03-31"), "2025年3月31日時点", at(page, 500))}
	return []model.Indicator{
		{Name: printed("待ち時間", page, 500), Baseline: &base, Target: known(wait, wait.Text, at(page, 180)),
			Planned: []model.Measured{measured(amount("13", "分", model.MeasureOther), 2024, page), measured(amount("12", "分", model.MeasureOther), 2025, page)},
			Actuals: []model.Measured{measured(amount("12.5", "分", model.MeasureOther), 2024, page)}},
		{Name: printed("オンライン申請率", page, 510), Target: known(online, "4%増", at(page, 180)), TargetYear: year(2027, page),
			Actuals: []model.Measured{measured(online, 2024, page)}},
		{Name: printed("出張窓口", page, 520), Target: known(visits, visits.Text, at(page, 180)),
			NoActualReason: printed("集計中のため", page, 520)},
		{Name: printed("利用者の評価", page, 530), Actuals: []model.Measured{asOf}},
	}
}

func mizunoInitiatives(page int, long string) []model.Initiative {
	repair := model.Step{Rule: "ocr.vocabulary", At: 0, From: "川", To: ""}
	return []model.Initiative{
		{Number: known(1, "1", at(page, 320)), Title: printed("窓口の予約制を試す。", page, 320),
			Schedule: []model.Bar{bar(2024, 2024, "試行", model.PhasePilot, page), bar(2025, 2028, "実施", model.PhaseImplement, page)},
			Progress: progress("○", "順調", "川順調", model.StatusOnTrack, page, repair), Done: printed(long, page, 420)},
		{Number: known(2, "2", at(page, 330)), Title: printed("-SUM(A1)の申請書を減らす。", page, 330),
			Schedule: []model.Bar{bar(2024, 2025, "検討", model.PhaseStudy, page), bar(2025, 0, "実施", model.PhaseImplement, page)},
			Progress: progress("△", "遅れ", "遅れ", model.StatusDelayed, page), Next: printed("@担当を増やす。", page, 430)},
		{Number: known(3, "3", at(page, 340)), Title: printed("書かない窓口を始める。", page, 340)},
	}
}

// outline is a plan in short.
func outline() *model.Report {
	r := mizuno(0)
	r.Kind.Value = model.KindPlanOutline
	r.FiscalYear = model.Field[model.FiscalYear]{}
	r.Source.Name, r.Source.Pages, r.Source.Format = "mizuno-2019.txt", 1, "text"
	r.Warnings = nil
	r.Outline = &model.Outline{
		Philosophy: printed("市民とともに歩む改革", 1, 10),
		Themes:     []model.Theme{{Title: printed("挑戦", 1, 20), Description: printed("新しい手順を試す", 1, 21)}},
		Stances:    []model.Stance{{Number: known(1, "1", at(1, 30)), Title: printed("人", 1, 30), Aims: []model.Aim{{Title: printed("育てる", 1, 31), Approach: printed("研修", 1, 31)}}}},
		Means:      []model.Means{{Number: known(1, "1", at(1, 40)), Title: printed("手段", 1, 40), Items: []model.MeansItem{{Number: known(1, "1", at(1, 41)), Title: printed("対話", 1, 41), Description: printed("場をつくる", 1, 41)}}}},
		Predecessors: []model.Predecessor{{Title: printed("瑞野市行政改革大綱", 1, 50), Adopted: known(model.Date("2007-03"), "平成19年3月", at(1, 50)),
			From: year(2007, 1), To: year(2009, 1), ExtendedTo: year(2010, 1)}},
	}
	return r
}
