package grid

import "testing"

// TestOverhang has a low cell at the end of a table with two lines of 10 points
// in its 12, so that one of them stands outside by its middle.
func TestOverhang(t *testing.T) {
	table := func() *paper {
		return newPaper(1).grid([]float64{100, 160, 300}, []float64{100, 130, 142}).word(104, 139, "主管課")
	}
	tests := []struct {
		name string
		page *paper
		want string
	}{
		{"below, at the same edge", table().word(164, 137, "総務課").word(164, 148, "関係各課"), `
			table 2x2
			 1,0 "主管課"
			 1,1 "総務課\n関係各課"
			`},
		{"below, about the same middle", table().word(215, 137, "総務課").word(210, 148, "関係各課"), `
			table 2x2
			 1,0 "主管課"
			 1,1 "総務課\n関係各課"
			`},
		{"above", newPaper(1).grid([]float64{100, 300}, []float64{100, 112, 130}).word(104, 97, "総務課").word(104, 109, "関係各課").shift(0, 0).word(104, 125, "次"), `
			総務課
			table 2x1
			 0,0 "関係各課"
			 1,0 "次"
			`},
		{"above, and reaching in", newPaper(1).grid([]float64{100, 300}, []float64{100, 112, 130}).word(104, 103, "総務課").word(104, 113, "関係各課"), `
			table 2x1
			 0,0 "総務課\n関係各課"
			`},
		{"a note below that does not reach in", table().word(164, 137, "総務課").word(164, 155, "注"), `
			table 2x2
			 1,0 "主管課"
			 1,1 "総務課"
			注
			`},
		{"a note at another edge", table().word(164, 137, "総務課").word(190, 148, "※一部"), `
			table 2x2
			 1,0 "主管課"
			 1,1 "総務課"
			※一部
			`},
		{"a note below an empty cell", table().word(164, 148, "注"), `
			table 2x2
			 1,0 "主管課"
			注
			`},
		{"a note in other type", table().word(164, 137, "総務課").sized(164, 148, 8, "再掲"), `
			table 2x2
			 1,0 "主管課"
			 1,1 "総務課"
			再掲
			`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			Page(&tt.page.Page)
			wantBlocks(t, tt.page.Blocks, tt.want)
		})
	}
}
