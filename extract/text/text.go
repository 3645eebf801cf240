package text

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"gyokaku/extract"
	"gyokaku/model"
)

// An Extractor reads transcripts. A limit that is zero does not apply.
type Extractor struct{ Limits extract.Limits }

// Match reports whether data looks like text, in whatever encoding or none we
// know, and not like a web page.
func Match(data []byte) bool {
	return extract.LooksText(data) && !extract.LooksHTML(data)
}

// Extract returns src as one page of tables and lines. It fails for a src
// without text, in unknown bytes, or beyond a limit.
func (e Extractor) Extract(ctx context.Context, src extract.Source) (*extract.Document, error) {
	switch {
	case len(bytes.TrimSpace(src.Data)) == 0:
		return nil, &model.Failure{Code: model.FailEmpty}
	case e.Limits.Bytes > 0 && int64(len(src.Data)) > e.Limits.Bytes:
		return nil, tooLarge(model.Place{}, "%d bytes, more than %d", len(src.Data), e.Limits.Bytes)
	case extract.LooksHTML(src.Data):
		return nil, &model.Failure{Code: model.FailHTML}
	}
	text, charset, err := decode(src.Data)
	if err != nil {
		return nil, err
	}
	p := parser{lines: split(text), maxCells: e.Limits.Cells}
	if err := p.parse(ctx); err != nil {
		return nil, err
	}
	return &extract.Document{
		Format: "text",
		Reader: charset,
		Pages:  []extract.Page{{Number: 1, Kind: extract.PageText, Blocks: p.blocks}},
	}, nil
}

func tooLarge(at model.Place, format string, args ...any) error {
	return &model.Failure{Code: model.FailTooLarge, At: at, Cause: fmt.Errorf(format, args...)}
}

// stopped is the failure for a context that ended at the given place.
func stopped(err error, at model.Place) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return &model.Failure{Code: model.FailTimeout, At: at, Cause: err}
	}
	return err
}
