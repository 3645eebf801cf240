package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"regexp"

	"gyokaku/extract"
	"gyokaku/extract/opc"
	"gyokaku/model"
)

// An Extractor reads Word documents. A limit that is zero does not apply;
// Inflate and Cells bound the document as a whole.
type Extractor struct{ Limits extract.Limits }

const (
	zipMagic = "PK\x03\x04"
	cfbMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" // Office documents before 2007, and encrypted ones
)

// mainPart is how the part with the text is called: some services number it.
var mainPart = regexp.MustCompile(`^word/document\d*\.xml$`)

// Match reports whether data is, or was, a Word document. The directory of the
// ZIP decides, for a document may hold a workbook and the other way round; where
// it is cut off, any name in the bytes does.
func Match(data []byte) bool {
	if !bytes.HasPrefix(data, []byte(zipMagic)) {
		return false
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return bytes.Contains(data, []byte("word/document.xml")) && !bytes.Contains(data, []byte("xl/workbook"))
	}
	for _, f := range z.File {
		if mainPart.MatchString(opc.PartName(f.Name)) {
			return true
		}
	}
	return false
}

// Extract returns src as pages of tables and lines. What is damaged beside
// the text, such as the definitions of numbers, is a problem; the error is for a
// document that cannot be read at all.
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
	return e.document(ctx, arc)
}

func (e Extractor) document(ctx context.Context, arc *opc.Archive) (*extract.Document, error) {
	p, err := openPackage(arc)
	if err != nil {
		return nil, err
	}
	data, err := arc.Read(p.main)
	if err != nil {
		return nil, broken(err)
	}
	r := newReader(ctx, data, p, e.Limits.Cells)
	pages, err := r.body()
	if err != nil {
		return nil, broken(err)
	}
	if n := len(pages); e.Limits.Pages > 0 && n > e.Limits.Pages {
		return nil, fail(model.FailTooLarge, fmt.Errorf("%d pages, more than %d", n, e.Limits.Pages))
	}
	return &extract.Document{
		Format: "docx", Reader: "docx", Title: p.title,
		Pages: pages, Problems: append(p.problems, r.problems...),
	}, nil
}

// check refuses what is no Word document of the present format.
func (e Extractor) check(data []byte) error {
	switch {
	case len(data) == 0:
		return fail(model.FailEmpty, nil)
	case e.Limits.Bytes > 0 && int64(len(data)) > e.Limits.Bytes:
		return fail(model.FailTooLarge, fmt.Errorf("%d bytes, more than %d", len(data), e.Limits.Bytes))
	case bytes.HasPrefix(data, []byte(cfbMagic)) && bytes.Contains(data, utf16LE("EncryptedPackage")):
		return fail(model.FailEncrypted, nil)
	case !bytes.HasPrefix(data, []byte(zipMagic)):
		return fail(model.FailUnknown, errors.New(extract.Describe(data)))
	}
	return nil
}

func utf16LE(s string) []byte {
	b := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		b = append(b, s[i], 0)
	}
	return b
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

// broken makes a failure of err, unless it is one already or the run was
// cancelled.
func broken(err error) error {
	var f *model.Failure
	if errors.As(err, &f) {
		return f
	}
	if errors.Is(err, context.Canceled) {
		return err
	}
	return fail(model.FailBroken, err)
}
