package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"gyokaku/model"
)

// A number is a value that its style says how to display.
type number struct {
	kind, value string
	style       int
}

// displayNumbers replaces the numbers and dates of all sheets by what is
// displayed. Formats are a language of their own, with sections, colours and
// the calendar of the emperors, so excelize applies them: it is given a workbook
// of one sheet with each different number once, and the styles as they are.
// That costs 2 ms, for a workbook without numbers nothing.
func (r *reader) displayNumbers(leaves []leaf) {
	var list []number
	index := map[number]int{}
	first := model.Place{}
	eachNumber(leaves, func(i int, c *cell) {
		n := number{c.kind, c.value, c.style}
		if _, seen := index[n]; !seen {
			index[n] = len(list)
			list = append(list, n)
		}
		if first.IsZero() {
			first = model.Place{Sheet: r.book.tabs[i].name, Cell: c.at.String()}
		}
	})
	if len(list) == 0 {
		return
	}
	shown, err := r.display(list)
	if err != nil {
		r.problem("number.format", first, err.Error(), "表示形式を読み取れないため、数値は表示形式を付けずに取り込みました。")
		return
	}
	eachNumber(leaves, func(_ int, c *cell) {
		c.value = shown[index[number{c.kind, c.value, c.style}]]
	})
}

func eachNumber(leaves []leaf, visit func(i int, c *cell)) {
	for i, l := range leaves {
		if l.sheet == nil {
			continue
		}
		for k := range l.sheet.cells {
			if c := &l.sheet.cells[k]; c.isNumber() {
				visit(i, c)
			}
		}
	}
}

// perRow is how many numbers stand in one row of the workbook for excelize.
const perRow = 64

// display returns the displayed text of each number.
func (r *reader) display(list []number) (shown []string, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("excelize: %v", p)
		}
	}()
	data, err := r.numberBook(list)
	if err != nil {
		return nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit:    1 << 40, // what goes in was measured on the way in
		UnzipXMLSizeLimit: 1 << 40, // above it, excelize writes temporary files
		CultureInfo:       excelize.CultureNameJaJP,
	})
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := f.GetRows("n")
	if err != nil {
		return nil, err
	}
	shown = make([]string, len(list))
	for i := range list {
		if y, x := i/perRow, i%perRow; y < len(rows) && x < len(rows[y]) {
			shown[i] = rows[y][x]
		}
	}
	return shown, nil
}

// numberBook is a workbook with the numbers and the styles of this one.
func (r *reader) numberBook(list []number) ([]byte, error) {
	styles := []byte(`<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`)
	if r.book.styles != "" {
		var err error
		if styles, err = r.archive.read(r.book.styles); err != nil {
			return nil, err
		}
	}
	const (
		relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
		main      = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range []struct{ name, text string }{
		{"_rels/.rels", fmt.Sprintf(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
			relations)},
		{"xl/workbook.xml", fmt.Sprintf(`<workbook xmlns="%s" xmlns:r="%s"><workbookPr date1904="%t"/><sheets><sheet name="n" sheetId="1" r:id="rId1"/></sheets></workbook>`,
			main, relations, r.book.date1904)},
		{"xl/_rels/workbook.xml.rels", fmt.Sprintf(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="%[1]s/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="%[1]s/styles" Target="styles.xml"/></Relationships>`,
			relations)},
		{"xl/styles.xml", string(styles)},
		{"xl/worksheets/sheet1.xml", fmt.Sprintf(`<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>`, main, numberRows(list))},
	} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Store})
		if err == nil {
			_, err = w.Write([]byte(part.text))
		}
		if err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func numberRows(list []number) string {
	var b strings.Builder
	for i, n := range list {
		if i%perRow == 0 {
			if i > 0 {
				b.WriteString("</row>")
			}
			fmt.Fprintf(&b, `<row r="%d">`, i/perRow+1)
		}
		fmt.Fprintf(&b, `<c r="%s" s="%d" t="%s"><v>`, spot{i / perRow, i % perRow}, n.style, n.kind)
		_ = xml.EscapeText(&b, []byte(n.value)) // a Builder does not fail
		b.WriteString("</v></c>")
	}
	b.WriteString("</row>")
	return b.String()
}
