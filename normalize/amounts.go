package normalize

import (
	"strconv"
	"strings"
	"unicode/utf8"

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
	if inner, ok := strings.CutPrefix(t, "【"); ok {
		if inner, ok := strings.CutSuffix(inner, "】"); ok {
			return bracketed(inner)
		}
	}
	for _, read := range [...]func(string) []Amount{ordinalAmount, fractionAmount, changeAmount} {
		if list := read(t); list != nil {
			return list, nil
		}
	}
	a, p := oneAmount(t, hint)
	if p == nil {
		return []Amount{a}, nil
	}
	if list := severalAmounts(t, hint); list != nil {
		return list, nil
	}
	if named, q := bracketed(t); len(named) == 1 && named[0].Quantity != nil && isName(named[0].Name) {
		return named, q
	} else if p.Code == "quantity.unreadable" && q != nil {
		return nil, q
	}
	if p.Candidates == nil {
		p.Candidates = digitCandidates(t)
	}
	return nil, p
}

// digitCandidates gives the quantity with a letter at its beginning read as the
// digit that it looks like. It may be another: nothing is changed.
func digitCandidates(t string) (list []string) {
	for _, p := range [...][2]string{{"B", "8"}, {"S", "5"}, {"S", "8"}, {"Z", "2"}, {"G", "6"}, {"O", "0"}, {"o", "0"}, {"l", "1"}} {
		if rest, ok := strings.CutPrefix(t, p[0]); ok {
			if _, fault := oneAmount(p[1]+rest, Hint{}); fault == nil {
				list = append(list, p[1]+rest)
			}
		}
	}
	return list
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
		if isPeriodText(inner) {
			a.setTime(inner)
		} else if !strings.Contains(inner, "満点") {
			a.Note = inner
		}
		t = t[:open]
	}
}

func (a *Amount) setTime(s string) {
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

// ordinalAmount reads 第2期: an ordinal is no count.
func ordinalAmount(t string) []Amount {
	rest, ok := strings.CutPrefix(t, "第")
	if !ok {
		return nil
	}
	value, _, n := smallNumber(rest, false)
	unit := rest[n:]
	if n == 0 || unit == "" || utf8.RuneCountInString(unit) > 3 || wordUnitLen(unit) != len(unit) {
		return nil
	}
	return []Amount{{Ordinal: value, Quantity: &model.Quantity{Unit: unit, Measure: model.MeasureOther, Text: t}}}
}

// fractionAmount reads 3分の2 and 1/3, which are kept exact.
func fractionAmount(t string) []Amount {
	q := model.Quantity{Measure: model.MeasureRatio, Text: t}
	rest := t
	for _, w := range suffixWords {
		if c, ok := suffixes[w].(model.Comparator); ok {
			if s, cut := strings.CutSuffix(rest, w); cut {
				rest, q.Comparator = s, c
				break
			}
		}
	}
	den, num, ok := strings.Cut(rest, "分の")
	if !ok {
		num, den, ok = strings.Cut(rest, "/")
	}
	d, ok1 := smallInt(den)
	n, ok2 := smallInt(num)
	if !ok || !ok1 || !ok2 || d == 0 || n > d {
		return nil
	}
	if v := decimal.NewFromInt(int64(n)).DivRound(decimal.NewFromInt(int64(d)), 12); v.Mul(decimal.NewFromInt(int64(d))).Equal(decimal.NewFromInt(int64(n))) {
		q.Value = &v
	}
	return []Amount{{Quantity: &q, Fraction: strconv.Itoa(n) + "/" + strconv.Itoa(d)}}
}

func smallInt(s string) (int, bool) {
	if v, err := strconv.Atoi(s); err == nil && v >= 0 && len(s) <= 6 && isDigit(rune(s[0])) {
		return v, true
	}
	v, digits, n := smallNumber(s, false)
	return v, n > 0 && n == len(s) && digits > 0
}

// changeAmount reads 12枠から33枠へ: a change and no range.
func changeAmount(t string) []Amount {
	s, ok := strings.CutSuffix(t, "へ")
	if !ok {
		s, ok = strings.CutSuffix(t, "に")
	}
	a, b, found := strings.Cut(s, "から")
	if !ok || !found {
		return nil
	}
	from, p := oneAmount(a, Hint{})
	to, q := oneAmount(b, Hint{})
	if p != nil || q != nil || from.Value == nil || to.Value == nil || from.Unit != to.Unit && from.Unit != "" {
		return nil
	}
	return []Amount{{From: from.Value, To: to.Value, Quantity: &model.Quantity{Unit: to.Unit, Measure: to.Measure, Text: t}}}
}

// severalAmounts reads the quantities that one cell holds side by side:
// 25施策のうち24施策, 25件/11億円, 46項目54事業, 2件0件, 3,268通 228,005円.
func severalAmounts(t string, hint Hint) []Amount {
	for _, sep := range [...]string{"のうち", "/", "、", " "} {
		if list := splitAmounts(strings.Split(t, sep), hint); list != nil {
			return list
		}
	}
	return splitAmounts(unitBoundaries(t), hint)
}

// splitAmounts reads each part; all must be quantities with a unit.
func splitAmounts(parts []string, hint Hint) (list []Amount) {
	if len(parts) < 2 || len(parts) > 4 {
		return nil
	}
	for _, part := range parts {
		a, p := oneAmount(strings.TrimSpace(part), hint)
		if p != nil || a.Unit == "" {
			return nil
		}
		list = append(list, a)
	}
	return list
}

// unitBoundaries cuts a text after each unit that a digit follows.
func unitBoundaries(t string) (parts []string) {
	start := 0
	for i, r := range t {
		before, _ := utf8.DecodeLastRuneInString(t[:i])
		if i > 0 && isDigit(r) && (isKanji(before) || before == '%') && !strings.ContainsRune("億万千百十兆約第", before) {
			parts = append(parts, t[start:i])
			start = i
		}
	}
	return append(parts, t[start:])
}

// doubtfulUnit reports a value whose unit can be read in two ways.
func doubtfulUnit(t string, a Amount, hint Hint) *model.Problem {
	if a.Quantity == nil || a.Value == nil || a.Fraction != "" || a.Ordinal != 0 {
		return nil
	}
	switch {
	case a.Unit == "分" && hint.Name == "" && a.Name == "":
		return problem("quantity.ambiguous_unit", "「分」が時間の分か割合の分か、指標の名前がないため決まりません。", t)
	case a.Unit == "" && strings.Contains(t, "億") && a.Name == "":
		return problem("quantity.no_unit_magnitude", "億の後に単位がありません。単位の脱落か、ほかの字の読み違いの可能性があります。", t,
			strings.Replace(t, "億", "億円", 1), strings.Replace(t, "億", "倍", 1))
	}
	return nil
}
