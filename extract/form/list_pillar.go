package form

import (
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

var pillarNumber = pattern(`(?s)^\s*(?:基本方針|改革の柱|改革|柱|視点|重点項目|重点目標|重点事項|基本目標|基本施策|大項目|方針|戦略|基軸|目標|第)?[\s　]*([0-9０-９]{1,2}|[①-⑳]|[(（][0-9０-９]{1,2}[)）]|[⑴-⒇]|[Ⅰ-Ⅻ]|[IVX]{1,4}|[一二三四五六七八九十])[\s　]*[章.．、:：)）]?[\s　]*(.*)$`)

// pillarLine is a line above a table that names its pillar. The number alone
// heads other things too, so it needs a word for the level or a Roman numeral.
var pillarLine = pattern(`^[■◆●○◎【〔\[]*(?:(?:基本方針|改革の柱|柱|視点|重点項目|重点目標|重点事項|基本目標|基本施策|大項目|戦略|基軸|重点施策|推進方針)[0-9一二三四五六七八九十IVX(]|[IVX]{1,4}[.、\s]|[Ⅰ-Ⅻ])`)

// named finds the line above a table that names the pillar of its items, for
// lists without a column for it.
func (l *list) named(above []row, head row) {
	t := head.table
	if l.has(colPillar) || len(head.cells) == 0 {
		return
	}
	for i := len(above) - 1; i >= max(0, len(above)-maxCaption); i-- {
		_, c := above[i].text()
		if c == nil || above[i].table != nil && above[i].table != t {
			return
		}
		if text := strings.TrimSpace(c.Text); len(text) <= 4*maxHeading && (pillarLine().MatchString(fold(text)) || text >= "Ⅰ" && text < "Ⅼ") {
			l.names[head.cells[0]] = c
			return
		}
	}
}

// splitPillar parts the number of a pillar from its name: 基本方針１ 健全な財政運営.
func splitPillar(text string) (number, title string, ok bool) {
	m := pillarNumber().FindStringSubmatch(strings.Trim(text, "■◆●○◎【】〔〕[]"))
	if m == nil {
		return "", text, false
	}
	return m[1], m[2], true
}

// setPillar takes the pillar that the next items stand under. The cell of a
// pillar that goes on over a page is blank there, or prints the rest of its
// name again.
func (r *reader) setPillar(l *list, c *extract.Cell) {
	text := strings.TrimSpace(c.Text)
	if isVertical(text) {
		text = strings.ReplaceAll(text, "\n", "")
	}
	before := fold(l.pillarText)
	if c == l.pillarCell || text == "" || before != "" && c.Row == 0 && strings.HasSuffix(before, fold(text)) {
		return
	}
	number, title, ok := splitPillar(text)
	style := numberStyle(number)
	if l.lower[style] || l.pillarCell != nil && l.pillarCell != c && style != numberStyle(l.pillar.Number.Raw) {
		// two levels in a row: only the upper one has a field
		l.lower[style] = true
		r.unbound([]*extract.Cell{c})
		return
	}
	r.emptyPillar(l)
	l.pillarText, l.pillarCell = text, c
	l.pillar = model.Pillar{}
	if ok {
		l.pillar.Number = model.Printed[int](number, c.At, c.Also...)
	}
	if title != "" {
		l.pillar.Title = model.Printed[string](title, c.At, c.Also...)
	}
}

// paths puts the pillar before numbers that begin again under each pillar: the
// second ① of the list is that of pillar 2.
func (l *list) paths() {
	pillars := map[string]map[string]bool{} // number → pillars it stands under
	for _, d := range l.items {
		key := fold(d.Number.Raw)
		if pillars[key] == nil {
			pillars[key] = map[string]bool{}
		}
		pillars[key][d.Pillar.Number.Raw] = true
	}
	again := false
	for number, in := range pillars {
		again = again || number != "" && len(in) > 1 && !in[""]
	}
	for _, d := range l.items {
		if again && !saysNothing(d.Number.Raw) && d.Pillar.Number.Raw != "" {
			d.ID = model.Printed[string](d.Pillar.Number.Raw+"-"+d.Number.Raw, d.Pillar.Number.At, d.Number.At)
		}
	}
}

// emptyPillar reports a pillar that no item followed.
func (r *reader) emptyPillar(l *list) {
	if l.pillarCell != nil {
		r.unbound([]*extract.Cell{l.pillarCell})
		l.pillarCell = nil
	}
}

// numberStyle tells levels of numbering apart by how they are written: Ⅰ, 1,
// (1), ①.
func numberStyle(number string) string {
	key := fold(number)
	switch {
	case number == "":
		return ""
	case number >= "①" && number <= "⑳":
		return "①"
	case strings.HasPrefix(key, "("):
		return "(1)"
	case key[0] >= '0' && key[0] <= '9':
		return "1"
	case key[0] >= 'A' && key[0] <= 'Z':
		return "Ⅰ"
	}
	return "一"
}

// isVertical reports text set from top to bottom: one character a line.
func isVertical(text string) bool {
	lines := strings.Split(text, "\n")
	if len(lines) < 3 {
		return false
	}
	for _, line := range lines {
		if len([]rune(strings.TrimSpace(line))) > 2 {
			return false
		}
	}
	return true
}
