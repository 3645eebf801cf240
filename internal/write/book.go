package write

import (
	"errors"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"gyokaku/model"
)

// Workbook writes one Excel workbook over all reports, for city officers: a
// first sheet that explains, and data sheets that are Excel tables. The reasons
// of rules stand in the sheet 修正履歴; reasons may be nil.
//
// Text that Excel cannot hold whole (32,767 characters) is cut with a note in
// the cell and a row in the sheet 警告.
func Workbook(w io.Writer, reports []*model.Report, reasons Reasons) error {
	b, err := newBook(reports, reasons)
	if err != nil {
		return err
	}
	defer b.file.Close()
	sheets := b.sheets()
	if err := b.intro(sheets); err != nil {
		return fmt.Errorf("sheet %s: %w", introSheet, err)
	}
	for _, s := range sheets {
		if err := b.data(s); err != nil {
			return fmt.Errorf("sheet %s: %w", s.name, err)
		}
	}
	// The first sheet of a new file is its active one. SetActiveSheet would
	// parse every sheet again, which took half of the time.
	return b.file.Write(w)
}

// A book is a workbook being written.
type book struct {
	file    *excelize.File
	styles  styles
	reports []*model.Report
	reasons Reasons
}

// A sheet is a table with the rows of all reports, and what was cut of them.
type sheet struct {
	table
	cells [][]cell
}

// epoch stands where Excel expects a time. There is no clock in a workbook, so
// that the same reports give the same bytes.
const epoch = "2000-01-01T00:00:00Z"

func newBook(reports []*model.Report, reasons Reasons) (*book, error) {
	f := excelize.NewFile()
	b := &book{file: f, reports: reports, reasons: reasons, styles: styles{file: f, ids: map[look]int{}, named: map[string]int{}}}
	f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return &sortedZip{w: w} })
	if err := b.defaultFont(); err != nil {
		return nil, err
	}
	return b, f.SetDocProps(&excelize.DocProperties{
		Title: "行政改革 進捗報告のまとめ", Subject: "行政改革の実施項目、取組、数値目標", Creator: "gyokaku",
		LastModifiedBy: "gyokaku", Language: "ja-JP", Created: epoch, Modified: epoch,
		Description: "自治体が公表した進捗報告から作成",
	})
}

// defaultFont sets the font whose digits are the unit of column widths. Its
// size must be that of the cells, or the height of rows cannot be computed.
func (b *book) defaultFont() error {
	if err := b.file.SetDefaultFont(fontName); err != nil {
		return err
	}
	normal := b.file.Styles.Fonts.Font[0]
	if normal.Sz == nil || normal.Sz.Val == nil {
		return errors.New("excelize has no default font size")
	}
	*normal.Sz.Val = fontSize
	return nil
}

// sheets fills the tables that the reports have anything for, in the order of
// the workbook. Text is made fit for cells here, so that what is cut can be
// told on the sheet of warnings, which comes last.
func (b *book) sheets() []sheet {
	var list []sheet
	var cut []cutCell
	for _, t := range bookTables(b.reports, b.reasons) {
		s := sheet{table: t}
		for _, r := range b.reports {
			for _, line := range t.rows(r) {
				for i := range line {
					fit, isCut := sheetText(line[i].text)
					if line[i].text = fit; isCut {
						cut = append(cut, cutCell{r, t.name, t.columns[i].heading, len(s.cells) + 2})
					}
				}
				s.cells = append(s.cells, line)
			}
		}
		if t.key == "warnings" {
			for _, c := range cut {
				s.cells = append(s.cells, t.rows(c.warning())...)
			}
		}
		if !t.optional || len(s.cells) > 0 {
			list = append(list, s)
		}
	}
	return list
}

// A cutCell is a cell whose text was too long for Excel.
type cutCell struct {
	report         *model.Report
	sheet, heading string
	row            int
}

// warning is a report about nothing but the cut cell.
func (c cutCell) warning() *model.Report {
	r := *c.report
	r.Warnings = []model.Problem{{Code: "workbook.cut", Message: fmt.Sprintf(
		"シート「%s」%d行「%s」は%d字を超えるため、途中で切りました。全文はJSONにあります。", c.sheet, c.row, c.heading, maxCellText)}}
	return &r
}

// bookTables lists the tables in the order of the sheets.
func bookTables(reports []*model.Report, reasons Reasons) []table {
	var list []table
	for _, t := range tables(reasons) {
		list = append(list, t)
		if t.key == "indicators" {
			list = append(list, scheduleTable(reports))
		}
	}
	return list
}
