package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// The JSON of gyokaku tables, as its users read it.
type (
	tablesOutput struct {
		Pages []struct {
			Number int           `json:"number"`
			Tables []tableOutput `json:"tables"`
		} `json:"pages"`
	}
	tableOutput struct {
		Rows    int          `json:"rows"`
		Columns int          `json:"columns"`
		Cells   []cellOutput `json:"cells"`
	}
	cellOutput struct {
		Row        int        `json:"row"`
		Column     int        `json:"column"`
		RowSpan    int        `json:"row_span"`
		ColumnSpan int        `json:"column_span"`
		Text       string     `json:"text"`
		Box        [4]float64 `json:"box"`
	}
)

// tablesOf runs gyokaku tables on one file.
func tablesOf(t *testing.T, path string) (list []tableOutput) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := run(t.Context(), []string{"tables", path}, noEnv, &stdout, &stderr); code != exitDone {
		t.Fatalf("exit %d: %s", code, &stderr)
	}
	var out tablesOutput
	if err := json.Unmarshal(stdout.Bytes(), &out); err != nil {
		t.Fatal(err)
	}
	for _, p := range out.Pages {
		list = append(list, p.Tables...)
	}
	return list
}

// A goldCell is a cell of the report that the files of corpus/tables are
// typeset from.
type goldCell struct {
	Item  string `json:"item"`
	Table string `json:"table"` // "head", "grid" and others
	R     int    `json:"r"`
	C     int    `json:"c"`
	Text  string `json:"text"`
	Kind  string `json:"kind"` // "b" for a caption without borders
}

var foldKey = strings.NewReplacer(
	"‑", "-", "–", "-", "—", "-", "ー", "-", "‐", "-", "−", "-", "―", "-", "〜", "~", "～", "~",
)

// textKey is how texts are compared: NFKC, without white space, dashes alike.
func textKey(s string) string {
	folded := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, norm.NFKC.String(s))
	return foldKey.Replace(folded)
}

// count is a multiset.
type count map[string]int

// common counts what both have.
func (c count) common(d count) (n int) {
	for k, m := range c {
		n += min(m, d[k])
	}
	return n
}

func (c count) total() (n int) {
	for _, m := range c {
		n += m
	}
	return n
}

// missing lists what d lacks.
func (c count) missing(d count) (list []string) {
	for k, m := range c {
		if d[k] < m {
			list = append(list, k)
		}
	}
	slices.Sort(list)
	return list
}

// TestCorpusTables counts, as the score_tables.py does, the cells of a
// 23-item report that each file made of it gives, and the rows of its schedules
// whose phases stand under the right years.
func TestCorpusTables(t *testing.T) {
	dir := filepath.Join(corpus(t), "tables")
	files, err := filepath.Glob(filepath.Join(dir, "*.pdf"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no PDFs in %s (%v)", dir, err)
	}
	data, err := os.ReadFile(filepath.Join(dir, "gold_cells.json"))
	if err != nil {
		t.Fatal(err)
	}
	var gold []goldCell
	if err := json.Unmarshal(data, &gold); err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) {
			leftOut := ""
			if strings.Contains(filepath.Base(f), "euc") {
				leftOut = noEUC
			}
			cells, rows := goldCounts(gold, leftOut)
			gotCells, gotRows := tableCounts(tablesOf(t, f))
			if n, all := cells.common(gotCells), cells.total(); n < all || all < 1000 {
				t.Errorf("%d of %d cells; missing %.10q", n, all, cells.missing(gotCells))
			}
			if n, all := rows.common(gotRows), rows.total(); n < all || all < 50 {
				t.Errorf("%d of %d schedule rows; missing %q", n, all, rows.missing(gotRows))
			}
		})
	}
}

// noEUC are characters of the report that EUC-JP has no code for: in the file
// that is encoded so, question marks stand in their place.
const noEUC = "①②③④⑤⑥⑦⑧⑨～"

// goldCounts counts the ruled cells, but for those with a character of leftOut,
// and the schedule rows.
func goldCounts(gold []goldCell, leftOut string) (cells, rows count) {
	cells, rows = count{}, count{}
	type rowID struct {
		item string
		r    int
	}
	byRow := map[rowID][]goldCell{}
	for _, g := range gold {
		if k := textKey(g.Text); k != "" && g.Kind != "b" && !strings.ContainsAny(g.Text, leftOut) {
			cells[k]++
		}
		if g.Table == "grid" && g.R >= 4 { // below the heading of years
			id := rowID{g.Item, g.R}
			byRow[id] = append(byRow[id], g)
		}
	}
	for _, row := range byRow {
		label, phases := "", []string{}
		slices.SortFunc(row, func(a, b goldCell) int { return cmp.Compare(a.C, b.C) })
		for _, g := range row {
			switch {
			case g.C == 1:
				label = textKey(g.Text)
			case g.C >= 2 && g.Text != "":
				phases = append(phases, strconv.Itoa(g.C-2)+"="+textKey(g.Text))
			}
		}
		rows[label+" "+strings.Join(phases, " ")]++
	}
	return cells, rows
}

// tableCounts counts the same in what was extracted.
func tableCounts(list []tableOutput) (cells, rows count) {
	cells, rows = count{}, count{}
	for _, table := range list {
		byRow := make([][]cellOutput, table.Rows)
		for _, c := range table.Cells {
			if c.Text = textKey(c.Text); c.Text != "" {
				cells[c.Text]++
				byRow[c.Row] = append(byRow[c.Row], c)
			}
		}
		years := map[int]int{} // column → years since the first
		for _, row := range byRow {
			slices.SortFunc(row, func(a, b cellOutput) int { return cmp.Compare(a.Column, b.Column) })
			if heads := yearHeads(row); heads != nil {
				years = heads
			} else if len(years) > 0 {
				if s, ok := scheduleRow(row, years); ok {
					rows[s]++
				}
			}
		}
	}
	return cells, rows
}

const firstYear, yearCount = 2024, 5

// yearHeads gives the columns of the years, if row is the heading that has all.
func yearHeads(row []cellOutput) map[int]int {
	heads := map[int]int{}
	for _, c := range row {
		if y, err := strconv.Atoi(c.Text); err == nil && y >= firstYear && y < firstYear+yearCount {
			heads[c.Column] = y - firstYear
		}
	}
	if len(heads) < yearCount {
		return nil
	}
	return heads
}

// scheduleRow is the label of a row and its phases by year.
func scheduleRow(row []cellOutput, years map[int]int) (s string, ok bool) {
	label, phases := "", []string{}
	for _, c := range row {
		year, isYear := years[c.Column]
		switch {
		case isYear:
			phases = append(phases, strconv.Itoa(year)+"="+c.Text)
		case strings.HasPrefix(c.Text, "取組内容"):
			ok = true
		default:
			label += c.Text
		}
	}
	return label + " " + strings.Join(phases, " "), ok
}

// An expectedCell is a cell as tabula writes it, in points; positions that a
// merged cell covers have no width.
type expectedCell struct {
	Top, Left, Width, Height float64
	Text                     string
}

// sameBorder is how far apart, in points, two readers may see one border: on
// either side of a line, or in its middle.
const sameBorder = 1.5

// TestCorpusExpectedTables compares with tables that others wrote down, cell by
// cell with its box, so that spans are compared as well.
func TestCorpusExpectedTables(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(corpus(t), "real", "tables", "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no expected tables (%v)", err)
	}
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			var want []struct{ Data [][]expectedCell }
			if err := json.Unmarshal(data, &want); err != nil || len(want) == 0 {
				t.Fatalf("%d tables expected: %v", len(want), err)
			}
			got := tablesOf(t, strings.TrimSuffix(f, ".json")+".pdf")
			if len(got) != len(want) {
				t.Fatalf("%d tables, want %d", len(got), len(want))
			}
			for i := range want {
				compareExpected(t, want[i].Data, got[i])
			}
		})
	}
}

func compareExpected(t *testing.T, rows [][]expectedCell, got tableOutput) {
	t.Helper()
	if len(rows) != got.Rows {
		t.Errorf("%d rows, want %d", got.Rows, len(rows))
	}
	cells := 0
	for _, row := range rows {
		for _, c := range row {
			if c.Width == 0 {
				continue
			}
			cells++
			i := slices.IndexFunc(got.Cells, c.isAt)
			if i < 0 || textKey(got.Cells[i].Text) != textKey(c.Text) {
				t.Errorf("no cell at %.1f, %.1f of %.1f × %.1f that says %q", c.Left, c.Top, c.Width, c.Height, c.Text)
			}
		}
	}
	if len(got.Cells) != cells || cells == 0 {
		t.Errorf("%d cells, want %d", len(got.Cells), cells)
	}
}

func (e expectedCell) isAt(c cellOutput) bool {
	want := [4]float64{e.Left, e.Top, e.Left + e.Width, e.Top + e.Height}
	for i := range want {
		if d := c.Box[i] - want[i]; d > sameBorder || d < -sameBorder {
			return false
		}
	}
	return true
}

func (c cellOutput) String() string {
	return fmt.Sprintf("%d,%d %d×%d %q", c.Row, c.Column, c.RowSpan, c.ColumnSpan, textKey(c.Text))
}
