package form

import (
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

// kindOf finds the cell that says what the row holds: 計画, 実績 or 評価. Where it
// reaches over further rows they are of its kind too.
func (l *list) kindOf(row row) *extract.Cell {
	for _, c := range row.cells {
		col := l.columnAt(c, row.table)
		if col != nil && (col.role == colYear || col.role == colTitle || col.role == colPillar || col.role == colNumber || col.textual()) {
			continue
		}
		if l.heads.kind(c) != colNone && (col == nil || col.role == colKind || len(l.yearColumns()) > 0) {
			return c
		}
	}
	if k := l.kind; k != nil && row.table == l.endTable && row.index < k.Row+k.RowSpan {
		return k
	}
	return nil
}

// textual reports columns of running text, whose cells never tell the kind of
// their row.
func (c *column) textual() bool {
	switch c.role {
	case colAction, colDone, colNext, colAssessment, colSituation, colGoal, colNote, colDirection, colDepartment, colStatus, colRating, colOutcome, colTarget, colBaseline:
		return true
	}
	return false
}

func (l *list) yearColumns() (list []*column) {
	for _, c := range l.columns {
		if c.role == colYear {
			list = append(list, c)
		}
	}
	return list
}

// kind reads the word of a row: colPlanned, colActual, colStatus, colEffect,
// colSchedule, or colNone.
func (m headings) kind(c *extract.Cell) columnRole {
	if len(c.Text) > 60 || strings.TrimSpace(c.Text) == "" {
		return colNone
	}
	switch h := m.read(c); h.role {
	case colPlan, colAim, colPlanned, colTarget:
		return colPlanned
	case colResult, colActual:
		return colActual
	case colStatus, colOutcome, colRating:
		if strings.HasSuffix(h.key, "率") {
			return colTotal
		}
		return colStatus
	case colEffect:
		return colEffect
	case colSchedule, colAction:
		return colSchedule
	case colDone:
		return colDone
	case colTotal:
		return colTotal
	}
	return colNone
}

// listMeasure reads a cell of a measured goal: its name, its unit, or a number
// whose meaning the column or the kind of the row tells.
func (r *reader) listMeasure(l *list, col *column, c *extract.Cell, row row) {
	text := strings.TrimSpace(c.Text)
	switch col.role {
	case colIndicator:
		r.listIndicator(l, col, c, text)
	case colUnit:
		if !saysNothing(text) {
			add(&l.measured(c).Unit, c, text)
		}
	case colBaseline:
		if number, ok := r.number(c, text); ok {
			if ind := l.measured(c); ind.Baseline == nil {
				ind.Baseline = &model.Measured{Quantity: number, FiscalYear: col.headYear()}
			} else {
				r.unbound([]*extract.Cell{c})
			}
		}
	case colTarget:
		if number, ok := r.number(c, text); ok {
			if ind := l.measured(c); ind.Target.Raw == "" {
				ind.Target, ind.TargetYear = number, col.headYear()
			} else {
				r.unbound([]*extract.Cell{c})
			}
		}
	case colPlanned:
		r.measuredCell(l, col, c, text, colPlanned)
	case colActual:
		r.measuredCell(l, col, c, text, colActual)
	case colYear:
		r.listYear(l, col, c, row, text)
	default: // colTotal
		if !saysNothing(text) {
			r.total(l, l.item.Title, col, c)
		}
	}
}

// listIndicator opens the indicator that the numbers beside it measure. Without
// numbers beside it the text holds name and number.
func (r *reader) listIndicator(l *list, col *column, c *extract.Cell, text string) {
	switch {
	case saysNothing(text):
	case col.of == colIndicator:
		l.item.IndicatorText = append(l.item.IndicatorText, model.Printed[string](text, c.At, c.Also...))
	default:
		l.item.Indicators = append(l.item.Indicators, model.Indicator{Name: model.Printed[string](text, c.At, c.Also...)})
		l.indicator = &l.item.Indicators[len(l.item.Indicators)-1]
	}
}

// measured is the indicator that a number belongs to. Where the row names none,
// or names it in a later cell, one without a name takes it.
func (l *list) measured(c *extract.Cell) *model.Indicator {
	if l.indicator == nil {
		l.item.Indicators = append(l.item.Indicators, model.Indicator{})
		l.indicator = &l.item.Indicators[len(l.item.Indicators)-1]
	}
	return l.indicator
}

// number takes a cell for a number, unless it says nothing.
func (r *reader) number(c *extract.Cell, text string) (model.Field[model.Quantity], bool) {
	if saysNothing(text) {
		return model.Field[model.Quantity]{}, false
	}
	return model.Printed[model.Quantity](text, c.At, c.Also...), true
}

// measuredCell adds a planned or an actual number.
func (r *reader) measuredCell(l *list, col *column, c *extract.Cell, text string, role columnRole) {
	number, ok := r.number(c, text)
	if !ok {
		return
	}
	ind := l.measured(c)
	m := model.Measured{Quantity: number, FiscalYear: col.headYear()}
	if m.FiscalYear.Raw == "" && role == colActual {
		m.FiscalYear = r.reportedYear(l)
	}
	if role == colPlanned {
		ind.Planned = append(ind.Planned, m)
	} else {
		ind.Actuals = append(ind.Actuals, m)
	}
}

// reportedYear is the year of the report, for results whose heading names none.
func (r *reader) reportedYear(l *list) model.Field[model.FiscalYear] {
	if l.year == "" {
		return model.Field[model.FiscalYear]{}
	}
	f := model.Printed[model.FiscalYear](l.year, l.yearAt)
	return f
}

// headYear is the year that the heading of a single column names: 現状値（令和元年度）.
func (c *column) headYear() model.Field[model.FiscalYear] {
	return c.printedYear()
}

// listYear reads a cell in the column of a year.
func (r *reader) listYear(l *list, col *column, c *extract.Cell, row row, text string) {
	role := col.of
	if l.kind != nil {
		role = l.heads.kind(l.kind)
	}
	numeric := numberCell().MatchString(fold(text))
	switch {
	case role == colPlanned && !numeric && !saysNothing(text) && !approximately(text):
		r.listBars(l, col, c, row)
	case role == colPlanned, role == colActual && (numeric || saysNothing(text) || approximately(text)):
		r.measuredCell(l, col, c, text, role)
	case role == colActual, role == colDone:
		r.listResult(l, col, c, text)
	case role == colStatus, role == colOutcome, role == colRating:
		r.listRating(l, col, c, text)
	case role == colEffect:
		r.listEffect(l, col, c, text)
	case role == colSchedule, role == colAction:
		r.listBars(l, col, c, row)
	case role == colNone && numeric && l.effects:
		r.listEffect(l, col, c, text)
	case role == colNone && !numeric:
		r.listBars(l, col, c, row)
	case saysNothing(text):
	default:
		r.problem("unbound_cell", c.At, c.Text, "年度の欄の数値が計画か実績か、見出しから分からないため、対応づけていません。"+r.where())
	}
}

var approximate = pattern(`^(?:約|概ね|おおむね|年|延べ|累計|▲|△|-)?[\d,.]+`)

// approximately reports a number behind a word that only qualifies it: 約25万.
func approximately(text string) bool { return approximate().MatchString(fold(text)) }

// listResult takes the words of the year reported on; those of other years have
// no field of their own.
func (r *reader) listResult(l *list, col *column, c *extract.Cell, text string) {
	if saysNothing(text) {
		return
	}
	if col.year == "" || col.year == l.year {
		add(&l.item.Done, c, text)
		return
	}
	r.unbound([]*extract.Cell{c})
}

// wordsBefore parts the words that say what an amount is from the amount:
// 歳出削減 1,200千円.
var wordsBefore = pattern(`(?s)^([^\d０-９△▲+\-－−約,.()（）]{2,16}?)[\s　:：]*((?:約|[△▲+\-－−])?[\s　]*[0-9０-９].*)$`)

// listEffect reads an amount.
func (r *reader) listEffect(l *list, col *column, c *extract.Cell, text string) {
	if !saysNothing(text) {
		r.addEffect(l, col, c, text)
	}
}

// addEffect puts an amount beside the other one of its kind and year.
func (r *reader) addEffect(l *list, col *column, c *extract.Cell, text string) {
	kind := col.effectKind(l)
	if m := wordsBefore().FindStringSubmatch(text); m != nil {
		kind, text = model.Printed[model.EffectKind](strings.TrimSpace(m[1]), c.At, c.Also...), m[2]
	}
	year := col.printedYear()
	if year.Raw == "" {
		year = r.reportedYear(l)
	}
	planned := col.planned || col.of == colSchedule
	if l.kind != nil && col.role == colYear {
		planned = planned || strings.ContainsAny(fold(l.kind.Text), "計画目標予見") && !strings.Contains(l.kind.Text, "実績")
	}
	if col.of == colSchedule && kind.At == col.effectKind(l).At {
		r.problem("effect.no_kind", c.At, c.Text, "工程の欄の金額です。削減額か増収額か、見出しから分からないため、種別を付けていません。"+r.where())
	}
	e := l.effect(kind, year)
	if e.Unit.Raw == "" {
		e.Unit = col.unitField(l)
	}
	target := &e.Actual
	if planned {
		target = &e.Planned
	}
	if target.Raw != "" {
		r.unbound([]*extract.Cell{c})
		return
	}
	*target = model.Printed[model.Quantity](text, c.At, c.Also...)
}

// effect finds the item's amount of a kind and year, new if need be.
func (l *list) effect(kind model.Field[model.EffectKind], year model.Field[model.FiscalYear]) *model.Effect {
	list := l.item.Effects
	for i := range list {
		if effectName(list[i].Kind.Raw) == effectName(kind.Raw) && list[i].FiscalYear.Raw == year.Raw {
			return &list[i]
		}
	}
	l.item.Effects = append(list, model.Effect{Kind: kind, FiscalYear: year})
	return &l.item.Effects[len(l.item.Effects)-1]
}

// effectName is the kind of an amount without the words for plan and result.
func effectName(raw string) string {
	return strings.NewReplacer("計画", "", "目標", "", "見込", "", "実績", "", "予算", "", "決算", "").Replace(fold(raw))
}

// effectKind is the heading that says which way the amount goes: the nearest one
// that is neither a year nor 計画 or 実績.
func (c *column) effectKind(l *list) model.Field[model.EffectKind] {
	if l.kind != nil && c.role == colYear {
		return model.Printed[model.EffectKind](strings.TrimSpace(l.kind.Text), l.kind.At, l.kind.Also...)
	}
	for i := len(c.path) - 1; i >= 0; i-- {
		h := c.path[i]
		switch {
		case h.role == colYear, h.role == colPlan, h.role == colAim, h.role == colResult, h.role == colActual, h.role == colTarget, h.role == colPlanned:
			continue
		}
		return model.Printed[model.EffectKind](strings.TrimSpace(h.cell.Text), h.cell.At)
	}
	return model.Printed[model.EffectKind]("効果額", c.leaf().cell.At)
}

// unitField is the unit of a column's heading, else that of the table's caption.
func (c *column) unitField(l *list) model.Field[string] {
	for i := len(c.path) - 1; i >= 0; i-- {
		if h := c.path[i]; h.unit != "" {
			return model.Printed[string](h.unit, h.cell.At)
		}
	}
	if l.unit != "" {
		return model.Printed[string](l.unit, l.unitAt)
	}
	return model.Field[string]{}
}
