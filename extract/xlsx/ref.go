package xlsx

import (
	"strconv"
	"strings"
)

// The size of a sheet in every Excel since 2007.
const (
	maxRows    = 1 << 20
	maxColumns = 1 << 14
)

// A spot is a cell's position on its sheet, counted from 0.
type spot struct{ row, column int }

// A region is a rectangle of cells; both corners belong to it.
type region struct{ from, to spot }

// String gives the spot its name: "C12".
func (s spot) String() string {
	var name []byte
	for c := s.column + 1; c > 0; c = (c - 1) / 26 {
		name = append([]byte{byte('A' + (c-1)%26)}, name...)
	}
	return string(name) + strconv.Itoa(s.row+1)
}

// parseSpot reads "C12" or "$C$12".
func parseSpot(ref string) (spot, bool) {
	column, row, digits := 0, 0, false
	for _, c := range []byte(ref) {
		switch {
		case c == '$':
		case 'A' <= c && c <= 'Z' && !digits:
			column = column*26 + int(c-'A') + 1
		case 'a' <= c && c <= 'z' && !digits:
			column = column*26 + int(c-'a') + 1
		case '0' <= c && c <= '9':
			digits = true
			row = row*10 + int(c-'0')
		default:
			return spot{}, false
		}
		if row > maxRows || column > maxColumns {
			return spot{}, false
		}
	}
	return spot{row - 1, column - 1}, row > 0 && column > 0
}

// parseRegion reads "C12:E14"; the corners may come in any order.
func parseRegion(ref string) (region, bool) {
	a, b, two := strings.Cut(ref, ":")
	from, ok := parseSpot(a)
	if !ok || !two {
		return region{from, from}, ok
	}
	to, ok := parseSpot(b)
	return region{
		spot{min(from.row, to.row), min(from.column, to.column)},
		spot{max(from.row, to.row), max(from.column, to.column)},
	}, ok
}
