package grid

import (
	"testing"

	"gyokaku/extract"
	"gyokaku/model"
)

// wide is a table of two cells, 100 to 200 to 400.
func wide() *paper {
	return newPaper(1).grid([]float64{100, 200, 400}, []float64{100, 160})
}

func TestCellText(t *testing.T) {
	for _, tc := range []struct {
		name string
		p    *paper
		want string
	}{
		{"hanging punctuation", wide().word(110, 112, "方針を見直した。"), `
			table 1x2
			 0,0 "方針を見直した。"
			`},
		{"hanging punctuation on a border", wide().word(101, 112, "職員の方針を見直した。").word(101, 124, "続く"), `
			table 1x2
			 0,0 "職員の方針を見直した。\n続く"
			`},
		{"hanging punctuation with space before it",
			newPaper(1).grid([]float64{100, 200, 400}, []float64{100, 160}).
				word(100, 112, "職員の方針を見直した。").shift(10, 1.5), `
			table 1x2
			 0,0 "職員の方針を見直した。"
			`},
		{"text that runs out of the table", newPaper(1).grid([]float64{100, 200}, []float64{100, 120}).
			word(101, 112, "職員の方針を見 直した"), `
			table 1x1
			 0,0 "職員の方針を見 直した"
			`},
		{"one run over two cells, a dash in the second", wide().word(160, 112, "計画ー").shift(2, 25), `
			table 1x2
			 0,0 "計画"
			 0,1 "ー"
			`},
		{"one run over two cells, with a gap", wide().word(160, 112, "計画実施").shift(2, 25), `
			table 1x2
			 0,0 "計画"
			 0,1 "実施"
			`},
		{"one run over two cells, spaces between", wide().word(160, 112, "計画　　実施"), `
			table 1x2
			 0,0 "計画"
			 0,1 "実施"
			`},
		{"one run over two cells, set tightly behind hanging punctuation",
			wide().word(101, 112, "職員の方針を見直す。検討").shift(10, 1.5), `
			table 1x2
			 0,0 "職員の方針を見直す。"
			 0,1 "検討"
			`},
		{"short text over both edges", newPaper(1).grid([]float64{100, 120, 140}, []float64{100, 120}).
			word(95, 112, "検討中"), `
			table 1x2
			 0,0 "検討中"
			`},
		{"short text over one edge, last glyph set off", newPaper(1).grid([]float64{100, 150, 200}, []float64{100, 120}).
			word(107, 112, "実施検討中").shift(4, 1.5), `
			table 1x2
			 0,0 "実施検討中"
			`},
		{"set wide, glyph by glyph", wide().word(110, 112, "実").word(135, 112, "施"), `
			table 1x2
			 0,0 "実施"
			`},
		{"Latin words", wide().sized(210, 112, 5, "web").sized(230, 112, 5, "page").word(255, 112, "作成"), `
			table 1x2
			 0,1 "web page作成"
			`},
		{"words set apart", wide().word(210, 112, "目標").word(250, 112, "実績"), `
			table 1x2
			 0,1 "目標 実績"
			`},
		{"raised note mark", wide().word(210, 112, "受講率").sized(240, 108, 6, "※１").word(252, 112, "は").word(210, 124, "次"), `
			table 1x2
			 0,1 "受講率※１は\n次"
			`},
		{"two small lines beside a large one", wide().
			sized(210, 130, 20, "大").sized(250, 122, 6, "上の小さい行").sized(250, 129, 6, "下の小さい行"), `
			table 1x2
			 0,1 "上の小さい行\n大 下の小さい行"
			`},
		{"small line just below a large one", wide().sized(210, 120, 20, "大").sized(250, 124, 6, "小"), `
			table 1x2
			 0,1 "大\n小"
			`},
		{"two small lines, drawn in turns", wide().
			sized(210, 120, 5, "上一").sized(210, 126, 5, "下一").sized(220, 120, 5, "上二").sized(220, 126, 5, "下二"), `
			table 1x2
			 0,1 "上一上二\n下一下二"
			`},
		{"vertical text", wide().vertical(180, 105, "行政").vertical(165, 105, "改革"), `
			table 1x2
			 0,0 "行政\n改革"
			`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			Page(&tc.p.Page)
			wantBlocks(t, tc.p.Blocks, tc.want)
		})
	}
}

func TestPlaces(t *testing.T) {
	p := wide().word(110.04, 112, "甲").word(110, 124, "乙丙").word(50, 90, "題")
	p.Number = 3
	tables, lines := Tables(3, p.Words, p.Rules)
	if len(tables) != 1 || len(lines) != 1 {
		t.Fatalf("%d tables, %d lines", len(tables), len(lines))
	}
	c := tables[0].Cells[0]
	for _, w := range []struct {
		what string
		at   model.Place
		box  model.Box
	}{
		{"table", tables[0].At, model.Box{100, 100, 400, 160}},
		{"cell", c.At, model.Box{100, 100, 200, 160}},
		{"line of the cell", c.Lines[0].At, model.Box{110, 103.2, 120, 113.2}},
		{"second line of the cell", c.Lines[1].At, model.Box{110, 115.2, 130, 125.2}},
		{"free line", lines[0].At, model.Box{50, 81.2, 60, 91.2}},
	} {
		if w.at.Page != 3 || w.at.Box == nil || *w.at.Box != w.box {
			t.Errorf("%s is at %v, want %v on page 3", w.what, w.at, w.box)
		}
	}
}

func TestFreeLines(t *testing.T) {
	p := newPaper(1).word(50, 100, "報告書").word(500, 100, "資料１").
		word(50, 130, "令").word(85, 130, "和").word(50, 160, "前半").word(71, 160, "後半").
		word(20, 215, "左").grid([]float64{100, 110}, []float64{200, 220}).word(101, 213, "表").word(112, 215, "右")
	Page(&p.Page)
	wantBlocks(t, p.Blocks, `
			報告書
			資料１
			令和
			前半後半
			table 1x1
			 0,0 "表"
			左
			右
			`)
}

func TestHidden(t *testing.T) {
	for kind, want := range map[extract.PageKind]string{
		extract.PageDigital: "", extract.PageScanText: "文\n",
	} {
		p := newPaper(1).word(50, 50, "文")
		p.Words[0].Hidden, p.Kind = true, kind
		Page(&p.Page)
		if got := show(p.Blocks); got != want {
			t.Errorf("%s: %q, want %q", kind, got, want)
		}
	}
}
