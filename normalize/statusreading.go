package normalize

import (
	"strings"
	"unicode/utf8"

	"gyokaku/model"
)

// status reads a status cell: a mark, a word, or both. The word must be one of
// the scale; a word that is only known to the language (中止) is kept and told.
func (r *Reading) status(c Context) {
	s := c.Scale
	if s == nil {
		s = PlainScale()
	}
	cell := strings.TrimFunc(r.Raw, isCellEdge)
	if cell == "" {
		r.set("space.trim", "")
		r.Status = &model.Progress{}
		return
	}
	if one := plainWord(cell); utf8.RuneCountInString(one) == 1 {
		cell = one
	}
	if r.onlyMark(s, cell) {
		return
	}
	p := &model.Progress{Label: model.Field[string]{Raw: cell}}
	mark, word := s.cut(cell)
	if mark != "" {
		p.Symbol.Set(mark)
	}
	r.word(s, p, word, strings.TrimFunc(cell, isCellEdge))
}

// onlyMark reads a cell that holds one mark and no word.
func (r *Reading) onlyMark(s *Scale, cell string) bool {
	if utf8.RuneCountInString(cell) != 1 {
		return false
	}
	p := &model.Progress{}
	mark := s.restore(cell)
	if mark == "" {
		if c, _ := utf8.DecodeRuneInString(cell); isJapanese(c) && c != '〇' || c == '※' {
			return false
		}
		mark = Mark(cell)
		r.warn(problem("status.unknown_mark", "記号「"+mark+"」がこの区分の記号にないため、区分を付けていません。", cell))
	}
	r.set("status.mark", mark)
	p.Symbol.Set(mark)
	if word := s.wordOf(mark); word != "" {
		p.Label.Set(word)
		s.state(p)
	}
	r.Status = p
	return true
}

// cut parts the mark from the word. What stands before a word of the scale and
// is no Japanese word itself is its mark, or a misreading of it.
func (s *Scale) cut(cell string) (mark, word string) {
	_, n := utf8.DecodeRuneInString(cell)
	rest := strings.TrimFunc(cell[n:], isCellEdge)
	whole := plainWord(cell)
	if rest == "" || s.has(whole) || isRealWord(whole) {
		return "", cell
	}
	m := s.restore(cell[:n])
	if cell[:n] == "3" && s.allows(s.canonical(plainWord(rest)), "×") {
		m = "×"
	}
	if m == "" {
		return "", cell
	}
	if _, known := axesOf(whole); known {
		return "", cell
	}
	drawn := Mark(cell[:n])
	if isMark(m) && (drawn == m || s.has(plainWord(rest)) && s.allows(s.canonical(plainWord(rest)), m)) {
		return m, rest
	}
	if near, _ := nearest(plainWord(rest), s.words); near.word != "" && s.allows(s.canonical(near.word), m) && isMark(drawn) {
		return m, rest
	}
	return "", cell
}

// word finds the word in the scale and writes the reading.
func (r *Reading) word(s *Scale, p *model.Progress, text, cell string) {
	word := plainWord(text)
	found, candidates := s.find(word)
	if found == "" {
		r.unknownWord(s, p, word, candidates)
		return
	}
	found = s.canonical(found)
	p.Label.Set(found)
	r.warn(s.state(p))
	r.Status = p
	if strings.HasPrefix(cell, "※") {
		r.warn(problem("status.unknown_mark", "「※」が記号の読み違いか注記の印か判断できないため、記号を付けていません。", cell, "× "+found))
		return
	}
	full := found
	if p.Symbol.Known {
		full = p.Symbol.Value + " " + found
		if !s.allows(found, p.Symbol.Value) {
			r.warn(problem("status.contradiction", "記号「"+p.Symbol.Value+"」と語「"+found+"」の組み合わせが、凡例と異なります。どちらかの誤りの可能性があります。", cell))
		}
	}
	if p.Symbol.Known && r.Text == full {
		r.Steps = append(r.Steps, model.Step{Rule: "status.split", From: full, To: full}) // mark and word were one text
	}
	r.set("ocr.vocabulary", full)
}

// find gives the scale's word for a cleaned reading.
func (s *Scale) find(word string) (found string, candidates []string) {
	if s.has(word) {
		return word, nil
	}
	if rest, ok := strings.CutPrefix(word, "※"); ok && s.has(rest) {
		return rest, nil
	}
	if isRealWord(word) || strings.ContainsAny(word, "?？(（※") {
		return "", nil // 順調？ is not 順調
	}
	if _, known := axesOf(word); known {
		return "", nil
	}
	m, candidates := nearest(word, s.words)
	return m.word, candidates
}

// unknownWord keeps a word that the scale does not have.
func (r *Reading) unknownWord(s *Scale, p *model.Progress, word string, candidates []string) {
	text, steps := apply(r.Raw, wordRules)
	r.Text, r.Steps = text, steps
	for i := range candidates {
		candidates[i] = s.canonical(candidates[i])
	}
	p.Label = model.Field[string]{}
	r.Status = p
	r.warn(problem("status.unknown", "進捗状況の語「"+word+"」がこの区分にないため、区分を付けていません。", r.Raw, candidates...))
}
