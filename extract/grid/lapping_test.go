package grid

import "testing"

// lines3 is a table of three rows with a text in each cell on the right.
func lines3() *paper {
	return newPaper(1).grid([]float64{100, 160, 400}, []float64{100, 120, 140, 160}).
		word(165, 114, "甲").word(165, 134, "乙").word(165, 154, "丙")
}

func (p *paper) box(x0, y0, x1, y1 float64) *paper {
	return p.h(y0, x0, x1).h(y1, x0, x1).v(x0, y0, y1).v(x1, y0, y1)
}

// TestBoxesOnLines has callouts that reach the border of the table they lie
// over, or lie along its lines, and tables that look a little like that.
func TestBoxesOnLines(t *testing.T) {
	kept := `
			table 3x2
			 0,1 "甲"
			 1,1 "乙"
			 2,1 "丙"
			注
			`
	for _, tc := range []struct {
		name string
		p    *paper
		want string
	}{
		{"beside the border on the right", lines3().box(300, 108, 398.5, 132).word(310, 124, "注"), kept},
		{"beside three lines", lines3().box(300, 101.5, 398.5, 138.5).word(310, 124, "注"), kept},
		{"on the border, one line with it", lines3().box(300, 108, 400, 132).word(310, 124, "注"), kept},
		{"in a corner", lines3().h(132, 300, 400).v(300, 100, 132).word(310, 124, "注"), kept},
		{"further out than the table", lines3().box(300, 132, 398.5, 180).word(310, 150, "注"), kept},
		// The cells of these are cells.
		{"columns of different lengths", newPaper(1).
			grid([]float64{100, 160, 400}, []float64{100, 120, 140}).h(160, 160, 400).v(160, 140, 160).v(400, 140, 160).
			word(105, 114, "番号").word(165, 114, "甲").word(165, 134, "乙").word(165, 154, "丙"), `
			table 3x2
			 0,0 "番号"
			 0,1 "甲"
			 1,1 "乙"
			 2,1 "丙"
			`},
		{"a label down the side and along the top", newPaper(1).
			box(100, 100, 400, 160).h(120, 160, 400).v(160, 120, 160).h(140, 160, 400).
			word(105, 114, "内容").word(165, 134, "乙").word(165, 154, "丙"), `
			table 3x2
			 0,0 1x2 "内容"
			 1,0 2x1 ""
			 1,1 "乙"
			 2,1 "丙"
			`},
		{"cells with a space between them", newPaper(1).
			box(100, 100, 200, 120).box(202, 100, 302, 120).box(100, 122, 200, 142).box(202, 122, 302, 142).
			word(105, 114, "甲").word(207, 114, "乙").word(105, 136, "丙").word(207, 136, "丁"), `
			table 2x2
			 0,0 "甲"
			 0,1 "乙"
			 1,0 "丙"
			 1,1 "丁"
			`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			Page(&tc.p.Page)
			wantBlocks(t, tc.p.Blocks, tc.want)
		})
	}
}

// TestCalloutBelowTable has a callout whose second line stands below the table
// that goes on over the page: it is not what the page ends with.
func TestCalloutBelowTable(t *testing.T) {
	first := newPaper(1).grid(columns, []float64{720, 740, filled}).word(165, 754, "乙").
		box(300, 750, 398.5, 784).word(310, 762, "注").word(310, 778, "意")
	got := layoutAll(t, first, newPaper(2).grid(columns, []float64{60, 90}).word(105, 75, "丙"))
	want := untab(`
			page 1
			table 2x2
			 1,1 "乙"
			注
			意
			page 2
			table 1x2 more
			 0,0 "丙"
			`)
	if got != want {
		t.Errorf("got:\n%swant:\n%s", got, want)
	}
}
