package normalize

import (
	"strings"

	"gyokaku/model"

	"github.com/shopspring/decimal"
)

// An Amount is a quantity with what is printed around it: 【収納率 99.2%(2027年度)】
// names the indicator and the year. A text that is an ordinal, a fraction or a
// change has no plain quantity.
type Amount struct {
	*model.Quantity                  // nil for none
	Name            string           // 収納率
	FiscalYear      model.FiscalYear // of the value
	AsOf            model.Date
	Note            string           // a remark in brackets
	Fraction        string           // "2/3": 3分の2
	Ordinal         int              // 第2期
	From            *decimal.Decimal // 12枠から33枠へ
	To              *decimal.Decimal
	Missing         bool
	Reason          string
}

// missingWords say in a cell that there is no value.
var missingWords = []string{"未記入", "未集計", "集計中", "未測定", "未算定", "算定中", "未評価", "未公表", "該当なし", "なし", "実績なし", "算出不可", "算出できない", "測定不能", "未確定", "調査中"}

func (r *Reading) quantity(c Context) {
	r.run(quantityRules)
	if Blank(r.Text) {
		r.set("blank.dash", "")
		r.Amounts = []Amount{{Missing: true}}
		return
	}
	list, p := amounts(r.Text, c.Hint)
	r.Amounts = list
	r.warn(p)
	if len(list) == 1 && list[0].Quantity != nil {
		list[0].Text = r.printed(list[0])
	}
	if len(list) == 1 && p == nil {
		r.warn(doubtfulUnit(r.Text, list[0], c.Hint))
	}
}

// printed gives the fragment of the raw text that holds the quantity.
func (r *Reading) printed(a Amount) string {
	if a.Name == "" {
		return strings.TrimSpace(r.Raw)
	}
	if list := Expressions(r.Raw); len(list) == 1 && list[0].Quantity != "" {
		return list[0].Quantity
	}
	return a.Text
}

// amounts reads a text in the form of quantityRules.
func amounts(t string, hint Hint) ([]Amount, *model.Problem) {
	for _, w := range missingWords {
		if t == w || t == "("+w+")" {
			return []Amount{{Missing: true, Reason: w}}, nil
		}
	}
	if p := variantOku(t); p != nil {
		return nil, p
	}
	if inner, ok := cutAround(t, "【", "】"); ok {
		return bracketed(inner)
	}
	for _, read := range [...]func(string) []Amount{ordinalAmount, fractionAmount, changeAmount, zeroAmount} {
		if list := read(t); list != nil {
			return list, ambiguousFraction(list[0], t)
		}
	}
	level := levelText(t)
	a, p := oneAmount(level, hint)
	if p == nil {
		return []Amount{a}, nil
	}
	if list := severalAmounts(t, hint); list != nil {
		return list, nil
	}
	return namedAmount(level, p)
}

// namedAmount reads a quantity with the name of what it measures before it;
// fault is what is wrong with the text as a quantity alone.
func namedAmount(t string, fault *model.Problem) ([]Amount, *model.Problem) {
	named, p := bracketed(t)
	switch {
	case len(named) == 1 && named[0].Quantity != nil && isName(named[0].Name):
		if holdsQuantity(named[0].Name) {
			return nil, problem("quantity.several", "複数の数量があり、どれが値か決まらないため、値を入れていません。", t)
		}
		return named, p
	case fault.Code == "quantity.unreadable" && p != nil:
		return nil, p
	}
	if p := bracketRole(t); p != nil {
		return nil, p
	}
	if fault.Candidates == nil {
		fault.Candidates = digitCandidates(t)
	}
	return nil, fault
}

// variantOku reports 憶 printed for 億: an author's slip, which is told and not
// repaired.
func variantOku(t string) *model.Problem {
	i := strings.Index(t, "憶")
	if i <= 0 || !isNumberEnd(t[:i]) {
		return nil
	}
	return problem("quantity.variant", "「憶」は「億」の誤りの可能性があるため、値を入れていません。", t, strings.ReplaceAll(t, "憶", "億"))
}

func cutAround(s, open, end string) (string, bool) {
	inner, ok := strings.CutPrefix(s, open)
	inner, closed := strings.CutSuffix(inner, end)
	return inner, ok && closed && !strings.Contains(inner, open)
}

// ambiguousFraction reports a fraction of many parts, which may be a rank.
func ambiguousFraction(a Amount, t string) *model.Problem {
	_, den, ok := strings.Cut(a.Fraction, "/")
	if !ok || len(den) < 2 || den == "10" || den == "12" || strings.Contains(t, "分の") {
		return nil
	}
	return problem("quantity.ambiguous_fraction", "割合か順位か判断できません。", t)
}

// holdsQuantity reports a name with a number and a unit in it, unless it says
// what the quantity relates to: 総面積の, 前年度比.
func holdsQuantity(name string) bool {
	for _, w := range [...]string{"の", "で", "比", "比べ", "比べて", "より", "に対し"} {
		if strings.HasSuffix(name, w) {
			return false
		}
	}
	for i, r := range name {
		if i > 0 && isDigit(rune(name[i-1])) && !isDigit(r) && (unitFollows(name[i:]) || strings.ContainsRune("万億千/", r)) {
			return true
		}
	}
	return false
}

// isName reports a text that can name what is counted: it has a letter of
// Japanese that is no numeral. The B of B4.6% is a damaged digit.
func isName(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		return (isKanji(r) || isKatakana(r) || isHiragana(r)) && kanjiDigit(r) < 0 && !strings.ContainsRune("十百千万億兆約", r)
	}) >= 0
}

// oneAmount reads a single quantity with the remark behind it.
func oneAmount(t string, hint Hint) (Amount, *model.Problem) {
	c := quantityScan{s: t, hint: hint}
	q, p := c.read()
	if p != nil {
		return Amount{}, p
	}
	q.Text = t
	a := Amount{Quantity: &q}
	a.remarks(t)
	return a, nil
}

// digitCandidates gives the quantity with a letter at its beginning read as the
// digit that it looks like. It may be another: nothing is changed.
func digitCandidates(t string) (list []string) {
	if s, ok := strings.CutSuffix(t, "像"); ok {
		return []string{s + "増"}
	}
	if strings.Contains(t, "万千円") {
		return []string{strings.Replace(t, "万千円", "万円", 1), strings.Replace(t, "万千円", "万1千円", 1)}
	}
	for _, p := range [...][2]string{{"B", "8"}, {"S", "5"}, {"S", "8"}, {"Z", "2"}, {"G", "6"}, {"O", "0"}, {"o", "0"}, {"l", "1"}} {
		if rest, ok := strings.CutPrefix(t, p[0]); ok {
			if _, fault := oneAmount(p[1]+rest, Hint{}); fault == nil {
				list = append(list, p[1]+rest)
			}
		}
	}
	return list
}

// remarks reads the brackets behind a quantity: the time it is of, or a note.
func (a *Amount) remarks(t string) {
	for {
		t = strings.TrimRight(t, " ")
		if !strings.HasSuffix(t, ")") {
			return
		}
		open := openingBracket(t)
		if open <= 0 {
			return
		}
		inner := t[open+1 : len(t)-1]
		if isPeriodText(inner) || isMonthText(inner) {
			a.setTime(inner)
		} else if !strings.Contains(inner, "満点") {
			a.Note = inner
		}
		t = t[:open]
	}
}

func (a *Amount) setTime(s string) {
	if m, p := parseMoment(s, Period{}); m != nil && p == nil && m.Month != "" {
		a.AsOf = m.lastDay()
		return
	}
	if d, ok := Date(s); ok {
		a.AsOf = d
	} else if y, ok := FiscalYear(s, Period{}); ok {
		a.FiscalYear = y
	}
}

// bracketed reads what 【…】 holds: an indicator with its value, one without,
// or a heading, which is neither a value nor a problem.
func bracketed(inner string) ([]Amount, *model.Problem) {
	e, ok := expression(inner)
	if !ok || e.Note {
		if name, digits := cutNumber(inner); isRateName(name) {
			return nil, problem("quantity.no_unit", "割合を示す指標に単位（％）がないため、値を入れていません。％ の読み違いの可能性があります。", inner, percentMisread(digits)...)
		}
		return nil, nil
	}
	if e.Quantity == "" {
		a := Amount{Name: e.Name, Missing: true}
		a.setTime(e.Period)
		return []Amount{a}, nil
	}
	a, p := oneAmount(e.Quantity, Hint{Name: e.Name})
	if p != nil {
		if p.Code == "quantity.no_unit" {
			p.Candidates = percentMisread(strings.Trim(e.Quantity, " "))
		}
		return nil, p
	}
	a.Name = e.Name
	if e.Period != "" {
		a.setTime(e.Period)
	}
	if at := strings.Index(inner, e.Quantity); at >= 0 {
		a.remarks(inner[at:])
	}
	return []Amount{a}, nil
}

// cutNumber parts the digits at the end of a text.
func cutNumber(s string) (name, digits string) {
	n := len(strings.TrimRight(s, "0123456789."))
	return strings.TrimRight(s[:n], " :は"), s[n:]
}

// percentMisread gives the rates that digits may be when % was read as 96, 9 or
// 6: 5096 is 50%.
func percentMisread(digits string) (list []string) {
	for _, end := range [...]string{"96", "9"} {
		if head, ok := strings.CutSuffix(digits, end); ok && head != "" {
			if v, err := decimal.NewFromString(head); err == nil && v.LessThanOrEqual(decimal.NewFromInt(100)) {
				list = append(list, v.String()+"%")
			}
		}
	}
	return list
}

// doubtfulUnit reports a value whose unit can be read in two ways.
func doubtfulUnit(t string, a Amount, hint Hint) *model.Problem {
	if a.Quantity == nil || a.Value == nil || a.Fraction != "" || a.Ordinal != 0 {
		return nil
	}
	switch {
	case a.Unit == "分" && hint.Name == "" && a.Name == "" && a.Value.LessThan(decimal.NewFromInt(10)):
		return problem("quantity.ambiguous_unit", "「分」が時間の分か割合の分か、指標の名前がないため決まりません。", t)
	case a.Unit == "" && strings.Contains(t, "億") && a.Name == "":
		return problem("quantity.no_unit_magnitude", "億の後に単位がありません。単位の脱落か、ほかの字の読み違いの可能性があります。", t,
			strings.Replace(t, "億", "億円", 1), strings.Replace(t, "億", "倍", 1))
	}
	return nil
}
