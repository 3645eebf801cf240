// Package jsonenc appends JSON values to a buffer, for writers that print
// objects by the thousand: no reflection, no HTML escapes, and numbers with no
// more digits than they mean.
package jsonenc

import (
	"fmt"
	"math"
	"strconv"
	"unicode/utf8"
)

// AppendString appends s as a JSON string. Bytes that are not UTF-8 become
// U+FFFD.
func AppendString(buf []byte, s string) []byte {
	buf = append(buf, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			_, size := utf8.DecodeRuneInString(s[i:])
			if size == 1 {
				buf = append(append(buf, s[start:i]...), "\uFFFD"...)
				start = i + 1
			}
			i += size
			continue
		}
		if c < ' ' || c == '"' || c == '\\' {
			buf = appendEscape(append(buf, s[start:i]...), c)
			start = i + 1
		}
		i++
	}
	return append(append(buf, s[start:]...), '"')
}

func appendEscape(buf []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(buf, '\\', c)
	case '\n':
		return append(buf, `\n`...)
	case '\t':
		return append(buf, `\t`...)
	case '\r':
		return append(buf, `\r`...)
	}
	return fmt.Appendf(buf, `\u%04x`, c)
}

// mostCents bounds the coordinates that AppendCents prints with whole numbers.
const mostCents = 1 << 52

// AppendCents appends x rounded to hundredths, which is all that coordinates in
// points need. ok is false for NaN and infinities: JSON has no notation for
// them.
//
// Four of these stand in every cell; dividing whole numbers takes less than half
// of the time of strconv.AppendFloat (BenchmarkAppendCents: 14 ns, 33 ns).
func AppendCents(buf []byte, x float64) (_ []byte, ok bool) {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return buf, false
	}
	cents := math.Round(x * 100)
	if math.Abs(cents) > mostCents {
		return strconv.AppendFloat(buf, x, 'f', -1, 64), true
	}
	n := int64(cents)
	if n < 0 {
		buf, n = append(buf, '-'), -n
	}
	buf = strconv.AppendInt(buf, n/100, 10)
	switch tens, ones := byte(n%100/10), byte(n%10); {
	case ones != 0:
		buf = append(buf, '.', '0'+tens, '0'+ones)
	case tens != 0:
		buf = append(buf, '.', '0'+tens)
	}
	return buf, true
}
