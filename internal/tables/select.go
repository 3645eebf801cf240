package tables

import (
	"gyokaku/extract"
	"gyokaku/extract/grid"
	"gyokaku/model"
)

// A Page is a page with its tables put together.
type Page struct {
	*extract.Page
	Tables []Table // those that begin here, in reading order
}

// A Table is a table with all its parts.
type Table struct {
	*extract.Table
	// ContinuesTo is where the other parts stand, in order. A page on which
	// there is no more than the rest of a cut row is listed too.
	ContinuesTo []model.Place
}

// Select lists the pages of doc that keep wants, nil for all of them, and joins
// the tables that go on over pages. Only pages that are listed are joined: a
// table that begins on a page left out begins with its first part listed.
func Select(doc *extract.Document, keep func(number int) bool) []Page {
	var j joiner
	for i := range doc.Pages {
		p := &doc.Pages[i]
		if keep != nil && !keep(p.Number) {
			j.last = nil
			continue
		}
		j.page(p)
	}
	return j.finish()
}

// A joiner collects the parts of tables, page by page.
type joiner struct {
	pages  []Page
	chains [][]*chain // by page
	last   *chain     // what the next page may continue
}

// A chain is the parts of one table.
type chain struct{ parts []*extract.Table }

func (j *joiner) page(p *extract.Page) {
	var begun []*chain
	var last *chain
	bottom := 0.0
	for _, b := range p.Blocks {
		if b.Table == nil {
			continue
		}
		c := j.last
		if b.Table.Continues && c != nil {
			c.parts = append(c.parts, b.Table)
		} else {
			c = &chain{parts: []*extract.Table{b.Table}}
			begun = append(begun, c)
		}
		// Package grid continues the table that ends furthest down the page.
		if end := lowest(b.Table); last == nil || end > bottom {
			last, bottom = c, end
		}
	}
	// A page without tables leaves the chain open: all that stood there may
	// have been the rest of a row.
	if last != nil {
		j.last = last
	}
	j.pages = append(j.pages, Page{Page: p})
	j.chains = append(j.chains, begun)
}

func lowest(t *extract.Table) float64 {
	if t.At.Box == nil {
		return 0
	}
	return t.At.Box[3]
}

func (j *joiner) finish() []Page {
	for i, begun := range j.chains {
		for _, c := range begun {
			j.pages[i].Tables = append(j.pages[i].Tables, c.table())
		}
	}
	return j.pages
}

// table joins the parts. The usual table has one and is not copied.
func (c *chain) table() Table {
	t := Table{Table: c.parts[0]}
	if len(c.parts) > 1 {
		joined := grid.Joined(c.parts...)
		t.Table = &joined
	}
	for _, p := range c.parts[1:] {
		t.ContinuesTo = append(t.ContinuesTo, p.At)
	}
	for i := range t.Cells {
		for _, also := range t.Cells[i].Also {
			t.reach(also)
		}
	}
	return t
}

// reach enters a place of a cut cell into ContinuesTo, if its page has no part
// of the table yet, and keeps the list sorted by page.
func (t *Table) reach(p model.Place) {
	at := len(t.ContinuesTo)
	for at > 0 && t.ContinuesTo[at-1].Page >= p.Page {
		at--
	}
	if at < len(t.ContinuesTo) && t.ContinuesTo[at].Page == p.Page {
		if box := t.ContinuesTo[at].Box; box != nil && p.Box != nil {
			union := box.Union(*p.Box)
			t.ContinuesTo[at].Box = &union
		}
		return
	}
	t.ContinuesTo = append(t.ContinuesTo, model.Place{})
	copy(t.ContinuesTo[at+1:], t.ContinuesTo[at:])
	t.ContinuesTo[at] = p
}
