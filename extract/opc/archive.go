package opc

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"path"
	"strings"

	"gyokaku/model"
)

// An Archive is the opened ZIP of an Office document.
type Archive struct {
	parts map[string]*zip.File
	left  int64 // bytes that may still be inflated; negative for no limit
}

// ErrMissing is for a part that is named but not there.
var ErrMissing = errors.New("the part is missing")

// Open reads the directory of an Office document and bounds what its parts may
// inflate to, in bytes; 0 is no limit. The error is a *model.Failure.
func Open(data []byte, inflate int64) (*Archive, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fail(model.FailBroken, err)
	}
	a := &Archive{parts: make(map[string]*zip.File, len(z.File)), left: inflate}
	if inflate <= 0 {
		a.left = -1
	}
	for _, f := range z.File {
		name := PartName(f.Name)
		if _, twice := a.parts[name]; !twice {
			a.parts[name] = f
		}
	}
	return a, nil
}

// PartName folds a part's name, which is not case-sensitive and which some
// producers write with backslashes or a leading slash.
func PartName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// Has reports whether there is a part of that name.
func (a *Archive) Has(name string) bool { return a.parts[PartName(name)] != nil }

// Read inflates a part. What the directory says of its size is checked before
// and after, so a bomb costs at most what is left of the limit.
func (a *Archive) Read(name string) ([]byte, error) {
	f := a.parts[PartName(name)]
	if f == nil {
		return nil, fmt.Errorf("%s: %w", name, ErrMissing)
	}
	size := int64(f.UncompressedSize64)
	if a.left >= 0 && (size < 0 || size > a.left) {
		return nil, fail(model.FailTooLarge, fmt.Errorf("%s: inflates to %d bytes, %d are left of the limit", name, f.UncompressedSize64, a.left))
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	defer r.Close()
	// archive/zip stops a part that is longer than it says, and checks its sum.
	var b bytes.Buffer
	b.Grow(int(min(size, 1<<20)) + bytes.MinRead)
	if _, err := b.ReadFrom(r); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if a.left >= 0 {
		a.left -= int64(b.Len())
	}
	return b.Bytes(), nil
}

// Unmarshal reads a part into v.
func (a *Archive) Unmarshal(name string, v any) error {
	data, err := a.Read(name)
	if err != nil {
		return err
	}
	if err := xml.Unmarshal(data, v); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// A Relation is an edge from one part to another.
type Relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
	Mode   string `xml:"TargetMode,attr"`
}

// Is reports whether the type ends in kind: transitional and strict documents
// have different prefixes.
func (r Relation) Is(kind string) bool { return strings.HasSuffix(r.Type, "/"+kind) }

// Relations returns the edges out of the named part ("" for the package) with
// their targets as names of parts. A part without any has no file for them.
func (a *Archive) Relations(name string) ([]Relation, error) {
	dir, base := path.Split(name)
	file := dir + "_rels/" + base + ".rels"
	if !a.Has(file) {
		return nil, nil
	}
	var list struct {
		Relationship []Relation
	}
	if err := a.Unmarshal(file, &list); err != nil {
		return nil, err
	}
	var inner []Relation
	for _, r := range list.Relationship {
		if r.Mode == "External" {
			continue
		}
		if !strings.HasPrefix(r.Target, "/") {
			r.Target = path.Join(dir, r.Target)
		}
		r.Target = strings.TrimPrefix(r.Target, "/")
		inner = append(inner, r)
	}
	return inner, nil
}

// Main is the part that the package names as its document, usual where it names
// none.
func (a *Archive) Main(usual string) (string, error) {
	relations, err := a.Relations("")
	if err != nil {
		return "", err
	}
	for _, r := range relations {
		if r.Is("officeDocument") {
			usual = r.Target
		}
	}
	return usual, nil
}

// Title is the document's own, which may be missing or unreadable without harm.
func (a *Archive) Title() string {
	var core struct {
		Title string `xml:"title"`
	}
	if !a.Has("docProps/core.xml") || a.Unmarshal("docProps/core.xml", &core) != nil {
		return ""
	}
	return strings.TrimSpace(core.Title)
}

func fail(code model.FailureCode, cause error) error {
	return &model.Failure{Code: code, Cause: cause}
}
