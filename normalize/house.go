package normalize

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func composeKana(s string) string { return norm.NFC.String(s) }

// The rules of house style give a single text the form that texts are compared
// in: ASCII brackets, 、 for a comma, か所. A report keeps what is printed there,
// and is in NFC as its contract says, which a single text need not be: NFC
// changes the printed shape of 神 and 塚.
var houseRules = func() []Rule {
	var list []Rule
	for _, r := range proseRules {
		if r.ID == ruleNFC.ID {
			r = ruleKanaMark
		}
		list = append(list, r)
	}
	return append(list, ruleBrackets, ruleComma, ruleCounterKa, ruleTextDash)
}()

var ruleBrackets = Rule{
	ID: "style.brackets", Why: "全角の丸括弧・コロン・スラッシュを半角にする", English: "full-width round brackets and colons become ASCII",
	when: hasWide,
	find: func(s string) (edits []edit) {
		for i, r := range s {
			switch r {
			case '（', '）', '：', '／', '＝', '＋':
				edits = append(edits, edit{i, i + utf8.RuneLen(r), string(r - 0xfee0)})
			}
		}
		return edits
	},
}

// ruleComma writes the comma between Japanese words as 、. One in a number has
// no space behind it, and stays.
var ruleComma = Rule{
	ID: "style.comma", Why: "日本語の間の「, 」を「、」にする", English: "a comma and space among Japanese words become 、",
	find: func(s string) (edits []edit) {
		for i := 0; i < len(s); i++ {
			if s[i] != ',' || i == 0 {
				continue
			}
			before, _ := utf8.DecodeLastRuneInString(s[:i])
			rest := s[i+1:]
			spaces := spacesAt(rest)
			after, _ := utf8.DecodeRuneInString(rest[spaces:])
			if (isJapanese(before) || before == '」') && (isJapanese(after) || after == '「' || spaces > 0 && isWordRune(after)) {
				edits = append(edits, edit{i, i + 1 + spaces, "、"})
			}
		}
		return edits
	},
}

// ruleCounterKa writes か所, か月, か年 and か国 behind a number with か.
var ruleCounterKa = Rule{
	ID: "style.counter", Why: "数の後のカ所・ヶ所・ヵ月などを「か」で書く", English: "カ所, ヶ月 and the like behind a number are written with か",
	when: hasKana,
	find: func(s string) (edits []edit) {
		for i, r := range s {
			if r != 'カ' && r != 'ヶ' && r != 'ヵ' && r != 'ケ' {
				continue
			}
			n := utf8.RuneLen(r)
			before, _ := utf8.DecodeLastRuneInString(s[:i])
			after, _ := utf8.DecodeRuneInString(s[i+n:])
			if (isDigit(before) || before == '数' || r != 'ケ' && kanjiDigit(before) > 0) && strings.ContainsRune("所月年国", after) {
				edits = append(edits, edit{i, i + n, "か"})
			}
		}
		return edits
	},
}

// ruleTextDash writes a dash between spaces, and one between two years, as a
// hyphen.
var ruleTextDash = Rule{
	ID: "style.dash", Why: "区切りのダッシュと年の間のダッシュを「-」にする", English: "a dash set off by spaces or between years becomes a hyphen",
	find: func(s string) (edits []edit) {
		for i, r := range s {
			if !isHyphen(r) {
				continue
			}
			n := utf8.RuneLen(r)
			head, rest := strings.TrimRight(s[:i], " "), strings.TrimLeft(s[i+n:], " ")
			spaced := len(head) < i && len(rest) < len(s)-i-n
			switch {
			case fourDigits(head, true) && fourDigits(rest, false):
				if at, end := len(head), len(s)-len(rest); s[at:end] != "-" {
					edits = append(edits, edit{at, end, "-"})
				}
			case spaced && r != '-':
				edits = append(edits, edit{i, i + n, "-"})
			}
		}
		return edits
	},
}

func fourDigits(s string, end bool) bool {
	t := strings.TrimLeft(s, "0123456789")
	if end {
		t = strings.TrimRight(s, "0123456789")
	}
	return len(s)-len(t) == 4
}

// text reads free text in house style and tells what looks wrong in it.
func (r *Reading) text(c Context) {
	if Blank(r.Raw) {
		r.set("blank.dash", "")
		return
	}
	r.run(houseRules)
	for _, p := range Suspicions(r.Text, c.FiscalYear) {
		r.warn(&p)
	}
}
