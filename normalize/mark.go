package normalize

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gyokaku/model"
)

// markForms folds the forms of a mark in a status cell, where a digit or a
// kanji cannot stand.
var markForms = map[rune]string{
	'◎': "◎", '⊚': "◎", '⦾': "◎", '◉': "◎",
	'○': "○", '〇': "○", '◯': "○", '⭕': "○", '⚪': "○", '⚬': "○", '❍': "○", 'O': "○", 'o': "○", '0': "○", 'О': "○",
	'△': "△", 'Δ': "△", '∆': "△", '▵': "△", '⃤': "△",
	'×': "×", 'x': "×", 'X': "×", '✕': "×", '✖': "×", '╳': "×", '☓': "×", '✗': "×", '✘': "×",
	'ー': "-", '一': "-",
}

// Mark gives the mark of a status cell in its usual form: ◎ ○ △ × -. Other
// marks and letters (●, ▲, A, S) stay as they are; text of several characters
// is no mark and comes back trimmed.
func Mark(s string) string {
	s = strings.TrimFunc(s, isCellEdge)
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || n != len(s) {
		return s
	}
	r, _ = narrow(r)
	if m, ok := markForms[r]; ok {
		return m
	}
	if isHyphen(r) {
		return "-"
	}
	return string(r)
}

// splitMark parts a mark from the word behind it, where form found both in one
// cell ("○ 順調").
func splitMark(symbol, label string) (mark, rest string) {
	s := strings.TrimLeftFunc(label, isCellEdge)
	if mark := strings.TrimFunc(symbol, isCellEdge); mark != "" {
		return symbol, strings.TrimPrefix(s, mark)
	}
	r, n := utf8.DecodeRuneInString(s)
	_, form := markForms[r]
	if _, known := axesOf(plainWord(s)); known {
		return "", label // 一部達成: no mark and a word, though 一 may be a misread dash
	}
	if n == 0 || !form && !isHyphen(r) && r != '●' && r != '▲' && r != '■' && r != '☆' && r != '★' {
		return "", label
	}
	return s[:n], s[n:]
}

// isCellEdge reports white space and table rules read as |.
func isCellEdge(r rune) bool { return isSpace(r) || r == '\n' || isRuleRune(r) || isInvisible(r) }

func isMark(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && (isHyphen(r) || strings.ContainsRune("◎○△×●▲", r))
}

// split parts mark and word. What stands before a word that the document uses
// with a mark is that mark misread (@達成, へやや遅れ): no status word begins so.
func (s *Scale) split(symbol, label string) (mark, rest string) {
	mark, rest = splitMark(symbol, label)
	if mark != "" {
		return mark, rest
	}
	if s.wordOf(Mark(rest)) != "" {
		return rest, "" // the letter stands in the word's cell
	}
	trimmed := strings.TrimLeftFunc(rest, isCellEdge)
	r, n := utf8.DecodeRuneInString(trimmed)
	if isJapanese(r) && !strings.ContainsRune("へムメ", r) && (r < '①' || r > '⑳') || r == '※' {
		return mark, rest
	}
	if word := plainWord(trimmed[n:]); s.markOf(word) != "" && !slices.Contains(s.words, plainWord(trimmed)) {
		if !isRealWord(plainWord(trimmed)) {
			return trimmed[:n], trimmed[n:]
		}
	}
	return mark, rest
}

// misreadMark replaces what cannot be a mark of this document (@, A, ⑥) by the
// mark that the cell's word stands beside everywhere else.
func (s *Scale) misreadMark(p *model.Progress) {
	usual := s.markOf(p.Label.Value)
	if !p.Symbol.Known || !p.Label.Known || usual == "" || !isMark(usual) || isMark(p.Symbol.Value) || s.isUsed(p.Symbol.Value, p.Label.Value) {
		return
	}
	p.Symbol.Steps = change("ocr.mark", p.Symbol.Value, usual, p.Symbol.Steps)
	p.Symbol.Value, p.Symbol.Doubt = usual, markDoubt
}

// markDoubt is the doubt of a mark that was restored from its word.
const markDoubt = 0.1

// isUsed reports a mark of the legend, or one that another word stands beside.
func (s *Scale) isUsed(mark, except string) bool {
	for _, l := range s.legend {
		if l.Symbol == mark {
			return true
		}
	}
	for word, marks := range s.used {
		if word != except && marks[mark] > 0 {
			return true
		}
	}
	return false
}

// isRuleRune reports the characters that the rules of a table are read as.
func isRuleRune(r rune) bool { return r == '|' || r == '｜' || r == '│' || r == '┃' || r == '¦' }
