package inspect

import (
	"encoding/base64"
	"image/png"

	"gyokaku/extract"
	"gyokaku/model"
)

// mostDrawn bounds the shapes of a layer; browsers stall beyond it.
const mostDrawn = 50_000

// A layer is one part of the drawing that can be switched on and off. Layers
// stand in the order they are painted.
type layer struct {
	id   string
	name func(*texts) string
	on   func(*printer) bool // at first
	draw func(*printer) error
}

var layers = []layer{
	{pictureLayer, func(t *texts) string { return t.layerPicture }, (*printer).hasPicture, (*printer).drawPicture},
	{"text", func(t *texts) string { return t.layerText }, (*printer).needsText, drawn((*printer).drawText)},
	{"words", func(t *texts) string { return t.layerWords }, never, drawn((*printer).drawWords)},
	{"glyphs", func(t *texts) string { return t.layerGlyphs }, never, drawn((*printer).drawGlyphs)},
	{"cells", func(t *texts) string { return t.layerCells }, plain, drawn((*printer).drawCells)},
	{"rules", func(t *texts) string { return t.layerRules }, plain, drawn((*printer).drawRules)},
	{"lines", func(t *texts) string { return t.layerLines }, plain, drawn((*printer).drawCellLines)},
	{"free", func(t *texts) string { return t.layerFree }, plain, drawn((*printer).drawFree)},
	{"order", func(t *texts) string { return t.layerOrder }, never, drawn((*printer).drawOrder)},
	{"arrows", func(t *texts) string { return t.layerArrows }, plain, drawn((*printer).drawArrows)},
	{"unmapped", func(t *texts) string { return t.layerUnmapped }, plain, drawn((*printer).drawUnmapped)},
	{fieldsLayer, func(t *texts) string { return t.layerFields }, (*printer).hasForm, drawn((*printer).drawFields)},
	{warningsLayer, func(t *texts) string { return t.layerWarnings }, (*printer).hasForm, drawn((*printer).drawWarnings)},
}

// The layers that not every drawing has.
const (
	pictureLayer  = "picture"
	fieldsLayer   = "fields"
	warningsLayer = "warnings"
)

// has reports whether the drawing has a layer.
func (p *printer) has(l layer) bool {
	switch l.id {
	case pictureLayer:
		return p.hasPicture()
	case fieldsLayer, warningsLayer:
		return p.hasForm()
	}
	return true
}

// plain is for the layers of how the page was read. They would hide what was
// recognised.
func plain(p *printer) bool { return !p.hasForm() }
func never(*printer) bool   { return false }

func (p *printer) hasForm() bool { return p.Form != nil }

func (p *printer) hasPicture() bool { return p.Picture != nil }
func (p *printer) needsText() bool  { return p.Picture == nil || !p.showsText() }

// drawn is for layers that cannot fail.
func drawn(f func(*printer)) func(*printer) error {
	return func(p *printer) error { f(p); return nil }
}

// drawing writes the switches of the layers and the page as SVG.
func (p *printer) drawing() error {
	p.raw("<section id=\"drawing\">\n<nav>")
	for _, l := range layers {
		if !p.has(l) {
			continue
		}
		checked := ""
		if l.on(p) {
			checked = " checked"
		}
		p.printf("<label class=\"k-%s\"><input type=\"checkbox\" data-layer=\"%s\"%s>%s</label>\n", l.id, l.id, checked, escaped(l.name(p.text)))
	}
	p.printf("<label>%s <input type=\"range\" id=\"zoom\" min=\"50\" max=\"500\" value=\"100\"></label></nav>\n<div id=\"paper\">", escaped(p.text.zoom))
	p.printf("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.1f %.1f\">\n", p.page.Width, p.page.Height)
	p.raw("<defs><marker id=\"head\" viewBox=\"0 0 6 6\" refX=\"5\" refY=\"3\" markerWidth=\"5\" markerHeight=\"5\" orient=\"auto\"><path d=\"M0 0L6 3L0 6z\"/></marker></defs>\n")
	p.printf("<rect class=\"sheet\" width=\"%.1f\" height=\"%.1f\"/>\n", p.page.Width, p.page.Height)
	for _, l := range layers {
		if !p.has(l) {
			continue
		}
		hidden := ""
		if !l.on(p) {
			hidden = " style=\"display:none\""
		}
		p.printf("<g id=\"l-%s\"%s>\n", l.id, hidden)
		if err := l.draw(p); err != nil {
			return err
		}
		p.raw("</g>\n")
	}
	p.raw("</svg></div>\n<pre id=\"info\">" + escaped(p.hint()) + "</pre>\n</section>\n")
	return nil
}

func (p *printer) hint() string {
	if p.hasForm() {
		return p.text.formHint
	}
	return p.text.hint
}

// drawPicture embeds the picture as PNG.
func (p *printer) drawPicture() error {
	p.printf("<image width=\"%.1f\" height=\"%.1f\" preserveAspectRatio=\"none\" href=\"data:image/png;base64,", p.page.Width, p.page.Height)
	out := base64.NewEncoder(base64.StdEncoding, p.w)
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(out, p.Picture); err != nil {
		return err
	}
	if err := out.Close(); err != nil {
		return err
	}
	p.raw("\"/>\n")
	return nil
}

// rect draws a box; attributes are markup.
func (p *printer) rect(b model.Box, attributes, title string) {
	p.printf("<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" %s", b[0], b[1], max(b[2]-b[0], 0), max(b[3]-b[1], 0), attributes)
	if title == "" {
		p.raw("/>\n")
		return
	}
	p.raw("><title>" + escaped(title) + "</title></rect>\n")
}

// eachCell calls f with every cell that stands on this page.
func (p *printer) eachCell(f func(id int, c *extract.Cell)) {
	id := 0
	for _, b := range p.page.Blocks {
		if b.Table == nil {
			continue
		}
		for i := range b.Table.Cells {
			if c := &b.Table.Cells[i]; c.At.Box != nil && id < mostDrawn {
				f(id, c)
			}
			id++
		}
	}
}
