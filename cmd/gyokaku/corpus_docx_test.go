package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gyokaku/internal/batch"
	"gyokaku/model"
)

// TestCorpusWord converts the Word documents of the corpus: those with gold
// beside them agree with it, and the others hold no action item.
func TestCorpusWord(t *testing.T) {
	files, err := filepath.Glob(corpus(t) + "/*/*/*.docx")
	if err != nil || len(files) == 0 {
		t.Fatalf("no Word document in the corpus (%v)", err)
	}
	schema := compileSchema(t)
	for _, input := range files {
		t.Run(filepath.Base(input), func(t *testing.T) {
			gold := strings.TrimSuffix(input, filepath.Ext(input)) + goldEnding
			if _, err := os.Stat(gold); err == nil {
				checkReport(t, schema, readGold(t, gold), input)
				return
			}
			checkNoForm(t, input)
		})
	}
}

func checkNoForm(t *testing.T, input string) {
	t.Helper()
	data, err := os.ReadFile(input)
	if err != nil {
		t.Fatal(err)
	}
	report, err := pipeline(t.Context(), batch.Source{Name: input, Data: data, Named: true})
	var failure *model.Failure
	if !errors.As(err, &failure) || failure.Code != model.FailNoForm {
		t.Errorf("report %v, error %v; want %s", report != nil, err, model.FailNoForm)
	}
}
