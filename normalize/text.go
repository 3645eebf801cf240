package normalize

import (
	"strings"
	"unicode/utf8"

	"gyokaku/model"
)

// Text reads free text of several sentences: an assessment, a result. It gives
// the text and the steps that lead to it; the text is "" for a cell that says
// nothing. Line breaks stay where a paragraph ends.
func Text(s string) (string, []model.Step) { return read(s, proseRules) }

// Line reads a text of one line: a title, a name. Line breaks in it come from
// the width of its cell and go.
func Line(s string) (string, []model.Step) { return read(s, lineRules) }

// Phrase reads a line whose spaces are part of it, such as a motto set in two
// halves: it is a Line that keeps one space where there was any.
func Phrase(s string) (string, []model.Step) { return read(s, phraseRules) }

func read(s string, rules []Rule) (string, []model.Step) {
	if Blank(s) {
		return "", nil
	}
	text, steps := apply(s, rules)
	if Blank(text) {
		return "", nil // a dash in markup says nothing either
	}
	return text, steps
}

// The rules of free text, in the order they run: what is not text goes first,
// then the shapes of characters, then what lies between them.
var (
	characterRules = []Rule{
		ruleEntity, ruleTag, ruleEmphasis, ruleInvisible, ruleWidthASCII, ruleWidthKana,
		ruleRadical, ruleVariant, ruleNFC, ruleDoubled, ruleKanaShape,
	}
	proseRules  = append(characterRules[:len(characterRules):len(characterRules)], ruleSpaceWidth, ruleJoinProse, ruleSpaceJapanese, ruleTrim)
	lineRules   = append(characterRules[:len(characterRules):len(characterRules)], ruleSpaceWidth, ruleJoinLine, ruleSpaceJapanese, ruleTrim)
	phraseRules = append(characterRules[:len(characterRules):len(characterRules)], ruleSpaceWidth, ruleJoinLine, ruleTrim)
)

var ruleInvisible = Rule{
	ID: "text.invisible", Why: "印刷されない文字（ゼロ幅文字・制御文字）を取り除く", English: "characters that print nothing are removed",
	when: hasInvisible,
	find: func(s string) (edits []edit) {
		for i, r := range s {
			if !isInvisible(r) {
				continue
			}
			to := ""
			if r == 0x2028 || r == 0x2029 || r == 0x85 || r == '\r' && !strings.HasPrefix(s[i+1:], "\n") {
				to = "\n"
			}
			_, n := utf8.DecodeRuneInString(s[i:])
			edits = append(edits, edit{i, i + n, to})
		}
		return edits
	},
}

var ruleSpaceWidth = Rule{
	ID: "space.width", Why: "全角スペース・タブ・連続した空白を半角スペース一つにする", English: "any run of white space becomes one space",
	when: hasSpace,
	find: func(s string) (edits []edit) {
		eachSpace(s, func(at, end int) {
			if s[at:end] != " " {
				edits = append(edits, edit{at, end, " "})
			}
		})
		return edits
	},
}

var ruleTrim = Rule{
	ID: "space.trim", Why: "前後の空白を取り除く", English: "white space at the ends is removed",
	when: hasSpace | hasBreak,
	find: func(s string) (edits []edit) {
		t := strings.TrimLeft(s, " \n")
		if n := len(s) - len(t); n > 0 {
			edits = append(edits, edit{0, n, ""})
		}
		if n := len(strings.TrimRight(t, " \n")); n < len(t) {
			edits = append(edits, edit{len(s) - len(t) + n, len(s), ""})
		}
		return edits
	},
}

var ruleJoinProse = Rule{
	ID: "text.join_lines", Why: "セルの幅で折り返された行をつなぐ（段落の切れ目は残す）", English: "lines broken by the width of a cell are joined; paragraphs stay",
	when: hasBreak, find: func(s string) []edit { return findBreaks(s, true) },
}

var ruleJoinLine = Rule{
	ID: "text.join_line", Why: "見出しや名称の途中の改行をつなぐ", English: "line breaks inside a title or name are joined",
	when: hasBreak, find: func(s string) []edit { return findBreaks(s, false) },
}

// findBreaks decides each line break with the white space around it: nothing
// between Japanese characters, a space between Latin words, and, if paragraphs
// are kept, one line break where a paragraph ends.
func findBreaks(s string, paragraphs bool) (edits []edit) {
	for i := 0; i < len(s); i++ {
		if s[i] != '\n' {
			continue
		}
		at, end := i, i+1
		for at > 0 && s[at-1] == ' ' {
			at--
		}
		for end < len(s) && (s[end] == ' ' || s[end] == '\n') {
			end++
		}
		left, _ := utf8.DecodeLastRuneInString(s[:at])
		right, _ := utf8.DecodeRuneInString(s[end:])
		to := joint(left, right)
		if paragraphs && newParagraph(left, right) {
			to = "\n"
		}
		if s[at:end] != to {
			edits = append(edits, edit{at, end, to})
		}
		i = end - 1
	}
	return edits
}

// joint is what joins two lines that end and begin with these characters.
func joint(left, right rune) string {
	if isWordRune(left) && isWordRune(right) {
		return " "
	}
	return ""
}

// newParagraph reports whether a line break between these characters ends a
// paragraph: after a sentence, and before a note or a bullet.
func newParagraph(left, right rune) bool {
	return endsSentence(left) && !isClosing(right) || right == '※' || isBullet(right)
}

func endsSentence(r rune) bool { return r == '。' || r == '】' }

func isBullet(r rune) bool {
	return strings.ContainsRune("・●○◎□■◆◇▪•➢⇒→", r) || r >= '①' && r <= '⑳'
}

// isWordRune reports a character of a Latin word or a number.
func isWordRune(r rune) bool { return isLatin(r) || isDigit(r) }

func eachSpace(s string, f func(at, end int)) {
	at := -1
	for i, r := range s {
		if isSpace(r) {
			if at < 0 {
				at = i
			}
		} else if at >= 0 {
			f(at, i)
			at = -1
		}
	}
	if at >= 0 {
		f(at, len(s))
	}
}
