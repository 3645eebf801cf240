package write

import (
	"fmt"
	"reflect"
	"strconv"

	"github.com/xuri/excelize/v2"

	"gyokaku/model"
)

const introSheet = "はじめに"

// introWidths are the column widths of the first sheet; A is a margin.
var introWidths = []float64{2, 34, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 16}

// An introPage writes the first sheet row by row, from column B on. The first
// error stays.
type introPage struct {
	book *book
	sw   *excelize.StreamWriter
	row  int // the next row, counted from 1
	err  error
}

// intro writes the first sheet: what the workbook is, what it was made from,
// and how to read it. It is not a data sheet.
func (b *book) intro(sheets []sheet) error {
	if err := b.file.SetSheetName("Sheet1", introSheet); err != nil {
		return err
	}
	if err := b.page(introSheet, headFill); err != nil {
		return err
	}
	sw, err := b.file.NewStreamWriter(introSheet)
	if err != nil {
		return err
	}
	for i, width := range introWidths {
		if err := sw.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	p := &introPage{book: b, sw: sw, row: 1}
	p.title()
	p.sheetList(sheets)
	p.sources()
	p.statusCounts()
	p.statusLegend()
	p.stageLegend()
	p.notes()
	if p.err != nil {
		return p.err
	}
	return sw.Flush()
}

// Styles of the first sheet beside those of tables.
var introStyles = map[string]*excelize.Style{
	"title":   {Font: &excelize.Font{Family: fontName, Size: 20, Bold: true, Color: headFill}, Alignment: &excelize.Alignment{Vertical: "center"}},
	"lead":    {Font: &excelize.Font{Family: fontName, Size: 11, Color: textInk}, Alignment: &excelize.Alignment{Vertical: "center"}},
	"section": {Font: &excelize.Font{Family: fontName, Size: 13, Bold: true, Color: headFill}, Alignment: &excelize.Alignment{Vertical: "bottom"}, Border: []excelize.Border{{Type: "bottom", Color: headFill, Style: 2}}},
	"link":    {Font: &excelize.Font{Family: fontName, Size: 11, Bold: true, Color: "0B57A4", Underline: "single"}, Alignment: &excelize.Alignment{Vertical: "center"}},
	"key":     {Font: &excelize.Font{Family: fontName, Size: 11, Bold: true, Color: textInk}, Alignment: &excelize.Alignment{Vertical: "center"}},
}

// put writes one row of cells from column B on.
func (p *introPage) put(height float64, cells ...any) {
	if p.err == nil {
		p.err = p.sw.SetRow("B"+strconv.Itoa(p.row), cells, excelize.RowOpts{Height: height})
	}
	p.row++
}

func (p *introPage) styled(style, text string) excelize.Cell {
	id, err := p.book.styles.special(style, introStyles[style])
	p.fail(err)
	text, _ = sheetText(text)
	return excelize.Cell{StyleID: id, Value: text}
}

func (p *introPage) cell(c cell, f form) excelize.Cell {
	c.text, _ = sheetText(c.text)
	v, err := p.book.value(c, look{form: f, middle: true})
	p.fail(err)
	return v
}

func (p *introPage) fail(err error) {
	if p.err == nil {
		p.err = err
	}
}

func (p *introPage) section(text string) {
	p.row++
	row := []any{p.styled("section", text)}
	for range len(introWidths) - 2 {
		row = append(row, p.styled("section", ""))
	}
	p.put(24, row...)
}

func (p *introPage) title() {
	reports := p.book.reports
	issuers := map[string]bool{}
	items, initiatives, indicators := 0, 0, 0
	for _, r := range reports {
		issuers[r.Municipality.Name.Value] = true
		items += len(r.Items)
		initiatives += len(initiativeRows(r))
		for i := range r.Items {
			indicators += len(r.Items[i].Indicators)
		}
	}
	p.row++
	p.put(36, p.styled("title", "行政改革 進捗報告のまとめ"))
	p.put(20, p.styled("lead", "自治体が公表した行政改革の進捗報告を、文書によらず同じ形の表にしたものです。"))
	p.put(20, p.styled("lead", fmt.Sprintf("文書 %d 件（自治体 %d）・実施項目 %d・取組 %d・指標 %d",
		len(reports), len(issuers), items, initiatives, indicators)))
}

// sheetList links to the data sheets.
func (p *introPage) sheetList(sheets []sheet) {
	p.section("シートの一覧")
	for _, s := range sheets {
		at := "B" + strconv.Itoa(p.row)
		p.fail(p.book.file.SetCellHyperLink(introSheet, at, "'"+s.name+"'!A1", "Location"))
		p.put(20, p.styled("link", s.name), p.styled("lead", fmt.Sprintf("%d 行", len(s.cells))), p.styled("lead", s.about))
	}
}

// head writes the headings of a small grid.
func (p *introPage) head(headings ...string) {
	id, err := p.book.styles.id(look{head: true})
	p.fail(err)
	row, lines := make([]any, len(headings)), 1
	for i, h := range headings {
		row[i] = excelize.Cell{StyleID: id, Value: h}
		lines = max(lines, lineCount(h, introWidths[i+1]))
	}
	p.put(rowHeight(lines), row...)
}

// grid writes one row of a small grid, as high as its text needs.
func (p *introPage) grid(forms []form, cells ...cell) {
	row, lines := make([]any, len(cells)), 1
	for i, c := range cells {
		row[i] = p.cell(c, forms[i])
		lines = max(lines, lineCount(c.text, introWidths[i+1]))
	}
	p.put(rowHeight(lines), row...)
}

// sources lists the documents.
func (p *introPage) sources() {
	p.section("元の文書")
	p.head("文書", "自治体", "自治体コード", "計画の期間", "報告年度", "報告年度 和暦", "種類", "実施項目", "取組", "指標", "字句の修正 / 警告", "対応づけたセル")
	forms := []form{formText, formText, formCode, formCode, formYear, formCode, formCode, formCount, formCount, formCount, formCode, formCode}
	for _, r := range p.book.reports {
		indicators := 0
		for i := range r.Items {
			indicators += len(r.Items[i].Indicators)
		}
		name := r.Source.Name
		if r.Plan.Title.Known {
			name += "\n" + r.Plan.Title.Value
		}
		p.grid(forms, textCell(name), fieldCell(r.Municipality.Name), fieldCell(r.Municipality.Code),
			textCell(period(r.Plan)), yearCell(r.FiscalYear), warekiCell(r.FiscalYear), wordCell(r.Kind),
			countCell(len(r.Items)), countCell(len(initiativeRows(r))), countCell(indicators),
			textCell(fmt.Sprintf("%d / %d", p.book.repairs(r), len(r.Warnings))), textCell(coverage(r.Coverage)))
	}
}

// coverage says how many cells of the items' tables were bound: "1194 / 1212
// (98.5%)". It is cut, not rounded: 100% means all.
func coverage(c *model.Coverage) string {
	if c == nil || c.Cells == 0 {
		return ""
	}
	tenths := 1000 * c.Bound / c.Cells
	return fmt.Sprintf("%d / %d (%d.%d%%)", c.Bound, c.Cells, tenths/10, tenths%10)
}

// repairs counts the changes to printed text; values read from it do not count.
func (b *book) repairs(r *model.Report) (n int) {
	for _, s := range stepRows(r) {
		if !b.reasons.of(s.Rule).Reads {
			n++
		}
	}
	return n
}

func period(p model.Plan) string {
	switch {
	case p.From.Known && p.To.Known:
		return fmt.Sprintf("%d～%d", p.From.Value, p.To.Value)
	case p.From.Known:
		return fmt.Sprintf("%d～", p.From.Value)
	}
	return ""
}

// statusCounts counts the initiatives of each document by status.
func (p *introPage) statusCounts() {
	statuses := choices[reflect.TypeFor[model.Status]()]
	p.section("取組の進み具合（区分ごとの取組の数）")
	headings, forms := []string{"文書"}, []form{formText}
	for _, s := range statuses {
		headings, forms = append(headings, paints[tone(s.value)].mark+s.word), append(forms, formCount)
	}
	p.head(append(headings, "区分なし")...)
	forms = append(forms, formCount)
	for _, r := range p.book.reports {
		if len(r.Items) == 0 {
			continue
		}
		row, rest := []cell{textCell(r.Source.Name)}, 0
		rows := initiativeRows(r)
		rest = len(rows)
		for _, s := range statuses {
			n := 0
			for _, i := range rows {
				if statusIs(i.Progress, model.Status(s.value)) {
					n++
				}
			}
			rest -= n
			c := countCell(n)
			if n > 0 {
				c.tone = tone(s.value)
			}
			row = append(row, c)
		}
		p.grid(forms, append(row, countCell(rest))...)
	}
}
