package form

import (
	"regexp"
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

// legendPair is one entry of a printed scale: "◎：達成", "○…順調", "△=遅れ".
var legendPair = regexp.MustCompile(`([◎○〇◯●△▲×✕□■☆★－\-])\s*[:：…=＝・]+[\s\x{3000}]*([^\s\x{3000}◎○〇◯●△▲×✕□■☆★、,，/／|]{1,16})`)

// minLegend is the least number of entries that make a scale.
const minLegend = 2

// maxLegend is the longest text in bytes that is searched for a scale.
const maxLegend = 600

// letterPair is an entry of a scale of letters or digits: "A：計画どおり",
// "１：完了". Such pairs are common in prose, so only a caption makes them one.
var (
	letterPair    = regexp.MustCompile(`([A-ZＡ-Ｚ]\+?|[0-9０-９]|[Ⅰ-Ⅹ])\s*[:：…=＝]+[\s\x{3000}]*([^\s\x{3000}、,，/／|:：]{1,16})`)
	legendCaption = regexp.MustCompile(`凡例|区分|評価|進捗|達成|判定`)
)

func isLegend(text string) bool { return len(legendPairs(text)) >= minLegend }

// legendPairs are the entries of a scale that a text prints: symbol and word.
func legendPairs(text string) [][]string {
	if len(text) > maxLegend {
		return nil
	}
	if strings.ContainsAny(text, "◎○〇◯●△▲×✕□■☆★") {
		return legendPair.FindAllStringSubmatch(text, -1)
	}
	if legendCaption.MatchString(text) {
		return letterPair.FindAllStringSubmatch(text, -1)
	}
	return nil
}

// readLegend collects the status scale where the document prints it.
func (r *reader) readLegend(rows []row) {
	for _, row := range rows {
		for _, c := range row.cells {
			pairs := legendPairs(c.Text)
			if len(pairs) < minLegend {
				continue
			}
			for _, m := range pairs {
				r.addLegend(m[1], strings.TrimRight(m[2], "）)」』。"), c)
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
