package pdf

import "gyokaku/extract"

// A store is the memory of a page's words and rules. When the page was laid out
// and nothing refers to it any more, the next page is written over it: memory
// that is touched for the first time costs more than what is written there.
type store struct {
	words  []extract.Word
	rules  []extract.Rule
	chunks [][]extract.Glyph // all that this page may use
	used   int               // how many of them it does
	text   []byte
	places map[doubleKey]int
}

// take gives the memory for the words and rules of a new page, which is the
// page's own until it is recycled.
func (s *store) take() ([]extract.Word, []extract.Rule) {
	words, rules := s.words, s.rules
	s.words, s.rules = nil, nil
	if s.used > 0 { // by a page that keeps its words
		s.chunks, s.used = nil, 0
	}
	return words, rules
}

// glyphs gives an empty chunk for at least n glyphs.
func (s *store) glyphs(n int) []extract.Glyph {
	for s.used < len(s.chunks) {
		c := s.chunks[s.used]
		s.used++
		if cap(c) >= n {
			return c[:0]
		}
	}
	c := make([]extract.Glyph, 0, max(chunk, n))
	s.chunks = append(s.chunks, c)
	s.used = len(s.chunks)
	return c
}

// maxChunks bounds the glyphs that are kept for the next page: one page of a
// hundred thousand glyphs shall not hold its memory for the whole file.
const maxChunks = 64

// recycle takes the memory of the page back that was read last.
func (w *worker) recycle() {
	s, out := &w.store, &w.in.out
	clear(out.writer.words) // they hold the page's text
	s.words, s.rules = out.writer.words[:0], out.rules[:0]
	s.chunks, s.used = s.chunks[:min(len(s.chunks), maxChunks)], 0
}
