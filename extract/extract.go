package extract

import (
	"context"
	"time"
)

// A Source is the bytes of one file.
type Source struct {
	Name string // for messages
	Data []byte
	// Password opens an encrypted file that does not open without one: that of
	// its user or of its owner.
	Password string
}

// An Extractor reads one file format.
type Extractor interface {
	// Extract returns the pages of src in reading order. A page it cannot read
	// becomes a problem of the document and the rest are still returned; the
	// error, a *model.Failure, is for a src that is not this format, or not
	// readable at all. The document is nil then, unless its pages are known.
	Extract(ctx context.Context, src Source) (*Document, error)
}

// Limits bound what one document may cost. They are far above any real report.
type Limits struct {
	Bytes   int64         // size of the file
	Inflate int64         // size of one decompressed stream
	Pages   int           // pages or sheets
	Glyphs  int           // glyphs on one page
	Cells   int           // cells of one sheet
	Time    time.Duration // for the whole file
	Page    time.Duration // for one page
}

// DefaultLimits are the limits of the command line.
var DefaultLimits = Limits{
	Bytes:   512 << 20,
	Inflate: 256 << 20,
	Pages:   10_000,
	Glyphs:  1_000_000,
	Cells:   2_000_000,
	Time:    2 * time.Minute,
	Page:    10 * time.Second,
}
