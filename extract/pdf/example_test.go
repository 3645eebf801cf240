package pdf_test

import (
	"context"
	"errors"
	"fmt"
	"log"

	"gyokaku/extract"
	"gyokaku/extract/pdf"
	"gyokaku/model"
)

// The words of a page: runs of glyphs as they were drawn, with their places from
// the page's top left corner.
func ExampleExtractor_Extract() {
	doc, err := pdf.Extractor{}.Extract(context.Background(), extract.Source{Data: onePage(
		"BT /F1 10 Tf 50 700 Td <906992BB> Tj 60 0 Td <8F87> Tj <92B2> Tj ET 50 695 m 250 695 l S")})
	if err != nil {
		log.Fatal(err)
	}
	page := doc.Pages[0]
	fmt.Println(page.Kind, page.Width, page.Height)
	for _, w := range page.Words {
		fmt.Printf("%s at %.1f,%.1f, %d glyphs of %g points\n", w.Text, w.Box[0], w.Baseline, len(w.Glyphs), w.Size)
	}
	for _, r := range page.Rules {
		fmt.Printf("a line from %g,%g to %g,%g\n", r.X0, r.Y0, r.X1, r.Y1)
	}
	// Output:
	// digital 595 842
	// 進捗 at 50.0,142.0, 2 glyphs of 10 points
	// 順調 at 110.0,142.0, 2 glyphs of 10 points
	// a line from 50,146.5 to 250,147.5
}

// onePage is a file with one page in Shift_JIS, whose font is not embedded. Its
// cross-reference is missing, which is repaired.
func onePage(content string) []byte {
	return fmt.Appendf(nil, `%%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 6 0 R >> endobj
4 0 obj << /Type /Font /Subtype /Type0 /BaseFont /MS-Mincho /Encoding /90ms-RKSJ-H /DescendantFonts [5 0 R] >> endobj
5 0 obj << /Type /Font /Subtype /CIDFontType2 /BaseFont /MS-Mincho /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >> endobj
6 0 obj << /Length %d >>
stream
%s
endstream endobj
trailer << /Root 1 0 R >>
%%%%EOF
`, len(content), content)
}

// A file that was cut short, as after a broken download.
func ExampleExtractor_Extract_failure() {
	src := extract.Source{Name: "瑞野市.pdf", Data: []byte("%PDF-1.7\n1 0 obj\n<< /Type /Cata")}
	_, err := pdf.Extractor{}.Extract(context.Background(), src)
	var f *model.Failure
	fmt.Println(errors.As(err, &f), f.Code)
	fmt.Println(err)
	// Output:
	// true broken
	// broken: the file is cut short: no page tree
}

func ExampleMatch() {
	fmt.Println(pdf.Match([]byte("%PDF-1.4\n")), pdf.Match([]byte("<!DOCTYPE html>")))
	// Output: true false
}
