package model

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

func TestFieldJSON(t *testing.T) {
	var unknown, known Field[FiscalYear]
	unknown.Raw = "令和　年度"
	known.Set(2024)
	for _, tt := range []struct {
		field Field[FiscalYear]
		want  string
	}{{unknown, "null"}, {known, "2024"}} {
		got, err := json.Marshal(tt.field)
		if err != nil || string(got) != tt.want {
			t.Errorf("%+v is %s, %v; want %s", tt.field, got, err, tt.want)
		}
		var back Field[FiscalYear]
		if err := json.Unmarshal(got, &back); err != nil || back.Known != tt.field.Known || back.Value != tt.field.Value {
			t.Errorf("%s reads back as %+v, %v", got, back, err)
		}
	}
}

func TestReplay(t *testing.T) {
	steps := []Step{{"ocr.vocabulary", 0, "川", ""}, {"status.lexicon", 0, "順調", "on_track"}}
	if got, ok := Replay("川順調", steps); !ok || got != "on_track" {
		t.Errorf("Replay = %q, %t", got, ok)
	}
	for _, bad := range []Step{{"r", 1, "川", ""}, {"r", -1, "", ""}, {"r", 99, "川", ""}, {"r", 0, "山", ""}} {
		if got, ok := Replay("川順調", []Step{bad}); ok || got != "川順調" {
			t.Errorf("step %+v fits: %q", bad, got)
		}
	}
}

func TestWareki(t *testing.T) {
	for year, want := range map[FiscalYear]string{
		2024: "令和6年度", 2019: "令和元年度", 2018: "平成30年度", 1989: "平成元年度", 1988: "昭和63年度", 1926: "昭和元年度", 1925: "",
	} {
		if got := year.Wareki(); got != want {
			t.Errorf("%d is %q, want %q", year, got, want)
		}
	}
}

func TestPlaceString(t *testing.T) {
	for _, tt := range []struct {
		place Place
		want  string
	}{
		{Place{}, ""},
		{Place{Page: 3, Box: &Box{72, 90.5, 100, 120}}, "p3 [72.0,90.5,100.0,120.0]"},
		{Place{Sheet: "1-①", Cell: "C12"}, "1-①!C12"},
		{Place{Sheet: "様式"}, "様式"},
		{Place{Line: 12, Column: 5}, "L12:5"},
	} {
		if got := tt.place.String(); got != tt.want {
			t.Errorf("%+v prints %q, want %q", tt.place, got, tt.want)
		}
	}
}

func TestQuantityJSON(t *testing.T) {
	value, top := decimal.RequireFromString("86.810"), decimal.NewFromInt(100)
	for _, tt := range []struct {
		q    Quantity
		want string
	}{
		{Quantity{Value: &value, Unit: "%", Measure: MeasureRatio, Comparator: AtLeast, Text: "86.810%以上"},
			`{"value":86.81,"min":null,"max":null,"unit":"%","measure":"ratio","comparator":"\u003e=","change":null,"approximate":false,"out_of":null,"text":"86.810%以上"}`},
		{Quantity{Min: &value, Max: &top, Measure: MeasureScore, Change: Decrease, Approximate: true, OutOf: &top, Text: "…"},
			`{"value":null,"min":86.81,"max":100,"unit":null,"measure":"score","comparator":null,"change":"decrease","approximate":true,"out_of":100,"text":"…"}`},
	} {
		got, err := json.Marshal(tt.q)
		if err != nil || string(got) != tt.want {
			t.Errorf("got  %s, %v\nwant %s", got, err, tt.want)
		}
		var back Quantity
		if err := json.Unmarshal(got, &back); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.q, back, cmp.Comparer(func(a, b decimal.Decimal) bool { return a.Equal(b) })); diff != "" {
			t.Errorf("reads back otherwise (-want +got):\n%s", diff)
		}
	}
}

// Every known value has its evidence under the pointer it stands at; unknown
// values and what is not of the contract have none.
func TestEvidences(t *testing.T) {
	at := Place{Page: 2}
	r := &Report{}
	r.Plan.Title = Printed[string]("計 画", at)
	r.Plan.Title.Set("計画", Step{"space.japanese", 3, " ", ""})
	r.FiscalYear = Printed[FiscalYear]("　年度", at)
	initiative := Initiative{Reported: Printed[string]("題", at)}
	initiative.Reported.Set("題")
	initiative.Progress = &Progress{Label: Field[string]{Raw: "順調", At: at, Doubt: 0.25}}
	initiative.Progress.Label.Set("順調")
	r.Items = []Item{{}, {Departments: []Field[string]{{}, Printed[string]("総務課", at)}, Initiatives: []Initiative{initiative}}}
	r.Items[1].Departments[1].Set("総務課")
	want := []Evidence{
		{Field: "/plan/title", Place: at, Raw: "計 画", Rules: []string{"space.japanese"}, Steps: r.Plan.Title.Steps, Confidence: 1},
		{Field: "/items/1/departments/1", Place: at, Raw: "総務課", Rules: []string{}, Confidence: 1},
		{Field: "/items/1/initiatives/0/progress/label", Place: at, Raw: "順調", Rules: []string{}, Confidence: 0.75},
	}
	if diff := cmp.Diff(want, Evidences(r)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
