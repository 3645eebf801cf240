package grid

import (
	"math"
	"testing"

	"gyokaku/extract"
)

func TestPage(t *testing.T) {
	three, four := []float64{100, 200, 300}, []float64{100, 150, 200, 250}
	for _, tc := range []struct {
		name string
		p    *paper
		want string
	}{
		{"merged cells", newPaper(1).
			h(100, 100, 300).h(120, 200, 300).h(140, 100, 300).
			v(100, 100, 140).v(200, 100, 140).v(250, 120, 140).v(300, 100, 140).
			word(110, 122, "内容").word(210, 112, "年度").word(210, 132, "５").word(260, 132, "６"), `
			table 2x3
			 0,0 2x1 "内容"
			 0,1 1x2 "年度"
			 1,1 "５"
			 1,2 "６"
			`},
		{"schedule bars as merged cells", newPaper(1).
			grid(four, []float64{100, 120}).h(140, 100, 250).v(100, 120, 140).v(150, 120, 140).v(250, 120, 140).
			word(105, 112, "５").word(155, 112, "６").word(205, 112, "７").
			word(105, 132, "検討").word(190, 132, "実施"), `
			table 2x3
			 0,0 "５"
			 0,1 "６"
			 0,2 "７"
			 1,0 "検討"
			 1,1 1x2 "実施"
			`},
		{"caption beside the second row of a head", newPaper(1).
			h(100, 100, 300).h(120, 100, 300).h(140, 200, 300).
			v(100, 100, 120).v(200, 100, 140).v(300, 100, 140).
			word(105, 112, "項目").word(205, 112, "名称").word(105, 132, "〈概要〉").word(205, 132, "課"), `
			table 2x2
			 0,0 "項目"
			 0,1 "名称"
			 1,1 "課"
			〈概要〉
			`},
		{"two tables side by side, captions above", newPaper(1).
			grid([]float64{50, 150, 250}, []float64{100, 120}).
			grid([]float64{300, 400, 500}, []float64{103, 123}).
			word(310, 115, "右").word(60, 112, "左").word(300, 95, "表二").word(50, 95, "表一"), `
			表一
			表二
			table 1x2
			 0,0 "左"
			table 1x2
			 0,0 "右"
			`},
		{"table inside a cell, boxed word inside another", newPaper(1).
			grid([]float64{100, 200, 400}, []float64{100, 200}).
			grid([]float64{220, 260, 300}, []float64{120, 150, 180}).
			grid([]float64{120, 160}, []float64{140, 160}).
			word(125, 153, "印").word(105, 115, "外側").word(225, 135, "内"), `
			table 1x2
			 0,0 "外側\n印"
			table 2x2
			 0,0 "内"
			`},
		{"frame around the page", newPaper(1).
			grid([]float64{20, 580}, []float64{20, 820}).grid(three, []float64{100, 120}).
			word(30, 50, "題").word(110, 112, "甲"), `
			題
			table 1x2
			 0,0 "甲"
			`},
		{"heading that runs down the side of what it heads", newPaper(1).
			h(100, 100, 300).h(120, 120, 300).h(140, 120, 300).h(160, 100, 300).
			v(100, 100, 160).v(120, 120, 160).v(300, 100, 160).
			word(105, 112, "目標").word(125, 132, "一").word(125, 152, "二"), `
			table 3x2
			 0,0 1x2 "目標"
			 1,0 2x1 ""
			 1,1 "一"
			 2,1 "二"
			`},
		{"line that ends inside a cell, line that ties two tables", newPaper(1).
			grid(three, []float64{100, 140}).h(120, 100, 150).
			h(120, 300, 400).grid([]float64{400, 500, 550}, []float64{100, 140}).
			word(110, 115, "甲").word(410, 115, "乙"), `
			table 1x2
			 0,0 "甲"
			table 1x2
			 0,0 "乙"
			`},
		{"no rules", newPaper(1).word(50, 130, "二行目").word(50, 100, "一行目"), `
			一行目
			二行目
			`},
		{"empty frame", newPaper(1).grid([]float64{100, 200}, []float64{100, 200}).word(50, 50, "文"), `
			文
			`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if problems := Page(&tc.p.Page); len(problems) > 0 {
				t.Error(problems)
			}
			wantBlocks(t, tc.p.Blocks, tc.want)
		})
	}
}

// However the lines of one table are drawn, it is the same table.
func TestDrawing(t *testing.T) {
	xs, ys := []float64{100, 200, 300}, []float64{100, 120, 140}
	pieces := func(step, length, jitter float64) *paper {
		p := newPaper(1)
		for i, y := range ys {
			for x := xs[0]; x+length <= xs[2]; x += step {
				p.h(y+jitter*float64(i%2)-jitter*math.Mod(x, 2), x, x+length)
			}
		}
		for _, x := range xs {
			for y := ys[0]; y+length <= ys[2]; y += step {
				p.v(x, y, y+length)
			}
		}
		return p
	}
	double := func(gap float64) *paper {
		p := newPaper(1).grid(xs, ys)
		for _, y := range ys {
			p.h(y+gap, xs[0], xs[2]+gap)
		}
		for _, x := range xs {
			p.v(x+gap, ys[0], ys[2]+gap)
		}
		return p
	}
	cells := newPaper(1)
	for i := range 2 {
		for j := range 2 {
			cells.grid([]float64{xs[i] + 0.4, xs[i+1] - 0.4}, []float64{ys[j] + 0.4, ys[j+1] - 0.4})
		}
	}
	short := newPaper(1)
	for _, y := range ys {
		short.h(y, xs[0]+2, xs[2]-2)
	}
	for _, x := range xs {
		short.v(x, ys[0]+2, ys[2]-2)
	}
	for name, p := range map[string]*paper{
		"lines":      newPaper(1).grid(xs, ys),
		"hairlines":  pieces(1, 1, 0.2),
		"dashes":     pieces(4, 2, 0),
		"double":     double(2),
		"box a cell": cells,
		"short ends": short,
	} {
		t.Run(name, func(t *testing.T) {
			p.word(105, 112, "甲").word(205, 112, "乙").word(105, 132, "丙").word(205, 132, "丁")
			Page(&p.Page)
			wantBlocks(t, p.Blocks, `
			table 2x2
			 0,0 "甲"
			 0,1 "乙"
			 1,0 "丙"
			 1,1 "丁"
			`)
		})
	}
}

func TestOpenBorders(t *testing.T) {
	for _, tc := range []struct {
		name string
		p    *paper
		want string
	}{
		{"bottom, where the page ends", newPaper(1).
			h(700, 100, 300).h(720, 100, 300).v(100, 700, 760).v(200, 700, 760).v(300, 700, 760).
			word(110, 740, "甲").word(210, 740, "乙"), `
			table 2x2
			 1,0 "甲"
			 1,1 "乙"
			`},
		{"top, only the rest of a row", newPaper(1).
			h(60, 100, 300).v(100, 40, 60).v(200, 40, 60).v(300, 40, 60).
			word(110, 52, "甲").word(110, 100, "文"), `
			table 1x2
			 0,0 "甲"
			文
			`},
		{"bottom of a label that the page break cuts", newPaper(1).
			h(700, 100, 300).h(720, 150, 300).h(740, 150, 300).v(100, 700, 740).v(150, 700, 740).v(300, 700, 740).
			word(110, 720, "方針").word(160, 712, "甲").word(160, 732, "乙"), `
			table 2x2
			 0,0 2x1 "方針"
			 0,1 "甲"
			 1,1 "乙"
			`},
		{"sides", newPaper(1).
			h(100, 50, 350).h(120, 50, 350).h(140, 50, 350).v(150, 100, 140).v(250, 100, 140).
			word(60, 112, "甲").word(160, 112, "乙").word(260, 132, "丙"), `
			table 2x3
			 0,0 "甲"
			 0,1 "乙"
			 1,2 "丙"
			`},
		{"bracket of a drawing", newPaper(1).
			h(100, 100, 300).v(100, 100, 130).v(300, 100, 130).v(200, 80, 130).
			word(90, 145, "部").word(290, 145, "課").grid([]float64{50, 500, 550}, []float64{300, 400}), `
			部
			課
			table 1x2
			`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			Page(&tc.p.Page)
			wantBlocks(t, tc.p.Blocks, tc.want)
		})
	}
}

func TestArrows(t *testing.T) {
	years := func() *paper {
		return newPaper(1).grid([]float64{100, 150, 200, 250, 300}, []float64{100, 120, 160}).word(105, 112, "５")
	}
	want := `
			table 2x4
			 0,0 "５"
			 1,1 -> ""
			 1,2 -> ""
			`
	t.Run("arrow with its line among the rules", func(t *testing.T) {
		p := years().h(140, 150, 250)
		p.Arrows = append(p.Arrows, extract.Arrow{FromX: 150, FromY: 140, ToX: 250, ToY: 140})
		Page(&p.Page)
		wantBlocks(t, p.Blocks, want)
	})
	t.Run("bar without a head that ends inside cells", func(t *testing.T) {
		p := years().h(140, 165, 238)
		Page(&p.Page)
		wantBlocks(t, p.Blocks, want)
	})
	t.Run("underline", func(t *testing.T) {
		p := years().h(140, 155, 195).word(155, 139, "実施")
		Page(&p.Page)
		wantBlocks(t, p.Blocks, `
			table 2x4
			 0,0 "５"
			 1,1 "実施"
			`)
	})
}

func TestCallout(t *testing.T) {
	p := newPaper(1).grid([]float64{100, 200, 300}, []float64{100, 120, 140, 160}).
		grid([]float64{230, 350}, []float64{110, 150}).
		word(105, 112, "甲").word(205, 132, "乙").word(250, 132, "記入例")
	Page(&p.Page)
	wantBlocks(t, p.Blocks, `
			table 3x2
			 0,0 "甲"
			 1,1 "乙"
			記入例
			`)
}

func TestTooManyRules(t *testing.T) {
	p := newPaper(7).word(50, 50, "文")
	for i := range 700 {
		p.h(100+4*float64(i), 0, 4000).v(4*float64(i), 0, 4000)
	}
	problems := Page(&p.Page)
	if len(problems) != 1 || problems[0].Page != 7 || problems[0].Code != "grid.rules" {
		t.Errorf("problems = %v, want grid.rules on page 7", problems)
	}
	wantBlocks(t, p.Blocks, `
			文
			`)
}

func TestNoNumbers(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	p := newPaper(1).grid([]float64{100, 200, 300}, []float64{100, 120}).word(105, 112, "甲").word(nan, 112, "乙")
	p.h(nan, 0, 100).h(110, 0, inf).v(150, -inf, inf).h(1e300, 0, 1)
	p.Arrows = append(p.Arrows, extract.Arrow{FromX: nan, ToX: inf})
	Page(&p.Page)
	wantBlocks(t, p.Blocks, `
			table 1x2
			 0,0 "甲"
			`)
}
