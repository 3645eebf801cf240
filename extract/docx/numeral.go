package docx

import (
	"strconv"
	"strings"
	"unicode"
)

// The sequences of formats that have one sign for each number.
var (
	circled     = []rune("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿")
	bracketed   = []rune("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇")
	stopped20   = []rune("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛")
	aiueoHalf   = []rune("ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ")
	aiueoFull   = []rune("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン")
	irohaHalf   = []rune("ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽ")
	irohaFull   = []rune("イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス")
	kanjiDigits = []rune("〇一二三四五六七八九")
)

// numeral writes n in one of Word's formats (ST_NumberFormat). Where a format
// ends, Word goes on in decimal numbers; so it is for a format that is not known,
// for which ok is false.
func numeral(n int, format string) (text string, ok bool) {
	decimal := strconv.Itoa(n)
	switch format {
	case "", "decimal", "decimalHalfWidth":
		return decimal, true
	case "decimalZero":
		if 0 <= n && n < 10 {
			return "0" + decimal, true
		}
		return decimal, true
	case "decimalFullWidth", "decimalFullWidth2":
		return strings.Map(fullWidth, decimal), true
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return sign(circled, n, decimal), true
	case "decimalEnclosedParen":
		return sign(bracketed, n, decimal), true
	case "decimalEnclosedFullstop":
		return sign(stopped20, n, decimal), true
	case "aiueo":
		return around(aiueoHalf, n, decimal), true
	case "aiueoFullWidth":
		return around(aiueoFull, n, decimal), true
	case "iroha":
		return around(irohaHalf, n, decimal), true
	case "irohaFullWidth":
		return around(irohaFull, n, decimal), true
	case "upperLetter":
		return letters(n, decimal), true
	case "lowerLetter":
		return strings.ToLower(letters(n, decimal)), true
	case "upperRoman":
		return roman(n, decimal), true
	case "lowerRoman":
		return strings.ToLower(roman(n, decimal)), true
	case "japaneseCounting", "chineseCounting", "chineseCountingThousand":
		return counted(n, "一二三四五六七八九", "十百千", decimal), true
	case "japaneseLegal":
		return counted(n, "壱弐参四伍六七八九", "拾百阡", decimal), true
	case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital":
		return strings.Map(func(r rune) rune { return digit(kanjiDigits, r) }, decimal), true
	case "none":
		return "", true
	}
	return decimal, false
}

func fullWidth(r rune) rune {
	if unicode.IsDigit(r) {
		return r - '0' + '０'
	}
	return r
}

func digit(of []rune, r rune) rune {
	if '0' <= r && r <= '9' {
		return of[r-'0']
	}
	return r
}

// sign is the n-th sign of a sequence that ends.
func sign(of []rune, n int, otherwise string) string {
	if n < 1 || n > len(of) {
		return otherwise
	}
	return string(of[n-1])
}

// around is the n-th sign of a sequence that begins again at its end.
func around(of []rune, n int, otherwise string) string {
	if n < 1 {
		return otherwise
	}
	return string(of[(n-1)%len(of)])
}

// maxLetters bounds how often a letter is repeated: after Z comes AA, then BB
// up to ZZ, then AAA.
const maxLetters = 10

func letters(n int, otherwise string) string {
	times := (n-1)/26 + 1
	if n < 1 || times > maxLetters {
		return otherwise
	}
	return strings.Repeat(string(rune('A'+(n-1)%26)), times)
}

var romans = []struct {
	value int
	text  string
}{
	{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
	{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
}

func roman(n int, otherwise string) string {
	if n < 1 || n > 3999 {
		return otherwise
	}
	var b strings.Builder
	for _, r := range romans {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.text)
		}
	}
	return b.String()
}

// counted writes n as it is spoken: 二十三. digits are those from 1, units those
// from ten.
func counted(n int, digits, units, otherwise string) string {
	if n < 1 || n > 9999 {
		return otherwise
	}
	d, u := []rune(digits), []rune(units)
	var b strings.Builder
	for place, value := len(u), 1000; value > 0; place, value = place-1, value/10 {
		k := n / value % 10
		if k > 1 || (k == 1 && (place == 0 || d[0] != '一')) {
			b.WriteRune(d[k-1])
		}
		if k > 0 && place > 0 {
			b.WriteRune(u[place-1])
		}
	}
	return b.String()
}
