package isolate

import (
	"context"
	"errors"
	"sync"
)

// A Pool runs requests in worker processes of this program.
type Pool struct {
	limits Limits
	slots  chan struct{} // one for each request under way
	mu     sync.Mutex
	idle   []*process // the last one was used last
	closed bool
}

// Start makes a pool of at most workers processes and begins to start the
// first. The others start when they are needed. The caller has to Close it.
func Start(workers int, limits Limits) *Pool {
	p := &Pool{limits: limits, slots: make(chan struct{}, max(1, workers))}
	p.idle = append(p.idle, start(limits))
	return p
}

// errClosed is the error of a closed pool.
var errClosed = errors.New("the pool is closed")

// Do sends the parts of a request, joined, to a worker and returns its answer.
// It waits for a free worker. When ctx is done the worker is killed and the
// error is that of ctx; the death of a worker is a *model.Failure, whose cause
// is [ErrMemory] or a *[Crash].
//
// A worker that dies of a request after having answered others is given a
// second try, as a new one: what becomes of a document must not depend on those
// before it.
func (p *Pool) Do(ctx context.Context, request ...[]byte) ([]byte, error) {
	select {
	case p.slots <- struct{}{}:
		defer func() { <-p.slots }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	w, err := p.take()
	if err != nil {
		return nil, err
	}
	reply, err := w.do(ctx, request)
	if err != nil && w.answered > 0 && ctx.Err() == nil {
		w = start(p.limits)
		reply, err = w.do(ctx, request)
	}
	if err != nil {
		return nil, err
	}
	p.giveBack(w)
	return reply, nil
}

// take returns the worker used last, or else a new one.
func (p *Pool) take() (*process, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return nil, errClosed
	}
	last := len(p.idle) - 1
	if last < 0 {
		return start(p.limits), nil
	}
	w := p.idle[last]
	p.idle = p.idle[:last]
	return w, nil
}

func (p *Pool) giveBack(w *process) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		w.end()
		return
	}
	p.idle = append(p.idle, w)
}

// Close ends the workers that are not at work, the others when they have
// answered, and waits for the former.
func (p *Pool) Close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
	for _, w := range p.idle {
		w.end()
	}
	p.idle = nil
}
