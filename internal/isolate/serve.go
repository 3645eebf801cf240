package isolate

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"
)

// Limits bound what one document may cost.
type Limits struct {
	Memory int64         // bytes in use by the worker's Go program; 0 is no bound
	Time   time.Duration // of one document; 0 is no bound
}

// A Handler answers one request. It is called for one request at a time; its
// context ends with the time limit.
// The reply is the parts joined.
type Handler func(ctx context.Context, request []byte) (reply [][]byte)

// argument is the hidden first argument of a worker.
const argument = "__worker"

// maxStack is the stack a goroutine of a worker may have, in bytes: thousands
// of times what a sound document needs. It is at most stackPart of the memory
// limit, so that a bottomless recursion is seen as one and not as hunger.
const (
	maxStack  = 64 << 20
	stackPart = 1. / 8
)

// The exit codes of a worker.
const (
	exitEnd    = 0  // nothing more to do
	exitPipe   = 74 // a message could not be read or written, as EX_IOERR
	exitMemory = 75 // over the memory limit
)

// IsWorker reports whether a process with these arguments (os.Args) was started
// as a worker and has to call [Serve].
func IsWorker(args []string) bool { return len(args) == 4 && args[1] == argument }

// arguments are the arguments of a worker, after the program's name.
func (l Limits) arguments() []string {
	return []string{argument, strconv.FormatInt(l.Memory, 10), l.Time.String()}
}

// limitsOf reads what arguments wrote.
func limitsOf(args []string) (l Limits, err error) {
	if l.Memory, err = strconv.ParseInt(args[2], 10, 64); err != nil {
		return l, err
	}
	l.Time, err = time.ParseDuration(args[3])
	return l, err
}

// Serve is the life of a worker process: it answers requests with handle until
// its standard input ends, and returns the exit code. args are those of the
// process, for which [IsWorker] must hold.
func Serve(args []string, handle Handler) int {
	limits, err := limitsOf(args)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return exitPipe
	}
	signal.Ignore(os.Interrupt, syscall.SIGTERM)
	out := os.Stdout
	os.Stdout = os.Stderr // what a library prints is not an answer
	bound(limits.Memory, func(used uint64) {
		fmt.Fprintf(os.Stderr, "%d bytes in use, limit %d\n", used, limits.Memory)
		os.Exit(exitMemory)
	})
	requests := make(chan []byte)
	go receive(os.Stdin, requests)
	for request := range requests {
		if err := writeFrame(out, answer(handle, limits.Time, request)...); err != nil {
			return exitPipe
		}
	}
	return exitEnd
}

// receive hands over the requests. It waits for the next one while a document
// is read: where there is none any more, the caller is gone and nobody wants
// the answer.
func receive(in io.Reader, requests chan<- []byte) {
	for {
		request, err := readFrame(in)
		switch err {
		case nil:
			requests <- request
		case io.EOF:
			os.Exit(exitEnd)
		default:
			os.Exit(exitPipe)
		}
	}
}

func answer(handle Handler, limit time.Duration, request []byte) [][]byte {
	ctx, cancel := context.WithCancel(context.Background())
	if limit > 0 {
		ctx, cancel = context.WithTimeout(ctx, limit)
	}
	defer cancel()
	return handle(ctx, request)
}
