package isolate

import (
	"context"
	"io"
	"os"
	"os/exec"
	"time"
)

// A process is one worker, seen from the caller. Methods are called by one
// goroutine at a time.
type process struct {
	cmd      *exec.Cmd
	in       io.WriteCloser
	out      io.ReadCloser
	said     head
	answered int           // requests so far
	started  chan struct{} // closed when cmd runs, or startErr says why not
	startErr error
}

// waitDelay is how long a dead worker's standard error may stay open, which
// would mean that it left a process of its own behind.
const waitDelay = time.Second

// start begins to start a worker and does not wait for it: a new process takes
// its caller a millisecond.
func start(limits Limits) *process {
	w := &process{started: make(chan struct{})}
	go func() {
		defer close(w.started)
		w.startErr = w.run(limits)
	}()
	return w
}

func (w *process) run(limits Limits) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	w.cmd = exec.Command(program)
	w.cmd.Args = append(os.Args[:1:1], limits.arguments()...)
	w.cmd.Stderr = &w.said
	w.cmd.WaitDelay = waitDelay
	if w.in, err = w.cmd.StdinPipe(); err != nil {
		return err
	}
	if w.out, err = w.cmd.StdoutPipe(); err != nil {
		return err
	}
	return w.cmd.Start()
}

// do sends one request and waits for the answer. After an error the process is
// gone.
func (w *process) do(ctx context.Context, request [][]byte) ([]byte, error) {
	<-w.started
	if w.startErr != nil {
		return nil, notStarted(w.startErr)
	}
	w.said.reset()
	stop := context.AfterFunc(ctx, func() { _ = w.cmd.Process.Kill() })
	reply, err := w.exchange(request)
	if stop() && err == nil {
		w.answered++
		return reply, nil
	}
	state := w.end()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return nil, death(state, err, w.said.bytes())
}

// exchange sends and receives. A request that the worker did not take is
// reported only where there is no answer either.
func (w *process) exchange(request [][]byte) ([]byte, error) {
	sent := writeFrame(w.in, request...)
	reply, err := readFrame(w.out)
	if err != nil && sent != nil && err == io.EOF {
		err = sent
	}
	return reply, err
}

// end ends the process, waits for it and says how it ended.
func (w *process) end() *os.ProcessState {
	<-w.started
	if w.startErr != nil {
		return nil
	}
	w.in.Close()
	_ = w.cmd.Process.Kill()
	_ = w.cmd.Wait() // the state says more than the error
	return w.cmd.ProcessState
}
