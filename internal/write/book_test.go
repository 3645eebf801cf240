package write

import (
	"bytes"
	"os"
	"testing"

	"gyokaku/model"
)

func reasons(rule string) string {
	return map[string]string{"text.space": "日本語の間の空白を除いた", "ocr.vocabulary": "凡例の語に直した"}[rule]
}

func TestDump(t *testing.T) {
	var b bytes.Buffer
	if err := Workbook(&b, []*model.Report{mizuno(7), outline()}, reasons); err != nil {
		t.Fatal(err)
	}
	os.WriteFile("/tmp/w/out.xlsx", b.Bytes(), 0o644)
}

func BenchmarkWorkbook(b *testing.B) {
	reports := []*model.Report{mizuno(23)}
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if err := Workbook(&out, reports, reasons); err != nil {
			b.Fatal(err)
		}
	}
}
