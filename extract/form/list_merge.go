package form

import (
	"strings"

	"gyokaku/model"
)

// finishLists turns what the lists hold into drafts like those of forms.
func (r *reader) finishLists(rows []row) {
	if len(r.lists) == 0 {
		return
	}
	for _, l := range r.lists {
		r.emptyPillar(l)
		l.bars()
		l.meanings()
		l.paths()
		for _, d := range l.items {
			if d.Progress == nil && l.has(colStatus) {
				d.Progress = &model.Progress{}
			}
		}
	}
	r.mergeLists()
	if l := r.lists[0]; r.report.FiscalYear.Raw == "" && l.year != "" {
		r.report.FiscalYear = model.Printed[model.FiscalYear](l.yearText, l.yearAt)
	}
}

// mergeLists joins items that the document shows twice: a list before or after
// the forms sums them up. The form, or the first list, is the item; the list
// fills what it leaves open, and is compared with the rest.
func (r *reader) mergeLists() {
	var kept []*draft
	for _, d := range r.drafts {
		if d.list != nil {
			if o := r.twin(d, kept); o != nil {
				r.mergeInto(o, d)
				continue
			}
		}
		kept = append(kept, d)
	}
	r.drafts = kept
}

// twin finds the draft that shows the item of a list elsewhere: a form, or an
// earlier list among those kept.
func (r *reader) twin(d *draft, kept []*draft) *draft {
	for _, o := range r.drafts {
		if o.list == nil && o.told() && sameItem(o, d) {
			return o
		}
	}
	for _, o := range kept {
		if o.list != nil && o.list != d.list && sameItem(o, d) {
			return o
		}
	}
	return nil
}

// sameItem compares numbers, or titles where one has no number. Equal numbers
// with titles that have nothing in common are two items.
func sameItem(a, b *draft) bool {
	x, y := itemKey(a.Number.Raw), itemKey(b.Number.Raw)
	title, other := fold(a.Title.Raw), fold(b.Title.Raw)
	if x != "" && y != "" {
		return x == y && (title == other || title == "" || other == "" || strings.Contains(title, other) || strings.Contains(other, title) || alike(title, other))
	}
	return title != "" && title == other
}

// itemKey makes numbers comparable: １－① and 1-1.
func itemKey(raw string) string {
	key := strings.NewReplacer("No.", "", "No", "", "－", "-", "–", "-", "—", "-", "−", "-", "‐", "-", "―", "-", "ー", "-", "(", "", ")", "", ".", "-").Replace(fold(raw))
	return strings.Trim(key, "-")
}

// maxTitleEdits is how many characters two prints of one title may differ by.
const maxTitleEdits = 3

func alike(a, b string) bool {
	return distance([]rune(a), []rune(b), maxTitleEdits) <= maxTitleEdits
}

// mergeInto fills what an item leaves open from its row in a list, and reports
// what the two print differently.
func (r *reader) mergeInto(item, from *draft) {
	r.twins = append(r.twins, from.Item)
	r.differs(&item.Title, &from.Title, "項目名")
	if item.Number.Raw == "" {
		item.Number = from.Number
	}
	if item.Pillar.Title.Raw == "" && item.Pillar.Number.Raw == "" {
		item.Pillar = from.Pillar
	}
	if len(item.Departments) == 0 {
		item.Departments = from.Departments
	}
	for _, role := range []columnRole{colSituation, colGoal, colAction, colDone, colAssessment, colNext, colDirection} {
		if f := item.textOf(role); f.Raw == "" {
			*f = *from.textOf(role)
		}
	}
	r.mergeProgress(item, from)
	if len(item.Schedule) == 0 && len(item.initiatives) == 0 {
		item.Schedule = from.Schedule
	}
	if len(item.Indicators) == 0 && len(item.IndicatorText) == 0 {
		item.Indicators, item.IndicatorText = from.Indicators, from.IndicatorText
	}
	if len(item.Effects) == 0 {
		item.Effects = from.Effects
	}
	item.Ratings = append(item.Ratings, from.Ratings...)
	item.Notes = append(item.Notes, from.Notes...)
}

func (r *reader) mergeProgress(item, from *draft) {
	for _, i := range item.initiatives {
		if i.Progress != nil {
			return // the form rates each initiative
		}
	}
	switch {
	case from.Progress == nil || from.Progress.Symbol.Raw+from.Progress.Label.Raw == "":
	case item.Progress == nil || item.Progress.Symbol.Raw+item.Progress.Label.Raw == "":
		item.Progress = from.Progress
	default:
		a, b := item.Progress, from.Progress
		if x, y := fold(a.Symbol.Raw), fold(b.Symbol.Raw); x != "" && y != "" && x != y {
			r.differs(&a.Symbol, &b.Symbol, "進捗区分")
		}
	}
}

// differs reports two prints of one value that are not the same.
func (r *reader) differs(a, b *model.Field[string], name string) {
	if a.Raw == "" || b.Raw == "" || fold(a.Raw) == fold(b.Raw) {
		return
	}
	r.report.Warnings = append(r.report.Warnings, model.Problem{
		Code: "list.differs", Place: b.At, Raw: b.Raw, Candidates: []string{a.Raw, b.Raw},
		Message: "一覧表の" + name + "が、項目の様式の表記と異なります。様式の表記を採りました。",
	})
}
