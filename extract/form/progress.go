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
	symbol, word := r.splitSymbol(text)
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
		r.rating(c, text) // a second axis has a label and a scale of its own
		return
	}
	p.Label = model.Printed[string](word, c.At)
}

// rating reads the grade of a further evaluator, or of a second axis; the label
// says whose it is.
func (r *reader) rating(c *extract.Cell, text string) {
	if saysNothing(text) {
		return
	}
	r.item.body = true
	r.item.Ratings = append(r.item.Ratings, model.Rating{
		Evaluator:  model.Printed[string](strings.TrimSpace(r.labeled.Text), r.labeled.At),
		FiscalYear: r.report.FiscalYear,
		Label:      model.Printed[string](text, c.At),
	})
}

// directions are the words of a printed list of what becomes of an item.
var directions = pattern(`^(?:拡大|拡充|充実|継続|現状維持|維持|縮小|統合|統廃合|休止|中止|廃止|終了|完了|見直し|改善|移行|転換|その他)(?:して)?(?:継続|実施)?$`)

// direction reads 今後の方向性: one word of a list, or a text on what is next.
func (r *reader) direction(c *extract.Cell, text string) {
	if directions().MatchString(fold(text)) {
		r.item.body = true
		add(&r.item.Direction, c, text)
		return
	}
	r.text(roleNext, c, text)
}

func (r *reader) progressOf() *model.Progress {
	target := &r.item.Progress
	if r.initiative != nil && r.reported {
		target = &r.initiative.Progress
	}
	if *target == nil {
		*target = &model.Progress{}
	}
	return *target
}

// statusSymbols are the marks cities rate with, and what OCR makes of them.
const statusSymbols = "◎○〇◯●△▲▽▼×✕☓✖□■◇◆☆★-－‐–—―−ー"

// splitSymbol takes the mark off a status: "○ 順調" is ○ and 順調. A letter or
// digit is a mark where the document's legend says so.
func (r *reader) splitSymbol(text string) (symbol, word string) {
	for _, e := range r.report.Legend {
		if fold(e.Symbol) == fold(text) {
			return text, ""
		}
	}
	runes := []rune(text)
	if len(runes) == 0 || !strings.ContainsRune(statusSymbols, runes[0]) {
		return "", text
	}
	return string(runes[0]), strings.TrimSpace(string(runes[1:]))
}
