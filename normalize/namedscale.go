package normalize

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"gyokaku/model"
)

// scalesData holds scales of municipal reports: one line for each level, best
// first, with the year of the reports that print it. Cities change their scales
// within a plan, so a scale is bound to its year, and letters and marks mean
// something only within their scale.
//
//go:embed scales.tsv
var scalesData string

// A NamedScale is a status scale that a profile can bind to an issuer and year.
type NamedScale struct {
	ID     string // "pace-4"
	Year   int    // fiscal year of the reports it was taken from
	Levels []Level
}

// A Level is one word of a scale, with the mark or letter beside it and what it
// says on each axis.
type Level struct {
	model.LegendEntry
	Status  model.Status
	Phase   model.ProgressPhase
	Pace    model.Pace
	Outcome model.Outcome
	Unrated model.UnratedReason
}

// Scales lists the known scales. The caller may change the list.
func Scales() []NamedScale { return slices.Clone(scales()) }

// ScaleByID gives a known scale, and false for an unknown id.
func ScaleByID(id string) (NamedScale, bool) {
	for _, s := range scales() {
		if s.ID == id {
			return s, true
		}
	}
	return NamedScale{}, false
}

// Scale makes the status vocabulary that cells are read with.
func (s NamedScale) Scale() *Scale {
	legend := make([]model.LegendEntry, len(s.Levels))
	for i, l := range s.Levels {
		legend[i] = l.LegendEntry
	}
	scale := NewScale(legend)
	scale.levels = s.Levels
	return scale
}

var scales = sync.OnceValue(func() (list []NamedScale) {
	for _, line := range strings.Split(strings.TrimRight(scalesData, "\n"), "\n")[1:] {
		c := strings.Split(line, "\t")
		if len(list) == 0 || list[len(list)-1].ID != c[0] {
			year, _ := strconv.Atoi(c[1]) // a test reads every line
			list = append(list, NamedScale{ID: c[0], Year: year})
		}
		s := &list[len(list)-1]
		s.Levels = append(s.Levels, Level{
			LegendEntry: model.LegendEntry{Symbol: c[2], Label: c[3]},
			Status:      model.Status(c[4]), Phase: model.ProgressPhase(c[5]), Pace: model.Pace(c[6]),
			Outcome: model.Outcome(c[7]), Unrated: model.UnratedReason(c[8]),
		})
	}
	return list
})

// axesOf gives what a word says in this scale, else in the language.
func (s *Scale) axesOf(word string) (axes, bool) {
	for _, l := range s.levels {
		if l.Label == word {
			return axes{l.Status, l.Phase, l.Pace, l.Outcome, l.Unrated}, true
		}
	}
	if a, ok := axesOf(word); ok {
		return a, true
	}
	return s.relative(word)
}

// relativePace are the words that compare without saying with what.
var relativePace = map[string]axes{
	"大きく上回る": {status: model.StatusOnTrack, pace: model.PaceAhead}, "上回る": {status: model.StatusOnTrack, pace: model.PaceAhead},
	"やや上回る": {status: model.StatusOnTrack, pace: model.PaceAhead}, "計画を上回る": {status: model.StatusOnTrack, pace: model.PaceAhead},
	"やや下回る": {status: model.StatusDelayed, pace: model.PaceBehind}, "下回る": {status: model.StatusDelayed, pace: model.PaceBehind},
	"計画を下回る": {status: model.StatusDelayed, pace: model.PaceBehind}, "大きく下回る": {status: model.StatusDelayed, pace: model.PaceFarBehind},
}

// relative reads a comparing word by the scale it stands in: where the middle
// of the scale is 計画どおり, it compares with the plan. A scale that has 達成
// there compares with a target, which a profile must say.
func (s *Scale) relative(word string) (axes, bool) {
	a, ok := relativePace[statusKey(word)]
	if !ok {
		return axes{}, false
	}
	for _, l := range s.legend {
		if k := statusKey(l.Label); k == "計画どおり" || k == "予定どおり" {
			return a, true
		}
	}
	return axes{}, false
}
