package grid_test

import (
	"fmt"

	"gyokaku/extract"
	"gyokaku/extract/grid"
	"gyokaku/model"
)

// Five rules around two cells, and a note below them.
func ExampleTables() {
	rules := []extract.Rule{
		{X0: 50, Y0: 99.8, X1: 250, Y1: 100.2}, {X0: 50, Y0: 119.8, X1: 250, Y1: 120.2},
		{X0: 49.8, Y0: 100, X1: 50.2, Y1: 120}, {X0: 99.8, Y0: 100, X1: 100.2, Y1: 120}, {X0: 249.8, Y0: 100, X1: 250.2, Y1: 120},
	}
	words := []extract.Word{
		{Text: "進捗状況", Box: model.Box{55, 105, 95, 115}, Baseline: 114, Size: 10},
		{Text: "順調", Box: model.Box{105, 105, 125, 115}, Baseline: 114, Size: 10},
		{Text: "※令和６年度末", Box: model.Box{50, 125, 120, 135}, Baseline: 134, Size: 10},
	}
	tables, lines := grid.Tables(1, words, rules)
	for _, c := range tables[0].Cells {
		fmt.Println(c.Row, c.Column, c.Text, c.At)
	}
	fmt.Println(lines[0].Text)
	// Output:
	// 0 0 進捗状況 p1 [50.0,100.0,100.0,120.0]
	// 0 1 順調 p1 [100.0,100.0,250.0,120.0]
	// ※令和６年度末
}

// Two parts of a table, the second of which has one border less.
func ExampleJoined() {
	first := &extract.Table{Rows: 1, Columns: 2, ColumnX: []float64{50, 100, 250}, Cells: []extract.Cell{
		{RowSpan: 1, ColumnSpan: 1, Text: "研修"}, {Column: 1, RowSpan: 1, ColumnSpan: 1, Text: "順調"},
	}}
	second := &extract.Table{Rows: 1, Columns: 1, ColumnX: []float64{50, 250}, Continues: true, Cells: []extract.Cell{
		{RowSpan: 1, ColumnSpan: 1, Text: "※令和６年度末"},
	}}
	whole := grid.Joined(first, second)
	for _, c := range whole.Cells {
		fmt.Println(c.Row, c.Column, c.ColumnSpan, c.Text)
	}
	// Output:
	// 0 0 1 研修
	// 0 1 1 順調
	// 1 0 2 ※令和６年度末
}
