package normalize

import "unicode/utf8"

// minDoubled is how many different pairs a run needs to be undone: 々-less
// repetitions (ああ, 人人) are shorter.
const minDoubled = 3

// ruleDoubled undoes letters that a PDF prints twice to look bold, only where a
// whole run of Japanese characters is doubled: 行行財財政政.
var ruleDoubled = Rule{
	ID: "text.doubled", Why: "太字のために二重に印字された文字（行行財財政政）を一つにする", English: "a run in which every character is printed twice is undone",
	when: hasDoubled,
	find: func(s string) (edits []edit) {
		start := -1
		flush := func(end int) {
			if start >= 0 {
				if t, ok := halved(s[start:end]); ok {
					edits = append(edits, edit{start, end, t})
				}
			}
			start = -1
		}
		for i, r := range s {
			if !isJapanese(r) {
				flush(i)
			} else if start < 0 {
				start = i
			}
		}
		flush(len(s))
		return edits
	},
}

// halved takes each second character of a run away, if all are doubled.
func halved(s string) (string, bool) {
	half := make([]byte, 0, len(s)/2)
	distinct := 0
	last := rune(-1)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		q, m := utf8.DecodeRuneInString(s[i+n:])
		if r != q || m == 0 {
			return s, false
		}
		if r != last {
			distinct++
		}
		half = utf8.AppendRune(half, r)
		last = r
		i += n + m
	}
	return string(half), distinct >= minDoubled
}
