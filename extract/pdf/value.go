package pdf

import (
	"errors"
	"reflect"

	"github.com/ledongthuc/pdf"
)

// The library hides which object a value came from and where a stream's bytes
// are. Both are needed: the first to decode a font once and not once per page,
// the second because the library knows two of the filters and trusts /Length.
// These fields are read, never written; TestHiddenFields fails if a new version
// of the library names them differently.

// objectOf is the object v was read from, zero if it is a part of the trailer.
func objectOf(v pdf.Value) ref {
	p := reflect.ValueOf(v).FieldByName("ptr")
	if !p.IsValid() || p.Kind() != reflect.Struct || p.NumField() < 2 {
		return ref{}
	}
	return ref{int(p.Field(0).Uint()), int(p.Field(1).Uint())}
}

// streamOffset is the position of v's bytes in the file, -1 if v is no stream.
func streamOffset(v pdf.Value) int {
	d := reflect.ValueOf(v).FieldByName("data")
	if !d.IsValid() || d.Kind() != reflect.Interface || d.IsNil() || d.Elem().Kind() != reflect.Struct {
		return -1
	}
	at := d.Elem().FieldByName("offset")
	if !at.IsValid() || at.Kind() != reflect.Int64 {
		return -1
	}
	return int(at.Int())
}

// keyRef is the object that v refers to under key, without reading it; zero if
// the value is not a reference. Reading objects over and over is what makes the
// library slow.
func keyRef(v pdf.Value, key string) ref {
	d := reflect.ValueOf(v).FieldByName("data")
	if !d.IsValid() || d.Kind() != reflect.Interface || d.IsNil() || d.Elem().Kind() != reflect.Map {
		return ref{}
	}
	m := d.Elem()
	e := m.MapIndex(reflect.ValueOf(key).Convert(m.Type().Key()))
	if !e.IsValid() || e.Kind() != reflect.Interface || e.IsNil() {
		return ref{}
	}
	p := e.Elem()
	if p.Kind() != reflect.Struct || p.NumField() != 2 || p.Field(0).Kind() != reflect.Uint32 {
		return ref{}
	}
	return ref{int(p.Field(0).Uint()), int(p.Field(1).Uint())}
}

var errNoStream = errors.New("stream is missing")

// stream decodes the stream v. buf is memory to use for the result.
func (f *file) stream(v pdf.Value, buf []byte, limit int64) ([]byte, error) {
	at := streamOffset(v)
	if at < 0 || at > len(f.data) {
		return nil, errNoStream
	}
	length := -1
	if l := v.Key("Length"); l.Kind() == pdf.Integer {
		length = int(l.Int64())
	}
	body := streamBytes(f.data, at, length)
	filters := valueFilters(v)
	if c := f.xrefs.crypt; c != nil {
		body = c.stream(objectOf(v), filters, body)
	}
	return decodeFilters(filters, body, buf, limit)
}

// text is the string v, decrypted.
func (f *file) text(v pdf.Value) string {
	s := v.RawString()
	r := objectOf(v)
	if f.xrefs.crypt == nil || f.xrefs.entries[r.id].stream != 0 {
		return s // what stands in an object stream was decrypted with it
	}
	return f.xrefs.crypt.text(r, s)
}

func valueFilters(v pdf.Value) []filter {
	names := v.Key("Filter")
	parms := v.Key("DecodeParms")
	if names.Kind() == pdf.Null {
		names = v.Key("F") // the abbreviation; a file specification has no Name
		parms = v.Key("DP")
	}
	if names.Kind() == pdf.Name {
		return []filter{{names.Name(), valueParms(parms)}}
	}
	var out []filter
	for i := range names.Len() {
		out = append(out, filter{names.Index(i).Name(), valueParms(parms.Index(i))})
	}
	return out
}

func valueParms(v pdf.Value) dict {
	if v.Kind() == pdf.Array { // some writers wrap a single one
		v = v.Index(0)
	}
	if v.Kind() != pdf.Dict {
		return nil
	}
	d := dict{}
	for _, k := range []string{"Predictor", "Colors", "BitsPerComponent", "Columns", "EarlyChange"} {
		if n := v.Key(k); n.Kind() == pdf.Integer {
			d[name(k)] = float64(n.Int64())
		}
	}
	return d
}

// numbers is the array v as numbers.
func numbers(v pdf.Value) []float64 {
	out := make([]float64, v.Len())
	for i := range out {
		out[i] = v.Index(i).Float64()
	}
	return out
}
