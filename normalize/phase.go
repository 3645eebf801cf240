package normalize

import (
	"strings"

	"gyokaku/model"
)

// phaseWords is the vocabulary of schedules (工程表): what is done in the years
// that a bar covers.
var phaseWords = []struct {
	word  string
	phase model.Phase
}{
	{"検討", model.PhaseStudy}, {"調査", model.PhaseStudy}, {"研究", model.PhaseStudy}, {"調査研究", model.PhaseStudy}, {"検討中", model.PhaseStudy},
	{"協議", model.PhaseDiscuss}, {"調整", model.PhaseDiscuss},
	{"決定", model.PhaseDecide}, {"内容決定", model.PhaseDecide}, {"策定", model.PhaseDecide},
	{"準備", model.PhasePrepare}, {"計画", model.PhasePrepare}, {"設計", model.PhasePrepare}, {"実行準備", model.PhasePrepare}, {"体制整備", model.PhasePrepare},
	{"導入", model.PhaseIntroduce}, {"開始", model.PhaseIntroduce},
	{"試行", model.PhasePilot}, {"試行実施", model.PhasePilot}, {"モデル実施", model.PhasePilot},
	{"一部実施", model.PhasePartial}, {"部分実施", model.PhasePartial}, {"順次実施", model.PhasePartial},
	{"実施", model.PhaseImplement}, {"実行", model.PhaseImplement}, {"運用", model.PhaseImplement}, {"推進", model.PhaseImplement}, {"拡充", model.PhaseImplement}, {"本格実施", model.PhaseImplement},
	{"継続", model.PhaseContinue}, {"継続実施", model.PhaseContinue},
	{"検証", model.PhaseReview}, {"見直し", model.PhaseReview}, {"評価", model.PhaseReview}, {"改善", model.PhaseReview},
	{"移行", model.PhaseTransition}, {"経過措置", model.PhaseTransition},
	{"周知", model.PhaseInform}, {"広報", model.PhaseInform},
	{"随時", model.PhaseAsNeeded}, {"随時実施", model.PhaseAsNeeded},
	{"終了", model.PhaseEnd}, {"完了", model.PhaseEnd},
}

// Phase gives the phase that a word of a schedule names. Of several words in
// one cell (検討・準備) the first decides. It reports false for other text.
func Phase(word string) (model.Phase, bool) {
	for _, part := range append([]string{word}, strings.FieldsFunc(word, isWordSeparator)...) {
		for _, w := range phaseWords {
			if w.word == part {
				return w.phase, true
			}
		}
	}
	return "", false
}

func isWordSeparator(r rune) bool {
	return strings.ContainsRune("・、，,/／→⇒～〜~ 　\n", r) || isHyphen(r)
}

// phaseVocabulary are the words that a damaged schedule word is matched
// against. 検討中 is a status: with it, 検計 could be either.
func phaseVocabulary() []string {
	words := make([]string, 0, len(phaseWords))
	for _, w := range phaseWords {
		if w.word != "検討中" {
			words = append(words, w.word)
		}
	}
	return words
}

// barLabel reads the word of a schedule bar. The words that the document itself
// prints are preferred to the vocabulary at large.
func barLabel(f *model.Field[string], used []string) *model.Problem {
	word, steps := apply(f.Raw, wordRules)
	if word == "" {
		return nil
	}
	if _, known := Phase(word); known {
		f.Set(word, steps...)
		return nil
	}
	m, candidates := nearest(word, used)
	if m.word == "" {
		m, candidates = nearest(word, phaseVocabulary())
	}
	if m.word == "" || isRealWord(word) {
		f.Set(word, steps...)
		f.Doubt = unknownDoubt
		p := at(*f, problem("schedule.unknown", "工程の語「"+word+"」が既知の語にないため、段階を付けていません。", f.Raw, candidates...))
		return &p
	}
	f.Set(m.word, change(ruleVocabulary.ID, word, m.word, steps)...)
	f.Doubt = doubtOf(m.cost)
	return nil
}
