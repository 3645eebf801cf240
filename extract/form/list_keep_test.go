package form

import (
	"strings"
	"testing"
	"unicode"

	"gyokaku/extract"
	"gyokaku/model"
)

// Every cell of a list stands in a field, in a sum or in a warning; headings,
// legends, units, notes below the table and dashes are bound by being
// understood. A cell may be parted (title and owner, word and amount), so its
// words are looked for one by one.
func FuzzListLosesNothing(f *testing.F) {
	for _, tt := range listCases {
		f.Add(tt.doc)
	}
	f.Add("瑞野市行革プラン 令和6年度実績\n|番号|項目名|R5|R6|評価|\n|1|あ|1|2|3|\n||い|||\n|計|4|||\n|2|う【え課】|→|●||")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<14 {
			return
		}
		doc := pages(s)
		r, err := Read(doc)
		if err != nil {
			return
		}
		kept := keptText(r)
		rows := rowsOf(doc)
		for i, l := range (&reader{doc: doc, report: &model.Report{}}).findLists(rows) {
			if l == nil || len(rows[i].cells) == 0 || l.headCells[rows[i].cells[0]] {
				continue
			}
			for _, c := range rows[i].cells {
				if word := lostFromList(c, kept); word != "" {
					t.Errorf("%q of cell %q is in no field and no warning", word, c.Text)
				}
			}
		}
	})
}

func keptText(r *model.Report) string {
	var b strings.Builder
	for _, e := range rawTexts(r) {
		b.WriteString(fold(e) + "\x00")
	}
	return b.String()
}

// lostFromList is the part of a cell that is kept nowhere.
func lostFromList(c *extract.Cell, kept string) string {
	text := strings.TrimSpace(c.Text)
	if saysNothing(text) || isArrow(text) || strings.HasPrefix(text, "※") || strings.HasPrefix(text, "注") ||
		(headings{}).kind(c) != colNone || len(scaleOf(text).pairs) > 0 || isLegend(text) || unitCaption().MatchString(fold(text)) ||
		strings.Contains(kept, fold(text)) {
		return ""
	}
	for _, word := range strings.FieldsFunc(fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if !strings.Contains(kept, word) && !partsKept(word, kept) {
			return word
		}
	}
	return ""
}

// partsKept reports a word whose beginning and rest are kept apart: 基本方針1組織.
func partsKept(word, kept string) bool {
	runes := []rune(word)
	for i := range runes {
		head, rest := string(runes[:i]), string(runes[i:])
		if (i == 0 || strings.Contains(kept, head) || strings.Contains("基本方針改革の柱視点重点項目目標事項施策大戦略基軸第No", head)) && (strings.Contains(kept, rest) || i > 0 && partsKept(rest, kept)) {
			return true
		}
	}
	return false
}

func BenchmarkReadList(b *testing.B) {
	var s strings.Builder
	s.WriteString("瑞野市行政改革プラン 令和6年度実績\n|番号|実施項目|担当課|R5|R6|R7|取組実績|効果額（千円）|進捗状況|\n")
	for range 200 {
		s.WriteString("|1-①|窓口の改善|市民課|●|●|→|窓口の数を増やし、待ち時間を十分以内にした。|1,200|○|\n")
	}
	doc := pages(s.String())
	b.ReportAllocs()
	b.SetBytes(int64(s.Len()))
	for b.Loop() {
		if _, err := Read(doc); err != nil {
			b.Fatal(err)
		}
	}
}
