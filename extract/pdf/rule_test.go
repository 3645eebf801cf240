package pdf

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"gyokaku/extract"
)

// sorted are rules in steps of 0.01 points, from top to bottom.
func sorted(rules []extract.Rule) []extract.Rule {
	out := slices.Clone(rules)
	for i := range out {
		for _, v := range []*float64{&out[i].X0, &out[i].Y0, &out[i].X1, &out[i].Y1} {
			*v = math.Round(*v*100) / 100
		}
	}
	slices.SortFunc(out, func(a, b extract.Rule) int {
		return cmp.Or(cmp.Compare(a.Y0, b.Y0), cmp.Compare(a.X0, b.X0), cmp.Compare(a.X1, b.X1), cmp.Compare(a.Y1, b.Y1))
	})
	return out
}

func TestRules(t *testing.T) {
	// The outline of a box from (20, 10) to (120, 60) in points from the top,
	// drawn one point thick around these lines.
	box := []extract.Rule{
		{X0: 19.5, Y0: 10, X1: 20.5, Y1: 60}, {X0: 119.5, Y0: 10, X1: 120.5, Y1: 60},
		{X0: 20, Y0: 9.5, X1: 120, Y1: 10.5}, {X0: 20, Y0: 59.5, X1: 120, Y1: 60.5},
	}
	line := []extract.Rule{{X0: 20, Y0: 49.5, X1: 120, Y1: 50.5}}
	tests := []struct {
		name, content string
		want          []extract.Rule
	}{
		{"stroked rectangle", "1 w 20 40 100 50 re S", box},
		{"stroked path, closed by the operator", "1 w 20 40 m 120 40 l 120 90 l 20 90 l s", box},
		{"thin filled rectangles under a browser's matrix", ".25 0 0 -.25 0 100 cm 80 38 400 4 re f 80 238 400 4 re f 78 40 4 200 re f 478 40 4 200 re f", box},
		{"filled paths", "20 50.5 m 120 50.5 l 120 49.5 l 20 49.5 l h f", line},
		{"a stroke as wide as its scale says", "10 0 0 10 0 0 cm .1 w 2 5 m 12 5 l S", line},
		{"dashed", "1 w [3 2] 0 d 20 50 m 120 50 l S", []extract.Rule{{X0: 20, Y0: 49.5, X1: 120, Y1: 50.5, Dashed: true}}},
		{"solid by an empty pattern", "1 w [3 2] 0 d [] 0 d 20 50 m 120 50 l S", line},
		{"a bit askew", "1 w 20 50.1 m 120 49.9 l S", line},
		{"cut off by the clip", "q 0 0 120 100 re W n 1 w 20 50 m 180 50 l S Q", []extract.Rule{{X0: 20, Y0: 49.5, X1: 121, Y1: 50.5}}},
		{"white", "1 g 1 G 20 40 100 1 re f 0 0 0 0 k 20 40 100 1 re f 20 50 m 120 50 l S", nil},
		{"white ink in a colour space of the page", "/Ink cs 0 scn 20 40 100 1 re f", nil},
		{"only a clip", "20 40 100 1 re W n", nil},
		{"a background", "20 40 100 50 re f", nil},
		{"a strip of the colour below it", "1 1 0 rg 20 40 100 50 re f 1 1 0 rg 25 40 1 50 re f", nil},
		{"a strip of another colour", "1 1 0 rg 20 40 100 50 re f 1 0 0 rg 20 49.5 100 1 re f", line},
		{"a strip on what covers its colour", "1 1 0 rg 20 40 100 50 re f 1 g 20 40 100 50 re f 1 1 0 rg 20 49.5 100 1 re f", line},
		{"a strip that is longer than the area of its colour", "1 1 0 rg 20 40 50 50 re f 1 1 0 rg 20 49.5 100 1 re f", line},
		{"a slanted line", "20 40 m 120 90 l S", nil},
		{"a box struck out (斜線)", "1 w 20 40 100 50 re S 20 90 m 120 40 l S 20 40 m 120 90 l S", box},
		{"a box struck out by a thin filled area", "1 w 20 40 100 50 re S 20 90 m 21 90 l 120 40 l 119 40 l f", box},
		{"curves", "20 40 m 30 50 40 50 120 40 c S", nil},
		{"a transparent line", "/Clear gs 20 40 100 1 re f", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := newBuilder()
			b.page(b.helvetica()+" /ColorSpace << /Ink [/Separation /Black /DeviceCMYK 0] >> /ExtGState << /Clear << /ca 0 >> >>",
				tt.content+" 0 g BT /F1 10 Tf 20 95 Td (x) Tj ET")
			doc := blankOf(t, b)
			if got := sorted(doc.Rules); !slices.Equal(got, sorted(tt.want)) {
				t.Errorf("rules\n%v, want\n%v", got, sorted(tt.want))
			}
		})
	}
}

// blankOf reads the only page of a file that may have no text.
func blankOf(tb testing.TB, b *builder) extract.Page {
	tb.Helper()
	f, nodes, err := openPages(source{data: b.plain()}, 1)
	if err != nil {
		tb.Fatal(err)
	}
	w := worker{file: f, fonts: newCache(f, 1<<20), limit: limits{inflate: 1 << 20, glyphs: 1 << 20}}
	p, _, err := w.read(tb.Context(), nodes[0], 1)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

func TestArrows(t *testing.T) {
	right := extract.Arrow{FromX: 20, FromY: 50, ToX: 120, ToY: 50}
	left := extract.Arrow{FromX: 120, FromY: 50, ToX: 20, ToY: 50}
	down := extract.Arrow{FromX: 50, FromY: 10, ToX: 50, ToY: 90}
	tests := []struct {
		name, content string
		want          []extract.Arrow
		rules         int
	}{
		{"a line with a filled triangle", "1 w 20 50 m 114 50 l S 120 50 m 112 54 l 112 46 l h f", []extract.Arrow{right}, 0},
		{"the head drawn first, the line as a thin rectangle", "120 50 m 112 54 l 112 46 l f 20 49.6 95 .8 re f", []extract.Arrow{right}, 0},
		{"an open head of two strokes", "1 w 20 50 m 120 50 l S 112 54 m 120 50 l 112 46 l S", []extract.Arrow{right}, 0},
		{"a thick line", "4 w 20 50 m 108 50 l S 120 50 m 108 58 l 108 42 l h f", []extract.Arrow{right}, 0},
		{"to the left", "1 w 120 50 m 26 50 l S 20 50 m 28 54 l 28 46 l h f", []extract.Arrow{left}, 0},
		{"down", "1 w 50 90 m 50 16 l S 50 10 m 46 18 l 54 18 l h f", []extract.Arrow{down}, 0},
		{"a block arrow, filled and outlined", "20 54 m 100 54 l 100 60 l 120 50 l 100 40 l 100 46 l 20 46 l h B", []extract.Arrow{right}, 0},
		{"a home plate", "20 60 m 110 60 l 120 50 l 110 40 l 20 40 l h f", []extract.Arrow{right}, 0},
		{"a notched block arrow", "20 54 m 100 54 l 100 60 l 120 50 l 100 40 l 100 46 l 20 46 l 26 50 l h f", []extract.Arrow{right}, 0},
		{"a block arrow both ways", "20 50 m 32 60 l 32 55 l 108 55 l 108 60 l 120 50 l 108 40 l 108 45 l 32 45 l 32 40 l h f", []extract.Arrow{right}, 0},
		{"a chevron", "20 60 m 108 60 l 120 50 l 108 40 l 20 40 l 32 50 l h S", []extract.Arrow{right}, 0},
		{"an open head drawn as an outline", "1 w 20 50 m 114 50 l S 120 50 m 113.2 46.5 l 112.6 47.3 l 117 49.5 l 113 49.5 l 113 50.5 l 117 50.5 l 112.6 52.7 l 113.2 53.5 l h f", []extract.Arrow{right}, 0},
		{"a roof", "20 40 m 20 50 l 70 60 l 120 50 l 120 40 l h S", nil, 3},
		{"a triangle alone is a bullet", "120 50 m 112 54 l 112 46 l h f", nil, 0},
		{"a line alone is a rule", "1 w 20 50 m 114 50 l S", nil, 1},
		{"a triangle beside a line", "1 w 20 50 m 114 50 l S 120 80 m 112 84 l 112 76 l h f", nil, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := newBuilder()
			b.page("", tt.content)
			p := blankOf(t, b)
			if !slices.EqualFunc(p.Arrows, tt.want, sameArrow) {
				t.Errorf("arrows %v, want %v", p.Arrows, tt.want)
			}
			if len(p.Rules) != tt.rules {
				t.Errorf("%d rules %v, want %d", len(p.Rules), p.Rules, tt.rules)
			}
		})
	}
}

func sameArrow(a, b extract.Arrow) bool {
	return math.Abs(a.FromX-b.FromX)+math.Abs(a.FromY-b.FromY)+math.Abs(a.ToX-b.ToX)+math.Abs(a.ToY-b.ToY) < 0.5
}

func TestKinds(t *testing.T) {
	const text = " BT /F1 10 Tf 20 50 Td (A) Tj ET"
	const picture = "q 200 0 0 100 0 0 cm /Im Do Q"
	outlines := ""
	for i := range 40 {
		outlines += fmt.Sprintf("%d 50 m %d 60 %d 60 %d 50 c f ", i*4, i*4, i*4+3, i*4+3)
	}
	tests := []struct {
		name, content string
		want          extract.PageKind
		count         extract.Counts
	}{
		{"text", text, extract.PageDigital, extract.Counts{Glyphs: 1}},
		{"text and a small picture", text + " q 20 0 0 20 0 0 cm /Im Do Q", extract.PageDigital, extract.Counts{Glyphs: 1, Images: 1}},
		{"a scan", picture, extract.PageScan, extract.Counts{Images: 1}},
		{"a scan in strips", "q 200 0 0 50 0 0 cm /Im Do Q q 200 0 0 50 0 50 cm /Im Do Q", extract.PageScan, extract.Counts{Images: 2}},
		{"a scan with its text", picture + " 3 Tr" + text, extract.PageScanText, extract.Counts{Glyphs: 1, Images: 1}},
		{"text on a picture", picture + text, extract.PageMixed, extract.Counts{Glyphs: 1, Images: 1}},
		{"outlines", outlines, extract.PageOutlined, extract.Counts{}},
		{"lines only", "20 50 m 120 50 l S", extract.PageBlank, extract.Counts{Rules: 1}},
		{"nothing", "", extract.PageBlank, extract.Counts{}},
		{"text without meaning", "BT /F2 10 Tf 20 50 Td (gg) Tj ET", extract.PageDamaged, extract.Counts{Glyphs: 2, Unmapped: 2}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := newBuilder()
			font := strings.TrimSuffix(b.helvetica(), ">>")
			font += fmt.Sprintf("/F2 %d 0 R >>", b.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [103 /G7] >> >>"))
			im := b.stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode", "x")
			b.page(fmt.Sprintf("%s /XObject << /Im %d 0 R >>", font, im), tt.content)
			if p := blankOf(t, b); p.Kind != tt.want || p.Count != tt.count {
				t.Errorf("kind %q with %+v, want %q with %+v", p.Kind, p.Count, tt.want, tt.count)
			}
		})
	}
}
