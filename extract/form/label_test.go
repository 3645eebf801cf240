package form

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestLabelOf(t *testing.T) {
	for _, tt := range []struct {
		text string
		role role
	}{
		{"実施項目", roleTitle}, {"実　施　項　目", roleTitle}, {"項目番号", roleNumber}, {"主管課", roleDepartment},
		{"⽬指す姿", roleGoal}, {"取組内容１", roleInitiative}, {"取組内容\n2", roleInitiative},
		{"令和6年度の\n実施内容", roleDone}, {"2024年度の実施内容", roleDone}, {"次年度に向けた改善点", roleNext},
		{"〈アクション項目の概要〉", roleOverview}, {"＜アクション項目の総括＞", roleSummary}, {"■取組内容別の実績報告", roleResults},
		{"取組期間 （年度）", roleHint},
		{"総務課", noRole}, {"実施", noRole}, {"取組内容", roleAction}, {"令和6年度", noRole},
		{"課題を整理し、今後の取組内容1件を実施する。", noRole},
	} {
		if l, _ := labelOf(tt.text, false); l.role != tt.role {
			t.Errorf("labelOf(%q) = %d, want %d", tt.text, l.role, tt.role)
		}
	}
}

func TestLabelOfNoisy(t *testing.T) {
	for _, tt := range []struct {
		text string
		role role
	}{
		{"目指す次", roleGoal}, {"進抄状況", roleProgress}, {"次年度に向けた改療点", roleNext}, {"頃目番号", roleNumber},
		{"2024年征の実施内容", roleDone},
		{"主菅課", noRole},         // three characters are too few to be sure
		{"検討。実施項目", noRole},     // prose
		{"取組状況の確認と今後", noRole},  // two characters away
		{"つくる人と育てる人の話", noRole}, // nothing like it
	} {
		if l, _ := labelOf(tt.text, true); l.role != tt.role {
			t.Errorf("labelOf(%q) = %d, want %d", tt.text, l.role, tt.role)
		}
	}
}

func TestInlineLabel(t *testing.T) {
	for _, tt := range []struct {
		text, value string
		role        role
		ok          bool
	}{
		{"主管課：総務課", "総務課", roleDepartment, true}, {"項目番号: 1-①", "1-①", roleNumber, true},
		{"電子申請年間件数：15件", "", noRole, false}, {"主管課：", "", noRole, false},
	} {
		l, value, ok := inlineLabel(tt.text)
		if ok != tt.ok || ok && (value != tt.value || l.role != tt.role) {
			t.Errorf("inlineLabel(%q) = %d %q %t", tt.text, l.role, value, ok)
		}
	}
}

// The quick way of fold must agree with the tables of the compatibility form.
func FuzzFold(f *testing.F) {
	for _, s := range []string{"現　状", "⽬指す姿", "取組内容 １", "ﾊﾟ", "か\u3099", "〜", "A b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		key := fold(s)
		if isFolded(s) && norm.NFKC.String(s) != s {
			t.Errorf("%q is no key of its own", s)
		}
		if again := fold(key); again != key && !strings.ContainsFunc(key, unicode.IsSpace) {
			t.Errorf("%q → %q → %q", s, key, again)
		}
	})
}
