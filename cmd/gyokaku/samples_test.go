package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

const samplesDir = "../../samples"

// TestSamples converts every sample and compares it with the values that its
// generator holds: the same ones for all formats of a year.
func TestSamples(t *testing.T) {
	golds, err := filepath.Glob(samplesDir + "/*/want.json")
	if err != nil || len(golds) == 0 {
		t.Fatalf("no samples to check (%v)", err)
	}
	schema := compileSchema(t)
	for _, gold := range golds {
		dir := filepath.Dir(gold)
		inputs, err := filepath.Glob(dir + "/*.[^j]*")
		if err != nil || len(inputs) == 0 {
			t.Fatalf("no sources in %s (%v)", dir, err)
		}
		for _, input := range inputs {
			t.Run(filepath.Base(dir)+"/"+filepath.Base(input), func(t *testing.T) {
				checkReport(t, schema, readGold(t, gold), input)
			})
		}
	}
}

// checkReport converts input, validates what was written and compares it with
// gold. A transcript does not show where schedule bars end.
func checkReport(t *testing.T, schema *jsonschema.Schema, gold any, input string) {
	t.Helper()
	data := convertOne(t, input)
	validate(t, schema, data)
	misses := compareReports(gold, decode(t, data), strings.HasSuffix(input, ".txt"))
	for _, m := range misses {
		t.Error(m)
	}
}

// compileSchema is what gyokaku schema prints, ready to validate.
func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := run(t.Context(), []string{"schema"}, noEnv, &stdout, &stderr); code != exitDone {
		t.Fatalf("schema: exit %d\n%s", code, &stderr)
	}
	doc, err := jsonschema.UnmarshalJSON(&stdout)
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft2020)
	if err := compiler.AddResource("report.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("report.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func validate(t *testing.T, schema *jsonschema.Schema, data []byte) {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(doc); err != nil {
		t.Errorf("does not follow the schema: %v", err)
	}
}
