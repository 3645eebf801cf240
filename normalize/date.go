package normalize

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"gyokaku/model"
)

// Date reads the day or month that a text names: 2025年4月1日時点, R6.4.1,
// 2024/4/1, 2007年3月策定. Text around it does not matter. It reports false for text
// without a date, with several different ones, or with a day that does not
// exist (2025年2月29日): dates do not roll over.
func Date(s string) (model.Date, bool) {
	dates := scanDates(plain(s))
	if len(dates) == 0 {
		return "", false
	}
	for _, d := range dates[1:] {
		if d.date != dates[0].date {
			return "", false
		}
	}
	return dates[0].date, dates[0].date != ""
}

// A dateText is one date in a plain text; date is "" for one that does not
// exist.
type dateText struct {
	at, end int
	date    model.Date
}

// fiscalYearOf gives the fiscal year, April to March, that a date falls in.
func fiscalYearOf(d model.Date) model.FiscalYear {
	t, err := time.Parse("2006-01", string(d)[:min(len(d), 7)])
	if err != nil {
		return 0
	}
	return model.FiscalYear(t.AddDate(0, -3, 0).Year())
}

func scanDates(s string) (list []dateText) {
	for i := 0; i < len(s); {
		if d, ok := dateAt(s, i); ok {
			list = append(list, d)
			i = d.end
			continue
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	return list
}

func dateAt(s string, i int) (dateText, bool) {
	y, ok := calendarYearAt(s, i)
	if !ok {
		return dateText{}, false
	}
	sep, n := dateSeparator(s[y.end:])
	if n == 0 {
		return dateText{}, false
	}
	month, _, m := smallNumber(s[y.end+n:], false)
	j := y.end + n + m
	rest := strings.TrimLeft(s[j:], " ")
	if m == 0 {
		return dateText{}, false
	}
	if sep == "年" {
		if !strings.HasPrefix(rest, "月") {
			return dateText{}, false
		}
		j = len(s) - len(rest) + len("月")
	}
	day, k := dayAt(s[j:], sep)
	if k == 0 && sep != "年" {
		return dateText{}, false // 7.2 is a number
	}
	return dateText{i, j + k, dateOf(y, month, day, k > 0)}, true
}

// calendarYearAt reads a year that a date begins with.
func calendarYearAt(s string, i int) (yearText, bool) {
	if insideNumber(s, i) {
		return yearText{}, false
	}
	y := yearText{at: i}
	for _, e := range eras {
		if strings.HasPrefix(s[i:], e.name) && !precededByLetter(s, i, e.name) {
			y.era = e.base
			i += len(e.name)
			break
		}
	}
	i += spacesAt(s[i:])
	value, digits, n := smallNumber(s[i:], y.era != 0)
	y.value, y.digits, y.end = value, digits, i+n
	return y, n > 0 && (y.era != 0 && digits <= 2 || digits == 4)
}

// dateSeparator reads what follows the year of a date: 年, or a point, slash or
// dash, with its length.
func dateSeparator(s string) (string, int) {
	n := spacesAt(s)
	if strings.HasPrefix(s[n:], "年") && !strings.HasPrefix(s[n:], "年度") {
		n += len("年")
		return "年", n + spacesAt(s[n:])
	}
	if n < len(s) && strings.IndexByte("./-", s[n]) >= 0 {
		return s[n : n+1], n + 1 + spacesAt(s[n+1:])
	}
	return "", 0
}

// dayAt reads the day of a date, and its length; 0 if none is printed.
func dayAt(s, sep string) (day, length int) {
	n := spacesAt(s)
	if sep != "年" {
		if !strings.HasPrefix(s[n:], sep) {
			return 0, 0
		}
		n += len(sep)
		n += spacesAt(s[n:])
	}
	day, _, m := smallNumber(s[n:], false)
	if m == 0 {
		return 0, 0
	}
	if sep != "年" {
		return day, n + m
	}
	rest := strings.TrimLeft(s[n+m:], " ")
	if !strings.HasPrefix(rest, "日") {
		return 0, 0
	}
	return day, len(s) - len(rest) + len("日")
}

func dateOf(y yearText, month, day int, withDay bool) model.Date {
	year, ok := y.resolve(Period{})
	if !ok || month < 1 || month > 12 {
		return ""
	}
	if !withDay {
		return model.Date(fmt.Sprintf("%04d-%02d", year, month))
	}
	t := time.Date(int(year), time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day || t.Month() != time.Month(month) {
		return ""
	}
	return model.Date(t.Format(time.DateOnly))
}
