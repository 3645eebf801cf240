package main

import (
	"reflect"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gyokaku/model"
)

var failureCodes = []model.FailureCode{
	model.FailEmpty, model.FailUnknown, model.FailHTML, model.FailEncoding, model.FailBroken, model.FailEncrypted,
	model.FailTooLarge, model.FailNoText, model.FailScan, model.FailNoForm, model.FailTimeout, model.FailPanic, model.FailIO,
}

// TestMessagesComplete finds a text that a language lacks, or whose verbs
// differ from the Japanese one.
func TestMessagesComplete(t *testing.T) {
	verbs := regexp.MustCompile(`%[a-z]`)
	want := reflect.ValueOf(*texts[inJapanese])
	for name, m := range texts {
		if m.lang != name {
			t.Errorf("texts[%s] says it is %s", name, m.lang)
		}
		for _, code := range failureCodes {
			if f := m.failures[code]; f.reason == "" || f.advice == "" {
				t.Errorf("%s: no text for %s", name, code)
			}
		}
		got := reflect.ValueOf(*m)
		for i := range got.NumField() {
			field := got.Type().Field(i)
			if field.Type.Kind() != reflect.String || field.Name == "lang" || field.Name == "usageTemplate" {
				continue
			}
			if got.Field(i).String() == "" {
				t.Errorf("%s: %s is empty", name, field.Name)
			}
			w, g := verbs.FindAllString(want.Field(i).String(), -1), verbs.FindAllString(got.Field(i).String(), -1)
			if len(w) != len(g) {
				t.Errorf("%s: %s has verbs %v, want %v (%s)", name, field.Name, g, w, cmp.Diff(w, g))
			}
		}
	}
}

func TestLanguage(t *testing.T) {
	tests := []struct {
		args []string
		env  string
		want lang
	}{
		{nil, "", inJapanese},
		{nil, "en", inEnglish},
		{[]string{"--lang", "ja"}, "en", inJapanese},
		{[]string{"convert", "--lang=en"}, "", inEnglish},
		{[]string{"convert", "--", "--lang=en"}, "", inJapanese},
		{[]string{"--lang"}, "", inJapanese},
	}
	for _, tt := range tests {
		if got := language(tt.args, func(string) string { return tt.env }); got != tt.want {
			t.Errorf("language(%q, %q) = %s, want %s", tt.args, tt.env, got, tt.want)
		}
	}
}
