package inspect

import (
	"image"
	"strings"

	"gyokaku/model"
)

const (
	// wordsLooked is how many words of a page are looked for in its picture.
	wordsLooked = 200
	// ink is the brightness, of 65535, below which a pixel is printed.
	ink = 0xC000
)

// showsText reports whether the picture shows most of the page's words. Type
// whose font is not embedded in the file, as in many Japanese ones, is not there
// when the machine that drew the picture does not have the font.
func (p *printer) showsText() bool {
	looked, shown := 0, 0
	for i := range p.page.Words {
		w := &p.page.Words[i]
		if w.Hidden || strings.TrimSpace(w.Text) == "" {
			continue
		}
		if looked == wordsLooked {
			break
		}
		looked++
		if inked(p.Picture, p.pixels(w.Box)) {
			shown++
		}
	}
	return 2*shown >= looked
}

// pixels is where a box stands in the picture.
func (p *printer) pixels(b model.Box) image.Rectangle {
	size := p.Picture.Bounds()
	x, y := float64(size.Dx())/p.page.Width, float64(size.Dy())/p.page.Height
	return image.Rect(int(b[0]*x), int(b[1]*y), int(b[2]*x), int(b[3]*y)).Add(size.Min).Intersect(size)
}

// inked reports whether something is printed in r.
func inked(img image.Image, r image.Rectangle) bool {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if red, green, blue, _ := img.At(x, y).RGBA(); (red+green+blue)/3 < ink {
				return true
			}
		}
	}
	return false
}
