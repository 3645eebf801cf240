package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"gyokaku/extract"
	"gyokaku/model"
)

// hello is a file of one page with the word "Hello".
func hello() *builder {
	b := newBuilder()
	b.page(b.helvetica(), "BT /F1 10 Tf 20 50 Td (Hello) Tj ET")
	return b
}

func TestDamage(t *testing.T) {
	whole := string(hello().plain())
	at := strings.Index(whole, "xref\n")
	edit := func(old, new string) []byte {
		if !strings.Contains(whole, old) {
			t.Fatalf("nothing to replace: %q", old)
		}
		return []byte(strings.Replace(whole, old, new, 1))
	}
	tests := []struct {
		name     string
		data     []byte
		repaired bool
	}{
		{"whole", []byte(whole), false},
		{"object and cross-reference streams", hello().compressed(), false},
		{"things before the header", []byte("\xef\xbb\xbf\n" + whole), false},
		{"version 2.0", edit("%PDF-1.7", "%PDF-2.0"), false},
		{"no end mark", edit("%%EOF\n", ""), false},
		{"things behind the end", []byte(whole + strings.Repeat("\x00junk\n", 100)), false},
		{"a wrong startxref", edit("startxref\n", "startxref\n9"), true},
		{"no startxref", edit("startxref\n", "\n"), true},
		{"all entries one byte off", edit("%PDF-1.7\n", "%PDF-1.7\n\n"), false},
		{"all entries in front of their objects", edit("%PDF-1.7\n", "%PDF-1.7\n%%%%\n"), true},
		{"a loop of cross-references", edit("/Root 1 0 R", fmt.Sprintf("/Root 1 0 R /Prev %d", at)), true},
		{"a huge subsection", edit("xref\n0 ", "xref\n4000000000 "), true},
		{"a huge size", edit("/Size", "/Size 99999999999 /X"), false},
		{"no endobj", edit("endobj\n3 0 obj", "\n3 0 obj"), true},
		{"a length that is too long", edit("/Length ", "/Length 9"), false},
		{"no trailer", []byte(whole[:at]), true},
		{"objects of the same number", []byte("%PDF-1.7\n1 0 obj (old) endobj\n" + whole[9:at]), true},
		{"a kid that is no object", edit("/Kids [ ", "/Kids [ 99 0 R "), true},
		{"kids that are their own parents", edit("/Kids [ ", "/Kids [ 2 0 R "), true},
		{"a page tree without pages", edit("/Kids [", "/Lost ["), true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := extractOf(t, tt.data)
			if got := texts(doc.Pages[0]); len(doc.Pages) != 1 || !slices.Equal(got, []string{"Hello"}) {
				t.Errorf("%d pages, words %q", len(doc.Pages), got)
			}
			if got := doc.Reader != "ledongthuc"; got != tt.repaired || got != (len(doc.Problems) > 0) {
				t.Errorf("reader %s, problems %v", doc.Reader, doc.Problems)
			}
		})
	}
}

func TestFailures(t *testing.T) {
	whole := hello().plain()
	two := hello()
	two.page(two.helvetica(), "")
	locked := hello()
	locked.trailer = fmt.Sprintf("/Encrypt << /Filter /Standard /V 1 /R 2 /O <%064x> /U <%064x> /P -4 >> /ID [<00> <00>]", 1, 2)
	foreign := hello()
	foreign.trailer = "/Encrypt << /Filter /Adobe.PubSec /V 4 >>"
	scan := newBuilder()
	scan.page(scan.helvetica(), "")
	im := scan.stream("/Type /XObject /Subtype /Image /Width 1 /Height 1", "x")
	scan.page(fmt.Sprintf("/XObject << /Im %d 0 R >>", im), "200 0 0 100 0 0 cm /Im Do")
	filter := newBuilder()
	c := filter.stream("/Filter /JBIG9Decode", "x")
	filter.pages = append(filter.pages, filter.add(fmt.Sprintf("<< /Type /Page /Contents %d 0 R >>", c)))
	tests := []struct {
		name   string
		data   []byte
		limits extract.Limits
		want   model.FailureCode
		page   int
	}{
		{"nothing", nil, extract.Limits{}, model.FailEmpty, 0},
		{"a web page", []byte("<!DOCTYPE html><title>404</title>"), extract.Limits{}, model.FailUnknown, 0},
		{"a header only", []byte("%PDF-1.7\n"), extract.Limits{}, model.FailBroken, 0},
		{"cut before the pages", whole[:60], extract.Limits{}, model.FailBroken, 0},
		{"too many bytes", whole, extract.Limits{Bytes: 10}, model.FailTooLarge, 0},
		{"too many pages", two.plain(), extract.Limits{Pages: 1}, model.FailTooLarge, 0},
		{"a password", locked.plain(), extract.Limits{}, model.FailEncrypted, 0},
		{"encryption by certificates", foreign.plain(), extract.Limits{}, model.FailEncrypted, 0},
		{"a blank page and a scan", scan.plain(), extract.Limits{}, model.FailNoText, 2},
		{"a filter nobody knows", filter.plain(), extract.Limits{}, model.FailBroken, 1},
		{"no time", whole, extract.Limits{Time: time.Nanosecond}, model.FailTimeout, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := Extractor{Limits: tt.limits}.Extract(t.Context(), extract.Source{Data: tt.data})
			var f *model.Failure
			if !errors.As(err, &f) {
				t.Fatalf("document %v, error %v", doc, err)
			}
			if known := tt.want == model.FailNoText || tt.want == model.FailBroken && tt.page > 0; (doc != nil) != known {
				t.Errorf("document %v beside %v", doc, f)
			}
			if f.Code != tt.want || f.At.Page != tt.page {
				t.Errorf("failure %v, want %s on page %d", f, tt.want, tt.page)
			}
		})
	}
}

// TestTruncated cuts a file of two pages in the second one's content: the page
// tree at its end is lost, the first page can be read.
func TestTruncated(t *testing.T) {
	b := hello()
	b.page("", "BT /F1 10 Tf 20 50 Td (World) Tj ET")
	b.finish()
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n")
	for i, o := range b.objects[2:] {
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+3, o)
	}
	data := out.Bytes()[:bytes.LastIndex(out.Bytes(), []byte("endstream"))-10]
	doc := extractOf(t, data)
	if len(doc.Pages) != 1 || !slices.Equal(texts(doc.Pages[0]), []string{"Hello"}) {
		t.Errorf("%d pages, words %q", len(doc.Pages), texts(doc.Pages[0]))
	}
	if len(doc.Problems) != 1 || doc.Problems[0].Code != "pdf.lost_tree" {
		t.Errorf("problems %v", doc.Problems)
	}
}

// TestDamagedPage has a page whose content cannot be decoded between two good
// ones, and one of which a part is missing.
func TestDamagedPage(t *testing.T) {
	b := hello()
	bad := b.stream("/Filter /Unknown", "x")
	b.pages = append(b.pages, b.add(fmt.Sprintf("<< /Type /Page /Contents %d 0 R >>", bad)))
	b.page(b.helvetica(), "BT /F1 10 Tf 20 50 Td (World) Tj ET")
	b.page(b.helvetica()+fmt.Sprintf(" /XObject << /Fm %d 0 R >>", b.stream("/Subtype /Form /Filter /Unknown", "x")), "BT /F1 10 Tf 20 50 Td (Part) Tj ET /Fm Do")
	doc := extractOf(t, b.plain())
	var got []string
	for _, p := range doc.Problems {
		got = append(got, fmt.Sprintf("%d %s %s", p.Page, p.Code, p.Message))
	}
	want := []string{
		"2 pdf.page_damaged 2ページが壊れていて読めません（知らない圧縮方式）。",
		"4 pdf.page_partial 4ページの一部が壊れていて読めません（知らない圧縮方式）。読めた部分だけを使いました。",
	}
	if !slices.Equal(got, want) {
		t.Errorf("problems %q, want %q", got, want)
	}
	if doc.Pages[1].Kind != extract.PageDamaged || texts(doc.Pages[2])[0] != "World" || texts(doc.Pages[3])[0] != "Part" {
		t.Errorf("pages %+v", doc.Pages)
	}
}

// TestCancel stops in the middle of a page that would take long.
func TestCancel(t *testing.T) {
	b := newBuilder()
	b.page(b.helvetica(), "BT /F1 10 Tf "+strings.Repeat("1 0 0 1 20 50 Tm (x) Tj ", 200_000)+"ET")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Extractor{}.Extract(ctx, extract.Source{Data: b.plain()})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	_, err = Extractor{Limits: extract.Limits{Glyphs: 1000}}.Extract(t.Context(), extract.Source{Data: b.plain()})
	if err != nil {
		t.Errorf("a page with too many glyphs: %v, want its part", err)
	}
}

// TestEncrypted reads files that open without a password, encrypted here by the
// same ciphers. The corpus has some that others encrypted.
// TestSlowPage draws a form that draws one form ten times, and so on: a page
// without an end costs its own rest, not the next page.
func TestSlowPage(t *testing.T) {
	b := newBuilder()
	font := b.helvetica()
	inner := b.deflated("/Type /XObject /Subtype /Form /BBox [0 0 200 100]", "0 0 m")
	for range 8 {
		inner = b.deflated(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 200 100] /Resources << /XObject << /X %d 0 R >> >>", inner),
			strings.Repeat("/X Do ", 10))
	}
	b.page(fmt.Sprintf("%s /XObject << /X %d 0 R >>", font, inner), "BT /F1 12 Tf 20 50 Td (first) Tj ET /X Do")
	b.page(font, "BT /F1 12 Tf 20 50 Td (second) Tj ET")
	start := time.Now()
	doc, err := Extractor{Limits: extract.Limits{Page: 50 * time.Millisecond}}.Extract(t.Context(), extract.Source{Data: b.plain()})
	if err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
	for i, want := range []string{"first", "second"} {
		if got := texts(doc.Pages[i]); !slices.Equal(got, []string{want}) {
			t.Errorf("page %d: %q, want %s", i+1, got, want)
		}
	}
	if len(doc.Problems) != 1 || doc.Problems[0].Code != "pdf.page_partial" || doc.Problems[0].Page != 1 {
		t.Errorf("problems %v, want that of page 1", doc.Problems)
	}
}

func TestEncrypted(t *testing.T) {
	for _, r := range []int{2, 3} {
		b := hello()
		entries := dict{"V": float64(r - 1), "R": float64(r), "Length": 128.0, "P": -4.0, "O": strings.Repeat("o", 32), "U": strings.Repeat("\x00", 32), "Filter": name("Standard")}
		c := &crypt{method: cryptRC4, strings: cryptRC4}
		c.key128(entries, "id", nil) // makes the key; /U is not right yet
		entries["U"] = string(append(userCheck(c.key, r, "id"), make([]byte, 32)...)[:32])
		for i, o := range b.objects {
			if head, data, ok := strings.Cut(o, "\nstream\n"); ok {
				data = strings.TrimSuffix(data, "\nendstream")
				b.objects[i] = fmt.Sprintf("%s\nstream\n%s\nendstream", head, c.decrypt(ref{i + 1, 0}, cryptRC4, []byte(data)))
			}
		}
		b.trailer = "/Encrypt " + string(appendObject(nil, entries)) + " /ID [(id) (id)]"
		if got := texts(extractOf(t, b.plain()).Pages[0]); !slices.Equal(got, []string{"Hello"}) {
			t.Errorf("revision %d: words %q", r, got)
		}
	}
}

// TestObjectKey checks the length of the key of one object: five bytes more than
// the file's, at most 16.
func TestObjectKey(t *testing.T) {
	for n, want := range map[int]int{5: 10, 16: 16} {
		c := &crypt{key: make([]byte, n)}
		if got := len(c.objectKey(ref{1, 0}, cryptRC4)); got != want {
			t.Errorf("%d bytes with a key of %d, want %d", got, n, want)
		}
	}
}

// TestHiddenFields holds what value.go reads of the library's unexported fields.
func TestHiddenFields(t *testing.T) {
	f, nodes, err := openPages(source{data: hello().plain()}, 10)
	if err != nil {
		t.Fatal(err)
	}
	page := nodes[0].page
	if got := objectOf(page); got != (ref{5, 0}) {
		t.Errorf("page is object %v, want 5", got)
	}
	if got := keyRef(page, "Contents"); got != (ref{4, 0}) {
		t.Errorf("content is object %v, want 4", got)
	}
	if got := keyRef(page, "Resources"); got != (ref{}) {
		t.Errorf("direct value is object %v", got)
	}
	at := streamOffset(page.Key("Contents"))
	if at < 0 || !bytes.HasSuffix(f.data[:at], []byte("stream\n")) {
		t.Errorf("content begins at %d", at)
	}
	if streamOffset(page) != -1 || streamOffset(f.reader.Trailer().Key("Nothing")) != -1 {
		t.Error("what is no stream has an offset")
	}
}

// TestCorpus reads every PDF of the corpus: no panic, no hang, failures of a
// known kind, and words that are the sum of their glyphs.
func TestCorpus(t *testing.T) {
	root := os.Getenv("GYOKAKU_CORPUS")
	if root == "" {
		t.Skip("GYOKAKU_CORPUS is not set: no corpus to read")
	}
	read := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".pdf" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		read++
		begin := time.Now()
		doc, err := Extractor{}.Extract(t.Context(), extract.Source{Name: path, Data: data})
		if took := time.Since(begin); took > 10*time.Second {
			t.Errorf("%s took %v", path, took)
		}
		var f *model.Failure
		if err != nil && (!errors.As(err, &f) || f.Code == model.FailPanic || f.Code == model.FailTimeout) {
			t.Errorf("%s: %v", path, err)
		}
		if err == nil {
			checkDocument(t, doc)
		}
		return nil
	})
	if err != nil || read == 0 {
		t.Fatalf("%d files read in the corpus (%v)", read, err)
	}
}

func checkDocument(tb testing.TB, doc *extract.Document) {
	tb.Helper()
	for i, p := range doc.Pages {
		if p.Number != i+1 {
			tb.Fatalf("page %d has number %d", i+1, p.Number)
		}
		for j := range p.Words {
			checkWord(tb, &p.Words[j])
		}
		for _, r := range p.Rules {
			if !(r.X0 <= r.X1 && r.Y0 <= r.Y1) {
				tb.Fatalf("rule %+v is inside out", r)
			}
		}
	}
}

func TestMatch(t *testing.T) {
	for data, want := range map[string]bool{
		"%PDF-1.4\n": true, "junk\n%PDF-2.0": true, "": false, "PK\x03\x04": false,
		strings.Repeat(" ", 3000) + "%PDF-1.4": false,
	} {
		if got := Match([]byte(data)); got != want {
			t.Errorf("Match(%.20q) = %v", data, got)
		}
	}
}

// FuzzExtract reads any bytes as a file: it fails in a known way, or gives pages
// whose words are the sums of their glyphs.
func FuzzExtract(f *testing.F) {
	f.Add(hello().plain())
	f.Add(hello().compressed())
	f.Add([]byte("%PDF-1.7\n1 0 obj << /Pages 2 0 R >> endobj 2 0 obj << /Kids [2 0 R 3 0 R] >> endobj 3 0 obj << /Type /Page /Parent 3 0 R >> endobj trailer << /Root 1 0 R >>"))
	for _, data := range crafted(f) {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		e := Extractor{Limits: extract.Limits{Inflate: 1 << 20, Glyphs: 10_000, Pages: 100, Time: 5 * time.Second}}
		doc, err := e.Extract(t.Context(), extract.Source{Data: data})
		var failure *model.Failure
		if err != nil && (!errors.As(err, &failure) || failure.Code == model.FailTimeout) {
			t.Fatalf("%v", err)
		}
		if err == nil {
			checkDocument(t, doc)
		}
	})
}
