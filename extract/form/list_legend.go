package form

import (
	"slices"
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

// A scale is a printed legend: signs with their words, and the column that its
// caption names.
type scale struct {
	caption string // folded: 年度別計画, 評価; "" if it has none
	pairs   []scalePair
	cell    *extract.Cell
	of      columnRole // what it decodes, colNone until known
	columns []*column
}

type scalePair struct{ symbol, word string }

// The notations of legends (survey, 2.3 and 2.4): 【評価の凡例】 A：計画どおり;
// 【▲:検討・準備 ●:実施・継続】; 評価の区分 ● 完了 ／ ○ 計画どおり; ◎…達成; A=計画どおり.
// A mark needs nothing between it and its word, a letter or digit does.
var (
	scaleSign  = `(?:([◎○〇◯●△▲▽▼×✕☓✖□■◇◆☆★－―—–‐-])|([A-ZＡ-Ｚ][+＋]?|[0-9０-９]|[①-⑩]|[Ⅰ-Ⅹ]|[アイウエオ]))`
	scalePairs = pattern(`(?:^|[\s　、，,;；／/|｜()（）\[\]【】〔〕「」『』〈〉・。:：])` + scaleSign + `[\s　]*(?:([:：…‥＝=→]+|\.{2,}|・{2,}|が|は)[\s　]*|([\s　]+)|)`)
	scaleWords = pattern(`凡例|評価|進捗|区分|達成|記号|判定|段階|工程|スケジュール|計画|状況|基準`)
)

// maxScaleWord is the longest word of a scale in characters.
const maxScaleWord = 30

// scaleOf reads a legend from a line or a cell; it has no pairs if the text is
// none.
func scaleOf(text string) scale {
	s := scale{}
	if len(text) > maxLegend || len(text) < 6 {
		return s
	}
	found := scalePairs().FindAllStringSubmatchIndex(text, -1)
	if len(found) < minLegend {
		return s
	}
	captioned := scaleWords().MatchString(text[:found[0][0]]) || scaleWords().MatchString(text[:found[0][1]])
	seen := map[string]bool{}
	first := -1
	for i, m := range found {
		symbol := sub(text, m, 1) + sub(text, m, 2)
		mark, sure, space := m[2] >= 0, m[6] >= 0, m[8] >= 0
		if !sure && !(space && captioned) && !(mark && captioned) && !(mark && dashless(symbol)) {
			continue
		}
		end := len(text)
		if i+1 < len(found) {
			end = found[i+1][0]
		}
		word := scaleWord(text[m[1]:end])
		if word == "" || seen[symbol] || mark && !sure && !space && strings.ContainsAny(word, "0123456789０１２３４５６７８９") {
			continue
		}
		if first < 0 {
			first = m[0]
		}
		seen[symbol] = true
		s.pairs = append(s.pairs, scalePair{symbol, word})
	}
	if len(s.pairs) < minLegend {
		return scale{}
	}
	s.caption = captionOf(text[:first])
	return s
}

func dashless(symbol string) bool { return strings.Trim(symbol, "－―—–‐-") != "" }

func sub(s string, m []int, n int) string {
	if m[2*n] < 0 {
		return ""
	}
	return s[m[2*n]:m[2*n+1]]
}

// scaleWord cuts a word of a scale at what parts it from the next entry.
func scaleWord(s string) string {
	s = strings.Trim(s, " \u3000\n／/、，,;；|｜。)）】」』]〉・")
	if i := strings.IndexAny(s, "、，,;；／/|｜。\u3000\n】」』"); i >= 0 {
		s = s[:i]
	}
	s = strings.TrimRight(strings.TrimSpace(s), "」』】")
	if n := len([]rune(s)); n == 0 || n > maxScaleWord {
		return ""
	}
	return s
}

// captionOf is what a legend is the legend of.
func captionOf(before string) string {
	key := strings.Trim(fold(before), "【】〔〕[]〈〉<>()※■◆●○*:・「」")
	for _, cut := range []string{"の凡例", "凡例", "の区分", "の基準", "の説明", "の見方", "の記号", "について", "は", "欄の記号", "欄"} {
		key = strings.TrimSuffix(key, cut)
	}
	key = strings.Trim(key, "【】〔〕[]〈〉<>()※:・「」")
	if i := strings.LastIndexAny(key, "】〕]〉>)。:」"); i >= 0 {
		key = strings.TrimLeft(key[i:], "】〕]〉>)。:」")
	}
	if len([]rune(key)) > maxColumnHead {
		return ""
	}
	return key
}

// readScales finds the legends of a document that holds lists, binds each to
// its column, and gives them to the report.
func (r *reader) readScales(rows []row) {
	var scales []*scale
	for _, row := range rows {
		for _, c := range row.cells {
			for _, line := range legendTexts(c.Text) {
				if s := scaleOf(line); len(s.pairs) > 0 {
					s.cell = c
					scales = append(scales, &s)
				}
			}
		}
	}
	scales = append(scales, tableScales(rows)...)
	for _, l := range r.lists {
		l.scales = scales
	}
	for _, s := range scales {
		r.bindScale(s)
	}
	r.replaceLegend(scales)
}

// legendTexts are the texts of a cell to be searched for legends: each line if
// it is one by itself, else the whole.
func legendTexts(text string) []string {
	lines := strings.Split(text, "\n")
	if len(lines) < 2 {
		return lines
	}
	var own []string
	for _, line := range lines {
		if s := scaleOf(line); len(s.pairs) > 0 {
			own = append(own, line)
		}
	}
	if len(own) > 0 {
		return own
	}
	return []string{text}
}

// tableScales reads legends printed as tables of two columns, sign and word.
func tableScales(rows []row) (list []*scale) {
	var s *scale
	var at *extract.Table
	for _, row := range rows {
		filled := filledCells(row)
		if row.table == nil || len(filled) < 2 || len(filled) > 3 {
			s = nil
			continue
		}
		sign := strings.TrimSpace(filled[0].Text)
		word := strings.TrimSpace(filled[1].Text)
		if !isSign(sign) || len([]rune(word)) > maxScaleWord || isSign(word) || numberCell().MatchString(fold(word)) {
			if s = nil; scaleWords().MatchString(fold(sign)) && len(sign) < 60 {
				s, at = &scale{caption: captionOf(sign), cell: filled[0]}, row.table
				list = append(list, s)
			}
			continue
		}
		if s == nil || at != row.table {
			s, at = &scale{cell: filled[0]}, row.table
			list = append(list, s)
		}
		s.pairs = append(s.pairs, scalePair{sign, word})
	}
	out := list[:0]
	for _, s := range list {
		if len(s.pairs) >= minLegend && distinct(s.pairs) {
			out = append(out, s)
		}
	}
	return out
}

func distinct(pairs []scalePair) bool {
	seen := map[string]bool{}
	for _, p := range pairs {
		if seen[p.symbol] {
			return false
		}
		seen[p.symbol] = true
	}
	return true
}

// isSign reports a letter or a mark; digits number too many other things.
func isSign(text string) bool {
	if !isGrade(text) {
		return false
	}
	key := fold(text)
	return key[0] >= 'A' && key[0] <= 'Z' || isMarkCell(text) && dashless(text)
}

// bindScale finds the column of a legend: the one that its caption names, else
// the one whose cells use its signs.
func (r *reader) bindScale(s *scale) {
	for _, l := range r.lists {
		for _, c := range l.columns {
			if s.caption == "" || !c.names(s.caption) {
				continue
			}
			s.columns, s.of = append(s.columns, c), c.role
			if c.role == colYear {
				s.of = c.of
			}
		}
		if len(s.columns) > 0 {
			return
		}
		if role := l.kindNamed(s.caption); role != colNone {
			s.of = role
			return
		}
	}
	most := 0
	for _, l := range r.lists {
		for _, c := range l.columns {
			for role, n := range l.uses(c, s) {
				if n > most {
					s.columns, s.of, most = []*column{c}, role, n
				}
			}
		}
	}
}

// isNameGap parts the columns that one caption names: 1次評価・2次評価.
func isNameGap(r rune) bool { return strings.ContainsRune("・、,/／及", r) }

// kindNamed finds rows that a caption names: 評価 beside 計画 and 実績.
func (l *list) kindNamed(caption string) columnRole {
	for _, r := range l.rows {
		k := l.kindOf(r)
		if k == nil || caption == "" {
			continue
		}
		if h := l.heads.read(k); h.key == caption {
			return l.heads.kind(k)
		}
	}
	return colNone
}

// names reports whether a caption names the column or a heading above it.
func (c *column) names(caption string) bool {
	switch c.role {
	case colTitle, colNumber, colPillar, colDepartment, colNote, colKind, colEffect:
		return false
	}
	for _, h := range c.path {
		if h.key == "" {
			continue
		}
		for _, name := range append(strings.FieldsFunc(caption, isNameGap), caption) {
			if name == h.key || headPlace.Replace(name) == h.key {
				return true
			}
		}
	}
	return false
}

// uses counts the cells of a column that hold a sign of the scale, by what the
// cells are.
func (l *list) uses(col *column, s *scale) map[columnRole]int {
	switch col.role {
	case colStatus, colRating, colOutcome, colYear, colSchedule, colDirection:
	default:
		return nil
	}
	counts := map[columnRole]int{}
	for _, r := range l.rows {
		for _, c := range r.cells {
			if !isGrade(strings.TrimSpace(c.Text)) || l.columnAt(c, r.table) != col || !s.has(c.Text) {
				continue
			}
			counts[l.roleIn(r, col)]++
		}
	}
	return counts
}

func (s *scale) has(sign string) bool {
	for _, p := range s.pairs {
		if fold(p.symbol) == fold(sign) {
			return true
		}
	}
	return false
}

// roleIn is what a cell of the column is in a row: below a year the kind of the
// row decides, else the heading over it.
func (l *list) roleIn(r row, col *column) columnRole {
	if col.role != colYear {
		return col.role
	}
	if k := l.kindOf(r); k != nil {
		return l.heads.kind(k)
	}
	if col.of == colNone {
		return colSchedule
	}
	return col.of
}

// replaceLegend gives the report the legends with what they decode.
func (r *reader) replaceLegend(scales []*scale) {
	own := map[string]bool{}
	var legend []model.LegendEntry
	for _, s := range scales {
		own[s.cell.At.String()] = true
		for _, p := range s.pairs {
			legend = append(legend, model.LegendEntry{Symbol: p.symbol, Label: p.word, At: s.cell.At, Of: s.legendOf()})
		}
	}
	for _, e := range r.report.Legend {
		if !own[e.At.String()] {
			legend = append(legend, e)
		}
	}
	r.report.Legend = legend
}

// legendOf names what the scale decodes for the normaliser.
func (s *scale) legendOf() model.LegendUse {
	switch s.of {
	case colNone, colStatus:
		return model.LegendStatus
	case colSchedule:
		return model.LegendSchedule
	case colYear:
		return model.LegendSchedule
	}
	return model.LegendOther
}

// meanings gives each further rating the legend's word for its letter: that of
// its own column's legend, else that of the status.
func (l *list) meanings() {
	for _, in := range l.rated {
		rating := &in.item.Ratings[in.n]
		if rating.Meaning.Raw != "" {
			continue
		}
		for _, own := range []bool{true, false} {
			if word, s := l.wordFor(in.col, rating.Label.Raw, own); s != nil {
				rating.Meaning = model.Printed[string](word, s.cell.At)
				break
			}
		}
	}
}

func (l *list) wordFor(col *column, sign string, own bool) (string, *scale) {
	for _, s := range l.scales {
		if own != slices.Contains(s.columns, col) || !own && s.of != colStatus && s.of != colNone {
			continue
		}
		for _, p := range s.pairs {
			if fold(p.symbol) == fold(sign) {
				return p.word, s
			}
		}
	}
	return "", nil
}
