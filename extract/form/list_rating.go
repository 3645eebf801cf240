package form

import (
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

// gradeWord is a letter, a digit or a kana with its word in one cell: A：計画どおり.
var gradeWord = pattern(`(?s)^([A-ZＡ-Ｚ][+＋\-－]?|[0-9０-９]|[①-⑳]|[Ⅰ-Ⅹ]|[アイウエオ])(?:[\s　]*[:：.．、＝=][\s　]*|[\s　]+|[\s　]*[(（【])(.+?)[)）】]?$`)

// splitGrade parts the sign of a rating from its word. A cell that holds one
// letter, digit or kana is the sign alone.
func splitGrade(text string) (sign, word string) {
	if isGrade(text) {
		return text, ""
	}
	if m := gradeWord().FindStringSubmatch(text); m != nil {
		return m[1], m[2]
	}
	runes := []rune(text)
	if len(runes) > 0 && strings.ContainsRune(statusSymbols, runes[0]) {
		return string(runes[0]), strings.Trim(strings.TrimSpace(string(runes[1:])), "()（）:：")
	}
	return "", text
}

// isGrade reports a cell with nothing but the sign of a scale: A, B+, ３, ウ.
func isGrade(text string) bool {
	key := []rune(fold(text))
	switch len(key) {
	case 1:
		r := key[0]
		return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || strings.ContainsRune(statusSymbols+"アイウエオカあいうえお甲乙丙丁", r)
	case 2:
		return key[0] >= 'A' && key[0] <= 'Z' && (key[1] == '+' || key[1] == '-')
	}
	return false
}

// listRating reads a rating: the status of the item in the year reported on, or
// that of another year, another evaluator or a second axis.
func (r *reader) listRating(l *list, col *column, c *extract.Cell, text string) {
	current := col.year == "" || col.year == l.year || l.year == ""
	if col.check && isMarkCell(text) {
		r.checked(l, col, c)
		return
	}
	status := col.role == colStatus || col.role == colYear
	if status && current && (l.item.Progress == nil || l.item.Progress.Symbol.Raw+l.item.Progress.Label.Raw == "") {
		sign, word := splitGrade(text)
		p := &model.Progress{}
		if sign != "" {
			p.Symbol = model.Printed[string](sign, c.At, c.Also...)
		}
		if word != "" {
			p.Label = model.Printed[string](word, c.At, c.Also...)
		}
		l.item.Progress = p
		return
	}
	if saysNothing(text) && !l.marked(text) {
		return
	}
	r.addRating(l, col, c, text)
}

// checked reads a mark below the heading that is the item's status.
func (r *reader) checked(l *list, col *column, c *extract.Cell) {
	p := l.item.Progress
	if saysNothing(c.Text) {
		return
	}
	if p != nil && p.Symbol.Raw+p.Label.Raw != "" {
		r.unbound([]*extract.Cell{c})
		return
	}
	head := col.leaf().cell
	sign, word := splitGrade(strings.TrimSpace(head.Text))
	p = &model.Progress{}
	if sign != "" {
		p.Symbol = model.Printed[string](sign, head.At, c.At)
	}
	if word != "" {
		p.Label = model.Printed[string](word, head.At, c.At)
	}
	l.item.Progress = p
}

// addRating keeps a further grade with the heading it stands under.
func (r *reader) addRating(l *list, col *column, c *extract.Cell, text string) {
	sign, word := splitGrade(text)
	if sign == "" {
		sign, word = word, ""
	}
	rating := model.Rating{
		Evaluator:  col.evaluator(),
		FiscalYear: r.ratedYear(l, col),
		Label:      model.Printed[string](sign, c.At, c.Also...),
	}
	if word != "" {
		rating.Meaning = model.Printed[string](word, c.At, c.Also...)
	}
	if l.kind != nil && col.role == colYear {
		rating.Evaluator = model.Printed[string](strings.TrimSpace(l.kind.Text), l.kind.At, l.kind.Also...)
	}
	l.item.Ratings = append(l.item.Ratings, rating)
	l.rated = append(l.rated, ratingIn{l.item, len(l.item.Ratings) - 1, col})
}

// ratedYear is the year of a grade: that of its heading, else the year reported
// on, unless the heading speaks of another one without naming it.
func (r *reader) ratedYear(l *list, col *column) model.Field[model.FiscalYear] {
	if col.yearAt != nil {
		return col.printedYear()
	}
	if k := col.leaf().key; strings.HasPrefix(k, "前") || strings.HasPrefix(k, "昨") {
		return model.Field[model.FiscalYear]{}
	}
	return r.reportedYear(l)
}

// A ratingIn is a rating with the column it was read from, for its legend.
type ratingIn struct {
	item *draft
	n    int
	col  *column
}

// evaluator names who rates, as the headings print it: 1次 below 評価 is 1次評価.
func (c *column) evaluator() model.Field[string] {
	leaf := c.leaf()
	text := strings.TrimSpace(leaf.cell.Text)
	if leaf.role == colYear && len(c.path) > 1 {
		leaf = c.path[len(c.path)-2]
		text = strings.TrimSpace(leaf.cell.Text)
	}
	f := model.Printed[string](text, leaf.cell.At)
	if key := fold(text); strings.HasSuffix(key, "次") && len(c.path) > 1 {
		above := c.path[len(c.path)-2].cell
		f.Raw += strings.TrimSpace(above.Text)
		f.Also = append(f.Also, above.At)
	}
	return f
}

// marked reports whether a dash is a sign of some scale of the document.
func (l *list) marked(text string) bool {
	for _, s := range l.scales {
		for _, p := range s.pairs {
			if fold(p.symbol) == fold(text) {
				return true
			}
		}
	}
	return false
}
