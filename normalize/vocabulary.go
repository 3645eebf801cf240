package normalize

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// The weights of a misreading. What a wrong character costs says how much a
// reading must differ before a word is no longer recognised; the look-alikes
// and splits are the ones measured on scans of reports, and 1 is any other.
const (
	costEdit      = 1.0 // a character lost, added, or read as any other
	costLookAlike = 0.4 // 未 for 末
	costSplit     = 0.4 // 川頁 for 順: one character read as its two halves
	costHalfSplit = 0.5 // 川原 for 順: one half right, the other a look-alike of its half
	costHalf      = 0.6 // 川 for 順: half of the character lost
)

// maxCost bounds the weighted distance of a reading from the word it is taken
// for. At one edit, 88.7 % of 4,451 status cells read by OCR were right and
// 0.08 % wrong; at two edits 7 % of the words outside the vocabulary were pulled
// into it.
const maxCost = 1.0

// minMargin is how much further away the second nearest word must be.
const minMargin = 0.4

// lossMargin is how much further away a longer word must be: more than the
// loss of one character. Short readings are cut-off words more often than
// misread ones: 市民窓 is 市民窓口課 and not 市民課, 改普 may be 改善点. Of 100,000
// words damaged at measured rates this leaves 0 repaired wrong at 300 and 200
// dpi; with minMargin alone it was 1 at 300 dpi and 6 at 150.
const lossMargin = 1.4

// A match is the word of a vocabulary that a reading was taken for.
type match struct {
	word string
	cost float64 // 0: as printed
}

// nearest finds the one word of the vocabulary that s is a misreading of. It
// reports the candidates instead if there is none near enough, or more than
// one. Words are compared by rune.
func nearest(s string, words []string) (m match, candidates []string) {
	best, second := match{cost: 9}, match{cost: 9}
	r := []rune(s)
	near := make([]match, 0, 8)
	for _, w := range words {
		q := []rune(w)
		c := cost(q, r)
		if c >= float64(max(len(q), len(r))) {
			continue // not a character in common
		}
		near = append(near, match{w, c})
		switch {
		case c < best.cost:
			best, second = match{w, c}, best
		case c < second.cost && w != best.word:
			second = match{w, c}
		}
	}
	if best.cost <= maxCost && second.cost-best.cost >= minMargin && !cutOff(r, best, near) && enough(r, best, len(words)) {
		return best, nil
	}
	for _, c := range []match{best, second} {
		if c.word != "" && c.cost <= 2*maxCost {
			candidates = append(candidates, c.word)
		}
	}
	return match{}, candidates
}

// cutOff reports that a word longer than the best, and than the reading, is so
// near that the reading may be that word with a character lost.
func cutOff(read []rune, best match, near []match) bool {
	return slices.ContainsFunc(near, func(m match) bool {
		n := utf8.RuneCountInString(m.word)
		return n > len(read) && n > utf8.RuneCountInString(best.word) && m.cost-best.cost < lossMargin
	})
}

// enough reports whether so much of the word was read that it can be told: half
// of a two-character word is too little evidence.
func enough(read []rune, m match, words int) bool {
	n := utf8.RuneCountInString(m.word)
	if n == 2 && m.cost >= costEdit && words > smallVocabulary {
		return false
	}
	return n > 1 && len(read) > 1 || m.cost == 0
}

// smallVocabulary is how many words a vocabulary may have for one right
// character of two to tell the word. Beyond it chance finds a wrong one: of a
// million words damaged at 200 dpi, 彼時 (設計) became 随時.
const smallVocabulary = 24

// cost is the weighted distance of a reading from a word.
func cost(word, read []rune) float64 {
	if d := len(word) - len(read); d > 2 || d < -3 {
		return 9
	}
	var fits [128]float64 // most words and readings need no more
	d := fits[:]
	width := len(read) + 1
	if n := (len(word) + 1) * width; n > len(d) {
		d = make([]float64, n)
	}
	for i := range len(word) + 1 {
		for j := range width {
			d[i*width+j] = cell(d, word, read, i, j)
		}
	}
	return d[len(word)*width+len(read)]
}

// cell is the least cost of reading word[:i] as read[:j], from the cells before
// it in d.
func cell(d []float64, word, read []rune, i, j int) float64 {
	if i == 0 && j == 0 {
		return 0
	}
	width := len(read) + 1
	best := 99.0
	if i > 0 {
		best = min(best, d[(i-1)*width+j]+costEdit)
	}
	if j > 0 {
		best = min(best, d[i*width+j-1]+costEdit)
	}
	if i > 0 && j > 0 {
		best = min(best, d[(i-1)*width+j-1]+substitution(word[i-1], read[j-1]))
	}
	if i > 0 && j > 1 {
		best = min(best, d[(i-1)*width+j-2]+split(word[i-1], read[j-2], read[j-1]))
	}
	return best
}

func substitution(want, got rune) float64 {
	switch {
	case want == got:
		return 0
	case lookAlike(want, got):
		return costLookAlike
	}
	if h, ok := halves[want]; ok && (got == h[0] || got == h[1]) {
		return costHalf
	}
	return costEdit
}

// split is the cost of one character that was read as two: its halves, or a
// half and the character again.
func split(want, a, b rune) float64 {
	h, ok := halves[want]
	switch {
	case !ok:
		return 2 * costEdit
	case a == h[0] && b == h[1], a == h[0] && b == want, a == want && b == h[1]:
		return costSplit
	case a == h[0] && isKanji(b), b == h[1] && isKanji(a):
		return costHalfSplit
	}
	return 2 * costEdit
}

// halves are the left and right parts of the characters that status and
// schedule words are made of, as far as the parts are characters of their own.
var halves = map[rune][2]rune{
	'順': {'川', '頁'}, '調': {'言', '周'}, '概': {'木', '既'}, '討': {'言', '寸'}, '検': {'木', '僉'}, '議': {'言', '義'},
	'協': {'十', '劦'}, '続': {'糸', '売'}, '継': {'糸', '迷'}, '終': {'糸', '冬'}, '移': {'禾', '多'}, '休': {'亻', '木'},
	'準': {'氵', '隼'}, '済': {'氵', '斉'}, '試': {'言', '式'}, '拡': {'扌', '広'}, '計': {'言', '十'},
	'期': {'其', '月'}, '延': {'廴', '正'}, '決': {'氵', '夬'}, '状': {'丬', '犬'}, '改': {'己', '攵'}, '対': {'文', '寸'},
	'外': {'夕', 'ト'}, '部': {'立', '阝'}, '知': {'矢', '口'}, '効': {'交', '力'}, '行': {'彳', '丁'},
}

// alikes lists characters that scans give for one another in either direction.
var alikes = []string{
	"未末示本", "施放旋", "完売宍", "止正上土ト", "下ド", "財肝", "民展", "涯肖", "報幸", "祉視", "水氷", "政改", "学字", "課諜謀", "テデ", "総絵", "目日", "番和", "次交", "姿次", "善普療", "カ力", "ロ口", "ニ二", "ー一-", "タ夕", "了丁", "成戍戌", "着看著", "札れ", "ねわ", "やゃ",
	"討計", "導尊", "入人", "組細引", "管菅", "況兄", "遅違運避", "達逹", "概慨", "千干", "億備憶", "万亡", "割害", "体休", "減滅", "年征", "期其", "捗抄歩", "検険", "実美",
	"継維", "続読", "協脇", "議義", "拡拉", "済斉", "廃発", "予子", "見児", "的約", "つっ", "画両", "策築", "般股", "題顆", "順煩項原", "調謝詞講",
}

// alikePairs is alikes as a set of pairs.
var alikePairs = sync.OnceValue(func() map[[2]rune]bool {
	m := map[[2]rune]bool{}
	for _, set := range alikes {
		for _, a := range set {
			for _, b := range set {
				m[[2]rune{a, b}] = true
			}
		}
	}
	return m
})

func lookAlike(a, b rune) bool { return alikePairs()[[2]rune{a, b}] }

// realWords are words that reports print and that stand one edit from a word of
// the status vocabulary: opposites and neighbours that must never be corrected.
var realWords = []string{
	"不調", "低調", "好調", "堅調", "単調", "未達成", "未完了", "着手", "完成", "終了", "順延", "順次", "未定", "予定", "調整", "着手済", "遅延",
	"未実施", "実施", "実施中", "実施済", "実績", "中断", "中間", "継承", "早期", "統合", "縮小", "拡大", "維持", "見送り",
}

func isRealWord(s string) bool { return slices.Contains(realWords, s) }

// alikesOf lists the look-alikes of a character.
func alikesOf(r rune) (list []rune) {
	for _, set := range alikes {
		if strings.ContainsRune(set, r) {
			for _, q := range set {
				if q != r {
					list = append(list, q)
				}
			}
		}
	}
	return list
}
