package model

import (
	"fmt"
	"reflect"
	"strings"
)

// Evidence says where a value of a report comes from: the text as printed, its
// place, and the rules applied to it.
type Evidence struct {
	Field string `json:"field"` // JSON pointer (RFC 6901) into the report
	Place
	Also       []Place  `json:"also,omitempty"` // further places of a torn text
	Raw        string   `json:"raw"`
	Rules      []string `json:"rules"`
	Steps      []Step   `json:"steps,omitempty"`
	Confidence float64  `json:"confidence"` // 0 to 1; 1 is an exact reading
}

// Evidences lists the evidence of every known value of the report, in the
// order of the JSON document.
func Evidences(r *Report) []Evidence {
	var list []Evidence
	walk(reflect.ValueOf(r).Elem(), "", func(e Evidence) { list = append(list, e) })
	return list
}

type fielder interface{ evidence() (Evidence, bool) }

// walk visits every Field below v; pointer is the JSON pointer of v.
func walk(v reflect.Value, pointer string, visit func(Evidence)) {
	if f, ok := v.Interface().(fielder); ok {
		if e, known := f.evidence(); known {
			e.Field = pointer
			e.Rules = nonNil(e.Rules)
			visit(e)
		}
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			walk(v.Elem(), pointer, visit)
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Struct {
			for i := range v.Len() {
				walk(v.Index(i), fmt.Sprintf("%s/%d", pointer, i), visit)
			}
		}
	case reflect.Struct:
		walkStruct(v, pointer, visit)
	}
}

func walkStruct(v reflect.Value, pointer string, visit func(Evidence)) {
	for i := range v.NumField() {
		name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		if name == "" || name == "-" || name == "provenance" || name == "warnings" {
			continue
		}
		walk(v.Field(i), pointer+"/"+name, visit)
	}
}

func nonNil[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
