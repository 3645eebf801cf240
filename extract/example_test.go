package extract_test

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"unicode/utf16"

	"gyokaku/extract"
	"gyokaku/extract/grid"
	"gyokaku/extract/pdf"
)

// Reading a PDF and finding its tables. Everything has its place on the page.
func Example_tables() {
	data := document(page(
		text(50, 760, "実績報告"),
		ruled([]int{50, 130, 250}, []int{700, 720, 740}),
		text(55, 725, "取組"), text(135, 725, "進捗"),
		text(55, 705, "研修"), text(135, 705, "順調"),
	))
	doc, err := pdf.Extractor{}.Extract(context.Background(), extract.Source{Name: "瑞野市.pdf", Data: data})
	if err != nil {
		log.Fatal(err)
	}
	grid.Layout(context.Background(), doc)
	for _, b := range doc.Pages[0].Blocks {
		if b.Line != nil {
			fmt.Println(b.Line.Text)
			continue
		}
		fmt.Println(b.Table.Rows, "rows,", b.Table.Columns, "columns")
		for _, c := range b.Table.Cells {
			fmt.Println(c.Row, c.Column, c.Text, c.At)
		}
	}
	// Output:
	// 実績報告
	// 2 rows, 2 columns
	// 0 0 取組 p1 [50.0,102.0,130.0,122.0]
	// 0 1 進捗 p1 [130.0,102.0,250.0,122.0]
	// 1 0 研修 p1 [50.0,122.0,130.0,142.0]
	// 1 1 順調 p1 [130.0,122.0,250.0,142.0]
}

// A table that goes on over the page is one table when its parts are joined. The
// heading that the second page repeats is there once.
func Example_joined() {
	columns := []int{50, 130, 250}
	data := document(
		page(ruled(columns, []int{40, 60, 80}), text(55, 65, "取組"), text(135, 65, "進捗"), text(55, 45, "研修"), text(135, 45, "順調")),
		page(ruled(columns, []int{740, 760, 780}), text(55, 765, "取組"), text(135, 765, "進捗"), text(55, 745, "窓口"), text(135, 745, "遅延")),
	)
	doc, err := pdf.Extractor{}.Extract(context.Background(), extract.Source{Data: data})
	if err != nil {
		log.Fatal(err)
	}
	grid.Layout(context.Background(), doc)
	var parts []*extract.Table
	for _, p := range doc.Pages {
		for _, b := range p.Blocks {
			if b.Table != nil {
				fmt.Println("page", p.Number, "continues:", b.Table.Continues)
				parts = append(parts, b.Table)
			}
		}
	}
	whole := grid.Joined(parts...)
	for _, c := range whole.Cells {
		fmt.Println(c.Row, c.Column, c.Text, "page", c.At.Page)
	}
	// Output:
	// page 1 continues: false
	// page 2 continues: true
	// 0 0 取組 page 1
	// 0 1 進捗 page 1
	// 1 0 研修 page 1
	// 1 1 順調 page 1
	// 2 0 窓口 page 2
	// 2 1 遅延 page 2
}

// The rest makes the PDFs. Their coordinates have y upwards.

func text(x, y int, s string) string {
	var hex string
	for _, u := range utf16.Encode([]rune(s)) {
		hex += fmt.Sprintf("%04X", u)
	}
	return fmt.Sprintf("BT /F1 10 Tf %d %d Td <%s> Tj ET\n", x, y, hex)
}

func ruled(xs, ys []int) (content string) {
	for _, y := range ys {
		content += fmt.Sprintf("%d %d m %d %d l S\n", xs[0], y, xs[len(xs)-1], y)
	}
	for _, x := range xs {
		content += fmt.Sprintf("%d %d m %d %d l S\n", x, ys[0], x, ys[len(ys)-1])
	}
	return content
}

func page(parts ...string) (content string) {
	for _, p := range parts {
		content += p
	}
	return content
}

// document writes a file of A4 pages with a font that is not embedded, as many
// municipal PDFs have.
func document(pages ...string) []byte {
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>", "",
		"<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /UniJIS-UTF16-H /DescendantFonts [4 0 R] >>",
		"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 6 >> >>",
	}
	kids := ""
	for _, content := range pages {
		kids += fmt.Sprintf("%d 0 R ", len(objects)+1)
		objects = append(objects,
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>", len(objects)+2),
			fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids, len(pages))
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	xref := "0000000000 65535 f \n"
	for i, o := range objects {
		xref += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, xref, len(objects)+1, start)
	return b.Bytes()
}
