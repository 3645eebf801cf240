package grid

import (
	"fmt"
	"testing"
)

// form is a page like those of a progress report: about 60 rules in pieces and
// a thousand glyphs.
func form(rows, columns int) *paper {
	p := newPaper(1)
	var xs, ys []float64
	for i := range columns + 1 {
		xs = append(xs, 40+float64(i)*520/float64(columns))
	}
	for i := range rows + 1 {
		ys = append(ys, 40+float64(i)*760/float64(rows))
	}
	for _, y := range ys {
		for i := range columns {
			p.h(y, xs[i], xs[i+1])
		}
	}
	for _, x := range xs {
		for i := range rows {
			p.v(x, ys[i], ys[i+1])
		}
	}
	for r := range rows {
		for c := range columns {
			p.sized(xs[c]+2, ys[r]+8, 5, "取組の内容と実績")
		}
	}
	return p
}

// BenchmarkPage: ns per cell must not grow with the number of cells.
func BenchmarkPage(b *testing.B) {
	for _, n := range []int{6, 24, 96} {
		b.Run(fmt.Sprintf("%dx%d", n, n), func(b *testing.B) {
			p := form(n, n)
			b.ReportAllocs()
			for b.Loop() {
				Page(&p.Page)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n*n), "ns/cell")
		})
	}
}
