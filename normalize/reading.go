package normalize

import (
	"encoding/json"
	"unicode/utf8"

	"gyokaku/model"
)

// Kind is what a printed text is, which decides the rules that apply to it.
type Kind string

// The kinds of text.
const (
	KindStatus     Kind = "status"     // ○ 順調
	KindDepartment Kind = "department" // 総務課 関係各課
	KindNumber     Kind = "number"     // 1-①
	KindQuantity   Kind = "quantity"   // 23億1千万円, 【受講率 50%】
	KindDate       Kind = "date"       // 令和6年度, 2024~2028
	KindSchedule   Kind = "schedule"   // 検討, 実施
	KindLabel      Kind = "label"      // 進捗状況
	KindText       Kind = "text"       // an assessment, a title
)

// Kinds lists the kinds in the order that help texts name them.
func Kinds() []Kind {
	return []Kind{KindStatus, KindDepartment, KindNumber, KindQuantity, KindDate, KindSchedule, KindLabel, KindText}
}

// Decision says what reading a text came to.
type Decision string

// The decisions.
const (
	Same   Decision = "same"   // printed as it is written here
	Fix    Decision = "fix"    // changed, each change a step
	Review Decision = "review" // a person should look: a warning says why
)

// Context is what is known about the document that a text comes from. The zero
// Context stands for a document that nothing is known about.
type Context struct {
	Scale       *Scale           // status words; nil: the plain scale
	Departments []string         // the sections that the document names, beside the usual ones
	Hint        Hint             // unit and name of a quantity
	Plan        Period           // resolves years without an era
	FiscalYear  model.FiscalYear // the year reported on; 0 if unknown
}

// A Reading is one text read by itself.
type Reading struct {
	Kind     Kind
	Raw      string // as given
	Text     string // in its usual form: Steps lead from Raw to it
	Decision Decision
	Steps    []model.Step
	Warnings []model.Problem

	// The value, by kind; nil where none may be given.
	Status      *model.Progress
	Departments []string // empty and not nil for a dash
	Number      *ItemPath
	Amounts     []Amount // several for 25施策のうち24施策
	Moment      *Moment
	Schedule    *ScheduleWord
}

// A ScheduleWord is a word of a schedule with its phase.
type ScheduleWord struct {
	Label string      `json:"label"`
	Phase model.Phase `json:"phase"`
}

// Read reads one text as a kind. It is what the fields of a report are read
// with, made available for single texts; an unknown kind is read as text.
func Read(kind Kind, s string, c Context) Reading {
	r := Reading{Kind: kind, Raw: s, Text: s}
	switch {
	case !utf8.ValidString(s):
		r.warn(problem("text.encoding", "UTF-8 でない文字があるため、値を入れていません。", s))
	case kind == KindStatus:
		r.status(c)
	case kind == KindDepartment:
		r.departments(c)
	case kind == KindNumber:
		r.number()
	case kind == KindQuantity:
		r.quantity(c)
	case kind == KindDate:
		r.date(c)
	case kind == KindSchedule:
		r.schedule()
	case kind == KindLabel:
		r.label()
	default:
		r.text(c)
	}
	r.Decision = Same
	if len(r.Steps) > 0 {
		r.Decision = Fix
	}
	if len(r.Warnings) > 0 {
		r.Decision = Review
	}
	return r
}

// set gives the reading its text and the step that leads to it from what it was.
func (r *Reading) set(rule, to string) {
	r.Steps = change(rule, r.Text, to, r.Steps)
	r.Text = to
}

// run applies rules to the text.
func (r *Reading) run(rules []Rule) {
	text, steps := apply(r.Text, rules)
	r.Text, r.Steps = text, append(r.Steps, steps...)
}

func (r *Reading) warn(p *model.Problem) {
	if p == nil {
		return
	}
	p.Raw = r.Raw
	r.Warnings = append(r.Warnings, *p)
}

func (r *Reading) date(c Context) {
	r.run(dateRules)
	if Blank(r.Text) {
		r.set("blank.dash", "")
	}
	m, p := parseMoment(r.Text, c.Plan)
	r.Moment = m
	r.warn(p)
}

func (r *Reading) schedule() {
	f := model.Field[string]{Raw: r.Raw}
	p := barLabel(&f, nil)
	if !f.Known {
		r.set("blank.dash", "")
		return
	}
	r.Text, r.Steps = f.Value, f.Steps
	r.warn(p)
	if phase, ok := Phase(f.Value); ok && p == nil {
		r.Schedule = &ScheduleWord{f.Value, phase}
	}
}

// Derivation tells how the value was read out of the text: the rule, the text
// and the value as text. It reports false where nothing was.
func (r Reading) Derivation() (model.Step, bool) {
	step := func(rule, to string) (model.Step, bool) {
		return model.Step{Rule: rule, From: r.Text, To: to}, true
	}
	switch {
	case len(r.Amounts) == 1 && r.Amounts[0].Quantity != nil && r.Amounts[0].Value != nil:
		return step("quantity.parse", quantityText(*r.Amounts[0].Quantity))
	case r.Number != nil:
		return step("number.path", r.Number.ID)
	case r.Moment != nil && r.Moment.key() != "":
		return step("date.parse", r.Moment.key())
	case r.Schedule != nil:
		return step("schedule.phase", string(r.Schedule.Phase))
	case r.Status != nil && r.Status.Status.Known:
		return step("status.lexicon", string(r.Status.Status.Value))
	}
	return model.Step{}, false
}

// readingJSON is a Reading as the command line prints it.
type readingJSON struct {
	Raw      string       `json:"raw"`
	Text     string       `json:"text"`
	Value    any          `json:"value"`
	Decision Decision     `json:"decision"`
	Steps    []model.Step `json:"steps"`
	Warnings []warning    `json:"warnings"`
}

// A warning is a problem without a place.
type warning struct {
	Code       string   `json:"code"`
	Message    string   `json:"message"`
	Candidates []string `json:"candidates,omitempty"`
}

// MarshalJSON writes the reading with its value in the notation of the report
// contract, null where there is none.
func (r Reading) MarshalJSON() ([]byte, error) {
	j := readingJSON{Raw: r.Raw, Text: r.Text, Decision: r.Decision, Steps: r.Steps, Warnings: []warning{}}
	if j.Steps == nil {
		j.Steps = []model.Step{}
	}
	for _, w := range r.Warnings {
		j.Warnings = append(j.Warnings, warning{w.Code, w.Message, w.Candidates})
	}
	if v, err := r.valueJSON(); err != nil {
		return nil, err
	} else if v != nil {
		j.Value = v
	}
	return json.Marshal(j)
}

// valueJSON gives the value of the reading's kind; nil for none.
func (r Reading) valueJSON() (json.RawMessage, error) {
	switch {
	case r.Status != nil:
		return json.Marshal(r.Status)
	case r.Departments != nil:
		return json.Marshal(r.Departments)
	case r.Number != nil:
		return json.Marshal(r.Number)
	case len(r.Amounts) == 1:
		return json.Marshal(r.Amounts[0])
	case len(r.Amounts) > 1:
		return json.Marshal(r.Amounts)
	case r.Moment != nil:
		return json.Marshal(r.Moment)
	case r.Schedule != nil:
		return json.Marshal(r.Schedule)
	case r.Kind == KindText || r.Kind == KindLabel:
		if r.Text != "" {
			return json.Marshal(r.Text)
		}
	}
	return nil, nil
}
