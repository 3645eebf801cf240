package form

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLegendPairs(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []legendPair
	}{
		{"進捗度：◎＝達成　○＝概ね順調　「－」は実績のないことを示す。", []legendPair{{"◎", "達成"}, {"○", "概ね順調"}}},
		{"（凡例）A：計画どおり　B：やや遅れ　C：遅れ", []legendPair{{"A", "計画どおり"}, {"B", "やや遅れ"}, {"C", "遅れ"}}},
		{"評価の凡例Ａ＝上回るＢ＝計画どおりＣ＝下回る", []legendPair{{"Ａ", "上回る"}, {"Ｂ", "計画どおり"}, {"Ｃ", "下回る"}}},
		{"進捗区分　１：完了　２：実施中／３：未着手", []legendPair{{"１", "完了"}, {"２", "実施中"}, {"３", "未着手"}}},
		{"達成度 ア…完了、イ…順調", []legendPair{{"ア", "完了"}, {"イ", "順調"}}},
		{"A：市民課 B：総務課", nil}, // no caption
		{"電子申請の件数は15件", nil},
	} {
		if diff := cmp.Diff(tt.want, legendPairs(tt.text), cmp.AllowUnexported(legendPair{})); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
}
