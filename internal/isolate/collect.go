package isolate

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// freeHeap is the heap, in bytes, below which garbage is not collected: most
// documents are read without a single collection, in three quarters of the
// time (58 ms to 44 ms for the whole program, medians of 10, on 23 pages).
const freeHeap = 64 << 20

// collectLater has garbage collected when the heap has grown to freeHeap (an
// eighth of the memory limit, where that is less) or to twice what the last
// collection left, whichever is more.
func collectLater(limit int64) {
	free := uint64(freeHeap)
	if limit > 0 {
		free = min(free, uint64(limit/8))
	}
	debug.SetGCPercent(percent(smallestHeap, free))
	afterCollection(free)
}

// smallestHeap is the heap at which Go collects first, in bytes, at 100 percent.
const smallestHeap = 4 << 20

// percent is the growth that takes a heap of live bytes to free bytes, and at
// least 100. A smaller heap than the smallest grows as that one does.
func percent(live, free uint64) int {
	live = max(live, smallestHeap)
	return int(max(100, (free-min(free, live))*100/live))
}

// afterCollection sets the growth anew after each collection: an object that
// nobody holds is cleaned up by each.
func afterCollection(free uint64) {
	type sentinel struct{ _ [16]byte }
	runtime.AddCleanup(&sentinel{}, func(free uint64) {
		samples := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(samples)
		debug.SetGCPercent(percent(samples[0].Value.Uint64(), free))
		afterCollection(free)
	}, free)
}
