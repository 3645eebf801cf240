package main

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
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

// makeEncrypted writes a one-page PDF that says Locked: encrypted TO PASSWORD.
func makeEncrypted(ts *testscript.TestScript, _ bool, args []string) {
	owner := strings.Repeat("Z", 32)
	key := lockKey(args[1], owner)
	content := "BT /F1 10 Tf 20 50 Td (Locked) Tj ET"
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R " +
			"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), lock(key+"\x04\x00\x00\x00\x00", content)),
		fmt.Sprintf("<< /Filter /Standard /V 1 /R 2 /P -4 /O <%x> /U <%x> >>", owner, rc4With(key, passwordPad)),
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

// passwordPad fills passwords up to 32 bytes (ISO 32000-1, 7.6.3.3).
const passwordPad = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08" +
	"\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"

// lockKey is the key of a file with 40-bit encryption, the permissions -4 and
// the identifier 00.
func lockKey(password, owner string) string {
	sum := md5.Sum([]byte((password + passwordPad)[:32] + owner + "\xfc\xff\xff\xff" + "\x00"))
	return string(sum[:5])
}

// lock encrypts what stands in one object.
func lock(key, text string) []byte {
	sum := md5.Sum([]byte(key))
	return rc4With(string(sum[:10]), text)
}

func rc4With(key, text string) []byte {
	c, err := rc4.NewCipher([]byte(key))
	if err != nil {
		panic(err)
	}
	out := make([]byte, len(text))
	c.XORKeyStream(out, []byte(text))
	return out
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
