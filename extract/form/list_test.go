package form

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gyokaku/extract"
	"gyokaku/model"
)

// pages makes a document from lines of free text and tables. A line with | is a
// row of cells; a cell "<" is merged with the one to its left, "^" with the one
// above. "/" in a cell is a line break, "---" begins a new page, "+++" a page
// whose table continues the last one.
func pages(s string) *extract.Document {
	doc := &extract.Document{Format: "pdf", Pages: []extract.Page{{Number: 1, Kind: extract.PageDigital}}}
	var rows [][]string
	continues := false
	flush := func() {
		if len(rows) > 0 {
			page := &doc.Pages[len(doc.Pages)-1]
			page.Blocks = append(page.Blocks, extract.Block{Table: drawn(rows, len(doc.Pages), len(page.Blocks), continues)})
			rows, continues = nil, false
		}
	}
	for _, line := range strings.Split(strings.TrimSpace(s), "\n") {
		switch {
		case line == "---" || line == "+++":
			flush()
			continues = line == "+++"
			doc.Pages = append(doc.Pages, extract.Page{Number: len(doc.Pages) + 1, Kind: extract.PageDigital})
		case strings.Contains(line, "|"):
			rows = append(rows, strings.Split(strings.Trim(line, "|"), "|"))
		case strings.TrimSpace(line) != "":
			flush()
			page := &doc.Pages[len(doc.Pages)-1]
			box := model.Box{0, float64(len(page.Blocks)), 1, 1}
			page.Blocks = append(page.Blocks, extract.Block{Line: &extract.Line{Text: line, At: model.Place{Page: len(doc.Pages), Box: &box}}})
		}
	}
	flush()
	return doc
}

// drawn makes a table with columns 20 points wide.
func drawn(rows [][]string, page, block int, continues bool) *extract.Table {
	t := &extract.Table{Rows: len(rows), Continues: continues}
	for _, r := range rows {
		t.Columns = max(t.Columns, len(r))
	}
	for x := range t.Columns + 1 {
		t.ColumnX = append(t.ColumnX, float64(20*x))
	}
	for y, r := range rows {
		for x, text := range r {
			if text == "<" || text == "^" {
				continue
			}
			c := extract.Cell{Row: y, Column: x, RowSpan: 1, ColumnSpan: 1, Text: strings.ReplaceAll(text, "/", "\n")}
			for x+c.ColumnSpan < len(r) && r[x+c.ColumnSpan] == "<" {
				c.ColumnSpan++
			}
			for y+c.RowSpan < len(rows) && x < len(rows[y+c.RowSpan]) && rows[y+c.RowSpan][x] == "^" {
				c.RowSpan++
			}
			box := model.Box{float64(20 * x), float64(1000*block + 20*y), float64(20 * (x + c.ColumnSpan)), float64(1000*block + 20*(y+c.RowSpan))}
			c.At = model.Place{Page: page, Box: &box}
			t.Cells = append(t.Cells, c)
		}
	}
	return t
}

// listed is what a report says of its items, in short.
func listed(r *model.Report) []string {
	var out []string
	for _, i := range r.Items {
		var b strings.Builder
		show := func(name string, parts ...string) {
			if text := strings.Join(parts, ""); text != "" {
				fmt.Fprintf(&b, " %s=%s", name, strings.ReplaceAll(text, "\n", "/"))
			}
		}
		fmt.Fprintf(&b, "%s %s", i.Number.Raw, i.Title.Raw)
		show("pillar", i.Pillar.Number.Raw, "·"+i.Pillar.Title.Raw)
		for _, d := range i.Departments {
			show("by", d.Raw)
		}
		show("situation", i.Situation.Raw)
		show("goal", i.Goal.Raw)
		show("action", i.Action.Raw)
		for _, s := range i.Schedule {
			show("bar", s.From.Raw, "-", s.To.Raw, s.Label.Raw)
		}
		if i.Progress != nil {
			show("status", i.Progress.Symbol.Raw, i.Progress.Label.Raw)
		}
		for _, r := range i.Ratings {
			show("rating", r.Evaluator.Raw, " ", r.FiscalYear.Raw, " ", r.Label.Raw, " ", r.Meaning.Raw)
		}
		for _, x := range i.Indicators {
			show("measure", x.Name.Raw, "(", x.Unit.Raw, ")")
			if x.Baseline != nil {
				show("baseline", x.Baseline.Quantity.Raw, "@", x.Baseline.FiscalYear.Raw)
			}
			show("target", x.Target.Raw, "@", x.TargetYear.Raw)
			for _, m := range x.Planned {
				show("plan", m.Quantity.Raw, "@", m.FiscalYear.Raw)
			}
			for _, m := range x.Actuals {
				show("actual", m.Quantity.Raw, "@", m.FiscalYear.Raw)
			}
		}
		for _, t := range i.IndicatorText {
			show("measures", t.Raw)
		}
		for _, e := range i.Effects {
			show("effect", e.Kind.Raw, "(", e.Unit.Raw, ")", e.FiscalYear.Raw, " plan ", e.Planned.Raw, " actual ", e.Actual.Raw)
		}
		show("done", i.Done.Raw)
		show("assessment", i.Assessment.Raw)
		show("next", i.Next.Raw)
		show("direction", i.Direction.Raw)
		for _, n := range i.Notes {
			show("note", n.Raw)
		}
		out = append(out, strings.ReplaceAll(strings.ReplaceAll(b.String(), " pillar=·", ""), " target=@", ""))
	}
	return out
}

var listCases = []struct {
	name, doc string
	want      []string
	codes     []string
}{
	{"owner before the title, western years, letters whose C is on plan, 百万円", `
瑞野市行財政改革プラン 進捗状況一覧（2024年度実績）
評価の基準　A：計画を大きく上回る　B：計画をやや上回る　C：計画どおり　D：計画をやや下回る　E：計画を大きく下回る
（単位：百万円）
|所管課|番号|実施項目|2023|2024|2025|評価|効果額|<|今後の予定|
|^|^|^|^|^|^|^|歳出削減|増収|^|
|総務課|1-①|窓口の改善|検討|実施|→|C|12.5||案内を見直す。|
|税務課/収納課|1-②|市税の収納|実施|<|<|D||△3|督促を早める。|
|合計|<|<|<|<|<|<|12.5|-3||
`, []string{
		"1-① 窓口の改善 by=総務課 bar=2023-2023検討 bar=2024-2025実施 status=C effect=歳出削減(百万円)2024 plan  actual 12.5 next=案内を見直す。",
		"1-② 市税の収納 by=税務課/収納課 bar=2023-2025実施 status=D effect=増収(百万円)2024 plan  actual △3 next=督促を早める。",
	}, nil},
	{"two axes and two evaluators", `
瑞野市行政改革大綱実施計画 令和5年度実施状況報告
進捗状況　○：予定どおり　△：遅れている
1次評価・2次評価　A：妥当　B：要改善
|No.|取組項目|担当部署|令和5年度の取組実績|進捗状況|目標達成度|1次評価|2次評価|備考|
|1|文書の電子化|総務課|電子決裁を始めた。|○|一部達成|A|B|－|
|2|公共施設の再編|管財課|計画を作った。|△|未達成|B|B|継続|
`, []string{
		"1 文書の電子化 by=総務課 status=○ rating=目標達成度 2023 一部達成  rating=1次評価 2023 A 妥当 rating=2次評価 2023 B 要改善 done=電子決裁を始めた。",
		"2 公共施設の再編 by=管財課 status=△ rating=目標達成度 2023 未達成  rating=1次評価 2023 B 要改善 rating=2次評価 2023 B 要改善 done=計画を作った。 note=継続",
	}, nil},
	{"numbers before titles, pillars across the table, a row that continues", `
瑞野市行革アクションプラン（令和6年度 進捗状況）
|取組項目|主管課|取組内容|取組状況|進捗度|今後の方向性|
|基本方針１　組織の見直し|<|<|<|<|<|
|(1) 定員の管理|人事課|定員を定める。|定員を見直した。|順調|継続|
|(2) 研修の充実|人事課|研修を増やす。|研修を五回開いた。|やや遅れ|拡大|
|基本方針２　財政の健全化|<|<|<|<|<|
|(3) 使用料の|財政課|使用料を|原価を|順調|見直し|
+++
|見直し||改める。|計算した。|||
|(4) 補助金の適正化|財政課|基準を作る。|基準案を作った。|順調|継続|
`, []string{
		"(1) 定員の管理 pillar=１·組織の見直し by=人事課 action=定員を定める。 status=順調 done=定員を見直した。 direction=継続",
		"(2) 研修の充実 pillar=１·組織の見直し by=人事課 action=研修を増やす。 status=やや遅れ done=研修を五回開いた。 direction=拡大",
		"(3) 使用料の\n見直し pillar=２·財政の健全化 by=財政課 action=使用料を/改める。 status=順調 done=原価を/計算した。 direction=見直し",
		"(4) 補助金の適正化 pillar=２·財政の健全化 by=財政課 action=基準を作る。 status=順調 done=基準案を作った。 direction=継続",
	}, []string{"layout.torn_row"}},
	{"a matrix with two measures, grades in kana, 5 as best", `
瑞野市行政経営改革プラン 実績報告（令和4年度）
達成度の区分　5：目標を上回る　4：目標どおり　3：目標をやや下回る　2：目標を下回る　1：未着手
|改革の柱|番号|取組項目（所管課）|指標|単位|基準値（R1）|項目|R3|R4|R5|目標値（R5）|
|Ⅱ 歳入の確保|7|市税の収納（収納課）|収納率|%|97.5|計画|98.0|98.2|98.5|98.5以上|
|^|^|^|^|^|^|実績|98.1|98.3||^|
|^|^|^|口座振替の件数|件|1,200|計画|1,300|1,400|1,500|1,500|
|^|^|^|^|^|^|実績|1,250|－||^|
|^|^|^|達成度|<|<|<|3|4||^|
`, []string{
		"7 市税の収納 pillar=Ⅱ·歳入の確保 by=収納課 status=4 rating=達成度 R3 3 目標をやや下回る measure=収納率(%) baseline=97.5@2019 target=98.5以上@2023 plan=98.0@R3 plan=98.2@R4 plan=98.5@R5 actual=98.1@R3 actual=98.3@R4 measure=口座振替の件数(件) baseline=1,200@2019 target=1,500@2023 plan=1,300@R3 plan=1,400@R4 plan=1,500@R5 actual=1,250@R3",
	}, nil},
	{"years over plan, result and grade", `
瑞野市行財政改革実施計画 進捗状況（令和5年度）
|番号|実施項目|担当課|成果指標|令和4年度|<|<|令和5年度|<|<|
|^|^|^|^|計画|実績|評価|計画|実績|評価|
|1|広報の充実|秘書課|登録者数|1,000人|1,100人|A|2,000人|1,500人|C|
`, []string{
		"1 広報の充実 by=秘書課 status=C rating=評価 令和4年度 A  measure=登録者数() plan=1,000人@令和4年度 plan=2,000人@令和5年度 actual=1,100人@令和4年度 actual=1,500人@令和5年度",
	}, nil},
	{"words and amounts in one cell", `
瑞野町集中改革プラン 取組状況（平成19年度）
（単位：千円）
|番号|改革項目|担当課|年度別計画|<|<|評価|
|^|^|^|H18|H19|H20|^|
|1|職員手当|総務課|検討|実施 △112,300|→|A|
|2|補助金|財政課|実施/△1,700|実施/△2,500|実施/△3,000|B|
`, []string{
		"1 職員手当 by=総務課 bar=H18-H18検討 bar=H19-H20実施 status=A effect=年度別計画(千円)H19 plan △112,300 actual ",
		"2 補助金 by=財政課 bar=H18-H20実施 status=B effect=年度別計画(千円)H18 plan △1,700 actual  effect=年度別計画(千円)H19 plan △2,500 actual  effect=年度別計画(千円)H20 plan △3,000 actual ",
	}, []string{"effect.no_kind", "effect.no_kind", "effect.no_kind", "effect.no_kind"}},
	{"amounts by year with their sum", `
瑞野市行財政改革プラン 年度別財政効果額一覧（令和5年度実績）　（単位：千円）
|大項目|整理№|実施項目|担当部署|効果額|<|<|<|備考|
|^|^|^|^|令和3年度|令和4年度|令和5年度|累計||
|1 歳入|1|広告の掲載|広報課|1,844|3,576|4,188|9,608|封筒など|
|^|2|土地の売却|管財課|－|12,324|▲500|11,824||
|^|小計|<|<|1,844|15,900|3,688|21,432||
`, []string{
		"1 広告の掲載 pillar=1·歳入 by=広報課 effect=効果額(千円)令和3年度 plan  actual 1,844 effect=効果額(千円)令和4年度 plan  actual 3,576 effect=効果額(千円)令和5年度 plan  actual 4,188 note=封筒など",
		"2 土地の売却 pillar=1·歳入 by=管財課 effect=効果額(千円)令和4年度 plan  actual 12,324 effect=効果額(千円)令和5年度 plan  actual ▲500",
	}, nil},
	{"plans in words by year, two levels above the item, periods in one cell", `
瑞野町行財政改革実施計画　令和4年度実績
|大項目|中項目|No.|取組項目/（担当課）|実施時期|R3年度|<|R4年度|<|自己評価|外部評価|
|^|^|^|^|^|計画|実績|計画|実績|^|^|
|1 広報|(1) 紙面|1-(1)|広報紙の見直し/（総務課）|R3～R5|検討|検討した。|変更|減らした。|○ 予定どおり|適当|
|^|(2) 施設|1-(2)|施設の統合/（教育課、建設課）|R4～|調査|調査した。|調査|まとめた。|△ 遅れあり|改善が必要|
`, []string{
		"1-(1) 広報紙の見直し pillar=1·広報 by=総務課 bar=R3-R5 bar=R3年度-R3年度検討 bar=R4年度-R4年度変更 status=○予定どおり rating=外部評価 2022 適当  done=減らした。",
		"1-(2) 施設の統合 pillar=1·広報 by=教育課、建設課 bar=R4- bar=R3年度-R4年度調査 status=△遅れあり rating=外部評価 2022 改善が必要  done=まとめた。",
	}, []string{"unbound_cell", "unbound_cell", "unbound_cell", "unbound_cell"}},
	{"a mark below the word of the status", `
瑞野市行革プラン 令和6年度 進捗管理表
|番号|取組事項|担当課|進捗状況|<|<|令和6年度の評価|<|
|^|^|^|完了|実施中|未着手|内容|コメント|
|1|研修|人事課||○||研修を開いた。|続ける。|
|2|定員|人事課|○|||3人減らした。|－|
`, []string{
		"1 研修 by=人事課 status=実施中 done=研修を開いた。 assessment=続ける。",
		"2 定員 by=人事課 status=完了 done=3人減らした。 assessment=－",
	}, nil},
	{"pillars in lines above their tables", `
瑞野市行革プラン 令和6年度 進捗管理表
Ⅰ　人を育てる
|番号|取組事項|担当課|進捗状況|
|1|研修|人事課|順調|
■基本方針２　財政を保つ
（単位：千円）
|番号|取組事項|担当課|進捗状況|
|2|広告|広報課|完了|
|3|補助|財政課|順調|
`, []string{
		"1 研修 pillar=Ⅰ·人を育てる by=人事課 status=順調",
		"2 広告 pillar=２·財政を保つ by=広報課 status=完了",
		"3 補助 pillar=２·財政を保つ by=財政課 status=順調",
	}, nil},
	{"numbers that begin again under each pillar", `
瑞野市行革プラン 令和6年度 進捗管理表
|改革の柱|番号|取組事項|担当課|進捗状況|
|Ⅰ 人|①|研修|人事課|順調|
|^|②|定員|人事課|遅れ|
|Ⅱ 財政|①|広告|広報課|完了|
`, []string{
		"① 研修 pillar=Ⅰ·人 by=人事課 status=順調", "② 定員 pillar=Ⅰ·人 by=人事課 status=遅れ", "① 広告 pillar=Ⅱ·財政 by=広報課 status=完了",
	}, nil},
	{"the heading repeated on a page of its own, marks of two scales", `
瑞野市行革プラン 令和6年度 進捗管理表
【スケジュールの凡例】○：検討　●：実施
【達成状況の凡例】●：達成　○：一部達成　×：未達成
|番号|取組事項|担当課|スケジュール|<|達成状況|
|^|^|^|R6|R7|^|
|1|会議の削減|総務課|○|●|○|
---
|番号|取組事項|担当課|スケジュール|<|達成状況|
|^|^|^|R6|R7|^|
|2|印刷の削減|総務課|●|●|●|
`, []string{
		"1 会議の削減 by=総務課 bar=R6-R6○ bar=R7-R7● status=○",
		"2 印刷の削減 by=総務課 bar=R6-R7● status=●",
	}, nil},
}

// A transcript has no merged cells: groups of headings and the cells of pillars
// are blank where they go on.
func TestReadListFromTranscript(t *testing.T) {
	r := mustRead(t, transcript(`瑞野市行政改革プラン 進捗状況一覧（令和6年度末）

（単位：千円）

基本方針	No.	改革項目	担当課	年度別計画			効果額		評価	今後の方向性
				R5	R6	R7	歳出削減	歳入増加
１　人の育成	1-1	研修の実施	人事課	▲	●	●	500		A	続ける。
	1-2	定員の管理	人事課	●	●	●			B	見直す。
２　財政	2-1	広告の掲載	広報課	▲	▲	●		1,200	A	増やす。
合計							500	1,200
`))
	want := []string{
		"1-1 研修の実施 pillar=１·人の育成 by=人事課 bar=R5-R5▲ bar=R6-R7● status=A effect=歳出削減(千円)2024 plan  actual 500 next=続ける。",
		"1-2 定員の管理 pillar=１·人の育成 by=人事課 bar=R5-R7● status=B next=見直す。",
		"2-1 広告の掲載 pillar=２·財政 by=広報課 bar=R5-R6▲ bar=R7-R7● status=A effect=歳入増加(千円)2024 plan  actual 1,200 next=増やす。",
	}
	if diff := cmp.Diff(want, listed(r)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := codes(r); len(got) > 0 {
		t.Errorf("warnings %v", got)
	}
}

func TestReadList(t *testing.T) {
	for _, tt := range listCases {
		t.Run(tt.name, func(t *testing.T) {
			r := mustRead(t, pages(tt.doc))
			if diff := cmp.Diff(tt.want, listed(r)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.codes, codes(r)); diff != "" {
				t.Errorf("warnings (-want +got):\n%s%v", diff, r.Warnings)
			}
		})
	}
}
