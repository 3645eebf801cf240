package form

import (
	"regexp"
	"sync"
)

// pattern gives a regular expression that is compiled when it is first used. All
// of them take as long as two pages of a PDF, which a command that reads no
// report should not have to wait for.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
