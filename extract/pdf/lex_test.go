package pdf

import (
	"fmt"
	"slices"
	"testing"
)

func TestLexer(t *testing.T) {
	tests := []struct {
		in   string
		want []string
	}{
		{"12 -3.5 +.25 4. 0", []string{"n12", "n-3.5", "n0.25", "n4", "n0"}},
		{"--5 -5 0.00-35 1e2 6.02E1 .", []string{"n0", "n-5", "n0", "n100", "n60.2", "n0"}},
		{"123456789012345678901", []string{"kn123456789012345678901"}[:0]},
		{"/Name/A#42 /", []string{"/Name", "/AB", "/"}},
		{"(a(b)c)(\\101\\7)(\\\r\nx)", []string{"(a(b)c", "(A\a", "(x"}},
		{"(never closed", []string{"(never closed"}},
		{"<48656C6c6F><4>< 4 1 zz>", []string{"(Hello", "(@", "(A"}},
		{"[<</K true>>]", []string{"[", "<<", "/K", "ktrue", ">>", "]"}},
		{"% comment\nq%x\rQ", []string{"kq", "kQ"}},
		{"T* f* ' \" 0g", []string{"kT*", "kf*", "k'", "k\"", "k0g"}},
		{") } > q", []string{"kq"}},
	}
	for _, tt := range tests {
		if got := tokens(tt.in); len(tt.want) > 0 && !slices.Equal(got, tt.want) {
			t.Errorf("tokens of %q: %q, want %q", tt.in, got, tt.want)
		}
	}
}

func tokens(in string) (out []string) {
	l := lexer{data: []byte(in)}
	for {
		switch l.next() {
		case tokEOF:
			return out
		case tokNumber:
			out = append(out, fmt.Sprintf("n%v", l.num))
		case tokString:
			out = append(out, "("+string(l.text))
		case tokName:
			out = append(out, "/"+string(l.text))
		case tokKeyword:
			out = append(out, "k"+string(l.text))
		case tokArray:
			out = append(out, "[")
		case tokArrayEnd:
			out = append(out, "]")
		case tokDict:
			out = append(out, "<<")
		case tokDictEnd:
			out = append(out, ">>")
		}
	}
}

// TestObjectRoundTrip checks that what appendObject writes reads the same.
func TestObjectRoundTrip(t *testing.T) {
	for _, in := range []string{
		"<< /A 1 /B [1 2 R 3 0 R (x\\)) /N#20m -2.5 null true] /C << /D <00ff> >> >>",
		"[ 1 0 R 2 0 R ]", "<< /Kids [5 0 R", "<< /A /B >> junk", "[1 [2 [3]]]", "<< /A >>",
	} {
		l := lexer{data: []byte(in)}
		v, _ := l.object(0)
		once := fmt.Sprint(v)
		l = lexer{data: appendObject(nil, v)}
		again, _ := l.object(0)
		if got := fmt.Sprint(again); got != once {
			t.Errorf("%s reads %s, and after writing %s", in, once, got)
		}
	}
}

// FuzzContent runs any bytes as the content of a page. Every word must be the
// sum of its glyphs, every box finite, and the glyphs those that were counted.
func FuzzContent(f *testing.F) {
	for _, s := range []string{
		"BT /F1 10 Tf 20 50 Td (Hello) Tj [(a) -300 (b)] TJ T* (c) ' 1 2 (d) \" ET",
		"q 1 0 0 1 5 5 cm /Fm Do Q 20 40 100 1 re f 1 w 20 50 m 120 50 l S",
		"/Span << /ActualText (abc) >> BDC BT /F2 10 Tf 20 50 Td <00010002> Tj ET EMC",
		"BI /W 2 ID xx EI 120 50 m 112 54 l 112 46 l h f [3 2] 0 d /Clear gs 1e9 0 0 1e9 0 0 cm",
		"BT /F2 1e-9 Tf -1 Tz 99999999999999 0 0 1 0 0 Tm <0001> Tj 3 Tr 0 Tz (x) Tj ET",
	} {
		f.Add([]byte(s))
	}
	b := newBuilder()
	font := b.helvetica()
	wide := b.cid("/Encoding /Identity-V "+b.toUnicode("1 beginbfrange <0001> <00ff> <3042> endbfrange"), "/W2 [1 [-500 0 880]]")
	form := b.stream("/Subtype /Form /Matrix [.5 0 0 .5 0 0]", "BT /F1 10 Tf 0 0 Td (in) Tj ET /Fm Do")
	b.page(fmt.Sprintf("%s /F2 %s /XObject << /Fm %d 0 R >>", font[:len(font)-2], wide[len("/Font << /F1 "):], form), "")
	file, nodes, err := openPages(source{data: b.plain()}, 1)
	if err != nil {
		f.Fatal(err)
	}
	fonts := newCache(file, 1<<20)
	f.Fuzz(func(t *testing.T, content []byte) {
		w := worker{file: file, fonts: fonts, limit: limits{inflate: 1 << 20, glyphs: 10_000}}
		w.begin(t.Context(), nodes[0])
		w.in.run(content)
		p, _ := w.end()
		glyphs := 0
		for i := range p.Words {
			checkWord(t, &p.Words[i])
			glyphs += len(p.Words[i].Glyphs)
		}
		if got := w.in.out.writer.count; got != glyphs {
			t.Errorf("%d glyphs in words, %d counted", glyphs, got)
		}
		for _, r := range p.Rules {
			if !(r.X0 <= r.X1 && r.Y0 <= r.Y1) {
				t.Errorf("rule %+v", r)
			}
		}
	})
}
