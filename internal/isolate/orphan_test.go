//go:build unix

package isolate

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// gone waits for a process to end.
func gone(t *testing.T, pid int) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); syscall.Kill(pid, 0) == nil && !zombie(pid); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("process %d is still there", pid)
		}
	}
}

// zombie reports whether a process has ended and only its parent has not heard
// of it: the parent of an orphan may be slow, or nobody.
func zombie(pid int) bool {
	stat, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	return strings.Contains(string(stat), ") Z ")
}

// callerVariable makes a test process a caller whose worker is in a loop.
const callerVariable = "ISOLATE_TEST_CALLER"

// TestNoOrphans kills a caller the hard way: its worker, in the middle of an
// endless loop, has to go too.
func TestNoOrphans(t *testing.T) {
	if os.Getenv(callerVariable) != "" {
		p := Start(1, Limits{Memory: testMemory})
		fmt.Printf("worker %d\n", pidOf(t, p))
		_, _ = p.Do(context.Background(), []byte("loop"))
		return
	}
	for _, signal := range []os.Signal{os.Kill, syscall.SIGTERM} {
		cmd := exec.Command(os.Args[0], "-test.run=^TestNoOrphans$")
		cmd.Env = append(os.Environ(), callerVariable+"=1")
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		line, _ := bufio.NewReader(out).ReadString('\n')
		pid := 0
		if _, err := fmt.Sscanf(line, "worker %d", &pid); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		time.Sleep(50 * time.Millisecond) // into the loop
		if err := cmd.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait()
		gone(t, pid)
	}
}

// TestInterruptIsTheCallers sends a worker what Ctrl-C sends to all processes of
// a terminal.
func TestInterruptIsTheCallers(t *testing.T) {
	p := pool(t, 1, Limits{})
	pid := pidOf(t, p)
	for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		if err := syscall.Kill(pid, s); err != nil {
			t.Fatal(err)
		}
	}
	if again := pidOf(t, p); again != pid {
		t.Errorf("worker %d gave way to %d", pid, again)
	}
}
