package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"

	"github.com/ledongthuc/pdf"
)

// headerWindow is how far into the file the header may stand, in bytes: mail
// gateways and scanners put things before it.
const headerWindow = 2048

// Match reports whether data looks like a PDF. One whose header is damaged is
// known by an object at its beginning and the words of its end.
func Match(data []byte) bool { return headerAt(data) >= 0 || headless(data) }

func headless(data []byte) bool {
	begin, end := data[:min(len(data), headerWindow)], data[max(0, len(data)-endWindow):]
	return objectRE.Match(begin) && bytes.Contains(end, []byte("startxref"))
}

// objectRE finds the head of an object on a line of its own.
var objectRE = regexp.MustCompile(`[\r\n]\d+ \d+ obj\b`)

func headerAt(data []byte) int {
	return bytes.Index(data[:min(len(data), headerWindow)], []byte("%PDF-"))
}

// A file is an opened PDF: its bytes, and the library's view of its objects.
type file struct {
	data     []byte // from the header on
	reader   *pdf.Reader
	xrefs    *xrefs
	repaired bool // the cross-reference was rebuilt
	lostTree bool // the pages were found without their tree
	layers   layers
}

// trim cuts off what stands before the header.
func trim(data []byte) []byte { return data[max(0, headerAt(data)):] }

// open reads the cross-reference of src, rebuilds it if it is damaged, and
// opens the library on the result. With rewrite it is rebuilt in any case, and
// the objects are written anew.
func open(src source, rewrite bool) (*file, error) {
	x, err := readXrefs(src)
	wrong := x.verify()
	locked := x.unlock()
	repaired := false
	if err != nil || wrong > 0 || rewrite || x.catalog() == nil && locked == nil {
		if rewrite {
			wrong = 0
		}
		x, repaired = x.repair(wrong), true
		locked = x.unlock()
	}
	if locked != nil {
		return nil, locked
	}
	if x.catalog() == nil {
		return nil, errors.New("no page tree")
	}
	x.rewrite = rewrite
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
		if e.pos == 0 { // some writers list a missing object so
			delete(x.entries, id)
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
	s := scan(x.source)
	if wrong > 0 && x.catalog() != nil {
		for id, e := range s.entries {
			x.add(id, e)
		}
		return x
	}
	return s
}

// title is the title of the document's properties.
func (f *file) title() (s string) {
	guard(func() { s = textString([]byte(f.text(f.reader.Trailer().Key("Info").Key("Title")))) })
	return s
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
