package model

import (
	"fmt"
	"strings"
)

// A Place is a position in a source document. Parts that do not apply are zero:
// a page has Page and Box, a workbook Sheet and Cell, a text Line and Column.
type Place struct {
	Page   int    `json:"page,omitempty"`   // counted from 1
	Box    *Box   `json:"box,omitempty"`    // on that page
	Sheet  string `json:"sheet,omitempty"`  // name of the sheet
	Cell   string `json:"cell,omitempty"`   // such as "C12"; the top left one of a merge
	Line   int    `json:"line,omitempty"`   // counted from 1
	Column int    `json:"column,omitempty"` // character in that line, counted from 1
}

// A Box is a rectangle [x0, y0, x1, y1] in PDF points (1/72 inch), right of and
// below the top left corner of the page as seen (after rotation and crop).
type Box [4]float64

// IsZero reports whether p says nothing.
func (p Place) IsZero() bool { return p == Place{} }

// String gives the place as an error line names it: "p3 [72.0,90.5 …]",
// "1-①!C12" or "12行5字".
func (p Place) String() string {
	var parts []string
	if p.Page > 0 {
		parts = append(parts, fmt.Sprintf("p%d", p.Page))
	}
	if p.Box != nil {
		parts = append(parts, fmt.Sprintf("[%.1f,%.1f,%.1f,%.1f]", p.Box[0], p.Box[1], p.Box[2], p.Box[3]))
	}
	if p.Sheet != "" || p.Cell != "" {
		parts = append(parts, strings.TrimSuffix(p.Sheet+"!"+p.Cell, "!"))
	}
	if p.Line > 0 {
		parts = append(parts, fmt.Sprintf("L%d:%d", p.Line, p.Column))
	}
	return strings.Join(parts, " ")
}

// Union is the smallest box around both.
func (b Box) Union(c Box) Box {
	return Box{min(b[0], c[0]), min(b[1], c[1]), max(b[2], c[2]), max(b[3], c[3])}
}
