package model

import "fmt"

// FiscalYear names a Japanese fiscal year by the Gregorian year it begins in:
// 平成28年度, April 2016 to March 2017, is 2016.
type FiscalYear int

// Wareki gives the era name of the fiscal year as cities print it: "令和6年度".
// A fiscal year takes the era of most of its days: 2019 is 令和元年度.
func (y FiscalYear) Wareki() string {
	for _, e := range []struct {
		first FiscalYear
		name  string
	}{{2019, "令和"}, {1989, "平成"}, {1926, "昭和"}} {
		if y < e.first {
			continue
		}
		if n := int(y - e.first + 1); n > 1 {
			return fmt.Sprintf("%s%d年度", e.name, n)
		}
		return e.name + "元年度"
	}
	return ""
}

// Date is a day, or a month where no day is printed: "2019-08-31", "2007-03".
type Date string
