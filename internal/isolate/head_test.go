package isolate

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
)

func TestHeadline(t *testing.T) {
	tests := []struct{ said, want string }{
		{"", ""},
		{"runtime: goroutine stack exceeds 67108864-byte limit\nfatal error: stack overflow\n\ngoroutine 1:\n", "stack overflow"},
		{"a library: hello\npanic: oops\n\ngoroutine 7 [running]:\n", "oops"},
		{"first\nlast\n\n", "last"},
	}
	for _, tt := range tests {
		if got := headline([]byte(tt.said)); got != tt.want {
			t.Errorf("headline(%q) = %q, want %q", tt.said, got, tt.want)
		}
	}
}

func TestHeadKeepsTheBeginning(t *testing.T) {
	var h head
	for range 3 {
		if n, err := io.WriteString(&h, strings.Repeat("x", keptOutput/2+1)); n != keptOutput/2+1 || err != nil {
			t.Fatalf("Write = %d, %v", n, err)
		}
	}
	if len(h.bytes()) != keptOutput {
		t.Errorf("%d bytes kept, want %d", len(h.bytes()), keptOutput)
	}
}

func FuzzFrame(f *testing.F) {
	f.Add([]byte("\x03\x00\x00\x00\x00\x00\x00\x00abc"))
	f.Add([]byte("\xff\xff\xff\xff\xff\xff\xff\xffabc"))
	f.Add([]byte("\x01"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) >= 8 && bytes.IndexFunc(data[3:8], func(r rune) bool { return r != 0 }) >= 0 {
			data[3] = 0xff // no gigabytes, please
			data[7] = 0xff
		}
		r := bytes.NewReader(data)
		message, err := readFrame(r)
		switch {
		case errors.Is(err, io.EOF) && len(data) != 0:
			t.Errorf("a clean end after %d bytes", len(data))
		case err == nil:
			var again bytes.Buffer
			if err := writeFrame(&again, message); err != nil || !bytes.Equal(again.Bytes(), data[:len(data)-r.Len()]) {
				t.Errorf("%q written as %q, %v", data, again.Bytes(), err)
			}
		}
	})
}
