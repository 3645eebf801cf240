package xlsx

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"gyokaku/extract"
)

// book builds a workbook with excelize and returns its bytes.
func book(t testing.TB, build func(f *excelize.File) error) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := build(f); err != nil {
		t.Fatal(err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// raw builds a workbook of one sheet, named 票, from the XML inside of its
// worksheet element and from further parts.
func raw(t testing.TB, worksheet string, parts map[string]string) []byte {
	t.Helper()
	const ns = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	const rel = `<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`
	all := map[string]string{
		"_rels/.rels":                         `<Relationships>` + fmt.Sprintf(rel, "rId1", "officeDocument", "/xl/workbook.xml") + `</Relationships>`,
		"xl/workbook.xml":                     `<workbook ` + ns + `><sheets><sheet name="票" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels":          `<Relationships>` + fmt.Sprintf(rel, "rId1", "worksheet", "worksheets/sheet1.xml") + fmt.Sprintf(rel, "rId2", "sharedStrings", "sharedStrings.xml") + `</Relationships>`,
		"xl/sharedStrings.xml":                `<sst ` + ns + `/>`,
		"xl/worksheets/sheet1.xml":            `<worksheet ` + ns + `>` + worksheet + `</worksheet>`,
		"xl/worksheets/_rels/sheet1.xml.rels": `<Relationships>` + fmt.Sprintf(rel, "rId1", "drawing", "../drawings/drawing1.xml") + `</Relationships>`,
	}
	maps.Copy(all, parts)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(all[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(t testing.TB, data []byte) *extract.Document {
	t.Helper()
	doc, err := Extractor{extract.DefaultLimits}.Extract(context.Background(), extract.Source{Data: data})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// render shows a page as a test writes it: "C2:E3 text" for a cell with its
// extent, "→" for an arrow, "~" for hidden.
func render(p extract.Page) []string {
	var list []string
	for _, b := range p.Blocks {
		if b.Line != nil {
			list = append(list, "line "+b.Line.At.Cell+" "+b.Line.Text)
			continue
		}
		for _, c := range b.Table.Cells {
			s := c.At.Cell
			if c.RowSpan > 1 || c.ColumnSpan > 1 {
				from, _ := parseSpot(c.At.Cell)
				s += ":" + spot{from.row + c.RowSpan - 1, from.column + c.ColumnSpan - 1}.String()
			}
			if c.Text != "" {
				s += " " + c.Text
			}
			if c.Arrow {
				s += " →"
			}
			if c.Hidden {
				s += " ~"
			}
			list = append(list, s)
		}
	}
	return list
}

func check(t *testing.T, p extract.Page, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, render(p)); diff != "" {
		t.Errorf("sheet %s (-want +got):\n%s", p.Sheet, diff)
	}
}

func TestSheets(t *testing.T) {
	doc := read(t, book(t, func(f *excelize.File) error {
		f.SetSheetName("Sheet1", "1-①")
		f.SetCellStr("1-①", "B3", "実施項目")
		f.SetCellStr("1-①", "C3", "窓口の改善\n（継続）")
		f.NewSheet("白紙")
		f.NewSheet("作業用")
		f.SetCellStr("作業用", "A1", "下書き")
		return f.SetSheetVisible("作業用", false, true)
	}))
	if doc.Format != "xlsx" || len(doc.Pages) != 3 || len(doc.Problems) != 0 {
		t.Fatalf("got %+v", doc)
	}
	p := doc.Pages[0]
	check(t, p, "B3 実施項目", "C3 窓口の改善\n（継続）")
	if table := p.Blocks[0].Table; p.Number != 1 || p.Sheet != "1-①" || p.Kind != extract.PageWorksheet ||
		table.Rows != 1 || table.Columns != 2 || table.At.String() != "1-①!B3" || table.Cells[1].Column != 1 ||
		table.Cells[1].At.String() != "1-①!C3" {
		t.Errorf("got %+v with %+v", p, table)
	}
	if p := doc.Pages[1]; p.Kind != extract.PageBlank || p.Blocks != nil {
		t.Errorf("an empty sheet is %+v", p)
	}
	check(t, doc.Pages[2], "A1 下書き ~")
}

func TestMergesAndHiding(t *testing.T) {
	doc := read(t, book(t, func(f *excelize.File) error {
		for cell, text := range map[string]string{"A1": "取組", "C1": "2024", "D1": "2025", "A2": "窓口", "B2": "隠れた文字", "C2": "実施", "A5": "旧", "F1": "メモ"} {
			f.SetCellStr("Sheet1", cell, text)
		}
		f.MergeCell("Sheet1", "A2", "B3")
		f.MergeCell("Sheet1", "C2", "E2")
		f.MergeCell("Sheet1", "D3", "E3") // an empty bar
		f.MergeCell("Sheet1", "A5", "B5")
		f.SetRowVisible("Sheet1", 5, false)
		return f.SetColVisible("Sheet1", "F", false)
	}))
	check(t, doc.Pages[0], "A1 取組", "C1 2024", "D1 2025", "F1 メモ ~", "A2:B3 窓口", "C2:E2 実施", "D3:E3", "A5:B5 旧 ~")
}

func TestLongMerges(t *testing.T) {
	doc := read(t, raw(t, `<sheetData><row r="1"><c r="A1" t="str"><v>表題</v></c></row><row r="4"><c r="C4" t="str"><v>値</v></c></row></sheetData>
		<mergeCells><mergeCell ref="A1:XFD1"/><mergeCell ref="B2:B1048576"/><mergeCell ref="B3:C3"/></mergeCells>`, nil))
	check(t, doc.Pages[0], "A1:C1 表題", "B2:B4", "C4 値")
	if len(doc.Problems) != 1 || doc.Problems[0].Code != "sheet.merge_overlap" {
		t.Errorf("problems %+v", doc.Problems)
	}
}

func TestDisplay(t *testing.T) {
	type value struct {
		set    any
		format string
		want   string
	}
	date := 45748.0 // 1 April 2025
	values := []value{
		{12345.6, "", "12345.6"},
		{0.1 + 0.2, "", "0.3"},
		{0.463, "0.0%", "46.3%"},
		{1234567, "#,##0", "1,234,567"},
		{-3690, `#,##0;"▲ "#,##0`, "▲ 3,690"},
		{12, `0"件"`, "12件"},
		{date, "yyyy/m/d", "2025/4/1"},
		{date, `[$-411]ggge"年"m"月"d"日"`, "令和7年4月1日"},
		{date, `yyyy"年度"`, "2025年度"},
		{0, `0;-0;"－"`, "－"},
		{0, `_ * #,##0_ ;_ * \-#,##0_ ;_ * "-"??_ ;_ @_ `, "-"},
		{8, `_ * #,##0_ ;_ * \-#,##0_ ;_ * "-"??_ ;_ @_ `, "8"},
		{-2.5, `0.0_);[Red]\(0.0\)`, "(2.5)"},
		{-2.5, `0.0"%"`, "-2.5%"},
		{0.5, `[<1]"1未満";0"件"`, "1未満"},
		{3, `[<1]"1未満";0"件"`, "3件"},
		{1500, `[>=1000]#,##0,"千円";[=0]"なし";0"円"`, "2千円"},
		{0, `[>=1000]#,##0,"千円";[=0]"なし";0"円"`, "なし"},
		{-20, `[>=1000]#,##0,"千円";[=0]"なし";0"円"`, "-20円"},
		{4, `[Red][<5]"少";"["0"]"`, "少"},
		{-6, `0;"[=6]"`, "[=6]"},
		{45, `General"人"`, "45人"},
		{3, `[DBNum3][$-411]General"年目"`, "3年目"},
		{7, `"令和"0"年度"`, "令和7年度"},
		{5, ";;;", ""},
		{-1, `0;"a;b"`, "a;b"},
		{true, "", "TRUE"},
		{"No.1", "", "No.1"},
		{"　前後の空白 ", "", "前後の空白"},
	}
	doc := read(t, book(t, func(f *excelize.File) error {
		for i, v := range values {
			cell := fmt.Sprintf("A%d", i+1)
			if err := f.SetCellValue("Sheet1", cell, v.set); err != nil {
				return err
			}
			if v.format == "" {
				continue
			}
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &v.format})
			if err != nil {
				return err
			}
			f.SetCellStyle("Sheet1", cell, cell, style)
		}
		return nil
	}))
	var want []string
	for i, v := range values {
		if v.want != "" {
			want = append(want, fmt.Sprintf("A%d %s", i+1, v.want))
		}
	}
	check(t, doc.Pages[0], want...)
}

func TestStrings(t *testing.T) {
	doc := read(t, raw(t, `<sheetData><row>
		<c t="s"><v>0</v></c><c t="s"><v>1</v></c>
		<c t="inlineStr"><is><r><t xml:space="preserve">一 </t></r><r><rPr><b/></rPr><t>二</t></r></is></c>
		<c t="str"><f>A1&amp;B1</f><v>三_x000D__x000A_四</v></c>
		<c t="e"><v>#REF!</v></c><c t="b"><v>0</v></c><c><f>1+1</f></c><c/></row></sheetData>`,
		map[string]string{"xl/sharedStrings.xml": `<sst><si><t>進捗</t><rPh sb="0" eb="2"><t>シンチョク</t></rPh></si><si><r><t>順</t></r><r><t>調</t></r></si></sst>`}))
	check(t, doc.Pages[0], "A1 進捗", "B1 順調", "C1 一 二", "D1 三\n四", "E1 #REF!", "F1 FALSE")
	if p := doc.Problems; len(p) != 1 || p[0].Code != "cell.uncalculated" || p[0].Cell != "G1" {
		t.Errorf("problems %+v", doc.Problems)
	}
}

func TestDate1904(t *testing.T) {
	doc := read(t, raw(t, `<sheetData><row><c s="1"><v>366</v></c></row></sheetData>`, map[string]string{
		"xl/workbook.xml":            `<workbook xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"><workbookPr date1904="1"/><sheets><sheet name="票" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/styles" Target="styles.xml"/></Relationships>`,
		"xl/styles.xml":              `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="170" formatCode="yyyy/m/d"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="170" applyNumberFormat="1"/></cellXfs></styleSheet>`,
	}))
	check(t, doc.Pages[0], "A1 1905/1/1")
}

func TestSpot(t *testing.T) {
	for name, want := range map[string]spot{"A1": {0, 0}, "$AA$10": {9, 26}, "XFD1048576": {maxRows - 1, maxColumns - 1}, "az3": {2, 51}} {
		got, ok := parseSpot(name)
		if !ok || got != want || got.String() != strings.ToUpper(strings.ReplaceAll(name, "$", "")) {
			t.Errorf("parseSpot(%s) = %v %v, %t", name, got, want, ok)
		}
	}
	for _, name := range []string{"", "A", "1", "A0", "XFE1", "A1048577", "A1B", "あ1", "A99999999999999999999"} {
		if s, ok := parseSpot(name); ok {
			t.Errorf("parseSpot(%s) = %v, want none", name, s)
		}
	}
}
