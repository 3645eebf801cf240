package normalize

import (
	"strings"
	"unicode/utf8"
)

var dateRules = append(numericRules[:len(numericRules):len(numericRules)], ruleDateWord, ruleDateCircle, ruleDateRange)

// ruleDateWord undoes misreadings in the words of a date where no such word
// exists: 今和, 征度, 年度未.
var ruleDateWord = Rule{
	ID: "ocr.date_word", Why: "元号・年度・期の読み違えた字（今和→令和・征度→年度・年度未→年度末）を直す", English: "misread characters in the words of a date are undone",
	find: func(s string) (edits []edit) {
		for i := 0; i < len(s); {
			n := 0
			for _, w := range dateWords {
				if strings.HasPrefix(s[i:], w.read) && w.fits(s[:i], s[i+len(w.read):]) {
					edits = append(edits, edit{i, i + len(w.read), w.word})
					n = len(w.read)
					break
				}
			}
			if n == 0 {
				_, n = utf8.DecodeRuneInString(s[i:])
			}
			i += n
		}
		return edits
	},
}

// A dateWord is a misreading with what must stand around it.
type dateWord struct {
	read, word string
	fits       func(before, after string) bool
}

func beforeYear(_, after string) bool {
	r, _ := utf8.DecodeRuneInString(after)
	return isDigit(r) || r == '元' || kanjiDigit(r) >= 0 || r == '十'
}

func beforeMonthOrDay(before, after string) bool {
	return strings.HasSuffix(before, "年") && strings.HasPrefix(after, "月") || strings.HasSuffix(before, "月") && strings.HasPrefix(after, "日")
}

func afterNumber(before, after string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	q, _ := utf8.DecodeRuneInString(after)
	return (isDigit(r) || kanjiDigit(r) >= 0 || r == '元') && (after == "" || q == '度' || isDigit(q))
}

// atEnd: 年度未 before 達成 or 実施 is no 年度末.
func atEnd(before, after string) bool {
	r, _ := utf8.DecodeRuneInString(after)
	return (strings.HasSuffix(before, "年度") || strings.HasSuffix(before, "月")) && !isKanji(r) || strings.HasPrefix(after, "時点") || strings.HasPrefix(after, "現在")
}

func quarterWord(before, _ string) bool {
	return strings.HasSuffix(before, "四半") || strings.HasSuffix(before, "上半") || strings.HasSuffix(before, "下半")
}

var dateWords = []dateWord{
	{"今和", "令和", beforeYear}, {"信和", "令和", beforeYear}, {"令利", "令和", beforeYear}, {"合和", "令和", beforeYear}, {"令如", "令和", beforeYear},
	{"平戍", "平成", beforeYear}, {"平戌", "平成", beforeYear}, {"平威", "平成", beforeYear}, {"乎成", "平成", beforeYear}, {"眧和", "昭和", beforeYear},
	{"l", "1", beforeMonthOrDay}, {"I", "1", beforeMonthOrDay}, {"征", "年", afterNumber}, {"牛", "年", afterNumber}, {"午", "年", afterNumber}, {"冷和", "令和", beforeYear}, {"未", "末", atEnd}, {"其", "期", quarterWord}, {"年废", "年度", afterNumber}, {"年渡", "年度", afterNumber},
}

// ruleDateCircle reads a run of circled digits before 年, 月 or 日 as the digits
// they hold.
var ruleDateCircle = Rule{
	ID: "ocr.date_circle", Why: "年・月・日の前の丸数字を数字として読む", English: "circled digits before 年, 月 and 日 are digits",
	find: func(s string) (edits []edit) {
		start := -1
		for i, r := range s {
			if r >= '①' && r <= '⑨' || r == '⓪' {
				if start < 0 {
					start = i
				}
				continue
			}
			if start >= 0 && (r == '年' || r == '月' || r == '日') {
				edits = append(edits, edit{start, i, circledDigits(s[start:i])})
			}
			start = -1
		}
		return edits
	},
}

func circledDigits(s string) string {
	var b strings.Builder
	for _, r := range s {
		v, _ := enclosed(r)
		b.WriteByte(byte('0' + v.number%10))
	}
	return b.String()
}

// ruleDateRange writes the dash between two times as ~. The kanji 一 is one
// between numbers: tesseract reads ～ so.
var ruleDateRange = Rule{
	ID: "date.range", Why: "期間を表すダッシュ・長音・一 を ~ にする", English: "the dash between the ends of a period becomes ~",
	find: func(s string) (edits []edit) {
		for i, r := range s {
			if !isHyphen(r) && r != 'ー' && r != '一' || i == 0 {
				continue
			}
			n := utf8.RuneLen(r)
			if isRangeDash(s[:i], r, s[i+n:]) {
				edits = append(edits, edit{i, i + n, "~"})
			}
		}
		return edits
	},
}

func isRangeDash(before string, dash rune, after string) bool {
	digits := len(before) - len(strings.TrimRight(before, "0123456789"))
	ended := strings.HasSuffix(before, "年度") || strings.HasSuffix(before, "年") || strings.HasSuffix(before, "月") || strings.HasSuffix(before, "日")
	if !ended && digits == 0 {
		return false
	}
	y, ok := calendarYearAt(after, 0)
	if ok && (y.era != 0 || y.digits == 4) {
		return true
	}
	n := len(after) - len(strings.TrimLeft(after, "0123456789"))
	if n == 0 || n > 2 {
		return false
	}
	if ended {
		return true
	}
	// 令和6-10年度; 2024-28; not 2024-4-1 and not 一 in 十一年.
	era := strings.TrimRight(before, "0123456789")
	return hasAnyPrefix(after[n:], "年度", "年") && (era != "" || digits == 4) || digits == 4 && after[n:] == "" && (dash != '-' || n == 2 && after > before[2:])
}
