package isolate

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"gyokaku/model"
)

func TestMain(m *testing.M) {
	if IsWorker(os.Args) {
		os.Exit(Serve(os.Args, hostile))
	}
	os.Exit(m.Run())
}

// hostile does what the first word of the request says, and answers the rest of
// it, if it comes to that.
func hostile(ctx context.Context, request []byte) [][]byte {
	return [][]byte{obey(ctx, request)}
}

func obey(ctx context.Context, request []byte) []byte {
	word, rest, _ := strings.Cut(string(request), " ")
	switch word {
	case "stack":
		return []byte(strconv.Itoa(deep(1)))
	case "grow":
		for {
			hoard = append(hoard, bytes.Repeat([]byte{1}, 1<<20))
		}
	case "huge":
		return make([]byte, 64<<30)
	case "loop":
		for n := 0; ; n++ {
			spin = n
		}
	case "exit":
		os.Exit(0)
	case "panic":
		go panic("in a goroutine")
		select {}
	case "obey":
		<-ctx.Done()
		return []byte(ctx.Err().Error())
	case "print":
		fmt.Println("what a library has to say")
	case "pid":
		return fmt.Append(nil, os.Getpid())
	}
	return []byte(rest)
}

// What the compiler could leave out otherwise.
var (
	spin  int
	hoard [][]byte
)

func deep(n int) int {
	if n < 0 {
		return 0
	}
	var ballast [1 << 10]byte
	ballast[n%len(ballast)] = 1
	return deep(n+1) + int(ballast[0])
}

const testMemory = 256 << 20

// pool starts a pool for a test, and checks that it leaves nothing behind.
func pool(t *testing.T, workers int, limits Limits) *Pool {
	t.Helper()
	before := runtime.NumGoroutine()
	p := Start(workers, limits)
	t.Cleanup(func() {
		p.Close()
		for deadline := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > before; time.Sleep(time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatalf("%d goroutines, %d before", runtime.NumGoroutine(), before)
			}
		}
	})
	return p
}

// TestHostile sends every hostile request between two sound ones: it fails for
// its own reason, and they do not notice.
func TestHostile(t *testing.T) {
	tests := []struct {
		request string
		code    model.FailureCode
		cause   string
	}{
		{"stack", model.FailPanic, "stack overflow"},
		{"grow", model.FailTooLarge, "over the memory limit"},
		{"huge", model.FailTooLarge, "over the memory limit"},
		{"exit", model.FailPanic, "left without an answer"},
		{"panic", model.FailPanic, "in a goroutine"},
	}
	p := pool(t, 1, Limits{Memory: testMemory})
	for _, tt := range tests {
		t.Run(tt.request, func(t *testing.T) {
			if tt.request == "huge" && !refuses {
				t.Skip("one huge allocation is the system's to refuse here")
			}
			sound(t, p)
			_, err := p.Do(t.Context(), []byte(tt.request))
			var f *model.Failure
			if !errors.As(err, &f) || f.Code != tt.code || !strings.Contains(f.Error(), tt.cause) {
				t.Errorf("Do = %v, want %s: …%s…", err, tt.code, tt.cause)
			}
			if memory := tt.code == model.FailTooLarge; errors.Is(err, ErrMemory) != memory {
				t.Errorf("%v is ErrMemory: %v, want %v", err, !memory, memory)
			}
			sound(t, p)
		})
	}
}

func sound(t *testing.T, p *Pool) {
	t.Helper()
	reply, err := p.Do(t.Context(), []byte("print "), []byte("a "), []byte("b"))
	if string(reply) != "a b" || err != nil {
		t.Errorf("Do = %q, %v", reply, err)
	}
}

func TestCrashHasTrace(t *testing.T) {
	_, err := pool(t, 1, Limits{Memory: testMemory}).Do(t.Context(), []byte("stack"))
	var crash *Crash
	if !errors.As(err, &crash) || !bytes.Contains(crash.Stack(), []byte("isolate.deep")) || bytes.Count(crash.Stack(), []byte("goroutine ")) != 2 {
		t.Errorf("%v has no trace of the crash:\n%s", err, crash.Stack())
	}
}

func TestDeadlines(t *testing.T) {
	p := pool(t, 1, Limits{Memory: testMemory, Time: 20 * time.Millisecond})
	reply, err := p.Do(t.Context(), []byte("obey"))
	if string(reply) != context.DeadlineExceeded.Error() || err != nil {
		t.Errorf("the worker's own deadline: %q, %v", reply, err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	start := time.Now()
	if _, err := p.Do(ctx, []byte("loop")); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("the caller's deadline: %v", err)
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("a loop was killed after %v", took)
	}
	sound(t, p)
}

func TestCancelKillsWorker(t *testing.T) {
	p := pool(t, 1, Limits{})
	pid := pidOf(t, p)
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, cancel)
	if _, err := p.Do(ctx, []byte("loop")); !errors.Is(err, context.Canceled) {
		t.Errorf("Do = %v", err)
	}
	gone(t, pid)
}

func TestCloseEndsWorkers(t *testing.T) {
	p := pool(t, 1, Limits{})
	pid := pidOf(t, p)
	p.Close()
	gone(t, pid)
	if _, err := p.Do(t.Context(), []byte("x")); !errors.Is(err, errClosed) {
		t.Errorf("Do of a closed pool: %v", err)
	}
}

// TestWorkersAreBoundedAndReused counts the processes that many requests need.
func TestWorkersAreBoundedAndReused(t *testing.T) {
	p := pool(t, 3, Limits{})
	var mu sync.Mutex
	pids := map[int]bool{}
	var all sync.WaitGroup
	for range 30 {
		all.Go(func() {
			pid := pidOf(t, p)
			mu.Lock()
			defer mu.Unlock()
			pids[pid] = true
		})
	}
	all.Wait()
	if len(pids) > 3 {
		t.Errorf("%d processes, want at most 3", len(pids))
	}
}

// TestBytesArrive sends and takes messages larger than a pipe holds.
func TestBytesArrive(t *testing.T) {
	p := pool(t, 1, Limits{})
	for _, size := range []int{0, 1, 1 << 16, 5 << 20} {
		data := bytes.Repeat([]byte{'x'}, size)
		reply, err := p.Do(t.Context(), []byte("echo "), data)
		if !bytes.Equal(reply, data) || err != nil {
			t.Errorf("%d bytes: %d came back, %v", size, len(reply), err)
		}
	}
}

func pidOf(t *testing.T, p *Pool) int {
	t.Helper()
	reply, err := p.Do(t.Context(), []byte("pid"))
	pid, bad := strconv.Atoi(string(reply))
	if err != nil || bad != nil {
		t.Errorf("Do = %q, %v", reply, err)
	}
	return pid
}

func BenchmarkDo(b *testing.B) {
	p := Start(1, Limits{Memory: testMemory})
	defer p.Close()
	data := bytes.Repeat([]byte{'x'}, 300<<10)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := p.Do(b.Context(), []byte("echo "), data); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStart is the start and end of a worker of this test program.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		p := Start(1, Limits{Memory: testMemory})
		if _, err := p.Do(b.Context(), []byte("echo ")); err != nil {
			b.Fatal(err)
		}
		p.Close()
	}
}
