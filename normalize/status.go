package normalize

import (
	"maps"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"gyokaku/model"
)

// A Scale is the status vocabulary of one document: its printed legend and the
// words it uses itself, each with the marks it stands beside.
type Scale struct {
	legend []model.LegendEntry
	used   map[string]map[string]int // word → mark → how often
	words  []string                  // what a damaged word may be
	levels []Level                   // of a known scale: what its words say
}

// ScaleOf collects the status scale of a report.
func ScaleOf(r *model.Report) *Scale {
	s := &Scale{used: map[string]map[string]int{}}
	for _, l := range r.Legend {
		if l.Of != model.LegendStatus {
			continue
		}
		label, _ := Line(l.Label)
		s.legend = append(s.legend, model.LegendEntry{Symbol: Mark(l.Symbol), Label: label, At: l.At, Axes: l.Axes})
		s.add(label)
	}
	eachProgress(r, func(p *model.Progress) {
		mark, label := splitMark(p.Symbol.Raw, p.Label.Raw)
		word := plainWord(label)
		if _, known := axesOf(word); !known && !slices.Contains(s.words, word) {
			return
		}
		if s.used[word] == nil {
			s.used[word] = map[string]int{}
		}
		s.used[word][Mark(mark)]++
	})
	for word := range s.used {
		s.add(word)
	}
	slices.Sort(s.words)
	return s
}

func (s *Scale) add(word string) {
	for _, w := range [...]string{word, strings.Replace(word, "概ね", "おおむね", 1)} {
		if w != "" && !slices.Contains(s.words, w) {
			s.words = append(s.words, w)
		}
	}
}

// markOf gives the mark that a word stands beside in this document, "" if it
// stands beside none or several.
func (s *Scale) markOf(word string) string {
	for _, l := range s.legend {
		if l.Label == word && l.Symbol != "" {
			return l.Symbol
		}
	}
	best, n, sum := "", 0, 0
	marks := s.used[word]
	drawn := slices.ContainsFunc(slices.Collect(maps.Keys(marks)), isMark)
	for mark, k := range marks {
		if drawn && !isMark(mark) {
			continue // @ beside a word that has ◎ elsewhere
		}
		sum += k
		if mark != "" && (k > n || k == n && mark < best) {
			best, n = mark, k
		}
	}
	if 2*n > sum {
		return best
	}
	return ""
}

// wordOf gives the legend's word for a mark, "" if it has none or several.
func (s *Scale) wordOf(mark string) string {
	word := ""
	for _, l := range s.legend {
		if l.Symbol == mark && mark != "" {
			if word != "" && word != l.Label {
				return ""
			}
			word = l.Label
		}
	}
	return word
}

// plainWord drops what is no part of a status word: white space, table rules
// read as |, a full stop.
func plainWord(s string) string {
	t, _ := apply(s, wordRules)
	return t
}

var wordRules = []Rule{ruleInvisible, ruleWidthASCII, ruleWidthKana, ruleRadical, ruleVariant, ruleNFC, ruleWordSpace, ruleTableRule}

var ruleWordSpace = Rule{
	ID: "word.space", Why: "語の途中の空白・改行を取り除く", English: "white space inside a word of a closed vocabulary is removed",
	find: func(s string) (edits []edit) {
		for i, r := range s {
			if isSpace(r) || r == '\n' {
				edits = append(edits, edit{i, i + utf8.RuneLen(r), ""})
			}
		}
		return edits
	},
}

var ruleTableRule = Rule{
	ID: "ocr.table_rule", Why: "罫線が文字として読まれたもの（|）や点を取り除く", English: "table rules read as | and stray points are removed",
	find: func(s string) (edits []edit) {
		at := len(s) - len(strings.TrimLeft(s, "|｜│┃¦.,。、・ '"))
		if at > 0 {
			edits = append(edits, edit{0, at, ""})
		}
		if end := len(strings.TrimRight(s, "|｜│┃¦.,。、・ '")); end < len(s) && end > at {
			edits = append(edits, edit{end, len(s), ""})
		}
		return edits
	},
}

// Status reads one status cell: its mark, its word within the scale, and what
// the word says. The label of a cell that holds only a mark is the legend's
// word for it.
func (s *Scale) Status(p *model.Progress) []model.Problem {
	reset(&p.Symbol, &p.Label)
	markText, wordText := s.split(p.Symbol.Raw, p.Label.Raw)
	if plainWord(wordText) == "" && Mark(markText) == "" {
		return unrated(p)
	}
	s.symbol(p, markText)
	var problems []model.Problem
	if plainWord(wordText) == "" {
		s.legendWord(p)
	} else {
		problems = s.label(p, wordText)
	}
	s.misreadMark(p)
	if f := s.contradiction(p); f != nil {
		problems = append(problems, *f)
	}
	if s.given(p) {
		return problems
	}
	if f := s.state(p); f != nil {
		problems = append(problems, *f)
	}
	return problems
}

// symbol sets the mark. A mark found before the word in its cell has that
// cell's place.
func (s *Scale) symbol(p *model.Progress, text string) {
	if p.Symbol.Raw == "" && text != "" {
		p.Symbol.Raw, p.Symbol.At = text, p.Label.At
	}
	if mark := Mark(text); mark != "" {
		p.Symbol.Set(mark, change("status.mark", p.Symbol.Raw, mark, nil)...)
	}
}

func (s *Scale) legendWord(p *model.Progress) {
	word := s.wordOf(p.Symbol.Value)
	if word == "" {
		return
	}
	if strings.TrimSpace(p.Label.Raw) == "" {
		p.Label.Raw, p.Label.At = p.Symbol.Raw, p.Symbol.At
	}
	p.Label.Set(word, derive("status.legend", p.Label.Raw, word, nil)...)
}

// label sets the status word: as printed if the scale or the language knows it,
// else the word that it is a misreading of.
func (s *Scale) label(p *model.Progress, text string) []model.Problem {
	steps := change("status.split", p.Label.Raw, text, nil)
	word, more := apply(text, wordRules)
	steps = append(steps, more...)
	_, known := axesOf(word)
	if known || slices.Contains(s.words, word) || isRealWord(word) {
		p.Label.Set(word, steps...)
		return nil
	}
	m, candidates := s.nearest(word)
	if m.word == "" {
		p.Label.Set(word, steps...)
		p.Label.Doubt = unknownDoubt
		return []model.Problem{at(p.Label, problem("status.unknown", "進捗状況の語が凡例や既知の区分にないため、区分を付けていません。", p.Label.Raw, candidates...))}
	}
	if mark := s.markOf(m.word); mark != "" && p.Symbol.Known && mark != p.Symbol.Value && isMark(p.Symbol.Value) {
		p.Label.Set(word, steps...)
		p.Label.Doubt = unknownDoubt
		return []model.Problem{at(p.Label, problem("status.contradiction", "進捗状況の語は「"+m.word+"」の読み違いに見えますが、記号と合わないため直していません。", p.Label.Raw, m.word))}
	}
	p.Label.Set(m.word, change(ruleVocabulary.ID, word, m.word, steps)...)
	p.Label.Doubt = doubtOf(m.cost)
	return nil
}

var ruleVocabulary = Rule{
	ID: "ocr.vocabulary", Why: "読み違えた語を、凡例またはこの文書で使われている語に直す", English: "a misread word becomes the word of the document's own vocabulary",
}

// nearest matches a damaged word within the document's vocabulary, and within
// the common one only if the document has none.
func (s *Scale) nearest(word string) (match, []string) {
	if len(s.words) > 0 {
		if m, candidates := nearest(word, s.words); m.word != "" || len(s.words) > 2 {
			return m, candidates
		}
	}
	return nearest(word, commonStatuses)
}

// unknownDoubt is the doubt of a word that no vocabulary knows.
const unknownDoubt = 0.5

// doubtOf turns the weighted distance of a corrected word into its doubt, so
// that the distance is kept: 0.4, a look-alike, is 0.05; a whole edit 0.08.
func doubtOf(cost float64) float64 {
	return math.Round(min(unknownDoubt, 0.03+0.05*cost)*1000) / 1000
}

// contradiction reports a mark beside a word that stands beside another mark
// everywhere else in the document.
func (s *Scale) contradiction(p *model.Progress) *model.Problem {
	if !p.Symbol.Known || !p.Label.Known {
		return nil
	}
	usual := s.markOf(p.Label.Value)
	if usual == "" || usual == p.Symbol.Value {
		return nil
	}
	f := at(p.Symbol, problem("status.contradiction", "記号「"+p.Symbol.Value+"」と語「"+p.Label.Value+"」の組み合わせが、この文書のほかの箇所（「"+usual+"」）と異なります。どちらかの誤りの可能性があります。",
		p.Symbol.Raw+" "+p.Label.Raw, usual+" "+p.Label.Value))
	return &f
}

// state sets what the word says on each axis.
func (s *Scale) state(p *model.Progress) *model.Problem {
	if !p.Label.Known {
		if !p.Symbol.Known {
			return nil
		}
		f := at(p.Symbol, problem("status.no_legend", "記号だけが印刷され、凡例が見つからないため、区分を付けていません。", p.Symbol.Raw))
		return &f
	}
	a, ok := s.axesOf(p.Label.Value)
	if !ok {
		if p.Label.Doubt > 0 {
			return nil // told already
		}
		f := at(p.Label, problem("status.unknown", "進捗状況の語「"+p.Label.Value+"」の区分が分からないため、区分を付けていません。", p.Label.Raw))
		return &f
	}
	axis(&p.Status, p.Label, a.status)
	axis(&p.Phase, p.Label, a.phase)
	axis(&p.Pace, p.Label, a.pace)
	axis(&p.Outcome, p.Label, a.outcome)
	axis(&p.UnratedReason, p.Label, a.unrated)
	return nil
}

// axis derives one axis from the label, with the label's evidence.
func axis[T ~string](f *model.Field[T], label model.Field[string], v T) {
	axisBy("status.lexicon", f, label, v)
}

func axisBy[T ~string](rule string, f *model.Field[T], label model.Field[string], v T) {
	if v == "" {
		return
	}
	*f = model.Field[T]{Raw: label.Raw, At: label.At, Also: label.Also, Doubt: label.Doubt}
	f.Set(v, derive(rule, label.Value, string(v), slices.Clone(label.Steps))...)
}

// unrated states that a status cell was left blank.
func unrated(p *model.Progress) []model.Problem {
	for _, f := range []*model.Field[string]{&p.Symbol, &p.Label} {
		if f.Raw != "" || !f.At.IsZero() {
			p.Status = model.Field[model.Status]{Raw: f.Raw, At: f.At}
			p.UnratedReason = model.Field[model.UnratedReason]{Raw: f.Raw, At: f.At}
		}
	}
	p.Status.Set(model.StatusUnrated, derive("status.blank", p.Status.Raw, string(model.StatusUnrated), nil)...)
	p.UnratedReason.Set(model.UnratedBlank, derive("status.blank", p.UnratedReason.Raw, string(model.UnratedBlank), nil)...)
	return nil
}

// at gives a problem the place of a field.
func at[T any](f model.Field[T], p *model.Problem) model.Problem {
	p.Place = f.At
	return *p
}

// reset forgets what was read from fields, so that reading again gives the same.
func reset[T any](fields ...*model.Field[T]) {
	for _, f := range fields {
		var zero T
		f.Value, f.Known, f.Steps, f.Doubt = zero, false, nil, 0
	}
}
