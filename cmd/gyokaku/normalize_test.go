package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"testing"
	"time"

	"gyokaku/extract"
	"gyokaku/extract/form"
	"gyokaku/extract/grid"
	"gyokaku/extract/pdf"
	"gyokaku/model"
	"gyokaku/normalize"
)

// TestNormalizeTexts finds a text of the normalize command that a language
// lacks.
func TestNormalizeTexts(t *testing.T) {
	for name, texts := range normalizeTexts {
		v := reflect.ValueOf(*texts)
		for i := range v.NumField() {
			if v.Field(i).Kind() == reflect.String && v.Field(i).String() == "" {
				t.Errorf("%s: %s is empty", name, v.Type().Field(i).Name)
			}
		}
		if len(texts.decisions) != 3 {
			t.Errorf("%s: %d decisions", name, len(texts.decisions))
		}
	}
}

// TestKindsHaveValues finds a kind whose JSON lacks a member.
func TestKindsHaveValues(t *testing.T) {
	for _, k := range normalize.Kinds() {
		data, err := json.Marshal(normalize.Read(k, "順調 5%", normalize.Context{}))
		var v map[string]any
		if err != nil || json.Unmarshal(data, &v) != nil {
			t.Fatal(k, err)
		}
		for _, m := range []string{"raw", "text", "value", "decision", "steps", "warnings"} {
			if _, ok := v[m]; !ok {
				t.Errorf("%s: no %s in %s", k, m, data)
			}
		}
	}
}

// BenchmarkStageShares reads a report of 23 pages and gives what recognising its
// form and normalising it cost, in percent of extracting it.
func BenchmarkStageShares(b *testing.B) {
	root := os.Getenv("GYOKAKU_CORPUS")
	if root == "" {
		b.Skip("GYOKAKU_CORPUS is not set: no report to read")
	}
	files, err := filepath.Glob(filepath.Join(root, "*", "report-*.calc.pdf"))
	if err != nil || len(files) == 0 {
		b.Fatalf("no report in the corpus (%v)", err)
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		b.Fatal(err)
	}
	var extracting, binding, normalizing time.Duration
	fields, allocs := 0, uint64(0)
	var before, after runtime.MemStats
	for b.Loop() {
		start := time.Now()
		doc, err := pdf.Extractor{}.Extract(b.Context(), extract.Source{Data: data})
		if err != nil {
			b.Fatal(err)
		}
		grid.Layout(b.Context(), doc)
		extracting += time.Since(start)
		start = time.Now()
		report, err := form.Read(doc)
		if err != nil {
			b.Fatal(err)
		}
		binding += time.Since(start)
		runtime.ReadMemStats(&before)
		start = time.Now()
		normalize.Report(report)
		normalizing += time.Since(start)
		runtime.ReadMemStats(&after)
		allocs += after.Mallocs - before.Mallocs
		fields = len(model.Evidences(report))
	}
	b.ReportMetric(100*float64(binding)/float64(extracting), "%form/extract")
	b.ReportMetric(100*float64(normalizing)/float64(extracting), "%normalize/extract")
	b.ReportMetric(float64(normalizing.Microseconds())/float64(b.N), "µs-normalize/op")
	b.ReportMetric(float64(extracting.Microseconds())/float64(b.N), "µs-extract/op")
	b.ReportMetric(float64(allocs)/float64(b.N)/float64(fields), "allocs/field")
}
