package normalize

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gyokaku/model"
)

// A Period is a range of fiscal years, both ends included; an end that is not
// known is 0.
type Period struct{ From, To model.FiscalYear }

// FiscalYear reads the fiscal year that a text names: 令和6年度, R6, 2024,
// 平成30(2018)年度. A year without its era (6年度) is taken only if exactly one era
// puts it inside the plan; an unknown period puts nothing inside. It reports
// false for text without a year, with several, or with an impossible one. The
// year of a date (2025年3月31日) is no fiscal year.
func FiscalYear(s string, plan Period) (model.FiscalYear, bool) {
	years := fiscalFirst(undated(plain(s)))
	if len(years) == 0 {
		return 0, false
	}
	first, ok := years[0].resolve(plan)
	for _, y := range years[1:] {
		if v, known := y.resolve(plan); known != ok || v != first {
			return 0, false
		}
	}
	return first, ok
}

// fiscalFirst leaves the years that are printed as fiscal years, if any are:
// 改革プラン2022 令和6年度実績 reports on 令和6年度.
func fiscalFirst(years []yearText) []yearText {
	var fiscal []yearText
	for _, y := range years {
		if y.fiscal {
			fiscal = append(fiscal, y)
		}
	}
	if len(fiscal) > 0 {
		return fiscal
	}
	return years
}

// undated finds the years of a plain text that are not part of a date.
func undated(s string) []yearText {
	dates := scanDates(s)
	return slices.DeleteFunc(scanYears(s), func(y yearText) bool {
		return slices.ContainsFunc(dates, func(d dateText) bool { return y.at < d.end && d.at < y.end })
	})
}

// Years reads a range of fiscal years anywhere in a text: 2024 -2028,
// 令和6年度～令和10年度, R6～10, 2019年度-2023年度(5年間). It reports false if there is
// none, or if it runs backwards.
func Years(s string) (Period, bool) {
	p, _, _ := findPeriod(plain(s))
	return p, p.To != 0
}

// findPeriod returns the first range in plain text and where it stands.
func findPeriod(s string) (p Period, at, end int) {
	for _, a := range scanYears(s) {
		b, ok := rangeEnd(s, a)
		if !ok {
			continue
		}
		from, ok1 := a.resolve(Period{})
		to, ok2 := b.resolve(Period{})
		if ok1 && ok2 && from <= to {
			return Period{from, to}, a.at, b.end
		}
	}
	return Period{}, 0, 0
}

// rangeEnd reads the year that a range from a ends with. It takes the era of
// its beginning (令和6～10年度), or its century (2024-28).
func rangeEnd(s string, a yearText) (yearText, bool) {
	i := a.end + spacesAt(s[a.end:])
	n := rangeMarkLen(s[i:])
	if n == 0 {
		return yearText{}, false
	}
	i += n
	i += spacesAt(s[i:])
	if b, n := yearAt(s, i); n > 0 && (b.era != 0 || b.digits == 4) {
		return b, true
	}
	value, digits, m := smallNumber(s[i:], false)
	if m == 0 || digits > 2 {
		return yearText{}, false
	}
	b := yearText{at: i, end: i + m, value: value, digits: digits, era: a.era}
	if a.era == 0 {
		b.value, b.digits = a.value/100*100+value, 4
	}
	if t := strings.TrimPrefix(strings.TrimLeft(s[b.end:], " "), "年度"); len(t) < len(s)-b.end {
		b.end = len(s) - len(t)
	}
	return b, true
}

// rangeMarkLen is the length of the sign or word between the ends of a range.
// The long vowel mark and the kanji 一 are readings of a dash.
func rangeMarkLen(s string) int {
	for _, w := range [...]string{"から", "より", "一", "ー"} {
		if strings.HasPrefix(s, w) {
			return len(w)
		}
	}
	if r, n := utf8.DecodeRuneInString(s); isHyphen(r) || isTilde(r) {
		return n
	}
	return 0
}

// A yearText is one year in a plain text.
type yearText struct {
	at, end int
	value   int // as printed
	digits  int
	era     int // the year before the era's first; 0 if no era is printed
	fiscal  bool
}

// eras are the era names and letters with the year before each first year.
var eras = [...]struct {
	name string
	base int
}{
	{"令和", 2018}, {"平成", 1988}, {"昭和", 1925}, {"大正", 1911}, {"明治", 1867},
	{"R", 2018}, {"H", 1988}, {"S", 1925}, {"㋿", 2018}, {"㍻", 1988}, {"㍼", 1925},
	{"今和", 2018}, {"平戍", 1988}, // what scans make of 令和 and 平成
}

// eraYears bounds the year of an era: 平成36年 was printed in plans, 令和99年 is a
// sentinel of databases.
const eraYears = 70

func (y yearText) resolve(plan Period) (model.FiscalYear, bool) {
	switch {
	case y.era != 0:
		return model.FiscalYear(y.era + y.value), y.value >= 1 && y.value <= eraYears
	case y.digits == 4:
		return model.FiscalYear(y.value), y.value >= 1868 && y.value <= 2088
	case y.digits > 2 || plan.From == 0 || plan.To == 0:
		return 0, false
	}
	var found model.FiscalYear
	for _, base := range [...]int{2018, 1988, 2000} {
		v := model.FiscalYear(base + y.value)
		if v < plan.From || v > plan.To {
			continue
		}
		if found != 0 && found != v {
			return 0, false
		}
		found = v
	}
	return found, found != 0
}

// scanYears finds the years of a plain text: numbers after an era, of four
// digits, or before 年. A number that is a month, a day or a count is none.
func scanYears(s string) (years []yearText) {
	for i := 0; i < len(s); {
		y, n := yearText{}, 0
		if !insideNumber(s, i) {
			y, n = yearAt(s, i)
		}
		if n == 0 {
			_, size := utf8.DecodeRuneInString(s[i:])
			n = size
		} else {
			years = append(years, y)
		}
		i += n
	}
	return pairYears(s, years)
}

// yearAt reads the year that begins at i, and its length; 0 if none does.
func yearAt(s string, i int) (y yearText, n int) {
	y.at = i
	j := i
	for _, e := range eras {
		if strings.HasPrefix(s[i:], e.name) && !precededByLetter(s, i, e.name) {
			y.era = e.base
			j += len(e.name)
			break
		}
	}
	j += spacesAt(s[j:])
	value, digits, m := smallNumber(s[j:], y.era != 0)
	if m == 0 {
		if y.era != 0 {
			return y, 0
		}
		return y, 0
	}
	y.value, y.digits, y.end = value, digits, j+m
	rest := s[y.end+spacesAt(s[y.end:]):]
	y.fiscal = strings.HasPrefix(rest, "年度")
	switch {
	case y.era != 0, digits == 4 && !strings.HasPrefix(rest, "円") && !isCounter(rest), strings.HasPrefix(rest, "年度"):
	default:
		return y, 0
	}
	if y.fiscal {
		y.end = len(s) - len(rest) + len("年度")
	} else if strings.HasPrefix(rest, "年") {
		y.end = len(s) - len(rest) + len("年")
	}
	return y, y.end - i
}

// insideNumber reports a position in the middle of a number.
func insideNumber(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return isDigit(r) || r == ',' || r == '.' || kanjiDigit(r) >= 0 || r == '十' || r == '第'
}

// isCounter reports a unit right after a number, which makes it a count.
func isCounter(rest string) bool {
	r, n := utf8.DecodeRuneInString(rest)
	if n == 0 {
		return false
	}
	return strings.ContainsRune("人件円千万億回点倍団名%,./", r)
}

func precededByLetter(s string, i int, name string) bool {
	return len(name) == 1 && i > 0 && isLatin(rune(s[i-1]))
}

func spacesAt(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

// smallNumber reads a year's number at the start of s: digits, kanji digits or,
// after an era, 元. Longer runs of digits than four are no year.
func smallNumber(s string, era bool) (value, digits, length int) {
	if era && strings.HasPrefix(s, "元") {
		return 1, 1, len("元")
	}
	for _, r := range s {
		if !isDigit(r) {
			break
		}
		value = value*10 + int(r-'0')
		digits++
		length++
		if digits > 4 {
			return 0, 0, 0
		}
	}
	if digits > 0 {
		return value, digits, length
	}
	return kanjiYear(s)
}

// kanjiYear reads 二〇二四 and 二十三.
func kanjiYear(s string) (value, digits, length int) {
	end := strings.IndexFunc(s, func(r rune) bool { return kanjiDigit(r) < 0 && r != '十' })
	if end < 0 {
		end = len(s)
	}
	v, ok := kanjiNumber(s[:end])
	if end == 0 || !ok {
		return 0, 0, 0
	}
	digits = 2
	if v >= 1000 {
		digits = 4
	}
	return v, digits, end
}

// kanjiNumber reads a numeral below a hundred (二十三) or written in digits
// (二〇二四).
func kanjiNumber(s string) (int, bool) {
	tens, ones, found := strings.Cut(s, "十")
	if !found {
		return kanjiDigits(s)
	}
	t, u := 1, 0
	ok := true
	if tens != "" {
		t, ok = kanjiDigits(tens)
	}
	if ones != "" && ok {
		u, ok = kanjiDigits(ones)
	}
	return t*10 + u, ok && t < 10 && u < 10
}

func kanjiDigits(s string) (v int, ok bool) {
	n := 0
	for _, r := range s {
		d := kanjiDigit(r)
		if n++; d < 0 || n > 4 {
			return 0, false
		}
		v = v*10 + d
	}
	return v, n > 0
}

// pairYears drops the second of two writings of one year: 平成30(2018)年度,
// 2018(平成30)年度. Writings that disagree both stay.
func pairYears(s string, years []yearText) []yearText {
	var list []yearText
	for _, y := range years {
		if n := len(list) - 1; n >= 0 {
			last := list[n]
			between := strings.Trim(s[last.end:y.at], " 年度")
			a, ok1 := last.resolve(Period{})
			b, ok2 := y.resolve(Period{})
			if (between == "(" || between == ":" || between == "[") && ok1 && ok2 && a == b {
				list[n].end = y.end
				if closing := strings.IndexByte(s[y.end:], ')'); closing == 0 {
					list[n].end++
				}
				list[n].fiscal = last.fiscal || y.fiscal
				continue
			}
		}
		list = append(list, y)
	}
	return list
}
