package form

import (
	"reflect"
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

// rawTexts lists the raw text of every field and warning of a report.
func rawTexts(r *model.Report) []string {
	var list []string
	collect(reflect.ValueOf(r).Elem(), &list)
	return list
}

func collect(v reflect.Value, list *[]string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			collect(v.Elem(), list)
		}
	case reflect.Slice:
		for i := range v.Len() {
			collect(v.Index(i), list)
		}
	case reflect.Struct:
		if raw := v.FieldByName("Raw"); raw.IsValid() && raw.Kind() == reflect.String {
			*list = append(*list, raw.String())
		}
		for i := range v.NumField() {
			collect(v.Field(i), list)
		}
	}
}

// lost reports whether the text of a cell stands nowhere in kept. Labels, year
// headings, plan titles and marks are bound by being understood.
func lost(text, kept string) bool {
	text = strings.TrimSpace(text)
	if saysNothing(text) || isArrow(text) || isLegend(text) || strings.Contains(kept, text) {
		return false
	}
	if _, ok := labelOf(text, true); ok {
		return false
	}
	if _, value, ok := inlineLabel(text); ok {
		return !strings.Contains(kept, value)
	}
	if _, word := newReader(nil).splitSymbol(text); strings.Contains(kept, word) {
		return false
	}
	_, _, year := yearOf(text)
	known := newReader(nil).heading(text, new(extract.Cell))
	return !year && !known
}
