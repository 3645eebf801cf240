package normalize

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gyokaku/model"
)

// profiled is a report whose profile gives everything it can.
func profiled() *model.Report {
	at := model.Place{Page: 1}
	r := &model.Report{
		Legend: []model.LegendEntry{
			{Symbol: "山", Label: "登りきった", Axes: &model.Axes{Status: model.StatusDone, Outcome: model.OutcomeAchieved}},
			{Symbol: "C", Label: "遅れ", Axes: &model.Axes{Status: model.StatusOnTrack, Pace: model.PaceOnPlan}},
			{Symbol: "甲", Axes: &model.Axes{Status: model.StatusStopped, Phase: model.ProgressSuspended}},
		},
		Given: model.Given{Municipality: "瑞野市", Code: "999997", Departments: []string{"くらしの窓口課", "総務課", "窓口課"}, Numbering: "しるべ([0-9]+)の([0-9]+)"},
	}
	r.Municipality.Name = model.Printed[string]("瑞野市", at)
	r.Items = []model.Item{{
		Number:      model.Printed[string]("しるべ２の３", at),
		Title:       model.Printed[string]("窓口の改善", at),
		Departments: []model.Field[string]{model.Printed[string]("くらしの\n窓口課総務課", at), model.Printed[string]("総矛課", at)},
	}}
	return r
}

func TestProfileStatus(t *testing.T) {
	for _, tt := range []struct {
		symbol, label string
		status        model.Status
		word, rule    string
	}{
		{"山", "", model.StatusDone, "登りきった", "status.profile"},
		{"山", "登りきった", model.StatusDone, "登りきった", "status.profile"},
		{"", "登りきった", model.StatusDone, "登りきった", "status.profile"},
		{"C", "", model.StatusOnTrack, "遅れ", "status.profile"}, // the profile wins over the lexicon's 遅れ
		{"", "遅れ", model.StatusOnTrack, "遅れ", "status.profile"},
		{"甲", "", model.StatusStopped, "", "status.profile"},
		{"", "達成", model.StatusDone, "達成", "status.lexicon"},
		{"", "登りきっだ", model.StatusDone, "登りきった", "status.profile"}, // misread
	} {
		r := profiled()
		p := &model.Progress{}
		if tt.symbol != "" {
			p.Symbol = model.Printed[string](tt.symbol, model.Place{Page: 1})
		}
		if tt.label != "" {
			p.Label = model.Printed[string](tt.label, model.Place{Page: 1})
		}
		r.Items[0].Progress = p
		Report(r)
		Report(r) // reading again changes nothing
		if p.Status.Value != tt.status || p.Label.Value != tt.word {
			t.Errorf("%s%s: %s %q, want %s %q", tt.symbol, tt.label, p.Status.Value, p.Label.Value, tt.status, tt.word)
			continue
		}
		if last := p.Status.Steps[len(p.Status.Steps)-1].Rule; last != tt.rule {
			t.Errorf("%s%s by %s, want %s", tt.symbol, tt.label, last, tt.rule)
		}
		if text, ok := model.Replay(p.Status.Raw, p.Status.Steps); !ok || text != string(tt.status) {
			t.Errorf("%s%s: steps give %q, %t", tt.symbol, tt.label, text, ok)
		}
	}
}

func TestProfileNumberAndDepartments(t *testing.T) {
	r := profiled()
	Report(r)
	it := r.Items[0]
	if it.ID.Value != "2-3" || it.Number.Value != "しるべ2の3" || it.Pillar.Number.Value != 2 {
		t.Errorf("id %q, number %q, pillar %d", it.ID.Value, it.Number.Value, it.Pillar.Number.Value)
	}
	var got []string
	for _, d := range it.Departments {
		got = append(got, d.Value)
	}
	if diff := cmp.Diff([]string{"くらしの窓口課", "総務課", "総務課"}, got); diff != "" {
		t.Errorf("departments (-want +got):\n%s", diff)
	}
	if d := it.Departments[2]; d.Doubt == 0 || d.Steps[len(d.Steps)-1].Rule != "department.profile" {
		t.Errorf("misread department: %+v", d)
	}
}

func TestProfileMunicipality(t *testing.T) {
	code := func(change func(*model.Report)) (string, string) {
		r := profiled()
		change(r)
		Report(r)
		return r.Municipality.Name.Value, r.Municipality.Code.Value
	}
	for _, tt := range []struct {
		name         string
		change       func(*model.Report)
		city, number string
	}{
		{"printed", func(*model.Report) {}, "瑞野市", "999997"},
		{"not printed", func(r *model.Report) { r.Municipality.Name = model.Field[string]{} }, "瑞野市", "999997"},
		{"another city", func(r *model.Report) { r.Municipality.Name.Raw = "つくば市" }, "つくば市", "082201"},
		{"shared name", func(r *model.Report) {
			r.Municipality.Name.Raw = "府中市"
			r.Given = model.Given{Municipality: "府中市", Prefecture: "広島県"}
		}, "府中市", "342084"},
		{"shared name, no profile", func(r *model.Report) { r.Municipality.Name.Raw, r.Given = "府中市", model.Given{} }, "府中市", ""},
	} {
		if city, number := code(tt.change); city != tt.city || number != tt.number {
			t.Errorf("%s: %s %s, want %s %s", tt.name, city, number, tt.city, tt.number)
		}
	}
}

func TestTile(t *testing.T) {
	known := []string{"総務課", "総務課係", "財政課"}
	for in, want := range map[string]string{
		"総務課財政課": "総務課|財政課", "総務課係財政課": "総務課係|財政課", "総 務\n課、財政課": "総 務\n課|財政課",
		"総務課と財政課": "", "総務": "", "": "",
	} {
		if got := strings.Join(tile(in, known), "|"); got != want {
			t.Errorf("tile(%q) = %q, want %q", in, got, want)
		}
	}
}
