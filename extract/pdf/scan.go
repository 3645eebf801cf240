package pdf

import "bytes"

// scan makes a cross-reference of whatever objects data holds, for files whose
// own is missing or wrong: "N G obj" is searched for, a later object replaces
// an earlier one of its number, and objects in object streams count where their
// stream stands.
func scan(src source) *xrefs {
	data := src.data
	x := &xrefs{source: src, entries: map[int]entry{}, trailer: dict{}}
	var streams []int
	for pos := 0; ; {
		at := bytes.Index(data[pos:], []byte("obj"))
		if at < 0 {
			break
		}
		at += pos
		pos = at + len("obj")
		begin := headerStart(data, at)
		if begin < 0 {
			continue
		}
		r, _, ok := header(data, begin)
		if !ok {
			continue
		}
		x.entries[r.id] = entry{pos: begin, gen: r.gen}
		if x.isObjectStream(begin) {
			streams = append(streams, r.id)
		}
	}
	x.scanTrailers()
	if x.unlock() == nil {
		x.scanMembers(streams)
	}
	if x.catalog() == nil {
		x.findCatalog()
	}
	return x
}

// headerStart goes back from the word obj at pos over the generation and the
// object number, or is -1.
func headerStart(data []byte, pos int) int {
	i := pos
	for range 2 {
		j := i
		for j > 0 && class[data[j-1]] == space {
			j--
		}
		k := j
		for k > 0 && j-k < 10 && data[k-1] >= '0' && data[k-1] <= '9' {
			k--
		}
		if k == j || (j == i && i != pos) {
			return -1
		}
		i = k
	}
	return i
}

// isObjectStream reports whether the object at pos is an object stream. What a
// cross-reference stream says about the document is noted in passing.
func (x *xrefs) isObjectStream(pos int) bool {
	head := x.data[pos:min(len(x.data), pos+scanWindow)]
	end := bytes.Index(head, []byte("stream"))
	if end < 0 {
		return false
	}
	head = head[:end]
	if bytes.Contains(head, []byte("/XRef")) {
		if v, ok := x.objectAt(pos); ok {
			x.mergeTrailer(v)
		}
	}
	return bytes.Contains(head, []byte("ObjStm"))
}

// scanMembers adds the objects of the object streams ids, unless a plain one of
// the same number stands later in the file.
func (x *xrefs) scanMembers(ids []int) {
	for _, id := range ids {
		stream := x.entries[id]
		if stream.stream != 0 {
			continue
		}
		for i, m := range x.objectStream(id) {
			old, ok := x.entries[m.id]
			if m.id != id && m.id > 0 && m.id <= maxObject && (!ok || old.stream != 0 || old.pos < stream.pos) {
				x.entries[m.id] = entry{stream: id, index: i}
			}
		}
	}
}

// scanWindow is how far behind its header an object is searched for the word
// stream, in bytes.
const scanWindow = 1000

// scanTrailers collects the trailers; what a later one says counts.
func (x *xrefs) scanTrailers() {
	for pos := 0; ; {
		at := bytes.Index(x.data[pos:], []byte("trailer"))
		if at < 0 {
			break
		}
		pos += at + len("trailer")
		l := lexer{data: x.data, pos: pos}
		v, _ := l.object(0)
		x.mergeTrailer(v)
	}
}

func (x *xrefs) mergeTrailer(v any) {
	d, _ := v.(dict)
	for _, k := range []name{"Root", "Info", "Encrypt", "ID"} {
		if v, ok := d[k]; ok {
			x.trailer[k] = v
		}
	}
}

// findCatalog looks for the catalog among the objects.
func (x *xrefs) findCatalog() {
	best := 0
	for id, e := range x.entries {
		if e.stream == 0 && !bytes.Contains(x.data[e.pos:min(len(x.data), e.pos+scanWindow)], []byte("Pages")) {
			continue
		}
		if d, ok := x.object(ref{id, e.gen}).(dict); ok && d["Pages"] != nil && (d["Type"] == name("Catalog") || d["Type"] == nil) {
			best = max(best, id)
		}
	}
	if best > 0 {
		x.trailer["Root"] = ref{best, x.entries[best].gen}
	}
}
