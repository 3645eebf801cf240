package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A byteSize is a number of bytes, as a flag: "512MiB", "2GiB", "1000000".
type byteSize int64

// defaultMemory is what one document may use: ten times what the largest report
// known needs.
const defaultMemory byteSize = 1 << 30

// sizeUnits are the units of a byteSize, the largest first.
var sizeUnits = []struct {
	name  string
	bytes int64
}{{"GiB", 1 << 30}, {"MiB", 1 << 20}, {"KiB", 1 << 10}}

var errSize = errors.New("not a size such as 512MiB")

func (b *byteSize) String() string {
	for _, u := range sizeUnits {
		if n := int64(*b); n != 0 && n%u.bytes == 0 {
			return fmt.Sprintf("%d%s", n/u.bytes, u.name)
		}
	}
	return strconv.FormatInt(int64(*b), 10)
}

// Type is what the help shows in place of a value.
func (b *byteSize) Type() string { return "512MiB|2GiB|0" }

// Set also takes the units without "iB" and in lower case.
func (b *byteSize) Set(s string) error {
	number, unit := s, int64(1)
	for _, u := range sizeUnits {
		for _, name := range []string{u.name, u.name[:1] + "B", u.name[:1]} {
			if rest, ok := cutSuffixFold(s, name); ok && unit == 1 {
				number, unit = rest, u.bytes
			}
		}
	}
	n, err := strconv.ParseInt(strings.TrimSpace(number), 10, 64)
	if err != nil || n < 0 || n > math.MaxInt64/unit {
		return errSize
	}
	*b = byteSize(n * unit)
	return nil
}

func cutSuffixFold(s, suffix string) (string, bool) {
	cut := len(s) - len(suffix)
	if cut < 0 || !strings.EqualFold(s[cut:], suffix) {
		return s, false
	}
	return s[:cut], true
}
