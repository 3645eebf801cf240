package normalize

import (
	"encoding/json"
	"slices"
	"testing"

	"gyokaku/model"

	"github.com/google/go-cmp/cmp"
)

// rawReport is what form hands over of a small report of a fictional city.
func rawReport() *model.Report {
	at := func(line int) model.Place { return model.Place{Line: line, Column: 1} }
	title := "瑞野市行政改革プラン (2024 -2028)"
	return &model.Report{
		Plan: model.Plan{
			Title: model.Printed[string](title, at(1)),
			From:  model.Printed[model.FiscalYear](title, at(1)),
			To:    model.Printed[model.FiscalYear](title, at(1)),
		},
		FiscalYear: model.Printed[model.FiscalYear]("実績報告 (令和6年度報告)", at(2)),
		Items: []model.Item{
			{
				Number:      model.Printed[string]("1-①", at(3)),
				Title:       model.Printed[string]("職員の\n育成", at(3)),
				Departments: []model.Field[string]{model.Printed[string]("総務課 関係各課", at(4))},
				Goal:        model.Printed[string]("育っている。【受講率 45%】", at(5)),
				Assessment:  model.Printed[string]("研修を 2 回行った。【受講率は41%（2024年度）】 ※派遣を除く。", at(9)),
				Initiatives: []model.Initiative{{
					Number:   model.Printed[int]("取組内容 1", at(6)),
					Title:    model.Printed[string]("相談員を各階に置く。", at(6)),
					Reported: model.Printed[string]("相談員各階に置く。", at(10)),
					Schedule: []model.Bar{{
						From:  model.Printed[model.FiscalYear]("6年度", at(6)),
						To:    model.Printed[model.FiscalYear]("2028", at(6)),
						Label: model.Printed[string]("実放", at(6)),
					}},
					Progress: &model.Progress{Symbol: model.Printed[string]("〇", at(10)), Label: model.Printed[string]("川順調", at(10))},
					Done:     model.Printed[string]("P R した。", at(11)),
					Next:     model.Printed[string]("—", at(12)),
				}},
			},
			{
				Number:     model.Printed[string]("1-①", at(20)),
				Effects:    []model.Effect{{Kind: model.Printed[model.EffectKind]("削減額（千円）", at(21)), FiscalYear: model.Printed[model.FiscalYear]("R6", at(21)), Planned: model.Printed[model.Quantity]("△12,400", at(21)), Actual: model.Printed[model.Quantity]("－", at(21))}},
				Indicators: []model.Indicator{{Name: model.Printed[string]("収納率（％）", at(22)), Target: model.Printed[model.Quantity]("99.00以上", at(22)), TargetYear: model.Printed[model.FiscalYear]("R10", at(22))}},
				Progress:   &model.Progress{Symbol: model.Printed[string]("○", at(23)), Label: model.Printed[string]("順調", at(23))},
			},
		},
	}
}

func TestReport(t *testing.T) {
	r := rawReport()
	Report(r)
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Municipality, Plan json.RawMessage
		FiscalYear         int `json:"fiscal_year"`
	}
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if s := string(got.Municipality) + string(got.Plan); s != `{"name":"瑞野市","code":null}{"title":"瑞野市行政改革プラン","from":2024,"to":2028}` || got.FiscalYear != 2024 {
		t.Errorf("head: %s %d", s, got.FiscalYear)
	}
	it := r.Items[0]
	if it.ID.Value != "1-1" || it.Pillar.Number.Value != 1 || it.Title.Value != "職員の育成" || len(it.Departments) != 2 || len(it.Notes) != 1 {
		t.Errorf("item: %q %d %q %d departments, %d notes", it.ID.Value, it.Pillar.Number.Value, it.Title.Value, len(it.Departments), len(it.Notes))
	}
	in := it.Initiatives[0]
	if b := in.Schedule[0]; b.From.Value != 2024 || b.To.Value != 2028 || b.Label.Value != "実施" || b.Phase.Value != model.PhaseImplement {
		t.Errorf("bar: %d %d %q %q", b.From.Value, b.To.Value, b.Label.Value, b.Phase.Value)
	}
	if in.Number.Value != 1 || in.Title.Value != "相談員を各階に置く。" || in.Progress.Label.Value != "順調" || in.Progress.Pace.Value != model.PaceOnPlan || in.Done.Value != "PRした。" || in.Next.Known {
		t.Errorf("initiative: %+v", in)
	}
	other := r.Items[1]
	if e := other.Effects[0]; e.Kind.Value != model.EffectSaving || quantityText(e.Planned.Value) != "12400000円" || e.Actual.Known {
		t.Errorf("effect: %q %s", e.Kind.Value, quantityText(e.Planned.Value))
	}
	if i := other.Indicators[0]; quantityText(i.Target.Value) != ">=99%" || i.TargetYear.Value != 2028 {
		t.Errorf("indicator: %s %d", quantityText(i.Target.Value), i.TargetYear.Value)
	}
	want := []string{"municipality.unknown_code", "title.differs", "number.repeated"}
	if diff := cmp.Diff(want, warningCodes(r)); diff != "" {
		t.Errorf("warnings (-want +got):\n%s", diff)
	}
	for _, w := range r.Warnings {
		if w.Field == "" || w.Message == "" || w.Place.IsZero() {
			t.Errorf("warning without field, message or place: %+v", w)
		}
	}
	checkReport(t, r)
}

// A status that was corrected tells the rule and the distance.
func TestCorrectionIsRecorded(t *testing.T) {
	r := rawReport()
	Report(r)
	label := r.Items[0].Initiatives[0].Progress.Label
	if !slices.ContainsFunc(label.Steps, func(s model.Step) bool { return s.Rule == "ocr.vocabulary" }) || label.Doubt <= 0 || label.Raw != "川順調" {
		t.Errorf("label: %+v", label)
	}
}

func TestOutline(t *testing.T) {
	p := func(s string) model.Field[string] { return model.Printed[string](s, model.Place{Line: 1}) }
	r := &model.Report{Outline: &model.Outline{
		Status:     p("案"),
		Philosophy: p("市民とともに 次へつなぐ"),
		Stances:    []model.Stance{{Number: model.Printed[int]("(1)", model.Place{Line: 2}), Title: p("人の改革"), Aims: []model.Aim{{Title: p("●人づくり"), Approach: p("・改善活動")}}}},
		Means:      []model.Means{{Number: model.Printed[int]("(1)", model.Place{Line: 3}), Title: p("満足度"), Items: []model.MeansItem{{Number: model.Printed[int]("②", model.Place{Line: 3}), Title: p("風土づくり"), Description: p("活力\nある組織")}}}},
		Predecessors: []model.Predecessor{{
			Title: p("第3次瑞野市行政改革大綱"), Adopted: model.Printed[model.Date]("2015年3月策定", model.Place{Line: 4}),
			From: model.Printed[model.FiscalYear]("2015年度から2017年度", model.Place{Line: 4}), To: model.Printed[model.FiscalYear]("2015年度から2017年度", model.Place{Line: 4}),
			Revised: model.Printed[model.Date]("2018年3月一部改訂", model.Place{Line: 4}), ExtendedTo: model.Printed[model.FiscalYear]("2018年度に延長", model.Place{Line: 4}),
		}},
	}}
	Report(r)
	o := r.Outline
	if o.Philosophy.Value != "市民とともに 次へつなぐ" || o.Stances[0].Number.Value != 1 || o.Stances[0].Aims[0].Title.Value != "人づくり" || o.Stances[0].Aims[0].Approach.Value != "改善活動" {
		t.Errorf("outline: %+v", o)
	}
	if m := o.Means[0]; m.Number.Value != 1 || m.Items[0].Number.Value != 2 || m.Items[0].Description.Value != "活力ある組織" {
		t.Errorf("means: %+v", m)
	}
	if d := o.Predecessors[0]; d.Adopted.Value != "2015-03" || d.From.Value != 2015 || d.To.Value != 2017 || d.Revised.Value != "2018-03" || d.ExtendedTo.Value != 2018 {
		t.Errorf("predecessor: %+v", d)
	}
	checkReport(t, r)
}

// Rule ids are quoted in audits: they stay unique and in one style.
func TestRules(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		if seen[r.ID] || r.Why == "" || r.English == "" {
			t.Errorf("rule %q is listed twice or says nothing", r.ID)
		}
		seen[r.ID] = true
		if s := r.Fix("あ P R\n<p>１"); r.Fix(s) != s {
			t.Errorf("rule %q is not idempotent: %q", r.ID, s)
		}
	}
}
