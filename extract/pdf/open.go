package pdf

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/ledongthuc/pdf"
)

// headerWindow is how far into the file the header may stand, in bytes: mail
// gateways and scanners put things before it.
const headerWindow = 2048

// Match reports whether data looks like a PDF.
func Match(data []byte) bool { return headerAt(data) >= 0 }

func headerAt(data []byte) int {
	return bytes.Index(data[:min(len(data), headerWindow)], []byte("%PDF-"))
}

// A file is an opened PDF: its bytes, and the library's view of its objects.
type file struct {
	data     []byte // from the header on
	reader   *pdf.Reader
	xrefs    *xrefs
	repaired bool // the cross-reference was rebuilt
}

// open reads the cross-reference of data, rebuilds it if it is damaged, and
// opens the library on the result.
func open(data []byte) (*file, error) {
	if at := headerAt(data); at > 0 {
		data = data[at:]
	}
	x, err := readXrefs(data)
	wrong := x.verify()
	locked := x.unlock()
	repaired := false
	if err != nil || wrong > 0 || x.catalog() == nil && locked == nil {
		x, repaired = x.repair(wrong), true
		locked = x.unlock()
	}
	if locked != nil {
		return nil, locked
	}
	if x.catalog() == nil {
		return nil, errors.New("no page tree")
	}
	return x.open(repaired)
}

// open hands the objects to the library.
func (x *xrefs) open(repaired bool) (*file, error) {
	whole := layered{data: x.data, tail: x.tail(len(x.data))}
	f := &file{data: x.data, xrefs: x, repaired: repaired}
	var openErr error
	if err := guard(func() { f.reader, openErr = pdf.NewReader(whole, whole.size()) }); err != nil {
		return nil, err
	}
	return f, openErr
}

// verify drops the entries that do not lead to their object and counts them.
func (x *xrefs) verify() int {
	wrong := 0
	for id, e := range x.entries {
		if e.stream != 0 {
			continue
		}
		r, _, ok := header(x.data, e.pos)
		if !ok || r.id != id {
			delete(x.entries, id)
			wrong++
		} else if r.gen != e.gen {
			x.entries[id] = entry{pos: e.pos, gen: r.gen}
		}
	}
	return wrong
}

// repair fills x from a scan of the whole file. Where only some entries were
// wrong, the rest of x counts: it knows which objects were deleted.
func (x *xrefs) repair(wrong int) *xrefs {
	s := scan(x.data)
	if wrong > 0 && x.catalog() != nil {
		for id, e := range s.entries {
			x.add(id, e)
		}
		return x
	}
	return s
}

// openPages opens data and lists its pages. Where the page tree of the file's
// own cross-reference has none, that of a scan is taken.
func openPages(data []byte, limit int) (*file, []node, error) {
	f, err := open(data)
	if err != nil {
		return nil, nil, err
	}
	nodes, err := f.pages(limit)
	if err == nil && len(nodes) == 0 {
		err = errors.New("no pages")
	}
	return f, nodes, err
}

// title is the title of the document's properties.
func (f *file) title() (s string) {
	guard(func() { s = textString([]byte(f.text(f.reader.Trailer().Key("Info").Key("Title")))) })
	return s
}

// formContent decodes the content of the Form XObject v. Headers and footers
// are forms that stand on every page.
func (f *file) formContent(id ref, v pdf.Value, limit int64) []byte {
	data, err := f.stream(v, nil, limit)
	if err != nil && len(data) == 0 {
		panic(err)
	}
	return data
}

// guard turns a panic of the library, which it uses for malformed objects, into
// an error.
func guard(f func()) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("malformed object: %v", p)
		}
	}()
	f()
	return nil
}
