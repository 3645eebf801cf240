package batch

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gyokaku/model"
)

// fake converts by the first word of the file.
func fake(ctx context.Context, src Source) (*model.Report, error) {
	switch word, _, _ := strings.Cut(string(src.Data), " "); word {
	case "panic":
		panic("oops")
	case "slow":
		<-ctx.Done()
		return nil, ctx.Err()
	case "broken":
		return nil, &model.Failure{Code: model.FailBroken}
	case "note":
		return nil, fmt.Errorf("%w: %w", ErrSkipped, &model.Failure{Code: model.FailNoForm})
	case "stray":
		return nil, errors.New("no failure")
	}
	return &model.Report{Source: model.Source{Name: src.Name}}, nil
}

// run converts files with these contents, named 0, 1, 2 … in that order.
func run(t *testing.T, jobs int, contents ...string) (results []Result[*model.Report]) {
	t.Helper()
	files := write(t, contents)
	err := Run(t.Context(), files, Options{Jobs: jobs, Time: 50 * time.Millisecond}, fake, func(r Result[*model.Report]) error {
		results = append(results, r)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return results
}

func write(t *testing.T, contents []string) (files []File) {
	t.Helper()
	dir := t.TempDir()
	for i, c := range contents {
		path := fmt.Sprintf("%s/%d", dir, i)
		if err := os.WriteFile(path, []byte(c), 0o644); err != nil {
			t.Fatal(err)
		}
		files = append(files, File{Path: path})
	}
	return files
}

func summary(results []Result[*model.Report]) (lines []string) {
	for _, r := range results {
		line := fmt.Sprintf("%d %s", r.Index, r.Status)
		switch {
		case r.Output != nil:
			line += " " + r.Output.Source.Name
		case r.Status == Same:
			line += fmt.Sprintf(" as %d", r.SameAs)
		case r.Err != nil:
			line += " " + string(r.Err.Code)
		}
		lines = append(lines, line)
	}
	return lines
}

func TestRunIsolatesAndOrders(t *testing.T) {
	contents := []string{"a", "panic", "slow", "broken", "note", "a", "b", "stray", "broken", "note"}
	want := []string{"0 done 0", "1 failed internal", "2 failed timeout", "3 failed broken", "4 skipped no_form",
		"5 same as 0", "6 done 6", "7 failed internal", "8 failed broken", "9 skipped no_form"}
	for _, jobs := range []int{1, 3, 8} {
		if diff := cmp.Diff(want, summary(run(t, jobs, contents...))); diff != "" {
			t.Errorf("jobs %d (-want +got):\n%s", jobs, diff)
		}
	}
}

func TestRunBounds(t *testing.T) {
	var now, most atomic.Int64
	convert := func(ctx context.Context, src Source) (*model.Report, error) {
		most.Store(max(most.Load(), now.Add(1)))
		time.Sleep(time.Millisecond)
		now.Add(-1)
		return &model.Report{}, nil
	}
	var contents []string
	for i := range 40 {
		contents = append(contents, fmt.Sprint(i))
	}
	files := write(t, contents)
	if err := Run(t.Context(), files, Options{Jobs: 3}, convert, func(Result[*model.Report]) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if most.Load() > 3 {
		t.Errorf("%d files at a time, want at most 3", most.Load())
	}
}

func TestRunTooLarge(t *testing.T) {
	files := write(t, []string{"12345", "1234"})
	var got []string
	err := Run(t.Context(), files, Options{Bytes: 4}, fake, func(r Result[*model.Report]) error {
		got = append(got, summary([]Result[*model.Report]{r})...)
		return nil
	})
	if diff := cmp.Diff([]string{"0 failed too_large", "1 done 1"}, got); diff != "" || err != nil {
		t.Errorf("err %v (-want +got):\n%s", err, diff)
	}
}

func TestRunCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	files := write(t, []string{"a", "b", "slow c", "d"})
	got := map[Status]int{}
	err := Run(ctx, files, Options{Jobs: 1}, fake, func(r Result[*model.Report]) error {
		got[r.Status]++
		if r.Index == 1 {
			cancel()
		}
		return nil
	})
	if diff := cmp.Diff(map[Status]int{Done: 2, Cancelled: 2}, got); diff != "" || err != nil {
		t.Errorf("err %v (-want +got):\n%s", err, diff)
	}
}

func TestRunStopsWhenEmitFails(t *testing.T) {
	full := errors.New("disk full")
	calls := 0
	err := Run(t.Context(), write(t, []string{"a", "b", "c"}), Options{Jobs: 2}, fake, func(Result[*model.Report]) error {
		calls++
		return full
	})
	if !errors.Is(err, full) || calls != 1 {
		t.Errorf("Run = %v after %d calls, want %v after 1", err, calls, full)
	}
}

func TestNamedCopyOfSkippedFails(t *testing.T) {
	files := write(t, []string{"note", "note"})
	files[1].Named = true
	var got []string
	_ = Run(t.Context(), files, Options{}, fake, func(r Result[*model.Report]) error {
		got = append(got, summary([]Result[*model.Report]{r})...)
		return nil
	})
	if diff := cmp.Diff([]string{"0 skipped no_form", "1 failed no_form"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestIdle wants to hear once that nothing is left to convert, also when the
// results wait to be emitted.
func TestIdle(t *testing.T) {
	idle := make(chan struct{})
	o := Options{Jobs: 2, Idle: func() { close(idle) }}
	emitted := 0
	err := Run(t.Context(), write(t, []string{"a", "panic", "b"}), o, fake, func(r Result[*model.Report]) error {
		if emitted++; emitted == 3 {
			<-idle
		}
		return nil
	})
	if err != nil || emitted != 3 {
		t.Errorf("%d emitted, %v", emitted, err)
	}
}
