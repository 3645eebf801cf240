package grid

import (
	"cmp"
	"math"
	"slices"

	"gyokaku/extract"
)

// An arrow is horizontal up to this slope; schedules have no others.
const maxSlope = 0.1

// A bar is a horizontal line through the cells of a schedule: an arrow, or a
// rule that ends inside of cells.
type bar struct {
	y, x0, x1 float64
}

// bars are the horizontal ones of arrows, sorted by y.
func bars(arrows []extract.Arrow) []bar {
	var out []bar
	for _, a := range arrows {
		if finite(a.FromX, a.FromY, a.ToX, a.ToY) && math.Abs(a.ToY-a.FromY) <= maxSlope*math.Abs(a.ToX-a.FromX) {
			out = append(out, bar{(a.FromY + a.ToY) / 2, min(a.FromX, a.ToX), max(a.FromX, a.ToX)})
		}
	}
	slices.SortFunc(out, func(a, b bar) int { return cmp.Compare(a.y, b.y) })
	return out
}

// shafts are the lines of arrows, which must not divide the cells they cross.
type shafts []bar

func newShafts(arrows []extract.Arrow) shafts { return bars(arrows) }

// has reports whether r is drawn where an arrow is.
func (s shafts) has(r extract.Rule) bool {
	if len(s) == 0 || r.X1-r.X0 < r.Y1-r.Y0 {
		return false
	}
	y := (r.Y0 + r.Y1) / 2
	i, _ := slices.BinarySearchFunc(s, y-snapWidth, func(b bar, y float64) int { return cmp.Compare(b.y, y) })
	for ; i < len(s) && s[i].y <= y+snapWidth; i++ {
		if r.X0 >= s[i].x0-touchGap && r.X1 <= s[i].x1+touchGap {
			return true
		}
	}
	return false
}
