package docx

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

// A reader reads the main part in one pass.
type reader struct {
	ctx      context.Context
	d        *xml.Decoder
	styles   *styles
	counter  counter
	problems []model.Problem

	maxCells   int // that may still be read; negative for no limit
	depth      int // of elements that are read into
	paragraphs int // w:p elements begun

	fields []bool // open fields, true in the result
	boxes  []part // of the text boxes met since the last part of the body
	arrow  bool   // an arrow was met in the cell being read
	para   *paragraph
	story  *story
}

// A story is a run of paragraphs and tables: the body, a cell or a text box.
type story struct {
	parts []part
	// carry is the text of paragraphs whose end was deleted: they run into the
	// next one.
	carry     strings.Builder
	carryLine int
}

// A part of a story is a table, or else a paragraph.
type part struct {
	table *table
	text  string
	line  int // number of the paragraph

	before, after bool // the paragraph begins a page, ends one
}

func newReader(ctx context.Context, data []byte, p *wordPackage, maxCells int) *reader {
	r := &reader{ctx: ctx, d: xml.NewDecoder(bytes.NewReader(data)), styles: &p.styles, maxCells: maxCells}
	if maxCells <= 0 {
		r.maxCells = -1
	}
	r.counter = counter{
		styles: &p.styles, numbering: &p.numbering,
		counts: map[*abstractNum]*[levels]count{}, started: map[string]*[levels]bool{},
	}
	return r
}

// body reads the part and returns its pages.
func (r *reader) body() ([]extract.Page, error) {
	r.story = &story{}
	for {
		tok, err := r.d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		e, ok := tok.(xml.StartElement)
		if !ok || e.Name.Local == "document" {
			continue
		}
		if e.Name.Local != "body" {
			err = r.skip()
		} else {
			err = r.children(r.topLevel)
		}
		if err != nil {
			return nil, err
		}
	}
	r.story.finish()
	r.doubts()
	return pages(r.story.parts)
}

// topLevel reads a child of the body, and puts the text boxes that are anchored
// in it behind it.
func (r *reader) topLevel(e xml.StartElement) error {
	if err := stopped(r.ctx); err != nil {
		return err
	}
	if err := r.block(e); err != nil {
		return err
	}
	r.story.parts = append(r.story.parts, r.boxes...)
	r.boxes = nil
	return nil
}

// doubts are the problems that show at the end.
func (r *reader) doubts() {
	for _, result := range r.fields {
		if !result {
			r.problem("field.open", "", "終わりのないフィールドがあり、その後の文字を取り込めていないことがあります。")
			break
		}
	}
	if f := r.counter.unknown; f != "" {
		r.problem("number.format", f, "知らない形式の段落番号があります。算用数字として取り込みました。")
	}
}

func (r *reader) problem(code, raw, message string) {
	r.problems = append(r.problems, model.Problem{
		Code: code, Place: model.Place{Line: max(r.paragraphs, 1), Column: 1}, Raw: raw, Message: message})
}

// block reads an element of a story.
func (r *reader) block(e xml.StartElement) error {
	switch e.Name.Local {
	case "p":
		return r.paragraph()
	case "tbl":
		t, err := r.table()
		if err == nil && len(t.cells) > 0 {
			r.story.finish()
			r.story.parts = append(r.story.parts, t.parts()...)
		}
		return err
	case "altChunk", "subDoc":
		if len(r.problems) > 0 { // once is enough
			return r.skip()
		}
		r.problem("document.elsewhere", "", "別のファイルの内容が差し込まれる箇所があります。その内容は取り込んでいません。")
		return r.skip()
	}
	return r.through(e, r.block)
}

// through reads into an element that only wraps others, with f for its
// children, and skips all others. Of alternatives the first is read: the others
// say the same for older programs.
func (r *reader) through(e xml.StartElement, f func(xml.StartElement) error) error {
	switch e.Name.Local {
	case "sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "Choice", "Fallback":
		return r.children(f)
	case "AlternateContent":
		chosen := false
		return r.children(func(e xml.StartElement) error {
			if chosen {
				return r.skip()
			}
			chosen = true
			return r.children(f)
		})
	}
	return r.skip()
}

// maxDepth bounds how deep elements are read into. Forms in tables in text
// boxes need some 40.
const maxDepth = 400

// children calls f for each child of the element that was begun last; f reads it
// up to its end.
func (r *reader) children(f func(xml.StartElement) error) error {
	if r.depth++; r.depth > maxDepth {
		return fail(model.FailTooLarge, fmt.Errorf("elements more than %d deep", maxDepth))
	}
	defer func() { r.depth-- }()
	for {
		tok, err := r.d.Token()
		if err != nil {
			return unexpected(err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if err := f(t); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// skip reads up to the end of the element that was begun last. The paragraphs in
// it count, so that numbers of paragraphs can be looked up.
func (r *reader) skip() error {
	for depth := 1; depth > 0; {
		tok, err := r.d.Token()
		if err != nil {
			return unexpected(err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			depth++
			if isParagraph(t) {
				r.paragraphs++
			}
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// isParagraph tells w:p from DrawingML's a:p.
func isParagraph(e xml.StartElement) bool {
	return e.Name.Local == "p" && !strings.Contains(e.Name.Space, "drawingml")
}

// finish ends the paragraph that runs on, where no other follows.
func (s *story) finish() {
	if s.carry.Len() > 0 {
		s.parts = append(s.parts, part{text: s.carry.String(), line: s.carryLine})
		s.carry.Reset()
	}
}

// firstLine is the first line with text of a page header or footer, without its
// fields and numbers.
func firstLine(data []byte) string {
	r := newReader(context.Background(), data, &wordPackage{}, 0)
	r.story = &story{}
	for {
		tok, err := r.d.Token()
		if err != nil {
			break
		}
		if e, ok := tok.(xml.StartElement); ok && e.Name.Local != "hdr" && e.Name.Local != "ftr" {
			if r.block(e) != nil {
				break
			}
		}
	}
	for _, p := range append(r.story.parts, r.boxes...) {
		if text := strings.TrimSpace(p.flat()); text != "" {
			line, _, _ := strings.Cut(text, "\n")
			return line
		}
	}
	return ""
}
