package main

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/japanese"

	"gyokaku/internal/isolate"
)

func TestMain(m *testing.M) {
	if isolate.IsWorker(os.Args) && strings.Contains(filepath.Base(os.Args[0]), ".test") { // of a test that calls run
		os.Exit(program(pipeline))
	}
	testscript.Main(m, map[string]func(){"gyokaku": main, "hostile": func() { os.Exit(program(hostile)) }})
}

// TestScripts runs the command line as its users do. $SAMPLES is the folder of
// the samples; the commands below make files that cannot stand in a script.
func TestScripts(t *testing.T) {
	samples, err := filepath.Abs(samplesDir)
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("SAMPLES", samples)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"sjis": makeShiftJIS, "cut": makeCut, "bytes": makeBytes, "encrypted": makeEncrypted, "exit": checkExit,
		},
	})
}

// makeShiftJIS encodes a UTF-8 file: sjis FROM TO.
func makeShiftJIS(ts *testscript.TestScript, _ bool, args []string) {
	encoded, err := japanese.ShiftJIS.NewEncoder().String(ts.ReadFile(args[0]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(encoded), 0o666))
}

// makeCut keeps the first part of a file: cut FROM TO PERCENT.
func makeCut(ts *testscript.TestScript, _ bool, args []string) {
	data := ts.ReadFile(args[0])
	percent, err := strconv.Atoi(args[2])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(data[:len(data)*percent/100]), 0o666))
}

// makeBytes writes bytes given in hexadecimal, repeated: bytes TO HEX TIMES.
func makeBytes(ts *testscript.TestScript, _ bool, args []string) {
	data, err := hex.DecodeString(args[1])
	ts.Check(err)
	times, err := strconv.Atoi(args[2])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Repeat(data, times), 0o666))
}

// makeEncrypted writes a one-page PDF whose password nobody knows: encrypted TO.
func makeEncrypted(ts *testscript.TestScript, _ bool, args []string) {
	key := bytes.Repeat([]byte("5A"), 32)
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
		"<< /Length 8 >>\nstream\nxxxxxxxx\nendstream",
		fmt.Sprintf("<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <%s> /U <%s> >>", key, key),
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	offsets := make([]int, len(objects))
	for i, o := range objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R /Encrypt 5 0 R /ID [<00> <00>] >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o666))
}

// checkExit runs a command and wants an exit code: exit CODE COMMAND...
// Its output is looked at with stdout and stderr, as that of exec.
func checkExit(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var exit interface{ ExitCode() int }
	if err != nil {
		var ok bool
		if exit, ok = err.(interface{ ExitCode() int }); !ok {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}
