package grid

import "sync"

// A memory is what laying out one page needs and nothing keeps, for the next
// page to use again: memory that is touched for the first time costs more than
// the work done in it.
type memory struct {
	segments  stack[segment]
	points    stack[point]
	numbers   stack[int32]
	fragments stack[fragment]
	sorted    stack[*fragment]
}

// A stack gives slices of one array until all are given back together.
type stack[T any] struct {
	all  []T
	used int
}

// maxKept bounds what is kept for the next page, in elements.
const maxKept = 1 << 16

// take gives an empty slice with room for n.
func (s *stack[T]) take(n int) []T {
	if n > len(s.all)-s.used {
		s.all, s.used = make([]T, max(2*len(s.all), n)), 0
	}
	out := s.all[s.used : s.used : s.used+n]
	s.used += n
	return out
}

// zeros gives a slice of n zeros.
func (s *stack[T]) zeros(n int) []T {
	out := s.take(n)[:n]
	clear(out)
	return out
}

// back takes all slices back.
func (s *stack[T]) back() {
	s.used = 0
	if len(s.all) > maxKept {
		s.all = nil
	}
}

// back takes everything back. Only fragments hold something that may go.
func (m *memory) back() {
	clear(m.fragments.all[:m.fragments.used])
	m.segments.back()
	m.points.back()
	m.numbers.back()
	m.fragments.back()
	m.sorted.back()
}

var memories = sync.Pool{New: func() any { return new(memory) }}
