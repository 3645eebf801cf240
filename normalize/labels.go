package normalize

import (
	"strings"
	"unicode/utf8"
)

// labels are the headings of forms of progress reports, as far as they are set
// phrases. A heading in 〈 〉 is a title and not among them.
var labels = []string{
	"項目番号", "実施項目", "取組項目", "推進項目", "改革項目", "基本方針", "基本目標", "重点項目", "具体的取組", "整理番号", "通し番号",
	"主管課", "所管課", "担当課", "関係課", "主担当課", "実施部署", "責任部署", "担当部署",
	"現状と課題", "現状", "課題", "目指す姿", "目標", "目的", "効果", "期待される効果", "取組内容", "取組名", "実施内容", "実施計画", "年度計画", "工程表", "スケジュール", "実施時期",
	"進捗状況", "進捗", "進捗度", "達成状況", "達成度", "評価", "総括評価", "自己評価", "一次評価", "二次評価", "外部評価", "評価理由", "取組実績", "実績", "成果", "成果指標", "指標", "目標値", "実績値", "基準値", "現状値", "達成率", "効果額", "削減額", "財政効果",
	"次年度に向けた改善点", "改善点", "今後の方向性", "今後の課題", "今後の予定", "今後の取組", "次年度の取組", "備考", "取組方針", "概要",
}

// label reads a heading, or a word of a schedule. Digits before and behind it
// (2024年度の実施内容, 取組内容 2) are no part of what is matched.
func (r *Reading) label() {
	r.run(labelRules)
	if r.Text == "" {
		return
	}
	if text, ok := angleTitle(r.Text); ok {
		r.set("ocr.angle", text)
		return
	}
	head, word, tail := cutDigits(r.Text)
	if isLabel(word) {
		return
	}
	m, candidates := nearest(word, labelVocabulary())
	if m.word == "" {
		r.warn(problem("label.unknown", "見出しの語が既知の語にないため、そのままにしています。", r.Raw, candidates...))
		return
	}
	r.set(ruleVocabulary.ID, head+m.word+tail)
}

var labelRules = append(append([]Rule(nil), wordRules...), ruleDateWord, ruleBrackets)

func isLabel(word string) bool {
	if _, ok := Phase(word); ok {
		return true
	}
	for _, l := range labels {
		if l == word {
			return true
		}
	}
	return false
}

// labelVocabulary is the headings and the words of schedules.
func labelVocabulary() []string {
	return append(append([]string(nil), labels...), phaseVocabulary()...)
}

// angleTitle gives a heading in 〈 〉 its brackets back, which scans read as く
// and >, or (. It reports false for a heading without them.
func angleTitle(s string) (string, bool) {
	first, n := utf8.DecodeRuneInString(s)
	last, m := utf8.DecodeLastRuneInString(s)
	opens, closes := strings.ContainsRune("〈く<(", first), strings.ContainsRune("〉>)", last)
	angled := first == '〈' || first == '<' || last == '〉' || last == '>'
	if !opens || !closes || !angled || len(s) <= n+m {
		return s, false
	}
	return "〈" + s[n:len(s)-m] + "〉", true
}

// cutDigits parts a label from a year before it and a number behind it.
func cutDigits(s string) (head, word, tail string) {
	if y, n := yearAt(s, 0); n > 0 && y.fiscal {
		at := y.end + len(s[y.end:]) - len(strings.TrimPrefix(s[y.end:], "の"))
		if at < len(s) {
			head, s = s[:at], s[at:]
		}
	}
	word = strings.TrimRightFunc(strings.TrimSuffix(s, "欄"), func(r rune) bool {
		_, circled := enclosed(r)
		return circled || isDigit(r) || r == '(' || r == ')'
	})
	return head, word, s[len(word):]
}
