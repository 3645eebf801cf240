package form

import (
	"strings"

	"gyokaku/model"
)

// items turns the drafts into the report's items. A form without a title, or
// one that nobody has filled in, is not an item.
func (r *reader) items() {
	for _, d := range r.drafts {
		if saysNothing(d.Title.Raw) || !(d.body || d.Number.Raw != "") {
			continue
		}
		if !d.told() {
			r.problem("item.blank_form", d.Title.At, d.Title.Raw, "題名だけで中身のない様式です。項目に数えませんでした。")
			continue
		}
		r.report.Items = append(r.report.Items, r.itemOf(d))
	}
}

// told reports whether the form says anything beyond its head.
func (d *draft) told() bool {
	if strings.TrimSpace(d.Situation.Raw+d.Goal.Raw+d.Assessment.Raw) != "" {
		return true
	}
	return len(d.initiatives) > 0
}

func (r *reader) itemOf(d *draft) model.Item {
	item := d.Item
	for _, i := range d.initiatives {
		i.Schedule = r.finish(i.spans)
		if i.Title.Raw == "" {
			i.Title = i.Reported
			r.problem("initiative.unplanned", i.Number.At, i.Number.Raw, "実績欄だけにあり、取組の内容の欄にない取組です。"+"（実施項目「"+d.Title.Raw+"」）")
		}
		item.Initiatives = append(item.Initiatives, i.Initiative)
	}
	return item
}
