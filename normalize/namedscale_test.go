package normalize

import (
	"slices"
	"strings"
	"testing"

	"gyokaku/model"
)

func TestScales(t *testing.T) {
	statuses := []model.Status{model.StatusDone, model.StatusOnTrack, model.StatusMostlyOnTrack, model.StatusDelayed, model.StatusNotStarted, model.StatusStopped, model.StatusUnrated}
	for i, line := range strings.Split(strings.TrimRight(scalesData, "\n"), "\n") {
		if c := strings.Split(line, "\t"); len(c) != 9 || i > 0 && (len(c[1]) != 4 || !slices.Contains(statuses, model.Status(c[4])) || c[3] == "") {
			t.Errorf("line %d: %q", i+1, line)
		}
	}
	seen := map[string]bool{}
	for _, s := range Scales() {
		if seen[s.ID] || s.Year < 2000 || len(s.Levels) < 2 {
			t.Errorf("%s: repeated, without a year or too short", s.ID)
		}
		seen[s.ID] = true
		scale := s.Scale()
		for _, l := range s.Levels {
			r := Read(KindStatus, l.Label, Context{Scale: scale})
			if r.Decision != Same || r.Status.Status.Value != l.Status || r.Status.Pace.Value != l.Pace || r.Status.Outcome.Value != l.Outcome {
				t.Errorf("%s: %q is read as %s %+v %v", s.ID, l.Label, r.Decision, r.Status, r.Warnings)
			}
			if l.Symbol == "" {
				continue
			}
			if r := Read(KindStatus, l.Symbol, Context{Scale: scale}); r.Status.Label.Value != l.Label {
				t.Errorf("%s: %q is read as %q, %v", s.ID, l.Symbol, r.Status.Label.Value, r.Warnings)
			}
		}
	}
}

// The same letter says different things in different scales.
func TestLettersDoNotTravel(t *testing.T) {
	want := map[string]string{"pace-4-letters": "ほとんど進んでいない", "progress-4": "やや遅れ気味", "mixed-8": "要大幅改善"}
	for id, label := range want {
		s, ok := ScaleByID(id)
		if !ok {
			t.Fatal(id)
		}
		if r := Read(KindStatus, "C", Context{Scale: s.Scale()}); r.Status.Label.Value != label {
			t.Errorf("%s: C is %q", id, r.Status.Label.Value)
		}
	}
	if _, ok := ScaleByID("none"); ok {
		t.Error("a scale that nobody has")
	}
}
