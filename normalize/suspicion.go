package normalize

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"gyokaku/model"
)

// Suspicions lists what looks wrong in free text and is left as it is: lost
// characters, a phrase one character away from a set phrase that is no word
// itself, a doubled particle, and the past tense of a day after the reported
// year (0 if that is unknown). Each names a candidate where there is one.
func Suspicions(s string, year model.FiscalYear) (list []model.Problem) {
	if p := lostGlyph(s); p != nil {
		list = append(list, *p)
	}
	for _, f := range [...]func(string) *model.Problem{misreadPhrase, doubledParticle} {
		if p := f(s); p != nil {
			list = append(list, *p)
		}
	}
	if p := futurePast(s, year); p != nil {
		list = append(list, *p)
	}
	return list
}

// lostGlyph finds the signs of characters that were lost on the way.
func lostGlyph(s string) *model.Problem {
	if !strings.Contains(s, "〓") && !highBytes(s) {
		return nil
	}
	for _, r := range s {
		if r == '〓' || r == utf8.RuneError || r >= 0xe000 && r <= 0xf8ff || r >= 0xf0000 {
			return problem("text.lost_glyph", "読み取れない文字（〓・外字など）があります。原文を確認してください。", s)
		}
	}
	return nil
}

// highBytes reports bytes that begin no kana or kanji of the common blocks, as
// private-use and replacement characters do, and full-width signs.
func highBytes(s string) bool {
	for i := range len(s) {
		if s[i] >= 0xee {
			return true
		}
	}
	return !utf8.ValidString(s)
}

// setPhrases are phrases of administrative prose that are long enough, and rare
// enough in their parts, that one character away from them stands no other word.
var setPhrases = []string{
	"つぶさに", "速やかに", "すみやかに", "いわゆる", "あらかじめ", "おおむね", "かんがみ", "踏まえて", "踏まえた", "引き続き", "取り組み", "取り組む", "見直しを", "働きかけ", "刷り込み", "洗い出し", "掘り起こし",
	"磨き上げ", "積み上げ", "立ち上げ", "取りまとめ", "申し合わせ", "問い合わせ", "打ち合わせ", "差し替え", "切り替え", "組み替え", "読み替え", "繰り上げ", "繰り入れ", "受け入れ",
}

// phraseNeighbours are real words that stand one character from a set phrase.
var phraseNeighbours = []string{
	"取り込み", "取り込む", "振り込み", "割り込み", "滑り込み", "繰り込み", "盛り込み", "売り込み", "送り込み", "張り込み", "織り込み", "乗り込み", "切り込み", "折り込み", "絞り込み", "借り込み", "駆り込み", "擦り込み", "塗り込み", "作り込み", "刈り込み",
	"踏まえつ", "備えて", "与えて", "加えて", "考えて", "踏まえ、", "取り組み", "取り組む", "取り組め", "取り組ん", "やり取り", "読み上げ", "積み立て", "立ち入り", "引き上げ", "買い上げ", "組み上げ", "盛り上げ", "繰り下げ", "切り上げ", "取り上げ", "仕上げ", "吸い上げ", "積み下げ", "立て替え", "建て替え", "取り替え", "張り替え", "入れ替え", "組み換え", "乗り換え", "切り換え", "差し控え", "受け入れ", "引き入れ", "買い入れ", "借り入れ", "取り入れ", "組み入れ", "繰り出し", "働きつけ", "すこやかに", "健やかに", "細やかに", "華やかに", "穏やかに", "軽やかに", "鮮やかに", "緩やかに", "速やかな", "おおむね", "洗い出し", "貸し出し", "見直しの", "見直しに", "見直しは", "見直しが", "見直しも", "待ち合わせ", "組み合わせ", "問い合わせ", "打ち合わせ", "申し合わせ", "抱き合わせ", "つなぎ合わせ",
}

// misreadPhrase finds a part of s that is a set phrase but for one of its first
// two characters, a kana confused or a kanji read as kana, at the beginning of
// a word.
func misreadPhrase(s string) *model.Problem {
	tails := phraseTails()
	for i := 0; i < len(s); {
		r, n := decode(s, i)
		if list := tails[byte(r)]; list != nil && i > 0 {
			for _, p := range list {
				if !strings.HasPrefix(s[i:], p.tail) {
					continue
				}
				if found := confusedHead(s[:i], p.a, p.b); found != "" && !slices.Contains(phraseNeighbours, found+p.tail) {
					found += p.tail
					return problem("text.suspicion", "「"+found+"」は「"+p.phrase+"」の読み違いの可能性があります。本文は直していません。", s, strings.Replace(s, found, p.phrase, 1))
				}
			}
		}
		i += n
	}
	return nil
}

// A phraseTail is a set phrase: its first two characters and what follows them.
type phraseTail struct {
	phrase, tail string
	a, b         rune
}

// phraseTails are the set phrases, by the low byte of the character that their
// tails begin with.
var phraseTails = sync.OnceValue(func() *[256][]phraseTail {
	var t [256][]phraseTail
	for _, p := range setPhrases {
		r := []rune(p)
		t[byte(r[2])] = append(t[byte(r[2])], phraseTail{p, string(r[2:]), r[0], r[1]})
	}
	return &t
})

// confusedHead gives the two characters before a phrase's tail if they are its
// head with one character confused, standing at the beginning of a word.
func confusedHead(before string, wantX, wantY rune) string {
	y, m := utf8.DecodeLastRuneInString(before)
	x, n := utf8.DecodeLastRuneInString(before[:len(before)-m])
	if n == 0 || m == 0 {
		return ""
	}
	left, _ := utf8.DecodeLastRuneInString(before[:len(before)-m-n])
	if left != utf8.RuneError && !strings.ContainsRune("をにがはのともでへ、。・「(（ \n", left) {
		return ""
	}
	switch {
	case x == wantX && y != wantY && confusableKana(wantY, y), y == wantY && x != wantX && (confusableKana(wantX, x) || isKanji(wantX) && isHiragana(x)):
		return before[len(before)-m-n:]
	}
	return ""
}

func isHiragana(r rune) bool { return r >= 0x3041 && r <= 0x3096 }

// kanaRows are the rows of kana: the vowel is what a hand or an eye confuses
// (ば for ぶ), and the marks.
var kanaRows = []string{"ばびぶべぼはひふへほぱぴぷぺぽ", "がぎぐげごかきくけこ", "ざじずぜぞさしすせそ", "だぢづでどたちつてと", "なにぬねの", "まみむめも", "らりるれろ", "わね", "やゃ", "ゆゅ", "よょ", "あお", "いり"}

func confusableKana(a, b rune) bool {
	return slices.ContainsFunc(kanaRows, func(row string) bool { return strings.ContainsRune(row, a) && strings.ContainsRune(row, b) })
}

// doubledParticle finds を…などを within one clause: 職員を採用などを行う.
func doubledParticle(s string) *model.Problem {
	for i := 0; ; {
		j := strings.Index(s[i:], "などを")
		if j < 0 {
			return nil
		}
		j += i
		clause := s[:j]
		if k := strings.LastIndex(clause, "を"); k >= 0 {
			between := clause[k+len("を"):]
			if between != "" && utf8.RuneCountInString(between) <= 4 && strings.IndexFunc(between, func(r rune) bool { return !isKanji(r) }) < 0 {
				return problem("text.suspicion", "「を」が重なっています（"+clause[k:]+"などを）。原文の誤りの可能性がありますが、直していません。", s)
			}
		}
		i = j + len("などを")
	}
}

// futurePast finds the past tense of a day after the end of the reported year.
func futurePast(s string, year model.FiscalYear) *model.Problem {
	if year == 0 || !strings.Contains(s, "日") {
		return nil
	}
	for _, sentence := range strings.SplitAfter(s, "。") {
		if !strings.HasSuffix(sentence, "た。") {
			continue
		}
		for _, d := range scanDates(sentence) {
			if d.date == "" || fiscalYearOf(d.date) <= year {
				continue
			}
			if rest := sentence[d.end:]; strings.HasPrefix(rest, "から") || strings.HasPrefix(rest, "に") || strings.HasPrefix(rest, "、") {
				if !strings.Contains(rest, "こと") && !strings.Contains(rest, "予定") && !strings.Contains(rest, "向け") {
					return problem("text.suspicion", "報告年度より後の日付が過去形で書かれています（"+sentence[d.at:d.end]+"）。直していません。", s)
				}
			}
		}
	}
	return nil
}
