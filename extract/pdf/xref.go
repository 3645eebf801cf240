package pdf

import (
	"bytes"
	"errors"
	"fmt"
)

// An entry says where an object is.
type entry struct {
	pos    int // of "N G obj" in the file, or of the object's text in tail
	gen    int
	stream int // number of the object stream that holds it; 0 for none
	index  int // its position in that stream
}

// A source is a file, from its header on, and the password to try.
type source struct {
	data     []byte
	password string
}

// xrefs is the cross-reference of a file, read by ourselves: the library
// follows /Prev loops for ever, allocates what /Size and subsection starts ask
// for, gives up on small damage and inflates an object stream again for every
// object in it. It is then handed a fresh plain table (see tail.go).
type xrefs struct {
	source
	entries map[int]entry
	trailer dict
	seen    map[int]bool // positions of the sections read
	crypt   *crypt       // nil if the file is not encrypted

	opened   map[int][]member // object streams
	inflated int64            // bytes of them
	searched int              // bytes looked through for ends of streams

	rewrite  bool  // hand the library our own writing of the objects
	salvaged []ref // pages of a file without page tree
}

// maxObject bounds object numbers: the limit of PDF 1.7 readers (Annex C).
const maxObject = 8388607

var errXref = errors.New("no cross-reference table")

// readXrefs reads the sections from startxref on. Whatever it could read before
// an error is returned too.
func readXrefs(src source) (*xrefs, error) {
	data := src.data
	x := &xrefs{source: src, entries: map[int]entry{}, trailer: dict{}, seen: map[int]bool{}}
	at := bytes.LastIndex(data, []byte("startxref"))
	if at < 0 {
		return x, errXref
	}
	l := lexer{data: data, pos: at + len("startxref")}
	if l.next() != tokNumber {
		return x, errXref
	}
	return x, x.section(int(l.num))
}

// section reads the section at pos and those before it.
func (x *xrefs) section(pos int) error {
	for pos > 0 {
		if pos >= len(x.data) || x.seen[pos] {
			return errXref
		}
		x.seen[pos] = true
		d, err := x.oneSection(pos)
		for k, v := range d {
			if _, ok := x.trailer[k]; !ok {
				x.trailer[k] = v
			}
		}
		if err != nil {
			return err
		}
		if hybrid := d.integer("XRefStm"); hybrid > 0 && hybrid < len(x.data) && !x.seen[hybrid] {
			x.seen[hybrid] = true
			if _, err := x.oneSection(hybrid); err != nil {
				return err
			}
		}
		pos = d.integer("Prev")
	}
	return nil
}

// maxEntries bounds the objects of a file of size bytes. An object has at least
// four, which object streams compress.
func maxEntries(size int) int { return 4*size + 1000 }

func (x *xrefs) oneSection(pos int) (dict, error) {
	l := lexer{data: x.data, pos: pos}
	if l.next() == tokKeyword && string(l.text) == "xref" {
		return x.table(&l)
	}
	return x.stream(pos)
}

// table reads the subsections of a classic table and its trailer.
func (x *xrefs) table(l *lexer) (dict, error) {
	for {
		if k := l.next(); k == tokKeyword && string(l.text) == "trailer" {
			v, _ := l.object(0)
			d, ok := v.(dict)
			if !ok {
				return nil, errXref
			}
			return d, nil
		} else if k != tokNumber {
			return nil, errXref
		}
		start := int(l.num)
		if l.next() != tokNumber {
			return nil, errXref
		}
		if err := x.subsection(l, start, int(l.num)); err != nil {
			return nil, err
		}
	}
}

func (x *xrefs) subsection(l *lexer, start, n int) error {
	for i := range n {
		before := l.pos
		if l.next() != tokNumber {
			l.pos = before // fewer entries than announced
			return nil
		}
		pos := int(l.num)
		if l.next() != tokNumber {
			return errXref
		}
		gen := int(l.num)
		if l.next() != tokKeyword || start+i > maxObject || start < 0 {
			return errXref
		}
		if l.text[0] == 'n' {
			x.add(start+i, entry{pos: pos, gen: gen})
		}
	}
	return nil
}

// add keeps the newest entry of an object: sections are read newest first.
func (x *xrefs) add(id int, e entry) {
	if _, ok := x.entries[id]; !ok && len(x.entries) < maxEntries(len(x.data)) {
		x.entries[id] = e
	}
}

// stream reads a cross-reference stream.
func (x *xrefs) stream(pos int) (dict, error) {
	d, body, ok := x.streamAt(pos)
	if !ok {
		return nil, errXref
	}
	data, err := decodeStream(d, body, maxXref)
	if err != nil && len(data) == 0 {
		return nil, fmt.Errorf("cross-reference stream: %w", err)
	}
	w := d.integers("W")
	if len(w) < 3 || min(w[0], w[1], w[2]) < 0 || max(w[0], w[1], w[2]) > 8 {
		return nil, errXref
	}
	index := d.integers("Index")
	if len(index) < 2 {
		index = []int{0, d.integer("Size")}
	}
	for ; len(index) >= 2; index = index[2:] {
		data = x.streamEntries(data, w, index[0], index[1])
	}
	return d, nil
}

// maxXref bounds a decoded cross-reference stream, and all object streams
// together, in bytes.
const maxXref = 256 << 20

// maxSearches bounds the search for the ends of streams whose length is wrong,
// in lengths of the file.
const maxSearches = 64

func (x *xrefs) streamEntries(data []byte, w []int, start, n int) []byte {
	size := w[0] + w[1] + w[2]
	for i := 0; i < n && size > 0 && len(data) >= size; i++ {
		row := data[:size]
		data = data[size:]
		if start+i > maxObject || start < 0 {
			continue
		}
		kind := 1
		if w[0] > 0 {
			kind = bigEndian(row[:w[0]])
		}
		second, third := bigEndian(row[w[0]:w[0]+w[1]]), bigEndian(row[w[0]+w[1]:])
		switch kind {
		case 1:
			x.add(start+i, entry{pos: second, gen: third})
		case 2:
			x.add(start+i, entry{stream: second, index: third})
		}
	}
	return data
}

func bigEndian(b []byte) int {
	n := 0
	for _, c := range b {
		n = n<<8 | int(c)
	}
	return n
}

// integers is the value of d[key] as integers.
func (d dict) integers(key name) []int {
	a, _ := d[key].([]any)
	out := make([]int, 0, len(a))
	for _, v := range a {
		f, _ := v.(float64)
		out = append(out, int(f))
	}
	return out
}

// header reads "N G obj" at pos and gives the position behind it.
func header(data []byte, pos int) (r ref, after int, ok bool) {
	if pos < 0 || pos >= len(data) {
		return ref{}, 0, false
	}
	l := lexer{data: data, pos: pos}
	if l.next() != tokNumber {
		return ref{}, 0, false
	}
	r.id = int(l.num)
	if l.next() != tokNumber {
		return ref{}, 0, false
	}
	r.gen = int(l.num)
	if l.next() != tokKeyword || !bytes.HasPrefix(l.text, []byte("obj")) {
		return ref{}, 0, false
	}
	return r, l.pos - len(l.text) + len("obj"), r.id >= 0 && r.id <= maxObject && r.gen >= 0 && r.gen < 1<<16
}

// objectAt reads the object at pos, which is no object stream's.
func (x *xrefs) objectAt(pos int) (any, bool) {
	_, after, ok := header(x.data, pos)
	if !ok {
		return nil, false
	}
	l := lexer{data: x.data, pos: after}
	return l.object(0)
}

// streamAt reads the dictionary and the raw bytes of the stream object at pos.
func (x *xrefs) streamAt(pos int) (dict, []byte, bool) {
	_, after, ok := header(x.data, pos)
	if !ok {
		return nil, nil, false
	}
	l := lexer{data: x.data, pos: after}
	v, _ := l.object(0)
	d, ok := v.(dict)
	if !ok || l.next() != tokKeyword || !bytes.HasPrefix(l.text, []byte("stream")) {
		return nil, nil, false
	}
	begin := streamStart(x.data, l.pos-len(l.text)+len("stream"))
	length := -1
	switch v := d["Length"].(type) {
	case float64:
		length = int(v)
	case ref:
		if e, ok := x.entries[v.id]; ok && e.stream == 0 {
			if v, ok := x.objectAt(e.pos); ok {
				f, _ := v.(float64)
				length = int(f)
			}
		}
	}
	if x.searched > maxSearches*len(x.data) {
		return nil, nil, false
	}
	body := streamBytes(x.data, begin, length)
	if len(body) != length {
		x.searched += len(body)
	}
	return d, body, true
}

// streamStart skips the line end after the word stream.
func streamStart(data []byte, pos int) int {
	if pos < len(data) && data[pos] == '\r' {
		pos++
	}
	if pos < len(data) && data[pos] == '\n' {
		pos++
	}
	return pos
}

// streamBytes is the stream that begins at begin. Where no endstream follows
// after length bytes, the length is wrong and the next endstream ends it.
func streamBytes(data []byte, begin, length int) []byte {
	if begin < 0 || begin > len(data) {
		return nil
	}
	rest := data[begin:]
	if length >= 0 && length <= len(rest) {
		tail := bytes.TrimLeft(rest[length:min(len(rest), length+20)], "\r\n\t \x00")
		if bytes.HasPrefix(tail, []byte("endstream")) {
			return rest[:length]
		}
	}
	end := bytes.Index(rest, []byte("endstream"))
	if end < 0 {
		if end = bytes.Index(rest, []byte("endobj")); end < 0 {
			return rest
		}
	}
	if end > 0 && rest[end-1] == '\n' {
		end--
	}
	if end > 0 && rest[end-1] == '\r' {
		end--
	}
	return rest[:end]
}
