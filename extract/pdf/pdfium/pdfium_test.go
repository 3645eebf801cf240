package pdfium

import (
	"context"
	"errors"
	"image/color"
	"testing"
	"time"

	"gyokaku/extract"
)

// box is a page of 144 × 72 points with a black square at its bottom left. Its
// cross-reference is missing: PDFium rebuilds it.
const box = `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 144 72] /Contents 4 0 R >> endobj
4 0 obj << /Length 14 >> stream
0 0 36 36 re f
endstream endobj
trailer << /Root 1 0 R >>
`

func source(data string) extract.Source { return extract.Source{Data: []byte(data)} }

func TestRender(t *testing.T) {
	img, err := Render(t.Context(), source(box), 1, 144)
	if err != nil {
		t.Fatal(err)
	}
	if size := img.Bounds().Size(); size.X != 288 || size.Y != 144 {
		t.Errorf("size %v, want 288 × 144", size)
	}
	for at, want := range map[[2]int]uint8{{10, 130}: 0, {10, 10}: 255, {200, 130}: 255} {
		if got := color.GrayModel.Convert(img.At(at[0], at[1])).(color.Gray).Y; got != want {
			t.Errorf("grey at %v is %d, want %d", at, got, want)
		}
	}
}

func TestRenderFails(t *testing.T) {
	ended, cancel := context.WithTimeout(t.Context(), -time.Second)
	defer cancel()
	tests := []struct {
		name string
		ctx  context.Context
		data string
		page int
		dpi  float64
	}{
		{"no PDF", t.Context(), "新旧対照表", 1, 72},
		{"no such page", t.Context(), box, 2, 72},
		{"page 0", t.Context(), box, 0, 72},
		{"too many pixels", t.Context(), box, 1, 1e6},
		{"no resolution", t.Context(), box, 1, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if img, err := Render(tt.ctx, source(tt.data), tt.page, tt.dpi); err == nil {
				t.Errorf("no error, but an image of %v", img.Bounds())
			}
		})
	}
	if _, err := Render(ended, source(box), 1, 72); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("after the deadline: %v", err)
	}
}

// BenchmarkRender draws a page again and again; the first one also pays for the
// start: go test -bench Render -benchtime 1x, twice, shows what the cache saves.
func BenchmarkRender(b *testing.B) {
	for b.Loop() {
		if _, err := Render(b.Context(), source(box), 1, 150); err != nil {
			b.Fatal(err)
		}
	}
}
