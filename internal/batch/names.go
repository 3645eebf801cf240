package batch

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxName is the longest source name, in bytes, that is used whole: file
// systems allow 255, and an ending and a prefix are added.
const maxName = 180

// Names gives each file the name its output is made from, unique without regard
// to case. It is the file's own name; where several share one, each gets as
// many of its parent folders in front as tell them apart (two r5.pdf become
// "みなと野市~r5.pdf" and "瑞野市~r5.pdf"), and names that only differ in case
// get a number at the end, in the order of their paths. The names do not depend
// on the order of files.
func Names(files []File) []string {
	depth := make([]int, len(files)) // parent folders in front of the name
	for {
		names := make([]string, len(files))
		for i, f := range files {
			names[i] = shorten(tail(f.Path, depth[i]+1))
		}
		shared := groups(names)
		if !deepen(shared, files, depth) {
			number(names, files, shared)
			return names
		}
	}
}

// deepen puts one more folder in front of the names that folders can tell
// apart, and reports whether there were any.
func deepen(shared [][]int, files []File, depth []int) (deeper bool) {
	for _, group := range shared {
		dirs := map[string]bool{}
		for _, i := range group {
			dirs[strings.ToLower(filepath.Dir(absolute(files[i].Path)))] = true
		}
		if len(dirs) == 1 {
			continue
		}
		for _, i := range group {
			if depth[i]+1 < len(elements(files[i].Path)) {
				depth[i]++
				deeper = true
			}
		}
	}
	return deeper
}

// groups lists the positions of names that are shared.
func groups(names []string) (shared [][]int) {
	byKey := map[string][]int{}
	for i, n := range names {
		key := strings.ToLower(n)
		byKey[key] = append(byKey[key], i)
	}
	for _, group := range byKey {
		if len(group) > 1 {
			shared = append(shared, group)
		}
	}
	slices.SortFunc(shared, func(a, b []int) int { return cmp.Compare(a[0], b[0]) })
	return shared
}

// number tells apart what differs in nothing but case. A number that makes an
// existing name is passed over.
func number(names []string, files []File, shared [][]int) {
	taken := map[string]bool{}
	for _, n := range names {
		taken[strings.ToLower(n)] = true
	}
	for _, group := range shared {
		slices.SortFunc(group, func(a, b int) int { return cmp.Compare(files[a].Path, files[b].Path) })
		n := 2
		for _, i := range group[1:] {
			for taken[strings.ToLower(fmt.Sprintf("%s~%d", names[i], n))] {
				n++
			}
			names[i] = fmt.Sprintf("%s~%d", names[i], n)
			taken[strings.ToLower(names[i])] = true
		}
	}
}

// tail is the last parts of the absolute path, joined by "~", in NFC.
func tail(path string, parts int) string {
	all := elements(path)
	name := strings.Join(all[max(0, len(all)-parts):], "~")
	return norm.NFC.String(strings.ToValidUTF8(name, "_"))
}

func elements(path string) []string {
	path = filepath.ToSlash(absolute(path))
	return strings.FieldsFunc(path, func(r rune) bool { return r == '/' || r == ':' })
}

// shorten cuts a name that no file system would take, and marks it with a hash
// of the whole.
func shorten(name string) string {
	if len(name) <= maxName {
		return name
	}
	cut := maxName
	for cut > 0 && !utf8.RuneStart(name[cut]) {
		cut--
	}
	return fmt.Sprintf("%s~%.8x", name[:cut], sha256.Sum256([]byte(name)))
}
