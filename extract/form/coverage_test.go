package form

import (
	"slices"
	"strings"
	"testing"

	"gyokaku/model"
)

func TestCoverageOfKnownForm(t *testing.T) {
	r := mustRead(t, transcript(oneItem))
	if c := r.Coverage; c == nil || c.Cells < 30 || c.Bound != c.Cells {
		t.Errorf("coverage %+v, want all cells bound", c)
	}
}

// A word that is repeated for every year of its bar is bound each time.
func TestCoverageOfRepeatedBars(t *testing.T) {
	r := mustRead(t, transcript(strings.Replace(oneItem, "検討\t実施", "実施\t実施\t実施", 1)))
	if c := r.Coverage; c.Bound != c.Cells {
		t.Errorf("coverage %+v: %v", c, r.Warnings)
	}
}

// A cell that no label claims is counted, and told with the label beside it.
func TestCoverageOfUnboundCells(t *testing.T) {
	for _, tt := range []struct {
		name, old, new string
		lost           int
		code           string
		candidates     []string
		message        string
	}{
		{"nothing known", "総括評価\t予約の方式を決めた。\n【平均待ち時間 14分 (2024年度)】",
			"総括評価\t予約の方式を決めた。\n謎の欄\t謎の値", 2, "unbound_cell", nil, "左の見出しは「謎の欄」です。"},
		{"a word for several fields", "目指す姿\t待たずに済む。【平均待ち時間 10分以下】\n",
			"目指す姿\t待たずに済む。\n実績\t大いに進んだ。\n", 2, "ambiguous_cell", []string{"指標（measures）", "実施内容（done）"}, "いくつかの欄"},
		{"an unknown word", "〈アクション項目の概要〉\t\t主管課\t市民課 総務課",
			"〈アクション項目の概要〉\t\t主管課\t市民課 総務課\t難易度\tＡ", 2, "unbound_cell", nil, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.Replace(oneItem, tt.old, tt.new, 1)
			if text == oneItem {
				t.Fatal("the change does not apply")
			}
			doc := transcript(text)
			doc.Format = "xlsx" // a transcript is read as torn rows
			r := mustRead(t, doc)
			if c := r.Coverage; c.Cells-c.Bound != tt.lost {
				t.Errorf("%d of %d cells bound, want %d lost: %v", c.Bound, c.Cells, tt.lost, r.Warnings)
			}
			i := slices.IndexFunc(r.Warnings, func(p model.Problem) bool { return p.Code == tt.code })
			if i < 0 {
				t.Fatalf("no %s in %v", tt.code, r.Warnings)
			}
			if p := r.Warnings[i]; tt.candidates != nil && !sameWords(p.Candidates, tt.candidates) {
				t.Errorf("candidates %v, want %v", p.Candidates, tt.candidates)
			}
			if !slices.ContainsFunc(r.Warnings, func(p model.Problem) bool { return strings.Contains(p.Message, tt.message) }) {
				t.Errorf("no message with %q in %v", tt.message, r.Warnings)
			}
		})
	}
}

func sameWords(a, b []string) bool {
	a, b = slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	return slices.Equal(a, b)
}

// What a layout passes over in silence is found out.
func TestCoverageFindsSilence(t *testing.T) {
	doc := transcript(oneItem)
	r := mustRead(t, doc)
	again := &reader{doc: doc, labels: map[string]label{}, report: r}
	before := len(r.Warnings)
	r.Items[0].Goal = model.Field[string]{} // as if its cell had been dropped
	again.coverage(rowsOf(doc))
	if c := r.Coverage; c.Cells-c.Bound != 1 || len(r.Warnings) != before+1 {
		t.Fatalf("coverage %+v, %d new warnings", c, len(r.Warnings)-before)
	}
	if p := r.Warnings[before]; p.Code != "unbound_cell" || !strings.Contains(p.Message, "目指す姿") || p.Line == 0 {
		t.Errorf("warning %+v", p)
	}
}

func TestCandidates(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []role
	}{
		{"実 績", []role{roleDone, roleMeasures}},
		{"担当部署名", []role{roleDepartment}}, // one character from 担当部署
		{"謎の欄", nil},
		{"三つの方式を比べた。", nil},
		{"Ａ", nil},
	} {
		if got := candidates(tt.text); !slices.Equal(got, tt.want) {
			t.Errorf("candidates(%q) = %v, want %v", tt.text, got, tt.want)
		}
	}
}
