package main

import (
	"encoding/json"
	"io"

	"gyokaku/model"
)

// want is the report as it is to be read, from the values that stand beside the
// printed texts: never from what a reader made of them.
func want(r yearReport) *model.Report {
	w := &model.Report{
		Schema: model.SchemaID, Kind: set(model.KindProgressReport), FiscalYear: set(r.year),
		Municipality: model.Municipality{Name: set(city)},
		Plan: model.Plan{
			Title: set(planTitle), From: set(model.FiscalYear(planFrom)), To: set(model.FiscalYear(planTo)),
		},
	}
	for i, p := range plan {
		w.Items = append(w.Items, wantItem(p, r.items[i], r.year))
	}
	return w
}

func wantItem(p planItem, y yearItem, year model.FiscalYear) model.Item {
	item := model.Item{
		ID: set(p.id), Number: set(p.number), Title: set(p.title),
		Pillar:    model.Pillar{Number: set(int(p.id[0] - '0'))},
		Situation: set(p.situation), Goal: set(p.goalText()), Assessment: set(y.assessmentText()),
	}
	for _, d := range p.departments {
		item.Departments = append(item.Departments, set(d))
	}
	for i, t := range p.targets {
		item.Indicators = append(item.Indicators, wantIndicator(t, y.actuals[i], year))
	}
	for i, w := range p.initiatives {
		item.Initiatives = append(item.Initiatives, wantInitiative(i+1, w, y.results[i]))
	}
	for _, n := range y.notes {
		item.Notes = append(item.Notes, set(n))
	}
	return item
}

func wantIndicator(t target, a actual, year model.FiscalYear) model.Indicator {
	indicator := model.Indicator{Name: set(t.name), Target: set(t.want)}
	if t.year != 0 {
		indicator.TargetYear = set(t.year)
	}
	if a.want == nil {
		indicator.NoActualReason = set(a.reason)
		return indicator
	}
	m := model.Measured{Quantity: set(*a.want)}
	if a.asOf != "" {
		m.AsOf = set(a.asOf)
	} else {
		m.FiscalYear = set(year)
	}
	indicator.Actuals = []model.Measured{m}
	return indicator
}

func wantInitiative(n int, p planned, y progress) model.Initiative {
	status := y.status.want
	initiative := model.Initiative{Number: set(n), Title: set(p.title), Progress: &status}
	if y.done != "" {
		initiative.Done = set(y.done)
	}
	if y.next != "" {
		initiative.Next = set(y.next)
	}
	for _, b := range p.bars {
		initiative.Schedule = append(initiative.Schedule, model.Bar{
			From: set(b.from), To: set(b.to), Label: set(b.label), Phase: set(phases[b.label]),
		})
	}
	return initiative
}

// writeWant prints the values of a report and leaves out what depends on the
// format it was printed in.
func writeWant(w io.Writer, r *model.Report) error {
	var values map[string]json.RawMessage
	data, err := json.Marshal(r)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, &values); err != nil {
		return err
	}
	for _, key := range []string{"source", "provenance", "warnings"} {
		delete(values, key)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	return encoder.Encode(values)
}
