package main

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestCorpusWordTables compares the tables of a PDF with those of the Word
// document it was printed from. Text boxes that lie over a table are no part of
// a cell in either.
func TestCorpusWordTables(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(corpus(t), "real", "tables", "*.docx"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no Word documents (%v)", err)
	}
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) {
			want := wordTables(t, f)
			got := tablesOf(t, strings.TrimSuffix(f, ".docx")+".pdf")
			if len(want) == 0 || len(got) != len(want) {
				t.Fatalf("%d tables, want %d", len(got), len(want))
			}
			same, all := 0, 0
			for i := range want {
				w, g := count{}, count{}
				for _, c := range want[i] {
					w[c.String()]++
				}
				for _, c := range got[i].Cells {
					g[c.String()]++
				}
				same, all = same+w.common(g), all+w.total()
				if missing := w.missing(g); len(missing) > 0 {
					t.Logf("table %d: missing %.10q", i, missing)
				}
				if len(want[i]) != len(got[i].Cells) {
					t.Errorf("table %d has %d cells, want %d", i, len(got[i].Cells), len(want[i]))
				}
			}
			if least := 0.99; float64(same) < least*float64(all) {
				t.Errorf("%d of %d cells", same, all)
			}
		})
	}
}

// wordTables reads the tables of a .docx. None of the corpus is nested or
// merges cells over rows.
func wordTables(t *testing.T, path string) (list [][]cellOutput) {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	part, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer part.Close()
	d := xml.NewDecoder(part)
	var w wordReader
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return w.tables
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			w.start(e)
		case xml.EndElement:
			w.end(e.Name.Local)
		case xml.CharData:
			if w.inText && w.boxes == 0 && w.cell != nil {
				w.cell.Text += string(e)
			}
		}
	}
}

// A wordReader collects the cells of tables from WordprocessingML.
type wordReader struct {
	tables [][]cellOutput
	row    int
	column int
	cell   *cellOutput // nil outside of cells
	inText bool        // in w:t
	boxes  int         // depth of text boxes
}

func (w *wordReader) start(e xml.StartElement) {
	switch e.Name.Local {
	case "txbxContent":
		w.boxes++
	case "tbl":
		w.tables, w.row = append(w.tables, nil), -1
	case "tr":
		w.row, w.column = w.row+1, 0
	case "tc":
		w.cell = &cellOutput{Row: w.row, Column: w.column, RowSpan: 1, ColumnSpan: 1}
	case "gridSpan":
		if n, err := strconv.Atoi(attribute(e, "val")); err == nil && w.cell != nil {
			w.cell.ColumnSpan = n
		}
	case "t":
		w.inText = true
	}
}

func (w *wordReader) end(name string) {
	switch name {
	case "txbxContent":
		w.boxes--
	case "tc":
		last := len(w.tables) - 1
		w.tables[last] = append(w.tables[last], *w.cell)
		w.column += w.cell.ColumnSpan
		w.cell = nil
	case "t":
		w.inText = false
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
