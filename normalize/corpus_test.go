package normalize

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gyokaku/model"

	"github.com/google/go-cmp/cmp"
)

// corpus returns the path of a file of the corpus, and skips the test where
// there is none.
func corpus(t testing.TB, parts ...string) string {
	root := os.Getenv("GYOKAKU_CORPUS")
	if root == "" {
		t.Skip("GYOKAKU_CORPUS is not set")
	}
	return filepath.Join(append([]string{root}, parts...)...)
}

// transcripts finds the transcripts of the corpus that have a gold report with
// items beside them.
func transcripts(t testing.TB) (list []string) {
	texts, err := filepath.Glob(corpus(t, "*", "*.transcript.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range texts {
		gold, err := os.ReadFile(strings.TrimSuffix(text, ".transcript.txt") + ".gold.json")
		if err == nil && strings.Contains(string(gold), `"items": [`) && strings.Contains(string(gold), `"indicators"`) {
			list = append(list, text)
		}
	}
	if len(list) == 0 {
		t.Fatal("the corpus has no transcript with a gold report")
	}
	return list
}

// roughReport makes a raw report of a transcript in the crudest way that keeps
// its texts whole: it stands in for package form, which normalize cannot import.
func roughReport(text string) *model.Report {
	r := &model.Report{}
	var it *model.Item
	section := ""
	for i, line := range strings.Split(text, "\n") {
		at := model.Place{Line: i + 1, Column: 1}
		cells := strings.Split(line, "\t")
		if i := strings.Index(line, "〈"); i >= 0 {
			section = line[i:]
		}
		if strings.HasPrefix(line, "実施項目") {
			r.Items = append(r.Items, model.Item{})
			it = &r.Items[len(r.Items)-1]
			it.Title = model.Printed[string](cells[1], at)
			section = ""
		}
		if it == nil {
			if r.Plan.Title.Raw == "" && strings.TrimSpace(line) != "" {
				r.Plan.Title = model.Printed[string](strings.TrimSpace(line), at)
			}
			continue
		}
		for j := 0; j+1 < len(cells); j++ {
			value := model.Printed[string](cells[j+1], at)
			switch strings.Join(strings.Fields(cells[j]), "") {
			case "項目番号":
				it.Number = value
			case "主管課":
				it.Departments = []model.Field[string]{value}
			case "目指す姿":
				it.Goal = value
			case "進捗状況":
				p := &model.Progress{Symbol: value}
				if j+2 < len(cells) {
					p.Label = model.Printed[string](cells[j+2], at)
				}
				it.Initiatives = append(it.Initiatives, model.Initiative{Progress: p})
			}
		}
		if strings.Contains(section, "総括") && !strings.HasPrefix(line, "〈") {
			for _, c := range cells {
				if c = strings.TrimSpace(c); c != "" && c != "総括評価" && !strings.HasPrefix(c, "取組状況、") {
					it.Assessment = model.Printed[string](strings.TrimSpace(it.Assessment.Raw+"\n"+c), at)
				}
			}
		}
	}
	return r
}

// TestCorpusReport compares what does not depend on finding cells: numbers,
// sections, indicators and statuses.
func TestCorpusReport(t *testing.T) {
	for _, path := range transcripts(t) {
		t.Run(filepath.Base(path), func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			gold, err := os.ReadFile(strings.TrimSuffix(path, ".transcript.txt") + ".gold.json")
			if err != nil {
				t.Fatal(err)
			}
			r := roughReport(string(text))
			Report(r)
			got, err := json.Marshal(r)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(summary(t, gold), summary(t, got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			checkReport(t, r)
		})
	}
}

// summary flattens a report to comparable lines.
func summary(t *testing.T, data []byte) (lines []string) {
	var r struct {
		Municipality json.RawMessage `json:"municipality"`
		Plan         json.RawMessage `json:"plan"`
		Items        []struct {
			ID          string   `json:"id"`
			Departments []string `json:"departments"`
			Indicators  []struct {
				Name       string   `json:"name"`
				Target     quantity `json:"target"`
				TargetYear *int     `json:"target_year"`
				Actuals    []struct {
					Quantity   quantity `json:"quantity"`
					FiscalYear *int     `json:"fiscal_year"`
					AsOf       *string  `json:"as_of"`
				} `json:"actuals"`
				Reason   *string `json:"no_actual_reason"`
				Contains *string `json:"no_actual_reason_contains"`
			} `json:"indicators"`
			Initiatives []struct {
				Progress struct{ Symbol, Label, Status, Phase, Pace, Outcome string }
			} `json:"initiatives"`
		} `json:"items"`
	}
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	add := func(v any) {
		b, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, string(b))
	}
	add([]any{r.Municipality, r.Plan})
	for _, it := range r.Items {
		slices.Sort(it.Departments)
		add([]any{it.ID, it.Departments})
		for _, i := range it.Indicators {
			add([]any{it.ID, fold(i.Name), i.Target, i.TargetYear, i.Actuals, i.Reason != nil || i.Contains != nil})
		}
		for _, in := range it.Initiatives {
			add([]any{it.ID, in.Progress})
		}
	}
	return lines
}

type quantity struct {
	Value, Min, Max    *float64
	Unit               string
	Comparator, Change string
	Approximate        bool
	OutOf              *float64 `json:"out_of"`
}

// checkReport holds what is true of every report: steps replay, a second
// reading changes nothing, every rule is listed.
func checkReport(t *testing.T, r *model.Report) {
	t.Helper()
	listed := map[string]bool{}
	for _, rule := range Rules() {
		listed[rule.ID] = true
	}
	for _, e := range model.Evidences(r) {
		if _, ok := model.Replay(e.Raw, e.Steps); !ok {
			t.Errorf("%s: steps do not replay: %q %+v", e.Field, e.Raw, e.Steps)
		}
		for _, id := range e.Rules {
			if !listed[id] {
				t.Errorf("%s: rule %q is not in Rules()", e.Field, id)
			}
		}
	}
	once, _ := json.Marshal(r)
	before := model.Evidences(r)
	Report(r)
	twice, _ := json.Marshal(r)
	if diff := cmp.Diff(string(once), string(twice)); diff != "" {
		t.Errorf("a second reading changes the report (-once +twice):\n%s", diff)
	}
	if diff := cmp.Diff(before, model.Evidences(r)); diff != "" {
		t.Errorf("a second reading changes the evidence (-once +twice):\n%s", diff)
	}
}

func BenchmarkReport(b *testing.B) {
	data, err := os.ReadFile(transcripts(b)[0])
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		r := roughReport(string(data))
		for i := range r.Items {
			r.Items[i].Situation = r.Items[i].Assessment // as many texts as a real report
			for j := range r.Items[i].Initiatives {
				in := &r.Items[i].Initiatives[j]
				in.Done, in.Next, in.Title = r.Items[i].Assessment, r.Items[i].Goal, r.Items[i].Title
			}
		}
		b.StartTimer()
		Report(r)
	}
}
