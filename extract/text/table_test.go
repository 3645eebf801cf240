package text

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"gyokaku/extract"
	"gyokaku/model"
)

// render shows blocks as a test writes them: a line as itself, a row as its
// cells between brackets, an empty line between blocks.
func render(blocks []extract.Block) string {
	var parts []string
	for _, b := range blocks {
		if b.Line != nil {
			parts = append(parts, b.Line.Text)
			continue
		}
		rows := make([]string, b.Table.Rows)
		for _, c := range b.Table.Cells {
			rows[c.Row] += "[" + c.Text + "]"
		}
		parts = append(parts, strings.Join(rows, "\n"))
	}
	return strings.Join(parts, "\n\n")
}

func extractString(t testing.TB, s string) *extract.Document {
	t.Helper()
	doc, err := Extractor{extract.DefaultLimits}.Extract(context.Background(), extract.Source{Data: []byte(s)})
	if err != nil {
		t.Fatalf("Extract(%q): %v", s, err)
	}
	return doc
}

func TestBlocks(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"lines", "みなと野市\n\n  実績報告  \n", "みなと野市\n\n実績報告"},
		{"table between lines", "前\n番号\t名称\n1\t窓口\n後", "前\n\n[番号][名称]\n[1][窓口]\n\n後"},
		{"blank line ends a table", "a\tb\n\nc\td", "[a][b]\n\n[c][d]"},
		{"trailing and inner empty cells", "目指す姿\t明るい窓口\t\t\n\t2024\t\t2026", "[目指す姿][明るい窓口][][]\n[][2024][][2026]"},
		{"rows of different length", "a\tb\tc\nd\te", "[a][b][c]\n[d][e]"},
		{"row of empty cells", "a\tb\n\t\nc\td", "[a][b]\n[][]\n[c][d]"},
		{"torn row", "総括評価\t数が\n増えた。\n実績\t-", "[総括評価][数が]\n[増えた。]\n[実績][-]"},
		{"two lines are no torn row", "a\tb\n一\n二\nc\td", "[a][b]\n\n一\n\n二\n\n[c][d]"},
		{"torn row needs a next row", "a\tb\n一\n\nc\td", "[a][b]\n\n一\n\n[c][d]"},
		{"heading is no torn row", "a\tb\n## 二\nc\td", "[a][b]\n\n## 二\n\n[c][d]"},
		{"page number is no torn row", "a\tb\n- 12 -\nc\td", "[a][b]\n\n- 12 -\n\n[c][d]"},
		{"form feed", "a\tb\n\fc\td\n終わり\f次", "[a][b]\n\n[c][d]\n\n終わり\n\n次"},
		{"line ends", "a\tb\r\nc\td\re\tf", "[a][b]\n[c][d]\n[e][f]"},
		{"rule under a heading", "項目\t名称\n------\t---\n1\t窓口", "[項目][名称]\n[1][窓口]"},
		{"rule only in second row", "項目\t名称\n1\t窓口\n--\t--", "[項目][名称]\n[1][窓口]\n[--][--]"},
		{"one dash is a value", "実績\t評価\n-\t-", "[実績][評価]\n[-][-]"},
		{"one short dash keeps the row", "実績\t評価\n-\t--", "[実績][評価]\n[-][--]"},
		{"markdown", "| 項目 | 名称 |\n|:---|---:|\n| 1-① | 窓口 |\n| | 空 |\n後", "[項目][名称]\n[1-①][窓口]\n[][空]\n\n後"},
		{"markdown without border", "項目 | 名称\n--- | ---\n1 | 窓口", "[項目][名称]\n[1][窓口]"},
		{"a bar alone is no table", "賛成 | 反対\n続き", "賛成 | 反対\n\n続き"},
		{"escaped pipe", `| a \| b | c |`, `[a \| b][c]`},
		{"tabs then pipes", "a\tb\n| c | d |", "[a][b]\n\n[c][d]"},
		{"tags stay", "評価\t<p>一。</p> <p>二。</p>", "[評価][<p>一。</p> <p>二。</p>]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, render(extractString(t, c.in).Pages[0].Blocks)); diff != "" {
				t.Errorf("blocks of %q (-want +got):\n%s", c.in, diff)
			}
		})
	}
}

func TestPlaces(t *testing.T) {
	doc := extractString(t, "\n　報告\r\n\n番号\t　①　\t\f 次")
	var got []string
	for _, b := range doc.Pages[0].Blocks {
		if b.Line != nil {
			got = append(got, fmt.Sprintf("%v %s", b.Line.At, b.Line.Text))
			continue
		}
		got = append(got, fmt.Sprintf("%v %d×%d", b.Table.At, b.Table.Rows, b.Table.Columns))
		for _, c := range b.Table.Cells {
			got = append(got, fmt.Sprintf("%v [%s]", c.At, c.Text))
		}
	}
	want := []string{"L2:2 報告", "L4:1 1×3", "L4:1 [番号]", "L4:5 [①]", "L4:8 []", "L4:10 次"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
}

func TestRefused(t *testing.T) {
	small := Extractor{extract.Limits{Bytes: 100, Cells: 3}}
	for _, c := range []struct {
		name, in string
		code     model.FailureCode
		at       string
	}{
		{"nothing", "", model.FailEmpty, ""},
		{"white space", "\r\n \t\n", model.FailEmpty, ""},
		{"web page", "\ufeff <!-- x --><!DOCTYPE html><p>Not found", model.FailHTML, ""},
		{"too long", strings.Repeat("長", 50), model.FailTooLarge, ""},
		{"too many cells", "一\n\n1\t2\n3\t4", model.FailTooLarge, "L4:0"},
		{"one bad byte", "一行目\n二行\xFF目", model.FailEncoding, "L2:3"},
		{"unknown bytes", "\x81\x82\x83 \xE9\x80 \xFE\xFD", model.FailEncoding, "L1:2"},
		{"half a UTF-16 character", "\xFF\xFEa\x00\n\x00b", model.FailEncoding, "L2:1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, err := small.Extract(context.Background(), extract.Source{Data: []byte(c.in)})
			var f *model.Failure
			if doc != nil || !errors.As(err, &f) || f.Code != c.code || f.At.String() != c.at {
				t.Errorf("got %v, %v; want a failure %s at %q", doc, err, c.code, c.at)
			}
		})
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := (Extractor{}).Extract(ctx, extract.Source{Data: []byte("a")}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
}

// FuzzExtract holds that no printed character is lost or moved: for each line
// of the input, the blocks at that line have its characters in order, and every
// text is at the column that its place says.
func FuzzExtract(f *testing.F) {
	for _, s := range []string{
		"番号\t名称\n--\t--\n1\t窓口\nちぎれ\n2\t\t", "| a | b |\n|--|:-:|\n| \\| |", "a|b\n--|--\nc|d", "\fa\r\rb\t\f\tc\n- 1 -\n",
		"\xEF\xBB\xBFa\n\u0085b", "\x8E\xC0\x8E\x7B\t\x8D\x80\x96\xDA", "|\n||\n|a\n#\t",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if doc, err := (Extractor{}).Extract(context.Background(), extract.Source{Data: data}); err == nil {
			checkComplete(t, data, doc)
		}
	})
}

// TestTranscripts holds the same of real transcripts.
func TestTranscripts(t *testing.T) {
	root := os.Getenv("GYOKAKU_CORPUS")
	if root == "" {
		t.Skip("GYOKAKU_CORPUS is not set")
	}
	files, err := filepath.Glob(filepath.Join(root, "*", "*.transcript.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no transcripts below GYOKAKU_CORPUS (%v)", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		doc := extractString(t, string(data))
		checkComplete(t, data, doc)
		if !slices.ContainsFunc(doc.Pages[0].Blocks, func(b extract.Block) bool { return b.Table != nil }) {
			t.Errorf("%s: no table", filepath.Base(name))
		}
	}
}

// checkComplete compares doc, read from data, with the lines of data.
func checkComplete(t *testing.T, data []byte, doc *extract.Document) {
	t.Helper()
	text, _, err := decode(data)
	if err != nil {
		t.Fatalf("extracted, but not decodable: %v", err)
	}
	lines := strings.Split(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\n")
	got := make([]string, len(lines))
	has := make([]bool, len(lines))
	last := model.Place{}
	each(doc, func(s string, at model.Place) {
		if at.Line < last.Line || at.Line == last.Line && at.Column <= last.Column {
			t.Fatalf("%q: %v after %v", text, at, last)
		}
		last = at
		if rest := []rune(lines[at.Line-1])[at.Column-1:]; !strings.HasPrefix(string(rest), s) {
			t.Errorf("%q: %q is not at %v", text, s, at)
		}
		got[at.Line-1] += s
		has[at.Line-1] = true
	})
	for i, l := range lines {
		want := visible(l)
		if !has[i] && strings.Trim(want, "-:") == "" {
			continue // blank, or the rule under a heading
		}
		if g := visible(got[i]); g != want {
			t.Errorf("%q: line %d has %q, want %q", text, i+1, g, want)
		}
	}
}

// each visits the texts of a document in reading order.
func each(doc *extract.Document, visit func(string, model.Place)) {
	for _, b := range doc.Pages[0].Blocks {
		if b.Line != nil {
			visit(b.Line.Text, b.Line.At)
			continue
		}
		for _, c := range b.Table.Cells {
			visit(c.Text, c.At)
		}
	}
}

func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '|' {
			return -1
		}
		return r
	}, s)
}

func BenchmarkExtract(b *testing.B) {
	row := "取組内容 1\t窓口の待ち時間を短くする。\t進捗状況\t○\t順調\n実施内容\t" + strings.Repeat("受付の流れを見直した。", 20) + "\t\t\t\n\n"
	data := []byte(strings.Repeat(row, 200))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := (Extractor{extract.DefaultLimits}).Extract(b.Context(), extract.Source{Data: data}); err != nil {
			b.Fatal(err)
		}
	}
}
