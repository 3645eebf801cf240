package form

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"gyokaku/model"
)

// profileLabel finds what the text of a cell labels by the words of the profile.
func (r *reader) profileLabel(text string) (label, bool) {
	if len(r.vocabulary) == 0 {
		return label{}, false
	}
	key := fold(text)
	if n := utf8.RuneCountInString(key); n == 0 || n > maxLabel {
		return label{}, false
	}
	return r.vocabulary.label(key)
}

// inlineLabel splits "主管課：総務課" into its label and value, also where only
// the profile knows the label.
func (r *reader) inlineLabel(text string) (l label, value string, ok bool) {
	if at := colon(text); len(r.vocabulary) > 0 && at > 0 {
		_, size := utf8.DecodeRuneInString(text[at:])
		value = strings.TrimSpace(text[at+size:])
		if l, ok = r.profileLabel(text[:at]); ok && value != "" && l.role != roleHint {
			return l, value, true
		}
	}
	return inlineLabel(text)
}

// numbers takes item numbers off the titles that begin with one, where the
// profile knows their shape and the form has no cell for them.
func (r *reader) numbers() {
	if r.profile == nil || r.profile.Numbering == "" {
		return
	}
	shape, err := regexp.Compile(`^\s*(?:` + r.profile.Numbering + `)`)
	if err != nil {
		return // ParseProfile refuses it
	}
	for i := range r.report.Items {
		it := &r.report.Items[i]
		at := shape.FindStringIndex(it.Title.Raw)
		if it.Number.Raw != "" || at == nil || at[1] == 0 {
			continue
		}
		rest := strings.TrimLeft(it.Title.Raw[at[1]:], " \u3000:：.．")
		if rest == "" {
			continue
		}
		it.Number = model.Printed[string](strings.TrimSpace(it.Title.Raw[:at[1]]), it.Title.At)
		it.Title.Raw = rest
	}
}
