package tables

import (
	"fmt"
	"io"
	"strconv"

	"gyokaku/internal/jsonenc"
	"gyokaku/model"
)

// flushAt is how much JSON is held before it is written: a file of thousands of
// pages shall not stand in memory twice.
const flushAt = 64 << 10

// JSON writes pages as one object:
//
//	{"pages":[{"number":1,"kind":"digital","width":595.28,"height":841.89,"tables":[
//	{"box":[x0,y0,x1,y1],"rows":2,"columns":2,"cells":[
//	{"row":0,"column":0,"row_span":1,"column_span":1,"box":[…],"text":"…"}]}]}]}
//
// A table on several pages has "continues_to", a list of places ({"page":2,
// "box":[…]}); its cells on other pages than its own have "page", and cells that
// a page break cut have "also", the places of their other parts. Sheets have a
// "sheet" name and "cell" in place of "box", transcripts "line"; both have null
// for width and height. "hidden" and "arrow" are there where true.
//
// It fails for a box that is not a number, which is a bug of a reader, and for
// errors of w.
func JSON(w io.Writer, pages []Page) error {
	e := encoder{w: w, buf: make([]byte, 0, flushAt+flushAt/4)}
	e.raw(`{"pages":[`)
	for i := range pages {
		e.comma(i)
		e.page(&pages[i])
	}
	e.raw("]}\n")
	e.flush()
	return e.err
}

// An encoder appends to buf and writes it when it is full.
type encoder struct {
	w   io.Writer
	buf []byte
	err error // the first one
}

func (e *encoder) page(p *Page) {
	e.raw("\n{")
	e.raw(`"number":`)
	e.integer(p.Number)
	if p.Sheet != "" {
		e.raw(`,"sheet":`)
		e.text(p.Sheet)
	}
	e.raw(`,"kind":`)
	e.text(string(p.Kind))
	e.raw(`,"width":`)
	e.size(p.Width)
	e.raw(`,"height":`)
	e.size(p.Height)
	e.raw(`,"tables":[`)
	for i := range p.Tables {
		e.comma(i)
		e.table(&p.Tables[i])
	}
	e.raw("]}")
}

// size is a length of the page, null where it has none.
func (e *encoder) size(x float64) {
	if x == 0 {
		e.raw("null")
		return
	}
	e.float(x)
}

func (e *encoder) table(t *Table) {
	e.raw("\n{")
	e.place(t.At)
	e.raw(`"rows":`)
	e.integer(t.Rows)
	e.raw(`,"columns":`)
	e.integer(t.Columns)
	if len(t.ContinuesTo) > 0 {
		e.raw(`,"continues_to":`)
		e.places(t.ContinuesTo)
	}
	e.raw(`,"cells":[`)
	for i := range t.Cells {
		e.comma(i)
		e.cell(t, i)
		if len(e.buf) >= flushAt {
			e.flush()
		}
	}
	e.raw("]}")
}

func (e *encoder) cell(t *Table, i int) {
	c := &t.Cells[i]
	e.raw("\n{\"row\":")
	e.integer(c.Row)
	e.raw(`,"column":`)
	e.integer(c.Column)
	e.raw(`,"row_span":`)
	e.integer(max(c.RowSpan, 1))
	e.raw(`,"column_span":`)
	e.integer(max(c.ColumnSpan, 1))
	e.raw(",")
	if c.At.Page != t.At.Page {
		e.raw(`"page":`)
		e.integer(c.At.Page)
		e.raw(",")
	}
	e.place(c.At)
	e.raw(`"text":`)
	e.text(c.Text)
	if len(c.Also) > 0 {
		e.raw(`,"also":`)
		e.places(c.Also)
	}
	if c.Arrow {
		e.raw(`,"arrow":true`)
	}
	if c.Hidden {
		e.raw(`,"hidden":true`)
	}
	e.raw("}")
}

// place appends the members that say where on its page p is, each with a comma
// behind it.
func (e *encoder) place(p model.Place) {
	switch {
	case p.Box != nil:
		e.raw(`"box":[`)
		for i, x := range p.Box {
			e.comma(i)
			e.float(x)
		}
		e.raw("],")
	case p.Cell != "":
		e.raw(`"cell":`)
		e.text(p.Cell)
		e.raw(",")
	case p.Line != 0:
		e.raw(`"line":`)
		e.integer(p.Line)
		e.raw(",")
	}
}

func (e *encoder) places(list []model.Place) {
	e.raw("[")
	for i, p := range list {
		e.comma(i)
		e.raw("{")
		e.place(p)
		e.raw(`"page":`)
		e.integer(p.Page)
		e.raw("}")
	}
	e.raw("]")
}

func (e *encoder) raw(s string)  { e.buf = append(e.buf, s...) }
func (e *encoder) integer(n int) { e.buf = strconv.AppendInt(e.buf, int64(n), 10) }
func (e *encoder) text(s string) { e.buf = jsonenc.AppendString(e.buf, s) }

// comma goes before every element but the first.
func (e *encoder) comma(i int) {
	if i > 0 {
		e.buf = append(e.buf, ',')
	}
}

func (e *encoder) float(x float64) {
	var ok bool
	if e.buf, ok = jsonenc.AppendCents(e.buf, x); !ok && e.err == nil {
		e.err = fmt.Errorf("tables: %v has no JSON form", x)
	}
}

// flush writes what is held, unless something failed before.
func (e *encoder) flush() {
	if e.err == nil {
		_, e.err = e.w.Write(e.buf)
	}
	e.buf = e.buf[:0]
}
