package form

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// A role is what a label says about the cell beside it.
type role int

const (
	noRole         role = iota
	roleTitle           // 実施項目
	roleNumber          // 項目番号
	roleDepartment      // 主管課
	rolePillar          // 基本方針
	roleSituation       // 現状と課題
	roleGoal            // 目指す姿
	roleAssessment      // 総括評価
	roleSchedule        // 取組の工程: heads rows of actions with bars
	roleMeasures        // 指標: heads rows of planned and actual values
	roleEffect          // 効果額, where it is not a measure but a cell
	roleAction          // 取組内容, of an item without initiatives
	roleInitiative      // 取組内容 1
	roleProgress        // 進捗状況
	roleRating          // 1次評価: a further evaluator's grade
	roleDirection       // 今後の方向性
	roleDone            // 2024年度の実施内容
	roleNext            // 次年度に向けた改善点
	roleHint            // a heading that explains the cells below and has no value
	roleOverview        // section 〈…の概要〉
	roleSummary         // section 〈…の総括〉
	roleResults         // section 〈取組内容別の実績報告〉
)

// yearPrefix is a fiscal year at the head of a label: "2024年度の", "令和6年度".
const yearPrefix = `(?:(?:20\d\d|(?:令和|平成|R|H)(?:元|\d{1,2}))年度(?:の|における)?)`

var (
	initiativeLabel = pattern(`^(?:取組内容|取り組み内容|取組|取組項目|具体的取組|実施内容)[(（]?([0-9]{1,2})[)）]?$`)
	donePattern     = pattern(`^(?:` + yearPrefix + `(?:取組内容|実績|取組状況|取組)|` + yearPrefix + `?(?:に)?(?:実施内容|取組実績|実施状況|実施した内容|取組の実績|実施実績|主な実績))$`)
	progressPattern = pattern(`^` + yearPrefix + `(?:末)?(?:の)?(?:進捗状況|進捗度|進捗|達成状況|達成度|進捗区分|進捗評価)$`)
	nextPattern     = pattern(`^(?:(?:次年度|翌年度|今後|来年度)(?:以降)?|` + yearPrefix + `)(?:に向けた|へ向けた|に向けての|の|への)(?:改善点|課題|取組|改善|改善策|課題と改善点|展開|対応|予定|計画|取り組み)$`)
	// Evaluators besides the reporting department (survey, rows 20, 22, 65, 88).
	ratingPattern   = pattern(`^(?:[1-3一二三]次|内部|外部|自己|第三者|最終|庁内|委員会|所属長|部局長)(?:の)?(?:評価|判定)$`)
	hintPattern     = pattern(`^(?:取組|実施|推進)(?:の)?(?:内容|項目|事項)?(?:と|及び|・)?(?:期間|年度|計画|スケジュール)(?:\(年度\))?$`)
	noisyInitiative = pattern(`^取組内容[Il|]$`) // a 1 that was read as a letter
	captionBrackets = pattern(`^[〈<《≪【\[■◆●○▼◎]+(.+?)[〉>》≫】\]]*$`)
)

// A label is a cell that names the value beside it.
type label struct {
	role   role
	index  int    // number of an initiative
	digits string // the number as printed, where a profile tells the rest of the label
	year   string // fiscal year printed in the label, folded, "" if none
	noise  int    // characters by which the print differs from the lexicon
}

// maxLabel is the longest label in characters, folded; longer cells are values.
const maxLabel = 24

// maxLabelBytes bounds a label before folding, letter-spacing included.
const maxLabelBytes = 4 * 3 * maxLabel

// labelOf finds what the text of a cell labels. noisy allows for misread
// characters, as in transcripts.
func labelOf(text string, noisy bool) (label, bool) {
	if len(text) > maxLabelBytes {
		return label{}, false
	}
	key := fold(text)
	if n := utf8.RuneCountInString(key); n == 0 || n > maxLabel {
		return label{}, false
	}
	if l, ok := exactLabel(key); ok {
		return l, true
	}
	if l, ok := captionLabel(key); ok {
		return l, true
	}
	if noisy {
		return nearLabel(key)
	}
	return label{}, false
}

func exactLabel(key string) (label, bool) {
	key = strings.TrimRight(key, ":")
	if r, ok := lexicon()[key]; ok {
		return label{role: r}, true
	}
	if m := initiativeLabel().FindStringSubmatch(key); m != nil {
		return label{role: roleInitiative, index: ordinal(m[1])}, true
	}
	if donePattern().MatchString(key) {
		return label{role: roleDone, year: yearIn(key)}, true
	}
	if ratingPattern().MatchString(key) {
		return label{role: roleRating}, true
	}
	if progressPattern().MatchString(key) {
		return label{role: roleProgress, year: yearIn(key)}, true
	}
	if nextPattern().MatchString(key) {
		return label{role: roleNext}, true
	}
	if hintPattern().MatchString(key) {
		return label{role: roleHint}, true
	}
	return label{}, false
}

// captionLabel reads a caption in brackets, which opens a section of the form.
func captionLabel(key string) (label, bool) {
	m := captionBrackets().FindStringSubmatch(key)
	if m == nil {
		return label{}, false
	}
	switch words := m[1]; {
	case strings.Contains(words, "実績報告"), strings.Contains(words, "内容別"):
		return label{role: roleResults}, true
	case strings.HasSuffix(words, "総括"), strings.HasSuffix(words, "評価"):
		return label{role: roleSummary}, true
	case strings.HasSuffix(words, "概要"):
		return label{role: roleOverview}, true
	}
	return label{}, false
}

// nearLabel finds the one label that differs by a single misread character. A
// label below four characters has too many neighbours to be repaired.
func nearLabel(key string) (label, bool) {
	if strings.ContainsAny(key, "。、") {
		return label{}, false
	}
	if m := noisyInitiative().FindStringSubmatch(key); m != nil {
		return label{role: roleInitiative, index: 1, noise: 1}, true
	}
	// the year is read apart: only the words around it can be compared
	runes := []rune(strings.TrimLeft(key, "0123456789"))
	var found label
	for _, word := range repairable() {
		if distance(runes, word.runes, 1) != 1 {
			continue
		}
		l := label{role: word.role, year: yearIn(key), noise: 1}
		if found.role != noRole && found.role != l.role {
			return label{}, false
		}
		found = l
	}
	return found, found.role != noRole
}

type word struct {
	runes []rune
	role  role
}

// repairable are the labels long enough to be found with a misread character.
var repairable = sync.OnceValue(func() (list []word) {
	for text, r := range lexicon() {
		if utf8.RuneCountInString(text) >= 4 {
			list = append(list, word{[]rune(text), r})
		}
	}
	return append(list, word{[]rune("次年度に向けた改善点"), roleNext}, word{[]rune("年度の実施内容"), roleDone})
})

// colon is where the colon stands that may end a label at the head of a text,
// or -1.
func colon(text string) int {
	for i, r := range text {
		switch {
		case i > 3*maxLabel:
			return -1
		case r == ':', r == '：':
			return i
		}
	}
	return -1
}

// inlineLabel splits "主管課：総務課" into its label and value.
func inlineLabel(text string) (l label, value string, ok bool) {
	at := colon(text)
	if at <= 0 {
		return label{}, "", false
	}
	_, size := utf8.DecodeRuneInString(text[at:])
	value = strings.TrimSpace(text[at+size:])
	l, ok = exactLabel(fold(text[:at]))
	return l, value, ok && value != "" && l.role != roleHint
}

func ordinal(digits string) (n int) {
	for _, r := range digits {
		n = n*10 + int(r-'0')
	}
	return n
}
