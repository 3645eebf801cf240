package form

import (
	"strings"
	"testing"

	"gyokaku/extract"
)

// ruled makes a plan table with geometry: 取組内容 n, title and three years.
// A cell is "column+span text"; ColumnX runs in steps of 100 pt.
func ruled(rows ...[]extract.Cell) *extract.Document {
	t := &extract.Table{Columns: 5, ColumnX: []float64{0, 100, 200, 300, 400, 500}}
	head := [][]extract.Cell{
		{cell(0, 1, "実施項目"), cell(1, 1, "窓口"), cell(2, 1, "項目番号"), cell(3, 2, "1-①")},
		{cell(0, 1, "現状と課題"), cell(1, 4, "長い。")},
		{cell(0, 2, "取組の内容"), cell(2, 1, "令和6年度"), cell(3, 1, "7"), cell(4, 1, "8")},
	}
	for i, row := range append(head, rows...) {
		for _, c := range row {
			c.Row = i
			t.Cells = append(t.Cells, c)
		}
	}
	t.Rows = len(head) + len(rows)
	return &extract.Document{Format: "pdf", Pages: []extract.Page{{Number: 1, Blocks: []extract.Block{{Table: t}}}}}
}

func cell(column, span int, text string) extract.Cell {
	return extract.Cell{Column: column, RowSpan: 1, ColumnSpan: span, Text: text}
}

func arrowCell(column int, text string) extract.Cell {
	c := cell(column, 1, text)
	c.Arrow = true
	return c
}

func TestSchedule(t *testing.T) {
	title := func(n string, bars ...extract.Cell) []extract.Cell {
		return append([]extract.Cell{cell(0, 1, "取組内容"+n), cell(1, 1, "題"+n)}, bars...)
	}
	for _, tt := range []struct {
		name string
		doc  *extract.Document
		want string // bars of the last initiative: from-to label
	}{
		{"a merged cell shows where it ends", ruled(title("1", cell(2, 1, "検討"), cell(3, 2, "実施"))), "令和6年度-令和6年度 検討, 2025-2026 実施"},
		{"a word alone marks a start only", ruled(title("1", cell(2, 1, "実施"), cell(3, 1, ""), cell(4, 1, ""))), "令和6年度- 実施"},
		{"typed arrows draw on", ruled(title("1", cell(2, 1, "実施"), cell(3, 1, "→"), cell(4, 1, "⇒"))), "令和6年度-2026 実施"},
		{"a drawn arrow draws on", ruled(title("1", arrowCell(2, "実施"), arrowCell(3, ""), cell(4, 1, ""))), "令和6年度-2025 実施"},
		{"a merged arrow draws on", ruled(title("1", cell(2, 1, "検討"), cell(3, 2, "──→"))), "令和6年度-2026 検討"},
		{"an arrow after the word", ruled(title("1", cell(2, 3, "実施→"))), "令和6年度-2026 実施"},
		{"equal neighbours are one run", ruled(title("1", cell(2, 1, "実施"), cell(3, 1, "実施"), cell(4, 1, "検証"))), "令和6年度-2025 実施, 2026-2026 検証"},
		{"a dash says nothing", ruled(title("1", cell(2, 1, "－"), cell(3, 2, "実施"))), "2025-2026 実施"},
		{"an arrow without a word says nothing", ruled(title("1", cell(2, 1, "→"), cell(3, 2, "実施"))), "2025-2026 実施"},
		{"another row shows that bars have ends", ruled(title("1", cell(2, 3, "実施")), title("2", cell(2, 1, "導入"))), "令和6年度-令和6年度 導入"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			item := mustRead(t, tt.doc).Items[0]
			var got []string
			for _, b := range item.Initiatives[len(item.Initiatives)-1].Schedule {
				got = append(got, b.From.Raw+"-"+b.To.Raw+" "+b.Label.Raw)
			}
			if s := strings.Join(got, ", "); s != tt.want {
				t.Errorf("got %s, want %s", s, tt.want)
			}
		})
	}
}

// The columns of a table that goes on after a page break may be numbered
// otherwise; their x positions bind them.
func TestScheduleOtherColumns(t *testing.T) {
	doc := ruled([]extract.Cell{cell(0, 1, "取組内容1"), cell(1, 1, "題"), cell(2, 3, "実施")})
	rest := &extract.Table{Columns: 4, ColumnX: []float64{0, 100, 200, 300, 500}, Rows: 1, Continues: true,
		Cells: []extract.Cell{cell(0, 1, "取組内容2"), cell(1, 1, "題二"), cell(2, 1, "検討"), cell(3, 1, "実施")}}
	doc.Pages = append(doc.Pages, extract.Page{Number: 2, Blocks: []extract.Block{{Table: rest}}})
	bars := mustRead(t, doc).Items[0].Initiatives[1].Schedule
	if len(bars) != 2 || bars[1].From.Raw != "2025" || bars[1].To.Raw != "2026" {
		t.Errorf("bars: %+v", bars)
	}
}

func TestYearOf(t *testing.T) {
	for _, tt := range []struct {
		text string
		year int
		bare bool
		ok   bool
	}{
		{"2024", 2024, false, true}, {"２０２４年度", 2024, false, true}, {"令和6年度", 2024, false, true},
		{"R元", 2019, false, true}, {"平成31年度", 2019, false, true}, {"令和6年度\n(2024)", 2024, false, true},
		{"7年度", 7, true, true}, {"実施", 0, false, false}, {"2024年4月", 0, false, false}, {"12024", 0, false, false},
	} {
		year, bare, ok := yearOf(tt.text)
		if year != tt.year || bare != tt.bare || ok != tt.ok {
			t.Errorf("yearOf(%q) = %d, %t, %t", tt.text, year, bare, ok)
		}
	}
}
