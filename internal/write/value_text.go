package write

import (
	"fmt"
	"reflect"

	"gyokaku/model"
)

// ValueText reads out the value of the field at pointer, which Evidences gave:
// 「on_track (順調)」. It is empty for what is no field.
func ValueText(r *model.Report, pointer string) string {
	v, ok := resolve(reflect.ValueOf(r).Elem(), pointer)
	if _, isField := fieldValue(v.Type()); !ok || !isField {
		return ""
	}
	value := v.FieldByName("Value")
	if q, ok := value.Interface().(model.Quantity); ok {
		return quantityText(q)
	}
	for _, c := range choices[value.Type()] {
		if c.value == value.String() {
			return c.value + " (" + c.word + ")"
		}
	}
	return fmt.Sprint(value.Interface())
}
