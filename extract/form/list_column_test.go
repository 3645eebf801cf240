package form

import (
	"testing"

	"gyokaku/extract"
)

// A word that stood under two roles would be bound by the order of a map.
func TestColumnWordsAreUnambiguous(t *testing.T) {
	first := map[string]columnRole{}
	for role, list := range columnWords {
		for _, w := range list {
			key := fold(w)
			if other, again := first[key]; again {
				t.Errorf("%q heads columns %d and %d", w, other, role)
			}
			first[key] = role
			if headPlace.Replace(key) != key && columnLexicon()[headPlace.Replace(key)] != role && columnLexicon()[headPlace.Replace(key)] != colNone {
				t.Errorf("%q is another role in its usual spelling", w)
			}
		}
	}
}

func TestReadHeading(t *testing.T) {
	for _, tt := range []struct {
		text       string
		role       columnRole
		year, unit string
		owner      bool
	}{
		{"実　施　項　目", colTitle, "", "", false}, {"担\n当\n課", colDepartment, "", "", false}, {"№", colNumber, "", "", false},
		{"取組項目\n【担当課】", colTitle, "", "", true}, {"取組項目・担当課", colTitle, "", "", true}, {"【担当課】", colDepartment, "", "", false},
		{"令和６年度の実績", colResult, "2024", "", false}, {"R6実績値", colActual, "2024", "", false}, {"2024年度\n取組実績", colDone, "2024", "", false},
		{"令和６年度\n効果額（千円）", colEffect, "2024", "千円", false}, {"削減額（単位：百万円）", colEffect, "", "百万円", false},
		{"現状値\n（令和元年\n度）", colBaseline, "2019", "", false}, {"最終目標値（R8）", colTarget, "2026", "", false},
		{"R4", colYear, "2022", "", false}, {"平成30年度", colYear, "2018", "", false}, {"2024", colYear, "2024", "", false}, {"令和6年度末", colYear, "2024", "", false},
		{"進捗度※1", colStatus, "", "", false}, {"評価（A～D）", colStatus, "", "", false}, {"課題・今後の取組", colNext, "", "", false},
		{"窓口の改善", colNone, "", "", false}, {"6", colNone, "", "", false}, {"", colNone, "", "", false},
	} {
		h := readHeading(&extract.Cell{Text: tt.text})
		if h.role != tt.role || h.year != tt.year || h.unit != tt.unit || h.owner != tt.owner {
			t.Errorf("readHeading(%q) = role %d year %q unit %q owner %t, want %d %q %q %t", tt.text, h.role, h.year, h.unit, h.owner, tt.role, tt.year, tt.unit, tt.owner)
		}
	}
}

func TestScaleOf(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"【年度別計画の凡例】　▲：検討・準備　　●：実施・継続", "年度別計画: ▲検討・準備 ●実施・継続"},
		{"【評価の凡例】　A：計画どおり　　B：概ね計画どおり　　C：計画より遅れている", "評価: A計画どおり B概ね計画どおり C計画より遅れている"},
		{"評価の区分　●　完了　／　○　計画どおり　／　△　計画より遅れ　／　－　未着手", "評価: ●完了 ○計画どおり △計画より遅れ －未着手"},
		{"進捗区分　１：完了　２：実施中　３：一部実施", "進捗区分: １完了 ２実施中 ３一部実施"},
		{"（凡例）◎…達成、○…順調、×…未達成", ": ◎達成 ○順調 ×未達成"},
		{"※進捗度　ア＝完了　イ＝実施中　ウ＝未着手", "進捗度: ア完了 イ実施中 ウ未着手"},
		{"【▲:検討・準備 ●:実施・継続】", ": ▲検討・準備 ●実施・継続"},
		{"達成度は、Aが目標以上、Bが目標どおり、Cが目標未満である。", "達成度: A目標以上 B目標どおり C目標未満である"},
		{"S 計画以上　A 計画どおり　B やや遅れ", ": "}, // without a caption letters may be anything
		{"対象は、A棟とB棟である。", ": "},
		{"4月に3回、5月に2回開いた。", ": "},
		{"収入 1,200 支出 3,400", ": "},
	} {
		s := scaleOf(tt.text)
		got := s.caption + ":"
		for _, p := range s.pairs {
			got += " " + p.symbol + p.word
		}
		if len(s.pairs) == 0 {
			got = ": "
		}
		if got != tt.want {
			t.Errorf("scaleOf(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestSplitAmount(t *testing.T) {
	for _, tt := range []struct{ text, word, amount string }{
		{"実施 △112,300", "実施", "△112,300"}, {"実施\n△1,700", "実施", "△1,700"}, {"管理職手当　500千円", "管理職手当", "500千円"},
		{"実施", "実施", ""}, {"第2期計画", "第2期計画", ""}, {"検討2", "検討2", ""}, {"●", "●", ""},
	} {
		if word, amount := splitAmount(tt.text); word != tt.word || amount != tt.amount {
			t.Errorf("splitAmount(%q) = %q, %q", tt.text, word, amount)
		}
	}
}

func TestSplitPillar(t *testing.T) {
	for _, tt := range []struct {
		text, number, title string
		ok                  bool
	}{
		{"１　歳入の確保", "１", "歳入の確保", true}, {"基本方針２　健全な財政運営", "２", "健全な財政運営", true},
		{"Ⅲ 市民サービス", "Ⅲ", "市民サービス", true}, {"(2)人材の育成", "(2)", "人材の育成", true}, {"柱一　協働", "一", "協働", true},
		{"財政の健全化", "", "財政の健全化", false},
	} {
		number, title, ok := splitPillar(tt.text)
		if ok != tt.ok || number != tt.number || title != tt.title {
			t.Errorf("splitPillar(%q) = %q, %q, %t", tt.text, number, title, ok)
		}
	}
}
