package xlsx

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"

	"gyokaku/model"
)

// A sheet is one sheet as its part has it.
type sheet struct {
	cells   []cell // those with a value, in the order of the part
	merges  []region
	columns []columns
	rows    map[int]row // rows with a height or state of their own
	drawing string      // id of the relation to its shapes, "" if none

	defaultWidth, defaultHeight float64 // characters, points; 0 if not said
	uncalculated                []spot  // formulas without a value
}

// A cell is the content of one cell.
type cell struct {
	at    spot
	kind  string // as in the part: "n", "s", "str", "inlineStr", "b", "e", "d"
	value string // text; for "n" and "d" the number or date before formatting
	style int
}

// isNumber reports whether the value needs its style's format to be displayed.
func (c cell) isNumber() bool { return c.kind == "n" || c.kind == "d" }

type row struct {
	height float64 // points, 0 if not said
	hidden bool
}

// columns are the settings of a range of columns, both ends included.
type columns struct {
	from, to int
	width    float64 // characters
	hidden   bool
}

// maxMerges bounds the merges of one sheet: each is compared with the columns
// it covers. The largest real form seen has some hundreds.
const maxMerges = 100_000

// maxColumnSettings bounds the entries for columns: one for each is enough.
const maxColumnSettings = maxColumns

// A sheetReader reads one sheet part.
type sheetReader struct {
	ctx      context.Context
	d        *xml.Decoder
	strings  []string
	maxCells int // that may still be read; negative for no limit
	sheet    *sheet
	next     spot // of a row or cell that does not say where it is
	inData   bool
}

// readSheet reads the part of a sheet. The error names the line, or the cell.
func readSheet(ctx context.Context, data []byte, shared []string, maxCells int) (*sheet, error) {
	r := sheetReader{
		ctx: ctx, d: xml.NewDecoder(bytes.NewReader(data)), strings: shared, maxCells: maxCells,
		sheet: &sheet{rows: map[int]row{}},
	}
	for {
		tok, err := r.d.Token()
		if err == io.EOF {
			return r.sheet, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if err := r.element(t); err != nil {
				return nil, err
			}
		case xml.EndElement:
			if t.Name.Local == "sheetData" {
				r.inData = false
			}
		}
	}
}

func (r *sheetReader) element(e xml.StartElement) error {
	switch e.Name.Local {
	case "sheetData":
		r.inData = true
	case "row":
		if r.inData {
			return r.row(e)
		}
	case "c":
		if r.inData {
			return r.cell(e)
		}
	case "mergeCell":
		return r.merge(e)
	case "col":
		r.column(e)
	case "sheetFormatPr":
		r.sheet.defaultWidth = float(attr(e, "defaultColWidth"))
		r.sheet.defaultHeight = float(attr(e, "defaultRowHeight"))
	case "drawing":
		r.sheet.drawing = relationID(e.Attr)
	}
	return nil
}

func (r *sheetReader) row(e xml.StartElement) error {
	if err := stopped(r.ctx); err != nil {
		return err
	}
	if n, err := strconv.Atoi(attr(e, "r")); err == nil && n > 0 {
		r.next.row = n - 1
	}
	if r.next.row >= maxRows {
		return fmt.Errorf("row %d is beyond the sheet", r.next.row+1)
	}
	set := row{height: float(attr(e, "ht")), hidden: isTrue(attr(e, "hidden")) || attr(e, "ht") == "0"}
	if set != (row{}) {
		r.sheet.rows[r.next.row] = set
	}
	r.next = spot{r.next.row + 1, 0} // a cell of this row looks one up
	return nil
}

func (r *sheetReader) cell(e xml.StartElement) error {
	at := spot{r.next.row - 1, r.next.column}
	if ref := attr(e, "r"); ref != "" {
		var ok bool
		if at, ok = parseSpot(ref); !ok {
			return fmt.Errorf("no cell has the name %.20q", ref)
		}
	}
	if at.row < 0 || at.column >= maxColumns {
		return fmt.Errorf("a cell is beyond the sheet")
	}
	r.next.column = at.column + 1
	c := cell{at: at, kind: attr(e, "t")}
	if c.kind == "" {
		c.kind = "n"
	}
	c.style, _ = strconv.Atoi(attr(e, "s"))
	formula, err := r.content(&c)
	if err != nil {
		return fmt.Errorf("%s: %w", at, err)
	}
	switch {
	case c.value != "":
		return r.add(c)
	case formula:
		r.sheet.uncalculated = append(r.sheet.uncalculated, at)
	}
	return nil
}

func (r *sheetReader) add(c cell) error {
	if r.maxCells >= 0 && len(r.sheet.cells) >= r.maxCells {
		return fail(model.FailTooLarge, fmt.Errorf("%s: too many cells", c.at))
	}
	r.sheet.cells = append(r.sheet.cells, c)
	return nil
}

// content reads what is in a cell's element and reports whether it has a
// formula.
func (r *sheetReader) content(c *cell) (formula bool, err error) {
	for {
		tok, err := r.d.Token()
		if err != nil {
			return formula, unexpected(err)
		}
		switch t := tok.(type) {
		case xml.EndElement:
			return formula, r.resolve(c)
		case xml.StartElement:
			switch t.Name.Local {
			case "v":
				c.value, err = plainText(r.d)
			case "is":
				c.value, err = richText(r.d)
			case "f":
				formula = true
				err = r.d.Skip()
			default:
				err = r.d.Skip()
			}
			if err != nil {
				return formula, err
			}
		}
	}
}

// resolve makes the displayed text of a value that needs no number format.
func (r *sheetReader) resolve(c *cell) error {
	switch c.kind {
	case "s":
		if c.value == "" {
			return nil
		}
		i, err := strconv.Atoi(c.value)
		if err != nil || i < 0 || i >= len(r.strings) {
			return fmt.Errorf("there is no shared string %.20q", c.value)
		}
		c.value = r.strings[i]
	case "str":
		c.value = unescape(c.value)
	case "b":
		c.value = map[bool]string{true: "TRUE", false: "FALSE"}[isTrue(c.value)]
	}
	return nil
}

func (r *sheetReader) merge(e xml.StartElement) error {
	m, ok := parseRegion(attr(e, "ref"))
	if !ok {
		return fmt.Errorf("no cells have the name %.40q", attr(e, "ref"))
	}
	if len(r.sheet.merges) == maxMerges {
		return fail(model.FailTooLarge, fmt.Errorf("more than %d merged cells", maxMerges))
	}
	if m.from != m.to {
		r.sheet.merges = append(r.sheet.merges, m)
	}
	return nil
}

func (r *sheetReader) column(e xml.StartElement) {
	from, err1 := strconv.Atoi(attr(e, "min"))
	to, err2 := strconv.Atoi(attr(e, "max"))
	if err1 != nil || err2 != nil || from < 1 || len(r.sheet.columns) == maxColumnSettings {
		return
	}
	r.sheet.columns = append(r.sheet.columns, columns{
		from: from - 1, to: min(to, maxColumns) - 1,
		width: float(attr(e, "width")), hidden: isTrue(attr(e, "hidden")) || attr(e, "width") == "0",
	})
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// float reads a measure; what is no number, or not finite, is not said.
func float(s string) float64 {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || !(f > 0 && f < 1e6) {
		return 0
	}
	return f
}
