package normalize

import (
	"fmt"
	"strings"
	"testing"

	"gyokaku/model"

	"github.com/google/go-cmp/cmp"
)

func TestExpressions(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"【研修受講率50%】", "研修受講率|50%|"},
		{"【研修受講率は46% (2024年度)】", "研修受講率|46%|2024年度"},
		{"【受験倍率 10 倍以上】", "受験倍率|10 倍以上|"},
		{"【手続の年間件数：15,821件（2024年度）】", "手続の年間件数|15,821件|2024年度"},
		{"【時間外勤務 300時間（年の上限）超過者数 0人】", "時間外勤務 300時間（年の上限）超過者数|0人|"},
		{"【収納率（市民税・固定資産税）99.2%（2027年度）】", "収納率（市民税・固定資産税）|99.2%|2027年度"},
		{"【満足度 9点 (10点満点)】", "満足度|9点 (10点満点)|"},
		{"【満足度 9点 (10点満点) (2024年度)】", "満足度|9点 (10点満点)|2024年度"},
		{"【導入件数 1件 (包括管理) (2024年度)】", "導入件数|1件|2024年度"},
		{"【開催回数 4 回～ 6 回 (2024年度)】", "開催回数|4 回～ 6 回|2024年度"},
		{"【管理職の女性比率 21% (2025年4月1日時点)】", "管理職の女性比率|21%|2025年4月1日時点"},
		{"【管理費 約6.3%減】", "管理費|約6.3%減|"},
		{"【収支 ▲3百万円】", "収支|▲3百万円|"},
		{"【研修\n受講率\n5 0 %】", "研修\n受講率|5 0 %|"},
		{"【研修\n受講率 50\n%】", "研修\n受講率|50\n%|"},
		{"【改正率 (2024年度) 】", "改正率||2024年度"},
		{"【公債費比率 7.296 (2027年度)】", "公債費比率|7.296|2027年度"},
		{"【新規開拓】", ""}, {"【重点取組3】", ""}, {"【第2次計画の策定】", ""}, {"【3つの柱】", ""}, {"【5年間の取組】", ""}, {"【意識調査2024】", ""},
		{"【受講率 50%", ""},
	} {
		got := ""
		for _, e := range Expressions(c.in) {
			got += fmt.Sprintf("%s|%s|%s", e.Name, e.Quantity, e.Period)
		}
		if got != c.want {
			t.Errorf("Expressions(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

// item reads one item whose goal and assessment hold indicators.
func readItem(goal, assessment string) (*model.Report, model.Item) {
	r := &model.Report{Items: []model.Item{{
		Number:     model.Printed[string]("1-①", model.Place{Line: 1}),
		Goal:       model.Printed[string](goal, model.Place{Line: 2}),
		Assessment: model.Printed[string](assessment, model.Place{Line: 3}),
	}}}
	Report(r)
	return r, r.Items[0]
}

// indicators writes indicators as "name: target (year) → actual (time) ! reason".
func indicators(it model.Item) (lines []string) {
	for _, i := range it.Indicators {
		s := fmt.Sprintf("%s: %s (%d)", i.Name.Value, quantityText(i.Target.Value), i.TargetYear.Value)
		for _, a := range i.Actuals {
			s += fmt.Sprintf(" → %s (%d%s)", quantityText(a.Quantity.Value), a.FiscalYear.Value, a.AsOf.Value)
		}
		if i.NoActualReason.Known {
			s += " ! " + i.NoActualReason.Value
		}
		lines = append(lines, s)
	}
	return lines
}

func TestIndicators(t *testing.T) {
	for _, c := range []struct {
		name, goal, assessment string
		want                   []string
		warning                string
	}{
		{"joined by name", "育っている。【受講率 50%】", "進めた。【受講率は46% (2024年度)】",
			[]string{"受講率: 50% (0) → 46% (2024)"}, ""},
		{"two by name", "【受講率 50%】【相談件数 10件以上】", "【相談件数 12件（2024年度）】【受講率 46%（2024年度）】",
			[]string{"受講率: 50% (0) → 46% (2024)", "相談件数: >=10件 (0) → 12件 (2024)"}, ""},
		{"worded otherwise", "【学校協議会の年間開催回数 4 回】", "【学校協議会年間の開催回数 4 回～ 6 回 (2024年度)】",
			[]string{"学校協議会の年間開催回数: 4回 (0) → 4~6回 (2024)"}, "indicator.name_differs"},
		{"another measure", "【受講率 50%】", "【窓口の待ち時間 20分（2024年度）】",
			[]string{"受講率: 50% (0)", "窓口の待ち時間:  (0) → 20分 (2024)"}, ""},
		{"a day", "【女性比率 30%】", "【女性比率 21%（2025年4月1日時点）】",
			[]string{"女性比率: 30% (0) → 21% (02025-04-01)"}, ""},
		{"a heading", "【未利用地 5%減】", "【広告収入の開拓】 広告を募った。 【未利用地 2.0%減（2024年度）】",
			[]string{"未利用地: 5%減 (0) → 2%減 (2024)"}, ""},
		{"reason in brackets", "【満足度 9点 (10点満点)】", "進める。【※満足度については、環境が整っていないため、今後調査する予定である。】",
			[]string{"満足度: 9点/10 (0) ! 満足度については、環境が整っていないため、今後調査する予定である。"}, ""},
		{"reason around", "【改正率 100%】", "調べた。 ※検討段階のため、数値目標【改正率 (2024年度) 】については、未記入",
			[]string{"改正率: 100% (0) ! 検討段階のため、数値目標【改正率(2024年度)】については、未記入"}, ""},
		{"reason in a note", "【満足度 9点】", "進めた。\n※満足度は調査が終わらず、集計できなかった。",
			[]string{"満足度: 9点 (0) ! 満足度は調査が終わらず、集計できなかった。"}, ""},
		{"damaged", "【公債費比率 7.296 (2027年度)】", "",
			[]string{"公債費比率:  (2027)"}, "quantity.no_unit"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, it := readItem(c.goal, c.assessment)
			if diff := cmp.Diff(c.want, indicators(it)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if codes := strings.Join(warningCodes(r), " "); !strings.Contains(codes, c.warning) || c.warning == "" && strings.Contains(codes, "indicator") {
				t.Errorf("warnings %q, want %q", codes, c.warning)
			}
			checkReport(t, r)
		})
	}
}

// A field of running text keeps the printed fragment and the place of its cell.
func TestIndicatorEvidence(t *testing.T) {
	_, it := readItem("【受講率 ５０％】", "【受講率は 46 % (2024 年度)】")
	i := it.Indicators[0]
	if i.Target.Raw != "５０％" || i.Target.At.Line != 2 || i.Target.Value.Text != "５０％" {
		t.Errorf("target: %q at %v", i.Target.Raw, i.Target.At)
	}
	if a := i.Actuals[0]; a.Quantity.Raw != "46 %" || a.Quantity.At.Line != 3 || a.FiscalYear.Raw != "2024 年度" {
		t.Errorf("actual: %q, %q at %v", a.Quantity.Raw, a.FiscalYear.Raw, a.Quantity.At)
	}
}

func TestNotes(t *testing.T) {
	_, it := readItem("", "進めた。\n※県職員を除く。 ※基金を含む。\n【※注ではない】は※印")
	var got []string
	for _, n := range it.Notes {
		got = append(got, n.Value)
	}
	if diff := cmp.Diff([]string{"※県職員を除く。", "※基金を含む。"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func FuzzIndicators(f *testing.F) {
	f.Add("【受講率 50%】", "【受講率は46% (2024年度)】")
	f.Add("【協議会の年間回数 4 回】", "※検討のため【協議会の年間回数 (2024年度) 】は未記入")
	f.Add("【満足度 9点 (10点満点)】【a 1件】", "【※満足度は、未評価】【a 2件】【b 3件】")
	f.Fuzz(func(t *testing.T, goal, assessment string) {
		r, it := readItem(goal, assessment)
		checkReport(t, r)
		for _, i := range it.Indicators {
			if i.Name.Raw == "" || !strings.Contains(goal+assessment, i.Name.Raw) {
				t.Errorf("%q %q: the name %q is not printed", goal, assessment, i.Name.Raw)
			}
			if i.Target.Raw != "" && !strings.Contains(goal, i.Target.Raw) {
				t.Errorf("%q: the target %q is not printed", goal, i.Target.Raw)
			}
		}
	})
}
