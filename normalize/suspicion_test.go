package normalize

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

func TestSuspicions(t *testing.T) {
	for _, c := range []struct{ in, candidate string }{
		{"現場の声をつばさに聞き取った。", "現場の声をつぶさに聞き取った。"},
		{"職員への ずり込みを図る。", "職員への 刷り込みを図る。"},
		{"窓口を〓階に移した。", ""},
		{"臨時職員を配置などを進めた。", ""},
	} {
		list := Suspicions(c.in, 2024)
		if len(list) != 1 || c.candidate != "" && (len(list[0].Candidates) != 1 || list[0].Candidates[0] != c.candidate) {
			t.Errorf("Suspicions(%q) = %v, want one with %q", c.in, list, c.candidate)
		}
	}
	for _, s := range []string{
		"つばさのマークを使う。", "引きずり込まれる恐れがある。", "取り込みを進め、振り込みを行った。", "研修などを行った。", "2025年6月1日から実施する予定である。", "2024年10月1日から開始した。",
		"速やかな対応と、健やかに育つ環境", "おおむね計画どおり", "見直しの上、仕組みを整えた。",
	} {
		if list := Suspicions(s, 2024); len(list) > 0 {
			t.Errorf("Suspicions(%q) = %v", s, list)
		}
	}
}

// suspicionsPerReport is how many a report may have; of the five found when this was written none
// was false.
const suspicionsPerReport = 6

// The true texts of the corpus hold few suspicions: what is found is logged.
func TestSuspicionsAreRare(t *testing.T) {
	paths, _ := filepath.Glob(filepath.Join(filepath.Dir(corpus(t, "normalize", "cases.tsv")), "..", "*", "*", "*.gold.json"))
	more, _ := filepath.Glob(filepath.Join(filepath.Dir(corpus(t, "normalize", "cases.tsv")), "..", "*", "*.gold.json"))
	if paths = append(paths, more...); len(paths) == 0 {
		t.Skip("no gold files")
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var v any
		if err := json.Unmarshal(data, &v); err != nil {
			t.Fatal(err)
		}
		n := 0
		eachString(v, func(s string) {
			for _, p := range Suspicions(s, 2024) {
				n++
				t.Logf("%s: %s", filepath.Base(path), p.Message)
			}
		})
		if n > suspicionsPerReport {
			t.Errorf("%s: %d suspicions", path, n)
		}
	}
}

func eachString(v any, visit func(string)) {
	switch v := v.(type) {
	case string:
		visit(v)
	case []any:
		for _, x := range v {
			eachString(x, visit)
		}
	case map[string]any:
		for _, x := range v {
			eachString(x, visit)
		}
	}
}
