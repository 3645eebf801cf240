package normalize

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"gyokaku/model"
)

// A Moment is a point or stretch of time as precisely as it is printed: a
// fiscal year, a calendar year, a month and a day are different things, and
// none is rounded to another.
type Moment struct {
	Date        model.Date       `json:"date,omitempty"`        // a day: "2024-04-01"
	Month       string           `json:"month,omitempty"`       // "2024-10"
	Year        int              `json:"year,omitempty"`        // a calendar year: 2028年
	FiscalYear  model.FiscalYear `json:"fiscal_year,omitempty"` // 2024年度
	Quarter     int              `json:"quarter,omitempty"`     // 第3四半期
	MonthNumber int              `json:"month_number,omitempty"`
	Edge        string           `json:"edge,omitempty"`       // "end": 年度末, 月末
	From        *Moment          `json:"from,omitempty"`       // a range, open where one end is nil
	To          *Moment          `json:"to,omitempty"`         //
	Unresolved  string           `json:"unresolved,omitempty"` // "year": 同年10月
	Missing     bool             `json:"missing,omitempty"`    // a dash
	// EraOverflow tells of a year that its era never had (平成33年度). The
	// arithmetic holds.
	EraOverflow  bool `json:"era_overflow,omitempty"`
	EraUnderflow bool `json:"era_underflow,omitempty"`
}

// recurrences are words for times that come again, which are no dates.
var recurrences = []string{"毎年度", "毎年", "毎月", "毎週", "毎日", "随時", "通年", "常時", "適宜", "各年度", "隔年", "毎年度末", "毎月末"}

// ParseMoment reads a printed time: 令和6年度, R6.4.1, 2024年度上半期,
// 令和6~10年度. A recurrence (毎年度) gives neither a moment nor a problem. A year
// without its era, a day that does not exist and a list that may be a range are
// problems, with candidates where there are any.
func ParseMoment(s string, plan Period) (*Moment, *model.Problem) {
	t, _ := apply(s, dateRules)
	return parseMoment(t, plan)
}

func parseMoment(t string, plan Period) (*Moment, *model.Problem) {
	if Blank(t) {
		return &Moment{Missing: true}, nil
	}
	for _, w := range recurrences {
		if t == w {
			return nil, nil
		}
	}
	c := momentScan{s: t, plan: plan}
	m := c.period()
	if c.fault == nil && (m == nil || c.at < len(c.s)) {
		c.fault = problem("date.unreadable", "日付・期間として読み取れないため、値を入れていません。", t, dateCandidates(t)...)
	}
	if c.fault != nil && c.fault.Code != "date.unresolved" && c.fault.Code != "date.era" {
		return nil, c.fault
	}
	return m, c.fault
}

// A momentScan reads one time from left to right.
type momentScan struct {
	s     string
	at    int
	plan  Period
	fault *model.Problem
	quiet bool // a candidate is being tried: look for none of its own
}

func (c *momentScan) rest() string { return c.s[c.at:] }

func (c *momentScan) take(words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(c.rest(), w) {
			c.at += len(w)
			return true
		}
	}
	return false
}

// period reads a moment, or a range of two.
func (c *momentScan) period() *Moment {
	first := c.moment(nil)
	if first == nil {
		return nil
	}
	if c.at == len(c.s) {
		return first
	}
	switch {
	case c.take("~", "から", "より", "-", "→"):
		if c.at == len(c.s) || c.take("実施", "開始", "施行", "適用") {
			return &Moment{From: first}
		}
		last := c.moment(first)
		if last == nil {
			return nil
		}
		c.take("まで")
		c.length()
		shareUnit(first, last)
		if later(first, last) {
			c.fault = problem("date.range", "期間の終わりが始まりより前のため、値を入れていません。", c.s)
		}
		return &Moment{From: first, To: last}
	case c.take("以降", "以後"):
		return &Moment{From: first}
	case c.take("まで", "以前"):
		return &Moment{To: first}
	}
	return first
}

// shareUnit gives both ends of 令和6~10年度 the unit that is printed once.
func shareUnit(first, last *Moment) {
	if first.Year != 0 && last.FiscalYear != 0 {
		first.FiscalYear, first.Year = model.FiscalYear(first.Year), 0
	}
}

func later(a, b *Moment) bool { return a.key() != "" && b.key() != "" && a.key() > b.key() }

func (m *Moment) key() string {
	switch {
	case m.Date != "":
		return string(m.Date)
	case m.Month != "":
		return m.Month
	case m.Year != 0:
		return strconv.Itoa(m.Year)
	case m.FiscalYear != 0:
		return strconv.Itoa(int(m.FiscalYear))
	}
	return ""
}

// length passes how long a printed range is: の2か年, (5年間).
func (c *momentScan) length() {
	at := c.at
	bracket := c.take("(")
	c.take("の")
	n := len(c.rest()) - len(strings.TrimLeft(c.rest(), "0123456789"))
	c.at += n
	if n == 0 || !c.take("か年間", "か年", "年間", "年度間", "年") || bracket && !c.take(")") {
		c.at = at
	}
}

// moment reads one point in time; before is the beginning of its range.
func (c *momentScan) moment(before *Moment) *Moment {
	if m := c.yearless(before); m != nil {
		return m
	}
	y, ok := calendarYear(c.s, c.at)
	if !ok {
		return c.bareYear(before)
	}
	c.at = y.end
	m := &Moment{}
	defer func() { c.eraWarning(m, y.era) }()
	year, resolved := y.resolve(Period{})
	if !resolved {
		c.fault = problem("date.no_such_year", "ありえない年のため、値を入れていません。", c.s)
		return nil
	}
	c.twin(year)
	switch {
	case c.take("年度"):
		m.FiscalYear = year
		return c.partOfYear(m)
	case c.take("年"):
		if n := c.monthAndDay(m, int(year), "月"); n || c.fault != nil {
			return m
		}
		m.Year = int(year)
		c.edge(m)
	case c.at < len(c.s) && strings.IndexByte("./-", c.s[c.at]) >= 0 && c.separated(m, int(year)):
	case y.era != 0 && (c.take("~") || c.at == len(c.s)):
		if strings.HasSuffix(c.s[:c.at], "~") {
			c.at--
		}
		m.FiscalYear = year // R6: eras without a unit count fiscal years
	default:
		m.Year = int(year)
	}
	return m
}

// calendarYear reads an era with its year, or four digits.
func calendarYear(s string, i int) (yearText, bool) {
	y, ok := calendarYearAt(s, i)
	return y, ok
}

// bareYear reads 10年度 as the end of a range that began with an era, and
// reports a year without one elsewhere.
func (c *momentScan) bareYear(before *Moment) *Moment {
	n := len(c.rest()) - len(strings.TrimLeft(c.rest(), "0123456789"))
	if n == 0 || n > 2 || !hasAnyPrefix(c.rest()[n:], "年") && !(before != nil && c.at+n == len(c.s)) {
		return nil
	}
	v, _ := strconv.Atoi(c.rest()[:n])
	base := c.eraOf(before)
	if base == 0 {
		y := yearText{value: v, digits: n}
		if year, ok := y.resolve(c.plan); ok && strings.HasPrefix(c.rest()[n:], "年度") {
			c.at += n + len("年度")
			return c.partOfYear(&Moment{FiscalYear: year})
		}
		c.fault = problem("date.no_era", "元号のない年のため、値を入れていません。", c.s)
		return nil
	}
	c.at += n
	m := &Moment{}
	switch {
	case c.take("年度"):
		m.FiscalYear = model.FiscalYear(base + v)
		return c.partOfYear(m)
	case c.take("年"):
		if !c.monthAndDay(m, base+v, "月") && c.fault == nil {
			m.Year = base + v
		}
	default:
		m.Year = base + v
		if before.FiscalYear != 0 {
			m.Year, m.FiscalYear = 0, model.FiscalYear(base+v)
		}
	}
	return m
}

// eraOf gives the base of the era, or the century, that the range began with.
func (c *momentScan) eraOf(before *Moment) int {
	if before == nil {
		return 0
	}
	if y, ok := calendarYear(c.s, 0); ok {
		if y.era != 0 {
			return y.era
		}
		return y.value / 100 * 100
	}
	return 0
}

// partOfYear reads what follows a fiscal year: its half, quarter or end.
func (c *momentScan) partOfYear(m *Moment) *Moment {
	year := int(m.FiscalYear)
	span := func(from, to string) *Moment { return &Moment{From: &Moment{Month: from}, To: &Moment{Month: to}} }
	switch {
	case c.take("上半期", "前半期", "上期"):
		return span(fmt.Sprintf("%d-04", year), fmt.Sprintf("%d-09", year))
	case c.take("下半期", "後半期", "下期"):
		return span(fmt.Sprintf("%d-10", year), fmt.Sprintf("%d-03", year+1))
	}
	if q := c.quarter(); q > 0 {
		m.Quarter = q
		return m
	}
	c.edge(m)
	return m
}

func (c *momentScan) quarter() int {
	at := c.at
	c.take("第")
	if c.at < len(c.s) && c.s[c.at] >= '1' && c.s[c.at] <= '4' {
		q := int(c.s[c.at] - '0')
		c.at++
		if c.take("四半期") {
			return q
		}
	}
	c.at = at
	return 0
}

// edge reads 末 and the words that tie a state to a time.
func (c *momentScan) edge(m *Moment) {
	if c.take("末日", "末") {
		m.Edge = "end"
	}
	c.take("時点", "現在", "付け", "付", "頃", "中")
}

// monthAndDay reads 4月 or 4月1日 behind a year.
func (c *momentScan) monthAndDay(m *Moment, year int, sep string) bool {
	month, _, n := smallNumber(c.rest(), false)
	if n == 0 || !strings.HasPrefix(c.rest()[n:], sep) {
		return false
	}
	c.at += n + len(sep)
	day, _, k := smallNumber(c.rest(), false)
	if k == 0 || !strings.HasPrefix(c.rest()[k:], "日") {
		k = 0
	} else {
		c.at += k + len("日")
	}
	if !c.set(m, year, month, day, k > 0) {
		return false
	}
	c.edge(m)
	return true
}

// separated reads the month and day of 2024.4.1, 2024/4/1 and R6.4月.
func (c *momentScan) separated(m *Moment, year int) bool {
	at, sep := c.at, c.s[c.at:c.at+1]
	c.at++
	if sep == "." && c.monthAndDay(m, year, "月") {
		return true
	}
	month, _, n := smallNumber(c.rest(), false)
	if n == 0 || n > 2 || !strings.HasPrefix(c.rest()[n:], sep) {
		if sep == "." && n > 0 && n <= 2 && c.at+n == len(c.s) && month <= 12 {
			c.at += n
			return c.set(m, year, month, 0, false)
		}
		c.at = at
		return false
	}
	c.at += n + 1
	day, _, k := smallNumber(c.rest(), false)
	c.at += k
	ok := k > 0 && c.set(m, year, month, day, true)
	if ok {
		c.edge(m)
	}
	return ok
}

// set fills in a month or a day, if there is one such.
func (c *momentScan) set(m *Moment, year, month, day int, withDay bool) bool {
	t := time.Date(year, time.Month(month), max(1, day), 0, 0, 0, 0, time.UTC)
	if month < 1 || month > 12 || withDay && (t.Day() != day || t.Month() != time.Month(month)) {
		c.fault = problem("date.no_such_day", "暦にない月日のため、値を入れていません。", c.s)
		if !c.quiet {
			c.fault.Candidates = dateCandidates(c.s)
		}
		return false
	}
	if withDay {
		m.Date = model.Date(t.Format(time.DateOnly))
	} else {
		m.Month = t.Format("2006-01")
	}
	return true
}

// yearless reads what names no year of its own: 同年10月, 第3四半期, 9月.
func (c *momentScan) yearless(before *Moment) *Moment {
	at := c.at
	if q := c.quarter(); q > 0 {
		return &Moment{Quarter: q, Unresolved: "year"}
	}
	same := c.take("同年度", "同年", "翌年度", "翌年", "当年度", "当年", "前年度", "前年", "本年度", "本年", "今年度", "今年", "次年度", "来年度")
	if same && before == nil && (c.at == len(c.s) || c.rest() == "末") {
		m := &Moment{Unresolved: "year"}
		c.edge(m)
		c.fault = problem("date.unresolved", "年が印刷されていないため、前後の文から年を確かめてください。", c.s)
		return m
	}
	month, _, n := smallNumber(c.rest(), false)
	if n == 0 || n > 2 || month < 1 || month > 12 || !strings.HasPrefix(c.rest()[n:], "月") {
		c.at = at
		return nil
	}
	if before != nil {
		if year, ok := yearOf(before); ok && !same {
			m := &Moment{}
			if c.monthAndDay(m, year, "月") {
				return m
			}
		}
	}
	c.at += n + len("月")
	m := &Moment{MonthNumber: month, Unresolved: "year"}
	c.edge(m)
	if c.at == len(c.s) && before == nil {
		c.fault = problem("date.unresolved", "年が印刷されていないため、前後の文から年を確かめてください。", c.s)
	}
	return m
}
