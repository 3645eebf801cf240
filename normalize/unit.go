package normalize

import (
	"strings"
	"unicode/utf8"

	"gyokaku/model"

	"github.com/shopspring/decimal"
)

// unit reads the unit behind a number: a known one, or a short word of kanji,
// katakana or Latin letters.
func (c *quantityScan) unit() string {
	at := c.at
	c.skip()
	s := c.rest()
	for _, u := range units {
		if strings.HasPrefix(s, u.printed) && !continues(s[len(u.printed):], u.printed) {
			c.at += len(u.printed)
			return u.printed + c.per()
		}
	}
	if n := wordUnitLen(s); n > 0 {
		c.at += n
		return s[:n]
	}
	c.at = at
	return ""
}

// per reads what a price is for: /件.
func (c *quantityScan) per() string {
	s := c.rest()
	if !strings.HasPrefix(s, "/") {
		return ""
	}
	n := wordUnitLen(s[1:])
	if n == 0 {
		return ""
	}
	c.at += 1 + n
	return s[:1+n]
}

// continues reports that a unit is only the beginning of a longer one: 件 of
// 件数, m of mm.
func continues(rest, unit string) bool {
	r, n := utf8.DecodeRuneInString(rest)
	if n == 0 || unit == "%" || hasSuffixWord(rest) {
		return false
	}
	if isLatin(rune(unit[len(unit)-1])) {
		return isLatin(r)
	}
	return isKanji(r) || isKatakana(r)
}

func hasSuffixWord(s string) bool {
	for _, w := range suffixWords {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// longestUnit bounds a unit that is not in the list, in characters: 施策, 団体,
// プロジェクト. A longer word behind a number is part of a name.
const longestUnit = 6

func wordUnitLen(s string) int {
	n, count := 0, 0
	for _, r := range s {
		if hasSuffixWord(s[n:]) || n == 0 && r == 'ー' || !isKanji(r) && !isKatakana(r) && !isLatin(r) {
			break
		}
		if count++; count > longestUnit {
			return 0
		}
		n += utf8.RuneLen(r)
	}
	return n
}

func isKanji(r rune) bool { return r >= 0x4e00 && r <= 0x9fff || r == '々' }

func isKatakana(r rune) bool { return r >= 0x30a1 && r <= 0x30fc }

// A unitText is one way to print a unit.
type unitText struct {
	printed string
	base    string // the unit that values are written in
	scale   int64  // how many of base one printed unit is
	measure model.Measure
}

// units are matched in this order: longer spellings first.
var units = []unitText{
	{"百万円", "円", 1_000_000, model.MeasureMoney},
	{"億円", "円", 100_000_000, model.MeasureMoney},
	{"万円", "円", 10_000, model.MeasureMoney},
	{"千円", "円", 1000, model.MeasureMoney},
	{"円", "円", 1, model.MeasureMoney},
	{"パーセントポイント", "ポイント", 1, model.MeasurePoints},
	{"%ポイント", "ポイント", 1, model.MeasurePoints},
	{"ポイント", "ポイント", 1, model.MeasurePoints},
	{"パーセント", "%", 1, model.MeasureRatio},
	{"%", "%", 1, model.MeasureRatio},
	{"割", "%", 10, model.MeasureRatio},
	{"倍", "倍", 1, model.MeasureMultiple},
	{"千人", "人", 1000, model.MeasurePeople},
	{"人役", "人役", 1, model.MeasurePeople},
	{"人工", "人工", 1, model.MeasurePeople},
	{"人", "人", 1, model.MeasurePeople},
	{"名", "名", 1, model.MeasurePeople},
	{"千件", "件", 1000, model.MeasureCount},
	{"件", "件", 1, model.MeasureCount},
	{"団体", "団体", 1, model.MeasureCount},
	{"回", "回", 1, model.MeasureCount},
	{"施策", "施策", 1, model.MeasureCount},
	{"施設", "施設", 1, model.MeasureCount},
	{"事業", "事業", 1, model.MeasureCount},
	{"項目", "項目", 1, model.MeasureCount},
	{"箇所", "か所", 1, model.MeasureCount},
	{"か所", "か所", 1, model.MeasureCount},
	{"カ所", "か所", 1, model.MeasureCount},
	{"ヵ所", "か所", 1, model.MeasureCount},
	{"ヶ所", "か所", 1, model.MeasureCount},
	{"点", "点", 1, model.MeasureScore},
	{"時間", "時間", 1, model.MeasureHours},
	{"平方メートル", "㎡", 1, model.MeasureArea},
	{"㎡", "㎡", 1, model.MeasureArea},
	{"m²", "㎡", 1, model.MeasureArea},
	{"m2", "㎡", 1, model.MeasureArea},
	{"トン", "t", 1, model.MeasureOther},
	{"ヘクタール", "ha", 1, model.MeasureArea},
	{"ha", "ha", 1, model.MeasureArea},
	{"か年", "年", 1, model.MeasureOther},
	{"カ年", "年", 1, model.MeasureOther},
	{"ヵ年", "年", 1, model.MeasureOther},
	{"ヶ年", "年", 1, model.MeasureOther},
	{"年間", "年", 1, model.MeasureOther},
	{"か月間", "か月", 1, model.MeasureOther},
	{"か月", "か月", 1, model.MeasureOther},
	{"カ月", "か月", 1, model.MeasureOther},
	{"ヵ月", "か月", 1, model.MeasureOther},
	{"ヶ月", "か月", 1, model.MeasureOther},
	{"㎢", "㎢", 1, model.MeasureArea},
	{"℃", "℃", 1, model.MeasureOther},
	{"㎥", "㎥", 1, model.MeasureOther},
	{"㎞", "km", 1, model.MeasureOther},
	{"㎏", "kg", 1, model.MeasureOther},
	{"つ", "つ", 1, model.MeasureCount},
}

func unitOf(printed string) (unitText, bool) {
	for _, u := range units {
		if u.printed == printed {
			return u, true
		}
	}
	return unitText{}, false
}

func knownUnit(printed string) bool {
	_, ok := unitOf(printed)
	return ok
}

// baseUnit gives the unit that values are written in and what one printed unit
// counts for.
func baseUnit(printed string) (string, decimal.Decimal) {
	if u, ok := unitOf(printed); ok {
		return u.base, decimal.NewFromInt(u.scale)
	}
	return printed, one
}

func measureOf(base string) model.Measure {
	for _, u := range units {
		if u.base == base {
			return u.measure
		}
	}
	switch {
	case base == "":
		return model.MeasureOther
	case strings.Contains(base, "円/"):
		return model.MeasureUnitPrice
	case utf8.RuneCountInString(base) <= 2 && isKanji([]rune(base)[0]):
		return model.MeasureCount // 校, 通, 世帯: a counter
	}
	return model.MeasureOther
}

// rateEnds are the last words of names that measure a share, whose number means
// nothing without a unit: a lost % turns 7.2% into 7.2 or 5.196.
var rateEnds = []string{"率", "割合", "比率", "指数比"}

// check refuses numbers that only look like quantities.
func (c *quantityScan) check(a amount, unit string, ranged bool) *model.Problem {
	switch {
	case unit == "年度", unit == "年" && !ranged && a.decimals == 0 && len(a.value.String()) == 4 && !a.magnitude:
		return problem("quantity.is_year", "年度の表記であり、数量ではないため、値を入れていません。", c.s)
	case strings.HasPrefix(c.s, "第"), a.word && !knownUnit(unit):
		return c.unreadable() // 第2期; 一部
	case strings.HasSuffix(unit, "時点"), strings.HasSuffix(unit, "現在"):
		return problem("quantity.is_date", "日付の表記であり、数量ではないため、値を入れていません。", c.s)
	case unit == "" && isRateName(c.hint.Name):
		return problem("quantity.no_unit", "割合を示す指標に単位（％）がないため、値を入れていません。％ の読み違いの可能性があります。", c.s, a.value.String()+"%")
	case a.decimals == 3 && a.largest < 10_000 && looksCounted(unit):
		return problem("quantity.point", "小数点が桁区切りの「,」の読み違いの可能性があるため、値を入れていません。", c.s, strings.Replace(c.s, ".", ",", 1), c.s)
	case unit != "" && !knownUnit(unit):
		if u := misreadUnit(unit); u != "" {
			return problem("quantity.unit", "単位「"+unit+"」は「"+u+"」の読み違いの可能性があるため、値を入れていません。", c.s, strings.Replace(c.s, unit, u, 1))
		}
	}
	return nil
}

// misreadUnit gives the unit, with 万 or 億 before it, that an unknown word looks
// like: 入 for 人, 備円 for 億円. It gives "" for a word of its own.
func misreadUnit(word string) string {
	for _, u := range units {
		for _, m := range [...]string{"", "万", "億", "千"} {
			if want := m + u.printed; want != word && cost([]rune(want), []rune(word)) <= costLookAlike {
				return want
			}
		}
	}
	return ""
}

func isRateName(name string) bool {
	for _, e := range rateEnds {
		if strings.HasSuffix(name, e) {
			return true
		}
	}
	return false
}

// looksCounted reports units of whole things, which have no decimals.
func looksCounted(unit string) bool {
	base, _ := baseUnit(unit)
	switch measureOf(base) {
	case model.MeasureMoney, model.MeasureCount, model.MeasurePeople:
		return true
	}
	return false
}
