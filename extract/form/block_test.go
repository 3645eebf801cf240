package form

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"gyokaku/extract"
	"gyokaku/model"
)

// sheet makes a form of rows with geometry: a name of two columns and three
// years, in steps of 100 pt. Rows are numbered as given.
func sheet(rows ...[]extract.Cell) *extract.Document {
	t := &extract.Table{Columns: 5, Rows: len(rows), ColumnX: []float64{0, 100, 200, 300, 400, 500}}
	for i, row := range rows {
		for _, c := range row {
			c.Row = i
			if c.RowSpan == 0 {
				c.RowSpan = 1
			}
			t.Cells = append(t.Cells, c)
		}
	}
	return &extract.Document{Format: "pdf", Pages: []extract.Page{{Number: 1, Blocks: []extract.Block{{Table: t}}}}}
}

func tall(column, rows int, text string) extract.Cell {
	return extract.Cell{Column: column, RowSpan: rows, ColumnSpan: 1, Text: text}
}

var formHead = [][]extract.Cell{
	{cell(0, 1, "整理番号"), cell(1, 1, "Ⅱ-3"), cell(2, 1, "所管課"), cell(3, 2, "企画課")},
	{cell(0, 1, "推進項目"), cell(1, 4, "庁舎の省エネルギー")},
	{cell(0, 1, "基本方針"), cell(1, 4, "視点２　身軽な行政")},
	{cell(0, 1, "現　状"), cell(1, 4, "照明が古い。")},
	{cell(0, 1, "課　題"), cell(1, 4, "更新の費用がかさむ。")},
}

func TestReadBlocks(t *testing.T) {
	rows := append(formHead[:5:5],
		[]extract.Cell{cell(0, 2, "年次計画"), cell(2, 1, "R4"), cell(3, 1, "R5"), cell(4, 1, "R6")},
		[]extract.Cell{cell(0, 2, "ア　照明を更新する。"), cell(2, 1, "検討"), cell(3, 2, "実施")},
		[]extract.Cell{cell(0, 2, "(2) 空調を見直す。"), cell(2, 1, ""), cell(3, 1, "→"), cell(4, 1, "導入")},
		[]extract.Cell{cell(0, 2, "成果指標"), cell(2, 1, "R4"), cell(3, 1, "R5"), cell(4, 1, "R6")},
		[]extract.Cell{tall(0, 2, "電力使用量（基準年度比）　単位：％\n（基準値 R3）１００\n（目標値 R6）９０以下"), cell(1, 1, "計画"), cell(2, 1, "98"), cell(3, 1, "95"), cell(4, 1, "90")},
		[]extract.Cell{cell(1, 1, "実績"), cell(2, 1, "97"), cell(3, 1, "－"), cell(4, 1, "")},
		[]extract.Cell{tall(0, 2, "歳出削減額（千円）"), cell(1, 1, "目標"), cell(2, 1, "100"), cell(3, 1, "200"), cell(4, 1, "300")},
		[]extract.Cell{cell(1, 1, "実績"), cell(2, 1, "△120"), cell(3, 1, "0"), cell(4, 1, "")},
		[]extract.Cell{cell(0, 1, "令和6年度の進捗度"), cell(1, 4, "B")},
		[]extract.Cell{cell(0, 1, "令和6年度に実施した内容"), cell(1, 4, "照明を替えた。")},
		[]extract.Cell{cell(0, 1, "次年度の予定"), cell(1, 4, "空調に進む。")},
		[]extract.Cell{cell(0, 5, "進捗度　A：完了　B：順調　C：遅れ")},
	)
	r := mustRead(t, sheet(rows...))
	item := r.Items[0]
	type value struct{ Year, Text string }
	values := func(list []model.Measured) (out []value) {
		for _, m := range list {
			out = append(out, value{m.FiscalYear.Raw, m.Quantity.Raw})
		}
		return out
	}
	if got := item.Pillar; got.Number.Raw != "２" || got.Title.Raw != "身軽な行政" {
		t.Errorf("pillar %q %q", got.Number.Raw, got.Title.Raw)
	}
	if got := item.Situation.Raw; got != "照明が古い。\n更新の費用がかさむ。" {
		t.Errorf("situation %q", got)
	}
	want := []string{"Ⅱ-3|庁舎の省エネルギー||", "照明を更新する。|R4-R4検討 R5-R6実施 ||", "空調を見直す。|R6-R6導入 ||"}
	if diff := cmp.Diff(want, said(r)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(item.Indicators) != 1 {
		t.Fatalf("%d indicators", len(item.Indicators))
	}
	ind := item.Indicators[0]
	got := []string{ind.Name.Raw, ind.Unit.Raw, ind.Baseline.FiscalYear.Raw, ind.Baseline.Quantity.Raw, ind.TargetYear.Raw, ind.Target.Raw}
	if diff := cmp.Diff([]string{"電力使用量（基準年度比）", "％", "R3", "１００", "R6", "９０以下"}, got); diff != "" {
		t.Errorf("indicator (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]value{{"R4", "98"}, {"R5", "95"}, {"R6", "90"}}, values(ind.Planned)); diff != "" {
		t.Errorf("planned (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]value{{"R4", "97"}}, values(ind.Actuals)); diff != "" {
		t.Errorf("actual (-want +got):\n%s", diff)
	}
	if e := item.Effects; len(e) != 3 || e[0].Actual.Raw != "△120" || e[1].Actual.Raw != "0" || e[2].Actual.Raw != "" || e[0].Unit.Raw != "千円" {
		t.Errorf("effects %+v", e)
	}
	if p := item.Progress; p == nil || p.Symbol.Raw != "B" || len(r.Legend) != 3 {
		t.Errorf("progress %+v, legend %v", p, r.Legend)
	}
	if item.Done.Raw != "照明を替えた。" || item.Next.Raw != "空調に進む。" {
		t.Errorf("done %q, next %q", item.Done.Raw, item.Next.Raw)
	}
	if len(r.Warnings) != 0 {
		t.Errorf("warnings %v", r.Warnings)
	}
}

func TestIndicatorOf(t *testing.T) {
	for _, tt := range []struct{ text, name, unit, baseYear, base, targetYear, target string }{
		{"収納率　単位：%\n基準値（R2）：98.40\n目標値（R7）：99.00以上", "収納率", "%", "R2", "98.40", "R7", "99.00以上"},
		{"寄附受入額（千円）\n〔基準〕令和4年度\n180,487\n〔目標〕令和9年度\n300,000以上", "寄附受入額", "千円", "令和4年度", "180,487", "令和9年度", "300,000以上"},
		{"開催回数\n単\n位：回", "開催回数", "回", "", "", "", ""},
		{"使用量（基準年度比）", "使用量（基準年度比）", "", "", "", "", ""},
		{"満足度（現状値）－", "満足度", "", "", "", "", ""},
	} {
		ind := indicatorOf(&extract.Cell{Text: tt.text})
		got := []string{ind.Name.Raw, ind.Unit.Raw, "", "", ind.TargetYear.Raw, ind.Target.Raw}
		if ind.Baseline != nil {
			got[2], got[3] = ind.Baseline.FiscalYear.Raw, ind.Baseline.Quantity.Raw
		}
		if diff := cmp.Diff([]string{tt.name, tt.unit, tt.baseYear, tt.base, tt.targetYear, tt.target}, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
}

func TestStatedPeriod(t *testing.T) {
	for _, lines := range [][]string{
		{"計画期間　令和４年度～令和７年度"},
		{"このプランは、計画期間を令和４年度から令和", "７年度までとしています。"},
		{"計画期間：2022年度－2025年度"},
	} {
		r := &reader{report: &model.Report{}}
		for _, l := range lines {
			r.period(l, new(extract.Cell))
		}
		if r.report.Plan.From.Raw == "" {
			t.Errorf("no period in %q", lines)
		}
	}
}

func TestPillar(t *testing.T) {
	for _, tt := range []struct{ text, number, title string }{
		{"Ⅰ　持続可能な財政", "Ⅰ", "持続可能な財政"}, {"視点１　財政の健全化", "１", "財政の健全化"}, {"3開かれた市政", "3", "開かれた市政"},
		{"第2 組織", "2", "組織"}, {"3年間の取組", "", "3年間の取組"}, {"市民と歩む市政", "", "市民と歩む市政"}, {"一人ひとりが輝くまち", "", "一人ひとりが輝くまち"},
	} {
		r := &reader{item: &draft{}}
		r.pillar(new(extract.Cell), tt.text)
		if p := r.item.Pillar; p.Number.Raw != tt.number || p.Title.Raw != tt.title {
			t.Errorf("%q is %q, %q", tt.text, p.Number.Raw, p.Title.Raw)
		}
	}
}
