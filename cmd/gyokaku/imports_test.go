package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	moduleRoot = "../.."
	modulePath = "gyokaku"
)

// exampleFile is what files end in that show packages working together, to
// readers of go doc. They are compiled into nothing but their own test.
const exampleFile = "example_test.go"

// mayImport is the table of the architecture: what each package may import of
// ours. Siblings never import each other; stages meet in the model and in
// extract's documents. A package below another one (normalize/internal/…)
// follows the same line.
var mayImport = map[string][]string{
	"model":        {},
	"extract":      {"model"},
	"extract/pdf":  {"extract", "model"},
	"extract/grid": {"extract", "model"},
	"extract/opc":  {"model"}, // the container that workbooks and Word documents share
	"extract/xlsx": {"extract", "extract/opc", "model"},
	"extract/text": {"extract", "model"},
	"extract/docx": {"extract", "extract/opc", "model"},
	"extract/form": {"extract", "model"},
	"normalize":    {"model"},
	// Both writers escape the same strings.
	"internal/jsonenc": {},
	"internal/write":   {"model", "internal/jsonenc"},
	"internal/batch":   {"model"},
	"internal/isolate": {"model"},
	// These two show what was extracted before anything is understood, so they
	// stand beside form, not after it. Printing a table whole needs grid to join
	// its parts.
	"internal/tables":  {"extract", "extract/grid", "model", "internal/jsonenc"},
	"internal/inspect": {"extract", "model"},
	"samples/generate": {"model"},
	"cmd/gyokaku":      nil, // wires everything
}

func TestImports(t *testing.T) {
	checked := 0
	err := filepath.WalkDir(moduleRoot, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(file, ".go") {
			return err
		}
		checked++
		checkImports(t, file)
		return nil
	})
	if err != nil || checked == 0 {
		t.Fatalf("%d files checked: %v", checked, err)
	}
}

func checkImports(t *testing.T, file string) {
	t.Helper()
	if strings.HasSuffix(file, exampleFile) {
		return
	}
	relative, err := filepath.Rel(moduleRoot, file)
	if err != nil {
		t.Fatal(err)
	}
	dir := path.Dir(filepath.ToSlash(relative))
	owner, allowed, ok := rowOf(dir)
	if !ok {
		t.Errorf("%s: package %s is not in the table", relative, dir)
	}
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	for _, spec := range parsed.Imports {
		name, _ := strconv.Unquote(spec.Path.Value)
		imported, ours := strings.CutPrefix(name, modulePath+"/")
		if !ours || allowed == nil || imported == owner || strings.HasPrefix(imported, owner+"/") {
			continue
		}
		if !slices.Contains(allowed, imported) {
			t.Errorf("%s imports %s: %s may import only %v", relative, name, owner, allowed)
		}
	}
}

// rowOf finds the row of the table that a folder follows: its own, or that of
// the folder around it.
func rowOf(dir string) (owner string, allowed []string, ok bool) {
	for owner = dir; owner != "."; owner = path.Dir(owner) {
		if allowed, ok = mayImport[owner]; ok {
			return owner, allowed, true
		}
	}
	return dir, nil, false
}
