package grid

import (
	"context"
	"fmt"
	"testing"

	"gyokaku/extract"
	"gyokaku/model"
)

var (
	columns = []float64{100, 160, 400}
	filled  = 760.0 // how far down the pages of these tests are filled
)

// layoutAll lays out pages and renders them, page by page.
func layoutAll(t *testing.T, papers ...*paper) string {
	t.Helper()
	doc := &extract.Document{}
	for _, p := range papers {
		doc.Pages = append(doc.Pages, p.Page)
	}
	Layout(t.Context(), doc)
	out := ""
	for i := range doc.Pages {
		papers[i].Blocks = doc.Pages[i].Blocks
		out += fmt.Sprintf("page %d\n", doc.Pages[i].Number) + show(doc.Pages[i].Blocks)
	}
	return out
}

func TestJoin(t *testing.T) {
	full := "取組方針を見直して職員に周知を図りさらに次の" // 23 characters: the cell is full
	for _, tc := range []struct {
		name  string
		pages []*paper
		want  string
	}{
		{"rows go on", []*paper{
			newPaper(1).grid(columns, []float64{700, 730, filled}).word(105, 715, "甲").word(105, 745, "乙"),
			newPaper(2).grid(columns, []float64{60, 90}).word(105, 75, "丙"),
		}, `
			page 1
			table 2x2
			 0,0 "甲"
			 1,0 "乙"
			page 2
			table 1x2 more
			 0,0 "丙"
			`},
		{"page numbers and running heads between", []*paper{
			newPaper(1).word(300, 40, "進捗報告").word(300, 820, "１").grid(columns, []float64{730, filled}).word(105, 745, "乙"),
			newPaper(2).word(300, 40, "進捗報告").word(300, 820, "２").grid(columns, []float64{60, 90}).word(105, 75, "丙"),
		}, `
			page 1
			進捗報告
			table 1x2
			 0,0 "乙"
			１
			page 2
			進捗報告
			table 1x2 more
			 0,0 "丙"
			２
			`},
		{"repeated headings are dropped", []*paper{
			newPaper(1).grid(columns, []float64{700, 730, filled}).word(105, 715, "番号").word(165, 715, "内容").word(105, 745, "１"),
			newPaper(2).grid(columns, []float64{60, 90, 120}).word(105, 75, "番号").word(165, 75, "内容").word(105, 105, "２"),
		}, `
			page 1
			table 2x2
			 0,0 "番号"
			 0,1 "内容"
			 1,0 "１"
			page 2
			table 1x2 more
			 0,0 "２"
			`},
		{"row cut, borders drawn", []*paper{
			newPaper(1).grid(columns, []float64{730, filled}).word(105, 745, "方針").word(165, 745, full),
			newPaper(2).grid(columns, []float64{60, 75, 90}).word(165, 72, "段階へ進む。").word(105, 87, "次"),
		}, `
			page 1
			table 1x2
			 0,0 "方針"
			 0,1 "取組方針を見直して職員に周知を図りさらに次の\n段階へ進む。"
			page 2
			table 1x2 more
			 0,0 "次"
			`},
		{"row cut, borders left out, nothing else on the page", []*paper{
			newPaper(1).h(700, 100, 400).h(730, 100, 400).v(100, 700, filled).v(160, 700, filled).v(400, 700, filled).
				word(105, 745, "次年度").word(165, 745, "継続する。"),
			newPaper(2).h(60, 100, 400).v(100, 45, 60).v(160, 45, 60).v(400, 45, 60).word(105, 57, "の計画"),
			newPaper(3).word(105, 75, "次の項目"),
		}, `
			page 1
			table 2x2
			 1,0 "次年度\nの計画"
			 1,1 "継続する。"
			page 2
			page 3
			次の項目
			`},
		{"new row under a label of several rows is not a cut row", []*paper{
			newPaper(1).grid(columns, []float64{730, filled}).word(105, 745, "方針").word(165, 745, "見直した。"),
			newPaper(2).grid(columns, []float64{60, 75}).word(165, 72, "周知した。"),
		}, `
			page 1
			table 1x2
			 0,0 "方針"
			 0,1 "見直した。"
			page 2
			table 1x2 more
			 0,1 "周知した。"
			`},
		{"full line that ends its sentence is not cut", []*paper{
			newPaper(1).grid(columns, []float64{730, filled}).word(105, 745, "方針").word(165, 745, full+"。"),
			newPaper(2).grid(columns, []float64{60, 75}).word(165, 72, "周知した。"),
		}, `
			page 1
			table 1x2
			 0,0 "方針"
			 0,1 "取組方針を見直して職員に周知を図りさらに次の。"
			page 2
			table 1x2 more
			 0,1 "周知した。"
			`},
		{"row over three pages", []*paper{
			newPaper(1).grid(columns, []float64{730, filled}).word(105, 745, "方針").word(165, 745, full),
			newPaper(2).grid(columns, []float64{60, filled}).word(165, 72, full),
			newPaper(3).grid(columns, []float64{60, 75, 90}).word(165, 72, "段階へ進む。").word(105, 87, "次"),
		}, `
			page 1
			table 1x2
			 0,0 "方針"
			 0,1 "取組方針を見直して職員に周知を図りさらに次の\n取組方針を見直して職員に周知を図りさらに次の\n段階へ進む。"
			page 2
			page 3
			table 1x2 more
			 0,0 "次"
			`},
		{"a label over two rows is cut between them", []*paper{
			newPaper(1).h(700, 100, 400).h(730, 100, 400).h(filled, 160, 400).v(100, 700, filled).v(160, 700, filled).v(400, 700, filled).
				word(105, 715, "番号").word(165, 715, "内容").word(165, 745, "見直した。"),
			newPaper(2).h(60, 160, 400).h(90, 100, 400).v(100, 60, 90).v(160, 60, 90).v(400, 60, 90).
				word(105, 75, "方針").word(165, 75, "周知した。"),
		}, `
			page 1
			table 2x2
			 0,0 "番号"
			 0,1 "内容"
			 1,1 "見直した。"
			page 2
			table 1x2 more
			 0,0 "方針"
			 0,1 "周知した。"
			`},
		{"open below, but headings open above", []*paper{
			newPaper(1).h(700, 100, 400).h(730, 100, 400).v(100, 700, filled).v(160, 700, filled).v(400, 700, filled).
				word(105, 715, "番号").word(165, 715, "内容").word(105, 745, "１").word(165, 745, "継続する。"),
			newPaper(2).h(60, 100, 400).h(90, 100, 400).v(100, 45, 90).v(160, 45, 90).v(400, 45, 90).
				word(105, 57, "番号").word(165, 57, "内容").word(105, 75, "２").word(165, 75, "廃止"),
		}, `
			page 1
			table 2x2
			 0,0 "番号"
			 0,1 "内容"
			 1,0 "１"
			 1,1 "継続する。"
			page 2
			table 1x2 more
			 0,0 "２"
			 0,1 "廃止"
			`},
		{"next row would have fitted", []*paper{
			newPaper(1).grid(columns, []float64{100, 130, 160}).word(105, 115, "甲"),
			newPaper(2).grid(columns, []float64{60, 90, filled}).word(105, 75, "乙"),
		}, `
			page 1
			table 2x2
			 0,0 "甲"
			page 2
			table 2x2
			 0,0 "乙"
			`},
		{"same form, filled in anew", []*paper{
			newPaper(1).grid(columns, []float64{60, 90, filled}).word(105, 75, "項目").word(165, 75, "人材の育成"),
			newPaper(2).grid(columns, []float64{60, 90, filled}).word(105, 75, "項目").word(165, 75, "情報の公開"),
		}, `
			page 1
			table 2x2
			 0,0 "項目"
			 0,1 "人材の育成"
			page 2
			table 2x2
			 0,0 "項目"
			 0,1 "情報の公開"
			`},
		{"other columns", []*paper{
			newPaper(1).grid(columns, []float64{730, filled}).word(105, 745, "甲"),
			newPaper(2).grid([]float64{100, 250, 400}, []float64{60, 90}).word(105, 75, "乙"),
		}, `
			page 1
			table 1x2
			 0,0 "甲"
			page 2
			table 1x2
			 0,0 "乙"
			`},
		{"text between", []*paper{
			newPaper(1).grid(columns, []float64{730, filled}).word(105, 745, "甲"),
			newPaper(2).word(100, 150, "二　次の表").grid(columns, []float64{160, 190}).word(105, 175, "乙"),
		}, `
			page 1
			table 1x2
			 0,0 "甲"
			page 2
			二　次の表
			table 1x2
			 0,0 "乙"
			`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := layoutAll(t, tc.pages...)
			if want := untab(tc.want); got != want {
				t.Errorf("got:\n%swant:\n%s", got, want)
			}
		})
	}
}

func TestCutRowPlaces(t *testing.T) {
	one := newPaper(1).h(700, 100, 400).h(730, 100, 400).v(100, 700, filled).v(400, 700, filled).word(105, 745, "前")
	two := newPaper(2).h(60, 100, 400).h(90, 100, 400).v(100, 45, 90).v(400, 45, 90).word(105, 57, "後").word(105, 75, "次")
	layoutAll(t, one, two)
	c := one.Blocks[0].Table.Cells[1]
	if c.Text != "前\n後" || len(c.Also) != 1 || c.Also[0].Page != 2 || *c.Also[0].Box != (model.Box{100, 45, 400, 60}) {
		t.Errorf("cell %q, also at %v", c.Text, c.Also)
	}
	if len(c.Lines) != 2 || c.Lines[1].At.Page != 2 {
		t.Errorf("lines %v", c.Lines)
	}
	next := two.Blocks[0].Table
	if next.Rows != 1 || next.Cells[0].Row != 0 || *next.At.Box != (model.Box{100, 60, 400, 90}) {
		t.Errorf("%d rows at %v, first cell in row %d", next.Rows, next.At, next.Cells[0].Row)
	}
}

func TestLayoutCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	doc := &extract.Document{Pages: []extract.Page{newPaper(1).word(50, 50, "文").Page}}
	Layout(ctx, doc)
	if doc.Pages[0].Blocks != nil {
		t.Errorf("laid out %v", show(doc.Pages[0].Blocks))
	}
}

func TestJoined(t *testing.T) {
	one, _ := Tables(1, nil, newPaper(1).grid([]float64{100, 200, 300}, []float64{0, 10, 20}).Rules)
	two, _ := Tables(2, nil, newPaper(2).grid([]float64{100, 200, 250, 300}, []float64{0, 10}).Rules)
	whole := Joined(&one[0], &two[0])
	if whole.Rows != 3 || whole.Columns != 3 || len(whole.Cells) != 7 {
		t.Fatalf("%d rows, %d columns, %d cells", whole.Rows, whole.Columns, len(whole.Cells))
	}
	if c := whole.Cells[1]; c.Column != 1 || c.ColumnSpan != 2 {
		t.Errorf("cell of the first part is in column %d, over %d", c.Column, c.ColumnSpan)
	}
	if c := whole.Cells[6]; c.Row != 2 || c.Column != 2 || c.ColumnSpan != 1 || c.At.Page != 2 {
		t.Errorf("last cell is %+v", c)
	}
}
