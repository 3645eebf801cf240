package pdf

import (
	"fmt"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"gyokaku/extract"
	"gyokaku/model"
)

// numbered is a file of n pages, each of which says its number and has a rule.
func numbered(n int) []byte {
	b := newBuilder()
	font := b.helvetica()
	for i := range n {
		b.page(font, fmt.Sprintf("BT /F1 10 Tf 20 50 Td (page %d) Tj 0 -20 Td (%s) Tj ET 20 20 100 1 re f", i+1, strings.Repeat("x", i%50)))
	}
	return b.plain()
}

// copied makes a block of the first word of a page, as a layout does.
func copied(p *extract.Page) []model.Problem {
	p.Blocks = []extract.Block{{Line: &extract.Line{Text: p.Words[0].Text}}}
	if p.Number%100 == 0 {
		return []model.Problem{{Code: "layout.test", Place: model.Place{Page: p.Number}}}
	}
	return nil
}

// TestLayout: each page is laid out once, with its own words although pages
// share their memory, and only its blocks stay.
func TestLayout(t *testing.T) {
	const pages = 300
	var calls atomic.Int32
	doc, err := Extractor{Layout: func(p *extract.Page) []model.Problem {
		calls.Add(1)
		if len(p.Words) < 1 || len(p.Rules) != 1 {
			t.Errorf("page %d has %d words and %d rules", p.Number, len(p.Words), len(p.Rules))
		}
		return copied(p)
	}}.Extract(t.Context(), extract.Source{Data: numbered(pages)})
	if err != nil {
		t.Fatal(err)
	}
	if calls.Load() != pages || len(doc.Pages) != pages {
		t.Fatalf("%d pages, %d laid out", len(doc.Pages), calls.Load())
	}
	for i := range doc.Pages {
		p := &doc.Pages[i]
		if want := fmt.Sprintf("page %d", i+1); p.Words != nil || p.Rules != nil || p.Blocks[0].Line.Text != want {
			t.Errorf("page %d keeps %d words, %d rules and says %q", i+1, len(p.Words), len(p.Rules), p.Blocks[0].Line.Text)
		}
	}
	if len(doc.Problems) != pages/100 || doc.Problems[1].Place.Page != 200 {
		t.Errorf("problems %v", doc.Problems)
	}
}

// TestLayoutMemory: a page that is laid out leaves no words behind, so memory
// does not grow by them.
func TestLayoutMemory(t *testing.T) {
	data := numbered(500)
	bytes := func(layout func(*extract.Page) []model.Problem) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := (Extractor{Layout: layout}).Extract(t.Context(), extract.Source{Data: data}); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	bytes(nil) // what is read once
	if kept, laid := bytes(nil), bytes(copied); laid > kept/2 {
		t.Errorf("%d bytes with a layout, %d without", laid, kept)
	}
}
