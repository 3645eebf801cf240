package normalize

import "strings"

// isHyphen reports the dashes that stand for one another in print and in
// readings. The long vowel mark ー and the kanji 一 are not among them: they are
// dashes only by their neighbours.
func isHyphen(r rune) bool {
	switch r {
	case '-', '‐', '‑', '‒', '–', '—', '―', '−', '－', '﹣', '─', '━', 'ｰ':
		return true
	}
	return false
}

// isTilde reports the wave dashes.
func isTilde(r rune) bool {
	switch r {
	case '~', '～', '〜', '∼', '⁓', '〰':
		return true
	}
	return false
}

// Blank reports whether a cell says nothing: white space, dashes (－, ―, ー) or
// stars (***) only.
func Blank(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		return !isSpace(r) && r != '\n' && !isInvisible(r) && !isHyphen(r) && r != 'ー' && r != '*' && r != '＊'
	}) < 0
}
