package xlsx

import (
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"
)

const drawingNS = `xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`

// anchored puts content over an area, given by the column, row and offsets
// (EMU) of both corners.
func anchored(c0, x0, r0, y0, c1, x1, r1, y1 int, content string) string {
	corner := func(c, x, r, y int) string {
		return fmt.Sprintf(`<xdr:col>%d</xdr:col><xdr:colOff>%d</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>%d</xdr:rowOff>`, c, x, r, y)
	}
	return `<xdr:twoCellAnchor><xdr:from>` + corner(c0, x0, r0, y0) + `</xdr:from><xdr:to>` + corner(c1, x1, r1, y1) + `</xdr:to>` + content + `<xdr:clientData/></xdr:twoCellAnchor>`
}

func sp(geometry, text string) string {
	return `<xdr:sp><xdr:spPr><a:prstGeom prst="` + geometry + `"/></xdr:spPr><xdr:txBody><a:p><a:r><a:t>` + text + `</a:t></a:r></a:p></xdr:txBody></xdr:sp>`
}

func connector(ends string) string {
	return `<xdr:cxnSp><xdr:spPr><a:prstGeom prst="straightConnector1"/><a:ln>` + ends + `</a:ln></xdr:spPr></xdr:cxnSp>`
}

// Columns are 64 pixels (609,600 EMU) and rows 20 (190,500 EMU) here.
func TestShapes(t *testing.T) {
	const sheet = `<sheetFormatPr defaultRowHeight="15"/><sheetData>
		<row r="2"><c r="A2" t="str"><v>窓口</v></c><c r="C2" t="str"><v>検討</v></c></row></sheetData>
		<mergeCells><mergeCell ref="C4:D5"/></mergeCells><drawing r:id="rId1"/>`
	for _, c := range []struct {
		name, drawing string
		want          []string
	}{
		{"block arrow", anchored(1, 0, 1, 50000, 3, 600000, 1, 150000, sp("rightArrow", "")),
			[]string{"A2 窓口", "B2 →", "C2 検討 →", "D2 →", "C4:D5"}},
		{"overshoots the borders", anchored(1, 500000, 1, 50000, 4, 100000, 1, 150000, sp("homePlate", "")),
			[]string{"A2 窓口", "C2 検討 →", "D2 →", "C4:D5"}},
		{"text on the arrow", anchored(3, 0, 1, 50000, 4, 600000, 1, 150000, sp("rightArrow", "実施")),
			[]string{"A2 窓口", "C2 検討", "D2 実施 →", "E2 →", "C4:D5"}},
		{"text over text", anchored(2, 0, 1, 50000, 3, 600000, 1, 150000, sp("rightArrow", "実施")),
			[]string{"A2 窓口", "C2 検討 →", "D2 →", "C4:D5", "line C2 実施"}},
		{"line with a head", anchored(3, 0, 1, 90000, 5, 0, 1, 90000, connector(`<a:tailEnd type="triangle"/>`)),
			[]string{"A2 窓口", "C2 検討", "D2 →", "E2 →", "C4:D5"}},
		{"line without one", anchored(3, 0, 1, 90000, 5, 0, 1, 90000, connector(`<a:tailEnd type="none"/>`)),
			[]string{"A2 窓口", "C2 検討", "C4:D5"}},
		{"upright arrow", anchored(3, 0, 1, 0, 3, 1000, 4, 0, connector(`<a:headEnd type="arrow"/>`)),
			[]string{"A2 窓口", "C2 検討", "C4:D5"}},
		{"over a merged cell", anchored(2, 0, 3, 100000, 4, 600000, 4, 10000, sp("rightArrow", "")),
			[]string{"A2 窓口", "C2 検討", "C4:D5 →", "E4 →"}},
		{"short arrow", anchored(4, 200000, 1, 90000, 4, 300000, 1, 90000, connector(`<a:tailEnd type="triangle"/>`)),
			[]string{"A2 窓口", "C2 検討", "E2 →", "C4:D5"}},
		{"text box above", anchored(0, 0, 0, 0, 3, 0, 0, 100000, sp("rect", "令和7年度")),
			[]string{"line A1 令和7年度", "A2 窓口", "C2 検討", "C4:D5"}},
		{"text box below", anchored(0, 0, 8, 0, 3, 0, 9, 100000, sp("rect", "※ 注")),
			[]string{"A2 窓口", "C2 検討", "C4:D5", "line A9 ※ 注"}},
		{"in a group", anchored(3, 0, 1, 0, 5, 0, 2, 0, `<xdr:grpSp><xdr:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="200" cy="100"/><a:chOff x="1000" y="1000"/><a:chExt cx="200" cy="100"/></a:xfrm></xdr:grpSpPr>
			<xdr:sp><xdr:spPr><a:xfrm><a:off x="1100" y="1040"/><a:ext cx="100" cy="20"/></a:xfrm><a:prstGeom prst="rightArrow"/></xdr:spPr></xdr:sp></xdr:grpSp>`),
			[]string{"A2 窓口", "C2 検討", "E2 →", "C4:D5"}},
		{"choice of a new and an old form", anchored(3, 0, 1, 50000, 3, 600000, 1, 150000,
			`<mc:AlternateContent><mc:Choice>`+sp("rightArrow", "甲")+`</mc:Choice><mc:Fallback>`+sp("rightArrow", "乙")+`</mc:Fallback></mc:AlternateContent>`),
			[]string{"A2 窓口", "C2 検討", "D2 甲 →", "C4:D5"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := read(t, raw(t, sheet, map[string]string{"xl/drawings/drawing1.xml": `<xdr:wsDr ` + drawingNS + `>` + c.drawing + `</xdr:wsDr>`}))
			check(t, doc.Pages[0], c.want...)
		})
	}
}

// TestShapeByExcelize reads a shape that another program wrote.
func TestShapeByExcelize(t *testing.T) {
	doc := read(t, book(t, func(f *excelize.File) error {
		f.SetCellStr("Sheet1", "A1", "窓口")
		return f.AddShape("Sheet1", &excelize.Shape{Cell: "B1", Type: "rightArrow", Width: 128, Height: 18,
			Paragraph: []excelize.RichTextRun{{Text: "導入"}}})
	}))
	check(t, doc.Pages[0], "A1 窓口", "B1 導入 →", "C1 →")
}
