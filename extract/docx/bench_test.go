package docx

import (
	"strings"
	"testing"

	"gyokaku/extract"
)

// forms is a document like a progress report: 23 forms of 28 rows with merges.
func forms(t testing.TB) []byte {
	var b strings.Builder
	for range 23 {
		b.WriteString(p(r("取組別の進捗状況")))
		var rows []string
		for i := range 28 {
			merge := `<w:tcW w:w="2000" w:type="dxa"/><w:vMerge/>`
			if i%4 == 0 {
				merge = `<w:vMerge w:val="restart"/>`
			}
			rows = append(rows, tr(tcWith(merge, p(r("取組内容"))),
				tcWith(`<w:gridSpan w:val="3"/>`, p(`<w:pPr><w:spacing w:after="60"/></w:pPr>`+inRun(`<w:rPr><w:sz w:val="20"/></w:rPr><w:t>`+strings.Repeat("窓口の流れを見直した。", i%7+1)+`</w:t>`)))))
		}
		b.WriteString(tbl(rows...))
	}
	return word(t, b.String(), nil)
}

func BenchmarkExtract(b *testing.B) {
	data := forms(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := (Extractor{extract.DefaultLimits}).Extract(b.Context(), extract.Source{Data: data}); err != nil {
			b.Fatal(err)
		}
	}
}
