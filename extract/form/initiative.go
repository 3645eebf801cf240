package form

import (
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

// numbered returns the initiative with that number, new if need be.
func (d *draft) numbered(n int, c *extract.Cell) *initiativeDraft {
	for _, i := range d.initiatives {
		if i.Number.Value == n {
			return i
		}
	}
	i := &initiativeDraft{}
	i.Number = model.Printed[int](strings.TrimSpace(c.Text), c.At)
	i.Number.Set(n)
	d.initiatives = append(d.initiatives, i)
	return i
}

// reportYear compares the fiscal year printed in a label with the caption's.
func (r *reader) reportYear(l label, c *extract.Cell) {
	if l.year == "" {
		return
	}
	if r.doneYear.Raw == "" {
		r.doneYear = model.Printed[model.FiscalYear](strings.TrimSpace(c.Text), c.At)
	}
	if r.year != "" && l.year != r.year {
		r.problem("year.contradicts", c.At, c.Text, "実施内容の年度が報告年度（"+r.year+"年度）と違います。"+r.where())
	}
}

func (r *reader) initiativeTitle(c *extract.Cell, text string) {
	r.item.body = true
	r.titleColumn = c.Column
	target := &r.initiative.Title
	if r.reported {
		target = &r.initiative.Reported
	}
	add(target, c, text)
}
