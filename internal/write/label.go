package write

import (
	"fmt"
	"reflect"
	"strings"

	"gyokaku/model"
)

// Label reads out what a JSON pointer into r is about: 「1-3 取組1 進捗の語」.
// Parts that do not exist end it.
func Label(r *model.Report, pointer string) string {
	if pointer == "" {
		return ""
	}
	var words []string
	v := reflect.ValueOf(r).Elem()
	name := "" // of the list that v is
	for part := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		for v.Kind() == reflect.Pointer && !v.IsNil() {
			v = v.Elem()
		}
		next, ok := member(v, part)
		if !ok {
			break
		}
		switch {
		case v.Kind() == reflect.Slice:
			words = append(words, element(next, name, part))
		default:
			name = names[v.Type().Name()+"."+part].title
			if t := next.Type(); t.Kind() != reflect.Slice {
				words = append(words, name)
			}
		}
		v = next
	}
	if v.Kind() == reflect.Slice {
		words = append(words, name)
	}
	return strings.Join(words, " ")
}

// element names one element of a list: an item by its id, an initiative by its
// number, others by their position, counted from 1.
func element(v reflect.Value, list, index string) string {
	switch e := v.Interface().(type) {
	case model.Item:
		if e.ID.Known {
			return e.ID.Value
		}
	case model.Initiative:
		if e.Number.Known {
			return fmt.Sprintf("%s%d", list, e.Number.Value)
		}
	}
	var n int
	fmt.Sscan(index, &n)
	return fmt.Sprintf("%s%d", list, n+1)
}
