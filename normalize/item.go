package normalize

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gyokaku/model"
)

// item reads one action item.
func (n *normalizer) item(it *model.Item, pointer string) {
	n.number(it, pointer)
	text(&it.Title, Line)
	text(&it.Pillar.Title, Line)
	it.Departments = n.departments(it.Departments)
	n.prose(&it.Situation, pointer+"/situation")
	n.prose(&it.Goal, pointer+"/goal")
	n.prose(&it.Assessment, pointer+"/assessment")
	n.prose(&it.Action, pointer+"/action")
	n.prose(&it.Done, pointer+"/done")
	n.prose(&it.Next, pointer+"/next")
	text(&it.Direction, Line)
	for i := range it.IndicatorText {
		text(&it.IndicatorText[i], Text)
	}
	n.schedule(it.Schedule, pointer)
	n.progress(it.Progress, pointer+"/progress")
	n.ratings(it.Ratings, pointer)
	for i := range it.Indicators {
		n.indicator(&it.Indicators[i], pointer+"/indicators/"+number(i))
	}
	for i := range it.Effects {
		n.effect(&it.Effects[i], pointer+"/effects/"+number(i))
	}
	for i := range it.Initiatives {
		n.initiative(&it.Initiatives[i], pointer+"/initiatives/"+number(i))
	}
	n.expressions(it, pointer)
	notes(it)
}

// number reads the item's number, its id and the number of its pillar.
func (n *normalizer) number(it *model.Item, pointer string) {
	reset(&it.Number, &it.ID)
	rule := "number.path"
	printed, path, ok := n.givenNumber(it.Number)
	if ok {
		rule = "number.profile"
	} else {
		printed, path, ok = ItemNumber(it.Number.Raw)
	}
	if printed != "" {
		it.Number.Set(printed, change("number.printed", it.Number.Raw, printed, nil)...)
	}
	if it.ID.Raw == "" {
		it.ID.Raw, it.ID.At, it.ID.Also = it.Number.Raw, it.Number.At, it.Number.Also
	}
	if it.ID.Raw != it.Number.Raw { // numbers begin again under each pillar
		if _, whole, known := ItemNumber(it.ID.Raw); known {
			path, ok = whole, true
		}
	}
	if ok {
		it.ID.Set(path, derive(rule, it.ID.Raw, path, nil)...)
	} else if !Blank(it.Number.Raw) {
		p := at(it.Number, problem("number.unreadable", "項目番号を読み取れないため、ID を付けていません。", it.Number.Raw))
		n.warn(pointer+"/number", &p)
	}
	pillar(it, path)
}

// pillar takes the number of the pillar from its own cell, else from an item
// number of several levels.
func pillar(it *model.Item, path string) {
	f := &it.Pillar.Number
	reset(f)
	if f.Raw == "" && strings.Contains(path, "-") {
		f.Raw, f.At, f.Also = it.Number.Raw, it.Number.At, it.Number.Also
	}
	_, own, ok := ItemNumber(f.Raw)
	if !ok {
		return
	}
	first, _, _ := strings.Cut(own, "-")
	if v, err := strconv.Atoi(first); err == nil {
		f.Set(v, derive("number.pillar", f.Raw, first, nil)...)
	}
}

// repeatedIDs reports numbers that stand for two items.
func (n *normalizer) repeatedIDs() {
	first := map[string]int{}
	for i := range n.report.Items {
		id := n.report.Items[i].ID
		if !id.Known {
			continue
		}
		if j, again := first[id.Value]; again {
			p := at(id, problem("number.repeated", "項目番号「"+n.report.Items[j].Number.Value+"」が重複しています。ID はそのままにしてあります。", id.Raw))
			n.warn("/items/"+number(i)+"/id", &p)
			continue
		}
		first[id.Value] = i
	}
}

// initiative reads one numbered piece of work.
func (n *normalizer) initiative(in *model.Initiative, pointer string) {
	ordinalField(&in.Number)
	text(&in.Title, Line)
	text(&in.Reported, Line)
	n.prose(&in.Done, pointer+"/done")
	n.prose(&in.Next, pointer+"/next")
	n.schedule(in.Schedule, pointer)
	n.progress(in.Progress, pointer+"/progress")
	if in.Title.Known && in.Reported.Known && fold(in.Title.Value) != fold(in.Reported.Value) {
		p := at(in.Reported, problem("title.differs", "計画欄と実績欄で取組内容の文言が異なります。計画欄の文言を採りました。", in.Reported.Raw, in.Title.Value, in.Reported.Value))
		n.warn(pointer+"/title", &p)
	}
	if !in.Title.Known && in.Reported.Known {
		in.Title = in.Reported
	}
}

// ordinalField reads a counted number: 1, 取組内容 1, ①, (1).
func ordinalField(f *model.Field[int]) {
	reset(f)
	_, path, ok := ItemNumber(f.Raw)
	if !ok {
		return
	}
	last := path[strings.LastIndexByte(path, '-')+1:]
	if v, err := strconv.Atoi(last); err == nil {
		f.Set(v, derive("number.ordinal", f.Raw, last, nil)...)
	}
}

// schedule reads the bars of a schedule.
func (n *normalizer) schedule(bars []model.Bar, pointer string) {
	for i := range bars {
		b, at := &bars[i], pointer+"/schedule/"+number(i)
		n.year(&b.From, at+"/from")
		n.year(&b.To, at+"/to")
		reset(&b.Label)
		if word := n.scheduleWord(b.Label.Raw); word != "" {
			b.Label.Set(word, derive("schedule.legend", b.Label.Raw, word, nil)...)
		} else if p := barLabel(&b.Label, n.bars); p != nil {
			n.warn(at+"/label", p)
		}
		b.Phase = model.Field[model.Phase]{Raw: b.Label.Raw, At: b.Label.At, Also: b.Label.Also, Doubt: b.Label.Doubt}
		if phase, ok := Phase(b.Label.Value); ok {
			b.Phase.Set(phase, derive("schedule.phase", b.Label.Value, string(phase), slices.Clone(b.Label.Steps))...)
		}
	}
}

// scheduleWord is the legend's word for a mark in a schedule, "" if it has none
// or several.
func (n *normalizer) scheduleWord(raw string) (word string) {
	mark := Mark(raw)
	for _, l := range n.report.Legend {
		if l.Of != model.LegendSchedule || mark == "" || Mark(l.Symbol) != mark {
			continue
		}
		label, _ := Line(l.Label)
		if word != "" && word != label {
			return ""
		}
		word = label
	}
	return word
}

// barWords lists the schedule words that the document prints as they are known.
func barWords(r *model.Report) (words []string) {
	add := func(bars []model.Bar) {
		for _, b := range bars {
			word := plainWord(b.Label.Raw)
			if _, known := Phase(word); known && !slices.Contains(words, word) {
				words = append(words, word)
			}
		}
	}
	for i := range r.Items {
		add(r.Items[i].Schedule)
		for j := range r.Items[i].Initiatives {
			add(r.Items[i].Initiatives[j].Schedule)
		}
	}
	return words
}

// eachProgress visits every status cell of the report.
func eachProgress(r *model.Report, visit func(p *model.Progress)) {
	for i := range r.Items {
		it := &r.Items[i]
		if it.Progress != nil {
			visit(it.Progress)
		}
		for j := range it.Initiatives {
			if p := it.Initiatives[j].Progress; p != nil {
				visit(p)
			}
		}
	}
}

func (n *normalizer) progress(p *model.Progress, pointer string) {
	if p == nil {
		return
	}
	for _, f := range n.scale.Status(p) {
		n.warn(pointer+"/label", &f)
	}
}

func (n *normalizer) ratings(list []model.Rating, pointer string) {
	for i := range list {
		r := &list[i]
		text(&r.Evaluator, Line)
		n.year(&r.FiscalYear, pointer+"/ratings/"+number(i)+"/fiscal_year")
		text(&r.Label, Line)
		text(&r.Meaning, Line)
	}
}

// indicator reads an indicator that has cells of its own. The unit may stand in
// brackets behind its name.
func (n *normalizer) indicator(ind *model.Indicator, pointer string) {
	text(&ind.Name, Phrase)
	text(&ind.NoActualReason, Line)
	hint := nameHint(ind.Name)
	if ind.Unit.Raw != "" {
		hint.Unit = plain(ind.Unit.Raw)
	}
	n.quantity(&ind.Target, hint, pointer+"/target")
	n.year(&ind.TargetYear, pointer+"/target_year")
	if ind.Baseline != nil {
		n.measure(ind.Baseline, hint, pointer+"/baseline")
	}
	for i := range ind.Planned {
		n.measure(&ind.Planned[i], hint, pointer+"/planned/"+number(i))
	}
	for i := range ind.Actuals {
		n.measure(&ind.Actuals[i], hint, pointer+"/actuals/"+number(i))
	}
	scaleByNeighbours(ind, hint)
}

func nameHint(name model.Field[string]) Hint {
	return Hint{Name: name.Value, Unit: bracketUnit(name.Value)}
}

func (n *normalizer) measure(m *model.Measured, hint Hint, pointer string) {
	n.quantity(&m.Quantity, hint, pointer+"/quantity")
	n.year(&m.FiscalYear, pointer+"/fiscal_year")
	n.date(&m.AsOf, pointer+"/as_of")
}

// bracketUnit gives the unit in brackets at the end of a heading or a name:
// 削減額（千円）, 収納率（単位：％）. It gives "" for any other bracket.
func bracketUnit(s string) string {
	t := plain(s)
	open := strings.LastIndexByte(t, '(')
	if open < 0 || !strings.HasSuffix(t, ")") {
		return ""
	}
	u := strings.TrimPrefix(strings.TrimSuffix(t[open+1:], ")"), "単位")
	u = strings.Trim(u, ": ")
	if knownUnit(u) || utf8.RuneCountInString(u) == 1 && strings.ContainsAny(u, "校通台本枚頁戸世") {
		return u
	}
	return ""
}

// effectKinds are the headings of amounts, by what they contain.
var effectKinds = []struct {
	word string
	kind model.EffectKind
}{
	{"増収", model.EffectRevenue}, {"収入", model.EffectRevenue}, {"歳入", model.EffectRevenue},
	{"削減", model.EffectSaving}, {"縮減", model.EffectSaving}, {"節減", model.EffectSaving},
	{"差引", model.EffectNet}, {"効果額", model.EffectNet}, {"合計", model.EffectNet},
	{"経費", model.EffectCost}, {"費用", model.EffectCost}, {"事業費", model.EffectCost}, {"支出", model.EffectCost},
}

// effect reads an amount with the unit of its heading. Where the heading makes
// the reduction itself the good, △ is no minus: 削減額 △12,400 is a saving.
func (n *normalizer) effect(e *model.Effect, pointer string) {
	reset(&e.Kind)
	for _, k := range effectKinds {
		if strings.Contains(fold(e.Kind.Raw), k.word) {
			e.Kind.Set(k.kind, derive("effect.kind", e.Kind.Raw, string(k.kind), nil)...)
			break
		}
	}
	n.year(&e.FiscalYear, pointer+"/fiscal_year")
	hint := Hint{Unit: bracketUnit(e.Kind.Raw)}
	if e.Unit.Raw != "" {
		hint.Unit = plain(e.Unit.Raw)
	}
	n.quantity(&e.Planned, hint, pointer+"/planned")
	n.quantity(&e.Actual, hint, pointer+"/actual")
	for _, f := range []*model.Field[model.Quantity]{&e.Planned, &e.Actual} {
		if f.Known && f.Value.Value != nil && reductionIsGood(e.Kind.Raw) && n.alwaysMinus(e.Kind.Raw) && f.Value.Value.IsNegative() {
			v := f.Value.Value.Neg()
			f.Value.Value = &v
		}
	}
}

// alwaysMinus reports whether every amount of that heading is printed with a
// minus: then △ marks the reduction itself. A column that prints savings without
// a sign means a loss by △.
func (n *normalizer) alwaysMinus(heading string) bool {
	for i := range n.report.Items {
		for _, e := range n.report.Items[i].Effects {
			if e.Kind.Raw != heading {
				continue
			}
			for _, raw := range [...]string{e.Planned.Raw, e.Actual.Raw} {
				if s := plain(raw); strings.ContainsAny(s, "123456789") && !strings.ContainsAny(s, "△▲-−") {
					return false
				}
			}
		}
	}
	return true
}

// reductionIsGood reports whether a heading names the reduction itself (削減額),
// not the effect that it has (歳出削減の効果額).
func reductionIsGood(heading string) bool {
	h := fold(heading)
	return !strings.Contains(h, "効果") && (strings.Contains(h, "削減額") || strings.Contains(h, "縮減額") || strings.Contains(h, "節減額"))
}

// notes lists the remarks (※…) of the assessment, which keeps them too.
func notes(it *model.Item) {
	for _, raw := range Notes(it.Assessment.Raw) {
		same := func(f model.Field[string]) bool { return f.Raw == raw && f.At == it.Assessment.At }
		if !slices.ContainsFunc(it.Notes, same) {
			it.Notes = append(it.Notes, model.Printed[string](raw, it.Assessment.At, it.Assessment.Also...))
		}
	}
	for i := range it.Notes {
		text(&it.Notes[i], Text)
	}
}
