package form

import (
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

// legendPair is one entry of a printed scale: "◎：達成", "○…順調", "△=遅れ".
var legendPair = pattern(`([◎○〇◯●△▲×✕□■☆★－\-])\s*[:：…=＝・]+\s*([^\s◎○〇◯●△▲×✕□■☆★、,，/／|]{1,16})`)

// minLegend is the least number of entries that make a scale.
const minLegend = 2

// maxLegend is the longest text in bytes that is searched for a scale.
const maxLegend = 600

func isLegend(text string) bool {
	return strings.ContainsAny(text, "◎○〇◯●△▲×✕□■☆★") && len(legendPair().FindAllStringIndex(text, minLegend)) >= minLegend
}

// readLegend collects the status scale where the document prints it.
func (r *reader) readLegend(rows []row) {
	for _, row := range rows {
		for _, c := range row.cells {
			if len(c.Text) > maxLegend || !isLegend(c.Text) {
				continue
			}
			for _, m := range legendPair().FindAllStringSubmatch(c.Text, -1) {
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
