package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/gob"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"

	"gyokaku/extract/form"
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

// A message between the session and a worker is a head, as JSON, and what it
// announces, which is too large to be copied through an encoder.

// A request asks a worker for the outputs of one document, whose bytes follow.
type request struct {
	Name, SHA256 string
	Named        bool
	JSON, Report bool // what is wanted
	Profiles     []form.Profile
	Password     string
}

// A reply is a worker's answer. The report's JSON follows, and then the report
// itself in the encoding of package gob; what is not wanted is empty.
type reply struct {
	Summary  summary
	JSONSize int
	Failure  *failureReply

	json, report []byte
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

// inWorkers is a conversion that has each document read in a worker of the pool.
func inWorkers(pool *isolate.Pool, f convertFlags) batch.Convert[converted] {
	return func(ctx context.Context, src batch.Source) (c converted, err error) {
		head := packHead(request{
			Name: src.Name, SHA256: src.SHA256, Named: src.Named,
			JSON: f.formats.has("json"), Report: f.formats.has("xlsx"), Password: f.password, Profiles: f.profiles,
		})
		message, err := pool.Do(ctx, head, src.Data)
		if err != nil {
			return c, err
		}
		return readReply(message)
	}
}

// readReply reads what serve answered. What it returns shares memory with it.
func readReply(message []byte) (c converted, err error) {
	var r reply
	body, err := unpackHead(message, &r)
	switch {
	case err != nil:
		return c, err
	case r.Failure != nil:
		return c, r.Failure.err()
	case r.JSONSize < 0 || r.JSONSize > len(body):
		return c, errMessage
	}
	c.summary, c.json = r.Summary, body[:r.JSONSize]
	if report := body[r.JSONSize:]; len(report) > 0 {
		err = gob.NewDecoder(bytes.NewReader(report)).Decode(&c.report)
	}
	return c, err
}

// serve answers one request in a worker process.
func serve(convert convertFunc) isolate.Handler {
	return func(ctx context.Context, message []byte) [][]byte {
		r, err := answer(ctx, convert, message)
		if err != nil {
			r = reply{Failure: newFailureReply(err)}
		}
		return [][]byte{packHead(r), r.json, r.report}
	}
}

func answer(ctx context.Context, convert convertFunc, message []byte) (r reply, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &cause{text: fmt.Sprint(p), stack: debug.Stack()}
		}
	}()
	var q request
	data, err := unpackHead(message, &q)
	if err != nil {
		return r, err
	}
	src := batch.Source{Name: q.Name, SHA256: q.SHA256, Named: q.Named, Data: data, Password: q.Password}
	report, err := convert(withProfiles(ctx, q.Profiles), src)
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
		r.json, r.JSONSize = b.Bytes(), b.Len()
	}
	if q.Report {
		var b bytes.Buffer
		err = gob.NewEncoder(&b).Encode(report)
		r.report = b.Bytes()
	}
	return r, err
}

// errMessage is a bug: both ends are one program.
var errMessage = errors.New("the message of a worker is not understood")

// packHead is the head of a message, after its size in four bytes.
func packHead(v any) []byte {
	head, err := json.Marshal(v)
	if err != nil { // a bug: requests and replies hold nothing that can fail
		panic(err)
	}
	return append(binary.BigEndian.AppendUint32(nil, uint32(len(head))), head...)
}

// unpackHead reads the head of a message and returns what follows it.
func unpackHead(message []byte, v any) (body []byte, err error) {
	if len(message) < 4 {
		return nil, errMessage
	}
	size, rest := binary.BigEndian.Uint32(message), message[4:]
	if uint64(size) > uint64(len(rest)) {
		return nil, errMessage
	}
	return rest[size:], json.Unmarshal(rest[:size], v)
}

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
