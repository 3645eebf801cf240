package form

import (
	"slices"
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

// An entry of a printed scale begins with its symbol and a sign: "◎：達成",
// "○…順調", "△=遅れ". Its word reaches to the next entry.
var (
	symbolEntry = pattern(`([◎○〇◯●△▲×✕□■☆★－\-])[\s\x{3000}]*[:：…=＝・]+`)
	letterEntry = pattern(`([A-ZＡ-Ｚ]\+?|[0-9０-９]|[Ⅰ-Ⅹ]|[ア-オ])[\s\x{3000}]*[:：…=＝]+`)
	legendWord  = pattern(`^[\s\x{3000}]*([^\s\x{3000}、,，/／|:：◎○〇◯●△▲×✕□■☆★]{1,16})`)
)

// legendCaptions are the words of a scale's caption. Letters before a sign are
// common in prose: only a caption makes them a scale.
var legendCaptions = []string{"凡例", "区分", "評価", "進捗", "達成", "判定"}

// minLegend is the least number of entries that make a scale.
const minLegend = 2

// maxLegend is the longest text in bytes that is searched for a scale.
const maxLegend = 600

func isLegend(text string) bool { return len(legendPairs(text)) >= minLegend }

// A legendPair is one entry of a scale.
type legendPair struct{ symbol, word string }

// legendPairs are the entries of a scale that a text prints.
func legendPairs(text string) []legendPair {
	if len(text) > maxLegend {
		return nil
	}
	sign, symbol := legendTraits(text)
	if !sign {
		return nil
	}
	entry := letterEntry
	if symbol {
		entry = symbolEntry
	} else if !slices.ContainsFunc(legendCaptions, func(w string) bool { return strings.Contains(text, w) }) {
		return nil
	}
	found := entry().FindAllStringSubmatchIndex(text, -1)
	var pairs []legendPair
	for i, m := range found {
		end := len(text)
		if i+1 < len(found) {
			end = found[i+1][0]
		}
		if w := legendWord().FindStringSubmatch(text[m[1]:end]); w != nil {
			pairs = append(pairs, legendPair{text[m[2]:m[3]], strings.TrimRight(w[1], "）)」』。")})
		}
	}
	return pairs
}

// legendTraits tells in one pass whether a text has a sign that joins a symbol
// to its word, and a symbol.
func legendTraits(text string) (sign, symbol bool) {
	for _, r := range text {
		switch r {
		case ':', '：', '…', '=', '＝', '・':
			sign = true
		case '◎', '○', '〇', '◯', '●', '△', '▲', '×', '✕', '□', '■', '☆', '★':
			symbol = true
		}
	}
	return sign, symbol
}

// readLegend collects the status scale where the document prints it.
func (r *reader) readLegend(rows []row) {
	for _, row := range rows {
		for _, c := range row.cells {
			pairs := legendPairs(c.Text)
			if len(pairs) < minLegend {
				continue
			}
			for _, p := range pairs {
				r.addLegend(p.symbol, p.word, c)
			}
		}
	}
}

func (r *reader) addLegend(symbol, word string, c *extract.Cell) {
	for _, e := range r.report.Legend {
		if e.Symbol == symbol && e.Label == word {
			return
		}
	}
	r.report.Legend = append(r.report.Legend, model.LegendEntry{Symbol: symbol, Label: word, At: c.At})
}
