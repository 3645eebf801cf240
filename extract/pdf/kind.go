package pdf

import (
	"strings"

	"gyokaku/extract"
)

const (
	// fullImage is the part of a page that images cover if it is a scan or has
	// a picture for a background.
	fullImage = 0.5
	// someImage is the part they cover at least on a scanned page without text:
	// a small logo on an empty page is not worth reading.
	someImage = 0.02
	// someOutlines is the number of filled curved paths of a page whose glyphs
	// were drawn as outlines; a logo or a chart has fewer.
	someOutlines = 20
)

// kind says how the text of the page can be had.
func (p *page) kind(area float64) extract.PageKind {
	shown, hidden := 0, 0
	for i := range p.writer.words {
		switch w := &p.writer.words[i]; {
		case strings.TrimSpace(w.Text) == "":
		case w.Clip != nil && outside(w.Box, rect{w.Clip[0], w.Clip[1], w.Clip[2], w.Clip[3]}):
		case w.Hidden:
			hidden++
		default:
			shown++
		}
	}
	var covered float64
	for _, r := range p.images {
		covered += r.intersect(p.writer.size).area()
	}
	covered /= max(area, 1)
	switch {
	case shown > 0 && covered >= fullImage:
		return extract.PageMixed
	case shown > 0:
		return extract.PageDigital
	case hidden > 0:
		return extract.PageScanText
	case covered >= someImage:
		return extract.PageScan
	case p.outlines >= someOutlines:
		return extract.PageOutlined
	}
	return extract.PageBlank
}
