package pdf_test

import (
	"context"
	"errors"
	"fmt"

	"gyokaku/extract"
	"gyokaku/extract/pdf"
	"gyokaku/model"
)

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
