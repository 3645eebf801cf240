package write

import (
	"reflect"
	"strings"

	"gyokaku/model"
)

// statusLegend explains the roll-up statuses: mark, word and colour.
func (p *introPage) statusLegend() {
	about := map[model.Status]string{
		model.StatusDone:          "計画した取組を終えた、または目標を達成した。",
		model.StatusOnTrack:       "計画どおり、または計画より早く進んでいる。",
		model.StatusMostlyOnTrack: "おおむね計画どおりに進んでいる。",
		model.StatusDelayed:       "計画より遅れている、または達成できていない。",
		model.StatusNotStarted:    "まだ始めていない。",
		model.StatusStopped:       "中止、休止、廃止、取下げ。",
		model.StatusUnrated:       "評価していない、または評価の対象ではない。",
	}
	p.section("区分の見かた")
	p.put(20, p.styled("lead", "「記号」と「進捗状況」は文書に印刷されたまま。「区分」は文書の凡例にしたがって7つにまとめたものです。"))
	for _, s := range choices[reflect.TypeFor[model.Status]()] {
		status := model.Status(s.value)
		p.put(minRowHeight, p.cell(textCell(s.word).toned(tone(status)), formStatus), p.styled("lead", "　"+about[status]))
	}
}

// stageLegend explains the colours of bars.
func (p *introPage) stageLegend() {
	p.section("工程の見かた")
	p.put(20, p.styled("lead", "帯の初めの年度に工程の語、続く年度に「→」。語の後の「～」は、文書が始まりの年度だけを示していることを表します。"))
	for _, s := range []stage{stagePlan, stagePrepare, stageWork, stageOther, stageEnd, stageUnknown} {
		var words []string
		for _, c := range choices[reflect.TypeFor[model.Phase]()] {
			if stages[model.Phase(c.value)] == s {
				words = append(words, c.word)
			}
		}
		if s == stageUnknown {
			words = []string{"上のどれにもあたらない語"}
		}
		p.put(minRowHeight, p.cell(textCell(strings.Join(words, "・")).toned(tone(barStart+string(s))), formCode))
	}
}

// notes say what a reader may rely on.
func (p *introPage) notes() {
	p.section("読むときの注意")
	for _, n := range [][2]string{
		{"空欄", "文書に書かれていないか、読み取れなかったもの。0 は印刷された 0 です。読み取れなかったものは「警告」にあります。"},
		{"年度", "西暦の会計年度。隣の列に和暦があります。"},
		{"数値と単位", "数値は円・件・人などの基本の単位にそろえ、単位は隣の列にあります。割合は印刷のまま（46 は 46%）。"},
		{"実績÷目標", "目標と実績がどちらも1つの数値で、単位と増減の向きが同じときの単なる割合。良し悪しは表しません。"},
		{"達成率", "「以上」「増」「減」や基準値から、大きいほど良いと文書でわかる目標だけ。出さないときは理由を書いてあります。"},
		{"目標達成", "目標の条件に合えば「達成」、目標年度（記載がなければ計画の最終年度）より前なら「途中」。向きがわからない目標は、値が同じときだけ「達成」。"},
		{"対応づけたセル", "実施項目を読んだ表の、空でないセルのうち、意味がわかったもの。残りは「警告」にあります。"},
		{"確かさ", "その行でいちばん不確かな値のもの。100% は印刷のまま正確に読めたことを表します。"},
		{"場所", "「3ページ (448, 498)」は、3ページの左から448、上から498ポイント（1ポイントは約0.35mm）。"},
		{"隠れた列", "どの文書にも値のない列は隠してあります。列の見出しを選び「再表示」で出せます。"},
		{"値のたどり方", "gyokaku explain 報告書.json 1-3/1.progress で、値から元の文書の場所までたどれます。"},
	} {
		p.put(20, p.styled("key", n[0]), p.styled("lead", n[1]))
	}
}
