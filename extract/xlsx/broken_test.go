package xlsx

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"gyokaku/extract"
	"gyokaku/model"
)

func TestRefused(t *testing.T) {
	plain := book(t, func(f *excelize.File) error { return f.SetCellStr("Sheet1", "A1", "報告") })
	var encrypted bytes.Buffer
	f := excelize.NewFile()
	if err := f.Write(&encrypted, excelize.Options{Password: "秘密"}); err != nil {
		t.Fatal(err)
	}
	limits := extract.Limits{Bytes: 1 << 20, Inflate: 1 << 20, Pages: 2, Cells: 3}
	cells := `<c t="str"><v>a</v></c>`
	for _, c := range []struct {
		name  string
		data  []byte
		code  model.FailureCode
		cause string // part of it
	}{
		{"nothing", nil, model.FailEmpty, ""},
		{"too long", make([]byte, 1<<20+1), model.FailTooLarge, "bytes"},
		{"cut short", plain[:len(plain)/2], model.FailBroken, "zip"},
		{"encrypted", encrypted.Bytes(), model.FailEncrypted, ""},
		{"old format", []byte(cfbMagic + string(utf16LE("Workbook"))), model.FailUnknown, ".xls"},
		{"text", []byte("報告"), model.FailUnknown, "テキスト"},
		{"binary workbook", raw(t, "", map[string]string{"_rels/.rels": `<R><Relationship Type="x/officeDocument" Target="xl/workbook.bin"/></R>`}), model.FailUnknown, ".xlsb"},
		{"no workbook", raw(t, "", map[string]string{"_rels/.rels": `<R><Relationship Type="x/officeDocument" Target="xl/none.xml"/></R>`}), model.FailBroken, "missing"},
		{"no sheets", raw(t, "", map[string]string{"xl/workbook.xml": `<workbook/>`}), model.FailBroken, "no sheet"},
		{"three sheets", book(t, func(f *excelize.File) error { f.NewSheet("b"); f.NewSheet("c"); return nil }), model.FailTooLarge, "3 sheets"},
		{"sheet cut short", raw(t, `<sheetData><row><c t="str"><v>a`, map[string]string{}), model.FailBroken, "syntax"},
		{"too many cells", raw(t, `<sheetData><row>`+strings.Repeat(cells, 4)+`</row></sheetData>`, nil), model.FailTooLarge, "cells"},
		{"bomb", raw(t, `<sheetData>`+strings.Repeat(" ", 2<<20)+`</sheetData>`, nil), model.FailTooLarge, "inflates"},
		{"bomb of shared strings", raw(t, "", map[string]string{"xl/sharedStrings.xml": strings.Repeat(" ", 2<<20)}), model.FailTooLarge, "inflates"},
		{"entities", raw(t, `<sheetData><row><c t="str"><v>&lol;</v></c></row></sheetData>`, nil), model.FailBroken, "entity"},
		{"shared string that is not there", raw(t, `<sheetData><row><c t="s"><v>7</v></c></row></sheetData>`, nil), model.FailBroken, "A1"},
		{"cell beyond the sheet", raw(t, `<sheetData><row><c r="ZZZ1"><v>7</v></c></row></sheetData>`, nil), model.FailBroken, "ZZZ1"},
		{"row beyond the sheet", raw(t, `<sheetData><row r="1048577"/></sheetData>`, nil), model.FailBroken, "1048577"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, err := Extractor{limits}.Extract(context.Background(), extract.Source{Data: c.data})
			var f *model.Failure
			if doc != nil || !errors.As(err, &f) || f.Code != c.code || !strings.Contains(err.Error(), c.cause) {
				t.Errorf("got %v, %v; want a failure %s with %q", doc, err, c.code, c.cause)
			}
		})
	}
}

// TestDamagedSheet holds that one unreadable sheet costs that sheet only, and
// that nothing of it is passed on: its merges would be missing.
func TestDamagedSheet(t *testing.T) {
	doc := read(t, raw(t, `<sheetData><row><c t="str"><v>良</v></c></row></sheetData>`, map[string]string{
		"xl/workbook.xml":            `<workbook xmlns:r="r"><sheets><sheet name="一" r:id="rId1"/><sheet name="二" r:id="rId2"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<R><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/worksheet" Target="worksheets/sheet2.xml"/></R>`,
		"xl/worksheets/sheet2.xml":   `<worksheet><sheetData><row><c t="str"><v>半端</v></c></row>`,
	}))
	check(t, doc.Pages[0], "A1 良")
	if p := doc.Pages[1]; p.Kind != extract.PageDamaged || p.Blocks != nil {
		t.Errorf("damaged sheet: %+v", p)
	}
	if p := doc.Problems; len(p) != 1 || p[0].Code != "sheet.damaged" || p[0].Sheet != "二" {
		t.Errorf("problems: %+v", p)
	}
}

// TestFarApart has the largest range that two cells can make.
func TestFarApart(t *testing.T) {
	doc := read(t, raw(t, `<sheetData><row><c t="str"><v>a</v></c></row><row r="1048576"><c r="XFD1048576" t="str"><v>z</v></c></row></sheetData>`, nil))
	if p := doc.Problems; len(p) != 1 || p[0].Code != "sheet.too_large" || doc.Pages[0].Blocks != nil {
		t.Errorf("problems: %+v", p)
	}
}

// TestManyMerges bounds the time for hostile merges, each as wide as a sheet.
func TestManyMerges(t *testing.T) {
	var b strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&b, `<mergeCell ref="A%d:RR%d"/>`, i+1, i+2)
	}
	start := time.Now()
	read(t, raw(t, `<mergeCells>`+b.String()+`</mergeCells>`, nil))
	if d := time.Since(start); d > 10*time.Second {
		t.Errorf("took %v", d)
	}
}

func TestTimeout(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 0)
	defer cancel()
	_, err := Extractor{}.Extract(ctx, extract.Source{Data: book(t, func(*excelize.File) error { return nil })})
	var f *model.Failure
	if !errors.As(err, &f) || f.Code != model.FailTimeout || f.At.Sheet != "Sheet1" {
		t.Errorf("got %v, want a timeout at Sheet1", err)
	}
}

// FuzzSheet holds what readers of a table rely on: cells in order, none twice,
// extents inside of the table that do not overlap.
func FuzzSheet(f *testing.F) {
	for _, s := range []string{
		`<sheetData><row r="2"><c r="B2" t="str"><v>a</v></c><c><v>1.5</v></c></row></sheetData><mergeCells><mergeCell ref="B2:C3"/><mergeCell ref="A1:B1"/></mergeCells>`,
		`<cols><col min="1" max="3" hidden="1"/></cols><sheetData><row><c r="C1" t="inlineStr"><is><t>x</t></is></c><c r="A1" t="b"><v>1</v></c></row></sheetData><drawing r:id="rId1"/>`,
		`<mergeCells><mergeCell ref="A1:C3"/><mergeCell ref="B2:D4"/><mergeCell ref="A1:XFD1"/></mergeCells>`,
	} {
		f.Add(s, anchored(1, 0, 1, 0, 4, 0, 1, 90000, sp("rightArrow", "a")))
	}
	f.Fuzz(func(t *testing.T, worksheet, drawing string) {
		data := raw(t, worksheet, map[string]string{"xl/drawings/drawing1.xml": `<xdr:wsDr ` + drawingNS + `>` + drawing + `</xdr:wsDr>`})
		doc, err := Extractor{extract.Limits{Inflate: 1 << 20, Cells: 1000}}.Extract(context.Background(), extract.Source{Data: data})
		var fail *model.Failure
		if err != nil && (!errors.As(err, &fail) || fail.Code == model.FailPanic) {
			t.Fatalf("%q: %v", worksheet, err)
		}
		if err != nil {
			return
		}
		for _, b := range doc.Pages[0].Blocks {
			if b.Table != nil {
				checkTable(t, b.Table)
			}
		}
	})
}

func checkTable(t *testing.T, table *extract.Table) {
	t.Helper()
	var last spot
	taken := map[spot]bool{}
	for i, c := range table.Cells {
		at := spot{c.Row, c.Column}
		if i > 0 && compare(last, at) >= 0 {
			t.Fatalf("%v after %v", at, last)
		}
		last = at
		if c.RowSpan < 1 || c.ColumnSpan < 1 || c.Row+c.RowSpan > table.Rows || c.Column+c.ColumnSpan > table.Columns {
			t.Fatalf("cell %+v in %d×%d", c, table.Rows, table.Columns)
		}
		if c.RowSpan*c.ColumnSpan > 1<<16 {
			continue // too much to lay out here
		}
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			for k := c.Column; k < c.Column+c.ColumnSpan; k++ {
				if taken[spot{r, k}] {
					t.Fatalf("cell %+v overlaps another", c)
				}
				taken[spot{r, k}] = true
			}
		}
	}
}
