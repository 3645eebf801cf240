package write

import (
	"reflect"
	"strings"
	"sync"

	"gyokaku/model"
)

// A property is one member of a JSON object: the struct field it comes from.
type property struct {
	name     string
	index    int
	embedded bool // its own properties stand in the outer object
	optional bool // left out when zero
}

var propertyCache sync.Map // reflect.Type → []property

// properties lists the JSON members of struct type t in document order.
func properties(t reflect.Type) []property {
	if list, ok := propertyCache.Load(t); ok {
		return list.([]property)
	}
	var list []property
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && name == "":
			list = append(list, property{index: i, embedded: true})
		case name != "" && name != "-":
			list = append(list, property{name: name, index: i, optional: options == "omitempty"})
		}
	}
	propertyCache.Store(t, list)
	return list
}

var modelPath = reflect.TypeFor[model.Report]().PkgPath()

var fieldCache sync.Map // reflect.Type → reflect.Type of Value, or nil

// fieldValue tells whether t is a model.Field, and the type of its value.
func fieldValue(t reflect.Type) (reflect.Type, bool) {
	if v, ok := fieldCache.Load(t); ok {
		value, _ := v.(reflect.Type)
		return value, value != nil
	}
	if t.Kind() != reflect.Struct || t.PkgPath() != modelPath || !strings.HasPrefix(t.Name(), "Field[") {
		fieldCache.Store(t, nil)
		return nil, false
	}
	value, _ := t.FieldByName("Value")
	fieldCache.Store(t, value.Type)
	return value.Type, true
}
