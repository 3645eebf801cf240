package form

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"gyokaku/extract"
	"gyokaku/model"
)

// A measure is an indicator or an effect with its planned and actual values by
// year, as a block of rows prints them.
type measure struct {
	name      *extract.Cell  // holds the name, and often unit, baseline and target
	table     *extract.Table // that the name stands in
	indicator model.Indicator
	effects   []model.Effect
	isEffect  bool
}

// valueKind says which values a row of a measure holds.
type valueKind int

const (
	noValues valueKind = iota
	plannedValues
	actualValues
)

// valueKinds are the words beside the values of a measure.
var valueKinds = map[string]valueKind{
	"計画": plannedValues, "計画値": plannedValues, "計画額": plannedValues, "目標": plannedValues, "目標値": plannedValues,
	"目標額": plannedValues, "予定": plannedValues, "見込": plannedValues, "見込額": plannedValues,
	"実績": actualValues, "実績値": actualValues, "実績額": actualValues, "決算": actualValues, "達成値": actualValues,
}

// measureRow reads "収納率 単位：％ | 計画 | 98.5 | 98.6" and the rows below that
// the name's cell reaches down to.
func (r *reader) measureRow(row row) bool {
	kind, at := noValues, -1
	for i, c := range row.cells {
		if k := valueKinds[fold(c.Text)]; k != noValues && !r.underYears(c, row.table) {
			kind, at = k, i
			break
		}
	}
	if kind == noValues {
		return false
	}
	if name := firstFilled(row); name != row.cells[at] {
		r.measure = r.newMeasure(name, row.table)
	} else if r.measure == nil || !r.measure.covers(row) {
		r.measure = nil
		r.unbound(row.cells)
		return true
	}
	r.values(kind, row, row.cells[at+1:])
	return true
}

// covers reports whether the name's cell reaches down to a row, in its table or
// over a page break.
func (m *measure) covers(row row) bool {
	if row.table != m.table {
		return row.table.Continues && row.index == 0
	}
	return row.index < m.name.Row+m.name.RowSpan
}

// effectWords are what the name of a measure in money for the budget contains.
var effectWords = pattern(`効果額|財政効果|削減額|節減額|増収額|増加額|縮減額`)

func (r *reader) newMeasure(name *extract.Cell, table *extract.Table) *measure {
	m := &measure{name: name, table: table, isEffect: effectWords().MatchString(fold(name.Text))}
	if !m.isEffect {
		r.item.body = true
		m.indicator = indicatorOf(name)
	}
	r.item.measures = append(r.item.measures, m)
	return m
}

// values takes the cells under the year headings.
func (r *reader) values(kind valueKind, row row, cells []*extract.Cell) {
	shift := r.shift(row.table, row.cells[0].Column)
	for _, c := range cells {
		from, _, ok := r.covered(c, row.table, shift)
		text := strings.TrimSpace(c.Text)
		switch {
		case saysNothing(text):
		case !ok:
			r.unbound([]*extract.Cell{c})
		default:
			r.measure.add(kind, r.years.list[from], c, text)
		}
	}
}

func (m *measure) add(kind valueKind, year yearColumn, c *extract.Cell, text string) {
	fiscal := model.Printed[model.FiscalYear](printedYear(year), year.cell.At)
	quantity := model.Printed[model.Quantity](text, c.At)
	switch {
	case m.isEffect:
		e := m.effect(fiscal)
		if kind == plannedValues {
			e.Planned = quantity
		} else {
			e.Actual = quantity
		}
	case kind == plannedValues:
		m.indicator.Planned = append(m.indicator.Planned, model.Measured{Quantity: quantity, FiscalYear: fiscal})
	default:
		m.indicator.Actuals = append(m.indicator.Actuals, model.Measured{Quantity: quantity, FiscalYear: fiscal})
	}
}

// effect is the effect of one year, new if need be.
func (m *measure) effect(year model.Field[model.FiscalYear]) *model.Effect {
	for i := range m.effects {
		if m.effects[i].FiscalYear.Raw == year.Raw {
			return &m.effects[i]
		}
	}
	kind := model.Printed[model.EffectKind](strings.TrimSpace(m.name.Text), m.name.At)
	e := model.Effect{Kind: kind, FiscalYear: year}
	if u := unitBracket().FindStringSubmatch(m.name.Text); u != nil {
		e.Unit = model.Printed[string](u[1], m.name.At)
	}
	m.effects = append(m.effects, e)
	return &m.effects[len(m.effects)-1]
}

// effectCell reads an effect that has one cell: an amount for the report year,
// or a dash.
func (r *reader) effectCell(c *extract.Cell, text string) {
	if saysNothing(text) {
		return
	}
	r.item.body = true
	kind := model.Printed[model.EffectKind](strings.TrimSpace(r.labeled.Text), r.labeled.At)
	r.item.Effects = append(r.item.Effects, model.Effect{Kind: kind, FiscalYear: r.report.FiscalYear,
		Actual: model.Printed[model.Quantity](text, c.At)})
}

const (
	unitList  = `千円|百万円|億円|万円|円|％|%|ポイント|人|件|回|点|時間|日|㎡|m2|ha|㎥|団体|施設|か所|箇所|校|台|世帯|事業|項目|枚|冊|本|倍|種類|手続|区画|地区|講座|枠|品|社`
	yearToken = `(?:20\d\d|２０[０-９]{2}|(?:令和|平成|R|H|Ｒ|Ｈ)\s*(?:元|[0-9０-９]{1,2}))\s*(?:年度?)?末?`
)

var (
	unitBracket = pattern(`[（(]\s*(?:単位\s*[:：]?\s*)?(` + unitList + `)\s*[）)]`)
	unitLabel   = pattern(`[（(]?\s*単位\s*[:：]\s*([^\s\x{3000}）)]+)\s*[）)]?`)
	partMarker  = pattern(`[〔（(【\[]?\s*(基準値|現状値|当初値|最終目標値|目標値)\s*[〕）)】\]]?|[〔（(【\[]\s*(基準|現状|当初|目標)\s*[〕）)】\]]`)
	partYear    = pattern(yearToken)
)

// indicatorOf reads the cell that names an indicator. Cities put its unit,
// baseline and target below the name, each behind a word: 「収納率（％）
// 基準値（R2）：98.4 目標値（R7）：99以上」.
func indicatorOf(c *extract.Cell) model.Indicator {
	text := lineBreaks(c.Text)
	parts := partMarker().FindAllStringSubmatchIndex(text, -1)
	name := text
	if len(parts) > 0 && parts[0][0] > 0 {
		name = text[:parts[0][0]]
	}
	var ind model.Indicator
	for _, unit := range []*regexp.Regexp{unitLabel(), unitBracket()} {
		if m := unit.FindStringSubmatchIndex(name); m != nil && ind.Unit.Raw == "" {
			ind.Unit = model.Printed[string](name[m[2]:m[3]], c.At)
			name = name[:m[0]] + name[m[1]:]
		}
	}
	ind.Name = model.Printed[string](strings.Trim(name, " \n\t\u3000"), c.At)
	for i, p := range parts {
		if p[0] == 0 {
			continue
		}
		end := len(text)
		if i+1 < len(parts) {
			end = parts[i+1][0]
		}
		indicatorPart(&ind, text[p[0]:p[1]], text[p[1]:end], c)
	}
	return ind
}

// lineBreaks takes out the line breaks beside a Japanese character: they come
// from the width of the cell and may cut a word. Those between digits or Latin
// letters may part two values and become spaces.
func lineBreaks(text string) string {
	lines := strings.Split(text, "\n")
	out := lines[0]
	for _, l := range lines[1:] {
		before, _ := utf8.DecodeLastRuneInString(out)
		after, _ := utf8.DecodeRuneInString(l)
		if before < utf8.RuneSelf && after < utf8.RuneSelf {
			out += " "
		}
		out += l
	}
	return out
}

// indicatorPart takes "（R2）：98.40" behind the word 基準値 or 目標値.
func indicatorPart(ind *model.Indicator, word, rest string, c *extract.Cell) {
	var year model.Field[model.FiscalYear]
	if m := partYear().FindStringIndex(rest); m != nil {
		year = model.Printed[model.FiscalYear](strings.TrimSpace(rest[m[0]:m[1]]), c.At)
		rest = rest[:m[0]] + rest[m[1]:]
	}
	text := strings.Trim(rest, "()（）〔〕[]【】:： \n\t\u3000")
	if saysNothing(text) {
		return
	}
	quantity := model.Printed[model.Quantity](text, c.At)
	if strings.Contains(word, "目標") {
		ind.Target, ind.TargetYear = quantity, year
		return
	}
	ind.Baseline = &model.Measured{Quantity: quantity, FiscalYear: year}
}
