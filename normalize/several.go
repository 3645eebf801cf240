package normalize

import (
	"strings"
	"unicode/utf8"
)

// severalAmounts reads the quantities that one cell holds side by side:
// 25施策のうち24施策, 25件/11億円, 46項目54事業, 2件0件, 3,268通 228,005円.
func severalAmounts(t string, hint Hint) []Amount {
	for _, sep := range [...]string{"のうち", "/", "、", " ", "→", "⇒", "と"} {
		if list := splitAmounts(strings.Split(t, sep), hint); list != nil {
			return list
		}
	}
	if list := splitAmounts(strings.FieldsFunc(t, isPairSeparator), hint); list != nil {
		return list
	}
	if list := splitAmounts(labelled(t), hint); list != nil {
		return list
	}
	return splitAmounts(unitBoundaries(t), hint)
}

func isPairSeparator(r rune) bool { return strings.ContainsRune("→⇒/・=", r) }

// labelled cuts 〔現状〕10千円〔目標〕8千円 before each label.
func labelled(t string) (parts []string) {
	for _, p := range strings.Split(t, "〔") {
		if p != "" {
			parts = append(parts, strings.Replace(p, "〕", " ", 1))
		}
	}
	return parts
}

// splitAmounts reads each part; all must be quantities with a unit.
func splitAmounts(parts []string, hint Hint) (list []Amount) {
	if len(parts) < 2 || len(parts) > 4 {
		return nil
	}
	for _, part := range parts {
		a, ok := partAmount(strings.TrimSpace(part), hint)
		if !ok {
			return nil
		}
		list = append(list, a)
	}
	return list
}

// partAmount reads one of several quantities; the year or label before it is
// kept: H19年度 98.17%, 平成21年度(801人).
func partAmount(s string, hint Hint) (Amount, bool) {
	if a, p := oneAmount(s, hint); p == nil {
		return a, a.Unit != "" && knownOrCounter(a.Unit) && a.Unit != "分" // 2時間30分 is one
	}
	y, n := yearAt(s, 0)
	at := 0
	if n > 0 && y.fiscal {
		at = y.end
	} else if i := strings.IndexByte(s, ' '); i > 0 && isName(s[:i]) {
		at = i
	}
	if at == 0 {
		return Amount{}, false
	}
	rest := strings.TrimSpace(s[at:])
	if inner, ok := cutAround(rest, "(", ")"); ok {
		rest = inner
	}
	a, p := oneAmount(rest, hint)
	if p != nil || a.Unit == "" {
		return a, false
	}
	if n > 0 && y.fiscal {
		a.FiscalYear, _ = y.resolve(Period{})
	} else {
		a.Name = s[:at]
	}
	return a, true
}

// knownOrCounter reports a unit that can stand in a list: one that is known, or
// a short counter.
func knownOrCounter(unit string) bool {
	return knownUnit(unit) || utf8.RuneCountInString(unit) <= 3 || strings.Contains(unit, "/")
}

// unitBoundaries cuts a text after each unit that a digit follows.
func unitBoundaries(t string) (parts []string) {
	start := 0
	for i, r := range t {
		before, _ := utf8.DecodeLastRuneInString(t[:i])
		if i > 0 && isDigit(r) && (isKanji(before) || before == '%') && !strings.ContainsRune("億万千百十兆約第", before) {
			parts = append(parts, t[start:i])
			start = i
		}
	}
	return append(parts, t[start:])
}
