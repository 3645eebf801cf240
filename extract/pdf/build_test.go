package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"

	"gyokaku/extract"
)

// A builder writes small PDFs for tests. Object 1 is the catalog, 2 the page
// tree; the others are numbered as they are added.
type builder struct {
	objects []string
	pages   []int
	trailer string // more entries of the trailer
	catalog string // and of the catalog
}

func newBuilder() *builder { return &builder{objects: make([]string, 2)} }

func (b *builder) add(body string) int {
	b.objects = append(b.objects, body)
	return len(b.objects)
}

// stream adds a stream; entries are more entries of its dictionary.
func (b *builder) stream(entries, data string) int {
	return b.add(fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", entries, len(data), data))
}

// deflated adds a Flate stream.
func (b *builder) deflated(entries, data string) int {
	return b.stream("/Filter /FlateDecode "+entries, deflate(data))
}

func deflate(data string) string {
	var buf bytes.Buffer
	w := zlib.NewWriter(&buf)
	w.Write([]byte(data))
	w.Close()
	return buf.String()
}

// page adds a page of 200 × 100 points.
func (b *builder) page(resources, content string) int {
	return b.pageWith("/MediaBox [0 0 200 100]", resources, content)
}

func (b *builder) pageWith(entries, resources, content string) int {
	c := b.deflated("", content)
	n := b.add(fmt.Sprintf("<< /Type /Page /Parent 2 0 R %s /Resources << %s >> /Contents %d 0 R >>", entries, resources, c))
	b.pages = append(b.pages, n)
	return n
}

// plain writes the file with a classic cross-reference table.
func (b *builder) plain() []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	b.finish()
	offsets := make([]int, len(b.objects))
	for i, body := range b.objects {
		offsets[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(b.objects)+1)
	for _, at := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&out, "trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(b.objects)+1, b.trailer, start)
	return out.Bytes()
}

// finish writes the catalog and the page tree.
func (b *builder) finish() {
	var kids strings.Builder
	for _, n := range b.pages {
		fmt.Fprintf(&kids, "%d 0 R ", n)
	}
	b.objects[0] = "<< /Type /Catalog /Pages 2 0 R " + b.catalog + ">>"
	b.objects[1] = fmt.Sprintf("<< /Type /Pages /Count %d /Kids [ %s] >>", len(b.pages), kids.String())
}

// compressed writes the file with all objects that are no streams in one object
// stream, and a cross-reference stream.
func (b *builder) compressed() []byte {
	b.finish()
	var head, body strings.Builder
	index := map[int]int{}
	for i, o := range b.objects {
		if !strings.Contains(o, "\nstream\n") {
			index[i+1] = len(index)
			fmt.Fprintf(&head, "%d %d ", i+1, body.Len())
			body.WriteString(o + "\n")
		}
	}
	first := head.Len()
	holder := b.deflated(fmt.Sprintf("/Type /ObjStm /N %d /First %d", len(index), first), head.String()+body.String())
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n")
	var rows bytes.Buffer
	rows.Write([]byte{0, 0, 0, 0, 0})
	for i, o := range b.objects {
		if at, ok := index[i+1]; ok {
			rows.Write([]byte{2, 0, 0, byte(holder), byte(at)})
			continue
		}
		rows.Write([]byte{1, byte(out.Len() >> 16), byte(out.Len() >> 8), byte(out.Len()), 0})
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start, size := out.Len(), len(b.objects)+1
	data := deflate(rows.String())
	fmt.Fprintf(&out, "%d 0 obj\n<< /Type /XRef /Size %d /W [1 3 1] /Root 1 0 R /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
		size, size, len(data), data, start)
	return out.Bytes()
}

// helvetica adds a font of WinAnsi text and gives the resources entry for it.
func (b *builder) helvetica() string {
	n := b.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
	return fmt.Sprintf("/Font << /F1 %d 0 R >>", n)
}

// cid adds a Type 0 font with the entries, over a CID font with its own, and
// gives the resources entry for it.
func (b *builder) cid(entries, descendant string) string {
	d := b.add("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Mincho " + descendant + " >>")
	n := b.add(fmt.Sprintf("<< /Type /Font /Subtype /Type0 /BaseFont /Mincho %s /DescendantFonts [%d 0 R] >>", entries, d))
	return fmt.Sprintf("/Font << /F1 %d 0 R >>", n)
}

const japan1Info = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >>"

// toUnicode adds a ToUnicode map and gives the font's entry for it.
func (b *builder) toUnicode(lines string) string {
	return fmt.Sprintf("/ToUnicode %d 0 R", b.deflated("", "begincmap\n1 begincodespacerange <0000> <ffff> endcodespacerange\n"+lines+"\nendcmap"))
}

// extractOf reads data, which must not fail.
func extractOf(tb testing.TB, data []byte) *extract.Document {
	tb.Helper()
	doc, err := Extractor{}.Extract(tb.Context(), extract.Source{Name: "test.pdf", Data: data})
	if err != nil {
		tb.Fatal(err)
	}
	return doc
}

// pageOf reads a file of one page.
func pageOf(tb testing.TB, b *builder) extract.Page {
	tb.Helper()
	doc := extractOf(tb, b.plain())
	if len(doc.Pages) != 1 {
		tb.Fatalf("%d pages, want 1", len(doc.Pages))
	}
	return doc.Pages[0]
}

// texts are the texts of the words of p.
func texts(p extract.Page) []string {
	out := []string{}
	for _, w := range p.Words {
		out = append(out, w.Text)
	}
	return out
}
