package write

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"errors"
	"io"
	"io/fs"
	"slices"
)

// A sortedZip keeps the parts of a workbook until it is closed and writes them
// sorted by name: excelize hands them over in the order of a Go map, which
// differs from run to run.
type sortedZip struct {
	w     io.Writer
	parts []*part
}

type part struct {
	name string
	bytes.Buffer
}

// Create starts the part of that name.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	p := &part{name: name}
	z.parts = append(z.parts, p)
	return p, nil
}

// AddFS is part of excelize's interface and not used by it for new files.
func (z *sortedZip) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes all parts. Entries have no time.
func (z *sortedZip) Close() error {
	slices.SortFunc(z.parts, func(a, b *part) int { return cmp.Compare(a.name, b.name) })
	zw := zip.NewWriter(z.w)
	var deflate *flate.Writer // one for all parts: it allocates most of a megabyte
	zw.RegisterCompressor(zip.Deflate, func(w io.Writer) (_ io.WriteCloser, err error) {
		if deflate != nil {
			deflate.Reset(w)
			return deflate, nil
		}
		deflate, err = flate.NewWriter(w, flate.BestSpeed)
		return deflate, err
	})
	for _, p := range z.parts {
		w, err := zw.Create(p.name)
		if err != nil {
			return err
		}
		if _, err := w.Write(p.Bytes()); err != nil {
			return err
		}
	}
	return zw.Close()
}
