package isolate

import (
	"context"
	"fmt"
	"time"

	"gyokaku/model"
)

// Alone bounds this process itself, for a program that reads one document and
// has nothing to lose but that: it saves the start of a worker, a fifth of the
// time of a small document. When a limit is reached, over is called with the
// failure, in a goroutine of its own, and has to say so and end the process.
//
// The limits hold until stop is called; what the system was told to refuse stays
// refused. A stack overflow, and one
// allocation that the system refuses, still end it as Go has it.
func Alone(limits Limits, over func(*model.Failure)) (stop func()) {
	end := bound(limits.Memory, func(used uint64) {
		over(&model.Failure{Code: model.FailTooLarge,
			Cause: fmt.Errorf("%w: %d bytes in use, limit %d", ErrMemory, used, limits.Memory)})
	})
	if limits.Time <= 0 {
		return end
	}
	timer := time.AfterFunc(limits.Time, func() {
		over(&model.Failure{Code: model.FailTimeout, Cause: context.DeadlineExceeded})
	})
	return func() {
		timer.Stop()
		end()
	}
}
