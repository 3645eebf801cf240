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
		{"【研修受講率45%】", "研修受講率|45%|"},
		{"【研修受講率は41% (2024年度)】", "研修受講率|41%|2024年度"},
		{"【応募倍率 8 倍以上】", "応募倍率|8 倍以上|"},
		{"【手続の年間件数：12,345件（2024年度）】", "手続の年間件数|12,345件|2024年度"},
		{"【会議時間 20時間（月の目安）超過課数 0件】", "会議時間 20時間（月の目安）超過課数|0件|"},
		{"【収納率（市民税・固定資産税）97.5%（2027年度）】", "収納率（市民税・固定資産税）|97.5%|2027年度"},
		{"【満足度 4点 (5点満点)】", "満足度|4点 (5点満点)|"},
		{"【満足度 4点 (5点満点) (2024年度)】", "満足度|4点 (5点満点)|2024年度"},
		{"【導入件数 1件 (清掃委託) (2024年度)】", "導入件数|1件|2024年度"},
		{"【開催回数 3 回～ 5 回 (2024年度)】", "開催回数|3 回～ 5 回|2024年度"},
		{"【管理職の女性比率 18% (2025年4月1日時点)】", "管理職の女性比率|18%|2025年4月1日時点"},
		{"【管理費 約5.2%減】", "管理費|約5.2%減|"},
		{"【収支 ▲3百万円】", "収支|▲3百万円|"},
		{"【研修\n受講率\n5 0 %】", "研修\n受講率|5 0 %|"},
		{"【研修\n受講率 50\n%】", "研修\n受講率|50\n%|"},
		{"【改正率 (2024年度) 】", "改正率||2024年度"},
		{"【公債費比率 5.196 (2027年度)】", "公債費比率|5.196|2027年度"},
		{"【新規開拓】", ""}, {"【重点取組3】", ""}, {"【第2次計画の策定】", ""}, {"【3つの柱】", ""}, {"【5年間の取組】", ""}, {"【意識調査2024】", ""},
		{"【受講率 45%", ""},
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
		{"joined by name", "育っている。【受講率 45%】", "進めた。【受講率は41% (2024年度)】",
			[]string{"受講率: 45% (0) → 41% (2024)"}, ""},
		{"two by name", "【受講率 45%】【相談件数 10件以上】", "【相談件数 12件（2024年度）】【受講率 41%（2024年度）】",
			[]string{"受講率: 45% (0) → 41% (2024)", "相談件数: >=10件 (0) → 12件 (2024)"}, ""},
		{"worded otherwise", "【学校協議会の年間開催回数 3 回】", "【学校協議会年間の開催回数 3 回～ 5 回 (2024年度)】",
			[]string{"学校協議会の年間開催回数: 3回 (0) → 3~5回 (2024)"}, "indicator.name_differs"},
		{"another measure", "【受講率 45%】", "【窓口の待ち時間 20分（2024年度）】",
			[]string{"受講率: 45% (0)", "窓口の待ち時間:  (0) → 20分 (2024)"}, ""},
		{"a day", "【女性比率 30%】", "【女性比率 18%（2025年4月1日時点）】",
			[]string{"女性比率: 30% (0) → 18% (02025-04-01)"}, ""},
		{"a heading", "【空き床 6%減】", "【広告収入の開拓】 広告を募った。 【空き床 3.0%減（2024年度）】",
			[]string{"空き床: 6%減 (0) → 3%減 (2024)"}, ""},
		{"reason in brackets", "【満足度 4点 (5点満点)】", "進める。【※満足度については、環境が整っていないため、今後調査する予定である。】",
			[]string{"満足度: 4点/5 (0) ! 満足度については、環境が整っていないため、今後調査する予定である。"}, ""},
		{"reason around", "【改正率 100%】", "調べた。 ※検討段階のため、数値目標【改正率 (2024年度) 】については、未記入",
			[]string{"改正率: 100% (0) ! 検討段階のため、数値目標【改正率(2024年度)】については、未記入"}, ""},
		{"reason in a note", "【満足度 4点】", "進めた。\n※満足度は調査が終わらず、集計できなかった。",
			[]string{"満足度: 4点 (0) ! 満足度は調査が終わらず、集計できなかった。"}, ""},
		{"damaged", "【公債費比率 5.196 (2027年度)】", "",
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
	_, it := readItem("【受講率 ５０％】", "【受講率は 41 % (2024 年度)】")
	i := it.Indicators[0]
	if i.Target.Raw != "５０％" || i.Target.At.Line != 2 || i.Target.Value.Text != "５０％" {
		t.Errorf("target: %q at %v", i.Target.Raw, i.Target.At)
	}
	if a := i.Actuals[0]; a.Quantity.Raw != "41 %" || a.Quantity.At.Line != 3 || a.FiscalYear.Raw != "2024 年度" {
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
	f.Add("【受講率 45%】", "【受講率は41% (2024年度)】")
	f.Add("【協議会の年間回数 3 回】", "※検討のため【協議会の年間回数 (2024年度) 】は未記入")
	f.Add("【満足度 4点 (5点満点)】【a 1件】", "【※満足度は、未評価】【a 2件】【b 3件】")
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
