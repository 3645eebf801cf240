package xlsx

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"gyokaku/extract"
)

// forms is a workbook like a progress report: 23 sheets of 28 rows with merges.
func forms(t testing.TB) []byte {
	return book(t, func(f *excelize.File) error {
		for s := range 23 {
			name := fmt.Sprintf("1-%d", s+1)
			f.NewSheet(name)
			for r := 1; r <= 28; r++ {
				f.SetCellStr(name, fmt.Sprintf("A%d", r), "取組内容")
				f.SetCellStr(name, fmt.Sprintf("B%d", r), strings.Repeat("窓口の流れを見直した。", r%7+1))
				f.SetCellInt(name, fmt.Sprintf("C%d", r), int64(2020+r))
				f.MergeCell(name, fmt.Sprintf("D%d", r), fmt.Sprintf("G%d", r))
			}
		}
		return nil
	})
}

func BenchmarkExtract(b *testing.B) {
	data := forms(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := (Extractor{extract.DefaultLimits}).Extract(b.Context(), extract.Source{Data: data}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkExcelize is what the same costs with excelize alone.
func BenchmarkExcelize(b *testing.B) {
	data := forms(b)
	b.ReportAllocs()
	for b.Loop() {
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			b.Fatal(err)
		}
		for _, sheet := range f.GetSheetList() {
			if _, err := f.GetMergeCells(sheet, true); err != nil {
				b.Fatal(err)
			}
			if _, err := f.GetRows(sheet); err != nil {
				b.Fatal(err)
			}
		}
		f.Close()
	}
}

// TestAgainstExcelize compares the displayed text of real workbooks with what
// excelize reads, cell by cell.
func TestAgainstExcelize(t *testing.T) {
	root := os.Getenv("GYOKAKU_CORPUS")
	if root == "" {
		t.Skip("GYOKAKU_CORPUS is not set")
	}
	var files []string
	for _, pattern := range []string{"*/*.xlsx", "*/*/*.xlsx"} {
		list, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, list...)
	}
	if len(files) == 0 {
		t.Fatal("no workbooks below GYOKAKU_CORPUS")
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{CultureInfo: excelize.CultureNameJaJP})
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			doc := read(t, data)
			if len(doc.Problems) > 0 {
				t.Errorf("problems: %+v", doc.Problems)
			}
			for _, p := range doc.Pages {
				compareSheet(t, f, p)
			}
		})
	}
}

func compareSheet(t *testing.T, f *excelize.File, p extract.Page) {
	t.Helper()
	got := map[string]string{}
	covered := map[string]bool{}
	for _, b := range p.Blocks {
		if b.Table == nil {
			continue
		}
		checkTable(t, b.Table)
		for _, c := range b.Table.Cells {
			got[c.At.Cell] = c.Text
			from, _ := parseSpot(c.At.Cell)
			for r := range c.RowSpan {
				for k := range c.ColumnSpan {
					covered[spot{from.row + r, from.column + k}.String()] = r+k > 0
				}
			}
		}
	}
	rows, err := f.GetRows(p.Sheet)
	if err != nil {
		t.Fatal(err)
	}
	for r, row := range rows {
		for c, text := range row {
			name := spot{r, c}.String()
			if want := strings.TrimSpace(text); got[name] != want && !covered[name] {
				t.Errorf("%s!%s: %q, excelize has %q", p.Sheet, name, got[name], want)
			}
			delete(got, name)
		}
	}
	for name, text := range got {
		if text != "" {
			t.Errorf("%s!%s: %q, excelize has nothing", p.Sheet, name, text)
		}
	}
}
