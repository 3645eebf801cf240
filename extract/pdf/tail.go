package pdf

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
)

// A member is one object of an object stream.
type member struct {
	id   int
	text []byte
}

// members cuts a decoded object stream into its objects.
func members(d dict, data []byte) []member {
	first := d.integer("First")
	if first < 0 || first > len(data) {
		return nil
	}
	l := lexer{data: data[:first]}
	var out []member
	var starts []int
	for range min(d.integer("N"), first) {
		if l.next() != tokNumber {
			break
		}
		id := int(l.num)
		if l.next() != tokNumber {
			break
		}
		out = append(out, member{id: id})
		starts = append(starts, first+int(l.num))
	}
	order := slices.Clone(starts)
	slices.Sort(order)
	for i, start := range starts {
		end := len(data)
		if j, _ := slices.BinarySearch(order, start+1); j < len(order) {
			end = order[j]
		}
		if start >= 0 && start <= end && end <= len(data) {
			out[i].text = data[start:end]
		}
	}
	return out
}

// expand takes all objects out of their object streams.
func (x *xrefs) expand() map[int]member {
	out := map[int]member{}
	for id, e := range x.entries {
		if m, ok := x.member(id, e); ok {
			out[id] = m
		}
	}
	return out
}

// member finds the object id in the object stream that e names.
func (x *xrefs) member(id int, e entry) (member, bool) {
	if e.stream == 0 {
		return member{}, false
	}
	all := x.objectStream(e.stream)
	if e.index < len(all) && all[e.index].id == id {
		return all[e.index], true
	}
	i := slices.IndexFunc(all, func(m member) bool { return m.id == id })
	if i < 0 {
		return member{}, false
	}
	return all[i], true
}

// objectStream gives the objects of the object stream id. It is inflated once
// here, and not once per object as by the library.
func (x *xrefs) objectStream(id int) []member {
	if all, ok := x.opened[id]; ok {
		return all
	}
	var all []member
	if e, ok := x.entries[id]; ok && e.stream == 0 {
		if d, body, ok := x.streamAt(e.pos); ok && x.inflated < maxXref {
			data, _ := decodeStream(d, x.decryptStream(ref{id, e.gen}, d, body), maxXref-x.inflated)
			x.inflated += int64(len(data))
			all = members(d, data)
		}
	}
	if x.opened == nil {
		x.opened = map[int][]member{}
	}
	x.opened[id] = all
	return all
}

// object is the object r refers to, nil if there is none.
func (x *xrefs) object(r ref) any {
	e, ok := x.entries[r.id]
	if !ok {
		return nil
	}
	if e.stream == 0 {
		v, _ := x.objectAt(e.pos)
		return v
	}
	m, _ := x.member(r.id, e)
	l := lexer{data: m.text}
	v, _ := l.object(0)
	return v
}

// catalog is the document's root dictionary if it leads to a page tree.
func (x *xrefs) catalog() dict {
	r, ok := x.trailer["Root"].(ref)
	if !ok {
		return nil
	}
	d, _ := x.object(r).(dict)
	if p, ok := d["Pages"].(ref); !ok || x.entries[p.id] == (entry{}) {
		return nil
	}
	return d
}

// tail is what is put behind the file for the library: the objects of the
// object streams as plain ones, one table of all objects, and a trailer that
// names the root only. at is the position where it will stand.
func (x *xrefs) tail(at int) []byte {
	var b bytes.Buffer
	b.WriteString("\n")
	type row struct{ id, gen, pos int }
	rows := make([]row, 0, len(x.entries))
	for id, m := range x.expand() {
		rows = append(rows, row{id, 0, at + b.Len()})
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", id, m.text)
	}
	var written map[int][]byte
	if x.rewrite {
		written = x.rewritten()
	}
	for id, e := range x.entries {
		if text, ok := written[id]; ok {
			rows = append(rows, row{id, e.gen, at + b.Len()})
			fmt.Fprintf(&b, "%d %d obj\n%s\nendobj\n", id, e.gen, text)
		} else if e.stream == 0 && id > 0 {
			rows = append(rows, row{id, e.gen, e.pos})
		}
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Compare(a.id, b.id) })
	start := at + b.Len()
	b.WriteString("xref\n")
	size := 1
	for i := 0; i < len(rows); {
		n := 1
		for i+n < len(rows) && rows[i+n].id == rows[i].id+n {
			n++
		}
		fmt.Fprintf(&b, "%d %d\n", rows[i].id, n)
		for _, r := range rows[i : i+n] {
			b.Write(xrefLine(r.pos, r.gen))
		}
		i += n
		size = rows[i-1].id + 1
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d", size)
	for _, k := range []name{"Root", "Info"} {
		if r, ok := x.trailer[k].(ref); ok {
			fmt.Fprintf(&b, " /%s %d %d R", k, r.id, r.gen)
		}
	}
	if len(x.salvaged) > 0 {
		fmt.Fprintf(&b, " /%s [", salvageKey)
		for _, r := range x.salvaged {
			fmt.Fprintf(&b, "%d %d R ", r.id, r.gen)
		}
		b.WriteString("]")
	}
	// The library looks for startxref in the last 100 bytes of the file.
	fmt.Fprintf(&b, " >>\n%100s\nstartxref\n%d\n%%%%EOF\n", "", start)
	return b.Bytes()
}

// xrefLine is "0000001234 00000 n \n", without the cost of Fprintf.
func xrefLine(pos, gen int) []byte {
	line := []byte("0000000000 00000 n \n")
	for i := 9; pos > 0 && i >= 0; i-- {
		line[i] = byte('0' + pos%10)
		pos /= 10
	}
	for i := 15; gen > 0 && i >= 11; i-- {
		line[i] = byte('0' + gen%10)
		gen /= 10
	}
	return line
}

// fixedHeader is the only form of header the library takes.
const fixedHeader = "%PDF-1.7\n"

// A layered is the file as the library shall see it: a clean header over its
// first bytes, the file, and the tail.
type layered struct{ data, tail []byte }

func (f layered) size() int64 { return int64(len(f.data) + len(f.tail)) }

func (f layered) ReadAt(p []byte, off int64) (int, error) {
	if off < 0 || off >= f.size() {
		return 0, io.EOF
	}
	n := 0
	if off < int64(len(f.data)) {
		n = copy(p, f.data[off:])
		if off < int64(len(fixedHeader)) {
			copy(p[:n], fixedHeader[off:])
		}
	}
	if n < len(p) {
		n += copy(p[n:], f.tail[off+int64(n)-int64(len(f.data)):])
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}
