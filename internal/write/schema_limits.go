package write

import (
	"github.com/google/jsonschema-go/jsonschema"
	"github.com/shopspring/decimal"

	"gyokaku/model"
)

// quantityMembers are the JSON members of model.Quantity, which writes itself
// and has no tags. A test compares it with what model.Quantity marshals to.
type quantityMembers struct {
	Value       *decimal.Decimal              `json:"value"`
	Min         *decimal.Decimal              `json:"min"`
	Max         *decimal.Decimal              `json:"max"`
	Unit        model.Field[string]           `json:"unit"`
	Measure     model.Measure                 `json:"measure"`
	Comparator  model.Field[model.Comparator] `json:"comparator"`
	Change      model.Field[model.Change]     `json:"change"`
	Approximate bool                          `json:"approximate"`
	OutOf       *decimal.Decimal              `json:"out_of"`
	Text        string                        `json:"text"`
}

// limits are what the contract promises beyond the Go type.
var limits = map[string]func(*jsonschema.Schema){
	"Report.schema":       constant(model.SchemaID),
	"Municipality.code":   pattern(`^\d{6}$`),
	"Coverage.cells":      atLeast(0),
	"Coverage.bound":      atLeast(0),
	"Source.sha256":       pattern(`^[0-9a-f]{64}$`),
	"Source.pages":        atLeast(1),
	"Evidence.field":      pattern(`^/`),
	"Evidence.raw":        orNull,
	"Evidence.confidence": between(0, 1),
	"Step.at":             atLeast(0),
	"Step.from":           orEmpty,
	"Step.to":             orEmpty,
	"Problem.field":       pattern(`^/`),
	"Problem.raw":         orNull,
	"Place.page":          atLeast(1),
	"Place.cell":          pattern(`^[A-Z]+[0-9]+$`),
	"Place.line":          atLeast(1),
	"Place.column":        atLeast(1),
}

func constant(v any) func(*jsonschema.Schema) {
	return func(s *jsonschema.Schema) { s.Const, s.Type, s.MinLength = &v, "string", nil }
}

func pattern(p string) func(*jsonschema.Schema) {
	return func(s *jsonschema.Schema) { s.Pattern, s.MinLength = p, nil }
}

func atLeast(n float64) func(*jsonschema.Schema) {
	return func(s *jsonschema.Schema) { s.Minimum = &n }
}

func between(low, high float64) func(*jsonschema.Schema) {
	return func(s *jsonschema.Schema) { s.Minimum, s.Maximum = &low, &high }
}

func orNull(s *jsonschema.Schema) { s.Types, s.Type = []string{s.Type, "null"}, "" }

func orEmpty(s *jsonschema.Schema) { s.MinLength = nil }
