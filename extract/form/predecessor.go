package form

import (
	"gyokaku/extract"
	"gyokaku/model"
)

const (
	monthText = `(?:\d{4}|(?:明治|大正|昭和|平成|令和)(?:元|\d{1,2}))年\d{1,2}月`
	yearText  = `(?:\d{4}|(?:昭和|平成|令和)(?:元|\d{1,2}))年度?`
)

var (
	// A predecessor is a plan's name in quotes with a bracket that says when it
	// was adopted.
	predecessor  = pattern(`[「『]([^」』]{2,40}(?:大綱|計画|プラン|方針))[」』]\s*[(（]([^()（）]*策定[^()（）]*)[)）]`)
	adoptedText  = pattern(monthText + `\s*策定`)
	revisedText  = pattern(monthText + `\s*[^,、，年]{0,6}改[訂定]`)
	periodText   = pattern(`(` + yearText + `)\s*(?:から|[-–~～〜])\s*(` + yearText + `)(?:まで)?`)
	extendedText = pattern(`(` + yearText + `)\s*(?:に|まで|へ)(?:期間を)?延長`)
)

// predecessors finds the earlier plans that a sentence names.
func (o *outliner) predecessors(text string, c *extract.Cell) bool {
	found := predecessor().FindAllStringSubmatch(text, -1)
	for _, m := range found {
		p := model.Predecessor{Title: model.Printed[string](m[1], c.At)}
		p.Adopted = model.Printed[model.Date](adoptedText().FindString(m[2]), c.At)
		p.Revised = model.Printed[model.Date](revisedText().FindString(m[2]), c.At)
		if y := periodText().FindStringSubmatch(m[2]); y != nil {
			p.From = model.Printed[model.FiscalYear](y[1], c.At)
			p.To = model.Printed[model.FiscalYear](y[2], c.At)
		}
		if y := extendedText().FindStringSubmatch(m[2]); y != nil {
			p.ExtendedTo = model.Printed[model.FiscalYear](y[1], c.At)
		}
		o.outline.Predecessors = append(o.outline.Predecessors, p)
	}
	return len(found) > 0
}
