package normalize

import (
	"strings"
	"unicode/utf8"
)

// An Expression is an indicator set in running text: 【手続の年間件数 3万件
// (2027年度)】. The parts are as printed; Quantity is "" where the text names an
// indicator without a number, and Period where no time is printed.
type Expression struct {
	Name, Quantity, Period string
	At                     int    // byte offset of the bracket in the text
	Inner                  string // what the brackets hold, as printed
	Note                   bool   // 【※…】: a remark about an indicator
}

// Expressions finds the indicators in a text. Brackets that hold a heading
// (【空き床の活用】) are none.
func Expressions(s string) (list []Expression) {
	for i := 0; ; {
		open := strings.Index(s[i:], "【")
		if open < 0 {
			return list
		}
		open += i
		inner, _, closed := strings.Cut(s[open+len("【"):], "】")
		if !closed {
			return list
		}
		if e, ok := expression(inner); ok {
			e.At = open
			list = append(list, e)
		}
		i = open + len("【") + len(inner)
	}
}

// expression reads what a pair of brackets holds.
func expression(inner string) (e Expression, ok bool) {
	f := foldMapped(inner)
	e.Inner = inner
	if strings.HasPrefix(f.text, "※") {
		e.Note = true
		return e, true
	}
	end, period := f.cutPeriods(len(f.text))
	if period != [2]int{} {
		e.Period = f.raw(period[0], period[1])
	}
	at, stop := f.quantityAt(end, e.Period != "")
	if at == 0 {
		e.Name = f.name(end)
		return e, e.Period != "" && e.Name != ""
	}
	e.Name, e.Quantity = f.name(at), f.raw(at, stop)
	return e, e.Name != ""
}

// A mapped text is plain text with the place of each byte in the raw one.
type mapped struct {
	text   string
	origin string
	at     []int // offset in origin of each byte of text, and of its end
}

func foldMapped(s string) mapped {
	m := mapped{origin: s}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '\n' || isInvisible(r):
			continue
		case isSpace(r):
			r = ' '
		default:
			r = plainRune(r)
		}
		if r == ' ' && b.Len() == 0 {
			continue
		}
		n := b.Len()
		b.WriteRune(r)
		for range b.Len() - n {
			m.at = append(m.at, i)
		}
	}
	m.text = strings.TrimRight(b.String(), " ")
	m.at = append(m.at, len(s))
	return m
}

// raw gives the printed form of text[at:end], without white space around it.
func (m mapped) raw(at, end int) string {
	return strings.TrimFunc(m.origin[m.at[at]:m.at[end]], func(r rune) bool { return isSpace(r) || r == '\n' })
}

// name gives the printed name that ends before end, without the particle or
// colon that leads to its value.
func (m mapped) name(end int) string {
	t := strings.TrimRight(m.text[:end], " :=、")
	if s := strings.TrimSuffix(t, "は"); s != "" {
		t = s
	}
	t = strings.TrimRight(t, " :=、")
	return m.raw(0, len(t))
}

// cutPeriods passes the brackets at the end that hold a time or a remark, and
// gives where the text before them ends and where the time stands.
func (m mapped) cutPeriods(end int) (int, [2]int) {
	var period [2]int
	for {
		t := strings.TrimRight(m.text[:end], " ")
		if !strings.HasSuffix(t, ")") {
			return len(t), period
		}
		open := openingBracket(t)
		if open <= 0 {
			return len(t), period
		}
		inner := t[open+1 : len(t)-1]
		switch {
		case isPeriodText(inner):
			if period == [2]int{} {
				period = [2]int{open + 1, len(t) - 1}
			}
		case strings.Contains(inner, "満点"):
			return len(t), period
		default:
			before := strings.TrimRight(t[:open], " ")
			if at, _ := m.quantityAt(len(before), true); at == 0 {
				return len(t), period
			}
		}
		end = open
	}
}

// openingBracket finds the bracket that the last character of s closes.
func openingBracket(s string) int {
	depth := 0
	for i := len(s) - 1; i >= 0; i-- {
		switch s[i] {
		case ')':
			depth++
		case '(':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// isPeriodText reports text that is a fiscal year or a date and little more:
// 2024年度, 令和6年度末, 2025年4月1日時点.
func isPeriodText(s string) bool {
	if d := scanDates(s); len(d) == 1 && d[0].date != "" {
		return isTimeWord(s[:d[0].at]) && isTimeWord(s[d[0].end:])
	}
	if y := scanYears(s); len(y) == 1 {
		return isTimeWord(s[:y[0].at]) && isTimeWord(s[y[0].end:])
	}
	return false
}

func isTimeWord(s string) bool {
	for _, w := range [...]string{"時点", "現在", "実績", "目標", "年度", "年", "末", "まで", "に", "値", "決算", "見込み", "見込", "報告"} {
		s = strings.ReplaceAll(s, w, "")
	}
	return strings.Trim(s, " :") == ""
}

// quantityAt finds the quantity that text[:end] closes with: the first number
// from which everything up to the end is one quantity. It gives 0 if there is
// none, or no name before it. A number without a unit is taken only behind a
// space and with a time printed: 【重点取組3】 is a heading.
func (m mapped) quantityAt(end int, timed bool) (at, stop int) {
	t := m.text[:end]
	before := ' '
	for i, r := range t {
		start := isDigit(r) && !isDigit(before) && !strings.ContainsRune(",.第", before)
		if start && i > 0 {
			from := quantityStart(t, i)
			if from > 0 && m.isQuantity(t, from, timed) {
				return from, len(strings.TrimRight(t, " "))
			}
		}
		before = r
	}
	return 0, 0
}

func (m mapped) isQuantity(t string, from int, timed bool) bool {
	name := strings.TrimRight(t[:from], " :=は、")
	c := quantityScan{s: t[from:], hint: Hint{Name: name}}
	q, fault := c.read()
	if fault != nil {
		return isNumberFault(fault.Code)
	}
	if q.Unit == "" && (!timed || len(name) == len(t[:from])) {
		return false
	}
	return name != ""
}

// isNumberFault reports problems of text that is a quantity, only a damaged
// one.
func isNumberFault(code string) bool {
	switch code {
	case "quantity.grouping", "quantity.split", "quantity.malformed", "quantity.magnitude_gap", "quantity.no_unit", "quantity.point", "quantity.range":
		return true
	}
	return false
}

// quantityStart moves back from a number over what belongs to it: 約, a minus.
func quantityStart(t string, i int) int {
	for {
		j := len(strings.TrimRight(t[:i], " "))
		moved := false
		for _, w := range [...]string{"約", "およそ", "概ね", "おおむね", "ほぼ", "▲", "△", "−", "±", "¥"} {
			if strings.HasSuffix(t[:j], w) {
				i, moved = j-len(w), true
				break
			}
		}
		if !moved && j > 0 && isDashSign(t, j) {
			_, n := utf8.DecodeLastRuneInString(t[:j])
			return j - n
		}
		if !moved {
			return i
		}
	}
}

// isDashSign reports a hyphen that is a minus: one after white space.
func isDashSign(t string, end int) bool {
	r, n := utf8.DecodeLastRuneInString(t[:end])
	return isHyphen(r) && end-n > 0 && t[end-n-1] == ' '
}
