package text

import (
	"context"

	"gyokaku/extract"
	"gyokaku/model"
)

// A parser makes blocks of lines.
type parser struct {
	lines    []line
	maxCells int // 0 for no limit
	blocks   []extract.Block
	cells    int // of the tables so far
}

// checkEvery is how many lines are read between looks at the context.
const checkEvery = 1024

func (p *parser) parse(ctx context.Context) error {
	for i, checked := 0, 0; i < len(p.lines); {
		if i >= checked {
			if err := ctx.Err(); err != nil {
				return stopped(err, p.at(i))
			}
			checked = i + checkEvery
		}
		f := p.form(i)
		if f == blank || f == plain {
			p.line(p.lines[i])
			i++
			continue
		}
		n, err := p.table(i, f)
		if err != nil {
			return err
		}
		i += n
	}
	return nil
}

func (p *parser) at(i int) model.Place { return model.Place{Line: p.lines[i].number} }

func (p *parser) line(l line) {
	s := trimmed(l.text, l.column)
	if s.text == "" {
		return
	}
	at := model.Place{Line: l.number, Column: s.column}
	p.blocks = append(p.blocks, extract.Block{Line: &extract.Line{Text: s.text, At: at}})
}

// form is the form of the table that begins at line i, if one does.
func (p *parser) form(i int) form {
	f := p.lines[i].form()
	if f != plain || i+1 == len(p.lines) || p.lines[i+1].fresh {
		return f
	}
	next := p.lines[i+1]
	if p.lines[i].has(bare) && next.has(bare) && isRule(next.cells(bare)) {
		return bare
	}
	return f
}

// table adds the table of form f that begins at line i and returns the number
// of its lines. Rows may differ in length; the rule row under a Markdown
// heading is no row.
func (p *parser) table(i int, f form) (int, error) {
	t := &extract.Table{At: model.Place{Line: p.lines[i].number, Column: p.lines[i].column}}
	n := 0
	for ; i+n < len(p.lines); n++ {
		l := p.lines[i+n]
		if n > 0 && l.fresh {
			break
		}
		var row []span
		switch {
		case l.has(f):
			if p.cells += l.size(f); p.maxCells > 0 && p.cells > p.maxCells {
				return 0, tooLarge(p.at(i+n), "more than %d cells", p.maxCells)
			}
			row = l.cells(f)
		case n > 0 && p.torn(i+n, f):
			row = []span{trimmed(l.text, l.column)}
		}
		if row == nil {
			break
		}
		if n != 1 || !isRule(row) {
			addRow(t, row, l.number)
		}
	}
	p.blocks = append(p.blocks, extract.Block{Table: t})
	return n, nil
}

// torn reports whether line i, which has no cells, was torn off a row: it
// stands alone between two rows of one table without a blank line. Two such
// lines are taken for text between two tables.
func (p *parser) torn(i int, f form) bool {
	return p.lines[i].form() == plain && !p.lines[i].stands() && p.lines[i-1].has(f) &&
		i+1 < len(p.lines) && !p.lines[i+1].fresh && p.lines[i+1].has(f)
}

func addRow(t *extract.Table, row []span, number int) {
	for i, c := range row {
		t.Cells = append(t.Cells, extract.Cell{
			Row: t.Rows, Column: i, RowSpan: 1, ColumnSpan: 1,
			Text: c.text,
			At:   model.Place{Line: number, Column: c.column},
		})
	}
	t.Rows++
	t.Columns = max(t.Columns, len(row))
}
