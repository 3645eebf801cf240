//go:build !race

package isolate

import (
	"bytes"
	"os"
	"strconv"
	"syscall"
)

// arena is the step in which Go takes address space for its heap, in bytes: the
// kernel counts a whole one as soon as a part of it may be used.
const arena = 64 << 20

// refuses says whether refuse does anything.
const refuses = true

// refuse makes the kernel refuse this process more writable memory than it has
// now and limit bytes on top. It does its best: [watch] is there as well.
func refuse(limit int64) {
	used, err := dataSize()
	if err != nil {
		return
	}
	var old syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_DATA, &old); err != nil {
		return
	}
	want := uint64(used + limit + arena)
	old.Cur = min(want, old.Max)
	_ = syscall.Setrlimit(syscall.RLIMIT_DATA, &old)
}

// dataSize is what RLIMIT_DATA counts, in bytes: the sixth figure of statm is
// data and stack, in pages.
func dataSize() (int64, error) {
	statm, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0, err
	}
	fields := bytes.Fields(statm)
	if len(fields) < 6 {
		return 0, os.ErrInvalid
	}
	pages, err := strconv.ParseInt(string(fields[5]), 10, 64)
	return pages * int64(os.Getpagesize()), err
}
