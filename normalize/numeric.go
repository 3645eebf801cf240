package normalize

import (
	"strings"
	"unicode/utf8"
)

// The rules of numbers: they give a printed quantity or date the form that it is
// read from. Each is lossless, or undoes a misreading that leaves no other
// reading open (l for 1 between digits, 干 before 万); what could be two numbers
// stays and becomes a problem.
var numericRules = []Rule{
	ruleInvisible, ruleWidthAll, ruleWidthKana, ruleRadical, ruleVariant, ruleVendor, ruleSpaceWidth,
	ruleDigitLetter, ruleNumberSpace, ruleTrim,
}

var quantityRules = append(numericRules[:len(numericRules):len(numericRules)], ruleKanaShape, ruleVendorUnit, ruleNumberComma, ruleNumberWord, rulePercentWord, ruleMinus, ruleRange)

var ruleWidthAll = Rule{
	ID: "width.sign", Why: "数値・日付の欄の全角記号を半角にする", English: "full-width signs of a number or date become ASCII",
	when: hasWide | hasWave,
	find: func(s string) (edits []edit) {
		for i, r := range s {
			t := r
			switch {
			case isTilde(r) && r != '~':
				t = '~'
			case r == '－', r >= 0xff01 && r <= 0xff5e:
				t = r - 0xfee0
			case r == '﹪':
				t = '%'
			case r == '￥':
				t = '¥'
			}
			if t != r {
				edits = append(edits, edit{i, i + utf8.RuneLen(r), string(t)})
			}
		}
		return edits
	},
}

// vendorForms are the characters of old vendor sets that stand for a unit or an
// era, with what they mean in a number.
var vendorForms = map[rune]string{
	'㎞': "km", '㎏': "kg", '㌔': "キロ", '㌧': "トン", '㌫': "%", '㌶': "ha", '㏊': "ha",
	'㍻': "平成", '㍼': "昭和", '㍽': "大正", '㍾': "明治", '㋿': "令和", '½': "1/2", '¼': "1/4", '¾': "3/4", '⅓': "1/3", '⅔': "2/3",
}

var ruleVendor = Rule{
	ID: "number.vendor", Why: "機種依存文字の単位・元号（㎞・㍻ など）を読める形にする", English: "vendor characters for units and eras are written out",
	when: hasVendor,
	find: func(s string) (edits []edit) {
		for i, r := range s {
			if t, ok := vendorForms[r]; ok {
				if f := fractionDecimals[r]; f != "" && endsInDigit(s[:i]) {
					t = f
				}
				edits = append(edits, edit{i, i + utf8.RuneLen(r), t})
			}
		}
		return edits
	},
}

// fractionDecimals are what a fraction adds to the number before it: 2½ is 2.5.
var fractionDecimals = map[rune]string{'½': ".5", '¼': ".25", '¾': ".75"}

func endsInDigit(s string) bool { return s != "" && isDigit(rune(s[len(s)-1])) }

// ruleVendorUnit writes the ways to print a unit in the one that values use.
var ruleVendorUnit = replaceAfterDigit("number.unit", "単位の表記（m2・ヵ年・が年・団休 など）を揃える", "spellings and misreadings of a unit become the usual one",
	[][2]string{{"m²", "㎡"}, {"m2", "㎡"}, {"m³", "㎥"}, {"m3", "㎥"}, {"ヵ年", "か年"}, {"ヶ年", "か年"}, {"カ年", "か年"}, {"が年", "か年"},
		{"ヵ月", "か月"}, {"ヶ月", "か月"}, {"カ月", "か月"}, {"が月", "か月"}, {"ヵ所", "か所"}, {"ヶ所", "か所"}, {"カ所", "か所"}, {"が所", "か所"},
		{"団休", "団体"}, {"入", "人"}, {"害", "割"}, {"備円", "億円"}, {"備", "億"}})

// replaceAfterDigit is a rule that replaces words which follow a number and
// which end there, or go on with what can follow a unit.
func replaceAfterDigit(id, why, english string, pairs [][2]string) Rule {
	return Rule{ID: id, Why: why, English: english, find: func(s string) (edits []edit) {
		for i := 1; i < len(s); i++ {
			if !isDigit(rune(s[i-1])) || isDigit(rune(s[i])) {
				continue
			}
			for _, p := range pairs {
				if rest, ok := strings.CutPrefix(s[i:], p[0]); ok && endsUnit(rest) {
					edits = append(edits, edit{i, i + len(p[0]), p[1]})
					break
				}
			}
		}
		return edits
	}}
}

// endsUnit reports text that a unit can be followed by: nothing, a bracket, a
// bound, a range, no further word.
func endsUnit(rest string) bool {
	r, n := utf8.DecodeRuneInString(rest)
	return n == 0 || hasSuffixWord(rest) || !isKanji(r) && !isKatakana(r) && !isLatin(r) || isDigit(r) || r == '円'
}

// ruleDigitLetter reads l, I, O and o inside a number as the digits they look
// like. One that begins it, before a unit (O件), may be a blank to fill in: it
// stays, and so does a letter that is like two digits (S, B).
var ruleDigitLetter = Rule{
	ID: "ocr.digit", Why: "数字の中の l・I・O・o を、見た目の同じ数字に直す", English: "l, I, O and o inside a number become the digits they look like",
	when: hasLatin,
	find: func(s string) (edits []edit) {
		for i := 0; i < len(s); i++ {
			end := i
			digits, letters := 0, 0
			for end < len(s) && (isDigit(rune(s[end])) || strings.IndexByte("lIOo.,", s[end]) >= 0) {
				if isDigit(rune(s[end])) {
					digits++
				} else if s[end] != '.' && s[end] != ',' {
					letters++
				}
				end++
			}
			whole := (i == 0 || !isLatin(rune(s[i-1]))) && (end == len(s) || !isLatin(rune(s[end])))
			if digits > 0 && letters > 0 && whole {
				to := strings.NewReplacer("l", "1", "I", "1", "O", "0", "o", "0").Replace(s[i:end])
				edits = append(edits, edit{i, end, to})
			}
			i = max(i, end-1)
		}
		return edits
	},
}

// ruleNumberSpace removes the white space of a number, all but that between a
// name and its value, and that between two runs of digits which may be two
// numbers.
var ruleNumberSpace = Rule{
	ID: "number.space", Why: "数値・日付の中の空白を取り除く", English: "white space inside a number or date is removed",
	when: hasSpace | hasBreak,
	find: func(s string) (edits []edit) {
		for i := 0; i < len(s); {
			end := i
			for end < len(s) && (s[end] == ' ' || s[end] == '\n') {
				end++
			}
			if end == i {
				i++
				continue
			}
			to := numberGap(s[:i], s[end:])
			if s[i:end] != to {
				edits = append(edits, edit{i, end, to})
			}
			i = end
		}
		return edits
	},
}

// numberGap is what stays of the white space between two parts.
func numberGap(before, after string) string {
	left, _ := utf8.DecodeLastRuneInString(before)
	right, _ := utf8.DecodeRuneInString(after)
	switch {
	case before == "" || after == "":
		return ""
	case isDigit(left) && isDigit(right):
		if regroups(before, after) {
			return ""
		}
		return " "
	case left == ',' && isDigit(right) && !isDigitRune(before[:len(before)-1]):
		return " "
	case left == ',' && isDigit(right):
		return " " // 38, 276: one number or two
	case isLatin(left) && isLatin(right):
		return " "
	case isDigit(right) && isNameRune(left) && !endsNumberWord(before):
		return " " // the name of what is counted: 受講率 46%
	case (isDigit(right) || isSignRune(right) || strings.HasPrefix(after, "約") || strings.HasPrefix(after, "概ね")) && isNameEnd(left) && !endsNumberWord(before):
		return " "
	}
	return ""
}

func isDigitRune(s string) bool { return endsInDigit(s) }

func isSignRune(r rune) bool { return strings.ContainsRune("▲△−-+±¥", r) }

// isNameRune reports a character that a name may end in.
func isNameRune(r rune) bool {
	return isKanji(r) || isKatakana(r) || r >= 0x3041 && r <= 0x3096 || r == ')' || r == '」' || isLatin(r)
}

func isNameEnd(r rune) bool { return isNameRune(r) && r != ')' }

// endsNumberWord reports text that ends inside a number or date: 億, 年, 約.
func endsNumberWord(s string) bool {
	for _, w := range [...]string{"億", "万", "千", "百", "十", "兆", "約", "およそ", "概ね", "ほぼ", "年", "月", "令和", "平成", "昭和", "大正", "から", "第"} {
		if t, ok := strings.CutSuffix(s, w); ok {
			return w != "千" && w != "百" && w != "十" || t == "" || isNumberEnd(t)
		}
	}
	return false
}

func isNumberEnd(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, " "))
	return isDigit(r) || kanjiDigit(r) >= 0 || strings.ContainsRune("億万千百兆", r)
}

// regroups reports that digits on both sides of a space make one number with
// its commas right: 1 5,821.
func regroups(before, after string) bool {
	head := before[len(strings.TrimRight(before, "0123456789")):]
	tail := after[:len(after)-len(strings.TrimLeft(after, "0123456789,"))]
	first, rest, grouped := strings.Cut(tail, ",")
	return grouped && len(head) > 0 && len(head)+len(first) <= 3 && groupsOf3("1,"+rest) && head != "0" &&
		(len(before) == len(head) || !strings.ContainsAny(before[len(before)-len(head)-1:len(before)-len(head)], ",."))
}

// ruleNumberComma reads an ideographic comma before exactly three digits and a
// counter as the comma of a number, and a middle dot before % as its point.
var ruleNumberComma = Rule{
	ID: "number.comma", Why: "数字の間の「、」を桁区切り、「・」を小数点として読む", English: "、 and ・ inside a number become its comma and point",
	find: func(s string) (edits []edit) {
		for i, r := range s {
			if r != '、' && r != '・' || !endsInDigit(s[:i]) {
				continue
			}
			rest := s[i+3:]
			digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
			tail := rest[digits:]
			head := s[:i][len(strings.TrimRight(s[:i], "0123456789")):]
			switch {
			case r == '、' && digits == 3 && len(head) <= 3 && tail != "" && unitFollows(tail):
				edits = append(edits, edit{i, i + 3, ","})
			case r == '・' && digits > 0 && digits <= 2 && (strings.HasPrefix(tail, "%") || strings.HasPrefix(tail, "パーセント")):
				edits = append(edits, edit{i, i + 3, "."})
			}
		}
		return edits
	},
}

func unitFollows(s string) bool {
	for _, u := range units {
		if strings.HasPrefix(s, u.printed) {
			return true
		}
	}
	return false
}

// ruleNumberWord undoes the misreadings of words that only a number has, where
// the character read is no part of any number: 干 before 万, 滅 behind %.
var ruleNumberWord = Rule{
	ID: "ocr.number_word", Why: "数値の中の読み違えた字（干→千・滅→減・土0→±0 など）を直す", English: "misread characters inside a number are undone",
	find: func(s string) (edits []edit) {
		for i, r := range s {
			n := utf8.RuneLen(r)
			switch {
			case r == '干' && isNumberEnd(s[:i]) && hasAnyPrefix(s[i+n:], "万", "億", "円", "人", "件", "百"):
				edits = append(edits, edit{i, i + n, "千"})
			case r == '滅' && i > 0 && s[i+n:] == "" || r == '滅' && i > 0 && strings.HasPrefix(s[i+n:], "("):
				edits = append(edits, edit{i, i + n, "減"})
			case r == '土' && i == 0 && len(s) > n && isDigit(rune(s[n])):
				edits = append(edits, edit{i, i + n, "±"})
			}
		}
		return edits
	},
}

func hasAnyPrefix(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// rulePercentWord writes a percentage with digits and %: 五十パーセント is 50%.
var rulePercentWord = Rule{
	ID: "number.percent", Why: "「パーセント」と漢数字の割合を ％ と算用数字にする", English: "percentages in words are written with digits and %",
	find: func(s string) (edits []edit) {
		for i := 0; i < len(s); i++ {
			w := ""
			for _, p := range [...]string{"パーセント", "%"} {
				if strings.HasPrefix(s[i:], p) {
					w = p
				}
			}
			if w == "" || strings.HasPrefix(s[i+len(w):], "ポイント") {
				continue
			}
			at := i
			for at > 0 {
				r, n := utf8.DecodeLastRuneInString(s[:at])
				if kanjiDigit(r) < 0 && r != '十' && r != '百' {
					break
				}
				at -= n
			}
			v, ok := kanjiNumber(s[at:i])
			if s[at:i] == "百" {
				v, ok = 100, true
			}
			switch {
			case at < i && ok:
				edits = append(edits, edit{at, i + len(w), number(v) + "%"})
			case w != "%" && endsInDigit(s[:i]):
				edits = append(edits, edit{i, i + len(w), "%"})
			}
			i += len(w) - 1
		}
		return edits
	},
}

// ruleMinus writes every sign of a negative number as a hyphen.
var ruleMinus = Rule{
	ID: "number.minus", Why: "数値の前の △・▲・− などを負号にする", English: "△, ▲ and other signs of a negative number become a minus",
	find: func(s string) (edits []edit) {
		for i, r := range s {
			n := utf8.RuneLen(r)
			if !strings.ContainsRune("▲△−–—―‐ー-", r) || i+n >= len(s) {
				continue
			}
			end := i + n
			end += spacesAt(s[end:])
			before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s[:i], " "))
			start := i == 0 || r != 'ー' && strings.ContainsRune("約】(ね", before) || strings.HasSuffix(s[:i], " ")
			if start && end < len(s) && isDigit(rune(s[end])) && s[i:end] != "-" {
				edits = append(edits, edit{i, end, "-"})
			}
		}
		return edits
	},
}

// ruleRange writes the dash between two numbers of a range as ~.
var ruleRange = Rule{
	ID: "number.range", Why: "範囲を表すダッシュ・長音を ~ にする", English: "the dash between the ends of a range becomes ~",
	find: func(s string) (edits []edit) {
		for i, r := range s {
			if !isHyphen(r) && r != 'ー' || i == 0 {
				continue
			}
			n := utf8.RuneLen(r)
			rest := strings.TrimLeft(s[i+n:], "0123456789.,")
			before, _ := utf8.DecodeLastRuneInString(s[:i])
			numbers := isDigit(before) || strings.ContainsRune("回件人%割倍歳点", before)
			if numbers && len(rest) < len(s[i+n:]) && rest != "" && (unitFollows(rest) || isKanji([]rune(rest)[0])) {
				edits = append(edits, edit{i, i + n, "~"})
			}
		}
		return edits
	},
}
