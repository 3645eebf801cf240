package docx

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// lvl is a level of a list.
func lvl(i int, format, text, more string) string {
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/>%s</w:lvl>`, i, format, text, more)
}

// item is a paragraph of a list.
func item(num string, i int, text string) string {
	return p(fmt.Sprintf(`<w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%s"/></w:numPr></w:pPr>`, i, num) + r(text))
}

func styled(style, text string) string {
	return p(`<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + r(text))
}

func TestNumbering(t *testing.T) {
	numbering := `<w:numbering ` + namespaces + `>` +
		`<w:abstractNum w:abstractNumId="0">` + lvl(0, "decimalFullWidth", "第%1", "") + lvl(1, "decimalEnclosedCircle", "%1-%2", `<w:suff w:val="nothing"/>`) + lvl(2, "aiueoFullWidth", "(%3)", "") + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="1">` + lvl(0, "japaneseCounting", "%1", `<w:pStyle w:val="h1"/>`) + lvl(1, "decimal", "%1.%2", `<w:isLgl/><w:pStyle w:val="h2"/>`) + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="2">` + lvl(0, "bullet", "&#xF06C;", `<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>`) + lvl(1, "bullet", "・", "") + lvl(2, "bullet", "&#xF001;", "") + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="list"/></w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="4"><w:styleLink w:val="list"/>` + lvl(0, "decimal", "(%1)", "") + lvl(1, "lowerLetter", "%2)", `<w:lvlRestart w:val="0"/>`) + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="5">` + lvl(0, "hebrew1", "%1", "") + `</w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>` +
		`<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="4"/></w:num>` +
		`<w:num w:numId="6"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>` +
		`<w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num>` +
		`</w:numbering>`
	styles := `<w:styles ` + namespaces + `>` +
		`<w:style w:type="paragraph" w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="h2"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="h2b"><w:basedOn w:val="h2"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="loop"><w:basedOn w:val="loop"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="secret"><w:rPr><w:vanish/></w:rPr></w:style>` +
		`<w:style w:type="numbering" w:styleId="list"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style></w:styles>`
	tests := []struct {
		name, body string
		want       []string
	}{
		{"levels", item("1", 0, "柱") + item("1", 1, "甲") + item("1", 1, "乙") + item("1", 2, "細") + item("1", 0, "柱") + item("1", 1, "丙"),
			[]string{"L1:1 第１ 柱", "L2:1 １-①甲", "L3:1 １-②乙", "L4:1 (ア) 細", "L5:1 第２ 柱", "L6:1 ２-①丙"}},
		{"level above not begun", item("1", 1, "甲"), []string{"L1:1 １-①甲"}},
		{"styles", styled("h1", "章") + styled("h2", "節") + styled("h2b", "節") + styled("loop", "文") + p(`<w:pPr><w:pStyle w:val="h1"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>`+r("無番")),
			[]string{"L1:1 一 章", "L2:1 1.1 節", "L3:1 1.2 節", "L4:1 文", "L5:1 無番"}},
		{"hidden style", styled("secret", "隠") + p(`<w:pPr><w:pStyle w:val="secret"/></w:pPr>`+inRun(`<w:rPr><w:vanish w:val="0"/></w:rPr><w:t>見</w:t>`)), []string{"L2:1 見"}},
		{"bullets", item("3", 0, "a") + item("3", 1, "b") + item("3", 2, "c"), []string{"L1:1 ● a", "L2:1 ・ b", "L3:1 c"}},
		{"linked, counting together", item("4", 0, "a") + item("5", 0, "b"), []string{"L1:1 (1) a", "L2:1 (2) b"}},
		{"a start of its own", item("5", 0, "a") + item("6", 0, "b") + item("6", 0, "c"), []string{"L1:1 (1) a", "L2:1 (7) b", "L3:1 (8) c"}},
		{"never set back", item("5", 1, "a") + item("5", 0, "b") + item("5", 1, "c"), []string{"L1:1 a) a", "L2:1 (1) b", "L3:1 b) c"}},
		{"unknown format", item("7", 0, "a"), []string{"L1:1 1 a"}},
		{"unknown list", item("99", 0, "a"), []string{"L1:1 a"}},
		{"numbers alone in cells", tbl(tr(`<w:tc>`+item("5", 0, "")+`</w:tc>`, tc("a")), tr(`<w:tc>`+item("5", 0, "")+`</w:tc>`, tc("b"))),
			[]string{"[L1:1 2×2", "0,0 1×1 L1 (1)", "0,1 1×1 L2 a", "1,0 1×1 L3 (2)", "1,1 1×1 L4 b"}},
		{"deleted paragraph is not counted", p(`<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del>`+r("消")+`</w:del>`) + item("5", 0, "a"),
			[]string{"L2:1 (1) a"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := read(t, word(t, tt.body, map[string]string{"word/numbering.xml": numbering, "word/styles.xml": styles}))
			if diff := cmp.Diff(tt.want, show(doc)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if unknown := len(doc.Problems) > 0; unknown != (tt.name == "unknown format") {
				t.Errorf("problems: %+v", doc.Problems)
			}
		})
	}
}

func TestNumeral(t *testing.T) {
	for _, tt := range []struct {
		n            int
		format, want string
	}{
		{12, "decimal", "12"}, {3, "decimalZero", "03"}, {10, "decimalFullWidth", "１０"},
		{20, "decimalEnclosedCircle", "⑳"}, {21, "decimalEnclosedCircle", "㉑"}, {51, "decimalEnclosedCircle", "51"}, {0, "decimalEnclosedCircle", "0"},
		{2, "decimalEnclosedParen", "⑵"}, {5, "aiueo", "ｵ"}, {46, "aiueoFullWidth", "ン"}, {47, "aiueoFullWidth", "ア"}, {4, "irohaFullWidth", "ニ"},
		{27, "upperLetter", "AA"}, {53, "lowerLetter", "aaa"}, {1 << 30, "upperLetter", "1073741824"},
		{4, "upperRoman", "IV"}, {1999, "lowerRoman", "mcmxcix"}, {5000, "upperRoman", "5000"},
		{10, "japaneseCounting", "十"}, {123, "japaneseCounting", "百二十三"}, {21, "japaneseLegal", "弐拾壱"}, {102, "ideographDigital", "一〇二"}, {7, "none", ""},
		{-1, "aiueo", "-1"},
	} {
		if got, ok := numeral(tt.n, tt.format); got != tt.want || !ok {
			t.Errorf("numeral(%d, %s) = %q, %v; want %q", tt.n, tt.format, got, ok, tt.want)
		}
	}
	if got, ok := numeral(3, "cardinalText"); got != "3" || ok {
		t.Errorf("unknown format: %q, %v", got, ok)
	}
}
