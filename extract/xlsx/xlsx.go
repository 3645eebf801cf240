package xlsx

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"gyokaku/extract"
	"gyokaku/extract/opc"
	"gyokaku/model"
)

// An Extractor reads workbooks. A limit that is zero does not apply; Inflate
// and Cells bound the workbook as a whole.
type Extractor struct{ Limits extract.Limits }

const (
	zipMagic = "PK\x03\x04"
	cfbMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" // Office documents before 2007, and encrypted ones
)

// Match reports whether data is, or was, a workbook: one that is cut short,
// encrypted or in an older format is matched too, so that its failure can say
// what is wrong with it.
func Match(data []byte) bool {
	switch {
	case bytes.HasPrefix(data, []byte(zipMagic)):
		return bytes.Contains(data, []byte("xl/workbook")) || bytes.Contains(data, []byte("xl/worksheets/"))
	case bytes.HasPrefix(data, []byte(cfbMagic)):
		return isEncrypted(data) || bytes.Contains(data, utf16LE("Workbook"))
	}
	return false
}

// isEncrypted reports whether a compound file is the wrapper of an encrypted
// Office document; names in it are UTF-16.
func isEncrypted(data []byte) bool { return bytes.Contains(data, utf16LE("EncryptedPackage")) }

func utf16LE(s string) []byte {
	b := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		b = append(b, s[i], 0)
	}
	return b
}

// Extract returns a page per sheet, in the order of the tabs. A sheet that
// cannot be read is a page without blocks and a problem; the error is for a
// workbook that cannot be read at all.
func (e Extractor) Extract(ctx context.Context, src extract.Source) (doc *extract.Document, err error) {
	defer func() {
		if r := recover(); r != nil {
			doc, err = nil, fail(model.FailPanic, fmt.Errorf("%v", r))
		}
	}()
	if err := e.check(src.Data); err != nil {
		return nil, err
	}
	arc, err := opc.Open(src.Data, e.Limits.Inflate)
	if err != nil {
		return nil, err
	}
	book, err := openWorkbook(arc)
	if err != nil {
		return nil, err
	}
	if n := len(book.tabs); e.Limits.Pages > 0 && n > e.Limits.Pages {
		return nil, fail(model.FailTooLarge, fmt.Errorf("%d sheets, more than %d", n, e.Limits.Pages))
	}
	r := reader{ctx: ctx, archive: arc, book: book, maxCells: e.Limits.Cells}
	return r.document()
}

// check refuses what is no workbook of the present format.
func (e Extractor) check(data []byte) error {
	switch {
	case len(data) == 0:
		return fail(model.FailEmpty, nil)
	case e.Limits.Bytes > 0 && int64(len(data)) > e.Limits.Bytes:
		return fail(model.FailTooLarge, fmt.Errorf("%d bytes, more than %d", len(data), e.Limits.Bytes))
	case bytes.HasPrefix(data, []byte(cfbMagic)) && isEncrypted(data):
		return fail(model.FailEncrypted, nil)
	case !bytes.HasPrefix(data, []byte(zipMagic)):
		return fail(model.FailUnknown, errors.New(extract.Describe(data)))
	}
	return nil
}

func fail(code model.FailureCode, cause error) error {
	return &model.Failure{Code: code, Cause: cause}
}

// stopped is the failure for a context that ended, nil for one that did not.
func stopped(ctx context.Context) error {
	switch err := ctx.Err(); {
	case err == nil:
		return nil
	case errors.Is(err, context.DeadlineExceeded):
		return fail(model.FailTimeout, err)
	default:
		return err
	}
}
