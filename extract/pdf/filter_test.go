package pdf

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

func TestFilters(t *testing.T) {
	rows := "\x02\x01\x02\x03\x02\x01\x01\x01" // two rows of three bytes, PNG Up
	tests := []struct {
		name    string
		filters []filter
		in      string
		want    string
	}{
		{"none", nil, "abc", "abc"},
		{"Flate", []filter{{"FlateDecode", nil}}, deflate("abc"), "abc"},
		{"Flate by its short name, after a line end", []filter{{"Fl", nil}}, "\r\n" + deflate("abc"), "abc"},
		{"Flate cut off", []filter{{"FlateDecode", nil}}, deflate("abc")[:7], "abc"},
		{"ASCII hex, then Flate", []filter{{"ASCIIHexDecode", nil}, {"FlateDecode", nil}}, string(hexOf(deflate("abc"))) + ">", "abc"},
		{"ASCII 85", []filter{{"A85", nil}}, "87cURD]i,\"Ebo80~>", "Hello World!"},
		{"run length", []filter{{"RunLengthDecode", nil}}, "\x02abc\xfex\x80zzz", "abcxxx"},
		{"LZW, the example of ISO 32000", []filter{{"LZWDecode", nil}}, "\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", "-----A---B"},
		{"predictor 1", []filter{{"FlateDecode", dict{"Predictor": 1.0}}}, deflate("abc"), "abc"},
		{"PNG predictors", []filter{{"FlateDecode", dict{"Predictor": 15.0, "Columns": 3.0}}}, deflate(rows), "\x01\x02\x03\x02\x03\x04"},
		{"PNG Sub, Average and Paeth", []filter{{"FlateDecode", dict{"Predictor": 10.0, "Columns": 2.0}}}, deflate("\x01\x01\x01\x03\x01\x01\x04\x01\x01"), "\x01\x02\x01\x02\x02\x03"},
		{"TIFF predictor", []filter{{"FlateDecode", dict{"Predictor": 2.0, "Columns": 3.0}}}, deflate("\x01\x01\x01\x05\x01\x01"), "\x01\x02\x03\x05\x06\x07"},
	}
	for _, tt := range tests {
		got, err := decodeFilters(tt.filters, []byte(tt.in), nil, 1<<20)
		if err != nil || string(got) != tt.want {
			t.Errorf("%s: %q (%v), want %q", tt.name, got, err, tt.want)
		}
	}
}

func hexOf(s string) []byte {
	return bytes.Trim(appendObject(nil, s), "<>")
}

// clearAndSeven are the LZW codes 256 (clear) and seven times 65, of 9 bits.
const clearAndSeven = "\x80\x10\x48\x24\x12\x09\x04\x82\x41"

func TestFilterLimits(t *testing.T) {
	long := strings.Repeat("x", 10_000)
	for _, f := range []struct{ name, data string }{
		{"FlateDecode", deflate(long)},
		{"RunLengthDecode", strings.Repeat("\x81x", 100)},
		{"LZWDecode", strings.Repeat(clearAndSeven, 500)},
	} {
		got, err := decodeFilters([]filter{{f.name, nil}}, []byte(f.data), nil, 1000)
		if !errors.Is(err, errTooLong) || len(got) > 1000 {
			t.Errorf("%s: %d bytes, %v", f.name, len(got), err)
		}
	}
	if _, err := decodeFilters([]filter{{"DCTDecode", nil}}, []byte("x"), nil, 10); !errors.Is(err, errFilter) {
		t.Errorf("an image: %v", err)
	}
}

// TestFilterKeepsInput checks that decoding never writes into the file.
func TestFilterKeepsInput(t *testing.T) {
	in := []byte("abcdefgh")
	out, _ := decodeFilters(nil, in, nil, 100)
	out[0] = 'X'
	if string(in) != "abcdefgh" {
		t.Errorf("input is now %q", in)
	}
}

// FuzzLZW checks that the decoder never gives more than its limit.
func FuzzLZW(f *testing.F) {
	f.Add([]byte("\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01"), true)
	f.Fuzz(func(t *testing.T, in []byte, early bool) {
		e := 0
		if early {
			e = 1
		}
		if out, _ := unLZW(in, e, 1000); len(out) > 1000 {
			t.Errorf("%d bytes", len(out))
		}
	})
}
