package main

import (
	"path/filepath"
	"slices"
	"strings"
)

// reportFolder and workbookName are where outputs stand below the folder given
// by --out.
const (
	reportFolder = "reports"
	workbookName = "gyokaku.xlsx"
)

// outputs lists every output format of convert.
var outputs = []string{"json", "xlsx"}

// A formatList is the flag --format: some of outputs, separated by commas.
type formatList []string

func allOutputs() formatList { return slices.Clone(outputs) }

func (l *formatList) String() string { return strings.Join(*l, ",") }
func (l *formatList) Type() string   { return strings.Join(outputs, ",") }
func (l *formatList) Set(s string) error {
	names := strings.Split(s, ",")
	for _, name := range names {
		if !slices.Contains(outputs, name) {
			return errNotAllowed(outputs)
		}
	}
	*l = names
	return nil
}

func (l formatList) has(name string) bool { return slices.Contains(l, name) }

// reportPath is where the JSON of a source goes.
func reportPath(out, name string) string {
	return filepath.Join(out, reportFolder, name+".json")
}
