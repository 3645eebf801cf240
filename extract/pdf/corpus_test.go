package pdf

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"gyokaku/extract"
	"gyokaku/model"
)

// readCorpusFile extracts one file.
func readCorpusFile(tb testing.TB, file string) (*extract.Document, error) {
	tb.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		tb.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(tb.Context(), 30*time.Second)
	defer cancel()
	return Extractor{}.Extract(ctx, extract.Source{Name: filepath.Base(file), Data: data})
}

// solid is all text of a document without white space.
func solid(doc *extract.Document) string {
	var b strings.Builder
	for _, p := range doc.Pages {
		for _, w := range p.Words {
			b.WriteString(withoutSpace(w.Text))
		}
	}
	return b.String()
}

func withoutSpace(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// notPDFium are the crafted files where we do not follow PDFium, with the text
// or the failure that is right, and why.
var notPDFium = map[string]string{
	"embcmap-tu.pdf":   "あぃい人材", // PDFium drops the last entry of a bfrange array;
	"identH-tu.pdf":    "あぃい人材", // poppler reads it
	"identV-tu.pdf":    "あぃい人材",
	"unijis-tu.pdf":    "あぃい人材",
	"tu-1byte-dst.pdf": "A", // PDFium wants two bytes; poppler reads one
	"tu-surrogate.pdf": "𠮷", // a character beyond the basic plane
	"real-exp.pdf":     "Hello",
	"identH-notu.pdf":  "broken", // PDFium prints the codes as if they were characters
}

// TestCrafted reads one trap per file.
func TestCrafted(t *testing.T) {
	expected := corpus(t, "crafted/expected.tsv")[0]
	table, err := os.ReadFile(expected)
	if err != nil {
		t.Fatal(err)
	}
	same := map[string]string{} // texts by what is expected of them
	checked := 0
	for line := range strings.Lines(string(table)) {
		file, want, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if !strings.HasSuffix(file, ".pdf") {
			continue
		}
		checked++
		t.Run(file, func(t *testing.T) {
			doc, err := readCorpusFile(t, filepath.Join(filepath.Dir(expected), file))
			text := craftedText(t, file, want, doc, err)
			if first, ok := same[want]; ok && strings.Contains(want, "pages=23") && text != first {
				t.Errorf("%d characters, other than in the file with the same text", len(text))
			}
			same[want] = text
		})
	}
	if checked == 0 {
		t.Fatal("no files in expected.tsv")
	}
}

// craftedText checks one file against its line of the table, such as
// "pages=1 chars=11 'Hello World'" or "4: invalid password", and gives its text.
func craftedText(t *testing.T, file, want string, doc *extract.Document, err error) string {
	t.Helper()
	var f *model.Failure
	if err != nil && !errors.As(err, &f) {
		t.Fatalf("error without a code: %v", err)
	}
	head := notPDFium[file]
	if !strings.Contains(want, "pages=") || head == "broken" {
		switch { // a file with a password, and one whose page tree is a loop
		case f != nil && strings.Contains(want, "password") != (f.Code == model.FailEncrypted):
			t.Errorf("%v, want %s", f, want)
		case f == nil && len(doc.Problems) == 0:
			t.Errorf("opened without a problem, want %s", want)
		}
		return ""
	}
	if err != nil {
		t.Fatalf("%v, want %s", err, want)
	}
	if head == "" {
		_, quoted, _ := strings.Cut(want, "'")
		head, err = strconv.Unquote(`"` + strings.TrimSuffix(quoted, "'") + `"`)
		if err != nil {
			t.Fatal(err)
		}
	}
	text := solid(doc)
	pages, _, _ := strings.Cut(strings.TrimPrefix(want, "pages="), " ")
	if pages != strconv.Itoa(len(doc.Pages)) || !strings.HasPrefix(text, withoutSpace(head)) {
		t.Errorf("%d pages, %.60q, want %s %q", len(doc.Pages), text, pages, head)
	}
	if pages == "1" && text != withoutSpace(head) {
		t.Errorf("text %q, want %q", text, head)
	}
	return text
}

// Limits of one broken file.
const (
	brokenTime   = 5 * time.Second
	brokenMemory = 512 << 20
)

// TestBroken reads files that are damaged, hostile or no PDF at all: nothing
// hangs or panics, and what cannot be read says why.
func TestBroken(t *testing.T) {
	for _, file := range corpus(t, "real/broken/*.pdf") {
		t.Run(filepath.Base(file), func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			doc, err := readCorpusFile(t, file)
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			if used := after.TotalAlloc - before.TotalAlloc; took > brokenTime || used > brokenMemory {
				t.Errorf("took %v and %d MB", took, used>>20)
			}
			var f *model.Failure
			switch {
			case err == nil && len(doc.Pages) == 0:
				t.Error("neither pages nor an error")
			case err != nil && !errors.As(err, &f):
				t.Errorf("error without a code: %v", err)
			case err != nil && strings.ContainsAny(err.Error(), "\n"):
				t.Errorf("not one line: %v", err)
			}
		})
	}
}

// TestScans holds that a scan is known as one on each of its pages.
func TestScans(t *testing.T) {
	doc, err := readCorpusFile(t, corpus(t, "tsukubamirai/*.scan200-ocrlayer.pdf")[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range doc.Pages {
		if p.Kind != extract.PageScanText || p.Count.Images == 0 || p.Count.Glyphs == 0 || p.Count.Unmapped != 0 {
			t.Errorf("page %d is %s with %+v", p.Number, p.Kind, p.Count)
		}
	}
	var f *model.Failure
	if _, err := readCorpusFile(t, corpus(t, "tsukubamirai/*.scan200.pdf")[0]); !errors.As(err, &f) || f.Code != model.FailNoText {
		t.Errorf("a scan without text: %v", err)
	}
}
