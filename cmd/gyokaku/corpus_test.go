package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The corpus is public documents that are not part of the project; a checkout
// of it is named by the environment.
const corpusVariable = "GYOKAKU_CORPUS"

// corpus returns the folder of the corpus. A corpus that is named but not there
// fails: a test that checks nothing must not pass.
func corpus(t *testing.T) string {
	t.Helper()
	dir := os.Getenv(corpusVariable)
	if dir == "" {
		t.Skip(corpusVariable + " is not set: not checked against public documents")
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) == 0 {
		t.Fatalf("%s=%s holds nothing (%v)", corpusVariable, dir, err)
	}
	return dir
}

// goldEnding and barsEnding name gold files: the second ones also know where
// schedule bars end, which transcripts do not show.
const (
	goldEnding = ".gold.json"
	barsEnding = ".bars.gold.json"
)

// reportStems lists the reports that exist in several formats with both golds.
func reportStems(t *testing.T) (stems []string) {
	t.Helper()
	bars, err := filepath.Glob(corpus(t) + "/*/*" + barsEnding)
	if err != nil || len(bars) == 0 {
		t.Fatalf("no %s in the corpus (%v)", barsEnding, err)
	}
	for _, b := range bars {
		stems = append(stems, strings.TrimSuffix(b, barsEnding))
	}
	return stems
}

// formatsOf lists the files of a report that hold text: scans need OCR.
func formatsOf(t *testing.T, stem string) []string {
	t.Helper()
	files, err := filepath.Glob(stem + ".*")
	if err != nil {
		t.Fatal(err)
	}
	files = slices.DeleteFunc(files, func(f string) bool {
		return strings.HasSuffix(f, ".json") || strings.Contains(filepath.Base(f), "scan")
	})
	if len(files) == 0 {
		t.Fatalf("no documents beside %s%s", stem, goldEnding)
	}
	return files
}

func TestCorpusReports(t *testing.T) {
	stems := reportStems(t)
	schema := compileSchema(t)
	for _, stem := range stems {
		for _, input := range formatsOf(t, stem) {
			t.Run(filepath.Base(input), func(t *testing.T) {
				gold := stem + barsEnding
				if strings.HasSuffix(input, ".txt") {
					gold = stem + goldEnding
				}
				checkReport(t, schema, readGold(t, gold), input)
			})
		}
	}
}

// TestCorpusFormatsAgree compares the formats of one report with each other,
// also in what no gold says.
func TestCorpusFormatsAgree(t *testing.T) {
	for _, stem := range reportStems(t) {
		files := formatsOf(t, stem)
		reports := make([]any, len(files))
		for i, f := range files {
			reports[i] = decode(t, convertOne(t, f))
		}
		for i := range files[1:] {
			t.Run(filepath.Base(files[i])+" "+filepath.Base(files[i+1]), func(t *testing.T) {
				noBarEnds := strings.HasSuffix(files[i], ".txt") || strings.HasSuffix(files[i+1], ".txt")
				for _, m := range compareReports(reports[i], reports[i+1], noBarEnds) {
					t.Error(m)
				}
			})
		}
	}
}

// TestCorpusOutlines compares plan outlines with their gold, which has a flat
// shape of its own.
func TestCorpusOutlines(t *testing.T) {
	golds, err := filepath.Glob(corpus(t) + "/*/*" + goldEnding)
	if err != nil || len(golds) == 0 {
		t.Fatalf("no %s in the corpus (%v)", goldEnding, err)
	}
	checked := 0
	for _, path := range golds {
		gold, _ := readGold(t, path).(map[string]any)
		if _, outline := gold["philosophy"]; !outline {
			continue
		}
		for _, input := range formatsOf(t, strings.TrimSuffix(path, goldEnding)) {
			checked++
			t.Run(filepath.Base(input), func(t *testing.T) {
				data := convertOne(t, input)
				validate(t, compileSchema(t), data)
				joinAims(gold)
				for _, m := range compareReports(gold, flatOutline(decode(t, data)), false) {
					t.Error(m)
				}
			})
		}
	}
	if checked == 0 {
		t.Fatal("no outline in the corpus")
	}
}

// flatOutline gives a report of kind plan_outline the shape of its gold.
func flatOutline(report any) map[string]any {
	r, _ := report.(map[string]any)
	plan, _ := r["plan"].(map[string]any)
	municipality, _ := r["municipality"].(map[string]any)
	outline, _ := r["outline"].(map[string]any)
	flat := map[string]any{
		"municipality": municipality["name"], "plan_title": plan["title"], "period": []any{plan["from"], plan["to"]},
	}
	for k, v := range outline {
		flat[k] = v
	}
	var themes []any
	list, _ := outline["themes"].([]any)
	for _, theme := range list {
		if object, ok := theme.(map[string]any); ok {
			themes = append(themes, object["title"])
		}
	}
	flat["themes"] = themes
	joinAims(flat)
	list, _ = outline["predecessors"].([]any)
	for _, p := range list {
		if object, ok := p.(map[string]any); ok {
			object["period"] = []any{object["from"], object["to"]}
		}
	}
	return flat
}

// joinAims puts each aim's title and approach together, without middle dots:
// the gold parts them at the first one, also where it stands inside the title,
// so where the title ends is not compared.
func joinAims(outline map[string]any) {
	stances, _ := outline["stances"].([]any)
	for _, s := range stances {
		stance, _ := s.(map[string]any)
		aims, _ := stance["aims"].([]any)
		for i, a := range aims {
			if aim, ok := a.(map[string]any); ok {
				aims[i] = strings.ReplaceAll(fmt.Sprint(aim["title"], aim["approach"]), "・", "")
			}
		}
	}
}
