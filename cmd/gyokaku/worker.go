package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/gob"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"gyokaku/internal/batch"
	"gyokaku/internal/isolate"
	"gyokaku/internal/write"
	"gyokaku/model"
)

// A converted is what a worker process makes of one document. The JSON is
// written there, so that the session only moves bytes.
type converted struct {
	summary
	json   []byte
	report *model.Report // nil unless the workbook is wanted
}

// A convertFunc turns one file into a report: pipeline, or a test's.
type convertFunc = batch.Convert[*model.Report]

// A request asks a worker for the outputs of one document, whose bytes follow.
type request struct {
	Name, SHA256 string
	Named        bool
	JSON, Report bool // what is wanted
}

// A reply is a worker's answer. The report, which is large and not always
// wanted, is encoded on its own.
type reply struct {
	Summary summary
	JSON    []byte
	Report  []byte
	Failure *failureReply
}

// A failureReply is a *model.Failure on its way between processes: of the cause
// only the text remains.
type failureReply struct {
	Code    model.FailureCode
	At      model.Place
	Cause   string
	Skipped bool
	Stack   []byte
}

// graceTime is how much longer than the time limit a worker may take to obey
// it, before it is killed.
const graceTime = time.Second

// inWorkers is a conversion that has each document read in a worker of the pool.
func inWorkers(pool *isolate.Pool, formats formatList) batch.Convert[converted] {
	return func(ctx context.Context, src batch.Source) (c converted, err error) {
		header, err := pack(request{
			Name: src.Name, SHA256: src.SHA256, Named: src.Named,
			JSON: formats.has("json"), Report: formats.has("xlsx"),
		})
		if err != nil {
			return c, err
		}
		size := binary.BigEndian.AppendUint16(nil, uint16(len(header)))
		answer, err := pool.Do(ctx, size, header, src.Data)
		if err != nil {
			return c, err
		}
		return decodeReply(answer)
	}
}

func decodeReply(answer []byte) (c converted, err error) {
	var r reply
	if err := unpack(answer, &r); err != nil {
		return c, err
	}
	if r.Failure != nil {
		return c, r.Failure.err()
	}
	c.summary, c.json = r.Summary, r.JSON
	if r.Report != nil {
		err = unpack(r.Report, &c.report)
	}
	return c, err
}

// serve answers one request in a worker process.
func serve(convert convertFunc) isolate.Handler {
	return func(ctx context.Context, message []byte) []byte {
		r, err := answer(ctx, convert, message)
		if err != nil {
			r = reply{Failure: newFailureReply(err)}
		}
		out, err := pack(r)
		if err != nil { // a bug: nothing in a reply can fail
			out, _ = pack(reply{Failure: newFailureReply(err)})
		}
		return out
	}
}

func answer(ctx context.Context, convert convertFunc, message []byte) (r reply, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &cause{text: fmt.Sprint(p), stack: debug.Stack()}
		}
	}()
	var q request
	size := binary.BigEndian.Uint16(message)
	header, data := message[2:2+size], message[2+size:]
	if err := unpack(header, &q); err != nil {
		return r, err
	}
	src := batch.Source{Name: q.Name, SHA256: q.SHA256, Named: q.Named, Data: data}
	report, err := convert(ctx, src)
	if err != nil {
		return r, err
	}
	return q.outputs(report)
}

// outputs makes what the request asks for of a report.
func (q request) outputs(report *model.Report) (r reply, err error) {
	r.Summary = summaryOf(report)
	if q.JSON {
		var b bytes.Buffer
		if err := write.JSON(&b, report); err != nil {
			return r, err
		}
		r.JSON = b.Bytes()
	}
	if q.Report {
		r.Report, err = pack(report)
	}
	return r, err
}

func pack(v any) ([]byte, error) {
	var b bytes.Buffer
	err := gob.NewEncoder(&b).Encode(v)
	return b.Bytes(), err
}

func unpack(data []byte, v any) error { return gob.NewDecoder(bytes.NewReader(data)).Decode(v) }

func newFailureReply(err error) *failureReply {
	r := &failureReply{Code: model.FailPanic, Skipped: errors.Is(err, batch.ErrSkipped)}
	if f, ok := errors.AsType[*model.Failure](err); ok {
		r.Code, r.At, err = f.Code, f.At, f.Cause
	} else if errors.Is(err, context.DeadlineExceeded) {
		r.Code = model.FailTimeout
	}
	if err != nil {
		r.Cause = err.Error()
	}
	if p, ok := errors.AsType[*cause](err); ok {
		r.Stack = p.stack
	}
	return r
}

// err is the error that the reply was made from.
func (r *failureReply) err() error {
	f := &model.Failure{Code: r.Code, At: r.At}
	if r.Cause != "" {
		f.Cause = &cause{text: r.Cause, stack: r.Stack}
	}
	return skippable(f, r.Skipped)
}

// A cause is what a worker says of a failure; a panic has a stack.
type cause struct {
	text  string
	stack []byte
}

func (c *cause) Error() string { return c.text }

// Stack returns nil for what was no panic.
func (c *cause) Stack() []byte { return c.stack }
