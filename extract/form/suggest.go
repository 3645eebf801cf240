package form

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gyokaku/extract"
	"gyokaku/model"
)

// A Draft is what a document shows of the profile that it needs: labels that no
// rule knows, status words, sections. Guesses are for a person to check.
type Draft struct {
	Plan        string // the line that names the plan
	Year        string // fiscal year reported on, western; "" if unknown
	Labels      []Guess
	Statuses    []StatusSeen
	Departments []string
	Numbers     []string // examples of item numbers as printed

	// The caller may fill in what package form cannot know.
	Municipality, Code, Prefecture string

	Coverage *model.Coverage // nil if no item was found
}

// A Guess is a cell that looks like a label, and what it may label.
type Guess struct {
	Text    string // without year, brackets and ordinal
	Role    string // name of the role, "" if nothing speaks for one
	Why     string // in Japanese
	Count   int
	Example string // a value beside it
}

// StatusSeen is a status as printed, how often, and what it says; zero axes are
// for the author to fill in.
type StatusSeen struct {
	Symbol, Label string
	Count         int
	Axes          model.Axes
}

// Suggest drafts a profile for a document that the general rules and the given
// profiles read only in part, or not at all.
func Suggest(doc *extract.Document, profiles ...Profile) *Draft {
	rows := rowsOf(doc)
	r := newReader(doc)
	r.chooseProfile(rows, profiles)
	r.readLegend(rows)
	s := &suggester{reader: r, seen: map[string]*labelSeen{}, statuses: map[[2]string]int{}}
	for _, row := range rows {
		if row.table == nil {
			r.heading(strings.TrimSpace(row.cells[0].Text), row.cells[0])
		}
		s.row(row)
	}
	s.columns(rows)
	d := &Draft{Plan: strings.TrimSpace(r.report.Plan.Title.Raw), Year: r.year}
	if d.Plan == "" {
		d.Plan = firstLine(rows)
	}
	report, err := Read(doc, profiles...)
	if err == nil {
		s.forget(places(report.Items, report.Totals, report.Plan, report.Legend))
	}
	d.Labels = s.guesses()
	s.values(d)
	if err == nil {
		d.read(report)
	}
	return d
}

// firstLine is the first line that names a plan, else the first of all.
func firstLine(rows []row) (first string) {
	for _, r := range rows {
		text, c := r.text()
		if c == nil || len(text) > 4*maxHeading || isPageNumber(text) {
			continue
		}
		if planNames().MatchString(text) {
			return strings.TrimSpace(text)
		}
		if first == "" {
			first = strings.TrimSpace(text)
		}
	}
	return first
}

// read adds what was bound already.
func (d *Draft) read(report *model.Report) {
	d.Coverage = report.Coverage
	if report.FiscalYear.Raw != "" && d.Year == "" {
		d.Year = yearIn(fold(report.FiscalYear.Raw))
	}
	for _, it := range report.Items {
		d.addStatus(it.Progress)
		for _, i := range it.Initiatives {
			d.addStatus(i.Progress)
		}
		for _, f := range it.Departments {
			d.addDepartments(f.Raw)
		}
		d.addNumber(it.Number.Raw)
	}
	slices.SortStableFunc(d.Statuses, func(a, b StatusSeen) int { return cmp.Compare(b.Count, a.Count) })
}

func (d *Draft) addStatus(p *model.Progress) {
	if p == nil || saysNothing(p.Symbol.Raw+p.Label.Raw) {
		return
	}
	d.countStatus(strings.TrimSpace(p.Symbol.Raw), strings.TrimSpace(p.Label.Raw), 1)
}

func (d *Draft) countStatus(symbol, word string, n int) {
	for i, s := range d.Statuses {
		if s.Symbol == symbol && s.Label == word {
			d.Statuses[i].Count += n
			return
		}
	}
	d.Statuses = append(d.Statuses, StatusSeen{Symbol: symbol, Label: word, Count: n})
}

func (d *Draft) addDepartments(text string) {
	for _, name := range strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("、，,・/／", r) }) {
		if departmentEnd().MatchString(name) && !slices.Contains(d.Departments, name) {
			d.Departments = append(d.Departments, name)
		}
	}
}

// maxNumbers is how many examples of item numbers a draft shows.
const maxNumbers = 5

func (d *Draft) addNumber(text string) {
	text = strings.TrimSpace(text)
	if text != "" && len(d.Numbers) < maxNumbers && !slices.Contains(d.Numbers, text) {
		d.Numbers = append(d.Numbers, text)
	}
}

// A suggester collects cells that look like labels with the values beside them.
type suggester struct {
	*reader
	seen     map[string]*labelSeen
	order    []string
	statuses map[[2]string]int
}

type labelSeen struct {
	text    string
	values  []string    // beside it
	after   [][2]string // the two cells behind it, for statuses
	indexed bool        // an ordinal stands behind it: 一歩1
	first   int         // how often it begins its row
	at      []model.Place
}

// row takes labels and values by turns from left to right: what follows a label
// is its value.
func (s *suggester) row(row row) {
	if row.table == nil {
		return
	}
	if _, _, years := yearsOf(row); years {
		return
	}
	cells := filled(row)
	for i := 0; i < len(cells); i++ {
		text := strings.TrimSpace(cells[i].Text)
		if _, known := s.labelOf(text); known {
			i++
			continue
		}
		if i+1 >= len(cells) || !looksLikeLabel(text) {
			continue
		}
		if _, label := s.labelOf(strings.TrimSpace(cells[i+1].Text)); label && i > 0 {
			continue // a value before the next label
		}
		s.note(cells[i], cells[i+1:], i == 0)
		i++
	}
}

func filled(row row) (list []*extract.Cell) {
	for _, c := range row.cells {
		if strings.TrimSpace(c.Text) != "" {
			list = append(list, c)
		}
	}
	return list
}

// forget drops what was read as a value wherever it stands, and the words that
// lists and measures know.
func (s *suggester) forget(bound map[model.Place]bool) {
	for key, l := range s.seen {
		if valueKinds[key] != noValues || columnLexicon()[key] != colNone || !slices.ContainsFunc(l.at, func(p model.Place) bool { return !bound[p] }) {
			delete(s.seen, key)
		}
	}
}

// note keeps one occurrence of a label.
func (s *suggester) note(c *extract.Cell, after []*extract.Cell, first bool) {
	key, indexed := bare(strings.TrimSpace(c.Text))
	l := s.seen[key]
	if l == nil {
		l = &labelSeen{text: key}
		s.seen[key] = l
		s.order = append(s.order, key)
	}
	l.indexed, l.at = l.indexed || indexed, append(l.at, c.At)
	if first {
		l.first++
	}
	l.values = append(l.values, strings.TrimSpace(after[0].Text))
	pair := [2]string{strings.TrimSpace(after[0].Text)}
	if len(after) > 1 {
		pair[1] = strings.TrimSpace(after[1].Text)
	}
	l.after = append(l.after, pair)
}

// bare is a label without its year, brackets and ordinal.
func bare(text string) (key string, indexed bool) {
	key = labelKey(text)
	if m := captionBrackets().FindStringSubmatch(key); m != nil {
		key = m[1]
	}
	if at := leadingYear().FindStringIndex(key); at != nil && at[1] < len(key) {
		key = key[at[1]:]
	}
	if m := trailingIndex().FindStringSubmatch(key); m != nil {
		return m[1], true
	}
	return key, false
}

var (
	departmentEnd = pattern(`(?:課|室|局|部|係|所|館|署|センター|委員会)[)）]?$`)
	scheduleWords = pattern(`^(?:検討|実施|導入|継続|準備|試行|協議|調査|決定|移行|周知|随時|見直し|検証|拡充|完了|終了|一部実施|継続実施|本格実施|運用)[→⇒]*$`)
	itemNumber    = pattern(`^(?:第|No\.?|№)?[^\p{Han}\p{Hiragana}\p{Katakana}]*[0-9Ⅰ-Ⅻ①-⑳][^\p{Hiragana}]{0,6}$`)
	moneyValue    = pattern(`[0-9０-９][0-9０-９,，.．]*\s*(?:千円|百万円|億円|万円|円|％|%|人|件|回)`)
)

// maxSuggested is the longest text in characters that is suggested as a label.
const maxSuggested = 16

// looksLikeLabel tells short words from values such as sentences, numbers,
// sections and words of a schedule.
func looksLikeLabel(text string) bool {
	key, _ := bare(text)
	n := utf8.RuneCountInString(key)
	if n < 2 || n > maxSuggested || strings.ContainsAny(key, "。、,%→⇒") || isLegend(text) || saysNothing(text) {
		return false
	}
	if _, _, year := yearOf(text); year || departmentEnd().MatchString(key) || scheduleWords().MatchString(key) || moneyValue().MatchString(key) {
		return false
	}
	letters := 0
	for _, r := range key {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) {
			letters++
		}
	}
	return 2*letters > n
}

// minColumnRows is the least number of rows below a heading that make a list.
const minColumnRows = 2

// columns takes the headings of tables that are lists: a row of short words over
// rows that fill the same columns.
func (s *suggester) columns(rows []row) {
	for i, head := range rows {
		if head.table == nil || i > 0 && rows[i-1].table == head.table && len(filled(rows[i-1])) > 1 {
			continue
		}
		cells := filled(head)
		if len(cells) < 3 || slices.ContainsFunc(cells, func(c *extract.Cell) bool { return !looksLikeLabel(c.Text) && !s.known(c.Text) }) {
			continue
		}
		below := map[int][]*extract.Cell{}
		full := 0
		for _, row := range rows[i+1:] {
			if row.table != head.table {
				break
			}
			values := filled(row)
			if len(values) >= len(cells)-1 {
				full++
			}
			for _, c := range values {
				below[c.Column] = append(below[c.Column], c)
			}
		}
		if full < minColumnRows {
			continue
		}
		for _, c := range cells {
			if s.known(c.Text) {
				continue
			}
			key, _ := bare(c.Text)
			delete(s.seen, key) // as the label of a row it was misunderstood
			for _, v := range below[c.Column] {
				s.note(c, []*extract.Cell{v}, false)
			}
		}
	}
}

func (s *suggester) known(text string) bool {
	_, ok := s.labelOf(strings.TrimSpace(text))
	return ok
}

// guesses lists the labels, those that repeat first. A word that stands only
// once is listed if it begins its row.
func (s *suggester) guesses() (list []Guess) {
	repeated := slices.ContainsFunc(slices.Collect(maps.Values(s.seen)), func(l *labelSeen) bool { return len(l.values) > 1 })
	listed := map[string]bool{}
	for _, key := range s.order {
		l := s.seen[key]
		if l == nil || listed[key] || len(l.values) == 1 && (repeated || l.first == 0) {
			continue
		}
		listed[key] = true
		r, why := l.guess()
		list = append(list, Guess{Text: l.text, Role: nameOf(r), Why: why, Count: len(l.values), Example: example(l.values)})
	}
	slices.SortStableFunc(list, func(a, b Guess) int { return cmp.Compare(b.Count, a.Count) })
	return list
}

// maxExample is how much of a value a draft shows, in characters.
const maxExample = 20

func example(values []string) string {
	for _, v := range values {
		v = strings.ReplaceAll(v, "\n", "")
		if runes := []rune(v); len(runes) > maxExample {
			v = string(runes[:maxExample]) + "…"
		}
		if v != "" {
			return v
		}
	}
	return ""
}

// values adds statuses, sections and numbers that stand beside guessed labels.
func (s *suggester) values(d *Draft) {
	for _, g := range d.Labels {
		l := s.seen[g.Text]
		switch roleNames[g.Role] {
		case roleProgress:
			for _, pair := range l.after {
				if utf8.RuneCountInString(pair[0]) > 1 {
					symbol, word := s.splitSymbol(pair[0])
					d.countStatus(symbol, word, 1)
					continue
				}
				d.countStatus(pair[0], pair[1], 1)
			}
		case roleDepartment:
			for _, v := range l.values {
				d.addDepartments(v)
			}
		case roleNumber:
			for _, v := range l.values {
				d.addNumber(v)
			}
		}
	}
}
