package isolate

import (
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"time"
)

// watchEvery is how often a worker looks at its memory. Pages come into use at
// 1 to 2 GB/s, so one look misses about 50 MB.
const watchEvery = 25 * time.Millisecond

// softPart is the part of the memory limit from which on garbage is collected
// as hard as it takes.
const softPart = 0.8

// bound holds this process to a limit in bytes and calls over when it is
// reached, until stop is called.
func bound(limit int64, over func(used uint64)) (stop func()) {
	debug.SetMaxStack(maxStack)
	if limit <= 0 {
		return func() {}
	}
	debug.SetMaxStack(min(maxStack, int(stackPart*float64(limit))))
	debug.SetMemoryLimit(int64(softPart * float64(limit)))
	refuse(limit)
	done := make(chan struct{})
	go watch(limit, over, done)
	return sync.OnceFunc(func() { close(done) })
}

// watch calls over when the process uses more than limit bytes, unless it is
// done.
func watch(limit int64, over func(used uint64), done <-chan struct{}) {
	samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for {
		select {
		case <-done:
			return
		case <-time.After(watchEvery):
		}
		metrics.Read(samples)
		if used := samples[0].Value.Uint64() - samples[1].Value.Uint64(); used > uint64(limit) {
			over(used)
			return
		}
	}
}
