package pdf

import (
	"context"
	"errors"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"gyokaku/extract"
	"gyokaku/model"
)

// poppler runs a program of Debian's poppler-utils, which reads Japanese only
// with poppler-data beside it.
func poppler(t *testing.T, args ...string) (string, bool) {
	t.Helper()
	if _, err := exec.LookPath(args[0]); err != nil {
		t.Skipf("%s is not installed: no comparison with poppler", args[0])
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	out, err := exec.CommandContext(ctx, args[0], args[1:]...).Output()
	return string(out), err == nil
}

// guessed are files in which poppler reads what cannot be known, or seen: text
// of the size 0, and glyphs of a Type 3 font that are only called rect and
// triangle.
var guessed = map[string]bool{
	"handbuilt-T02-05-01_006_font-size-operator-missing.pdf": true,
	"pdfjs-ContentStreamCycleType3insideType3.pdf":           true,
}

// TestBrokenOpens holds that every file poppler opens opens here: it gives
// pages, or says of which page it cannot be read.
func TestBrokenOpens(t *testing.T) {
	for _, file := range corpus(t, "real/broken/*.pdf") {
		t.Run(filepath.Base(file), func(t *testing.T) {
			theirs, opens := poppler(t, "pdftotext", "-enc", "UTF-8", file, "-")
			if !opens {
				return
			}
			doc, err := readCorpusFile(t, file)
			if f := (*model.Failure)(nil); errors.As(err, &f) && f.At.Page == 0 {
				t.Errorf("poppler opens it, here: %v", err)
			}
			if guessed[filepath.Base(file)] {
				return
			}
			if want := withoutSpace(strings.ReplaceAll(theirs, "\f", "")); err != nil && want != "" {
				t.Errorf("poppler reads %.40q, here: %v", want, err)
			} else if err == nil && len(want) > 2*len(solid(doc)) {
				t.Errorf("poppler reads %d bytes, here %d", len(want), len(solid(doc)))
			}
		})
	}
}

// agreement is the part of characters that have to agree with poppler's.
const agreement = 0.999

// notPoppler are the files where poppler is the one that is wrong.
var notPoppler = map[string]string{}

// TestCMaps compares the characters of each page with poppler's.
func TestCMaps(t *testing.T) {
	for _, file := range corpus(t, "real/cmap/*.pdf") {
		t.Run(filepath.Base(file), func(t *testing.T) {
			theirs, ok := poppler(t, "pdftotext", "-enc", "UTF-8", file, "-")
			doc, err := readCorpusFile(t, file)
			if !ok || err != nil {
				t.Fatalf("poppler opens it: %v, here: %v", ok, err)
			}
			for i, text := range strings.Split(strings.TrimSuffix(theirs, "\f"), "\f") {
				if i >= len(doc.Pages) {
					t.Fatalf("%d pages, poppler has more", len(doc.Pages))
				}
				compare(t, doc.Pages[i], text, notPoppler[filepath.Base(file)])
			}
		})
	}
}

// compare holds that p and text have the same characters, in any order.
func compare(t *testing.T, p extract.Page, text, why string) {
	t.Helper()
	ours, theirs := characters(solid(&extract.Document{Pages: []extract.Page{p}})), characters(withoutSpace(text))
	var extra, missing strings.Builder
	all, same := 0, 0
	for r, n := range theirs {
		all += n
		same += min(n, ours[r])
		for range n - ours[r] {
			missing.WriteRune(r)
		}
	}
	for r, n := range ours {
		for range n - theirs[r] {
			extra.WriteRune(r)
		}
	}
	all += len([]rune(extra.String()))
	if float64(same) < agreement*float64(all) && why == "" {
		t.Errorf("page %d: %d of %d characters agree; only here %q, only poppler %q", p.Number, same, all, &extra, &missing)
	}
}

func characters(s string) map[rune]int {
	out := map[rune]int{}
	for _, r := range norm.NFKC.String(s) {
		out[r]++
	}
	return out
}
