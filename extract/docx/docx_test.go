package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gyokaku/extract"
)

const namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
	`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
	`xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ` +
	`xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ` +
	`xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ` +
	`xmlns:v="urn:schemas-microsoft-com:vml"`

// word makes a document with the given body; parts adds to its files or replaces
// them.
func word(t testing.TB, body string, parts map[string]string) []byte {
	t.Helper()
	files := map[string]string{
		"_rels/.rels":       `<R><Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/></R>`,
		"word/document.xml": `<w:document ` + namespaces + `><w:body>` + body + `</w:body></w:document>`,
		"word/_rels/document.xml.rels": `<R><Relationship Id="r1" Type="x/styles" Target="styles.xml"/>` +
			`<Relationship Id="r2" Type="x/numbering" Target="numbering.xml"/>` +
			`<Relationship Id="r3" Type="x/footer" Target="footer1.xml"/><Relationship Id="r4" Type="x/header" Target="header1.xml"/></R>`,
		"word/styles.xml":    `<w:styles ` + namespaces + `/>`,
		"word/numbering.xml": `<w:numbering ` + namespaces + `/>`,
		"word/header1.xml":   `<w:hdr ` + namespaces + `/>`,
		"word/footer1.xml":   `<w:ftr ` + namespaces + `/>`,
	}
	for name, text := range parts {
		files[name] = text
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range files {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
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
	doc, err := Extractor{extract.DefaultLimits}.Extract(t.Context(), extract.Source{Data: data})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// show writes what was read: "L2:1 text" for a line, "[L2 rows×columns" and
// "0,0 1×1 L2 text" for a table, "--" between pages.
func show(doc *extract.Document) (list []string) {
	for i, p := range doc.Pages {
		if i > 0 {
			list = append(list, "--")
		}
		for _, b := range p.Blocks {
			if b.Line != nil {
				list = append(list, fmt.Sprintf("%s %s", b.Line.At, b.Line.Text))
				continue
			}
			list = append(list, fmt.Sprintf("[%s %d×%d", b.Table.At, b.Table.Rows, b.Table.Columns))
			for _, c := range b.Table.Cells {
				list = append(list, showCell(c))
			}
		}
	}
	return list
}

func showCell(c extract.Cell) string {
	s := fmt.Sprintf("%d,%d %d×%d L%d %s", c.Row, c.Column, c.RowSpan, c.ColumnSpan, c.At.Line, c.Text)
	if c.Arrow {
		s += " →"
	}
	if c.Hidden {
		s += " hidden"
	}
	return strings.TrimSpace(s)
}

// Short forms of the markup.
func p(inner string) string     { return `<w:p>` + inner + `</w:p>` }
func r(text string) string      { return `<w:r><w:t>` + text + `</w:t></w:r>` }
func inRun(inner string) string { return `<w:r>` + inner + `</w:r>` }
func tbl(rows ...string) string {
	return `<w:tbl><w:tblPr/><w:tblGrid/>` + strings.Join(rows, "") + `</w:tbl>`
}
func tr(cells ...string) string { return `<w:tr>` + strings.Join(cells, "") + `</w:tr>` }
func tc(text string) string     { return `<w:tc>` + p(r(text)) + `</w:tc>` }
func tcWith(properties, inner string) string {
	return `<w:tc><w:tcPr>` + properties + `</w:tcPr>` + inner + `</w:tc>`
}
func field(kind string) string { return inRun(`<w:fldChar w:fldCharType="` + kind + `"/>`) }
func box(inner string) string {
	return inRun(`<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>` + inner + `</w:txbxContent></wps:txbx></w:drawing></mc:Choice>` +
		`<mc:Fallback><w:pict><v:textbox><w:txbxContent>` + inner + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`)
}

func TestText(t *testing.T) {
	const deletedEnd = `<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>`
	tests := []struct {
		name, body string
		want       []string
	}{
		{"paragraphs", p(r("みなと野市")) + p("") + p(r("報")+r("告")), []string{"L1:1 みなと野市", "L3:1 報告"}},
		{"breaks", p(inRun(`<w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t><w:cr/><w:br/><w:t xml:space="preserve">　四 </w:t>`)),
			[]string{"L1:1 一", "L1:3 二\t三", "L1:9 四"}},
		{"space", p(inRun(`<w:t> A </w:t><w:t xml:space="preserve"> B</w:t><w:noBreakHyphen/><w:t>1</w:t>`)), []string{"L1:1 A B-1"}},
		{"tracked changes", p(`<w:ins>` + r("後") + `</w:ins><w:del>` + inRun(`<w:delText>前</w:delText>`) + `</w:del><w:moveFrom>` + r("元") + `</w:moveFrom><w:moveTo>` + r("先") + `</w:moveTo>`),
			[]string{"L1:1 後先"}},
		{"deleted end", p(deletedEnd+r("前半")) + p(r("後半")) + p(r("次")), []string{"L1:1 前半後半", "L3:1 次"}},
		{"deleted end before a table", p(deletedEnd+r("前半")) + tbl(tr(tc("a"))), []string{"L1:1 前半", "[L2:1 1×1", "0,0 1×1 L2 a"}},
		{"field", p(field("begin") + inRun(`<w:instrText> REF a </w:instrText>`) + field("begin") + r("内側") + field("separate") + r("中") + field("end") + field("separate") + r("結果") + field("end") + `<w:fldSimple>` + r("7") + `</w:fldSimple>`),
			[]string{"L1:1 結果7"}},
		{"hidden", p(inRun(`<w:rPr><w:vanish/></w:rPr><w:t>隠</w:t>`) + inRun(`<w:rPr><w:vanish w:val="0"/><w:webHidden/></w:rPr><w:t>見</w:t>`)), []string{"L1:1 見"}},
		{"reading", p(inRun(`<w:ruby><w:rt>` + r("みずの") + `</w:rt><w:rubyBase>` + r("瑞野") + `</w:rubyBase></w:ruby>`)), []string{"L1:1 瑞野"}},
		{"symbols", p(inRun(`<w:sym w:font="Wingdings" w:char="F06C"/><w:sym w:font="Wingdings" w:char="F0A8"/>`) + inRun(`<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>&#xF0E0;</w:t>`)), []string{"L1:1 ●□→"}},
		{"wrapped", `<w:sdt><w:sdtPr/><w:sdtContent>` + p(`<w:hyperlink>`+r("続")+`</w:hyperlink><m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>`) + `</w:sdtContent></w:sdt>`, []string{"L1:1 続x+1"}},
		{"text box", p(r("前")+box(p(r("枠"))+tbl(tr(tc("a"))))+r("後")) + p(r("次")),
			// Paragraph 4 and 5 are those of the older copy.
			[]string{"L1:1 前後", "L2:1 枠", "[L3:1 1×1", "0,0 1×1 L3 a", "L6:1 次"}},
		{"pages", p(r("表紙")+inRun(`<w:br w:type="page"/><w:t>本文</w:t>`)) + p(`<w:pPr><w:pageBreakBefore/></w:pPr>`+r("三")) + p(`<w:pPr><w:sectPr/></w:pPr>`+r("節")) +
			p(`<w:pPr><w:sectPr><w:type w:val="continuous"/></w:sectPr></w:pPr>`+r("四")) + p(r("四の続き")),
			[]string{"L1:1 表紙", "--", "L1:4 本文", "--", "L2:1 三", "L3:1 節", "--", "L4:1 四", "L5:1 四の続き"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, show(read(t, word(t, tt.body, nil)))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestTables(t *testing.T) {
	down := func(more bool, text string) string {
		if more {
			return tcWith(`<w:vMerge/>`, p(r(text)))
		}
		return tcWith(`<w:vMerge w:val="restart"/>`, p(r(text)))
	}
	tests := []struct {
		name, body string
		want       []string
	}{
		{"merges", tbl(
			tr(down(false, "柱"), tcWith(`<w:gridSpan w:val="2"/>`, p(r("取組")))),
			tr(down(true, ""), tc("a"), tc("b")),
			tr(down(true, "隠れる"), tc("c"), tc("")),
		), []string{"[L1:1 3×3", "0,0 3×1 L1 柱", "0,1 1×2 L2 取組", "1,1 1×1 L4 a", "1,2 1×1 L5 b", "2,1 1×1 L7 c", "2,2 1×1 L8"}},
		{"merge of another width", tbl(
			tr(down(false, "a"), tc("b")),
			tr(tcWith(`<w:gridSpan w:val="2"/><w:vMerge/>`, p(r("c")))),
		), []string{"[L1:1 2×2", "0,0 1×1 L1 a", "0,1 1×1 L2 b", "1,0 1×2 L3 c"}},
		{"merge without a beginning", tbl(tr(down(true, "a"))), []string{"[L1:1 1×1", "0,0 1×1 L1 a"}},
		{"old merge to the right", tbl(tr(tcWith(`<w:hMerge w:val="restart"/>`, p(r("a"))), tcWith(`<w:hMerge/>`, p("")), tc("b"))),
			[]string{"[L1:1 1×3", "0,0 1×2 L1 a", "0,2 1×1 L3 b"}},
		{"row set in", tbl(tr(tc("a"), tc("b")), tr(`<w:trPr><w:gridBefore w:val="1"/></w:trPr>`, tc("c"))),
			[]string{"[L1:1 2×2", "0,0 1×1 L1 a", "0,1 1×1 L2 b", "1,1 1×1 L3 c"}},
		{"rows hidden and deleted", tbl(tr(down(false, "a"), tc("b")), tr(`<w:trPr><w:del/></w:trPr>`, down(true, ""), tc("消")), tr(`<w:trPr><w:hidden/></w:trPr>`, down(true, ""), tc("隠"))),
			[]string{"[L1:1 2×2", "0,0 2×1 L1 a", "0,1 1×1 L2 b", "1,1 1×1 L6 隠 hidden"}},
		{"paragraphs in a cell", tbl(tr(tcWith("", p(r("一"))+p("")+p(inRun(`<w:t>二</w:t><w:br/><w:t>三</w:t><w:br w:type="page"/><w:t>四</w:t>`))))),
			[]string{"[L1:1 1×1", "0,0 1×1 L1 一\n二\n三\n四"}},
		{"nested", tbl(tr(tc("年度"), tcWith("", p(r("表"))+tbl(tr(tc("R6"), tc("R7")), tr(tc("実施"), tc("検討")))+p("")))),
			[]string{"[L1:1 1×2", "0,0 1×1 L1 年度", "0,1 1×1 L2 表\nR6\tR7\n実施\t検討"}},
		{"frame", tbl(tr(tcWith("", p(r("見出し"))+tbl(tr(tc("a"), tc("b")))+p("")))),
			[]string{"L1:1 見出し", "[L2:1 1×2", "0,0 1×1 L2 a", "0,1 1×1 L3 b"}},
		{"text box in a cell", tbl(tr(tcWith("", p(r("a")+box(p(r("枠"))))), tc("b"))),
			[]string{"[L1:1 1×2", "0,0 1×1 L1 a", "0,1 1×1 L4 b", "L2:1 枠"}},
		{"arrow", tbl(tr(tc("a"), tcWith("", p(inRun(`<w:drawing><a:prstGeom prst="rightArrow"/></w:drawing>`))), tcWith("", p(inRun(`<w:drawing><a:ln><a:tailEnd type="none"/></a:ln></w:drawing>`))), tcWith("", p(inRun(`<w:drawing><a:ln><a:tailEnd type="triangle"/></a:ln></w:drawing>`))))),
			[]string{"[L1:1 1×4", "0,0 1×1 L1 a", "0,1 1×1 L2  →", "0,2 1×1 L3", "0,3 1×1 L4  →"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := read(t, word(t, tt.body, nil))
			if diff := cmp.Diff(tt.want, show(doc)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			checkTables(t, doc)
		})
	}
}

func TestTitle(t *testing.T) {
	header := func(s string) string { return `<w:hdr ` + namespaces + `>` + p(r(s)) + `</w:hdr>` }
	core := `<c:coreProperties xmlns:dc="d"><dc:title> 進捗報告 </dc:title></c:coreProperties>`
	for _, tt := range []struct {
		parts map[string]string
		want  string
	}{
		{nil, ""},
		{map[string]string{"docProps/core.xml": core, "word/header1.xml": header("別")}, "進捗報告"},
		{map[string]string{"word/header1.xml": header("架空市行政改革プラン"), "word/footer1.xml": header("別")}, "架空市行政改革プラン"},
		{map[string]string{"word/header1.xml": header("- 3 -"), "word/footer1.xml": header("行政改革課")}, "行政改革課"},
	} {
		if got := read(t, word(t, p(r("a")), tt.parts)).Title; got != tt.want {
			t.Errorf("title %q, want %q", got, tt.want)
		}
	}
}

func TestMatch(t *testing.T) {
	plain := word(t, p(r("a")), nil)
	workbook := word(t, "", map[string]string{"word/document.xml": "", "xl/workbook.xml": ""})
	for _, tt := range []struct {
		name string
		data []byte
		want bool
	}{
		{"document", plain, true},
		{"cut short", plain[:len(plain)-30], true},
		{"document with a workbook in it", word(t, "", map[string]string{"word/embeddings/xl/workbook.xml": ""}), true},
		{"cut workbook with a document in it", workbook[:len(workbook)-30], false},
		{"text", []byte("word/document.xml"), false},
		{"nothing", nil, false},
	} {
		if got := Match(tt.data); got != tt.want {
			t.Errorf("Match(%s) = %v", tt.name, got)
		}
	}
}

func ExampleExtractor_Extract() {
	data := word(&testing.T{}, p(r("架空市"))+tbl(tr(tc("担当課"), tc("総務課"))), nil)
	doc, err := Extractor{}.Extract(context.Background(), extract.Source{Data: data})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range doc.Pages[0].Blocks {
		if b.Line != nil {
			fmt.Println(b.Line.At, b.Line.Text)
			continue
		}
		for _, c := range b.Table.Cells {
			fmt.Println(c.At, c.Row, c.Column, c.Text)
		}
	}
	// Output:
	// L1:1 架空市
	// L2:1 0 0 担当課
	// L3:1 0 1 総務課
}
