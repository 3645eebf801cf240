package grid

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"gyokaku/extract"
	"gyokaku/model"
)

// Layout fills the Blocks of every page of doc that has words or rules, then
// joins tables that go on over pages. What it could not do is added to
// doc.Problems. When ctx is done it stops early; pages not reached keep their
// Blocks, and nothing is joined.
func Layout(ctx context.Context, doc *extract.Document) {
	problems := make([][]model.Problem, len(doc.Pages))
	eachPage(ctx, doc, func(i int) { problems[i] = Page(&doc.Pages[i]) })
	for _, ps := range problems {
		doc.Problems = append(doc.Problems, ps...)
	}
	if ctx.Err() == nil {
		Join(doc)
	}
}

// eachPage calls f with the index of every page, several at a time.
func eachPage(ctx context.Context, doc *extract.Document, f func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(doc.Pages)) {
		wg.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(doc.Pages) {
					return
				}
				f(i)
			}
		})
	}
	wg.Wait()
}
