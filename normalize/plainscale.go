package normalize

import (
	"slices"
	"strings"

	"gyokaku/model"
)

// plainStatuses is the scale that progress reports print most, with the marks
// that stand beside its words. It stands in for the legend of a text without a
// document; a document's own legend always goes before it.
var plainStatuses = []struct{ word, marks string }{
	{"達成", "◎"}, {"完了", "◎"}, {"順調", "○"}, {"概ね順調", "○"}, {"やや遅れ", "△"}, {"遅れ", "△"}, {"未着手", "-×"},
}

// PlainScale is the scale ◎ 達成・完了, ○ 順調・概ね順調, △ やや遅れ・遅れ, - or × 未着手.
func PlainScale() *Scale {
	s := &Scale{used: map[string]map[string]int{}}
	for _, w := range plainStatuses {
		s.used[w.word] = map[string]int{}
		for _, mark := range w.marks {
			s.used[w.word][string(mark)] = 1
		}
		s.add(w.word)
	}
	slices.Sort(s.words)
	return s
}

// NewScale is the scale of a legend, as words with their marks.
func NewScale(legend []model.LegendEntry) *Scale {
	return ScaleOf(&model.Report{Legend: legend})
}

// misreadMarks are what scans make of the marks, which the Japanese model of
// tesseract cannot give: it has no ◎ ○ △ ×. In a cell of marks nothing else can
// be meant; ※ may be a footnote and is not among them.
var misreadMarks = map[string]string{
	"@": "◎", "⑨": "◎", "⑥": "◎", "A": "△", "へ": "△", "ム": "△", "ヘ": "△", "人": "△", "が": "△", "メ": "×", "~": "-", "～": "-", "+": "",
}

// restore gives the mark of the scale that a reading stands for: the reading
// itself if the scale has it, "" if it is no reading of any of its marks.
func (s *Scale) restore(mark string) string {
	m := Mark(mark)
	if isTildeMark(m) {
		m = "~"
	}
	if s.hasMark(m) {
		return m
	}
	if to := misreadMarks[m]; to != "" && s.hasMark(to) {
		return to
	}
	return ""
}

func isTildeMark(s string) bool {
	r := []rune(s)
	return len(r) == 1 && isTilde(r[0])
}

func (s *Scale) hasMark(mark string) bool {
	for _, l := range s.legend {
		if l.Symbol == mark {
			return true
		}
	}
	for _, marks := range s.used {
		if mark != "" && marks[mark] > 0 {
			return true
		}
	}
	return false
}

// allows reports whether the word may stand beside the mark.
func (s *Scale) allows(word, mark string) bool {
	for _, l := range s.legend {
		if l.Label == word {
			return l.Symbol == mark
		}
	}
	return s.used[word][mark] > 0
}

func (s *Scale) has(word string) bool {
	return slices.ContainsFunc(s.words, func(w string) bool { return statusKey(w) == statusKey(word) })
}

// canonical gives the scale's own spelling of a word: 概ね順調 for おおむね順調.
func (s *Scale) canonical(word string) string {
	if _, ok := s.used[word]; ok {
		return word
	}
	for _, l := range s.legend {
		if l.Label == word {
			return word
		}
	}
	for _, w := range s.words {
		if _, ok := s.used[w]; ok && statusKey(w) == statusKey(word) {
			return w
		}
	}
	return strings.Replace(word, "おおむね", "概ね", 1)
}
