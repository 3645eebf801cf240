package form

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const formAndList = `
瑞野市行政改革プラン 令和6年度実績報告
|番号|実施項目|担当課|進捗状況|効果額（千円）|
|１－①|窓口の改善|市民課|○|1,200|
|１－②|案内の見直し|広報課|△|－|
|合計|<|<|<|1,200|
---
|実施項目|窓口の改善|項目番号|1-①|
|主管課|市民課|<|<|
|現状と課題|待ち時間が長い。|<|<|
|進捗状況|●|<|<|
`

// An item that a list sums up before its form is one item: the form's, with
// what only the list tells.
func TestListSumsUpForms(t *testing.T) {
	r := mustRead(t, pages(formAndList))
	want := []string{
		"1-② 案内の見直し by=広報課 status=△",
		"1-① 窓口の改善 by=市民課 situation=待ち時間が長い。 status=● effect=効果額（千円）(千円)2024 plan  actual 1,200",
	}
	got := listed(r)
	slices.Sort(got)
	slices.Sort(want)
	for i := range want {
		want[i] = strings.Replace(want[i], "1-②", "１－②", 1)
	}
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := codes(r); !slices.Contains(got, "list.differs") {
		t.Errorf("the list's ○ beside the form's ● is not reported: %v", got)
	}
	if len(r.Totals) != 1 || r.Totals[0].Amount.Raw != "1,200" || r.Totals[0].Of.Raw != "合計" {
		t.Errorf("totals %+v", r.Totals)
	}
}

// Summaries, contents, legends and glossaries are no lists of items.
func TestTablesThatAreNoLists(t *testing.T) {
	for _, doc := range []string{
		"瑞野市行政改革プラン 令和6年度実績報告\n|基本方針|項目数|A|B|C|効果額（千円）|\n|1 歳入の確保|12|5|6|1|1,200|\n|合計|12|5|6|1|1,200|",
		"|番号|実施項目|担当課|頁|\n|1-①|窓口の改善|市民課|3|\n|1-②|案内の見直し|広報課|4|",
		"|番号|実施項目|担当課|\n|1-①|窓口の改善|市民課|\n|1-②|案内の見直し|広報課|",
		"|用語|説明|\n|行政評価|事業の成果を測ること。|\n|指定管理者|施設の管理を行う団体。|",
		"|評価|内容|\n|A|計画どおり|\n|B|遅れている|",
		"|課名|項目数|完了|実施中|未着手|\n|総務課|3|1|1|1|",
		"|実施項目||項目番号||主管課||\n|現状と課題||||||",
	} {
		r, err := Read(pages(doc))
		if err == nil && len(r.Items) > 0 {
			t.Errorf("%s\nhas items %v", doc, listed(r))
		}
	}
}
