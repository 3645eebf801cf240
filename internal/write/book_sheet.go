package write

import (
	"strconv"

	"github.com/xuri/excelize/v2"
)

// tabColours of the sheets: results, their trail, and what needs attention.
var tabColours = map[string]string{
	"items": "1F6F50", "initiatives": "1F6F50", "indicators": "1F6F50", "schedule": "1F6F50",
	"effects": "1F6F50", "outline": "1F6F50", "steps": "7A7A7A", "warnings": "C55A11",
}

// data writes one data sheet: an Excel table of one heading row and the rows,
// with a frozen heading, filters and no merged cells.
func (b *book) data(s sheet) error {
	if _, err := b.file.NewSheet(s.name); err != nil {
		return err
	}
	if err := b.page(s.name, tabColours[s.key]); err != nil {
		return err
	}
	if err := b.printTitles(s); err != nil {
		return err
	}
	sw, err := b.file.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	widths, err := setColumns(sw, s)
	if err != nil {
		return err
	}
	if err := freeze(sw, s.frozen); err != nil {
		return err
	}
	if err := b.heading(sw, s, widths); err != nil {
		return err
	}
	for i, line := range s.cells {
		if err := b.line(sw, i+2, s, line, widths); err != nil {
			return err
		}
	}
	if err := sw.AddTable(&excelize.Table{
		Range: "A1:" + cellName(len(s.columns), max(2, len(s.cells)+1)), Name: s.key,
		StyleName: "TableStyleLight1", ShowRowStripes: ptr(false),
	}); err != nil {
		return err
	}
	return sw.Flush()
}

// setColumns sets widths and hides optional columns that are all blank; it
// returns the widths.
func setColumns(sw *excelize.StreamWriter, s sheet) ([]float64, error) {
	widths := make([]float64, len(s.columns))
	for i, c := range s.columns {
		column := make([]cell, len(s.cells))
		for j, line := range s.cells {
			column[j] = line[i]
		}
		widths[i] = fitted(c, column)
		if err := sw.SetColWidth(i+1, i+1, widths[i]); err != nil {
			return nil, err
		}
		if c.optional && blank(s.cells, i) {
			if err := sw.SetColVisible(i+1, i+1, false); err != nil {
				return nil, err
			}
		}
	}
	return widths, nil
}

func blank(cells [][]cell, column int) bool {
	for _, line := range cells {
		if line[column].kind != cellBlank {
			return false
		}
	}
	return true
}

func freeze(sw *excelize.StreamWriter, columns int) error {
	topLeft := cellName(columns+1, 2)
	return sw.SetPanes(&excelize.Panes{
		Freeze: true, XSplit: columns, YSplit: 1, TopLeftCell: topLeft, ActivePane: "bottomRight",
		Selection: []excelize.Selection{{SQRef: topLeft, ActiveCell: topLeft, Pane: "bottomRight"}},
	})
}

// heading writes the heading row. Its height leaves room for the filter button.
func (b *book) heading(sw *excelize.StreamWriter, s sheet, widths []float64) error {
	id, err := b.styles.id(look{head: true})
	if err != nil {
		return err
	}
	const button = 2.5 // width of the filter button
	row, lines := make([]any, len(s.columns)), 1
	for i, c := range s.columns {
		row[i] = excelize.Cell{StyleID: id, Value: c.heading}
		lines = max(lines, lineCount(c.heading, widths[i]-button))
	}
	return sw.SetRow("A1", row, excelize.RowOpts{Height: rowHeight(lines)})
}

// line writes one row, as high as its longest text needs.
func (b *book) line(sw *excelize.StreamWriter, number int, s sheet, line []cell, widths []float64) error {
	row, lines := make([]any, len(line)), 1
	for i, c := range line {
		value, err := b.value(c, look{form: s.columns[i].form})
		if err != nil {
			return err
		}
		row[i] = value
		if c.kind == cellText {
			lines = max(lines, lineCount(c.text, widths[i]))
		}
	}
	return sw.SetRow("A"+strconv.Itoa(number), row, excelize.RowOpts{Height: rowHeight(lines)})
}

// value is c as excelize takes it, with the given look beside what c itself
// asks for. A string is always written as an inline
// string, never as a formula.
func (b *book) value(c cell, l look) (excelize.Cell, error) {
	l.tone = c.tone
	var value any
	switch c.kind {
	case cellText:
		l.quoted = startsFormula(c.text)
		value = c.text
	case cellNumber:
		l.whole = c.number.IsInteger()
		// Excel holds doubles: 15 digits, which no printed figure exceeds.
		value, _ = c.number.Float64()
	}
	id, err := b.styles.id(l)
	return excelize.Cell{StyleID: id, Value: value}, err
}

// page sets tab colour, view and paper: A4 landscape, as wide as one page.
func (b *book) page(name, tab string) error {
	f := b.file
	if err := f.SetSheetProps(name, &excelize.SheetPropsOptions{TabColorRGB: &tab, FitToPage: ptr(true)}); err != nil {
		return err
	}
	if err := f.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: ptr(false), ZoomScale: ptr(90.0)}); err != nil {
		return err
	}
	if err := f.SetPageLayout(name, &excelize.PageLayoutOptions{
		Size: ptr(9), Orientation: ptr("landscape"), FitToWidth: ptr(1), FitToHeight: ptr(0),
	}); err != nil {
		return err
	}
	if err := f.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{
		Left: ptr(0.4), Right: ptr(0.4), Top: ptr(0.5), Bottom: ptr(0.6), Header: ptr(0.3), Footer: ptr(0.3),
	}); err != nil {
		return err
	}
	return f.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: "&L&A&R&P / &N"})
}

// printTitles repeats the heading on every sheet of paper and leaves the
// columns about the source out of print.
func (b *book) printTitles(s sheet) error {
	quoted := "'" + s.name + "'"
	if err := b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: quoted + "!$1:$1", Scope: s.name,
	}); err != nil {
		return err
	}
	last := len(s.columns)
	for last > 1 && s.columns[last-1].trail {
		last--
	}
	column, _ := excelize.ColumnNumberToName(last)
	return b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Area", Scope: s.name,
		RefersTo: quoted + "!$A$1:$" + column + "$" + strconv.Itoa(max(2, len(s.cells)+1)),
	})
}

// cellName is the A1 name of a cell, both counted from 1.
func cellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic(err) // our own columns are few
	}
	return name
}
