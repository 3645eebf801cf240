package pdf

import (
	"context"
	"time"

	"github.com/ledongthuc/pdf"

	"gyokaku/extract"
)

// limits are the limits of one page.
type limits struct {
	inflate int64
	glyphs  int
	time    time.Duration // 0 is no limit
}

// mostUnmapped is the part of glyphs without a known character beyond which a
// page counts as unreadable, although its words are given.
const mostUnmapped = 0.9

// A page is what was found on one page.
type page struct {
	writer   writer
	rules    []extract.Rule
	parts    arrowParts
	images   []rect
	outlines int   // filled paths with curves, as outlined glyphs are
	err      error // the first thing that could not be read
}

// damage notes that a part of the page could not be read.
func (p *page) damage(err error) {
	if p.err == nil {
		p.err = err
	}
}

// A worker reads pages one after another and reuses its memory.
type worker struct {
	file  *file
	fonts *cache
	limit limits
	in    interp
	buf   []byte // content of the page
	part  []byte // one stream of it
	store store
}

// read reads one page. unmapped is the part of its glyphs whose characters are
// not known; the error says what else of it is missing, which is the rest of a
// page that takes longer than the limit.
func (w *worker) read(ctx context.Context, n node, number int) (p extract.Page, unmapped float64, err error) {
	if n.err != nil {
		_, width, height := n.view()
		return extract.Page{Number: number, Width: width, Height: height, Kind: extract.PageDamaged}, 0, n.err
	}
	if w.limit.time > 0 {
		limited, cancel := context.WithTimeout(ctx, w.limit.time)
		defer cancel()
		ctx = limited
	}
	w.begin(ctx, n)
	start := w.in.state
	if e := guard(func() { w.contents(n); w.in.run(w.buf) }); e != nil {
		w.in.out.damage(e)
	}
	w.in.state = start
	guard(func() { w.in.annotations(n.page.Key("Annots")) })
	p, unmapped = w.end()
	p.Number = number
	return p, unmapped, w.in.out.err
}

// begin makes the interpreter ready for a page.
func (w *worker) begin(ctx context.Context, n node) {
	in := &w.in
	*in = interp{
		file: w.file, fonts: w.fonts, ctx: ctx, limit: w.limit,
		saved: in.saved[:0], operands: in.operands[:0], members: in.members[:0],
		path: path{points: in.path.points[:0], subs: in.path.subs[:0]},
		tm:   identity, tlm: identity,
	}
	view, width, height := n.view()
	in.out.writer = writer{size: rect{0, 0, width, height}, store: &w.store}
	in.out.writer.words, in.out.rules = w.store.take()
	in.state = state{ctm: view, clip: in.out.writer.size, lineWidth: 1, stretch: 1}
	in.resources = newResources(w.fonts, n.resources, nil)
}

// end gives the page that was drawn.
func (w *worker) end() (p extract.Page, unmapped float64) {
	out := &w.in.out
	if w.in.err != nil {
		out.damage(w.in.err)
	}
	p.Width, p.Height = out.writer.size.x1, out.writer.size.y1
	p.Words = out.writer.finish()
	p.Arrows, p.Rules = out.parts.arrows(out.rules)
	p.Kind = out.kind(p.Width * p.Height)
	p.Count = extract.Counts{Glyphs: out.writer.count, Unmapped: out.writer.unmapped, Images: len(out.images), Rules: len(p.Rules)}
	if c := p.Count.Glyphs; c > 0 {
		unmapped = float64(p.Count.Unmapped) / float64(c)
	}
	if out.err != nil && len(p.Words) == 0 && len(p.Rules) == 0 || unmapped > mostUnmapped {
		p.Kind = extract.PageDamaged
	}
	return p, unmapped
}

// contents joins the content streams of a page in w.buf. They are one stream
// that may be cut between any two tokens, so a line end goes between them.
func (w *worker) contents(n node) {
	w.buf = w.buf[:0]
	v := n.page.Key("Contents")
	if streamOffset(v) >= 0 {
		w.buf = w.content(v, w.buf)
		return
	}
	for i := range v.Len() {
		guard(func() { w.part = w.content(v.Index(i), w.part[:0]) })
		w.buf = append(append(w.buf, w.part...), '\n')
		if int64(len(w.buf)) > w.limit.inflate {
			w.in.out.damage(errTooLong)
			return
		}
	}
}

// content decodes one content stream into buf.
func (w *worker) content(v pdf.Value, buf []byte) []byte {
	data, err := w.file.stream(v, buf, w.limit.inflate)
	if err != nil {
		w.in.out.damage(err)
	}
	return data
}
