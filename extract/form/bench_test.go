package form

import (
	"strings"
	"testing"
)

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat(oneItem, 23)
	doc := transcript(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(doc); err != nil {
			b.Fatal(err)
		}
	}
}
