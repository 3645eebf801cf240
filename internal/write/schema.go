package write

import (
	"encoding/json"
	"io"
	"reflect"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/shopspring/decimal"

	"gyokaku/model"
)

// Schema writes the JSON Schema (draft 2020-12) of what [JSON] writes, made
// from the Go types of package model.
func Schema(w io.Writer) error {
	b := schemaBuilder{defs: map[string]*jsonschema.Schema{}}
	root := b.object(reflect.TypeFor[model.Report]())
	root.Schema = "https://json-schema.org/draft/2020-12/schema"
	root.ID = model.SchemaID
	root.Title = "行政改革の進捗報告"
	root.Description = "gyokaku が1つの文書から書き出す報告。値がないときは null か空の配列。"
	root.Defs = b.defs
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(root)
}

// A schemaBuilder collects the schema of each named type once, under $defs.
type schemaBuilder struct{ defs map[string]*jsonschema.Schema }

// never matches nothing: additionalProperties is false.
func never() *jsonschema.Schema { return &jsonschema.Schema{Not: &jsonschema.Schema{}} }

func (b schemaBuilder) object(t reflect.Type) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "object", Properties: map[string]*jsonschema.Schema{}, AdditionalProperties: never()}
	b.members(s, t)
	return s
}

func (b schemaBuilder) members(s *jsonschema.Schema, t reflect.Type) {
	for _, p := range properties(t) {
		f := t.Field(p.index)
		if p.embedded {
			b.members(s, f.Type)
			continue
		}
		key := typeName(t) + "." + p.name
		member := b.of(f.Type)
		if limit, ok := limits[key]; ok {
			limit(member)
		}
		member.Title, member.Description = names[key].title, names[key].about
		s.Properties[p.name] = member
		s.PropertyOrder = append(s.PropertyOrder, p.name)
		if !p.optional {
			s.Required = append(s.Required, p.name)
		}
	}
}

// of is the schema of a value of type t as JSON writes it.
func (b schemaBuilder) of(t reflect.Type) *jsonschema.Schema {
	if value, ok := fieldValue(t); ok {
		return nullable(b.of(value))
	}
	if list, ok := choices[t]; ok {
		return b.ref(t, func() *jsonschema.Schema { return enum(list) })
	}
	switch t {
	case reflect.TypeFor[*decimal.Decimal]():
		return &jsonschema.Schema{Types: []string{"number", "null"}}
	case reflect.TypeFor[model.Date]():
		return b.ref(t, func() *jsonschema.Schema {
			return &jsonschema.Schema{Type: "string", Pattern: `^\d{4}-\d{2}(-\d{2})?$`}
		})
	case reflect.TypeFor[model.Quantity]():
		return b.ref(t, b.quantity)
	case reflect.TypeFor[model.Box]():
		return b.ref(t, func() *jsonschema.Schema {
			return &jsonschema.Schema{Type: "array", Items: &jsonschema.Schema{Type: "number"}, MinItems: ptr(4), MaxItems: ptr(4)}
		})
	case reflect.TypeFor[*model.Box]():
		return b.of(t.Elem()) // left out when nil
	}
	switch t.Kind() {
	case reflect.String:
		return &jsonschema.Schema{Type: "string", MinLength: ptr(1)}
	case reflect.Int:
		return &jsonschema.Schema{Type: "integer"}
	case reflect.Float64:
		return &jsonschema.Schema{Type: "number"}
	case reflect.Bool:
		return &jsonschema.Schema{Type: "boolean"}
	case reflect.Pointer:
		return nullable(b.of(t.Elem()))
	case reflect.Slice:
		return &jsonschema.Schema{Type: "array", Items: b.of(t.Elem())}
	case reflect.Struct:
		return b.ref(t, func() *jsonschema.Schema { return b.object(t) })
	}
	panic("write: no schema for " + t.String())
}

// ref puts the schema of t under $defs and refers to it.
func (b schemaBuilder) ref(t reflect.Type, build func() *jsonschema.Schema) *jsonschema.Schema {
	if b.defs[t.Name()] == nil {
		b.defs[t.Name()] = build()
	}
	return &jsonschema.Schema{Ref: "#/$defs/" + t.Name()}
}

// quantity says what the Go type cannot: exactly one of value and min/max.
func (b schemaBuilder) quantity() *jsonschema.Schema {
	s := b.object(reflect.TypeFor[quantityMembers]())
	null := func() *jsonschema.Schema { return &jsonschema.Schema{Type: "null"} }
	number := func() *jsonschema.Schema { return &jsonschema.Schema{Type: "number"} }
	type schemas = map[string]*jsonschema.Schema
	s.OneOf = []*jsonschema.Schema{
		{Properties: schemas{"value": number(), "min": null(), "max": null()}},
		{Properties: schemas{"value": null()}, AnyOf: []*jsonschema.Schema{
			{Properties: schemas{"min": number()}}, {Properties: schemas{"max": number()}},
		}},
	}
	return s
}

// enum lists the values, and in its description the word for each.
func enum(list []choice) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "string"}
	for i, c := range list {
		s.Enum = append(s.Enum, c.value)
		if i > 0 {
			s.Description += "、"
		}
		s.Description += c.value + "=" + c.word
	}
	return s
}

func nullable(s *jsonschema.Schema) *jsonschema.Schema {
	if s.Type != "" && s.Enum == nil {
		s.Types, s.Type = []string{s.Type, "null"}, ""
		return s
	}
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{s, {Type: "null"}}}
}

func ptr[T any](v T) *T { return &v }

// typeName is the name of t in the schema and in names.
func typeName(t reflect.Type) string {
	if t == reflect.TypeFor[quantityMembers]() {
		return "Quantity"
	}
	return t.Name()
}
