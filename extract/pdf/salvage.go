package pdf

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/ledongthuc/pdf"

	"gyokaku/model"
)

var errNoPages = errors.New("no pages")

// openPages opens src and lists its pages. If the library stumbles over the
// objects or finds no page, it gets them once more as our own, more tolerant
// parser reads them; if the page tree is lost, the pages that are left are taken
// in the order of the file.
func openPages(src source, limit int) (*file, []node, error) {
	src.data = trim(src.data)
	f, nodes, err := openTree(src, false, limit)
	if errors.Is(err, errPassword) || errors.Is(err, errCipher) || errors.Is(err, errTooManyPages) {
		return nil, nil, err
	}
	if err == nil && intact(nodes) == len(nodes) {
		return f, nodes, nil
	}
	if f2, nodes2, err2 := openTree(src, true, limit); err2 == nil && intact(nodes2) > intact(nodes) {
		return f2, nodes2, nil
	}
	if intact(nodes) > 0 {
		return f, nodes, nil
	}
	if f2, nodes2 := salvage(src, limit); len(nodes2) > 0 {
		return f2, nodes2, nil
	}
	return nil, nil, lost(f, err)
}

// lost says why no page of a file can be read. Where the catalog is there, what
// is missing is the first page.
func lost(f *file, err error) error {
	if f == nil || f.xrefs.catalog() == nil {
		return cmp.Or(err, errNoPages)
	}
	return fail(model.FailBroken, 1, cmp.Or(err, errNoPages))
}

// intact counts the pages whose objects could be read.
func intact(nodes []node) int {
	n := 0
	for i := range nodes {
		if nodes[i].err == nil {
			n++
		}
	}
	return n
}

func openTree(src source, rewrite bool, limit int) (*file, []node, error) {
	f, err := open(src, rewrite)
	if err != nil {
		return nil, nil, err
	}
	nodes, err := f.pages(limit)
	if err == nil && len(nodes) == 0 {
		err = errNoPages
	}
	return f, nodes, err
}

// salvageKey is the trailer entry by which salvaged pages are found.
const salvageKey = "GyokakuPages"

// salvage opens a file without its page tree on all page objects in it.
func salvage(src source, limit int) (*file, []node) {
	x := scan(src)
	var pages []ref
	for id, e := range x.entries {
		if e.stream == 0 && !bytes.Contains(x.data[e.pos:min(len(x.data), e.pos+scanWindow)], []byte("Page")) {
			continue
		}
		if d, ok := x.object(ref{id, e.gen}).(dict); ok && d["Type"] == name("Page") {
			pages = append(pages, ref{id, e.gen})
		}
	}
	slices.SortFunc(pages, func(a, b ref) int {
		return cmp.Or(cmp.Compare(x.entries[a.id].pos, x.entries[b.id].pos), cmp.Compare(a.id, b.id))
	})
	if len(pages) == 0 || len(pages) > limit {
		return nil, nil
	}
	x.rewrite, x.salvaged = true, pages
	f, err := x.open(true)
	if err != nil {
		return nil, nil
	}
	f.lostTree = true
	return f, f.salvagedPages()
}

func (f *file) salvagedPages() []node {
	var nodes []node
	guard(func() {
		list := f.reader.Trailer().Key(salvageKey)
		for i := range list.Len() {
			n := node{media: letter, unit: 1}
			n.err = guard(func() {
				page := list.Index(i)
				n = withParents(page)
				n.page = page
			})
			nodes = append(nodes, n)
		}
	})
	return nodes
}

// withParents is what a page has from itself and from the nodes above it.
func withParents(page pdf.Value) node {
	var chain []pdf.Value
	for v := page; v.Kind() == pdf.Dict && len(chain) < maxTreeDepth; v = v.Key("Parent") {
		chain = append(chain, v)
	}
	n := node{media: letter, unit: 1}
	for _, v := range slices.Backward(chain) {
		n = n.inherit(v)
	}
	return n
}

// rewritten gives the objects that are no streams as our parser understands
// them, in clean syntax.
func (x *xrefs) rewritten() map[int][]byte {
	out := map[int][]byte{}
	for id, e := range x.entries {
		if e.stream != 0 {
			continue
		}
		_, after, ok := header(x.data, e.pos)
		if !ok {
			continue
		}
		l := lexer{data: x.data, pos: after}
		v, ok := l.object(0)
		if !ok || l.next() == tokKeyword && bytes.HasPrefix(l.text, []byte("stream")) {
			continue
		}
		out[id] = appendObject(nil, v)
	}
	return out
}

// appendObject writes v in PDF syntax.
func appendObject(b []byte, v any) []byte {
	switch v := v.(type) {
	case float64:
		return strconv.AppendFloat(b, v, 'f', -1, 64)
	case bool:
		return strconv.AppendBool(b, v)
	case ref:
		return fmt.Appendf(b, "%d %d R", v.id, v.gen)
	case string:
		return fmt.Appendf(b, "<%x>", v)
	case name:
		return appendName(b, v)
	case []any:
		b = append(b, '[')
		for _, e := range v {
			b = append(appendObject(b, e), ' ')
		}
		return append(b, ']')
	case dict:
		b = append(b, "<<"...)
		for k, e := range v {
			b = append(appendObject(append(appendName(b, k), ' '), e), ' ')
		}
		return append(b, ">>"...)
	}
	return append(b, "null"...)
}

func appendName(b []byte, n name) []byte {
	b = append(b, '/')
	for _, c := range []byte(n) {
		if cl := class[c]; cl == space || cl == delimiter || c == '#' {
			b = fmt.Appendf(b, "#%02x", c)
		} else {
			b = append(b, c)
		}
	}
	return b
}
