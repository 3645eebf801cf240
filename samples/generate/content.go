package main

import (
	"github.com/shopspring/decimal"

	"gyokaku/model"
)

// The fictional city and its plan.
const (
	city      = "瑞野市"
	planTitle = "瑞野市行政改革プラン"
	planFrom  = 2024
	planTo    = 2028
)

// A planItem is what the plan says about an item: the same in every year.
type planItem struct {
	number      string // as printed, "1-①"
	id          string
	title       string
	departments []string
	situation   string
	goal        string // without the targets in 【…】
	targets     []target
	initiatives []planned
}

// A target is an indicator's goal as printed and as it is to be read.
type target struct {
	name  string
	print string // what stands in 【…】
	want  model.Quantity
	year  model.FiscalYear // 0 where none is printed
}

// A planned piece of work with its schedule.
type planned struct {
	title string
	bars  []bar
	arrow bool // the schedule is printed as a word and arrows, not as merged cells
}

type bar struct {
	from, to model.FiscalYear
	label    string
}

// A yearReport is what one year's report says, in the order of the plan.
type yearReport struct {
	year            model.FiscalYear
	caption         string // of the year reported on: "2024年度"
	departmentLabel string
	legend          bool // the status scale is printed
	items           []yearItem
}

// A yearItem is one item's report.
type yearItem struct {
	assessment string   // without the actuals in 【…】
	actuals    []actual // one per target
	notes      []string // printed behind the actuals
	results    []progress
}

// An actual is a measured value as printed and as it is to be read.
type actual struct {
	print  string // what stands in 【…】, "" where nothing was measured
	want   *model.Quantity
	asOf   model.Date // instead of the fiscal year
	reason string     // why nothing was measured, a part of the printed note
}

// progress is one initiative's report.
type progress struct {
	status   status
	done     string // "" prints a dash
	next     string
	reported string // the title where it is worded differently from the plan
}

// A status is one grade of the printed scale with its meaning.
type status struct {
	symbol, label string
	want          model.Progress
}

// The scale of the reports.
var (
	achieved   = grade("◎", "達成", model.StatusDone, model.Progress{Outcome: set(model.OutcomeAchieved)})
	onTrack    = grade("○", "順調", model.StatusOnTrack, model.Progress{Pace: set(model.PaceOnPlan)})
	mostly     = grade("△", "概ね順調", model.StatusMostlyOnTrack, model.Progress{Pace: set(model.PaceMostlyOnPlan)})
	behind     = grade("▲", "やや遅れ", model.StatusDelayed, model.Progress{Pace: set(model.PaceBehind)})
	notStarted = grade("－", "未着手", model.StatusNotStarted, model.Progress{Phase: set(model.ProgressNotStarted)})
	scale      = []status{achieved, onTrack, mostly, behind, notStarted}
)

func grade(symbol, label string, s model.Status, want model.Progress) status {
	want.Symbol, want.Label, want.Status = set(symbol), set(label), set(s)
	return status{symbol, label, want}
}

// phases says what each schedule word means.
var phases = map[string]model.Phase{
	"検討": model.PhaseStudy, "準備": model.PhasePrepare, "試行": model.PhasePilot,
	"導入": model.PhaseIntroduce, "実施": model.PhaseImplement, "継続": model.PhaseContinue,
}

func set[T any](v T) (f model.Field[T]) {
	f.Set(v)
	return f
}

// amount is a plain quantity.
func amount(value, unit string, m model.Measure) model.Quantity {
	return model.Quantity{Value: number(value), Unit: unit, Measure: m}
}

func percent(value string) model.Quantity { return amount(value, "%", model.MeasureRatio) }
func yen(value string) model.Quantity     { return amount(value, "円", model.MeasureMoney) }
func people(value string) model.Quantity  { return amount(value, "人", model.MeasurePeople) }
func count(value, unit string) model.Quantity {
	return amount(value, unit, model.MeasureCount)
}

// decrease is a reduction by value percent.
func decrease(value string) model.Quantity {
	q := percent(value)
	q.Change = model.Decrease
	return q
}

func number(s string) *decimal.Decimal {
	d := decimal.RequireFromString(s)
	return &d
}

func measured(print string, q model.Quantity) actual { return actual{print: print, want: &q} }

// on dates an actual by a day instead of the fiscal year.
func (a actual) on(day model.Date) actual {
	a.asOf = day
	return a
}
