package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// A sheet is one item's form under construction: columns A (labels), B (text)
// and C to G (one per fiscal year).
type sheet struct {
	book   *excelize.File
	name   string
	row    int
	styles map[string]int
	err    error
}

const (
	lastColumn  = "G"
	textWidth   = 46 + 5*9 // of B to G, in characters of half width
	lineHeight  = 15       // points
	labelFill   = "DDEBF7"
	workbookTTF = "IPAGothic"
)

// writeWorkbook makes the form workbook of a year: a sheet per item, merged
// cells as schedule bars.
func writeWorkbook(path string, r yearReport) error {
	book := excelize.NewFile()
	defer book.Close()
	styles, err := makeStyles(book)
	if err != nil {
		return err
	}
	for i, p := range plan {
		s := &sheet{book: book, name: p.number, styles: styles}
		s.form(r, p, r.items[i])
		if s.err != nil {
			return fmt.Errorf("%s: %w", p.number, s.err)
		}
	}
	if err := book.DeleteSheet("Sheet1"); err != nil {
		return err
	}
	return create(path, func(w io.Writer) error { return book.Write(w) })
}

func makeStyles(book *excelize.File) (map[string]int, error) {
	border := []excelize.Border{
		{Type: "left", Style: 1, Color: "000000"}, {Type: "right", Style: 1, Color: "000000"},
		{Type: "top", Style: 1, Color: "000000"}, {Type: "bottom", Style: 1, Color: "000000"},
	}
	font := &excelize.Font{Family: workbookTTF, Size: 10}
	bold := &excelize.Font{Family: workbookTTF, Size: 12, Bold: true}
	left := &excelize.Alignment{Vertical: "center", WrapText: true}
	middle := &excelize.Alignment{Vertical: "center", Horizontal: "center", WrapText: true}
	fill := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{labelFill}}
	ids := map[string]int{}
	for _, s := range []struct { // in a fixed order, which numbers them
		name  string
		style excelize.Style
	}{
		{"title", excelize.Style{Font: bold}},
		{"plain", excelize.Style{Font: font}},
		{"text", excelize.Style{Font: font, Border: border, Alignment: left}},
		{"mark", excelize.Style{Font: font, Border: border, Alignment: middle}},
		{"label", excelize.Style{Font: font, Border: border, Alignment: middle, Fill: fill}},
	} {
		id, err := book.NewStyle(&s.style)
		if err != nil {
			return nil, err
		}
		ids[s.name] = id
	}
	return ids, nil
}

func (s *sheet) form(r yearReport, p planItem, y yearItem) {
	s.open()
	s.line("title", planLine())
	s.line("plain", r.captionLine())
	s.row++
	s.head(titleLabel, p.title, numberLabel, p.number)
	s.cell("A", "A", overview, "plain")
	s.cell("C", "D", r.departmentLabel, "label")
	s.cell("E", lastColumn, strings.Join(p.departments, "、"), "mark")
	s.row += 2
	s.wide(situationLabel, p.situation)
	s.wide(goalLabel, p.goalText())
	s.schedule(p)
	s.row++
	s.line("plain", summary)
	s.assessment(y.assessmentText())
	s.row++
	s.line("plain", results)
	for i, w := range p.initiatives {
		s.result(r, i+1, w, y.results[i])
	}
	if legend := r.legendLine(); legend != "" {
		s.row++
		s.line("plain", legend)
	}
}

func (s *sheet) open() {
	_, err := s.book.NewSheet(s.name)
	s.keep(err)
	s.row = 1
	s.keep(s.book.SetColWidth(s.name, "A", "A", 14))
	s.keep(s.book.SetColWidth(s.name, "B", "B", 46))
	s.keep(s.book.SetColWidth(s.name, "C", lastColumn, 9))
	fit := true
	wide, tall, a4 := 1, 0, 9
	s.keep(s.book.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	s.keep(s.book.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &a4, FitToWidth: &wide, FitToHeight: &tall}))
}

func (s *sheet) keep(err error) {
	if s.err == nil {
		s.err = err
	}
}

// cell writes one cell of the current row, merged from one column to another.
func (s *sheet) cell(from, to string, value any, style string) { s.block(from, to, 1, value, style) }

// block writes a cell over several rows, beginning at the current one.
func (s *sheet) block(from, to string, rows int, value any, style string) {
	first, last := fmt.Sprint(from, s.row), fmt.Sprint(to, s.row+rows-1)
	s.keep(s.book.SetCellValue(s.name, first, value))
	s.keep(s.book.SetCellStyle(s.name, first, last, s.styles[style]))
	if first != last {
		s.keep(s.book.MergeCell(s.name, first, last))
	}
}

func (s *sheet) line(style, text string) {
	s.cell("A", "A", text, style)
	s.row++
}

func (s *sheet) head(label, text, label2, text2 string) {
	s.cell("A", "A", label, "label")
	s.cell("B", "B", text, "text")
	s.cell("C", "D", label2, "label")
	s.cell("E", lastColumn, text2, "mark")
	s.row++
}

// wide writes a label and a text over all other columns, high enough for it.
func (s *sheet) wide(label, text string) {
	s.cell("A", "A", label, "label")
	s.cell("B", lastColumn, text, "text")
	s.height(text, textWidth)
	s.row++
}

// height makes the row fit text of full-width characters.
func (s *sheet) height(text string, width int) {
	lines := 2*utf8.RuneCountInString(text)/(width-4) + 1
	s.keep(s.book.SetRowHeight(s.name, s.row, float64(max(lines, 2)*lineHeight)))
}

func (s *sheet) schedule(p planItem) {
	s.block("A", "B", 2, workHeading, "label")
	s.cell("C", lastColumn, periodHeading, "label")
	s.row++
	for y := planFrom; y <= planTo; y++ {
		s.cell(column(y), column(y), y, "label")
	}
	s.row++
	for i, w := range p.initiatives {
		s.cell("A", "A", workLabel(i+1), "label")
		s.cell("B", "B", w.title, "text")
		s.height(w.title, 46)
		year := planFrom
		for _, c := range w.cells() {
			s.cell(column(year), column(year+c.span-1), c.text, "mark")
			year += c.span
		}
		s.row++
	}
}

// column is that of a fiscal year.
func column(year int) string { return string(rune('C' + year - planFrom)) }

func (s *sheet) assessment(text string) {
	s.block("A", "A", 2, summaryLabel, "label")
	s.cell("B", lastColumn, summaryHint, "mark")
	s.row++
	s.cell("B", lastColumn, text, "text")
	s.height(text, textWidth)
	s.row++
}

func (s *sheet) result(r yearReport, n int, w planned, y progress) {
	s.cell("A", "A", workLabel(n), "label")
	s.cell("B", "C", y.reportedTitle(w), "text")
	s.height(w.title, 46)
	s.cell("D", "E", statusLabel, "label")
	s.cell("F", "F", y.status.symbol, "mark")
	s.cell("G", "G", y.status.label, "mark")
	s.row++
	s.wide(r.doneLabel(), dashed(y.done))
	s.wide(nextLabel, dashed(y.next))
}
