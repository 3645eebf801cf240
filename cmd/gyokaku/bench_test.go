package main

import (
	"os"
	"path/filepath"
	"testing"

	"gyokaku/extract"
	"gyokaku/extract/grid"
)

// BenchmarkTables reads PDFs as far as their tables, without process start and
// output. What users wait for is the whole process; it is compared with another
// program by alternating runs on one processor, of which the medians count:
//
//	go build -o gyokaku ./cmd/gyokaku
//	hyperfine -N -w 2 -r 20 'taskset -c 0 ./gyokaku tables F.pdf --format json' \
//		'taskset -c 0 pdftotext -layout F.pdf /dev/null'
//
// A file of 2,300 pages is 100 times one of 23, with and without object streams;
// time -v gives its peak memory ("Maximum resident set size"):
//
//	qpdf --empty --pages $(yes F.pdf | head -n 100) -- big.pdf
//	qpdf --object-streams=generate big.pdf packed.pdf
//	/usr/bin/time -v ./gyokaku tables big.pdf --format json > /dev/null
func BenchmarkTables(b *testing.B) {
	root := os.Getenv("GYOKAKU_CORPUS")
	if root == "" {
		b.Skip("GYOKAKU_CORPUS is not set: no corpus to read")
	}
	files, err := filepath.Glob(filepath.Join(root, "tables", "*.pdf"))
	if err != nil || len(files) == 0 {
		b.Fatalf("no files in the corpus (%v)", err)
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(filepath.Base(path), func(b *testing.B) { benchmarkTables(b, data) })
	}
}

func benchmarkTables(b *testing.B, data []byte) {
	f, failure := detect(data)
	if failure != nil {
		b.Fatal(failure)
	}
	b.ReportAllocs()
	pages := 0
	for b.Loop() {
		doc, err := f.extractor.Extract(b.Context(), extract.Source{Data: data})
		if err != nil {
			b.Fatal(err)
		}
		grid.Join(doc)
		pages += len(doc.Pages)
	}
	b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
}
