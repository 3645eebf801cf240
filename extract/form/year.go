package form

import (
	"strconv"
	"strings"

	"gyokaku/extract"
)

var (
	westernYear = pattern(`^\(?((?:19|20)\d\d)(?:年度?|FY)?\)?$`)
	eraYear     = pattern(`^(令和|平成|R|H)\.?(元|\d{1,2})(?:年度?)?(?:\(((?:19|20)\d\d)(?:年度?)?\))?$`)
	bareYear    = pattern(`^(\d{1,2})(?:年度?)?$`)
	anyYear     = pattern(`((?:19|20)\d\d)年度|(令和|平成|R|H)(元|\d{1,2})年度`)
)

// maxYear is the longest year heading in bytes: 令和 ６ 年 度 （２０２４年度）.
const maxYear = 60

func isYearNumber(r rune) bool {
	return r >= '0' && r <= '9' || r >= '０' && r <= '９' || r == '元'
}

// eraStart is the year before the first of each era.
var eraStart = map[string]int{"令和": 2018, "R": 2018, "平成": 1988, "H": 1988}

// yearOf reads a year heading. A bare number such as 6 is its own value; the
// row it stands in decides what it counts.
func yearOf(text string) (year int, bare, ok bool) {
	if len(text) > maxYear || !strings.ContainsFunc(text, isYearNumber) {
		return 0, false, false
	}
	key := fold(text)
	if m := westernYear().FindStringSubmatch(key); m != nil {
		year, _ = strconv.Atoi(m[1])
		return year, false, true
	}
	if m := eraYear().FindStringSubmatch(key); m != nil {
		return eraStart[m[1]] + eraNumber(m[2]), false, true
	}
	if m := bareYear().FindStringSubmatch(key); m != nil {
		year, _ = strconv.Atoi(m[1])
		return year, true, true
	}
	return 0, false, false
}

func eraNumber(s string) int {
	if s == "元" {
		return 1
	}
	n, _ := strconv.Atoi(s)
	return n
}

// yearIn is the first fiscal year named in a folded text, as a western year in
// digits, or "".
func yearIn(key string) string {
	m := anyYear().FindStringSubmatch(key)
	if m == nil {
		return ""
	}
	if m[1] != "" {
		return m[1]
	}
	return strconv.Itoa(eraStart[m[2]] + eraNumber(m[3]))
}

// A yearColumn is one year heading of a schedule.
type yearColumn struct {
	year   int
	column int     // in its table
	span   int     // columns it covers
	x0, x1 float64 // in points; equal where columns have no geometry
	cell   *extract.Cell
}

// yearColumns are the year headings above a schedule.
type yearColumns struct {
	list  []yearColumn
	table *extract.Table
}

// minYears is the least number of headings that make a schedule.
const minYears = 2

// yearsOf finds the year headings of a row: at least two cells that count up by
// one. The other cells of the row are returned to be read.
func yearsOf(r row) (yearColumns, []*extract.Cell, bool) {
	var years yearColumns
	var rest []*extract.Cell
	for _, c := range r.cells {
		y, bare, ok := yearOf(c.Text)
		if !ok || (bare && len(years.list) == 0) || !follows(years.list, y, bare) {
			rest = append(rest, c)
			continue
		}
		if bare {
			y = years.list[len(years.list)-1].year + 1
		}
		x0, x1 := extentOf(r.table, c)
		years.list = append(years.list, yearColumn{y, c.Column, c.ColumnSpan, x0, x1, c})
	}
	years.table = r.table
	return years, rest, len(years.list) >= minYears
}

// follows reports whether y continues the headings; a bare number counts in the
// era of the heading before it (令和6年度, 7, 8), so only its presence is checked.
func follows(list []yearColumn, y int, bare bool) bool {
	return len(list) == 0 || bare || y == list[len(list)-1].year+1
}

// extentOf is the x range of a cell, (0, 0) where columns have no geometry.
func extentOf(t *extract.Table, c *extract.Cell) (x0, x1 float64) {
	last := c.Column + max(1, c.ColumnSpan)
	if t == nil || last >= len(t.ColumnX) {
		return 0, 0
	}
	return t.ColumnX[c.Column], t.ColumnX[last]
}
