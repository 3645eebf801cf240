package pdf

import (
	"os"
	"path/filepath"
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
