package batch

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"sync"
	"time"

	"gyokaku/model"
)

// A Source is one file as read.
type Source struct {
	Name   string // the file's own name, in NFC
	Data   []byte
	SHA256 string // of Data, in hexadecimal
	Named  bool   // see File

	Password string // to open it with, if it needs one
}

// Convert turns one source into what becomes of a report. Its error is a
// *model.Failure, or wraps one in ErrSkipped when the file is none of its
// business. Where the error's chain has a Stack() []byte, it goes to the Result.
type Convert[T any] func(ctx context.Context, src Source) (T, error)

// ErrSkipped marks the error of a file that is not a report and was not asked
// for by name.
var ErrSkipped = errors.New("skipped")

// A Status says what became of a file.
type Status string

// The statuses.
const (
	Done      Status = "done"
	Same      Status = "same" // same bytes as an earlier file, see Result.SameAs
	Skipped   Status = "skipped"
	Failed    Status = "failed"
	Cancelled Status = "cancelled" // the run was stopped before or while it was read
)

// A Result is what became of one file.
type Result[T any] struct {
	Index  int // position in the files given to Run
	File   File
	SHA256 string // "" where the file could not be read
	Status Status
	Output T              // for Done
	SameAs int            // for Same: Index of the file with the same bytes
	Err    *model.Failure // for Failed and Skipped
	Stack  []byte         // for Failed by a panic or a crash
}

// Options bound a run.
type Options struct {
	Jobs  int           // files converted at a time; at least 1
	Bytes int64         // size of a file; 0 is no bound
	Time  time.Duration // for one file; 0 is no bound

	// Idle, if set, is called once, when nothing is left to convert: results may
	// still have to be emitted. Run waits for it.
	Idle func()
}

// Run converts files and gives emit each result in the order of files, whatever
// Jobs is. At most 2×Jobs files are held in memory. It stops early only when
// emit fails or ctx is done; then the files that were not finished are emitted
// as Cancelled.
func Run[T any](ctx context.Context, files []File, o Options, convert Convert[T], emit func(Result[T]) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	o.Jobs = max(1, o.Jobs)
	todo := make(chan task[T])
	ordered := make(chan chan Result[T], o.Jobs)
	var workers sync.WaitGroup
	for range o.Jobs {
		workers.Go(func() {
			for t := range todo {
				t.result <- convertOne(ctx, t, o, convert)
			}
		})
	}
	go readAll(ctx, files, o, todo, ordered)
	idle := make(chan struct{})
	go func() {
		defer close(idle)
		workers.Wait()
		if o.Idle != nil {
			o.Idle()
		}
	}()
	err := emitAll(ordered, emit, stop)
	<-idle
	return err
}

// emitAll hands over every result, even after a failure, so that no worker is
// left waiting; emit itself is not called again once it has failed.
func emitAll[T any](ordered chan chan Result[T], emit func(Result[T]) error, stop func()) (err error) {
	var fate []Result[T] // by index, without outputs
	for result := range ordered {
		r := <-result
		if r.Status == Same {
			r.follow(fate[r.SameAs])
		}
		fate = append(fate, Result[T]{Status: r.Status, Err: r.Err})
		if err != nil {
			continue
		}
		if err = emit(r); err != nil {
			stop()
		}
	}
	return err
}

// follow gives a file the fate of the earlier one with the same bytes, where
// that one became no report.
func (r *Result[T]) follow(first Result[T]) {
	if first.Status == Done {
		return
	}
	r.Status, r.Err = first.Status, first.Err
	if r.Status == Skipped && r.File.Named {
		r.Status = Failed
	}
}

// A task is a file that was read and awaits conversion.
type task[T any] struct {
	source Source
	done   Result[T] // what is known before
	result chan Result[T]
}

// readAll reads the files one after the other, so that the first of several
// with the same bytes is always the same one, and sends them to the workers.
func readAll[T any](ctx context.Context, files []File, o Options, todo chan<- task[T], ordered chan<- chan Result[T]) {
	defer close(ordered)
	defer close(todo)
	seen := map[string]int{} // sha256 → index
	for i, f := range files {
		t := task[T]{result: make(chan Result[T], 1), done: Result[T]{Index: i, File: f, Status: Done}}
		ordered <- t.result
		t.read(ctx, o.Bytes)
		if first, again := seen[t.source.SHA256]; again && t.done.Status == Done {
			t.done.Status, t.done.SameAs = Same, first
		}
		if t.done.Status != Done {
			t.result <- t.done
			continue
		}
		seen[t.source.SHA256] = i
		todo <- t
	}
}

// read fills the task's source, or its result when that fails.
func (t *task[T]) read(ctx context.Context, limit int64) {
	if ctx.Err() != nil {
		t.done.Status = Cancelled
		return
	}
	err := t.done.File.Err
	var data []byte
	if err == nil {
		data, err = readFile(t.done.File.Path, limit)
	}
	if err != nil {
		t.done.Status, t.done.Err = Failed, err
		return
	}
	sum := sha256.Sum256(data)
	t.done.SHA256 = hex.EncodeToString(sum[:])
	t.source = Source{
		Name: tail(t.done.File.Path, 1), Data: data,
		SHA256: t.done.SHA256, Named: t.done.File.Named,
	}
}

func readFile(path string, limit int64) ([]byte, *model.Failure) {
	f, err := os.Open(path)
	if err != nil {
		return nil, failure(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, failure(err)
	}
	if limit > 0 && info.Size() > limit {
		return nil, &model.Failure{Code: model.FailTooLarge, Cause: fmt.Errorf("%d bytes > %d", info.Size(), limit)}
	}
	data := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead))
	if _, err := data.ReadFrom(bounded(f, limit)); err != nil {
		return nil, failure(err)
	}
	return data.Bytes(), nil
}

// bounded holds a file that grows while it is read, or a device, to the limit.
func bounded(r io.Reader, limit int64) io.Reader {
	if limit <= 0 {
		return r
	}
	return io.LimitReader(r, limit)
}

// convertOne runs convert within the time limit and turns whatever happens into
// a result.
func convertOne[T any](ctx context.Context, t task[T], o Options, convert Convert[T]) (r Result[T]) {
	r = t.done
	if ctx.Err() != nil {
		r.Status = Cancelled
		return r
	}
	defer func() {
		if p := recover(); p != nil {
			r.Status, r.Stack = Failed, debug.Stack()
			r.Err = &model.Failure{Code: model.FailPanic, Cause: fmt.Errorf("%v", p)}
		}
	}()
	limited, cancel := withLimit(ctx, o.Time)
	defer cancel()
	output, err := convert(limited, t.source)
	if err == nil {
		r.Output = output
		return r
	}
	r.Status, r.Err = Failed, asFailure(err)
	if traced, ok := errors.AsType[interface {
		error
		Stack() []byte
	}](err); ok {
		r.Stack = traced.Stack()
	}
	switch {
	case ctx.Err() != nil:
		r.Status, r.Err = Cancelled, nil
	case limited.Err() != nil:
		r.Err = &model.Failure{Code: model.FailTimeout, At: r.Err.At, Cause: err}
	case errors.Is(err, ErrSkipped):
		r.Status = Skipped
	}
	return r
}

func withLimit(ctx context.Context, limit time.Duration) (context.Context, context.CancelFunc) {
	if limit <= 0 {
		return context.WithCancel(ctx)
	}
	return context.WithTimeout(ctx, limit)
}

// asFailure gives an error that is no *model.Failure the code of a bug: every
// reason a document can have is to be named.
func asFailure(err error) *model.Failure {
	var f *model.Failure
	if errors.As(err, &f) {
		return f
	}
	return &model.Failure{Code: model.FailPanic, Cause: err}
}
