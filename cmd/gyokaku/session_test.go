package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gyokaku/internal/batch"
	"gyokaku/model"
)

// runSession runs convert's session with another pipeline on files of these
// contents and returns the exit code, what was said, and the output folder.
func runSession(t *testing.T, ctx context.Context, convert convertFunc, contents ...string) (int, string, string) {
	t.Helper()
	dir := t.TempDir()
	var files []batch.File
	for i, c := range contents {
		path := filepath.Join(dir, string(rune('a'+i))+".txt")
		if err := os.WriteFile(path, []byte(c), 0o666); err != nil {
			t.Fatal(err)
		}
		files = append(files, batch.File{Path: path, Named: true})
	}
	var said bytes.Buffer
	flags := convertFlags{out: filepath.Join(dir, "out"), formats: allOutputs(), jobs: 2}
	s := &session{convert: inProcess(convert, flags.formats), flags: flags, m: texts[inJapanese], stderr: &said, result: newResult()}
	err := s.finish(s.run(ctx, files), &said)
	var exit *exitError
	if errors.As(err, &exit) {
		return exit.code, said.String() + exit.text, flags.out
	}
	return exitDone, said.String(), flags.out
}

// inProcess is a conversion without workers.
func inProcess(convert convertFunc, formats formatList) batch.Convert[converted] {
	return func(ctx context.Context, src batch.Source) (c converted, err error) {
		report, err := convert(ctx, src)
		if err != nil {
			return c, err
		}
		r, err := request{JSON: formats.has("json"), Report: formats.has("xlsx")}.outputs(report)
		if err != nil {
			return c, err
		}
		return readReply(bytes.Join([][]byte{packHead(r), r.json, r.report}, nil))
	}
}

func TestSessionSurvivesBug(t *testing.T) {
	convert := func(_ context.Context, src batch.Source) (*model.Report, error) {
		if string(src.Data) == "bug" {
			panic("index out of range")
		}
		return &model.Report{Schema: model.SchemaID, Source: model.Source{Name: src.Name}}, nil
	}
	code, said, out := runSession(t, t.Context(), convert, "good", "bug", "fine")
	if code != exitBug {
		t.Errorf("exit code %d, want %d", code, exitBug)
	}
	for _, want := range []string{"b.txt: gyokaku の不具合で読めませんでした（index out of range）", "goroutine", "変換 2件", "失敗 1件"} {
		if !strings.Contains(said, want) {
			t.Errorf("not said: %q in\n%s", want, said)
		}
	}
	for _, name := range []string{"a.txt.json", "c.txt.json"} {
		if _, err := os.Stat(filepath.Join(out, reportFolder, name)); err != nil {
			t.Error(err)
		}
	}
}

func TestSessionInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	convert := func(_ context.Context, src batch.Source) (*model.Report, error) {
		if string(src.Data) == "stop" {
			cancel()
			return nil, ctx.Err()
		}
		return &model.Report{Schema: model.SchemaID, Source: model.Source{Name: src.Name}}, nil
	}
	code, said, out := runSession(t, ctx, convert, "stop", "late", "later", "latest", "never")
	if code != exitInterrupted || !strings.Contains(said, "中断しました") {
		t.Errorf("exit code %d, want %d:\n%s", code, exitInterrupted, said)
	}
	left, _ := filepath.Glob(filepath.Join(out, "*", ".*"))
	if len(left) > 0 {
		t.Errorf("half-written files left: %v", left)
	}
}

// BenchmarkConvert converts one PDF of the samples to JSON, with the run's
// own start and its files.
func BenchmarkConvert(b *testing.B) {
	for b.Loop() {
		var stdout, stderr bytes.Buffer
		args := []string{"convert", samplesDir + "/mizuno-2024/report.pdf", "-o", b.TempDir(), "--format", "json"}
		if code := run(b.Context(), args, noEnv, &stdout, &stderr); code != exitDone {
			b.Fatalf("exit %d\n%s", code, &stderr)
		}
	}
}
