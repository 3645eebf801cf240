package normalize

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// ItemNumber reads the number of an action item before any folding: printed is
// the number without stray spaces ("1-①") and path its ordinals ("1-1").
//
//	1-①, １－①, 4①  1-1, 1-1, 4-1
//	Ⅱ-3, 1-(4)       2-3, 1-4
//	No.7, 番号 12     7, 12
//	R7-1              R7-1 (an item added in 令和7)
//
// It reports false for text that is no number, or one whose ordinals cannot be
// told (3-@, 2-⑨③).
func ItemNumber(s string) (printed, path string, ok bool) {
	printed = printedNumber(s)
	list, ok := ordinals(cutNumberPrefix(printed))
	if !ok {
		return printed, "", false
	}
	return printed, strings.Join(list, "-"), true
}

// printedNumber drops white space and a label read into the cell (項目番号), and
// gives digits and dashes their ASCII forms. Circled digits and roman numerals
// stay.
func printedNumber(s string) string {
	var b strings.Builder
	for _, r := range s {
		t, _ := narrow(r)
		switch {
		case isCellEdge(r) || r == '。' || r == '、':
		case isHyphen(r) || r == 'ー' && b.Len() > 0:
			b.WriteByte('-')
		case b.Len() == 0 && (isJapanese(r) || r == ':' || r == '：') && !isOrdinalRune(r):
		default:
			b.WriteRune(t)
		}
	}
	return b.String()
}

func isOrdinalRune(r rune) bool {
	_, ok := enclosed(r)
	return ok || kanjiDigit(r) > 0 || strings.ContainsRune(kanaOrder, r)
}

// cutNumberPrefix drops No. and № before a running number.
func cutNumberPrefix(s string) string {
	for _, l := range [...]string{"No.", "NO.", "no.", "No．", "NO．", "No", "NO", "№", "#"} {
		if rest, ok := strings.CutPrefix(s, l); ok {
			return strings.TrimLeft(rest, ".．:：")
		}
	}
	return s
}

// An ordinal is one level of a number with how it is printed.
type ordinal struct {
	text  string // "1", "R7"
	level level
}

type level int

const (
	levelPlain level = iota // 1, １, 一
	levelRoman
	levelParen  // (1), ⑴
	levelCircle // ①
	levelKana   // ア
	levelEra    // R7: the year an item was added in
)

// ordinals splits a number into its levels. Between them stand dashes, points,
// の, or nothing where the sort of ordinal changes (4①).
func ordinals(s string) (list []string, ok bool) {
	last := level(-1)
	s = strings.TrimRight(s, ")）.．") + closing(s)
	for s != "" {
		if n := separatorLen(s); n > 0 && len(list) > 0 {
			s, last = s[n:], -1
		}
		o, n := ordinalAt(s)
		if n == 0 || o.text == "0" || o.level == last {
			return nil, false // 3-@; 1-0; 2-⑨③, two readings of one
		}
		list = append(list, o.text)
		s, last = s[n:], o.level
	}
	return list, len(list) > 0
}

// closing gives back the bracket that closes the last ordinal; any further one
// is a stray, and so is the point of "1.".
func closing(s string) string {
	if strings.LastIndexAny(s, "(（") > strings.LastIndexFunc(s, isHyphen) {
		return ")"
	}
	return ""
}

func separatorLen(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if isHyphen(r) || strings.ContainsRune("ー.．・の_/／>＞", r) {
		return n
	}
	return 0
}

// ordinalAt reads one ordinal at the start of s and its length in bytes.
func ordinalAt(s string) (ordinal, int) {
	r, n := utf8.DecodeRuneInString(s)
	if v, ok := enclosed(r); ok {
		return ordinal{strconv.Itoa(v.number), v.level}, n
	}
	if v := roman(r); v > 0 {
		return ordinal{strconv.Itoa(v), levelRoman}, n
	}
	if r == '(' || r == '（' {
		return parenthesised(s, n)
	}
	if t, m := digitsAt(s); m > 0 {
		if circled, k := utf8.DecodeRuneInString(s[m:]); circled == 0x20dd {
			return ordinal{trimZeros(t), levelCircle}, m + k
		}
		return ordinal{trimZeros(t), levelPlain}, m
	}
	if r == 'R' || r == 'Ｒ' || r == 'H' || r == 'Ｈ' {
		if t, m := digitsAt(s[n:]); m > 0 {
			era, _ := narrow(r)
			return ordinal{string(era) + trimZeros(t), levelEra}, n + m
		}
	}
	if v, m := asciiRoman(s); v > 0 {
		return ordinal{strconv.Itoa(v), levelRoman}, m
	}
	if i := strings.IndexRune(kanaOrder, r); i >= 0 {
		return ordinal{strconv.Itoa(utf8.RuneCountInString(kanaOrder[:i]) + 1), levelKana}, n
	}
	if v := kanjiDigit(r); v > 0 {
		return ordinal{strconv.Itoa(v), levelPlain}, n
	}
	return ordinal{}, 0
}

// kanaOrder numbers sub-items as アイウ.
const kanaOrder = "アイウエオカキクケコサシスセソ"

func parenthesised(s string, open int) (ordinal, int) {
	o, n := ordinalAt(s[open:])
	if n == 0 {
		return ordinal{}, 0
	}
	end := open + n
	if r, m := utf8.DecodeRuneInString(s[end:]); r == ')' || r == '）' {
		if o.level == levelPlain {
			o.level = levelParen
		}
		return o, end + m
	}
	return ordinal{}, 0
}

func digitsAt(s string) (string, int) {
	var b strings.Builder
	n := 0
	for _, r := range s {
		t, _ := narrow(r)
		if !isDigit(t) {
			break
		}
		b.WriteRune(t)
		n += utf8.RuneLen(r)
	}
	return b.String(), n
}

// trimZeros drops leading zeros: 06 is 6.
func trimZeros(s string) string {
	if t := strings.TrimLeft(s, "0"); t != "" {
		return t
	}
	return "0"
}

type enclosedNumber struct {
	number int
	level  level
}

// enclosed gives the number of a circled or bracketed digit.
func enclosed(r rune) (enclosedNumber, bool) {
	for _, b := range [...]struct {
		first, last rune
		number      int
		level       level
	}{
		{'①', '⑳', 1, levelCircle}, {'㉑', '㉟', 21, levelCircle}, {'㊱', '㊿', 36, levelCircle},
		{'❶', '❿', 1, levelCircle}, {'➀', '➉', 1, levelCircle}, {'➊', '➓', 1, levelCircle}, {'⓫', '⓴', 11, levelCircle}, {'⓵', '⓾', 1, levelCircle},
		{'⑴', '⒇', 1, levelParen}, {'⒈', '⒛', 1, levelPlain},
	} {
		if r >= b.first && r <= b.last {
			return enclosedNumber{b.number + int(r-b.first), b.level}, true
		}
	}
	return enclosedNumber{}, false
}

// roman gives the number of a roman numeral that is one character.
func roman(r rune) int {
	switch {
	case r >= 'Ⅰ' && r <= 'Ⅻ':
		return int(r-'Ⅰ') + 1
	case r >= 'ⅰ' && r <= 'ⅻ':
		return int(r-'ⅰ') + 1
	}
	return 0
}

// asciiRoman reads a roman numeral in Latin letters, up to XII. A lone l is the
// commonest reading of 1 and I in scans.
func asciiRoman(s string) (value, length int) {
	var b strings.Builder
	for _, r := range s {
		t, _ := narrow(r)
		if !strings.ContainsRune("IVXl", t) {
			break
		}
		b.WriteRune(t)
		length += utf8.RuneLen(r)
	}
	for i, n := range [...]string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"} {
		if b.String() == n || b.String() == "l" && i == 0 {
			return i + 1, length
		}
	}
	return 0, 0
}

// kanjiDigit gives the value of 〇一二…九, -1 for other characters.
func kanjiDigit(r rune) int {
	switch r {
	case '〇':
		return 0
	case '一':
		return 1
	case '二':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return -1
}
