package docx

import (
	"strings"
	"unicode/utf8"

	"gyokaku/extract"
	"gyokaku/model"
)

// pageBreak is a page break within the text of a paragraph. XML cannot hold this
// character, so it is no other text.
const pageBreak = "\f"

// A binder puts the parts of the body into pages.
type binder struct {
	pages []extract.Page
	turn  bool // what comes next is on a new page
}

// pages cuts the body where the document itself begins a new page. Pages without
// text are left out.
func pages(parts []part) ([]extract.Page, error) {
	b := binder{turn: true}
	for _, p := range parts {
		b.turn = b.turn || p.before
		if p.table == nil {
			b.lines(p)
		} else {
			t, err := p.table.extract()
			if err != nil {
				return nil, err
			}
			b.add(extract.Block{Table: t})
		}
		b.turn = b.turn || p.after
	}
	if len(b.pages) == 0 {
		return []extract.Page{{Number: 1, Kind: extract.PageBlank}}, nil
	}
	return b.pages, nil
}

func (b *binder) add(block extract.Block) {
	if b.turn {
		b.pages = append(b.pages, extract.Page{Number: len(b.pages) + 1, Kind: extract.PageText})
		b.turn = false
	}
	p := &b.pages[len(b.pages)-1]
	p.Blocks = append(p.Blocks, block)
}

// lines cuts a paragraph at its line and page breaks.
func (b *binder) lines(p part) {
	column := 1
	for text := range strings.SplitAfterSeq(strings.ReplaceAll(p.text, pageBreak, "\n"+pageBreak), "\n") {
		if rest, turned := strings.CutPrefix(text, pageBreak); turned {
			b.turn, text = true, rest
		}
		if trimmed := strings.TrimSpace(text); trimmed != "" {
			indent := utf8.RuneCountInString(text[:strings.Index(text, trimmed)])
			b.add(extract.Block{Line: &extract.Line{
				Text: trimmed, At: model.Place{Line: p.line, Column: column + indent}}})
		}
		column += utf8.RuneCountInString(text)
	}
}
