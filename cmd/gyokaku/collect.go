package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// The collector is left as much room over what is in use, in bytes: a report of
// 23 pages is read before its first collection, which took a fifth of the time,
// and a file of thousands needs no twice the memory of what was found in it. It
// never gets less than leastRoom of what is in use, in percent, so that large
// batches are not slowed down.
const (
	collectRoom = 24 << 20
	leastRoom   = 25
	mostRoom    = 600 // of the 4 MB that the runtime counts at least
)

// tuneCollector sets how often memory is collected, now and after each
// collection. Who set GOGC knows better.
func tuneCollector() {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(mostRoom)
	afterCollection()
}

// afterCollection sets the pace anew each time a collection has freed its
// sentinel.
func afterCollection() {
	type sentinel struct{ _ [16]byte }
	runtime.AddCleanup(new(sentinel), func(struct{}) {
		debug.SetGCPercent(roomFor(inUse()))
		afterCollection()
	}, struct{}{})
}

// roomFor is the percentage that leaves collectRoom over live bytes.
func roomFor(live uint64) int {
	return int(min(max(collectRoom*100/max(live, 1), leastRoom), mostRoom))
}

// inUse is how much the last collection found in use, in bytes.
func inUse() uint64 {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	if live[0].Value.Kind() != metrics.KindUint64 {
		return 0
	}
	return live[0].Value.Uint64()
}
