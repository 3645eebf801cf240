package batch

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tree makes empty files below a new folder and moves there.
func tree(t *testing.T, names ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, name := range names {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestFind(t *testing.T) {
	tree(t, "b/r5.pdf", "b/a/r5.pdf", "b/.git/x", "b/.hidden", "b/out/reports/r5.pdf.json", "c.txt", "[1].pdf")
	if err := os.Symlink("..", "b/loop"); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("../c.txt", "b/link.txt"); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name  string
		args  []string
		want  []File
		empty []string
	}{
		{"folder", []string{"b"}, []File{{Path: "b/a/r5.pdf"}, {Path: "b/link.txt"}, {Path: "b/r5.pdf"}}, nil},
		{"folder with slash", []string{"b/"}, []File{{Path: "b/a/r5.pdf"}, {Path: "b/link.txt"}, {Path: "b/r5.pdf"}}, nil},
		{"file and folder", []string{"b/r5.pdf", "b/a/", "b/a/r5.pdf"},
			[]File{{Path: "b/r5.pdf", Named: true}, {Path: "b/a/r5.pdf", Named: true}}, nil},
		{"pattern", []string{"b/*.pdf", "*.csv"}, []File{{Path: "b/r5.pdf", Named: true}}, []string{"*.csv"}},
		{"name that looks like a pattern", []string{"[1].pdf"}, []File{{Path: "[1].pdf", Named: true}}, nil},
		{"hidden file by name", []string{"b/.hidden"}, []File{{Path: "b/.hidden", Named: true}}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			files, empty := Find(tt.args, "b/out")
			if diff := cmp.Diff(tt.want, files); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.empty, empty); diff != "" {
				t.Errorf("empty (-want +got):\n%s", diff)
			}
		})
	}
}

func TestFindMissing(t *testing.T) {
	tree(t)
	files, _ := Find([]string{"gone.pdf"}, "out")
	if len(files) != 1 || files[0].Err == nil || !files[0].Named {
		t.Errorf("Find(gone.pdf) = %+v, want one named file with its error", files)
	}
}

func TestNames(t *testing.T) {
	tests := []struct {
		name  string
		paths []string
		want  []string
	}{
		{"different", []string{"/a/x.pdf", "/a/x.xlsx"}, []string{"x.pdf", "x.xlsx"}},
		{"same name", []string{"/city/mizuno/r5.pdf", "/city/minato/r5.pdf", "/city/minato/r6.pdf"},
			[]string{"mizuno~r5.pdf", "minato~r5.pdf", "r6.pdf"}},
		{"same parent too", []string{"/a/2024/r5.pdf", "/b/2024/r5.pdf", "/b/2025/r5.pdf"},
			[]string{"a~2024~r5.pdf", "b~2024~r5.pdf", "2025~r5.pdf"}},
		{"case only", []string{"/a/r.pdf", "/a/R.pdf"}, []string{"r.pdf~2", "R.pdf"}},
		{"taken", []string{"/a/b/r.pdf", "/c/r.pdf", "/x/b~r.pdf"}, []string{"a~b~r.pdf", "c~r.pdf", "x~b~r.pdf"}},
		{"at the root", []string{"/r.pdf", "/a/r.pdf"}, []string{"r.pdf", "a~r.pdf"}},
		{"decomposed", []string{"/a/か\u3099.txt"}, []string{"が.txt"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var files []File
			for _, p := range tt.paths {
				files = append(files, File{Path: p})
			}
			if diff := cmp.Diff(tt.want, Names(files)); diff != "" {
				t.Errorf("Names(%q) (-want +got):\n%s", tt.paths, diff)
			}
		})
	}
}

// FuzzNames states what outputs rely on: no two files share a name, with or
// without regard to case, and the order of files does not matter.
func FuzzNames(f *testing.F) {
	f.Add("a/r5.pdf", "b/r5.pdf", "b/R5.pdf")
	f.Add("a~b/r", "a/b~r", "b~r")
	f.Add("x", "x~2", "X")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		files := []File{{Path: "/" + a}, {Path: "/" + b}, {Path: "/" + c}}
		seen := map[string]bool{}
		for _, f := range files {
			if seen[absolute(f.Path)] || len(elements(f.Path)) == 0 {
				t.Skip("the same file twice, or none")
			}
			seen[absolute(f.Path)] = true
		}
		names := Names(files)
		if shared := groups(names); len(shared) > 0 {
			t.Errorf("Names(%v) = %q: shared", files, names)
		}
		turned := Names([]File{files[2], files[0], files[1]})
		if diff := cmp.Diff(names, []string{turned[1], turned[2], turned[0]}); diff != "" {
			t.Errorf("names depend on the order:\n%s", diff)
		}
	})
}
