package write

import (
	"crypto/rand"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// File writes what fill prints to path, whole or not at all: into a temporary
// file beside it that is flushed to the disk and then renamed. Folders must
// exist. Unless overwrite is set, a path that exists is left alone and the
// error is [fs.ErrExist].
//
// It uses only the standard library because renameio does not build on
// Windows, where the officers are who this is for.
func File(path string, overwrite bool, fill func(io.Writer) error) (err error) {
	if err := vacant(path, overwrite); err != nil {
		return err
	}
	dir, name := filepath.Split(path)
	temporary := filepath.Join(dir, "."+name+"."+rand.Text()[:8]+".tmp")
	f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close() // the second Close of a closed file changes nothing
			os.Remove(temporary)
		}
	}()
	if err := fill(f); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	// Asked again: filling may have taken a while. Two processes that write the
	// same path in the same instant are the one case left.
	if err := vacant(path, overwrite); err != nil {
		return err
	}
	return os.Rename(temporary, path)
}

// vacant fails for a path that must not be replaced. A folder never is.
func vacant(path string, overwrite bool) error {
	info, err := os.Lstat(path)
	switch {
	case err != nil: // absent; or not accessible, and then creating says why
		return nil
	case info.IsDir():
		return &fs.PathError{Op: "write", Path: path, Err: fmt.Errorf("is a folder: %w", fs.ErrExist)}
	case !overwrite:
		return &fs.PathError{Op: "write", Path: path, Err: fs.ErrExist}
	}
	return nil
}
