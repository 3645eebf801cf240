package form

import (
	"strings"
	"testing"
)

// A list whose headings no other city prints is read by its profile.
func TestProfileList(t *testing.T) {
	doc := transcript(strings.Join([]string{
		"瑞野市改革のあゆみ　令和6年度実績報告",
		"",
		"しるべ番号\tみちしるべ\tなかま\tあゆみの記録\t歩みぐあい",
		"1\t窓口の改善\t総務課\t予約を始めた。\t川",
		"2\t歳入の確保\t財政課\t広告を募った。\t雲",
		"3\t職員の育成\t総務課\t研修を開いた。\t山",
		"",
	}, "\n"))
	p := builtIn(t)[0]
	if r, err := Read(doc); err == nil {
		t.Fatalf("the list is read without its profile: %q", said(r))
	}
	p.Match.Words = nil
	r, err := Read(doc, p)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Items) != 3 || r.Items[1].Title.Raw != "歳入の確保" || r.Items[1].Done.Raw != "広告を募った。" || r.Items[1].Progress == nil || r.Items[1].Progress.Symbol.Raw+r.Items[1].Progress.Label.Raw != "雲" {
		t.Fatalf("items %q", said(r))
	}
	if c := r.Coverage; c.Bound != c.Cells || c.Cells != 20 {
		t.Errorf("coverage %+v: %v", *c, r.Warnings)
	}
}
