package write

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPointer(t *testing.T) {
	r := mizuno(7)
	r.Items[1].Initiatives[0].Number.Known = false
	for path, want := range map[string]string{
		"1-3":                               "/items/2",
		"1-3.indicators":                    "/items/2/indicators",
		"1-3.indicators.2.target":           "/items/2/indicators/1/target",
		"2-1/2.progress":                    "/items/5/initiatives/1/progress",
		"2-1/2.progress.label":              "/items/5/initiatives/1/progress/label",
		"1-1.pillar.number":                 "/items/0/pillar/number",
		"municipality.code":                 "/municipality/code",
		"plan.from":                         "/plan/from",
		"outline":                           "/outline",
		"/items/0/title":                    "/items/0/title",
		"/items":                            "/items",
		"1-1.indicators.1.baseline":         "/items/0/indicators/0/baseline",
		"1-1.departments.2":                 "/items/0/departments/1",
		"1-1.indicators.1.no_actual_reason": "/items/0/indicators/0/no_actual_reason",
	} {
		if got, err := Pointer(r, path); err != nil || got != want {
			t.Errorf("Pointer(%q) = %q, %v; want %q", path, got, err, want)
		}
	}
	for path, near := range map[string]string{
		"1-8":                     "1-1",
		"1-3/9.title":             "1",
		"1-3.titel":               "title",
		"1-3/1.progress.lable":    "label",
		"1-3.indicators.9":        "1",
		"municipalty":             "municipality",
		"/items/0/titel":          "title",
		"1-3.title.x":             "",
		"1-1/1.schedule.first":    "1",
		"outline.themes":          "",
		"/items/0/progress/label": "",
		"":                        "",
	} {
		_, err := Pointer(r, path)
		var unknown *UnknownPathError
		if !errors.As(err, &unknown) {
			t.Errorf("Pointer(%q): %v, want an UnknownPathError", path, err)
		} else if near != "" && !slices.Contains(unknown.Near, near) {
			t.Errorf("Pointer(%q): %v, want %s near", path, err, near)
		}
	}
}

// FuzzPointer: what Pointer accepts exists in the report.
func FuzzPointer(f *testing.F) {
	r := mizuno(2)
	for _, s := range []string{"1-1/1.progress", "/items/0", "plan.from", "1-1.indicators.0", "1-1..", "/"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, path string) {
		pointer, err := Pointer(r, path)
		if err != nil {
			return
		}
		if err := Explain(discard{}, r, pointer, "ja", reasons); err != nil {
			t.Errorf("%q leads to %q: %v", path, pointer, err)
		}
	})
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

// The whole report, explained from its JSON alone, names every evidence.
func TestExplain(t *testing.T) {
	r, err := Read(strings.NewReader(jsonText(t, mizuno(2))))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ path, lang, want string }{
		{"1-1/1.progress.label", "ja", `1-1 取組1 進捗状況 進捗の語  /items/0/initiatives/0/progress/label
  値　　  順調
  規則　  1 ocr.vocabulary  「川」→「」  凡例の語に直した
  原文　  川順調
  場所　  mizuno-2024.pdf 2ページ 左72.0 上400.0 右301.3 下412.5 (pt)
  確かさ  87.5%
`},
		{"1-1/1.progress.label", "en", `/items/0/initiatives/0/progress/label
  value       順調
  rules       1 ocr.vocabulary  "川" -> ""  凡例の語に直した
  raw         川順調
  place       mizuno-2024.pdf p2 [72.0,400.0,301.3,412.5]
  confidence  87.5%
`},
		{"1-1.indicators.1.target", "ja", `1-1 数値目標1 目標  /items/0/indicators/0/target
  値　　  10分以下
  規則　  なし（印刷のまま）
  原文　  10分以内
  場所　  mizuno-2024.pdf 2ページ 左72.0 上180.0 右301.3 下192.5 (pt)
  確かさ  100%
`},
		{"1-1/1.next", "ja", `1-1 取組1 改善点  /items/0/initiatives/0/next
  値がありません（文書に書かれていないか、読み取れませんでした）
`},
	} {
		var b strings.Builder
		if err := Explain(&b, r, c.path, c.lang, reasons); err != nil {
			t.Errorf("%s: %v", c.path, err)
		}
		if diff := cmp.Diff(c.want, b.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.path, diff)
		}
	}
}

func TestExplainBelow(t *testing.T) {
	var b strings.Builder
	if err := Explain(&b, mizuno(2), "1-1/1.progress", "ja", nil); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"進捗の語", "on_track (順調)", "on_plan (計画どおり)", "○"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, &b)
		}
	}
	b.Reset()
	if err := Explain(&b, mizuno(2), "1-1/2.title", "ja", nil); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "title.differs  計画と実績で取組の名前が違います") {
		t.Errorf("no warning in\n%s", &b)
	}
	// 1-1 is not a prefix of 1-10's pointer.
	b.Reset()
	if err := Explain(&b, mizuno(12), "/items/1", "ja", nil); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "/items/10/") {
		t.Error("/items/1 explains /items/10")
	}
}

func ExampleExplain() {
	_ = Explain(os.Stdout, mizuno(1), "plan.from", "ja", nil)
	// Output:
	// 計画 計画の初年度  /plan/from
	//   値　　  2024
	//   規則　  なし（印刷のまま）
	//   原文　  令和6年度
	//   場所　  mizuno-2024.pdf 1ページ 左72.0 上300.0 右301.3 下312.5 (pt)
	//   確かさ  100%
}
