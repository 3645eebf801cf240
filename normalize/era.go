package normalize

import (
	"fmt"
	"strings"

	"gyokaku/model"
)

// eraDays are the first and last days of the eras, by the year before their
// first; a last day of "9" is yet to come.
var eraDays = map[int][2]string{
	2018: {"2019-05-01", "9"}, 1988: {"1989-01-08", "2019-04-30"}, 1925: {"1926-12-25", "1989-01-07"},
	1911: {"1912-07-30", "1926-12-24"}, 1867: {"1868-10-23", "1912-07-29"},
}

// eraBounds tells of a time that lies wholly after its era (平成33年度) or before
// it (令和元年4月30日).
func eraBounds(m *Moment, era int) (over, under bool) {
	first, last := m.span()
	days, ok := eraDays[era]
	if !ok || first == "" {
		return false, false
	}
	return first > days[1], last < days[0]
}

// span gives the first and last day of a moment, roughly at the end of a month.
func (m *Moment) span() (first, last string) {
	switch {
	case m.Date != "":
		return string(m.Date), string(m.Date)
	case m.Month != "":
		return m.Month + "-01", m.Month + "-31"
	case m.FiscalYear != 0:
		return fmt.Sprintf("%04d-04-01", int(m.FiscalYear)), fmt.Sprintf("%04d-03-31", int(m.FiscalYear)+1)
	case m.Year != 0:
		return fmt.Sprintf("%04d-01-01", m.Year), fmt.Sprintf("%04d-12-31", m.Year)
	}
	return "", ""
}

// eraWarning tells of a time that its era never had. The arithmetic holds, and
// the value is kept.
func (c *momentScan) eraWarning(m *Moment, era int) {
	m.EraOverflow, m.EraUnderflow = eraBounds(m, era)
	if (m.EraOverflow || m.EraUnderflow) && c.fault == nil {
		c.fault = problem("date.era", "改元により実在しない元号の年月日です。西暦に換算した値を入れています。", c.s)
	}
}

// twin passes the other writing of the year in brackets: 平成30(2018)年度,
// 2024年(令和6年)4月. Two that disagree are a problem.
func (c *momentScan) twin(year model.FiscalYear) {
	for _, unit := range [...]string{"年度", "年", ""} {
		rest, ok := strings.CutPrefix(c.rest(), unit+"(")
		if !ok {
			continue
		}
		inner, tail, closed := strings.Cut(rest, ")")
		y, found := calendarYear(inner, 0)
		if !closed || !found || strings.Trim(inner[y.end:], "年度") != "" {
			return
		}
		if other, known := y.resolve(Period{}); !known || other != year {
			c.fault = problem("date.contradiction", "併記された年が一致しないため、値を入れていません。", c.s)
		}
		c.s = c.s[:c.at] + unit + tail
		return
	}
}
