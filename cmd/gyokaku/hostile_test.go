package main

import (
	"bytes"
	"context"
	"os"
	"strings"

	"gyokaku/internal/batch"
	"gyokaku/model"
)

// hostile is pipeline for documents that are against us: a text that begins
// with "!" says what reading it does to the process. No document of a known
// format can do these things for certain, now or after the next correction, so
// they are asked for by name. Scripts run it as the command "hostile".
func hostile(ctx context.Context, src batch.Source) (*model.Report, error) {
	order, _, _ := strings.Cut(string(src.Data), "\n")
	switch order {
	case "!stack":
		deep(1)
	case "!grow":
		for {
			hoard = append(hoard, bytes.Repeat([]byte{1}, 1<<20))
		}
	case "!loop":
		for n := 0; ; n++ {
			spin = n
		}
	case "!wait":
		<-ctx.Done()
		return nil, ctx.Err()
	case "!exit":
		os.Exit(0)
	case "!panic":
		panic("index out of range")
	case "!thread":
		go panic("in a goroutine")
		select {}
	}
	return pipeline(ctx, src)
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
