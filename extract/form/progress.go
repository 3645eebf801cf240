package form

import (
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

// progress reads a status: its symbol and its word, in two cells or in one.
func (r *reader) progress(c *extract.Cell, text string) {
	r.item.body = true
	p := r.progressOf()
	symbol, word := splitSymbol(text)
	switch {
	case symbol != "" && p.Symbol.Raw == "":
		p.Symbol = model.Printed[string](symbol, c.At)
	case symbol != "":
		word = text
	}
	if word == "" {
		r.pending = label{role: roleProgress} // the word follows in the next cell
		return
	}
	if p.Label.Raw != "" {
		r.unbound([]*extract.Cell{c})
		return
	}
	p.Label = model.Printed[string](word, c.At)
}

func (r *reader) progressOf() *model.Progress {
	target := &r.item.Progress
	if r.initiative != nil {
		target = &r.initiative.Progress
	}
	if *target == nil {
		*target = &model.Progress{}
	}
	return *target
}

// statusSymbols are the marks cities rate with, and what OCR makes of them.
const statusSymbols = "◎○〇◯●△▲▽▼×✕☓✖□■◇◆☆★-－‐–—―−ー"

// splitSymbol takes the mark off a status: "○ 順調" is ○ and 順調.
func splitSymbol(text string) (symbol, word string) {
	runes := []rune(text)
	if len(runes) == 0 || !strings.ContainsRune(statusSymbols, runes[0]) {
		return "", text
	}
	return string(runes[0]), strings.TrimSpace(string(runes[1:]))
}
