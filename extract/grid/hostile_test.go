package grid

import (
	"math/rand/v2"
	"testing"
	"time"

	"gyokaku/extract"
)

// Pages made to be slow. Each takes well under a second here; a quadratic step
// takes minutes.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("slow pages")
	}
	r := rand.New(rand.NewPCG(1, 2))
	for name, draw := range map[string]func(p *paper){
		"a million rules": func(p *paper) {
			for range maxRules {
				x, y := 600*r.Float64(), 800*r.Float64()
				p.Rules = append(p.Rules, extract.Rule{X0: x, Y0: y, X1: x + 50*r.Float64(), Y1: y + r.Float64()})
			}
		},
		"more": func(p *paper) { p.Rules = make([]extract.Rule, maxRules+1) },
		"boxes in boxes": func(p *paper) {
			for i := range maxSegments / 2 {
				d := 4 * float64(i)
				p.grid([]float64{d, 100_000 - d}, []float64{d, 100_000 - d})
			}
			for range 10_000 {
				p.word(100_000*r.Float64(), 100_000*r.Float64(), "文")
			}
		},
		"comb": func(p *paper) {
			p.h(0, 0, 80_000)
			for i := range maxSegments - 1 {
				p.v(4*float64(i), 0, 4*float64(i))
			}
		},
		"stairs": func(p *paper) {
			for i := range maxSegments / 2 {
				d := 5 * float64(i)
				p.grid([]float64{d, d + 5}, []float64{d, d + 5})
			}
		},
		"one line of words, notes over it": func(p *paper) {
			for i := range 50_000 {
				p.word(20*float64(i%25_000), 100, "字").sized(20*float64(i%25_000)+10, 95-float64(i)/1e5, 5, "注")
			}
		},
		"one run over all cells": func(p *paper) {
			var xs []float64
			text := make([]rune, 20_000)
			for i := range text {
				xs, text[i] = append(xs, 10*float64(i)), '字'
			}
			p.grid(xs[:5000], []float64{0, 20}).word(3, 15, string(text))
		},
		"bars": func(p *paper) {
			p.grid([]float64{0, 1000, 2000}, []float64{0, 100_000})
			for i := range maxSegments - 10 {
				p.h(5*float64(i)+4, 100, 1900)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPaper(1)
			draw(p)
			start := time.Now()
			Page(&p.Page)
			if d := time.Since(start); d > 20*time.Second {
				t.Errorf("took %v", d)
			}
		})
	}
}
