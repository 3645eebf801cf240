package inspect

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/png"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"gyokaku/extract"
	"gyokaku/model"
)

const hostile = "</text></svg><script>alert('x')</script>\" onload=\"alert(1)\x00\u202E"

// fiction is a page with two cells, the text of one of which stands in the
// other, a glyph without a character, and texts that would like to be markup.
func fiction() View {
	box := func(b model.Box) model.Place { return model.Place{Page: 1, Box: &b} }
	left, right := model.Box{50, 100, 150, 120}, model.Box{150, 100, 250, 120}
	table := &extract.Table{At: box(model.Box{50, 100, 250, 120}), Rows: 1, Columns: 2, Cells: []extract.Cell{
		{RowSpan: 1, ColumnSpan: 1, Text: "進捗状況", At: box(left), Lines: []extract.Line{{Text: "進捗状況", At: box(model.Box{155, 105, 195, 115})}}},
		{Column: 1, RowSpan: 1, ColumnSpan: 1, Text: hostile, At: box(right), Arrow: true, Lines: []extract.Line{{Text: hostile, At: box(model.Box{200, 105, 240, 115})}}},
	}}
	page := &extract.Page{
		Number: 1, Width: 300, Height: 200, Kind: extract.PageDigital,
		Words: []extract.Word{
			{Text: "進捗", Box: model.Box{155, 105, 175, 115}, Baseline: 113, Size: 10, Glyphs: []extract.Glyph{{Text: "進", Box: model.Box{155, 105, 165, 115}}, {Text: "\uFFFD", Box: model.Box{165, 105, 175, 115}}}},
			{Text: hostile, Box: model.Box{200, 105, 240, 115}, Baseline: 113, Size: 10, Clip: &right},
			{Text: "縦", Box: model.Box{10, 10, 20, 20}, Size: 10, Vertical: true, Hidden: true, Glyphs: []extract.Glyph{{Text: hostile, Box: model.Box{10, 10, 20, 20}}}},
		},
		Rules:  []extract.Rule{{X0: 50, Y0: 99.5, X1: 250, Y1: 100.5}, {X0: 149.5, Y0: 100, X1: 150.5, Y1: 120, Dashed: true}},
		Arrows: []extract.Arrow{{FromX: 160, FromY: 110, ToX: 240, ToY: 110}},
		Blocks: []extract.Block{{Table: table}, {Line: &extract.Line{Text: hostile, At: box(model.Box{50, 130, 90, 140})}}},
	}
	doc := &extract.Document{
		Format: "pdf", Reader: hostile, Pages: []extract.Page{*page},
		Problems: []model.Problem{
			{Code: "pdf.unmapped_glyphs", Place: model.Place{Page: 1}, Message: "字が読めません" + hostile},
			{Code: "other", Place: model.Place{Page: 2}, Message: "ほかのページのこと"},
		},
	}
	return View{Name: hostile + ".pdf", Document: doc, Page: page}
}

func written(t *testing.T, v View) string {
	t.Helper()
	var b bytes.Buffer
	if err := HTML(&b, v); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestForeignTextIsText parses the page as browsers do: no text of the document
// has become an element or an attribute.
func TestForeignTextIsText(t *testing.T) {
	root, err := html.Parse(strings.NewReader(written(t, fiction())))
	if err != nil {
		t.Fatal(err)
	}
	scripts := 0
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.Data == "script" {
			scripts++
			if n.FirstChild == nil || n.FirstChild.Data != script {
				t.Errorf("a script of others: %v", n.FirstChild)
			}
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") {
				t.Errorf("<%s> has %s=%q", n.Data, a.Key, a.Val)
			}
			if (a.Key == "src" || a.Key == "href") && !strings.HasPrefix(a.Val, "data:") {
				t.Errorf("<%s> loads %s", n.Data, a.Val)
			}
		}
	}
	if scripts != 1 {
		t.Errorf("%d scripts", scripts)
	}
}

func TestControlsAreShown(t *testing.T) {
	got := written(t, fiction())
	if strings.ContainsAny(got, "\x00\u202E") {
		t.Error("a control character is in the page")
	}
	if !strings.Contains(got, "␀") {
		t.Error("it is not shown either")
	}
}

func TestDrawing(t *testing.T) {
	got := written(t, fiction())
	for name, want := range map[string]string{
		"counts":             "語 3（うち見えない 1）、字 3（うち文字不明 1）、罫線 2（うち破線 1）、矢印 1、表 1、セル 2（うち空 0）、表の外の行 1",
		"problem":            "字が読めません",
		"text out of cell":   `class="line outside"`,
		"tie to the cell":    `class="tie"`,
		"unmapped glyph":     `class="unmapped"`,
		"dashed rule":        `class="rule dashed"`,
		"clip of a word":     `class="clip"`,
		"arrow":              `class="arrow"`,
		"cell with position": "行 0 列 0（1行 × 1列）\np1 [50.0,100.0,150.0,120.0]\n「進捗状況」",
		"cell in the list":   `<td data-id="c0" rowspan="1" colspan="1"`,
		"text as type":       `lengthAdjust="spacingAndGlyphs">進捗</text>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s: no %s", name, want)
		}
	}
	if strings.Contains(got, "ほかのページのこと") {
		t.Error("the problem of another page is listed")
	}
	for _, l := range layers {
		if newPrinter(nil, fiction()).has(l) && !strings.Contains(got, `data-layer="`+l.id+`"`) {
			t.Errorf("layer %s has no switch", l.id)
		}
	}
}

func TestPicture(t *testing.T) {
	v := fiction()
	v.Picture = image.NewGray(image.Rect(0, 0, 30, 20))
	got := written(t, v)
	data := regexp.MustCompile(`data:image/png;base64,([^"]+)"`).FindStringSubmatch(got)
	if data == nil {
		t.Fatal("no picture")
	}
	raw, err := base64.StdEncoding.DecodeString(data[1])
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(raw))
	if err != nil || img.Bounds().Dx() != 30 {
		t.Errorf("%v, %v", img, err)
	}
	textOn := `data-layer="text" checked`
	white := image.NewGray(image.Rect(0, 0, 30, 20))
	for i := range white.Pix {
		white.Pix[i] = 0xFF
	}
	v.Picture = white
	if got := written(t, v); !strings.Contains(got, textOn) {
		t.Error("a picture without type needs the text")
	}
	if strings.Contains(got, textOn) {
		t.Error("a picture with type needs no text")
	}
	if !strings.Contains(got, `data-layer="picture" checked`) || strings.Contains(written(t, fiction()), `data-layer="picture"`) {
		t.Error("the switch does not go with the picture")
	}
}

// TestWithoutDrawing has a sheet, which has no size, in English.
func TestWithoutDrawing(t *testing.T) {
	v := View{
		Name: "a.xlsx", English: true, Document: &extract.Document{Pages: make([]extract.Page, 1)},
		Page: &extract.Page{Number: 1, Sheet: "1-①", Kind: extract.PageWorksheet, Blocks: []extract.Block{{Table: &extract.Table{
			At: model.Place{Sheet: "1-①", Cell: "A1"}, Rows: 2, Columns: 2,
			Cells: []extract.Cell{{Row: 0, Column: 1, Text: "甲", At: model.Place{Sheet: "1-①", Cell: "B1"}}, {Row: 1, Text: "乙"}},
		}}}},
	}
	got := written(t, v)
	if strings.Contains(got, "<svg") || !strings.Contains(got, "sheet of a workbook, 1-①") || !strings.Contains(got, "row 0 column 1") ||
		!strings.Contains(got, `<td class="hole"></td><td data-id="c0"`) {
		t.Error(got)
	}
}

func TestTextsComplete(t *testing.T) {
	for _, kind := range []extract.PageKind{
		extract.PageDigital, extract.PageScan, extract.PageScanText, extract.PageMixed, extract.PageOutlined,
		extract.PageBlank, extract.PageDamaged, extract.PageWorksheet, extract.PageText,
	} {
		if japanese.kinds[kind] == "" || english.kinds[kind] == "" {
			t.Errorf("no words for pages that are %s", kind)
		}
	}
}
