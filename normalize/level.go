package normalize

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"gyokaku/model"

	"github.com/shopspring/decimal"
)

// levelTails are the words that lead from a level to what is done with it. They
// say nothing about the number.
var levelTails = []string{"に向上", "に増加", "に削減", "に縮減", "に減少", "に低減", "に引き上げ", "に引き下げ", "を維持", "を達成", "を確保", "を回復", "を目指す", "を目標", "とする", "にする", "に", "を", "*", "※"}

// levelText takes the quotes around a quantity, and the words and footnote
// marks behind it, off.
func levelText(t string) string {
	for _, q := range [...][2]string{{"「", "」"}, {"〔", "〕"}, {"[", "]"}} {
		if inner, ok := cutAround(t, q[0], q[1]); ok {
			t = inner
		}
	}
	note := ""
	if open := openingBracket(t); open > 0 && strings.HasSuffix(t, ")") {
		t, note = t[:open], t[open:]
	}
	for _, w := range levelTails {
		if s, ok := strings.CutSuffix(t, w); ok && s != "" {
			t = s
			break
		}
	}
	return t + note
}

// zeroAmount reads ゼロ behind a name: 待機児童ゼロ.
func zeroAmount(t string) []Amount {
	a := Amount{}
	if open := openingBracket(t); open > 0 && strings.HasSuffix(t, ")") {
		t, a.Note = t[:open], t[open+1:len(t)-1]
	}
	name, ok := strings.CutSuffix(levelText(t), "ゼロ")
	if !ok || strings.ContainsAny(name, "0123456789") {
		return nil
	}
	zero := decimal.Zero
	a.Name, a.Quantity = name, &model.Quantity{Value: &zero, Measure: model.MeasureOther, Text: t}
	return []Amount{a}
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

// bracketRole reports a quantity with another of its sort in brackets behind
// it: the actual, the running total, or a part. Which, the text does not say.
func bracketRole(t string) *model.Problem {
	before, inner, ok := strings.Cut(t, "(")
	inner, _, closed := strings.Cut(inner, ")")
	if !ok || !closed {
		return nil
	}
	a, p := oneAmount(before, Hint{})
	b, q := oneAmount(inner, Hint{})
	if p != nil || q != nil || a.Measure != b.Measure {
		return nil
	}
	return problem("quantity.bracket_role", "括弧内の数量が実績・累計・内数のどれか決まらないため、値を入れていません。", t, before, inner)
}
