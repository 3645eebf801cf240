package normalize

import (
	_ "embed"
	"sort"
	"strings"
	"unicode/utf8"
)

//go:generate sh -c "go run ./internal/genmunicipalities codes.tsv > municipalities.tsv"

// municipalities lists name, code and prefecture of every prefecture,
// municipality and ward of Japan, sorted by name in byte order.
//
//go:embed municipalities.tsv
var municipalities string

// A Government is a local government: a municipality or a prefecture.
type Government struct {
	Name       string // つくば市
	Code       string // six digits, the last a check digit
	Prefecture string // 茨城県
}

// Municipality returns the governments of that name, which are several for a
// name that two prefectures share (府中市, 伊達市). A prefecture printed before the
// name decides between them. It returns none for a name that does not exist.
func Municipality(name string) []Government {
	if prefecture, rest := cutPrefecture(name); prefecture != "" && rest != "" {
		var list []Government
		for _, g := range governments(rest) {
			if g.Prefecture == prefecture {
				list = append(list, g)
			}
		}
		return list
	}
	return governments(name)
}

// cutPrefecture splits 東京都府中市 into 東京都 and 府中市.
func cutPrefecture(name string) (prefecture, rest string) {
	for i, r := range name {
		if i == 0 || !strings.ContainsRune("都道府県", r) {
			continue
		}
		end := i + utf8.RuneLen(r)
		if g := governments(name[:end]); len(g) == 1 && g[0].Prefecture == name[:end] {
			return name[:end], name[end:]
		}
	}
	return "", name
}

// governments finds the lines of a name by binary search in the text itself, so
// that no program pays for a table that it does not use.
func governments(name string) (list []Government) {
	line := func(at int) (start, end int) {
		start = strings.LastIndexByte(municipalities[:at], '\n') + 1
		if n := strings.IndexByte(municipalities[at:], '\n'); n >= 0 {
			return start, at + n
		}
		return start, len(municipalities)
	}
	at := sort.Search(len(municipalities), func(i int) bool {
		start, end := line(i)
		first, _, _ := strings.Cut(municipalities[start:end], "\t")
		return first >= name
	})
	for at < len(municipalities) {
		start, end := line(at)
		c := strings.Split(municipalities[start:end], "\t")
		if len(c) != 3 || c[0] != name {
			break
		}
		list = append(list, Government{c[0], c[1], c[2]})
		at = end + 1
	}
	return list
}

// longestName bounds the name of a government, in characters.
const longestName = 14

// nameAt returns the longest name of a government that s begins with, with a
// prefecture before it if one is printed.
func nameAt(s string) string {
	best, n := "", 0
	for i, r := range s {
		if n++; n > longestName {
			break
		}
		if !strings.ContainsRune("市区町村都道府県", r) {
			continue
		}
		if name := s[:i+utf8.RuneLen(r)]; len(Municipality(name)) > 0 {
			best = name
		}
	}
	return best
}

// planWords begin what may follow the name of an issuer in the title of a plan.
var planWords = []string{
	"行政", "行財政", "行革", "経営", "財政", "改革", "集中", "総合", "第", "新", "デジタル", "まちづくり", "事務", "公共", "自治体",
	"役所", "役場", "の", "　", " ", "(", "（", "「", "定員", "組織", "人材", "地方", "DX", "ＤＸ", "スマート", "持続", "構造", "未来", "令和", "平成",
}

// IssuerOf returns the municipality that a title begins with, or the end of one
// that stands after a year or a plan's number (令和6年度, 第４次): a name of the
// table of all municipalities, or else what looks like one (…市, …町, …村, …区)
// before a word that titles of plans go on with.
func IssuerOf(title string) string {
	for _, s := range issuerStarts(title) {
		if name := nameAt(s); name != "" {
			return name
		}
	}
	for _, s := range issuerStarts(title) {
		if name := unknownNameAt(s); name != "" {
			return name
		}
	}
	return ""
}

// issuerStarts gives the title and what is left of it after a leading year,
// ordinal or opening bracket.
func issuerStarts(title string) []string {
	starts := []string{title}
	s := strings.TrimLeft(title, " 　「『【(（〈《#")
	for _, r := range []string{"年度", "年", "次", "期"} {
		if i := strings.Index(s, r); i > 0 && i < 24 && yearLike(s[:i]) {
			s = strings.TrimLeft(s[i+len(r):], " 　「")
		}
	}
	if s != title {
		starts = append(starts, s)
	}
	return starts
}

// yearLike reports text that can stand before 年度 or 次: 令和6, 第４, 2024.
func yearLike(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		t, _ := narrow(r)
		return !isDigit(t) && kanjiDigit(r) < 0 && !strings.ContainsRune("令和平成昭元第RHS十 　", t)
	}) < 0
}

func unknownNameAt(s string) string {
	n := 0
	for i, r := range s {
		if n++; n > longestName || !isJapanese(r) {
			return ""
		}
		end := i + utf8.RuneLen(r)
		if n < 2 || !strings.ContainsRune("市区町村県", r) {
			continue
		}
		for _, w := range planWords {
			if strings.HasPrefix(s[end:], w) {
				return s[:end]
			}
		}
		if s[end:] == "" {
			return s[:end]
		}
	}
	return ""
}
