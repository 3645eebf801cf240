package model

import "encoding/json"

// A Field is one printed value: the text as printed, what was read from it,
// where it stands and each rule that changed it on the way.
//
// A Field that was never printed is the zero Field.
type Field[T any] struct {
	Raw   string  // as printed; never rewritten
	Value T       // meaningful only if Known
	Known bool    // false for blank, "－" and unreadable cells
	At    Place   // where Raw was printed
	Also  []Place // further places when a value is torn over cells or pages
	Steps []Step  // rules that changed the text, in order
	// Doubt is 1 − confidence: 0 is an exact reading, and so is the zero Field.
	Doubt float64
}

// Printed returns a field as an extractor makes it: raw text with its place,
// not yet read.
func Printed[T any](raw string, at Place, also ...Place) Field[T] {
	return Field[T]{Raw: raw, At: at, Also: also}
}

// Set records v as the value of the field, after the given steps.
func (f *Field[T]) Set(v T, steps ...Step) {
	f.Value, f.Known = v, true
	f.Steps = append(f.Steps, steps...)
}

// MarshalJSON writes the value, or null where it is not known.
func (f Field[T]) MarshalJSON() ([]byte, error) {
	if !f.Known {
		return []byte("null"), nil
	}
	return json.Marshal(f.Value)
}

// UnmarshalJSON reads what MarshalJSON wrote. Raw text, place and steps stand
// in the report's provenance list, not here.
func (f *Field[T]) UnmarshalJSON(data []byte) error {
	*f = Field[T]{}
	if string(data) == "null" {
		return nil
	}
	if err := json.Unmarshal(data, &f.Value); err != nil {
		return err
	}
	f.Known = true
	return nil
}

// evidence is what the provenance list says about a field. A field without a
// value has none.
func (f Field[T]) evidence() (Evidence, bool) {
	e := Evidence{Place: f.At, Also: f.Also, Raw: f.Raw, Steps: f.Steps, Confidence: 1 - f.Doubt}
	for _, s := range f.Steps {
		e.Rules = append(e.Rules, s.Rule)
	}
	return e, f.Known
}

// A Step is one change that a rule made to the text of a field. Steps replay:
// applied to Raw in order they give the text that the value was read from.
type Step struct {
	Rule string `json:"rule"` // stable id, such as "ocr.vocabulary"
	At   int    `json:"at"`   // byte offset of From in the text before this step
	From string `json:"from"` // the part that was replaced
	To   string `json:"to"`   // what stands there now
}

// Replay applies steps to raw. It reports false when a step does not fit, which
// is a bug in the rule that recorded it.
func Replay(raw string, steps []Step) (string, bool) {
	for _, s := range steps {
		end := s.At + len(s.From)
		if s.At < 0 || end > len(raw) || raw[s.At:end] != s.From {
			return raw, false
		}
		raw = raw[:s.At] + s.To + raw[end:]
	}
	return raw, true
}
