package tables

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gyokaku/extract"
	"gyokaku/model"
)

func at(page int, x0, y0, x1, y1 float64) model.Place {
	return model.Place{Page: page, Box: &model.Box{x0, y0, x1, y1}}
}

func cell(row, column, rowSpan, columnSpan int, text string, place model.Place) extract.Cell {
	return extract.Cell{Row: row, Column: column, RowSpan: rowSpan, ColumnSpan: columnSpan, Text: text, At: place}
}

// fiction is two pages: a heading, and a table with merged cells that goes on
// over the page break, which cut its last row.
func fiction() *extract.Document {
	first := &extract.Table{
		At: at(1, 50, 100, 250, 160), Rows: 3, Columns: 3, ColumnX: []float64{50, 100, 150, 250},
		Cells: []extract.Cell{
			cell(0, 0, 2, 1, "項目", at(1, 50, 100, 100, 140)),
			cell(0, 1, 1, 2, "年度", at(1, 100, 100, 250, 120)),
			cell(1, 1, 1, 1, "2024", at(1, 100, 120, 150, 140)),
			cell(1, 2, 1, 1, "2025", at(1, 150, 120, 250, 140)),
			cell(2, 0, 1, 1, "窓口の\n簡素化", at(1, 50, 140, 100, 160)),
			cell(2, 1, 1, 1, "実施", at(1, 100, 140, 150, 160)),
			cell(2, 2, 1, 1, "", at(1, 150, 140, 250, 160)),
		},
	}
	first.Cells[4].Also = []model.Place{at(2, 50, 40, 100, 60)}
	first.Cells[5].Arrow = true
	second := &extract.Table{
		At: at(2, 50, 60, 250, 80), Rows: 1, Columns: 2, ColumnX: []float64{50, 100, 250}, Continues: true,
		Cells: []extract.Cell{
			cell(0, 0, 1, 1, "研修", at(2, 50, 60, 100, 80)),
			cell(0, 1, 1, 1, "=1+1,\"x\"", at(2, 100, 60, 250, 80)),
		},
	}
	line := func(text string, place model.Place) extract.Block {
		return extract.Block{Line: &extract.Line{Text: text, At: place}}
	}
	return &extract.Document{Format: "pdf", Pages: []extract.Page{
		{Number: 1, Kind: extract.PageDigital, Width: 595.276, Height: 841.89, Blocks: []extract.Block{
			line("瑞野市行政改革", at(1, 50, 60, 150, 70)), line("実績報告", at(1, 50, 75, 100, 85)), {Table: first},
			line("※令和６年度末", at(1, 50, 170, 120, 180)),
		}},
		{Number: 2, Kind: extract.PageDigital, Width: 595.276, Height: 841.89, Blocks: []extract.Block{
			{Table: second}, line("1", at(2, 300, 800, 305, 810)),
		}},
		{Number: 3, Kind: extract.PageScan, Width: 595.276, Height: 841.89},
	}}
}

func output(t *testing.T, f func(*bytes.Buffer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := f(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const wantJSON = `{"pages":[
{"number":1,"kind":"digital","width":595.28,"height":841.89,"tables":[
{"box":[50,100,250,160],"rows":4,"columns":3,"continues_to":[{"box":[50,40,250,80],"page":2}],"cells":[
{"row":0,"column":0,"row_span":2,"column_span":1,"box":[50,100,100,140],"text":"項目"},
{"row":0,"column":1,"row_span":1,"column_span":2,"box":[100,100,250,120],"text":"年度"},
{"row":1,"column":1,"row_span":1,"column_span":1,"box":[100,120,150,140],"text":"2024"},
{"row":1,"column":2,"row_span":1,"column_span":1,"box":[150,120,250,140],"text":"2025"},
{"row":2,"column":0,"row_span":1,"column_span":1,"box":[50,140,100,160],"text":"窓口の\n簡素化","also":[{"box":[50,40,100,60],"page":2}]},
{"row":2,"column":1,"row_span":1,"column_span":1,"box":[100,140,150,160],"text":"実施","arrow":true},
{"row":2,"column":2,"row_span":1,"column_span":1,"box":[150,140,250,160],"text":""},
{"row":3,"column":0,"row_span":1,"column_span":1,"page":2,"box":[50,60,100,80],"text":"研修"},
{"row":3,"column":1,"row_span":1,"column_span":2,"page":2,"box":[100,60,250,80],"text":"=1+1,\"x\""}]}]},
{"number":2,"kind":"digital","width":595.28,"height":841.89,"tables":[]},
{"number":3,"kind":"scan","width":595.28,"height":841.89,"tables":[]}]}
`

func TestJSON(t *testing.T) {
	got := output(t, func(b *bytes.Buffer) error { return JSON(b, Select(fiction(), nil)) })
	if diff := cmp.Diff(wantJSON, got); diff != "" {
		t.Error(diff)
	}
	if !json.Valid([]byte(got)) {
		t.Error("not JSON")
	}
}

// TestJSONOfOthers has the places of formats that have no boxes.
func TestJSONOfOthers(t *testing.T) {
	table := func(p model.Place) []extract.Block {
		return []extract.Block{{Table: &extract.Table{At: p, Rows: 1, Columns: 1, Cells: []extract.Cell{{At: p, Text: "甲", Hidden: true}}}}}
	}
	doc := &extract.Document{Pages: []extract.Page{
		{Number: 1, Sheet: "1-①", Kind: extract.PageWorksheet, Blocks: table(model.Place{Sheet: "1-①", Cell: "B2"})},
		{Number: 2, Kind: extract.PageText, Blocks: table(model.Place{Line: 7, Column: 3})},
	}}
	want := `{"pages":[
{"number":1,"sheet":"1-①","kind":"worksheet","width":null,"height":null,"tables":[
{"cell":"B2","rows":1,"columns":1,"cells":[
{"row":0,"column":0,"row_span":1,"column_span":1,"cell":"B2","text":"甲","hidden":true}]}]},
{"number":2,"kind":"text","width":null,"height":null,"tables":[
{"line":7,"rows":1,"columns":1,"cells":[
{"row":0,"column":0,"row_span":1,"column_span":1,"line":7,"text":"甲","hidden":true}]}]}]}
`
	got := output(t, func(b *bytes.Buffer) error { return JSON(b, Select(doc, nil)) })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestJSONRefusesNaN(t *testing.T) {
	doc := fiction()
	doc.Pages[0].Width = math.NaN()
	if err := JSON(new(bytes.Buffer), Select(doc, nil)); err == nil {
		t.Error("NaN was printed")
	}
}

// full fails every write.
type full struct{}

var errFull = errors.New("full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestErrorsOfWriter(t *testing.T) {
	pages := Select(fiction(), nil)
	for name, err := range map[string]error{
		"json": JSON(full{}, pages), "csv": CSV(full{}, pages), "html": HTML(full{}, "", pages),
		"md": Markdown(full{}, pages), "text": Text(full{}, pages), "file": CSVFile(full{}, pages[0].Tables[0]),
	} {
		if !errors.Is(err, errFull) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func TestSelect(t *testing.T) {
	for _, tt := range []struct {
		name string
		keep func(int) bool
		want []int // rows of the tables, by page
	}{
		{"all", nil, []int{4, 0, 0}},
		{"without the next page", func(n int) bool { return n != 2 }, []int{3, 0}},
		{"from its second page on", func(n int) bool { return n >= 2 }, []int{1, 0}},
		{"nothing", func(int) bool { return false }, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []int
			for _, p := range Select(fiction(), tt.keep) {
				rows := 0
				for _, t := range p.Tables {
					rows += t.Rows
				}
				got = append(got, rows)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCSV(t *testing.T) {
	got := output(t, func(b *bytes.Buffer) error { return CSV(b, Select(fiction(), nil)) })
	want := "項目,年度,\r\n,2024,2025\r\n\"窓口の\n簡素化\",実施,\r\n研修,\"'=1+1,\"\"x\"\"\",\r\n"
	if got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
	records, err := csv.NewReader(strings.NewReader(got)).ReadAll()
	if err != nil || len(records) != 4 || records[2][0] != "窓口の\n簡素化" || records[3][1] != `'=1+1,"x"` {
		t.Errorf("read back: %q, %v", records, err)
	}
	two := output(t, func(b *bytes.Buffer) error {
		return CSV(b, Select(fiction(), func(n int) bool { return n == 2 })[:1])
	})
	if both := output(t, func(b *bytes.Buffer) error {
		p := Select(fiction(), func(n int) bool { return n == 2 })
		return CSV(b, append(p, p...))
	}); both != two+"\r\n"+two {
		t.Errorf("two tables: %q", both)
	}
	file := output(t, func(b *bytes.Buffer) error { return CSVFile(b, Select(fiction(), nil)[0].Tables[0]) })
	if file != "\uFEFF"+want {
		t.Errorf("as a file: %q", file)
	}
}

func TestFormulas(t *testing.T) {
	for s, want := range map[string]bool{
		"": false, "順調": false, "-": false, "－": false, "-12.5%": false, "+3": false, "－１，０００": false,
		"▲5": false, "=1": true, "+1+2": true, "-2+cmd|' /C calc'!A0": true, "@SUM(A1)": true, "＝1": true,
		"\t=1": true, "-A1": true, "+": false, "=": true, "@": true,
	} {
		if got := isFormula(s); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
}

func TestHTML(t *testing.T) {
	doc := fiction()
	doc.Pages[1].Blocks[0].Table.Cells[0].Text = "<script>alert(1)</script>\x00&"
	got := output(t, func(b *bytes.Buffer) error { return HTML(b, "<b>瑞野市</b>.pdf", Select(doc, nil)) })
	for _, want := range []string{
		"<title>&lt;b&gt;瑞野市&lt;/b&gt;.pdf</title>", `<table data-page="1">`,
		`<tr><td rowspan="2">項目</td><td colspan="2">年度</td></tr>`,
		"<tr><td>2024</td><td>2025</td></tr>", "<td>窓口の<br>簡素化</td>",
		"<td>&lt;script&gt;alert(1)&lt;/script&gt;\uFFFD&amp;</td>",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

// TestHoles has a table that does not list its empty cells, and a cell that
// says it is larger than its table.
func TestHoles(t *testing.T) {
	table := &extract.Table{Rows: 3, Columns: 3, Cells: []extract.Cell{
		cell(0, 1, 1, 1, "甲", model.Place{}), cell(2, 2, 9, 9, "乙", model.Place{}),
	}}
	pages := []Page{{Page: &extract.Page{Number: 1}, Tables: []Table{{Table: table}}}}
	if got := output(t, func(b *bytes.Buffer) error { return CSV(b, pages) }); got != ",甲,\r\n,,\r\n,,乙\r\n" {
		t.Errorf("CSV %q", got)
	}
	got := output(t, func(b *bytes.Buffer) error { return HTML(b, "", pages) })
	if want := "<tr><td></td><td>甲</td><td></td></tr>\n<tr><td></td><td></td><td></td></tr>\n<tr><td></td><td></td><td>乙</td></tr>\n"; !strings.Contains(got, want) {
		t.Errorf("HTML %s", got)
	}
}

func TestMarkdown(t *testing.T) {
	doc := fiction()
	doc.Pages[1].Blocks[0].Table.Cells[0].Text = "a|b <i>*c*"
	got := output(t, func(b *bytes.Buffer) error { return Markdown(b, Select(doc, nil)) })
	want := "| 項目 | 年度 |  |\n|---|---|---|\n|  | 2024 | 2025 |\n| 窓口の<br>簡素化 | 実施 |  |\n" +
		"| a\\|b &lt;i&gt;\\*c\\* | =1+1,\"x\" |  |\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestText(t *testing.T) {
	got := output(t, func(b *bytes.Buffer) error { return Text(b, Select(fiction(), nil)) })
	want := "瑞野市行政改革\n実績報告\n\n項目\t年度\n\t2024\t2025\n窓口の簡素化\t実施\n研修\t=1+1,\"x\"\n\n※令和６年度末\n\n1\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestOneLine(t *testing.T) {
	for s, want := range map[string]string{
		"窓口の\n簡素化": "窓口の簡素化", "Data\nCatalog": "Data Catalog", "約\n6万": "約6万",
		"a\tb": "a b", "\n甲\n": "甲", "（\nA": "（A",
	} {
		if got := oneLine(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func BenchmarkJSON(b *testing.B) {
	pages := Select(fiction(), nil)
	b.ReportAllocs()
	for b.Loop() {
		if err := JSON(discard{}, pages); err != nil {
			b.Fatal(err)
		}
	}
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }
