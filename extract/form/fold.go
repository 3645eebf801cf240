package form

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold makes a key for comparing labels: without white space, in compatibility
// form. NFKC would destroy values (① becomes 1), so keys are never shown.
func fold(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			return -1
		}
		return r
	}, s)
	if isASCII(s) {
		return s
	}
	return norm.NFKC.String(s)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// blankMarks are the characters that a cell holds when it says nothing.
const blankMarks = "-‐‑‒–—―−－ー─━*＊…・."

// saysNothing reports whether a cell is empty or holds only dashes.
func saysNothing(s string) bool {
	return strings.Trim(s, blankMarks+" \t\n\u3000") == ""
}

// distance is the number of characters to insert, delete or replace between a
// and b (Levenshtein), or limit+1 when it is above limit.
func distance(a, b []rune, limit int) int {
	if d := len(a) - len(b); d > limit || -d > limit {
		return limit + 1
	}
	previous := make([]int, len(b)+1)
	for j := range previous {
		previous[j] = j
	}
	for i, x := range a {
		current := make([]int, 1, len(b)+1)
		current[0] = i + 1
		best := i + 1
		for j, y := range b {
			cost := previous[j]
			if x != y {
				cost = 1 + min(cost, previous[j+1], current[j])
			}
			current = append(current, cost)
			best = min(best, cost)
		}
		if best > limit {
			return limit + 1
		}
		previous = current
	}
	return previous[len(b)]
}
