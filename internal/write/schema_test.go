package write

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"gyokaku/model"
)

// compiled is our schema as an independent validator reads it.
func compiled(t testing.TB) *jsonschema.Schema {
	t.Helper()
	var b bytes.Buffer
	if err := Schema(&b); err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(&b)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(t testing.TB, s *jsonschema.Schema, text string) error {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(doc)
}

func TestOutputsAreValid(t *testing.T) {
	s := compiled(t)
	for _, r := range []*model.Report{mizuno(5), outline()} {
		if err := validate(t, s, jsonText(t, r)); err != nil {
			t.Errorf("%s: %#v", r.Source.Name, err)
		}
	}
}

func TestSchemaRefuses(t *testing.T) {
	s := compiled(t)
	good := jsonText(t, mizuno(1))
	for name, change := range map[string][2]string{
		"null list":          {`"schedule": []`, `"schedule": null`},
		"empty text":         {`"title": "窓口の改革"`, `"title": ""`},
		"missing":            {`"fiscal_year": 2024,`, ``},
		"unknown name":       {`"outline": null`, `"outlines": null`},
		"unknown status":     {`"status": "on_track"`, `"status": "good"`},
		"unknown comparator": {`"comparator": "<="`, `"comparator": "≦"`},
		"text for a number":  {`"value": 12.5`, `"value": "12.5"`},
		"value and min":      {`"value": 12.5, "min": null`, `"value": 12.5, "min": 1`},
		"neither":            {`"value": 12.5`, `"value": null`},
		"code":               {`"code": "999997"`, `"code": "99997"`},
		"box of three":       {`"box": [72, 500, 301.26, 512.5]`, `"box": [72, 500, 301.26]`},
		"page 0":             {`"page": 2,`, `"page": 0,`},
		"contract":           {`report/1`, `report/2`},
	} {
		bad := strings.Replace(good, change[0], change[1], 1)
		if bad == good {
			t.Errorf("%s: nothing to change", name)
		} else if validate(t, s, bad) == nil {
			t.Errorf("%s: valid", name)
		}
	}
}

func TestQuantityMembers(t *testing.T) {
	text, err := json.Marshal(model.Quantity{})
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	for _, p := range properties(reflect.TypeFor[quantityMembers]()) {
		if _, ok := got[p.name]; !ok {
			t.Errorf("quantity has no %s", p.name)
		}
		delete(got, p.name)
	}
	for name := range got {
		t.Errorf("no member %s", name)
	}
}

// Every type and property in the schema has a name for people, and names holds
// no others.
func TestNamesComplete(t *testing.T) {
	seen := map[string]bool{}
	var visit func(reflect.Type)
	visit = func(typ reflect.Type) {
		if value, ok := fieldValue(typ); ok {
			typ = value
		}
		switch typ.Kind() {
		case reflect.Slice, reflect.Pointer:
			visit(typ.Elem())
		case reflect.Struct:
			if typ == reflect.TypeFor[model.Quantity]() {
				typ = reflect.TypeFor[quantityMembers]()
			}
			for _, p := range properties(typ) {
				if !p.embedded {
					seen[typeName(typ)+"."+p.name] = true
				}
				if typ.Field(p.index).Type.String() != "*decimal.Decimal" {
					visit(typ.Field(p.index).Type)
				}
			}
		}
	}
	visit(reflect.TypeFor[model.Report]())
	for key := range seen {
		if names[key].title == "" {
			t.Errorf("no name for %s", key)
		}
	}
	for key := range names {
		if !seen[key] {
			t.Errorf("%s names nothing", key)
		}
	}
	for key := range limits {
		if !seen[key] {
			t.Errorf("limit on %s, which is nothing", key)
		}
	}
}

// The lists of choices are the constants of package model.
func TestChoicesComplete(t *testing.T) {
	const skipped = "FailureCode" // not part of a report
	want := map[string][]string{}
	collect := func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || spec.Type == nil || len(spec.Values) != 1 {
			return true
		}
		name, isName := spec.Type.(*ast.Ident)
		value, isText := spec.Values[0].(*ast.BasicLit)
		if isName && isText && name.Name != skipped && value.Kind == token.STRING {
			text, _ := strconv.Unquote(value.Value)
			want[name.Name] = append(want[name.Name], text)
		}
		return true
	}
	files, _ := filepath.Glob("../../model/*.go")
	for _, path := range files {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, collect)
	}
	if len(want) < 8 {
		t.Fatalf("only %d enumerations found in package model", len(want))
	}
	got := map[string][]string{}
	for typ, list := range choices {
		for _, c := range list {
			got[typ.Name()] = append(got[typ.Name()], c.value)
			if c.word == "" {
				t.Errorf("%s %s has no word", typ.Name(), c.value)
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("choices (-model +write):\n%s", diff)
	}
}
