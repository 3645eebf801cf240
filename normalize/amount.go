package normalize

import (
	"strings"
	"unicode/utf8"

	"gyokaku/model"

	"github.com/shopspring/decimal"
)

// An amount is a number as printed, without its unit.
type amount struct {
	value     decimal.Decimal
	decimals  int   // printed after the point
	magnitude bool  // printed with 千, 万 or 億
	largest   int64 // the largest of them
	grouped   bool  // printed with commas
	word      bool  // one kanji, which begins many words: 一
}

// number reads a number: digits with commas and a point, mixed with 千, 万, 億
// (12億3千万), or kanji numerals (十二億三千万).
func (c *quantityScan) number() (amount, *model.Problem) {
	c.skip()
	n := numeral{start: c.at}
	for {
		d, length, fault := c.digits()
		if fault != nil {
			return n.amount, fault
		}
		m, size := magnitudeAt(c.s, c.at+length)
		if length+size == 0 {
			break
		}
		if length == 0 {
			d.value = decimal.Zero
			if m < 10_000 {
				d.value = one // 千五百
			}
		}
		if fault := c.malformedPart(&n, d, m, length == 0); fault != nil {
			return n.amount, fault
		}
		n.add(d, m, size > 0)
		if c.at += length + size; m == 1 {
			break
		}
		c.skip()
	}
	if c.at == n.start {
		return n.amount, c.unreadable()
	}
	n.value = n.total.Add(n.section)
	n.word = utf8.RuneCountInString(strings.TrimSpace(c.s[n.start:c.at])) == 1 && isKanjiNumeral(c.s[n.start:c.at])
	return n.amount, nil
}

// A numeral is a number while it is read, part by part: digits with the
// magnitude behind them.
type numeral struct {
	amount
	start   int
	total   decimal.Decimal // up to the last 万, 億 or 兆
	section decimal.Decimal // since then
	above   int64           // that magnitude; 0 before the first
	below   int64           // the last 千, 百 or 十 of the section; 0 before the first
}

func (n *numeral) add(d amount, m int64, magnitude bool) {
	n.decimals, n.grouped = max(n.decimals, d.decimals), n.grouped || d.grouped
	n.magnitude, n.largest = n.magnitude || magnitude, max(n.largest, m)
	v := d.value.Mul(decimal.NewFromInt(m))
	switch {
	case m >= 10_000:
		n.total = n.total.Add(v).Add(n.section.Mul(decimal.NewFromInt(m)))
		n.section, n.above, n.below = decimal.Zero, m, 0
	default:
		n.section = n.section.Add(v)
		n.below = m
	}
}

// malformedPart refuses a part that cannot stand where it does: magnitudes that
// do not fall (三十二十, 1千1234), one without a number (1200万千), a point in the
// middle (1億2.300万), digits right behind 億.
func (c *quantityScan) malformedPart(n *numeral, d amount, m int64, bare bool) *model.Problem {
	before := c.s[n.start:c.at]
	switch {
	case bare && m >= 10_000 && n.section.IsZero(),
		bare && m < 10_000 && !isKanjiNumeral(before),
		d.decimals > 0 && before != "",
		m >= 10_000 && n.above != 0 && m >= n.above,
		m > 1 && m < 10_000 && n.below != 0 && m >= n.below,
		m == 1 && n.below != 0 && d.value.GreaterThanOrEqual(decimal.NewFromInt(n.below)),
		m < 10_000 && n.above != 0 && d.value.Mul(decimal.NewFromInt(m)).GreaterThanOrEqual(decimal.NewFromInt(n.above)):
		return c.malformed()
	case m == 1 && n.above > 10_000 && n.below == 0 && !d.grouped:
		return c.gap(n.total, d.value)
	}
	return nil
}

var one = decimal.NewFromInt(1)

// magnitudeAt reads 十, 百, 千, 万, 億 or 兆 at i, after spaces, and the bytes it
// takes; it gives 1 and 0 for none.
func magnitudeAt(s string, i int) (int64, int) {
	n := spacesAt(s[i:])
	r, size := utf8.DecodeRuneInString(s[i+n:])
	for _, m := range [...]struct {
		r rune
		v int64
	}{{'十', 10}, {'百', 100}, {'千', 1000}, {'万', 1e4}, {'億', 1e8}, {'兆', 1e12}} {
		if r == m.r {
			return m.v, n + size
		}
	}
	return 1, 0
}

func isKanjiNumeral(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		return kanjiDigit(r) < 0 && !strings.ContainsRune("十百千万億兆 ", r)
	}) < 0
}

// digits reads a run of digits with commas and a point without moving past it,
// and its length; 0 for none.
func (c *quantityScan) digits() (a amount, length int, fault *model.Problem) {
	s := c.rest()
	end := 0
	for end < len(s) && (isDigit(rune(s[end])) || end > 0 && (s[end] == ',' || s[end] == '.') && end+1 < len(s) && isDigit(rune(s[end+1]))) {
		end++
	}
	if end == 0 {
		return c.kanjiDigits()
	}
	if fault := c.splitNumber(s, end); fault != nil {
		return a, 0, fault
	}
	number := s[:end]
	whole, fraction, _ := strings.Cut(number, ".")
	if strings.Contains(fraction, ".") || strings.Contains(fraction, ",") || !groupsOf3(whole) {
		return a, 0, problem("quantity.grouping", "桁区切りの位置が正しくないため、値を入れていません。桁の抜けや読み違いの可能性があります。", c.s, strings.ReplaceAll(number, ",", ""))
	}
	v, err := decimal.NewFromString(strings.ReplaceAll(number, ",", ""))
	if err != nil {
		return a, 0, c.unreadable()
	}
	return amount{value: v, decimals: len(fraction), grouped: strings.Contains(whole, ",")}, end, nil
}

// splitNumber finds a number that goes on after a space (27, 314): one number
// with a hole, or two.
func (c *quantityScan) splitNumber(s string, end int) *model.Problem {
	rest := strings.TrimPrefix(s[end:], ",")
	t := strings.TrimLeft(rest, " ")
	if len(t) == len(rest) && len(rest) == len(s[end:]) || t == "" || !isDigit(rune(t[0])) {
		return nil
	}
	n := len(t) - len(strings.TrimLeft(t, "0123456789,."))
	return problem("quantity.split", "数字の途中に空白があり、一つの数か二つの数か判断できないため、値を入れていません。", c.s,
		strings.ReplaceAll(s[:end]+t[:n], ",", ""), s[:end]+" / "+t[:n])
}

func groupsOf3(whole string) bool {
	groups := strings.Split(whole, ",")
	if len(groups) == 1 {
		return true
	}
	for i, g := range groups {
		if i == 0 && (len(g) == 0 || len(g) > 3) || i > 0 && len(g) != 3 {
			return false
		}
	}
	return true
}

// kanjiDigits reads a run of kanji digits: 一〇〇, 五. 〇 alone is a blank to fill
// in (〇件), not a zero.
func (c *quantityScan) kanjiDigits() (a amount, length int, fault *model.Problem) {
	var v int64
	zeros := true
	for _, r := range c.rest() {
		d := kanjiDigit(r)
		if d < 0 || v > 1e15 {
			break
		}
		v = v*10 + int64(d)
		zeros = zeros && d == 0
		length += utf8.RuneLen(r)
	}
	if length > 0 && zeros {
		return a, 0, problem("quantity.placeholder", "「〇」が数字の 0 か未記入の印か判断できないため、値を入れていません。", c.s, "0")
	}
	return amount{value: decimal.NewFromInt(v)}, length, nil
}

func (c *quantityScan) malformed() *model.Problem {
	return problem("quantity.malformed", "数字と位（千・万・億）の並びが正しくないため、値を入れていません。原文の誤りの可能性があります。", c.s)
}

// gap reports digits right behind 億 or 兆: 万 may be missing.
func (c *quantityScan) gap(total, rest decimal.Decimal) *model.Problem {
	return problem("quantity.magnitude_gap", "億の後に万がないまま数字が続くため、値を入れていません。「万」の脱落の可能性があります。", c.s,
		total.Add(rest).String(), total.Add(rest.Mul(decimal.NewFromInt(10_000))).String())
}
