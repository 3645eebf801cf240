package normalize

import (
	"testing"

	"gyokaku/model"
)

// statusReport is a report with one status cell for each pair of mark and word.
func statusReport(cells ...[2]string) *model.Report {
	r := &model.Report{}
	for _, c := range cells {
		at := model.Place{Line: len(r.Items) + 1}
		r.Items = append(r.Items, model.Item{Progress: &model.Progress{
			Symbol: model.Printed[string](c[0], at), Label: model.Printed[string](c[1], at),
		}})
	}
	return r
}

func warningCodes(r *model.Report) (codes []string) {
	for _, w := range r.Warnings {
		codes = append(codes, w.Code)
	}
	return codes
}

var usual = [][2]string{{"○", "順調"}, {"○", "順調"}, {"◎", "達成"}, {"-", "未着手"}, {"△", "やや遅れ"}}

func TestStatusReadings(t *testing.T) {
	for _, c := range []struct{ symbol, label, wantSymbol, want string }{
		{"○", "順調", "○", "順調"},
		{"〇", "川順調", "○", "順調"},
		{"◯", "川原調", "○", "順調"},
		{"O", "順 調", "○", "順調"},
		{"○", "順\n調", "○", "順調"},
		{"○", "川頁調|", "○", "順調"},
		{"○", "順言周", "○", "順調"},
		{"", "○ 順調", "○", "順調"},
		{"", "@ 達成", "◎", "達成"},
		{"⑥", "達成", "◎", "達成"},
		{"－", "末着手", "-", "未着手"},
		{"ー", "未看手", "-", "未着手"},
		{"△", "やや遅札", "△", "やや遅れ"},
		{"A", "やや運れ", "△", "やや遅れ"},
	} {
		r := statusReport(append(usual[:len(usual):len(usual)], [2]string{c.symbol, c.label})...)
		Report(r)
		p := r.Items[len(r.Items)-1].Progress
		if p.Symbol.Value != c.wantSymbol || p.Label.Value != c.want || !p.Status.Known {
			t.Errorf("%q %q: got %q %q %q (%v)", c.symbol, c.label, p.Symbol.Value, p.Label.Value, p.Status.Value, r.Warnings)
		}
		if c.label != p.Label.Value && p.Label.Doubt == 0 && len(p.Label.Steps) == 0 {
			t.Errorf("%q was changed to %q without a trace", c.label, p.Label.Value)
		}
	}
}

// Real words one edit from a status are never corrected, and damage that the
// mark contradicts is reported.
func TestStatusAbstains(t *testing.T) {
	for _, c := range []struct{ symbol, label, code string }{
		{"○", "不調", "status.unknown"},
		{"○", "順延", "status.unknown"},
		{"○", "ね順調", "status.unknown"},
		{"○", "順調でない", "status.unknown"},
		{"◎", "川順調", "status.contradiction"},
		{"◎", "順調", "status.contradiction"},
	} {
		r := statusReport(append([][2]string{{"○", "概ね順調"}}, append(usual[:len(usual):len(usual)], [2]string{c.symbol, c.label})...)...)
		Report(r)
		p := r.Items[len(r.Items)-1].Progress
		if p.Label.Value != c.label {
			t.Errorf("%q became %q", c.label, p.Label.Value)
		}
		if codes := warningCodes(r); len(codes) == 0 || codes[len(codes)-1] != c.code && codes[0] != c.code {
			t.Errorf("%q %q: warnings %q, want %s", c.symbol, c.label, codes, c.code)
		}
	}
}

func TestStatusAxes(t *testing.T) {
	for _, c := range []struct {
		label string
		want  axes
	}{
		{"達成", axes{status: model.StatusDone, outcome: model.OutcomeAchieved}},
		{"順調", axes{status: model.StatusOnTrack, pace: model.PaceOnPlan}},
		{"おおむね順調", axes{status: model.StatusMostlyOnTrack, pace: model.PaceMostlyOnPlan}},
		{"計画通り", axes{status: model.StatusOnTrack, pace: model.PaceOnPlan}},
		{"やや遅れている", axes{status: model.StatusDelayed, pace: model.PaceBehind}},
		{"未着手", axes{status: model.StatusNotStarted, phase: model.ProgressNotStarted}},
		{"完了", axes{status: model.StatusDone, phase: model.ProgressImplemented}},
	} {
		r := statusReport([2]string{"○", c.label})
		Report(r)
		p := r.Items[0].Progress
		if got := (axes{p.Status.Value, p.Phase.Value, p.Pace.Value, p.Outcome.Value, p.UnratedReason.Value}); got != c.want {
			t.Errorf("%q says %+v, want %+v", c.label, got, c.want)
		}
	}
}

func TestStatusLegend(t *testing.T) {
	r := statusReport([2]string{"A", ""}, [2]string{"Ｂ", ""}, [2]string{"", "A"}, [2]string{"", ""}, [2]string{"D", ""})
	r.Legend = []model.LegendEntry{{Symbol: "A", Label: "計画どおり"}, {Symbol: "B", Label: "概ね計画どおり"}}
	Report(r)
	if p := r.Items[0].Progress; p.Label.Value != "計画どおり" || p.Pace.Value != model.PaceOnPlan {
		t.Errorf("A is %q, %q", p.Label.Value, p.Pace.Value)
	}
	if p := r.Items[1].Progress; p.Symbol.Value != "B" || p.Status.Value != model.StatusMostlyOnTrack {
		t.Errorf("B is %q, %q", p.Symbol.Value, p.Status.Value)
	}
	if p := r.Items[2].Progress; p.Symbol.Value != "A" || p.Label.Value != "計画どおり" {
		t.Errorf("a letter in the word's cell is %q, %q", p.Symbol.Value, p.Label.Value)
	}
	if p := r.Items[3].Progress; p.Status.Value != model.StatusUnrated || p.UnratedReason.Value != model.UnratedBlank {
		t.Errorf("a blank cell is %q, %q", p.Status.Value, p.UnratedReason.Value)
	}
	if p := r.Items[4].Progress; p.Status.Known || p.Label.Known {
		t.Errorf("a letter that no legend knows is %q, %q", p.Status.Value, p.Label.Value)
	}
}

func FuzzStatus(f *testing.F) {
	for _, s := range []string{"川順調", "○順調", "@ 達成", "|未着手|", "", "-", "不調"} {
		f.Add("○", s)
	}
	f.Fuzz(func(t *testing.T, symbol, label string) {
		r := statusReport(append(usual[:len(usual):len(usual)], [2]string{symbol, label})...)
		Report(r)
		checkReport(t, r)
		p := r.Items[len(r.Items)-1].Progress
		if p.Label.Known && p.Label.Value == "" {
			t.Errorf("%q %q: the label is known and empty", symbol, label)
		}
		if known, code := p.Status.Known, warningCodes(r); known && len(code) > 0 && code[0] == "status.unknown" {
			t.Errorf("%q %q: the status is both known and a problem", symbol, label)
		}
	})
}

// 上回る compares with the plan only where the scale says so.
func TestStatusRelative(t *testing.T) {
	for _, tt := range []struct {
		middle string
		pace   model.Pace
	}{{"計画どおり", model.PaceAhead}, {"達成", ""}} {
		legend := []model.LegendEntry{{Symbol: "A", Label: "やや上回る"}, {Symbol: "B", Label: tt.middle}}
		p := &model.Progress{Symbol: model.Printed[string]("A", model.Place{Page: 1})}
		problems := NewScale(legend).Status(p)
		if p.Pace.Value != tt.pace || (len(problems) == 0) != (tt.pace != "") {
			t.Errorf("beside %s: pace %q, problems %v", tt.middle, p.Pace.Value, problems)
		}
	}
}
