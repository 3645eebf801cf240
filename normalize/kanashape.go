package normalize

import (
	"strings"
	"unicode/utf8"
)

// ruleKanaShape tells kana from the kanji of the same shape by their
// neighbours, only where the character read makes no word: デ一タ, 窓ロ. 八ツ場,
// 一つ and サービス一覧 stay.
var ruleKanaShape = Rule{
	ID: "ocr.kana_shape", Why: "同じ形のカタカナと漢字（カ・力、ロ・口、ー・一 など）を前後の文字で直す", English: "katakana and kanji of one shape are told apart by their neighbours",
	when: hasShape,
	find: func(s string) (edits []edit) {
		before := rune(0)
		for i, r := range s {
			n := utf8.RuneLen(r)
			if isShape(r) {
				if q := shapeOf(r, before, s[:i], s[i+n:]); q != r {
					edits = append(edits, edit{i, i + n, string(q)})
					r = q
				}
			}
			before = r
		}
		return edits
	},
}

func isShape(r rune) bool {
	switch r {
	case '一', '二', '夕', '卜', '口', '力', '工', '八', 'カ', 'ロ', 'エ', 'タ', 'ニ', 'ハ', 'へ', 'べ', 'ぺ':
		return true
	}
	return false
}

// shapeOf gives the character that stands between before and rest.
func shapeOf(r, before rune, head, rest string) rune {
	after, n := utf8.DecodeRuneInString(rest)
	next, _ := utf8.DecodeRuneInString(rest[n:])
	inKana := isKatakana(before) && isKatakana(after)
	switch r {
	case '一':
		if isKatakana(before) && before != 'ー' && (isKatakana(after) || n == 0 || strings.ContainsRune("のをにはがとでや、。・）)」", after)) {
			return 'ー'
		}
	case '二':
		return choose(after == 'ー' || inKana, 'ニ', r)
	case '夕':
		return choose(after == 'ー' || inKana || after == 'ッ', 'タ', r)
	case '卜':
		return choose(isKatakana(after) || isKatakana(before) && !isKanji(after), 'ト', r)
	case '八':
		return choose(after == 'ー' && !isKanji(before), 'ハ', r)
	case '口', '力', '工':
		if after == 'ー' || after == 'ッ' {
			return map[rune]rune{'口': 'ロ', '力': 'カ', '工': 'エ'}[r]
		}
	case 'へ', 'べ', 'ぺ':
		if isKatakana(before) && (after == 'ー' || r != 'へ' && isKatakana(after)) {
			return map[rune]rune{'へ': 'ヘ', 'べ': 'ベ', 'ぺ': 'ペ'}[r]
		}
	default:
		return kanjiShape(r, before, after, next, head)
	}
	return r
}

func choose(ok bool, a, b rune) rune {
	if ok {
		return a
	}
	return b
}

// kanjiShape gives the kanji for a katakana that stands among kanji. カ before a
// counter (数カ所), and ロ in the number of a clause (第1号ロ), are kana.
func kanjiShape(r, before, after, next rune, head string) rune {
	clause := strings.ContainsRune("号項条表第（(、・", before)
	switch r {
	case 'カ':
		counted := strings.ContainsRune("所月国年村町条寺店校件箇", after) || kanjiDigit(before) >= 0 || strings.ContainsRune("数何十百千", before)
		return choose(isKanji(before) && !clause && !counted && !isKatakana(after), '力', r)
	case 'ロ':
		inWord := isKanji(before) && !clause && kanjiDigit(before) < 0 && !isKatakana(after)
		return choose(inWord || !isKatakana(before) && strings.ContainsRune("座頭径述", after), '口', r)
	case 'エ':
		return choose(!isKatakana(before) && strings.ContainsRune("事業場程法夫期芸作区務賃具費", after), '工', r)
	case 'タ':
		return choose(!isKatakana(before) && strings.ContainsRune("方食刻", after), '夕', r)
	case 'ニ':
		return choose((before == '第' || before == '十') && !isKatakana(after), '二', r)
	case 'ハ':
		return choose((before == '第' || before == '十') && !isKatakana(after), '八', r)
	}
	return r
}

// ruleKanaMark joins a kana and its sound mark where they are two characters.
// It is what NFC does to them, and leaves every other character.
var ruleKanaMark = Rule{
	ID: "text.kana_mark", Why: "仮名と分かれた濁点・半濁点を合成する", English: "a kana and its separate sound mark are joined",
	when: hasMark,
	find: func(s string) (edits []edit) {
		before, at := rune(0), 0
		for i, r := range s {
			if (r == 0x3099 || r == 0x309a) && before != 0 {
				end := i + utf8.RuneLen(r)
				if t := composeKana(s[at:end]); t != s[at:end] {
					edits = append(edits, edit{at, end, t})
				}
			}
			before, at = r, i
		}
		return edits
	},
}
