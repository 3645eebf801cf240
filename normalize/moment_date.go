package normalize

import (
	"strconv"
	"time"

	"gyokaku/model"
)

func yearOf(m *Moment) (int, bool) {
	s := string(m.Date)
	if s == "" {
		s = m.Month
	}
	if len(s) < 4 {
		return 0, false
	}
	y, err := strconv.Atoi(s[:4])
	return y, err == nil
}

// lastDay gives the day that a month's end names, else the month.
func (m *Moment) lastDay() model.Date {
	t, err := time.Parse("2006-01", m.Month)
	if err != nil || m.Edge != "end" {
		return model.Date(m.Month)
	}
	return model.Date(t.AddDate(0, 1, -1).Format(time.DateOnly))
}

// isMonthText reports a month with its year and nothing else: R7.9月末時点.
func isMonthText(s string) bool {
	m, p := parseMoment(s, Period{})
	return m != nil && p == nil && m.Month != ""
}
