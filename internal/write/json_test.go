package write

import (
	"bytes"
	"encoding/json"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gyokaku/model"
)

func jsonText(t testing.TB, r *model.Report) string {
	t.Helper()
	var b strings.Builder
	if err := JSON(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// tree is what encoding/json reads from text.
func tree(t testing.TB, text []byte) (v any) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return v
}

// absent rewrites what encoding/json makes of the model as the contract wants
// it: no text is null.
func absent(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k := range v {
			if v[k] == "" && k != "from" && k != "to" {
				v[k] = nil
				continue
			}
			v[k] = absent(v[k])
		}
	case []any:
		for i := range v {
			v[i] = absent(v[i])
		}
	}
	return v
}

func TestJSONAgreesWithModel(t *testing.T) {
	for _, r := range []*model.Report{mizuno(3), outline()} {
		got := tree(t, []byte(jsonText(t, r)))
		want := *r
		want.Provenance = model.Evidences(r)
		compact, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		// Lists compare as equal when absent in either way; that they are
		// written as [] is the schema's test.
		opt := cmp.FilterValues(func(a, b any) bool { return empty(a) && empty(b) }, cmp.Ignore())
		near := cmp.Comparer(func(a, b json.Number) bool {
			x, errX := a.Float64()
			y, errY := b.Float64()
			return a == b || errX == nil && errY == nil && math.Abs(x-y) < 0.01
		})
		if diff := cmp.Diff(absent(tree(t, compact)), got, opt, near); diff != "" {
			t.Errorf("%s (-encoding/json +ours):\n%s", r.Source.Name, diff)
		}
	}
}

func empty(v any) bool {
	list, ok := v.([]any)
	return v == nil || ok && len(list) == 0
}

func TestJSONForm(t *testing.T) {
	got := jsonText(t, mizuno(1))
	for _, want := range []string{
		"{\n  \"schema\": \"gyokaku.report/1\",\n  \"kind\": \"progress_report\",\n  \"municipality\": {\n    \"name\": \"瑞野市\"",
		`"outline": null`,
		`"comparator": "<="`,
		`※\"速報値\" <未確定> & \\参考\\`,
		`"value": 12.5`,
		`"box": [72, 500, 301.26, 512.5]`, // hundredths of a point
		`"confidence": 0.875`,
		"\n    {\"field\": \"/items/0/title\", \"page\": 2, ",
		`"steps": [{"rule": "text.space", "at": 6, "from": " ", "to": ""}]`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	for _, never := range []string{`: ""`, `\u003`, "\r", "\t"} {
		if strings.Contains(strings.ReplaceAll(got, `"to": ""`, ""), never) {
			t.Errorf("%q in\n%s", never, got)
		}
	}
	if again := jsonText(t, mizuno(1)); again != got {
		t.Error("two runs differ")
	}
}

func TestJSONRefusesNaN(t *testing.T) {
	r := mizuno(1)
	r.Items[0].Title.At.Box = &model.Box{math.NaN()}
	if err := JSON(io.Discard, r); err == nil {
		t.Error("no error")
	}
}

func TestReadIsTheInverse(t *testing.T) {
	for _, r := range []*model.Report{mizuno(3), outline(), {}} {
		first := jsonText(t, r)
		back, err := Read(strings.NewReader(first))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(first, jsonText(t, back)); diff != "" {
			t.Errorf("written again (-first +second):\n%s", diff)
		}
	}
	back, err := Read(strings.NewReader(jsonText(t, mizuno(1))))
	if err != nil {
		t.Fatal(err)
	}
	label := back.Items[0].Initiatives[0].Progress.Label
	if label.Raw != "川順調" || label.At.Page != 2 || len(label.Steps) != 1 || label.Doubt != 0.125 {
		t.Errorf("field not restored: %+v", label)
	}
}

func TestReadErrors(t *testing.T) {
	good := jsonText(t, mizuno(1))
	for name, text := range map[string]string{
		"empty":          "",
		"html":           "<html>",
		"cut":            good[:len(good)/2],
		"other contract": strings.Replace(good, "report/1", "report/2", 1),
		"two reports":    good + good,
		"lost field":     strings.Replace(good, `"field": "/items/0/title"`, `"field": "/items/7/title"`, 1),
		"not a field":    strings.Replace(good, `"field": "/items/0/title"`, `"field": "/items/0"`, 1),
		"into nothing":   strings.Replace(good, `"field": "/items/0/title"`, `"field": "/outline/status"`, 1),
	} {
		if _, err := Read(strings.NewReader(text)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// Any text is written so that it reads back the same, but for bytes that are
// not UTF-8.
func FuzzJSONText(f *testing.F) {
	for _, s := range []string{"順調", "a\"\\\n\t\r\x00\x1f\u2028", "\xff\xfe", "<&>", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		e := encoder{}
		e.text(s)
		var back string
		if err := json.Unmarshal(e.buf, &back); err != nil {
			t.Fatalf("%q: %v", e.buf, err)
		}
		var want string
		std, _ := json.Marshal(s)
		_ = json.Unmarshal(std, &want)
		if back != want {
			t.Errorf("%q reads back as %q", want, back)
		}
	})
}

func BenchmarkJSON(b *testing.B) {
	r := mizuno(23)
	b.ReportAllocs()
	for b.Loop() {
		if err := JSON(io.Discard, r); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(model.Evidences(r))), "values")
}

// BenchmarkJSONStandard is what encoding/json needs for the same.
func BenchmarkJSONStandard(b *testing.B) {
	r := mizuno(23)
	for b.Loop() {
		out := *r
		out.Provenance = model.Evidences(r)
		e := json.NewEncoder(io.Discard)
		e.SetIndent("", "  ")
		if err := e.Encode(out); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	text := jsonText(b, mizuno(23))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := Read(strings.NewReader(text)); err != nil {
			b.Fatal(err)
		}
	}
}
