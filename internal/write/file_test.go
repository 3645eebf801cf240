package write

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.json")
	put := func(overwrite bool, text string, fail error) error {
		return File(path, overwrite, func(w io.Writer) error {
			_, _ = io.WriteString(w, text)
			return fail
		})
	}
	check := func(want string) {
		t.Helper()
		if got, err := os.ReadFile(path); err != nil || string(got) != want {
			t.Errorf("file holds %q, %v; want %q", got, err, want)
		}
		if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) != 1 {
			t.Errorf("left behind: %v", entries)
		}
	}
	if err := put(false, "one", nil); err != nil {
		t.Fatal(err)
	}
	check("one")
	if err := put(false, "two", nil); !errors.Is(err, fs.ErrExist) {
		t.Errorf("error %v, want fs.ErrExist", err)
	}
	check("one")
	if err := put(true, "three", nil); err != nil {
		t.Fatal(err)
	}
	check("three")
	broken := errors.New("broken")
	if err := put(true, "half", broken); !errors.Is(err, broken) {
		t.Errorf("error %v, want %v", err, broken)
	}
	check("three")
}

func TestFileKeepsFolders(t *testing.T) {
	dir := t.TempDir()
	write := func(w io.Writer) error { return nil }
	if err := File(dir, true, write); !errors.Is(err, fs.ErrExist) {
		t.Errorf("folder: %v", err)
	}
	if err := File(filepath.Join(dir, "no", "a.json"), false, write); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no folder: %v", err)
	}
}
