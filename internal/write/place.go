package write

import (
	"fmt"
	"math"
	"strings"

	"gyokaku/model"
)

// placeText says where p is, as an officer looks it up: 「3ページ (448, 498)」
// with the distance in points from the left and the top of the page, or
// 「シート 1-① C12」, or 「12行 5字」.
func placeText(p model.Place) string {
	var parts []string
	if p.Page > 0 {
		parts = append(parts, fmt.Sprintf("%dページ", p.Page))
	}
	if p.Box != nil {
		parts = append(parts, fmt.Sprintf("(%.0f, %.0f)", math.Floor(p.Box[0]), math.Floor(p.Box[1])))
	}
	if p.Sheet != "" {
		parts = append(parts, "シート "+p.Sheet)
	}
	if p.Cell != "" {
		parts = append(parts, p.Cell)
	}
	if p.Line > 0 {
		parts = append(parts, fmt.Sprintf("%d行", p.Line))
	}
	if p.Column > 0 {
		parts = append(parts, fmt.Sprintf("%d字", p.Column))
	}
	return strings.Join(parts, " ")
}
