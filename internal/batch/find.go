package batch

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gyokaku/model"
)

// A File is one file to convert.
type File struct {
	Path  string         // as given, or the folder as given joined with what is below it
	Named bool           // given by name or pattern, not found in a folder
	Err   *model.Failure // why it cannot even be listed; nil for a file
}

// Find lists the files that paths mean: a file itself, a folder everything
// below it sorted by name, a pattern (filepath.Match, for shells that do not
// expand it) what it matches. Hidden files and folders are left out of folders,
// and so is the folder out, where results go. A file reached twice is listed
// once. What cannot be read is listed with its Err; a pattern that matches
// nothing is returned in empty.
func Find(paths []string, out string) (files []File, empty []string) {
	s := search{out: absolute(out), index: map[string]int{}}
	for _, p := range paths {
		matches := expand(p)
		if len(matches) == 0 {
			empty = append(empty, p)
		}
		for _, m := range matches {
			s.path(m)
		}
	}
	return s.files, empty
}

// expand resolves a pattern. A path that exists is itself, whatever characters
// it holds, and so is one that is no pattern.
func expand(path string) []string {
	if _, err := os.Lstat(path); err == nil || !strings.ContainsAny(path, "*?[") {
		return []string{path}
	}
	matches, err := filepath.Glob(path)
	if err != nil {
		return []string{path}
	}
	return slices.DeleteFunc(matches, func(m string) bool {
		return hidden(filepath.Base(m)) && !hidden(filepath.Base(path))
	})
}

type search struct {
	out   string         // absolute path of the folder that is left out
	index map[string]int // absolute path → position in files
	files []File
}

func (s *search) path(path string) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		s.add(File{Path: path, Named: true, Err: failure(err)})
	case info.IsDir():
		s.folder(path)
	default:
		s.add(File{Path: path, Named: true})
	}
}

// folder adds every regular file below dir, and files that symbolic links lead
// to. Links to folders are not followed, so a loop cannot arise.
func (s *search) folder(dir string) {
	root := dir
	if target, err := filepath.EvalSymlinks(dir); err == nil {
		root = target
	}
	_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		shown := dir + strings.TrimPrefix(path, root)
		switch {
		case err != nil:
			s.add(File{Path: shown, Err: failure(err)})
			return fs.SkipDir
		case path != root && hidden(d.Name()), d.IsDir() && absolute(path) == s.out:
			return skip(d)
		case d.IsDir():
			return nil
		}
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			s.add(File{Path: filepath.Clean(shown)})
		}
		return nil
	})
}

func (s *search) add(f File) {
	key := absolute(f.Path)
	if i, seen := s.index[key]; seen {
		s.files[i].Named = s.files[i].Named || f.Named
		return
	}
	s.index[key] = len(s.files)
	s.files = append(s.files, f)
}

func hidden(name string) bool { return strings.HasPrefix(name, ".") && name != "." && name != ".." }

func skip(d fs.DirEntry) error {
	if d.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// absolute is a key for path: what it cannot resolve stays as it is.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

// failure drops the path from err: whoever prints it knows the path already.
func failure(err error) *model.Failure {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	return &model.Failure{Code: model.FailIO, Cause: err}
}
