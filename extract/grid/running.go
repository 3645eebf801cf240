package grid

import (
	"math"
	"strings"
	"unicode"

	"gyokaku/extract"
)

const (
	// Text at the same place on this part of all pages is a running head.
	runningPart = 0.5
	// Lines this near on two pages are at the same place.
	runningNear = 3.0
	// Page numbers stand in this part of the page's height, above and below.
	marginPart = 0.12
	// runningDepth is how many lines from either end of a page can be running.
	runningDepth = 6
)

// running knows the lines that stand on most pages: headings and page numbers,
// which are no part of what goes on over a page break.
type running struct {
	pages  int
	seen   map[runningKey]int
	filled map[[2]float64]float64 // by size of page, how far down pages are filled
}

// A runningKey is a text with its numbers masked, and about where it stands.
type runningKey struct {
	text string
	x, y int
}

func newRunning(pages []extract.Page) *running {
	r := &running{seen: map[runningKey]int{}, filled: map[[2]float64]float64{}}
	for i := range pages {
		if !printed(&pages[i]) {
			continue
		}
		r.pages++
		seen := map[runningKey]bool{}
		for _, l := range outerLines(pages[i].Blocks) {
			if k := keyOf(l); !seen[k] {
				seen[k] = true
				r.seen[k]++
			}
		}
	}
	for i := range pages {
		if printed(&pages[i]) {
			r.fill(&pages[i])
		}
	}
	return r
}

// fill notes how far down p is filled, running feet aside.
func (r *running) fill(p *extract.Page) {
	size := [2]float64{p.Width, p.Height}
	for _, b := range p.Blocks {
		if b.Table != nil || !r.has(p, b.Line) {
			r.filled[size] = max(r.filled[size], boxOf(b)[3])
		}
	}
}

// bottom is how far down the pages as large as p are filled.
func (r *running) bottom(p *extract.Page) float64 {
	return r.filled[[2]float64{p.Width, p.Height}]
}

// outerLines are the first and last lines of a page.
func outerLines(blocks []extract.Block) []*extract.Line {
	var out []*extract.Line
	for i, b := range blocks {
		if b.Line != nil && (i < runningDepth || i >= len(blocks)-runningDepth) {
			out = append(out, b.Line)
		}
	}
	return out
}

func keyOf(l *extract.Line) runningKey {
	mask := func(r rune) rune {
		switch {
		case unicode.IsDigit(r):
			return '0'
		case unicode.IsSpace(r):
			return -1
		}
		return r
	}
	return runningKey{
		text: strings.Map(mask, l.Text),
		x:    int(math.Round(l.At.Box[0] / runningNear)),
		y:    int(math.Round(l.At.Box[1] / runningNear)),
	}
}

// has reports whether l, on page p, is a running head or foot or a page number.
func (r *running) has(p *extract.Page, l *extract.Line) bool {
	if n := r.seen[keyOf(l)]; n > 1 && float64(n) > runningPart*float64(r.pages) {
		return true
	}
	b := l.At.Box
	return pageNumber(l.Text) && (b[3] <= p.Height*marginPart || b[1] >= p.Height*(1-marginPart))
}

// pageNumber reports whether text is no more than a number: "- 12 -", "3/25",
// "12ページ", "P.4".
func pageNumber(text string) bool {
	text = strings.TrimRight(text, "ページ頁")
	digits := 0
	for _, r := range text {
		switch {
		case unicode.IsDigit(r):
			digits++
		case !strings.ContainsRune(" 　-－ー–—―‐/／.．pPｐＰ～~()（）", r):
			return false
		}
	}
	return digits > 0 && digits <= 2*len("9999")
}
