package pdf

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gyokaku/extract"
)

// corpus gives the files of the shared corpus that match pattern.
func corpus(tb testing.TB, pattern string) []string {
	tb.Helper()
	root := os.Getenv("GYOKAKU_CORPUS")
	if root == "" {
		tb.Skip("GYOKAKU_CORPUS is not set: no corpus to read")
	}
	files, err := filepath.Glob(filepath.Join(root, pattern))
	if err != nil || len(files) == 0 {
		tb.Fatalf("no files %s in the corpus (%v)", pattern, err)
	}
	return files
}

func BenchmarkExtractCorpus(b *testing.B) {
	for _, path := range corpus(b, "tables/*.pdf") {
		data, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(filepath.Base(path), func(b *testing.B) { benchmarkExtract(b, data) })
	}
}

// BenchmarkExtract reads 20 pages of a ruled table that the test writes itself.
func BenchmarkExtract(b *testing.B) {
	var content strings.Builder
	for row := range 50 {
		for column := range 10 {
			x, y := 20+column*50, 800-row*15
			fmt.Fprintf(&content, "%d %d 50 15 re S BT /F1 8 Tf 1 0 0 1 %d %d Tm <0001000200030004> Tj ET\n", x, y, x+2, y+3)
		}
	}
	f := newBuilder()
	font := f.cid("/Encoding /Identity-H "+f.toUnicode("1 beginbfrange <0001> <00ff> <4e00> endbfrange"), "/DW 1000")
	for range 20 {
		f.pageWith("/MediaBox [0 0 595 842]", font, content.String())
	}
	benchmarkExtract(b, f.plain())
}

func benchmarkExtract(b *testing.B, data []byte) {
	b.ReportAllocs()
	b.SetBytes(int64(len(data)))
	pages := 0
	for b.Loop() {
		doc, err := Extractor{}.Extract(b.Context(), extract.Source{Data: data})
		if err != nil {
			b.Fatal(err)
		}
		pages += len(doc.Pages)
	}
	b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
}

// BenchmarkManyPages reads a file of 2,300 pages that are laid out one by one.
// Bytes per page must not grow with the number of pages.
func BenchmarkManyPages(b *testing.B) {
	for _, n := range []int{23, 2300} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			data := numbered(n)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := (Extractor{Layout: copied}).Extract(b.Context(), extract.Source{Data: data}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "pages/s")
		})
	}
}
