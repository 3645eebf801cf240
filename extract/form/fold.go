package form

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold makes a key for comparing labels: without white space, in compatibility
// form. NFKC would destroy values (① becomes 1), so keys are never shown.
func fold(s string) string {
	if isFolded(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			return -1
		}
		return r
	}, s)
	if isFolded(s) {
		return s
	}
	return norm.NFKC.String(s)
}

// isFolded reports whether a text is its own key: printable ASCII, kana, common
// kanji and their punctuation. Nearly every text of a report is; asking the
// tables of the compatibility form took 40 % of reading one.
func isFolded(s string) bool {
	for _, r := range s {
		switch {
		case r > ' ' && r < 0x7f:
		case r >= 0x4e00 && r <= 0x9fff:
		case r >= 0x3041 && r <= 0x3096, r >= 0x30a1 && r <= 0x30fe:
		case r >= 0x3001 && r <= 0x3015:
		default:
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
