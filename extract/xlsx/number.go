package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
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
// displayed. Each different number is formatted once.
func (r *reader) displayNumbers(leaves []leaf) {
	var s *styles
	var f formatter
	var first model.Place
	shown := map[number]*string{}
	eachNumber(leaves, func(i int, c *cell) {
		if s == nil {
			s = r.styles()
			first = model.Place{Sheet: r.book.tabs[i].name, Cell: c.at.String()}
		}
		if n := (number{c.kind, c.value, c.style}); shown[n] == nil {
			shown[n] = f.show(n, s)
		}
	})
	if err := f.finish(r.book.date1904); err != nil {
		r.problem("number.format", first, err.Error(), "表示形式を適用できないため、一部の数値は表示形式を付けずに取り込みました。")
	}
	eachNumber(leaves, func(_ int, c *cell) { c.value = *shown[number{c.kind, c.value, c.style}] })
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

// styles reads the number formats; a workbook may have none.
func (r *reader) styles() *styles {
	if r.book.styles == "" {
		return &styles{}
	}
	data, err := r.archive.Read(r.book.styles)
	if err == nil {
		var s *styles
		if s, err = parseStyles(data); err == nil {
			return s
		}
	}
	r.problem("number.format", model.Place{}, err.Error(), "表示形式を読み取れないため、数値は表示形式を付けずに取り込みました。")
	return &styles{}
}

// A formatter displays numbers. What it cannot do itself waits for finish.
type formatter struct{ jobs []job }

// A job is a number that excelize is to display.
type job struct {
	kind, value string
	id          int    // of a format that is known by its id
	code        string // of one section, otherwise
	shown       *string
}

// show returns where the displayed text of n is, now or after finish. Until
// then it is the number without its format.
func (f *formatter) show(n number, s *styles) *string {
	id, code := s.format(n.style)
	shown := n.value
	v, err := strconv.ParseFloat(strings.TrimSpace(n.value), 64)
	switch {
	case n.kind == "d":
		f.jobs = append(f.jobs, job{kind: n.kind, value: n.value, id: id, code: code, shown: &shown})
		return &shown
	case err != nil || math.IsInf(v, 0) || math.IsNaN(v):
		return &shown
	}
	shown = general(v)
	if code != "" {
		var plain bool
		if code, plain = choose(code, v); plain {
			v = math.Abs(v)
		}
		if text, ok := literal(code, v); ok {
			return &text
		}
	}
	if id != 0 {
		f.jobs = append(f.jobs, job{kind: n.kind, value: strconv.FormatFloat(v, 'f', -1, 64), id: id, code: code, shown: &shown})
	}
	return &shown
}

// perRow is how many numbers stand in one row of the workbook for excelize.
const perRow = 64

// finish leaves the rest to excelize, which has the placeholders, dates and
// the calendar of the emperors: it is given a workbook of one sheet with the
// waiting numbers. That costs 2 ms, where nothing waits nothing.
func (f *formatter) finish(date1904 bool) (err error) {
	if len(f.jobs) == 0 {
		return nil
	}
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("excelize: %v", p)
		}
	}()
	data, err := f.workbook(date1904)
	if err != nil {
		return err
	}
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit:    1 << 40, // what goes in was measured on the way in
		UnzipXMLSizeLimit: 1 << 40, // above it, excelize writes temporary files
		CultureInfo:       excelize.CultureNameJaJP,
	})
	if err != nil {
		return err
	}
	defer book.Close()
	rows, err := book.GetRows("n")
	if err != nil {
		return err
	}
	for i, j := range f.jobs {
		*j.shown = "" // trailing cells that display nothing are left out of a row
		if y, x := i/perRow, i%perRow; y < len(rows) && x < len(rows[y]) {
			*j.shown = rows[y][x]
		}
	}
	return nil
}

const (
	relationsNS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageNS   = "http://schemas.openxmlformats.org/package/2006/relationships"
	mainNS      = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
)

// workbook is one with the waiting numbers and their formats.
func (f *formatter) workbook(date1904 bool) ([]byte, error) {
	styles, cells := f.parts()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range []struct{ name, text string }{
		{"_rels/.rels", fmt.Sprintf(`<Relationships xmlns="%s"><Relationship Id="rId1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
			packageNS, relationsNS)},
		{"xl/workbook.xml", fmt.Sprintf(`<workbook xmlns="%s" xmlns:r="%s"><workbookPr date1904="%t"/><sheets><sheet name="n" sheetId="1" r:id="rId1"/></sheets></workbook>`,
			mainNS, relationsNS, date1904)},
		{"xl/_rels/workbook.xml.rels", fmt.Sprintf(`<Relationships xmlns="%[1]s"><Relationship Id="rId1" Type="%[2]s/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="%[2]s/styles" Target="styles.xml"/></Relationships>`,
			packageNS, relationsNS)},
		{"xl/styles.xml", styles},
		{"xl/worksheets/sheet1.xml", cells},
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

// firstCustom is the first id that a workbook may give to a format of its own.
const firstCustom = 164

// parts are the XML of the styles, one for each different format, and of the
// sheet.
func (f *formatter) parts() (styles, cells string) {
	type format struct {
		id   int
		code string
	}
	index := map[format]int{}
	var codes, xfs, rows strings.Builder
	for i, j := range f.jobs {
		k := format{j.id, j.code}
		if j.code != "" {
			k.id = 0
		}
		style, seen := index[k]
		if !seen {
			style = len(index) + 1 // style 0 has no format
			index[k] = style
			if k.code != "" {
				k.id = firstCustom + style
				fmt.Fprintf(&codes, `<numFmt numFmtId="%d" formatCode="%s"/>`, k.id, escape(k.code))
			}
			fmt.Fprintf(&xfs, `<xf numFmtId="%d"/>`, k.id)
		}
		if i%perRow == 0 {
			fmt.Fprintf(&rows, `</row><row r="%d">`, i/perRow+1)
		}
		fmt.Fprintf(&rows, `<c r="%s" s="%d" t="%s"><v>%s</v></c>`, spot{i / perRow, i % perRow}, style, j.kind, escape(j.value))
	}
	styles = fmt.Sprintf(`<styleSheet xmlns="%s"><numFmts>%s</numFmts><cellXfs><xf numFmtId="0"/>%s</cellXfs></styleSheet>`, mainNS, codes.String(), xfs.String())
	cells = fmt.Sprintf(`<worksheet xmlns="%s"><sheetData>%s</row></sheetData></worksheet>`, mainNS, strings.TrimPrefix(rows.String(), "</row>"))
	return styles, cells
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder does not fail
	return b.String()
}
