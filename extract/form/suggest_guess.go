package form

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// The shares and sizes by which values tell what their label is.
const (
	mostValues   = 0.6 // of the values must have a shape
	fewDistinct  = 6   // a scale has no more words
	shortValue   = 8   // characters of a status, at most
	proseLength  = 20  // characters of a text, on average at least
	minOverlap   = 0.5 // of the pairs of characters that two labels share
	maxTitleSize = 40  // characters of a name, at most
)

// guess finds the role that a label may have: by its own form, by the nearest
// word of the lexicon, by what its values look like, by a word inside it.
func (l *labelSeen) guess() (role, string) {
	if l.indexed {
		return roleInitiative, "後ろに番号が付いています"
	}
	near, word, share := nearestWord(l.text)
	if share == 1 {
		return near, "「" + word + "」とほぼ同じ語です"
	}
	if r, why := l.byValues(); r != noRole {
		return r, why
	}
	if near != noRole {
		return near, fmt.Sprintf("「%s」に似た語です（%d%%）", word, int(100*share))
	}
	for _, h := range wordHints {
		if m := h.words().FindString(l.text); m != "" {
			return h.role, "「" + m + "」を含む語です"
		}
	}
	return noRole, "手がかりがありません"
}

// byValues judges by the shape of the values beside the label.
func (l *labelSeen) byValues() (role, string) {
	var numbers, departments, short, prose, amounts int
	distinct := map[string]bool{}
	for _, v := range l.values {
		n := utf8.RuneCountInString(v)
		distinct[v] = true
		switch key := fold(v); {
		case departmentEnd().MatchString(key) && n <= 3*shortValue:
			departments++
		case itemNumber().MatchString(key) && n <= shortValue:
			numbers++
		case moneyValue().MatchString(key) && n <= 3*shortValue:
			amounts++
		case n >= proseLength || strings.HasSuffix(v, "。"):
			prose++
		case n <= shortValue:
			short++
		}
	}
	most := func(n int) bool { return float64(n) >= mostValues*float64(len(l.values)) }
	switch {
	case most(departments):
		return roleDepartment, "値が課や室の名前です"
	case most(numbers) && len(distinct) == len(l.values):
		return roleNumber, "値が番号で、すべて違います"
	case most(amounts):
		return roleMeasures, "値が数量です"
	case most(short) && len(l.values) > len(distinct) && len(distinct) <= fewDistinct:
		return roleProgress, fmt.Sprintf("値が短い語で、%d種類だけです", len(distinct))
	case !most(prose) && l.first > 0 && len(distinct) == len(l.values) && longest(l.values) <= maxTitleSize && hinted(l.text) == noRole:
		return roleTitle, "値が短い名前で、すべて違います"
	}
	return noRole, ""
}

func longest(values []string) (n int) {
	for _, v := range values {
		n = max(n, utf8.RuneCountInString(v))
	}
	return n
}

func hinted(text string) role {
	for _, h := range wordHints {
		if h.words().MatchString(text) {
			return h.role
		}
	}
	return noRole
}

// wordHints are parts of words that speak for a role, the stronger first.
var wordHints = []struct {
	words func() *regexp.Regexp
	role  role
}{
	{pattern(`番号|№|No`), roleNumber},
	{pattern(`担当|所管|主管|なかま|部署`), roleDepartment},
	{pattern(`今後|次年|翌年|来年|つぎ|これから|改善`), roleNext},
	{pattern(`現状|課題|いま|背景|問題`), roleSituation},
	{pattern(`目標|めざ|目指|ねらい|目的|すがた|姿`), roleGoal},
	{pattern(`総括|ふりかえ|振り返|まとめ|所見`), roleAssessment},
	{pattern(`実績|記録|結果|成果|したこと|取組状況`), roleDone},
	{pattern(`進捗|進み|歩み|達成|ぐあい|度合|状態`), roleProgress},
	{pattern(`効果額|金額`), roleEffect},
	{pattern(`指標|数値|ものさし`), roleMeasures},
	{pattern(`工程|スケジュール|予定|計画`), roleSchedule},
	{pattern(`柱|方針|視点|分野`), rolePillar},
	{pattern(`内容|取組|取り組み`), roleAction},
}

// nearestWord is the word of the lexicon that shares most pairs of neighbouring
// characters with text; share is 1 for one that differs by a single character.
func nearestWord(text string) (best role, word string, share float64) {
	key := []rune(text)
	for r, list := range words {
		for _, w := range list {
			runes := []rune(w)
			s := overlapOf(key, runes)
			if len(runes) >= 4 && distance(key, runes, 1) <= 1 {
				s = 1
			}
			if s > share || s == share && s > 0 && (w < word) {
				best, word, share = r, w, s
			}
		}
	}
	if share < minOverlap {
		return noRole, "", 0
	}
	return best, word, share
}

// overlapOf is the share of neighbouring pairs that two words have in common.
func overlapOf(a, b []rune) float64 {
	if len(a) < 2 || len(b) < 2 {
		return 0
	}
	pairs := map[[2]rune]int{}
	for i := range len(a) - 1 {
		pairs[[2]rune{a[i], a[i+1]}]++
	}
	common := 0
	for i := range len(b) - 1 {
		p := [2]rune{b[i], b[i+1]}
		if pairs[p] > 0 {
			pairs[p]--
			common++
		}
	}
	return 2 * float64(common) / float64(len(a)+len(b)-2)
}
