package write

import (
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"

	"gyokaku/model"
)

// Read reads a report that [JSON] wrote. Raw text, places and steps of the
// provenance list are put back into the fields they belong to, so that a report
// read back prints the same JSON again.
//
// It fails for text that is not JSON, for another or a newer contract than
// [model.SchemaID], and for evidence about a field that does not exist.
func Read(r io.Reader) (*model.Report, error) {
	var report model.Report
	d := json.NewDecoder(r)
	if err := d.Decode(&report); err != nil {
		return nil, fmt.Errorf("not a report: %w", err)
	}
	if report.Schema != model.SchemaID {
		return nil, fmt.Errorf("not a %s report: schema is %q", model.SchemaID, report.Schema)
	}
	if d.More() {
		return nil, fmt.Errorf("not a report: more text after the report")
	}
	for _, e := range report.Provenance {
		if err := restore(&report, e); err != nil {
			return nil, err
		}
	}
	return &report, nil
}

// restore fills the field that e is about with everything but its value.
func restore(r *model.Report, e model.Evidence) error {
	v, ok := resolve(reflect.ValueOf(r).Elem(), e.Field)
	if _, isField := fieldValue(v.Type()); !ok || !isField {
		return fmt.Errorf("provenance of %q: the report has no such field", e.Field)
	}
	v.FieldByName("Raw").SetString(e.Raw)
	v.FieldByName("At").Set(reflect.ValueOf(e.Place))
	v.FieldByName("Also").Set(reflect.ValueOf(e.Also))
	v.FieldByName("Steps").Set(reflect.ValueOf(e.Steps))
	v.FieldByName("Doubt").SetFloat(1 - e.Confidence)
	return nil
}

// resolve follows a JSON pointer from v. Where a part names nothing it returns
// the last value reached and false.
func resolve(v reflect.Value, pointer string) (reflect.Value, bool) {
	if pointer == "" {
		return v, true
	}
	for part := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		for v.Kind() == reflect.Pointer {
			if v.IsNil() {
				return reflect.Zero(v.Type().Elem()), false
			}
			v = v.Elem()
		}
		next, ok := member(v, part)
		if !ok {
			return v, false
		}
		v = next
	}
	return v, true
}

// member is the element or property of v that one part of a pointer names.
func member(v reflect.Value, part string) (reflect.Value, bool) {
	if _, ok := fieldValue(v.Type()); ok {
		return v, false
	}
	switch v.Kind() {
	case reflect.Slice:
		i, err := strconv.Atoi(part)
		if err != nil || i < 0 || i >= v.Len() {
			return v, false
		}
		return v.Index(i), true
	case reflect.Struct:
		for _, p := range properties(v.Type()) {
			if !p.embedded && p.name == part {
				return v.Field(p.index), true
			}
		}
	}
	return v, false
}
