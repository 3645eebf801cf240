package docx

import (
	"context"
	"errors"
	"strings"
	"testing"

	"gyokaku/extract"
	"gyokaku/model"
)

func TestRefused(t *testing.T) {
	plain := word(t, p(r("報告")), nil)
	limits := extract.Limits{Bytes: 1 << 20, Inflate: 1 << 20, Pages: 2, Cells: 3}
	encrypted := append([]byte(cfbMagic), utf16LE("EncryptedPackage")...)
	main := func(s string) []byte { return word(t, "", map[string]string{"word/document.xml": s}) }
	for _, c := range []struct {
		name  string
		data  []byte
		code  model.FailureCode
		cause string // part of it
	}{
		{"nothing", nil, model.FailEmpty, ""},
		{"too long", make([]byte, 1<<20+1), model.FailTooLarge, "bytes"},
		{"cut short", plain[:len(plain)/2], model.FailBroken, "zip"},
		{"encrypted", encrypted, model.FailEncrypted, ""},
		{"old format", append([]byte(cfbMagic), utf16LE("WordDocument")...), model.FailUnknown, ".doc"},
		{"text", []byte("報告"), model.FailUnknown, "テキスト"},
		{"no main part", word(t, "", map[string]string{"_rels/.rels": `<R><Relationship Type="x/officeDocument" Target="word/none.xml"/></R>`}), model.FailBroken, "missing"},
		{"main part cut short", main(`<w:document><w:body><w:p><w:r><w:t>半`), model.FailBroken, "EOF"},
		{"entities", main(`<document><body><p><r><t>&lol;</t></r></p></body></document>`), model.FailBroken, "entity"},
		{"too many cells", word(t, tbl(tr(tc("a"), tc("b"), tc("c"), tc("d"))), nil), model.FailTooLarge, "cells"},
		{"too many cells in each other", word(t, strings.Repeat(`<w:tbl><w:tr><w:tc>`, 4)+strings.Repeat(`</w:tc></w:tr></w:tbl>`, 4), nil), model.FailTooLarge, "cells"},
		{"too wide", word(t, tbl(tr(tcWith(`<w:gridSpan w:val="1000"/>`, p("")), tcWith(`<w:gridSpan w:val="1000"/>`, p("")))), nil), model.FailTooLarge, "columns"},
		{"too many pages", word(t, strings.Repeat(p(inRun(`<w:br w:type="page"/><w:t>a</w:t>`)), 3), nil), model.FailTooLarge, "3 pages"},
		{"too deep", word(t, strings.Repeat(`<w:sdt>`, 5000)+strings.Repeat(`</w:sdt>`, 5000), nil), model.FailTooLarge, "deep"},
		{"bomb", word(t, strings.Repeat(" ", 2<<20), nil), model.FailTooLarge, "inflates"},
		{"bomb of styles", word(t, "", map[string]string{"word/styles.xml": strings.Repeat(" ", 2<<20)}), model.FailTooLarge, "inflates"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, err := Extractor{limits}.Extract(context.Background(), extract.Source{Data: c.data})
			var f *model.Failure
			if doc != nil || !errors.As(err, &f) || f.Code != c.code || !strings.Contains(err.Error(), c.cause) {
				t.Errorf("got %v, %v; want a failure %s with %q", doc, err, c.code, c.cause)
			}
		})
	}
}

// TestDoubts has what is damaged beside the text: it costs no more than itself,
// and is said.
func TestDoubts(t *testing.T) {
	for _, c := range []struct {
		name, body string
		parts      map[string]string
		code       string
	}{
		{"styles", p(r("a")), map[string]string{"word/styles.xml": `<w:styles>`}, "document.definitions"},
		{"numbering", p(r("a")), map[string]string{"word/numbering.xml": `<`}, "document.definitions"},
		{"relations", p(r("a")), map[string]string{"word/_rels/document.xml.rels": `<R>`}, "document.definitions"},
		{"open field", p(r("a") + field("begin") + r("b")), nil, "field.open"},
		{"other file", p(r("a")) + `<w:altChunk/><w:altChunk/>`, nil, "document.elsewhere"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := read(t, word(t, c.body, c.parts))
			if got := show(doc); len(got) != 1 || got[0] != "L1:1 a" {
				t.Errorf("read %q", got)
			}
			if len(doc.Problems) != 1 || doc.Problems[0].Code != c.code || doc.Problems[0].Message == "" {
				t.Errorf("problems %+v, want %s", doc.Problems, c.code)
			}
		})
	}
}

func TestTimeout(t *testing.T) {
	for want, end := range map[error]func() (context.Context, context.CancelFunc){
		context.DeadlineExceeded: func() (context.Context, context.CancelFunc) { return context.WithTimeout(t.Context(), 0) },
		context.Canceled: func() (context.Context, context.CancelFunc) {
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			return ctx, cancel
		},
	} {
		ctx, cancel := end()
		_, err := Extractor{}.Extract(ctx, extract.Source{Data: word(t, p(r("a")), nil)})
		cancel()
		var f *model.Failure
		if timeout := errors.As(err, &f) && f.Code == model.FailTimeout; !errors.Is(err, want) || timeout != (want == context.DeadlineExceeded) {
			t.Errorf("got %v, want %v", err, want)
		}
	}
}

// FuzzBody holds what readers of a document rely on: places that name a
// paragraph, cells in order, none twice, extents inside of the table that do not
// overlap, and no more cells than the limit.
func FuzzBody(f *testing.F) {
	for _, s := range []string{
		p(r("a")) + tbl(tr(tcWith(`<w:vMerge w:val="restart"/>`, p(r("b"))), tc("c")), tr(tcWith(`<w:vMerge/>`, p("")), tcWith(`<w:gridSpan w:val="3"/>`, p(r("d"))))),
		tbl(tr(tcWith(`<w:hMerge w:val="restart"/><w:vMerge w:val="restart"/>`, p("")), tcWith(`<w:hMerge/>`, p(""))), tr(`<w:trPr><w:gridBefore w:val="1"/><w:del/></w:trPr>`, tcWith(`<w:vMerge/>`, p("")))),
		tbl(tr(tcWith("", tbl(tr(tc("a"))))), tr(tc("b"))) + p(box(p(r("c")))+field("begin")),
		item("1", 0, "a") + item("1", 8, "b") + styled("h", "c"),
	} {
		f.Add(s, `<w:abstractNum w:abstractNumId="0">`+lvl(0, "aiueo", "%1%9", "")+`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)
	}
	const maxCells = 200
	f.Fuzz(func(t *testing.T, body, numbering string) {
		data := word(t, body, map[string]string{"word/numbering.xml": `<w:numbering ` + namespaces + `>` + numbering + `</w:numbering>`})
		doc, err := Extractor{extract.Limits{Inflate: 1 << 20, Cells: maxCells}}.Extract(context.Background(), extract.Source{Data: data})
		var failure *model.Failure
		if err != nil && (!errors.As(err, &failure) || failure.Code == model.FailPanic) {
			t.Fatalf("%q: %v", body, err)
		}
		if err == nil && checkTables(t, doc) > maxCells {
			t.Fatalf("%q: too many cells", body)
		}
	})
}

// checkTables checks the shape of all tables and counts their cells.
func checkTables(t *testing.T, doc *extract.Document) (cells int) {
	t.Helper()
	for i, page := range doc.Pages {
		if page.Number != i+1 {
			t.Fatalf("page %d is number %d", i+1, page.Number)
		}
		for _, b := range page.Blocks {
			switch {
			case b.Line != nil && (b.Line.At.Line < 1 || b.Line.At.Column < 1 || b.Line.Text == ""):
				t.Fatalf("line %+v", b.Line)
			case b.Table != nil:
				cells += len(b.Table.Cells)
				checkTable(t, b.Table)
			}
		}
	}
	return cells
}

func checkTable(t *testing.T, table *extract.Table) {
	t.Helper()
	type spot struct{ row, column int }
	taken := map[spot]bool{}
	last := spot{-1, 0}
	for _, c := range table.Cells {
		if c.Row < last.row || (c.Row == last.row && c.Column <= last.column) {
			t.Fatalf("cell %+v after %v", c, last)
		}
		last = spot{c.Row, c.Column}
		if c.RowSpan < 1 || c.ColumnSpan < 1 || c.Row+c.RowSpan > table.Rows || c.Column+c.ColumnSpan > table.Columns || c.At.Line < 1 {
			t.Fatalf("cell %+v in %d×%d", c, table.Rows, table.Columns)
		}
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			for k := c.Column; k < c.Column+c.ColumnSpan; k++ {
				if taken[spot{r, k}] {
					t.Fatalf("cell %+v overlaps another", c)
				}
				taken[spot{r, k}] = true
			}
		}
	}
}
