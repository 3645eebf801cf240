package pdf

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/japanese"

	"gyokaku/extract"
	"gyokaku/model"
)

// show draws one string of 10 points at (20, 50) from the bottom left.
const show = "BT /F1 10 Tf 20 50 Td %s Tj ET"

func sjis(tb testing.TB, s string) string {
	tb.Helper()
	out, err := japanese.ShiftJIS.NewEncoder().String(s)
	if err != nil {
		tb.Fatal(err)
	}
	return fmt.Sprintf("<%x>", out)
}

func TestFonts(t *testing.T) {
	tests := []struct {
		name string
		font func(b *builder) string
		code string
		want string
		x1   float64 // where the word ends
	}{
		{"ToUnicode of an Identity-H font", func(b *builder) string {
			return b.cid("/Encoding /Identity-H "+b.toUnicode("1 beginbfrange <0005> <0006> <9806> endbfrange 1 beginbfchar <0009> <8abf> endbfchar"), "/DW 1000 /W [9 [500]]")
		}, "<00050009>", "順調", 35},
		{"bfrange with an array, and a surrogate pair", func(b *builder) string {
			return b.cid("/Encoding /Identity-H "+b.toUnicode("1 beginbfrange <0001> <0002> [<D842DFB7> <00660069>] endbfrange"), "")
		}, "<00010002>", "𠮷fi", 40},
		{"90ms-RKSJ: half-width Latin letters", func(b *builder) string {
			return b.cid("/Encoding /90ms-RKSJ-H", japan1Info) // without /W: half width all the same
		}, sjis(t, "令和6年ｱ～実"), "令和6年ｱ〜実", 80},
		{"90msp-RKSJ: proportional Latin letters", func(b *builder) string {
			return b.cid("/Encoding /90msp-RKSJ-H", japan1Info+" /W [1 [250 333 408 500 500] 23 [600]]")
		}, sjis(t, "改革6"), "改革6", 46},
		{"EUC-H", func(b *builder) string { return b.cid("/Encoding /EUC-H", japan1Info+" /W [327 389 500]") }, "<c3e5bcea8eb1>", "着手ｱ", 45},
		{"H", func(b *builder) string { return b.cid("/Encoding /H", japan1Info) }, "<43653c6a>", "着手", 40},
		{"UniJIS-UTF16-H", func(b *builder) string { return b.cid("/Encoding /UniJIS-UTF16-H", japan1Info) }, "<9806d842dfb7>", "順𠮷", 40},
		{"Identity-H without ToUnicode, by Adobe-Japan1", func(b *builder) string {
			return b.cid("/Encoding /Identity-H", japan1Info)
		}, fmt.Sprintf("<%04x%04x%04x>", 1125, 843, 231+'A'-' '), "亜あA", 45},
		{"an embedded CMap over a predefined one", func(b *builder) string {
			m := b.deflated("/UseCMap /90ms-RKSJ-H", "begincmap 1 begincodespacerange <00> <7f> endcodespacerange 1 begincidchar <41> 1125 endcidchar endcmap")
			return b.cid(fmt.Sprintf("/Encoding %d 0 R", m), japan1Info)
		}, "<418f87>", "亜順", 40},
		{"unmapped glyphs among others", func(b *builder) string {
			return b.cid("/Encoding /Identity-H "+b.toUnicode("1 beginbfchar <0001> <9806> endbfchar"), "")
		}, "<00010002>", "順\uFFFD", 40},
		{"Type 3 with its own units, and ToUnicode beside Differences", func(b *builder) string {
			u := b.toUnicode("1 beginbfchar <01> <5b9f> endbfchar")
			g := b.stream("", "1000 0 d0")
			n := b.add(fmt.Sprintf("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 2048 2048] /FontMatrix [.00048828125 0 0 .00048828125 0 0] /FirstChar 1 /LastChar 1 /Widths [2048] /CharProcs << /g1 %d 0 R >> /Encoding << /Differences [1 /g1] >> %s >>", g, u))
			return fmt.Sprintf("/Font << /F1 %d 0 R >>", n)
		}, "<01>", "実", 30},
		{"WinAnsi with Differences by glyph names", func(b *builder) string {
			n := b.add("<< /Type /Font /Subtype /TrueType /BaseFont /X /FirstChar 65 /Widths [500 500 500 500] /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [66 /uni2460 /f_i /u2012] >> >>")
			return fmt.Sprintf("/Font << /F1 %d 0 R >>", n)
		}, "(ABCD)", "A①fi‒", 40},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := newBuilder()
			b.page(tt.font(b), fmt.Sprintf(show, tt.code))
			p := pageOf(t, b)
			if got := texts(p); !slices.Equal(got, []string{tt.want}) {
				t.Fatalf("words %q, want %q", got, tt.want)
			}
			w := p.Words[0]
			want := model.Box{20, 41.2, tt.x1, 51.2}
			if !closeTo(w.Box, want) || w.Baseline != 50 || w.Size != 10 {
				t.Errorf("box %v baseline %v size %v, want %v 50 10", w.Box, w.Baseline, w.Size, want)
			}
		})
	}
}

func closeTo(a, b model.Box) bool {
	for i := range a {
		if math.Abs(a[i]-b[i]) > 0.01 {
			return false
		}
	}
	return true
}

func TestContent(t *testing.T) {
	tests := []struct {
		name, content string
		want          []string
	}{
		{"runs break at gaps", "BT /F1 10 Tf 20 50 Td [(Plan) -100 (ned)] TJ 60 0 Td (next) Tj ET", []string{"Planned", "next"}},
		{"a gap between words that was not printed", "BT /F1 10 Tf 20 50 Td [(no) -300 (space)] TJ ET", []string{"no space"}},
		{"letter spacing is no gap", "BT /F1 10 Tf 8 Tc 20 50 Td (AB) Tj ET", []string{"AB"}},
		{"Tz, TL, T* and quotes", "BT /F1 10 Tf 50 Tz 12 TL 20 80 Td (a) Tj T* (b) Tj (c) ' 1 2 (d) \" ET", []string{"a", "b", "c", "d"}},
		{"Q without q", "Q Q BT /F1 10 Tf 20 50 Td (A) Tj ET", []string{"A"}},
		{"strings with escapes", `BT /F1 10 Tf 20 50 Td (a\(b\)\101\
c\z(d)) Tj ET`, []string{"a(b)Acz(d)"}},
		{"odd hexadecimal digits", "BT /F1 10 Tf 20 50 Td <41 4> Tj ET", []string{"A@"}},
		{"stray delimiters", "> ) } BT /F1 10 Tf 20 50 Td (A) Tj ] ET", []string{"A"}},
		{"an array that is not closed", "BT /F1 10 Tf 20 50 Td [(A) TJ ET", []string{"A"}},
		{"inline image with a false end", "q BI /W 2 /H 2 /BPC 8 ID \x00 EI\x01(\xff EI Q BT /F1 10 Tf 20 50 Td (A) Tj ET", []string{"A"}},
		{"invisible and outside", "BT /F1 10 Tf 3 Tr 20 50 Td (A) Tj 0 Tr 500 0 Td (B) Tj ET", []string{"A"}},
		{"ActualText inline", "/Span << /ActualText <FEFF9AD8> >> BDC BT /F1 10 Tf 20 50 Td (x) Tj ET EMC", []string{"高"}},
		{"ActualText of another length", "/Span << /ActualText (abc) >> BDC BT /F1 10 Tf 20 50 Td (xy) Tj ET EMC BT /F1 10 Tf 80 50 Td (z) Tj ET", []string{"abc", "z"}},
		{"ActualText by name", "/Span /P1 BDC BT /F1 10 Tf 20 50 Td (x) Tj ET EMC", []string{"named"}},
		{"glyphs drawn twice", "BT /F1 10 Tf 20 50 Td (AA) Tj 0.3 0 Td (AA) Tj ET", []string{"AA"}},
		{"each glyph drawn twice", "BT /F1 10 Tf 20 50 Td (A) Tj 0.3 0 Td (A) Tj 6.7 0 Td (B) Tj 0.3 0 Td (B) Tj ET", []string{"AB"}},
		{"a syllable drawn twice", "BT /F1 10 Tf 20 50 Td (Hel) Tj 0.3 0 Td (Hello) Tj ET", []string{"Hello"}},
		{"the same letter twice is no double", "BT /F1 10 Tf 20 50 Td (ll) Tj ET", []string{"ll"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := newBuilder()
			b.page(b.helvetica()+" /Properties << /P1 << /ActualText (named) >> >>", tt.content)
			if got := texts(pageOf(t, b)); !slices.Equal(got, tt.want) {
				t.Errorf("words %q, want %q", got, tt.want)
			}
		})
	}
}

// TestForms draws a form in a form that draws itself, moved by matrices, and
// with a font that only the page knows.
func TestForms(t *testing.T) {
	b := newBuilder()
	font := b.helvetica()
	inner := b.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Matrix [1 0 0 1 10 0] /Resources << /XObject << /Me %d 0 R >> >>", len(b.objects)+1),
		"BT /F1 10 Tf 0 0 Td (in) Tj ET /Me Do")
	outer := b.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << %s /XObject << /In %d 0 R >> >>", font, inner),
		"q 1 0 0 1 0 50 cm /In Do Q BT /F1 10 Tf 0 20 Td (out) Tj ET")
	b.page(fmt.Sprintf("/XObject << /Fm %d 0 R >>", outer), "q 1 0 0 1 5 0 cm /Fm Do Q")
	p := pageOf(t, b)
	if got := texts(p); !slices.Equal(got, []string{"in", "out"}) {
		t.Fatalf("words %q", got)
	}
	if x := p.Words[0].Box[0]; x != 15 || p.Words[0].Baseline != 50 {
		t.Errorf("in at %v, %v, want 15, 50", x, p.Words[0].Baseline)
	}
}

// TestAnnotations has a filled-in field, a state of a check box, and a hidden
// note.
func TestAnnotations(t *testing.T) {
	b := newBuilder()
	font := b.helvetica()
	form := func(text string) int {
		return b.stream("/Subtype /Form /BBox [0 0 50 10] /Resources << "+font+" >>", "BT /F1 10 Tf 0 0 Td ("+text+") Tj ET")
	}
	field, on, off, note := form("field"), form("on"), form("off"), form("note")
	b.pageWith(fmt.Sprintf(`/MediaBox [0 0 200 100] /Annots [
		<< /Subtype /Widget /Rect [100 50 200 70] /AP << /N %d 0 R >> >>
		<< /Subtype /Widget /Rect [0 0 50 10] /AS /On /AP << /N << /On %d 0 R /Off %d 0 R >> >> >>
		<< /Subtype /Text /Rect [0 0 50 10] /F 2 /AP << /N %d 0 R >> >> << /Subtype /Link /Rect [0 0 9 9] >> ]`, field, on, off, note),
		font, "q .1 0 0 .1 0 0 cm BT /F1 100 Tf 200 500 Td (page) Tj ET")
	p := pageOf(t, b)
	if got := texts(p); !slices.Equal(got, []string{"page", "field", "on"}) {
		t.Fatalf("words %q", got)
	}
	if w := p.Words[1]; w.Box[0] != 100 || w.Baseline != 50 || w.Size != 20 {
		t.Errorf("field at %v, baseline %v, size %v", w.Box, w.Baseline, w.Size)
	}
}

// TestClippedAway has one line in the clip of a cell, one that the clip cuts,
// and one that is drawn past it, as the part of a cell's text on another page.
func TestClippedAway(t *testing.T) {
	b := newBuilder()
	b.page(b.helvetica(), "q 10 40 50 20 re W n BT /F1 10 Tf 10 50 Td (in) Tj 0 -14 Td (cut) Tj 0 -14 Td (out) Tj ET Q")
	p := pageOf(t, b)
	if got := texts(p); !slices.Equal(got, []string{"in", "cut", "out"}) {
		t.Fatalf("words %q", got)
	}
	for i, want := range []bool{false, false, true} {
		if w := p.Words[i]; w.Hidden != want {
			t.Errorf("%q is hidden: %v", w.Text, w.Hidden)
		}
	}
	if p.Kind != extract.PageDigital {
		t.Errorf("the page is %s", p.Kind)
	}
}

// TestContentsArray cuts the content between two operators, without a space.
func TestContentsArray(t *testing.T) {
	b := newBuilder()
	font := b.helvetica()
	one := b.deflated("", "1 0 0 1 0 0 cm")
	two := b.stream("", "BT /F1 10 Tf 20 50 Td (A) Tj ET")
	b.pages = append(b.pages, b.add(fmt.Sprintf("<< /Type /Page /MediaBox [0 0 200 100] /Resources << %s >> /Contents [%d 0 R %d 0 R] >>", font, one, two)))
	if got := texts(pageOf(t, b)); !slices.Equal(got, []string{"A"}) {
		t.Errorf("words %q", got)
	}
}

func TestVertical(t *testing.T) {
	b := newBuilder()
	b.page(b.cid("/Encoding /UniJIS-UTF16-V", japan1Info+" /W2 [1 [-500 500 880]]"), "BT /F1 10 Tf 100 90 Td <9806 8abf 0020> Tj ET")
	p := pageOf(t, b)
	if len(p.Words) != 1 || p.Words[0].Text != "順調 " || !p.Words[0].Vertical || p.Words[0].Baseline != 100 {
		t.Fatalf("words %+v", p.Words)
	}
	if want := (model.Box{95, 10, 105, 35}); !closeTo(p.Words[0].Box, want) {
		t.Errorf("box %v, want %v", p.Words[0].Box, want)
	}
	if want := (model.Box{95, 20, 105, 30}); !closeTo(p.Words[0].Glyphs[1].Box, want) {
		t.Errorf("second glyph %v, want %v", p.Words[0].Glyphs[1].Box, want)
	}
}

// TestSlanted draws lines at odd angles: a stamp, a line of a scan that lies a
// bit askew, and one downwards.
func TestSlanted(t *testing.T) {
	for _, angle := range []float64{30, 0.5, -60, 179, 100} {
		sin, cos := math.Sincos(angle * math.Pi / 180)
		b := newBuilder()
		b.page(b.helvetica(), fmt.Sprintf("BT /F1 4 Tf %f %f %f %f 100 50 Tm (not for publication, all of it) Tj ET", cos, sin, -sin, cos))
		p := pageOf(t, b)
		if got := texts(p); !slices.Equal(got, []string{"not for publication, all of it"}) {
			t.Fatalf("%v°: words %q", angle, got)
		}
		w := p.Words[0]
		middle := (w.Box[1] + w.Box[3]) / 2
		if w.Vertical {
			middle = (w.Box[0] + w.Box[2]) / 2
		}
		if w.Vertical != (math.Abs(sin) > math.Abs(cos)) || math.Abs(w.Baseline-middle) > w.Size {
			t.Errorf("%v°: vertical %v, baseline %v, box %v", angle, w.Vertical, w.Baseline, w.Box)
		}
	}
}

// TestView turns and crops the page; the word is printed upright as seen, with
// its baseline beginning 20 points from the left and 40 from the top.
func TestView(t *testing.T) {
	tests := []struct {
		name, page, matrix string
		width, height      float64
	}{
		{"upright", "/MediaBox [0 0 200 100]", "1 0 0 1 20 60", 200, 100},
		{"turned right", "/MediaBox [0 0 100 200] /Rotate 90", "0 1 -1 0 40 20", 200, 100},
		{"upside down", "/MediaBox [0 0 200 100] /Rotate 180", "-1 0 0 -1 180 40", 200, 100},
		{"turned left", "/MediaBox [0 0 100 200] /Rotate -90", "0 -1 1 0 60 180", 200, 100},
		{"cropped", "/MediaBox [0 0 300 300] /CropBox [50 60 250 160]", "1 0 0 1 70 120", 200, 100},
		{"in units of two points", "/MediaBox [0 0 100 50] /UserUnit 2", ".5 0 0 .5 10 30", 200, 100},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := newBuilder()
			b.pageWith(tt.page, b.helvetica(), "BT /F1 10 Tf "+tt.matrix+" Tm (AB) Tj ET")
			p := pageOf(t, b)
			if p.Width != tt.width || p.Height != tt.height || len(p.Words) != 1 {
				t.Fatalf("%v × %v with %q", p.Width, p.Height, texts(p))
			}
			w := p.Words[0]
			if want := (model.Box{20, 31.2, 33.34, 41.2}); !closeTo(w.Box, want) || math.Abs(w.Baseline-40) > 1e-9 || w.Vertical {
				t.Errorf("box %v baseline %v, want %v 40", w.Box, w.Baseline, want)
			}
		})
	}
}

// TestGlyphs checks that a word is the sum of its glyphs.
func TestGlyphs(t *testing.T) {
	b := newBuilder()
	b.page(b.helvetica(), "BT /F1 10 Tf 20 50 Td (AB C) Tj ET")
	w := pageOf(t, b).Words[0]
	checkWord(t, &w)
	if len(w.Glyphs) != 4 || !closeTo(w.Glyphs[1].Box, model.Box{26.67, 41.2, 33.34, 51.2}) {
		t.Errorf("glyphs %+v", w.Glyphs)
	}
}

// checkWord fails if the text or box of w is not that of its glyphs, or a box
// is not a finite rectangle.
func checkWord(tb testing.TB, w *extract.Word) {
	tb.Helper()
	var text strings.Builder
	box := w.Glyphs[0].Box
	for _, g := range w.Glyphs {
		text.WriteString(g.Text)
		box = box.Union(g.Box)
		for _, v := range g.Box {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				tb.Fatalf("box %v of %q", g.Box, g.Text)
			}
		}
		if g.Box[0] > g.Box[2] || g.Box[1] > g.Box[3] {
			tb.Fatalf("box %v of %q is inside out", g.Box, g.Text)
		}
	}
	if text.String() != w.Text || box != w.Box {
		tb.Fatalf("word %q %v has glyphs %q %v", w.Text, w.Box, text.String(), box)
	}
}

func TestRuneText(t *testing.T) {
	for r := rune(-1); r <= 0x10ffff; r++ {
		if got, want := runeText(r), safeText([]rune{r}); got != want {
			t.Fatalf("runeText(%#x) = %q, want %q", r, got, want)
		}
	}
}

// TestStandardWidths sets the same word in fonts without widths.
func TestStandardWidths(t *testing.T) {
	for font, want := range map[string]float64{
		"Helvetica": 2.279, "Helvetica-BoldOblique": 2.445, "Times-Roman": 2.111, "Times-BoldItalic": 2.334, "Courier-Bold": 3, "Mincho": 2.279,
	} {
		b := newBuilder()
		n := b.add("<< /Type /Font /Subtype /Type1 /BaseFont /" + font + " /Encoding /WinAnsiEncoding >>")
		b.page(fmt.Sprintf("/Font << /F1 %d 0 R >>", n), "BT /F1 10 Tf 20 50 Td (Plan!) Tj ET")
		w := pageOf(t, b).Words[0]
		if got := (w.Box[2] - w.Box[0]) / 10; math.Abs(got-want) > 0.001 {
			t.Errorf("%s: %.3f em, want %.3f", font, got, want)
		}
	}
}
