package jsonenc

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"testing"
)

func FuzzAppendString(f *testing.F) {
	for _, s := range []string{"", "進捗状況", "a\"b\\c\n\t\r\x00\x1f", "<&>\u2028", "切れた\xe3\x81", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := AppendString([]byte("["), s)
		var back string
		if err := json.Unmarshal(got[1:], &back); err != nil {
			t.Fatalf("%q: %s: %v", s, got, err)
		}
		if want := replaced(s); back != want {
			t.Errorf("%q reads back as %q", s, back)
		}
	})
}

// replaced is s with each byte that is not UTF-8 replaced.
func replaced(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteRune(r)
	}
	return b.String()
}

func TestAppendCents(t *testing.T) {
	for _, tt := range []struct {
		x    float64
		want string
	}{
		{0, "0"}, {841.8898, "841.89"}, {595.3, "595.3"}, {-0.05, "-0.05"}, {1 - 0.7, "0.3"},
		{-0.001, "0"}, {12, "12"}, {99.999, "100"}, {1e300, strconv.FormatFloat(1e300, 'f', -1, 64)},
	} {
		if got, ok := AppendCents(nil, tt.x); string(got) != tt.want || !ok {
			t.Errorf("%v: %s (%t), want %s", tt.x, got, ok, tt.want)
		}
	}
	for _, x := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if got, ok := AppendCents(nil, x); ok || len(got) > 0 {
			t.Errorf("%v gives %q", x, got)
		}
	}
}

func BenchmarkAppendCents(b *testing.B) {
	b.Run("whole numbers", func(b *testing.B) {
		var buf []byte
		for b.Loop() {
			buf, _ = AppendCents(buf[:0], 123.4)
		}
	})
	b.Run("strconv", func(b *testing.B) {
		var buf []byte
		for b.Loop() {
			buf = strconv.AppendFloat(buf[:0], math.Round(123.4*100)/100, 'f', -1, 64)
		}
	})
}
