package normalize

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// An ItemPath is the number of an action item.
type ItemPath struct {
	ID     string `json:"id"`             // "1-1"
	Number string `json:"number"`         // "1-①"
	Path   []int  `json:"path,omitempty"` // [1 1]; nil for an added item (R7-1)
	Rest   string `json:"rest,omitempty"` // the title that was joined behind it
}

// number reads an item number. One of two plain levels gets its circle back
// (1-1 is 1-①), because NFKC and scans take it.
func (r *Reading) number() {
	if Blank(r.Raw) {
		r.set("blank.dash", "")
		return
	}
	printed, path, ok := ItemNumber(r.Raw)
	if Blank(printed) {
		r.set("blank.dash", "")
		return
	}
	rest := ""
	if !ok {
		head, tail := cutTitle(r.Raw)
		if p, q, fits := ItemNumber(head); fits && tail != "" {
			printed, path, ok, rest = p, q, true, tail
		}
	}
	if ok && isReversed(printed) {
		r.set("number.printed", printed)
		a, b, _ := strings.Cut(path, "-")
		r.warn(problem("number.reversed", "丸数字が先にあり、番号の順が決まらないため、値を入れていません。", r.Raw, canonicalNumber(a+"-"+b, printed)))
		return
	}
	if !ok {
		r.set("number.printed", printed)
		r.warn(problem("number.unreadable", "項目番号を読み取れないため、値を入れていません。", r.Raw, numberCandidates(printed)...))
		return
	}
	text := canonicalNumber(path, printed)
	r.set("number.printed", text)
	r.Number = &ItemPath{ID: path, Number: text, Path: intPath(path), Rest: rest}
}

func intPath(path string) (list []int) {
	for _, p := range strings.Split(path, "-") {
		v, err := strconv.Atoi(p)
		if err != nil {
			return nil
		}
		list = append(list, v)
	}
	return list
}

// canonicalNumber writes a number of two plain levels as major-circled, and
// any other as it is printed.
func canonicalNumber(path, printed string) string {
	list := intPath(path)
	first, _ := utf8.DecodeRuneInString(printed)
	_, circled := enclosed(first)
	if len(list) != 2 || list[1] < 1 || list[1] > 50 || circled || roman(first) > 0 || first == '(' {
		return printed
	}
	if len(printed) > 1 && first == 'I' && printed[1] == 'I' || first == 'V' || first == 'X' {
		return printed
	}
	return strconv.Itoa(list[0]) + "-" + string(circle(list[1]))
}

// circle gives the circled form of 1 to 50.
func circle(n int) rune {
	switch {
	case n <= 20:
		return '①' + rune(n-1)
	case n <= 35:
		return '㉑' + rune(n-21)
	}
	return '㊱' + rune(n-36)
}

// isReversed reports ①-1: a circled level above a plain one.
func isReversed(printed string) bool {
	r, n := utf8.DecodeRuneInString(printed)
	e, ok := enclosed(r)
	if !ok || e.level != levelCircle {
		return false
	}
	rest := printed[n:]
	m := separatorLen(rest)
	return m > 0 && strings.Trim(rest[m:], "0123456789") == "" && rest[m:] != ""
}

// cutTitle parts a number from the title behind it: at the first kana or kanji
// after a circled or bracketed digit.
func cutTitle(s string) (number, title string) {
	for i, r := range s {
		if e, ok := enclosed(r); ok && (e.level == levelCircle || e.level == levelParen) {
			at := i + utf8.RuneLen(r)
			t := strings.TrimLeftFunc(s[at:], isSpace)
			next, _ := utf8.DecodeRuneInString(t)
			if isJapanese(next) && !isOrdinalRune(next) && utf8.RuneCountInString(t) > 2 {
				return s[:at], t
			}
		}
	}
	return s, ""
}

// numberCandidates gives the number with a letter before its dash read as the
// digit it looks like.
func numberCandidates(printed string) []string {
	for _, p := range [...][2]string{{"S", "5"}, {"B", "8"}, {"Z", "2"}, {"G", "6"}} {
		if rest, ok := strings.CutPrefix(printed, p[0]); ok {
			if _, path, ok := ItemNumber(p[1] + rest); ok {
				return []string{canonicalNumber(path, p[1]+rest)}
			}
		}
	}
	return nil
}
