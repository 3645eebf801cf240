package normalize

import (
	"strings"

	"gyokaku/model"

	"github.com/shopspring/decimal"
)

// A Hint is what surrounds a printed quantity and belongs to it.
type Hint struct {
	// Unit is that of the heading or the name, for a number printed without
	// one: 千円, ％, 人. It scales the number as if it were printed.
	Unit string
	// Name is what the quantity measures (収納率); a rate needs a unit.
	Name string
}

// Quantity reads a printed quantity. It returns a problem instead for text that
// is none, that can be read in two ways, or that is malformed at its source;
// the problem's candidates are the readings, and nothing is repaired. A blank
// cell is neither: it gives no problem and false.
func Quantity(s string, hint Hint) (q model.Quantity, known bool, p *model.Problem) {
	if Blank(s) {
		return q, false, nil
	}
	text, _ := apply(s, quantityRules)
	scan := quantityScan{s: plain(text), hint: hint}
	q, fault := scan.read()
	if fault != nil {
		fault.Raw = s
		if t := strings.ReplaceAll(scan.s, "憶", "億"); t != scan.s && len(fault.Candidates) == 0 {
			fault.Candidates = []string{t}
		}
		return model.Quantity{}, false, fault
	}
	q.Text = strings.TrimSpace(s)
	return q, true, nil
}

// quantityText writes a quantity as steps show it: ">=10倍", "3000000000円".
func quantityText(q model.Quantity) string {
	var b strings.Builder
	if q.Approximate {
		b.WriteString("約")
	}
	b.WriteString(string(q.Comparator))
	switch {
	case q.Value != nil:
		b.WriteString(q.Value.String())
	case q.Min != nil && q.Max != nil:
		b.WriteString(q.Min.String() + "~" + q.Max.String())
	}
	b.WriteString(q.Unit)
	switch q.Change {
	case model.Increase:
		b.WriteString("増")
	case model.Decrease:
		b.WriteString("減")
	}
	if q.OutOf != nil {
		b.WriteString("/" + q.OutOf.String())
	}
	return b.String()
}

// A quantityScan reads one quantity from plain text, from left to right.
type quantityScan struct {
	s    string
	at   int
	hint Hint
	q    model.Quantity
}

func (c *quantityScan) rest() string { return c.s[c.at:] }

func (c *quantityScan) skip() { c.at += spacesAt(c.rest()) }

// take moves past the first of words that comes next and returns it.
func (c *quantityScan) take(words ...string) (string, bool) {
	c.skip()
	for _, w := range words {
		if strings.HasPrefix(c.rest(), w) {
			c.at += len(w)
			return w, true
		}
	}
	return "", false
}

func (c *quantityScan) read() (model.Quantity, *model.Problem) {
	c.prefix()
	negative := c.sign()
	first, fault := c.number()
	if fault != nil {
		return c.q, fault
	}
	unit := c.unit()
	if unit == "割" {
		first.value = first.value.Add(c.hundredths())
	}
	last, ranged := amount{}, false
	if c.rangeMark() {
		if last, fault = c.number(); fault != nil {
			return c.q, fault
		}
		ranged = true
		if u := c.unit(); u != "" || unit == "" {
			unit = u
		}
		c.take("まで")
	}
	c.suffix()
	outOf := c.outOf()
	base, _ := baseUnit(unit)
	c.remark(base)
	if c.skip(); c.rest() != "" {
		return c.q, c.unreadable()
	}
	return c.finish(first, last, ranged, negative, unit, outOf)
}

// hundredths reads the 5分 of 2割5分, and the 3厘 behind it, in 割.
func (c *quantityScan) hundredths() decimal.Decimal {
	rest := c.rest()
	if len(rest) > 1 && isDigit(rune(rest[0])) {
		if tail, ok := strings.CutPrefix(rest[1:], "分"); ok && !strings.HasPrefix(tail, "の") {
			v := decimal.New(int64(rest[0]-'0'), -1)
			if len(tail) > 1 && isDigit(rune(tail[0])) && strings.HasPrefix(tail[1:], "厘") {
				v = v.Add(decimal.New(int64(tail[0]-'0'), -2))
				tail = tail[1+len("厘"):]
			}
			c.at = len(c.s) - len(tail)
			return v
		}
	}
	return decimal.Zero
}

// finish puts the parts together, with the unit of the hint if none is printed.
func (c *quantityScan) finish(first, last amount, ranged, negative bool, unit string, outOf *decimal.Decimal) (model.Quantity, *model.Problem) {
	if unit == "" {
		unit = strings.Trim(plain(c.hint.Unit), " ()")
	}
	base, scale := baseUnit(unit)
	if fault := c.check(first, unit, ranged); fault != nil {
		return c.q, fault
	}
	c.q.Unit, c.q.Measure, c.q.OutOf = base, measureOf(base), outOf
	lo, hi := first.value.Mul(scale), last.value.Mul(scale)
	if first.magnitude && c.printedScale(unit) {
		return c.q, problem("quantity.scale", "万や億まで印刷された数に、見出しの単位「"+unit+"」も掛かるかどうか分からないため、値を入れていません。",
			c.s, scaleReading(first.value), scaleReading(lo))
	}
	if negative {
		lo = lo.Neg()
	}
	if !ranged {
		c.q.Value = &lo
		return c.q, nil
	}
	if hi.LessThan(lo) {
		return c.q, problem("quantity.range", "範囲の下限が上限より大きいため、値を入れていません。", c.s)
	}
	c.q.Min, c.q.Max = &lo, &hi
	return c.q, nil
}

// scaleReading is an amount in yen as a candidate of quantity.scale.
func scaleReading(yen decimal.Decimal) string { return yen.String() + "円" }

// printedScale reports a unit of the hint that would scale a number which is
// printed with 万 or 億 already: which of them holds is not clear.
func (c *quantityScan) printedScale(unit string) bool {
	return unit == strings.Trim(plain(c.hint.Unit), " ()") && unit != "" && !strings.Contains(c.s, unit) && strings.HasSuffix(unit, "円") && unit != "円"
}

func (c *quantityScan) prefix() {
	for {
		if _, ok := c.take("約", "およそ", "おおよそ", "概ね", "おおむね", "ほぼ"); ok {
			c.q.Approximate = true
			continue
		}
		if _, ok := c.take("¥"); !ok {
			return
		}
		if c.hint.Unit == "" {
			c.hint.Unit = "円"
		}
	}
}

// sign reads a sign before the number: ▲ and △ are minus there.
func (c *quantityScan) sign() (negative bool) {
	w, ok := c.take("▲", "△", "−", "-", "－", "–", "ー", "‐", "+", "±")
	return ok && w != "+" && w != "±"
}

func (c *quantityScan) rangeMark() bool {
	at := c.at
	if _, ok := c.take("~", "～", "〜", "∼", "-", "－", "−", "–", "—", "ー", "から"); !ok {
		return false
	}
	c.skip()
	if c.rest() == "" || !isDigit(rune(c.rest()[0])) {
		c.at = at
		return false
	}
	return true
}

// suffix reads bounds, directions and vagueness behind the unit, in any order.
func (c *quantityScan) suffix() {
	for {
		w, ok := c.take(suffixWords...)
		if !ok {
			return
		}
		switch s := suffixes[w].(type) {
		case model.Comparator:
			c.q.Comparator = s
		case model.Change:
			c.q.Change = s
		case bool:
			c.q.Approximate = s
		}
	}
}

// suffixWords are the keys of suffixes, longer ones before their beginnings.
var suffixWords = []string{
	"以上", "以下", "以内", "未満", "を超える", "を超え", "を超", "超過", "超え", "超",
	"の増加", "の減少", "の増", "の減", "増加", "減少", "削減", "縮減", "低減", "純減", "純増", "アップ", "ダウン", "上昇", "低下", "増", "減",
	"悪化", "改善", "程度", "前後", "余り", "あまり", "余", "強", "弱", "台",
}

// suffixes gives each word's meaning: a bound, a direction, or (true) that the
// number is not exact.
var suffixes = map[string]any{
	"以上": model.AtLeast, "以下": model.AtMost, "以内": model.AtMost, "未満": model.LessThan,
	"を超える": model.MoreThan, "を超え": model.MoreThan, "を超": model.MoreThan, "超過": model.MoreThan, "超え": model.MoreThan, "超": model.MoreThan,
	"の増加": model.Increase, "の増": model.Increase, "増加": model.Increase, "純増": model.Increase, "アップ": model.Increase, "上昇": model.Increase, "増": model.Increase,
	"の減少": model.Decrease, "の減": model.Decrease, "減少": model.Decrease, "削減": model.Decrease, "縮減": model.Decrease, "低減": model.Decrease,
	"純減": model.Decrease, "ダウン": model.Decrease, "低下": model.Decrease, "減": model.Decrease,
	"悪化": nil, "改善": nil, // better or worse, whichever way the number went
	"程度": true, "前後": true, "余り": true, "あまり": true, "余": true, "強": true, "弱": true, "台": true,
}

// outOf reads the full mark behind a score: (5点満点).
func (c *quantityScan) outOf() *decimal.Decimal {
	at := c.at
	if _, ok := c.take("("); ok {
		if n, fault := c.number(); fault == nil {
			c.take("点")
			if _, ok := c.take("満点"); ok {
				if _, ok := c.take(")"); ok {
					return &n.value
				}
			}
		}
	}
	c.at = at
	return nil
}

// remark passes a bracket at the end that is no second quantity of the same
// sort: (庁舎の清掃), or the share beside a count.
func (c *quantityScan) remark(base string) {
	for {
		c.skip()
		s := c.rest()
		end := strings.IndexByte(s, ')')
		if !strings.HasPrefix(s, "(") || end < 0 {
			return
		}
		inner := quantityScan{s: s[1:end]}
		if q, fault := inner.read(); fault == nil && (q.Measure == measureOf(base) || base == "") {
			return
		}
		c.at += end + 1
	}
}

func (c *quantityScan) unreadable() *model.Problem {
	return problem("quantity.unreadable", "数量として読み取れないため、値を入れていません。原文を確認してください。", c.s)
}

func problem(code, message, raw string, candidates ...string) *model.Problem {
	return &model.Problem{Code: code, Message: message, Raw: raw, Candidates: candidates}
}
