package form

import (
	"strconv"
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

// yearsOver lists the year columns over a cell, by their position in the list.
func (l *list) yearsOver(c *extract.Cell, t *extract.Table, want func(*column) bool) (from, to int, ok bool) {
	from, to = -1, -1
	x0, x1 := extentOf(t, c)
	for i, col := range l.columns {
		under := col.from < c.Column+max(1, c.ColumnSpan) && c.Column < col.to
		if x1 > x0 && col.x1 > col.x0 {
			under = min(x1, col.x1)-max(x0, col.x0) > (col.x1-col.x0)/2
		}
		if !under || !want(col) {
			continue
		}
		if from < 0 {
			from = i
		}
		to = i
	}
	return from, to, from >= 0
}

// listBars takes a cell of the schedule: a mark or a word in the column of its
// year, a merged cell or an arrow over several. Without year columns the cell
// itself names the years.
func (r *reader) listBars(l *list, col *column, c *extract.Cell, row row) {
	text := strings.TrimSpace(c.Text)
	if col.role != colYear {
		r.listPeriod(l, col, c, text)
		return
	}
	from, to, ok := l.yearsOver(c, row.table, func(x *column) bool { return x.role == colYear && x.of == col.of })
	switch {
	case !ok:
		r.unbound([]*extract.Cell{c})
	case saysNothing(text) && !c.Arrow:
	case isArrow(text) || text == "" && c.Arrow:
		l.spans[l.item] = extend(l.spans[l.item], to)
		l.drawn = true
	default:
		r.claim(c)
		label, amount := splitAmount(text)
		if amount != "" {
			r.addEffect(l, col, c, amount)
		}
		l.spans[l.item] = append(l.spans[l.item], span{from: from, to: to, cell: c, text: label, drawnAcross: to > from})
		// a mark, or a cell for what is planned in each year, says its own year
		l.drawn = l.drawn || to > from || isMarkCell(label) || col.leaf().role == colPlan
	}
}

// listPeriod reads the years that a cell of the schedule names in words: 令和6年度,
// R4～R6 検討.
func (r *reader) listPeriod(l *list, col *column, c *extract.Cell, text string) {
	if saysNothing(text) {
		return
	}
	key := fold(text)
	found := periodYear().FindAllString(key, -1)
	if len(found) == 0 {
		r.unbound([]*extract.Cell{c})
		return
	}
	bar := model.Bar{From: model.Printed[model.FiscalYear](found[0], c.At, c.Also...)}
	if n := len(found); n == 2 {
		bar.To = model.Printed[model.FiscalYear](found[1], c.At, c.Also...)
	} else if n > 2 {
		r.unbound([]*extract.Cell{c})
		return
	}
	if rest := strings.Trim(periodYear().ReplaceAllString(key, ""), arrowMarks+"()から:、末"); rest != "" {
		bar.Label = model.Printed[string](rest, c.At, c.Also...)
	}
	l.item.Schedule = append(l.item.Schedule, bar)
}

var periodYear = pattern(`(?:(?:19|20)\d\d|(?:令和|平成|R|H)\.?(?:元|\d{1,2}))(?:年度?)?`)

// amountBehind finds an amount behind a word: 実施 △112,300.
var amountBehind = pattern(`(?s)^(\D*?[^\d\s△▲+\-－−約,.(（])[\s　]*[(（]?([△▲+\-－−]?[\s　]*[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?:[\s　]*(?:百万円|千円|万円|円))?|[△▲][\s　]*[0-9０-９][0-9０-９,，.．]*|[△▲+\-－−]?[\s　]*[0-9０-９][0-9０-９,，.．]*[\s　]*(?:百万円|千円|万円|億円|円))[)）]?$`)

// splitAmount parts the word of a cell from an amount of money behind it.
func splitAmount(text string) (word, amount string) {
	m := amountBehind().FindStringSubmatch(text)
	if m == nil {
		return text, ""
	}
	return strings.TrimSpace(m[1]), strings.TrimSpace(m[2])
}

func isMarkCell(text string) bool {
	return len([]rune(text)) == 1 && strings.ContainsAny(text, statusSymbols)
}

// runs joins equal neighbours in adjacent years. Between the columns of two
// years others may stand: 令和5年度 計画, 実績, 令和6年度 計画.
func (l *list) runs(spans []span) []span {
	year := func(i int) int { y, _ := strconv.Atoi(l.columns[i].year); return y }
	var out []span
	for _, s := range spans {
		if n := len(out); n > 0 && fold(out[n-1].text) == fold(s.text) && year(s.from) == year(out[n-1].to)+1 {
			out[n-1].to, out[n-1].drawnAcross = s.to, true
			continue
		}
		out = append(out, s)
	}
	return out
}

// bars turns the spans of the list's items into bars. A list that draws some bar
// over several years, or marks each year, shows where its bars end.
func (l *list) bars() {
	for d, spans := range l.spans {
		spans = l.runs(spans)
		for _, s := range spans {
			first, last := l.columns[s.from], l.columns[s.to]
			bar := model.Bar{
				From:  first.printedYear(),
				Label: model.Printed[string](strings.TrimRight(s.text, " \u3000→⇒➡"), s.cell.At, s.cell.Also...),
			}
			bar.From.Also = append(bar.From.Also, s.cell.At)
			if l.drawn || s.drawnAcross {
				bar.To = last.printedYear()
				bar.To.Also = append(bar.To.Also, s.cell.At)
			}
			d.Schedule = append(d.Schedule, bar)
		}
	}
}
