package normalize

import (
	"strings"
	"unicode/utf8"
)

var ruleSpaceJapanese = Rule{
	ID: "space.japanese", Why: "日本語の文字・数字・略語の間に入った空白を取り除く", English: "spaces inside Japanese text, numbers and initials are removed",
	when: hasSpace, find: findJapaneseSpaces,
}

func findJapaneseSpaces(s string) (edits []edit) {
	brackets := bracketScan{s: s}
	eachSpace(s, func(at, end int) {
		to := gap(s, at, end, brackets.inside(at))
		if s[at:end] != to {
			edits = append(edits, edit{at, end, to})
		}
	})
	return edits
}

// bracketScan tells whether positions, asked for from left to right, are inside
// 【…】.
type bracketScan struct {
	s    string
	done int
	open bool
}

func (b *bracketScan) inside(at int) bool {
	for _, r := range b.s[b.done:at] {
		switch r {
		case '【':
			b.open = true
		case '】':
			b.open = false
		}
	}
	b.done = at
	return b.open
}

// gap is what stays of the white space s[at:end]: "", " ", or a line break
// where the space is all that is left of one.
func gap(s string, at, end int, inIndicator bool) string {
	left, _ := utf8.DecodeLastRuneInString(s[:at])
	right, _ := utf8.DecodeRuneInString(s[end:])
	if at == 0 || end == len(s) || left == '\n' || right == '\n' {
		return ""
	}
	switch {
	case endsSentence(left) && right != '】' && right != '」' && right != ')' && right != '）':
		return "\n"
	case right == '※' && !isOpening(left):
		return "\n"
	case isLatin(left) && isLatin(right):
		return latinGap(s, at, end)
	case inIndicator && isJapanese(left) && (isDigit(right) || right == '約'):
		return " " // 【応募倍率 8倍】: between the name and its value
	case right != 'ー' && partsSections(s[:at], s[end:]):
		return " "
	case isJapanese(left) && (isJapanese(right) || isWordRune(right)), isWordRune(left) && isJapanese(right):
		return ""
	case isClosing(right) && !isLatin(left), isOpening(left):
		return ""
	case isBracketed(left) && !isLatin(right), isBracketed(right) && !isLatin(left):
		return ""
	case right == '%' && isDigit(left), isSlash(left) && isWordRune(right), isSlash(right) && isWordRune(left):
		return ""
	}
	return " "
}

// partsSections reports that names of sections stand on both sides of a gap,
// as in a list of responsible sections: 総務課 財政課.
func partsSections(before, after string) bool {
	if !strings.HasSuffix(before, "課") {
		return false
	}
	for i, r := range after {
		if !isKanji(r) && !isKatakana(r) {
			after = after[:i]
			break
		}
	}
	return strings.HasSuffix(after, "課") && len(after) > len("課")
}

// latinGap joins initials that were set apart (P R, S N S) and keeps the space
// between words.
func latinGap(s string, at, end int) string {
	left, right := 0, 0
	for i := at; i > 0 && isWordByte(s[i-1]); i-- {
		left++
	}
	for i := end; i < len(s) && isWordByte(s[i]); i++ {
		right++
	}
	if left == 1 && right == 1 && isUpper(s[at-1]) && isUpper(s[end]) {
		return ""
	}
	return " "
}

func isWordByte(c byte) bool { return isLatin(rune(c)) || isDigit(rune(c)) }

func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }

func isSlash(r rune) bool { return r == '/' || r == '／' }

func isOpening(r rune) bool {
	switch r {
	case '(', '（', '「', '『', '【', '〔', '［', '〈', '《', '“':
		return true
	}
	return false
}

func isClosing(r rune) bool {
	switch r {
	case ')', '）', '」', '』', '】', '〕', '］', '〉', '》', '”', '、', '。', '，', ':', '：', '・', '！', '？':
		return true
	}
	return false
}

// isBracketed reports round brackets and CJK punctuation, which need no space
// on either side.
func isBracketed(r rune) bool {
	return r == '(' || r == ')' || r >= 0x3001 && r <= 0x301f || r == '（' || r == '）' || r == '：' || r == '・' || r == '％' || r == '！' || r == '？'
}

// isJapanese reports kanji, kana and the signs set among them.
func isJapanese(r rune) bool {
	switch {
	case r >= 0x3041 && r <= 0x30ff, r >= 0x3400 && r <= 0x9fff, r >= 0xf900 && r <= 0xfaff, r >= 0x20000 && r <= 0x3ffff:
		return true
	case r == '々' || r == '〇' || r == '〆' || r == 'ヶ' || isRadical(r):
		return true
	}
	return r >= '①' && r <= '⑳' || r == '㎡'
}
