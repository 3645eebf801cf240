package main

import (
	"context"
	"errors"
	"strings"
	"testing"

	"gyokaku/internal/batch"
	"gyokaku/model"
)

func TestDetect(t *testing.T) {
	tests := []struct {
		name, data string
		want       string // name of the format, or the failure's code
	}{
		{"pdf", "%PDF-1.7\n", "pdf"},
		{"text", "実施項目\t窓口の改善\n", "text"},
		{"empty", "", "empty"},
		{"blank", " \n\t\r\n", "empty"},
		{"html", "<!DOCTYPE html><html><body>404</body></html>", "html"},
		{"json", ` {"a": [1, 2]}`, "unknown"},
		{"almost json", "[項目] 一覧\n実施項目\t窓口\n", "text"},
		{"png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "unknown"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, failure := detect([]byte(tt.data))
			got := f.name
			if failure != nil {
				got = string(failure.Code)
			}
			if got != tt.want {
				t.Errorf("detect(%q) = %s, want %s", tt.data, got, tt.want)
			}
		})
	}
}

// TestSkipped says what a folder may hold beside reports: what does not claim
// to be one by its name.
func TestSkipped(t *testing.T) {
	const memo, page = "会議の覚え書き\n", "<html><body>404</body></html>"
	tests := []struct {
		name, data string
		named      bool
		skipped    bool
	}{
		{"memo.txt", memo, false, true},
		{"memo.txt", memo, true, false},
		{"index.html", page, false, true},
		{"report.pdf", page, false, false},
		{"report.pdf", memo, false, false},
		{"report.XLSX", "", false, false},
		{"keep", "", false, true},
		{"keep", "", true, false},
	}
	for _, tt := range tests {
		_, err := pipeline(context.Background(), batch.Source{Name: tt.name, Data: []byte(tt.data), Named: tt.named})
		if got := errors.Is(err, batch.ErrSkipped); got != tt.skipped {
			t.Errorf("%s (named %v): %v; skipped %v, want %v", tt.name, tt.named, err, got, tt.skipped)
		}
		var failure *model.Failure
		if !errors.As(err, &failure) {
			t.Errorf("%s: %v is no failure", tt.name, err)
		}
	}
}

// FuzzPipeline feeds anything to the whole pipeline: it may fail, but only with
// a reason that people can be told, and never without a report or an error.
func FuzzPipeline(f *testing.F) {
	f.Add("実施項目\t窓口\t項目番号\t1-①\n\n現状と課題\t待ち時間が長い。\n取組内容 1\t広げる。\t進捗状況\t○\t川順調\n")
	f.Add("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n")
	f.Add("PK\x03\x04")
	f.Fuzz(func(t *testing.T, data string) {
		report, err := pipeline(t.Context(), batch.Source{Name: "in.txt", Data: []byte(data), Named: true})
		if (report == nil) == (err == nil) {
			t.Fatalf("report %v with error %v", report, err)
		}
		var failure *model.Failure
		if err != nil && (!errors.As(err, &failure) || strings.TrimSpace(texts[inJapanese].failure(failure.Code).advice) == "") {
			t.Errorf("%v is no reason for people", err)
		}
		if report == nil {
			return
		}
		for _, e := range model.Evidences(report) {
			if _, ok := model.Replay(e.Raw, e.Steps); !ok {
				t.Errorf("%s: steps %v do not replay on %q", e.Field, e.Steps, e.Raw)
			}
		}
	})
}
