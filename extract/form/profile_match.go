package form

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

// chooseProfile takes the first profile that matches the document. Those named
// by the user come before the built-in ones, so order decides.
func (r *reader) chooseProfile(rows []row, profiles []Profile) {
	if len(profiles) == 0 {
		return
	}
	said := newSayings(r.doc, rows)
	for i := range profiles {
		if profiles[i].matches(said) {
			r.use(&profiles[i], said)
			return
		}
	}
}

// sayings are the short texts of a document, folded, with where each stands
// first. Prose is left out: it may name other cities and their plans.
type sayings struct {
	list  []saying // in reading order
	known map[string]bool
}

type saying struct {
	key, text string // folded, and as printed
	at        model.Place
}

func newSayings(doc *extract.Document, rows []row) sayings {
	s := sayings{known: map[string]bool{}}
	seen := map[string]bool{}
	add := func(text string, at model.Place) {
		if text == "" || len(text) > 4*maxHeading || seen[text] {
			return
		}
		seen[text] = true
		if key := fold(text); key != "" && !s.known[key] {
			s.known[key] = true
			s.list = append(s.list, saying{key, strings.TrimSpace(text), at})
		}
	}
	add(doc.Title, model.Place{})
	for _, row := range rows {
		for _, c := range row.cells {
			add(c.Text, c.At)
		}
	}
	return s
}

// find gives the first text for whose key ok is true.
func (s sayings) find(ok func(key string) bool) (saying, bool) {
	i := slices.IndexFunc(s.list, func(said saying) bool { return ok(said.key) })
	if i < 0 {
		return saying{}, false
	}
	return s.list[i], true
}

// has reports whether a text is, or is a label with, the word.
func (s sayings) has(word string) bool {
	key := labelKey(word)
	if s.known[key] {
		return true
	}
	_, ok := s.find(func(text string) bool { return strings.Contains(text, key) })
	return ok
}

// matches reports whether all that the profile asks for is in the document. A
// profile that asks for nothing matches nothing.
func (p *Profile) matches(s sayings) bool {
	m := p.Match
	if m.Municipality == "" && m.Plan == "" && len(m.Words) == 0 {
		return false
	}
	if m.Municipality != "" && !s.has(m.Municipality) {
		return false
	}
	if m.Plan != "" {
		if _, ok := p.planIn(s); !ok {
			return false
		}
	}
	return !slices.ContainsFunc(m.Words, func(w string) bool { return !s.has(w) })
}

// planIn finds the line that names the plan.
func (p *Profile) planIn(s sayings) (saying, bool) {
	plan, err := regexp.Compile(p.Match.Plan)
	if err != nil || p.Match.Plan == "" {
		return saying{}, false // ParseProfile refuses what does not compile
	}
	return s.find(plan.MatchString)
}

// use has the document read by the profile.
func (r *reader) use(p *Profile, s sayings) {
	r.profile, r.vocabulary = p, p.vocabulary()
	id := p.ID()
	r.report.Source.Profile = &id
	r.report.Given = model.Given{
		Municipality: p.Municipality.Name, Code: p.Municipality.Code, Prefecture: p.Municipality.Prefecture,
		Departments: p.Departments, Numbering: p.Numbering,
	}
	r.issuer(s)
	if plan, ok := p.planIn(s); ok {
		r.planTitle(plan.text, &extract.Cell{At: plan.at})
	}
	for _, scale := range p.Scales {
		for _, step := range scale.Steps {
			// While reading, only the symbols count; which scale holds is settled
			// when the fiscal year is known.
			r.report.Legend = append(r.report.Legend, model.LegendEntry{Symbol: step.Symbol, Axes: &model.Axes{}})
		}
	}
}

// issuer keeps where the document prints the municipality's name.
func (r *reader) issuer(s sayings) {
	name := r.profile.Municipality.Name
	if name == "" {
		return
	}
	key := fold(name)
	if said, ok := s.find(func(text string) bool { return strings.Contains(text, key) }); ok {
		r.report.Municipality.Name = model.Printed[string](name, said.at)
	}
}

// settleScale leaves the steps of the scale that holds in the fiscal year
// reported on. Where the document prints another word for a symbol, the print
// wins: it may have changed its scale since the profile was written.
func (r *reader) settleScale() {
	if r.profile == nil || len(r.profile.Scales) == 0 {
		return
	}
	report := r.report
	report.Legend = slices.DeleteFunc(report.Legend, func(e model.LegendEntry) bool { return e.Axes != nil })
	scale, ok := r.scaleOfYear()
	if !ok {
		r.problem("profile.scale_year", report.FiscalYear.At, report.FiscalYear.Raw,
			"様式の定義（"+r.profile.ID()+"）に、この報告年度の評価の尺度がありません。区分は凡例と一般の規則だけから付けました。")
		return
	}
	for _, step := range scale.Steps {
		r.addStep(step)
	}
}

// addStep adds one step, or its meaning to the entry that the document prints.
func (r *reader) addStep(step ScaleStep) {
	axes := step.axes()
	for i, e := range r.report.Legend {
		if e.Axes != nil || step.Symbol == "" || fold(e.Symbol) != fold(step.Symbol) {
			continue
		}
		if step.Label != "" && fold(e.Label) != fold(step.Label) {
			r.problem("profile.scale_contradicts", e.At, e.Symbol+" "+e.Label,
				"印刷された凡例が様式の定義（"+r.profile.ID()+"）の尺度と違います。印刷された凡例を使いました。")
			last := &r.report.Warnings[len(r.report.Warnings)-1]
			last.Candidates = []string{e.Label, step.Label}
			return
		}
		r.report.Legend[i].Axes = &axes
		return
	}
	r.report.Legend = append(r.report.Legend, model.LegendEntry{Symbol: step.Symbol, Label: step.Label, Axes: &axes})
}

// scaleOfYear finds the scale of the fiscal year. A document that does not tell
// its year gets the profile's only scale, or none.
func (r *reader) scaleOfYear() (Scale, bool) {
	year, err := strconv.Atoi(yearIn(planPeriod().ReplaceAllString(fold(r.report.FiscalYear.Raw), "")))
	scales := r.profile.Scales
	if err != nil {
		return scales[0], len(scales) == 1
	}
	for _, s := range scales {
		if s.covers(year) {
			return s, true
		}
	}
	return Scale{}, false
}
