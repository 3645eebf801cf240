package pdf

import (
	"bytes"
	"compress/flate"
	"encoding/ascii85"
	"errors"
	"fmt"
	"io"
	"sync"
)

var (
	errFilter  = errors.New("unknown stream filter")
	errTooLong = errors.New("stream is longer than the limit")
)

// A filter is one step of a stream's encoding.
type filter struct {
	name  string
	parms dict // numbers only
}

// decodeStream undoes the filters of the raw stream body whose dictionary our
// own parser read. On an error the bytes decoded before it are returned.
func decodeStream(d dict, body []byte, limit int64) ([]byte, error) {
	return decodeFilters(dictFilters(d), body, nil, limit)
}

func dictFilters(d dict) []filter {
	names, ok := d["Filter"].([]any)
	if !ok && d["Filter"] != nil {
		names = []any{d["Filter"]}
	}
	parms, ok := d["DecodeParms"].([]any)
	if !ok {
		parms = []any{d["DecodeParms"]}
	}
	var out []filter
	for i, n := range names {
		f := filter{}
		if s, ok := n.(name); ok {
			f.name = string(s)
		}
		if i < len(parms) {
			f.parms, _ = parms[i].(dict)
		}
		out = append(out, f)
	}
	return out
}

// decodeFilters undoes filters one after another. The result never is a part of
// data; where it can it is written to buf.
func decodeFilters(filters []filter, data, buf []byte, limit int64) ([]byte, error) {
	if len(filters) == 0 {
		return append(buf[:0], data...), nil
	}
	for i, f := range filters {
		var reuse []byte
		if i == len(filters)-1 {
			reuse = buf[:0]
		}
		var err error
		data, err = f.decode(data, reuse, limit)
		if err != nil {
			return data, err
		}
	}
	return data, nil
}

func (f filter) decode(data, buf []byte, limit int64) ([]byte, error) {
	var out []byte
	var err error
	switch f.name {
	case "FlateDecode", "Fl":
		out, err = inflate(data, buf, limit)
	case "LZWDecode", "LZW":
		early := 1
		if v, ok := f.parms["EarlyChange"].(float64); ok {
			early = int(v)
		}
		out, err = unLZW(data, early, limit)
	case "ASCIIHexDecode", "AHx":
		l := lexer{data: data}
		l.hex()
		return l.text, nil
	case "ASCII85Decode", "A85":
		return unASCII85(data)
	case "RunLengthDecode", "RL":
		return unRunLength(data, limit)
	case "Crypt": // the identity, as the only one that can stand here by name
		return append(buf, data...), nil
	default:
		return nil, fmt.Errorf("%w %s", errFilter, f.name)
	}
	if p := f.parms.integer("Predictor"); p > 1 && len(out) > 0 {
		out = unpredict(out, p, f.parms)
	}
	if errors.Is(err, errTooLong) || len(out) == 0 {
		return out, err
	}
	return out, nil // a stream with a damaged end: what came before it counts
}

// An inflater is a reusable flate reader with its input.
type inflater struct {
	in bytes.Reader
	rd io.ReadCloser
}

var inflaters = sync.Pool{New: func() any {
	f := &inflater{}
	f.rd = flate.NewReader(&f.in)
	return f
}}

// inflate undoes zlib without checking its checksum. Missing headers and
// damaged ends are tolerated: what could be read is returned with the error.
func inflate(data, buf []byte, limit int64) ([]byte, error) {
	data = bytes.TrimLeft(data, "\r\n")
	if len(data) >= 2 && data[0]&0x0f == 8 && (int(data[0])<<8|int(data[1]))%31 == 0 {
		data = data[2:]
	}
	f := inflaters.Get().(*inflater)
	defer inflaters.Put(f)
	f.in.Reset(data)
	if err := f.rd.(flate.Resetter).Reset(&f.in, nil); err != nil {
		return nil, err
	}
	if cap(buf) == 0 {
		buf = make([]byte, 0, max(512, 4*len(data)))
	}
	for {
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
		n, err := f.rd.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if int64(len(buf)) > limit {
			return buf[:limit], errTooLong
		}
		if err == io.EOF {
			return buf, nil
		}
		if err != nil {
			return buf, err
		}
	}
}

func unASCII85(data []byte) ([]byte, error) {
	if end := bytes.Index(data, []byte("~")); end >= 0 {
		data = data[:end]
	}
	data = bytes.TrimPrefix(bytes.TrimLeft(data, "\r\n\t "), []byte("<~"))
	clean := make([]byte, 0, len(data))
	for _, c := range data {
		if c >= '!' && c <= 'u' || c == 'z' {
			clean = append(clean, c)
		}
	}
	out := make([]byte, 4*len(clean)+4) // a "z" is four bytes
	n, _, err := ascii85.Decode(out, clean, true)
	return out[:n], err
}

func unRunLength(data []byte, limit int64) ([]byte, error) {
	var out []byte
	for i := 0; i < len(data); {
		n := int(data[i])
		i++
		switch {
		case n == 128:
			return out, nil
		case n < 128:
			end := min(len(data), i+n+1)
			out = append(out, data[i:end]...)
			i = end
		case i < len(data):
			out = append(out, bytes.Repeat(data[i:i+1], 257-n)...)
			i++
		}
		if int64(len(out)) > limit {
			return out[:limit], errTooLong
		}
	}
	return out, nil
}
