package pdf

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"gyokaku/extract"
	"gyokaku/model"
)

// An Extractor reads PDF files. Limits that are zero are the default ones.
type Extractor struct {
	Limits extract.Limits

	// Layout, if set, makes the Blocks of a page as soon as it is read, such as
	// grid.Page. The page's words, rules and arrows are gone when it returns, and
	// their memory serves the next page: thousands of pages need no more of it
	// than a few. It is called for several pages at the same time, in no order.
	Layout func(*extract.Page) []model.Problem
}

// Extract returns the pages of src with their words, rules and arrows, or with
// their blocks if e has a Layout. Pages are read in parallel. A page that cannot
// be read, or only in part, is a problem of the document. The error is a
// *model.Failure; a file that has pages but no text on any of them comes with
// both, for those who want to know of what kind its pages are.
func (e Extractor) Extract(ctx context.Context, src extract.Source) (*extract.Document, error) {
	l := e.limits()
	switch {
	case len(src.Data) == 0:
		return nil, fail(model.FailEmpty, 0, nil)
	case int64(len(src.Data)) > l.Bytes:
		return nil, fail(model.FailTooLarge, 0, fmt.Errorf("%d bytes", len(src.Data)))
	case !Match(src.Data):
		return nil, fail(model.FailUnknown, 0, errors.New("no PDF header"))
	}
	ctx, cancel := context.WithTimeout(ctx, l.Time)
	defer cancel()
	doc, err := e.read(ctx, source{src.Data, src.Password}, l)
	if err != nil {
		return doc, failure(err, truncated(src.Data))
	}
	return doc, nil
}

func (e Extractor) limits() extract.Limits {
	l, d := e.Limits, extract.DefaultLimits
	return extract.Limits{
		Bytes:   orDefault(l.Bytes, d.Bytes),
		Inflate: orDefault(l.Inflate, d.Inflate),
		Pages:   orDefault(l.Pages, d.Pages),
		Glyphs:  orDefault(l.Glyphs, d.Glyphs),
		Time:    orDefault(l.Time, d.Time),
		Page:    orDefault(l.Page, d.Page),
	}
}

func orDefault[T ~int | ~int64](v, d T) T {
	if v == 0 {
		return d
	}
	return v
}

func fail(code model.FailureCode, page int, cause error) *model.Failure {
	return &model.Failure{Code: code, At: model.Place{Page: page}, Cause: cause}
}

// failure is the Failure that err means for a file that is cut short or not.
func failure(err error, short bool) error {
	var f *model.Failure
	switch {
	case errors.As(err, &f):
		if short && f.Code == model.FailBroken {
			f.Cause = fmt.Errorf("%w: %w", errShort, f.Cause)
		}
		return f
	case errors.Is(err, errPassword), errors.Is(err, errCipher):
		return fail(model.FailEncrypted, 0, err)
	case errors.Is(err, errTooManyPages):
		return fail(model.FailTooLarge, 0, err)
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return fail(model.FailTimeout, 0, err)
	}
	if short {
		err = fmt.Errorf("%w: %w", errShort, err)
	}
	return fail(model.FailBroken, 0, err)
}

// errShort says that the end of a file is missing, as after a broken download.
var errShort = errors.New("the file is cut short")

// read opens src and reads all pages.
func (e Extractor) read(ctx context.Context, src source, l extract.Limits) (*extract.Document, error) {
	f, nodes, err := openPages(src, l.Pages)
	if err != nil {
		return nil, err
	}
	doc := &extract.Document{Format: "pdf", Reader: "ledongthuc", Title: f.title()}
	if f.repaired {
		doc.Reader = "ledongthuc+repair"
		doc.Problems = append(doc.Problems, f.repairProblem())
	}
	results := e.readAll(ctx, f, nodes, l)
	if err := ctx.Err(); err != nil {
		return nil, fail(model.FailTimeout, unread(results), err)
	}
	for i := range results {
		doc.Pages = append(doc.Pages, results[i].page)
		doc.Problems = append(append(doc.Problems, results[i].problems()...), results[i].layout...)
	}
	return doc, textless(doc, results)
}

// A result is one page as read.
type result struct {
	page     extract.Page
	unmapped float64 // part of the glyphs whose characters are not known
	text     bool    // there are words on it
	layout   []model.Problem
	err      error
	done     bool
}

// unread is the number of the first page that was not finished.
func unread(results []result) int {
	for i := range results {
		if !results[i].done {
			return i + 1
		}
	}
	return 0
}

// readAll reads the pages on all processors. Each worker takes the next page
// that nobody has begun.
func (e Extractor) readAll(ctx context.Context, f *file, nodes []node, l extract.Limits) []result {
	results := make([]result, len(nodes))
	fonts := newCache(f, l.Inflate)
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(nodes)) {
		wg.Go(func() {
			w := worker{file: f, fonts: fonts, limit: limits{inflate: l.Inflate, glyphs: l.Glyphs, time: l.Page}}
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(nodes) {
					return
				}
				e.readPage(ctx, &w, nodes[i], i+1, &results[i])
			}
		})
	}
	wg.Wait()
	return results
}

// readPage reads one page into r and lays it out.
func (e Extractor) readPage(ctx context.Context, w *worker, n node, number int, r *result) {
	r.page, r.unmapped, r.err = w.read(ctx, n, number)
	r.text = len(r.page.Words) > 0
	if e.Layout != nil {
		r.layout = e.Layout(&r.page)
		r.page.Words, r.page.Rules, r.page.Arrows = nil, nil, nil
		w.recycle()
	}
	r.done = ctx.Err() == nil
}

// textless is the failure of a document none of whose pages has text.
func textless(doc *extract.Document, results []result) error {
	scan, damaged := 0, 0
	for i, p := range doc.Pages {
		if results[i].text && p.Kind != extract.PageDamaged {
			return nil
		}
		switch p.Kind {
		case extract.PageDamaged:
			if damaged == 0 {
				damaged = i + 1
			}
		case extract.PageScan, extract.PageOutlined:
			if scan == 0 {
				scan = i + 1
			}
		}
	}
	switch {
	case scan > 0:
		return fail(model.FailNoText, scan, fmt.Errorf("%s", doc.Pages[scan-1].Kind))
	case damaged > 0 && results[damaged-1].err != nil:
		return fail(model.FailBroken, damaged, results[damaged-1].err)
	case damaged > 0:
		return fail(model.FailBroken, damaged, errors.New("the fonts do not tell what the glyphs mean"))
	}
	return fail(model.FailNoText, 1, errors.New("all pages are blank"))
}
