package form

import (
	"slices"
	"strings"

	"gyokaku/model"
)

// items turns the drafts into the report's items. A form without a title, or
// one that nobody has filled in, is not an item.
func (r *reader) items() {
	r.schedules = r.scheduled()
	r.scheduleStyle()
	for _, d := range r.drafts {
		switch titled := !saysNothing(d.Title.Raw); {
		case titled && d.told():
			r.report.Items = append(r.report.Items, r.itemOf(d))
		case d.told() && len(d.initiatives) > 0:
			r.problem("item.no_title", d.initiatives[0].Number.At, d.Number.Raw, "実施項目名が読み取れない項目です。")
			r.report.Items = append(r.report.Items, r.itemOf(d))
		case d.said() != "":
			r.problem("item.incomplete", d.at, d.said(), "実施項目名か、中身のない様式です。項目に数えませんでした。")
		}
	}
}

// said is everything a form that is no item holds.
func (d *draft) said() string {
	texts := []string{d.Number.Raw, d.Title.Raw, d.Situation.Raw, d.Goal.Raw, d.Assessment.Raw, d.Action.Raw, d.Done.Raw, d.Next.Raw}
	for _, f := range slices.Concat(d.Departments, d.IndicatorText, d.Notes) {
		texts = append(texts, f.Raw)
	}
	if d.Progress != nil {
		texts = append(texts, d.Progress.Symbol.Raw, d.Progress.Label.Raw)
	}
	return strings.TrimSpace(strings.Join(slices.DeleteFunc(texts, saysNothing), "\n"))
}

// told reports whether the form says anything beyond its head.
func (d *draft) told() bool {
	if d.list != nil {
		return true
	}
	if strings.TrimSpace(d.Situation.Raw+d.Goal.Raw+d.Assessment.Raw+d.Action.Raw) != "" {
		return true
	}
	return len(d.initiatives) > 0
}

func (r *reader) itemOf(d *draft) model.Item {
	item := d.Item
	for _, i := range d.initiatives {
		i.Schedule = d.finish(i.spans)
		if i.Title.Raw == "" {
			i.Title = i.Reported
			r.problem("initiative.unplanned", i.Number.At, i.Number.Raw, "実績欄だけにあり、取組の内容の欄にない取組です。"+"（実施項目「"+d.Title.Raw+"」）")
		}
		if len(i.spans) == 0 && r.schedules {
			r.problem("schedule.missing", i.Number.At, i.Title.Raw, "取組期間の欄に記載が見つかりません（図形だけで描かれている場合も読めません）。")
		}
		item.Initiatives = append(item.Initiatives, i.Initiative)
	}
	for _, m := range d.measures {
		if m.isEffect {
			item.Effects = append(item.Effects, m.effects...)
		} else {
			item.Indicators = append(item.Indicators, m.indicator)
		}
	}
	return item
}

// scheduled reports whether the document has any schedule.
func (r *reader) scheduled() bool { return slices.ContainsFunc(r.drafts, (*draft).hasBars) }
