package normalize

import (
	"slices"
	"strings"

	"gyokaku/model"
)

// expressions adds to an item the indicators that its texts hold in brackets:
// the targets of the goal, then the results of the assessment.
func (n *normalizer) expressions(it *model.Item, pointer string) {
	for _, e := range cellExpressions(it.Goal) {
		n.addTarget(it, e, pointer)
	}
	actuals := []printedExpression{}
	for _, cell := range it.IndicatorText {
		for _, e := range cellExpressions(cell) {
			if e.Note || n.targetOf(it, e) != nil {
				actuals = append(actuals, e)
			} else {
				n.addTarget(it, e, pointer)
			}
		}
	}
	actuals = append(actuals, cellExpressions(it.Assessment)...)
	n.joinActuals(it, actuals, pointer)
	missingReasons(it)
}

// A printedExpression is an expression with the cell it stands in.
type printedExpression struct {
	Expression
	cell model.Field[string]
}

func cellExpressions(cell model.Field[string]) (list []printedExpression) {
	for _, e := range Expressions(cell.Raw) {
		list = append(list, printedExpression{e, cell})
	}
	return list
}

// fragment makes a field of a part of the expression's cell.
func fragment[T any](e printedExpression, raw string) model.Field[T] {
	return model.Printed[T](raw, e.cell.At, e.cell.Also...)
}

// indicator begins the indicator that an expression names.
func (e printedExpression) indicator() model.Indicator {
	ind := model.Indicator{Name: fragment[string](e, e.Name), Planned: []model.Measured{}, Actuals: []model.Measured{}}
	text(&ind.Name, Phrase)
	return ind
}

// measured reads the number and the time of the expression: a day or a month,
// else a fiscal year.
func (n *normalizer) measured(e printedExpression, hint Hint, pointer string) (m model.Measured) {
	m.Quantity = fragment[model.Quantity](e, e.Quantity)
	if _, ok := Date(e.Period); ok {
		m.AsOf = fragment[model.Date](e, e.Period)
	} else if e.Period != "" {
		m.FiscalYear = fragment[model.FiscalYear](e, e.Period)
	}
	n.measure(&m, hint, pointer)
	return m
}

// addTarget adds the indicator of a target, unless the item has it already.
func (n *normalizer) addTarget(it *model.Item, e printedExpression, pointer string) {
	if e.Note || e.Quantity == "" || hasTarget(it, e) {
		return
	}
	ind := e.indicator()
	ind.Target = fragment[model.Quantity](e, e.Quantity)
	if e.Period != "" {
		ind.TargetYear = fragment[model.FiscalYear](e, e.Period)
	}
	n.indicator(&ind, pointer+"/indicators/"+number(len(it.Indicators)))
	it.Indicators = append(it.Indicators, ind)
}

func hasTarget(it *model.Item, e printedExpression) bool {
	return slices.ContainsFunc(it.Indicators, func(i model.Indicator) bool {
		return i.Name.Raw == e.Name && i.Target.Raw == e.Quantity && i.Target.At == e.cell.At
	})
}

func hasActual(it *model.Item, e printedExpression) bool {
	return slices.ContainsFunc(it.Indicators, func(i model.Indicator) bool {
		return slices.ContainsFunc(i.Actuals, func(m model.Measured) bool {
			return m.Quantity.Raw == e.Quantity && m.Quantity.At == e.cell.At
		}) && (fold(i.Name.Raw) == fold(e.Name) || similarity(i.Name.Raw, e.Name) >= looseName)
	})
}

// How alike two wordings of one indicator's name must be, as the share of their
// character pairs that they have in common (Dice). Wordings of one measure that
// were seen differ in a particle or the order of two words and share 0.8;
// different measures of one item shared up to 0.45.
const (
	sameName  = 0.6 // joined, with a warning
	looseName = 0.3 // joined only if no other target or result is left
)

// targetOf finds the indicator that an expression is the result of by name,
// worded alike or almost.
func (n *normalizer) targetOf(it *model.Item, e printedExpression) *model.Indicator {
	best, score, second := -1, 0.0, 0.0
	for i := range it.Indicators {
		ind := &it.Indicators[i]
		s := similarity(ind.Name.Raw, e.Name)
		if fold(ind.Name.Raw) == fold(e.Name) {
			return ind
		}
		if s > score {
			best, score, second = i, s, score
		} else if s > second {
			second = s
		}
	}
	if best >= 0 && score >= sameName && score-second > 0.1 {
		return &it.Indicators[best]
	}
	return nil
}

// joinActuals gives each result to its indicator; a result that has none
// becomes an indicator without a target.
func (n *normalizer) joinActuals(it *model.Item, list []printedExpression, pointer string) {
	var left []printedExpression
	for _, e := range list {
		switch {
		case e.Note || e.Quantity == "":
			n.noActual(it, e, pointer)
		case hasActual(it, e):
		default:
			if ind := n.targetOf(it, e); ind != nil {
				n.join(it, ind, e, pointer)
			} else {
				left = append(left, e)
			}
		}
	}
	for _, e := range left {
		open := openTargets(it)
		if len(left) == 1 && len(open) == 1 && similarity(open[0].Name.Raw, e.Name) >= looseName {
			n.join(it, open[0], e, pointer)
			continue
		}
		it.Indicators = append(it.Indicators, e.indicator())
		n.join(it, &it.Indicators[len(it.Indicators)-1], e, pointer)
	}
}

// openTargets lists the indicators that have no result yet.
func openTargets(it *model.Item) (list []*model.Indicator) {
	for i := range it.Indicators {
		if len(it.Indicators[i].Actuals) == 0 && it.Indicators[i].NoActualReason.Raw == "" {
			list = append(list, &it.Indicators[i])
		}
	}
	return list
}

func (n *normalizer) join(it *model.Item, ind *model.Indicator, e printedExpression, pointer string) {
	i := slices.IndexFunc(it.Indicators, func(x model.Indicator) bool { return x.Name.Raw == ind.Name.Raw && x.Name.At == ind.Name.At })
	at := pointer + "/indicators/" + number(i)
	ind.Actuals = append(ind.Actuals, n.measured(e, nameHint(ind.Name), at+"/actuals/"+number(len(ind.Actuals))))
	if fold(ind.Name.Raw) != fold(e.Name) {
		p := problem("indicator.name_differs", "目標の指標名「"+oneLine(ind.Name.Raw)+"」と実績の指標名「"+oneLine(e.Name)+"」の表記が異なります。同じ指標とみなしました。", e.Name, oneLine(ind.Name.Raw), oneLine(e.Name))
		p.Place = e.cell.At
		n.warn(at+"/name", p)
	}
}

// noActual keeps the reason why an indicator has no result: the remark in the
// brackets, or the sentence around an indicator without a number.
func (n *normalizer) noActual(it *model.Item, e printedExpression, pointer string) {
	reason := strings.TrimPrefix(strings.TrimSpace(e.Inner), "※")
	if !e.Note {
		reason = sentenceAround(e.cell.Raw, e.At)
	}
	if ind := targetNamed(it, reason); ind != nil {
		if len(ind.Actuals) == 0 {
			setReason(ind, e.cell, reason)
		}
		return
	}
	if !e.Note {
		p := problem("indicator.no_value", "数値のない指標です。対応する数値目標が見つかりません。", e.Inner)
		p.Place = e.cell.At
		n.warn(pointer+"/indicators", p)
	}
}

// targetNamed finds the target whose name a text tells, or the item's only one.
func targetNamed(it *model.Item, text string) *model.Indicator {
	var targets []*model.Indicator
	for i := range it.Indicators {
		if ind := &it.Indicators[i]; ind.Target.Raw != "" {
			targets = append(targets, ind)
			if strings.Contains(fold(text), fold(ind.Name.Raw)) {
				return ind
			}
		}
	}
	if len(targets) == 1 {
		return targets[0]
	}
	return nil
}

func setReason(ind *model.Indicator, cell model.Field[string], reason string) {
	ind.NoActualReason = model.Printed[string](reason, cell.At, cell.Also...)
	text, steps := Line(reason)
	if text != "" {
		ind.NoActualReason.Set(text, steps...)
	}
}

// missingReasons looks for the reason of a missing result in the notes (※…)
// that name the indicator.
func missingReasons(it *model.Item) {
	for _, ind := range openTargets(it) {
		for _, note := range Notes(it.Assessment.Raw) {
			if ind.Name.Raw != "" && strings.Contains(fold(note), fold(ind.Name.Raw)) && saysMissing(note) {
				setReason(ind, it.Assessment, strings.TrimPrefix(note, "※"))
				break
			}
		}
	}
}

func saysMissing(note string) bool {
	for _, w := range [...]string{"未", "できな", "なかった", "至ら", "困難", "予定", "算出不", "ない"} {
		if strings.Contains(note, w) {
			return true
		}
	}
	return false
}

// sentenceAround returns the sentence of s that holds the byte at, without a ※
// before it. A line break ends it only where a note or a bracket begins.
func sentenceAround(s string, at int) string {
	start := 0
	for _, stop := range [...]string{"。", "※", "】"} {
		if i := strings.LastIndex(s[:at], stop); i >= 0 {
			start = max(start, i+len(stop))
		}
	}
	end := len(s)
	closing := at + max(strings.Index(s[at:], "】"), 0)
	for _, stop := range [...]string{"。", "※", "\n【"} {
		if i := strings.Index(s[closing:], stop); i >= 0 {
			end = min(end, closing+i)
		}
	}
	return strings.TrimSpace(s[start:end])
}

// Notes lists the remarks of a text, each from its ※ to the end of its sentence.
// A ※ inside brackets or in the middle of a sentence is none.
func Notes(s string) (list []string) {
	for i := 0; i < len(s); {
		at := strings.Index(s[i:], "※")
		if at < 0 {
			return list
		}
		at += i
		i = at + len("※")
		if before := strings.TrimRight(s[:at], " 　\n\t"); before != "" && len(before) == at && !endsNote(before) {
			continue
		}
		end := len(s)
		for _, stop := range [...]string{"。", "※"} {
			if j := strings.Index(s[i:], stop); j >= 0 {
				end = min(end, i+j+len(stop)*b2i(stop == "。"))
			}
		}
		list = append(list, strings.TrimSpace(s[at:end]))
		i = end
	}
	return list
}

func endsNote(s string) bool {
	for _, e := range [...]string{"。", "】", ")", "）", ">"} {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func oneLine(s string) string {
	t, _ := Phrase(s)
	return t
}

// similarity is the share of character pairs that two names have in common, by
// Dice: 0 for none, 1 for the same pairs.
func similarity(a, b string) float64 {
	x, y := pairs(a), pairs(b)
	if len(x)+len(y) == 0 {
		return 0
	}
	common := 0
	for p := range x {
		if y[p] {
			common++
		}
	}
	return 2 * float64(common) / float64(len(x)+len(y))
}

func pairs(s string) map[[2]rune]bool {
	m := map[[2]rune]bool{}
	var before rune
	for _, r := range fold(s) {
		if before != 0 {
			m[[2]rune{before, r}] = true
		}
		before = r
	}
	return m
}
