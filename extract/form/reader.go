package form

import (
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

// A reader goes over the rows of a document once and puts every cell where its
// label says.
type reader struct {
	doc    *extract.Document
	report *model.Report
	drafts []*draft

	item       *draft           // the item being read
	initiative *initiativeDraft // the initiative being read
	section    role             // roleOverview, roleSummary, roleResults or noRole

	running    map[string]bool // lines repeated on many pages, folded
	lastLine   string          // the free line before
	headings   map[string]bool // whether a line is a heading, by its text
	labels     map[string]label
	profile    *Profile               // of the issuer and plan, nil if none matched
	vocabulary vocabulary             // labels of the profile
	twins      []model.Item           // rows of lists that went into items shown elsewhere
	claimed    map[*extract.Cell]bool // see claim
	// lastLabel is the label under which a text was read: 現状 and 課題 fill one
	// field, 現状 twice is a problem.
	lastLabel map[*model.Field[string]]string
	pending   label         // a label still waiting for its value
	labeled   *extract.Cell // the cell of that label, or of the last one
	open      *model.Field[string]
	openAt    row // where the open field's label stands

	reported    bool // the initiative is read in the results section
	titleColumn int  // where the title of the initiative stands

	block     block    // what the rows below the year headings hold
	measure   *measure // the indicator or effect whose rows are read
	years     yearColumns
	schedules bool          // some initiative has a schedule
	shifted   *extract.Cell // the heading whose shift was reported
	year      string        // fiscal year of the caption
	doneYear  model.Field[model.FiscalYear]

	heads headings
	lists []*list // tables with rows for items
}

// A draft is an item under construction.
type draft struct {
	model.Item
	initiatives []*initiativeDraft
	at          model.Place // of its first label
	drawnAcross bool        // some bar of its schedule covers several years
	drawsEnds   bool        // its schedule shows where bars end
	measures    []*measure
	body        bool  // something below the head was read
	list        *list // the list that the item was read from, nil for a form
}

type initiativeDraft struct {
	model.Initiative
	spans []spanOf
}

// read takes one row.
func (r *reader) read(row row) {
	if row.table == nil {
		r.readLine(row)
		return
	}
	if row.first && !r.noisy() {
		r.pending = label{}
	}
	if years, rest, ok := yearsOf(row); ok {
		r.years, row.cells = years, rest
		r.block = r.blockOf(rest)
	} else if r.block != noBlock && r.blockRow(row) {
		return
	}
	if text, c := row.text(); c != nil && r.pending.role == noRole {
		r.period(text, c)
		if r.heading(text, c) {
			r.close()
			return
		}
	}
	r.cells(row)
}

// readLine takes a line of free text: a caption, a heading, a label with its
// value, or, in a transcript, a piece torn from the cell above.
func (r *reader) readLine(row row) {
	c := row.cells[0]
	text := strings.TrimSpace(c.Text)
	if text == "" {
		return
	}
	r.period(text, c)
	if r.heading(text, c) {
		r.close()
		return
	}
	if backMatter().MatchString(fold(text)) {
		r.item = nil
		return
	}
	if l, ok := r.labelOf(text); ok {
		r.label(l, c, row)
		return
	}
	if isLegend(text) {
		return
	}
	if l, value, ok := r.inlineLabel(text); ok {
		r.label(l, c, row)
		r.value(c, value, row)
		return
	}
	if r.noisy() && r.pending.role != noRole {
		r.value(c, text, row)
		return
	}
	r.loose(text, c)
}

// backMatter is the heading of what follows the forms: glossary, contents.
var backMatter = pattern(`^(?:\d{1,2}|[Ⅰ-Ⅹ]|第\d章)?[.．、]?(?:用語解説|用語の解説|用語集|用語の説明|目次|資料編|参考資料)$`)

// loose handles a line that nothing announces. Page numbers and running heads
// stand outside of every item; in a transcript a line after an open text is
// the rest of it.
func (r *reader) loose(text string, c *extract.Cell) {
	switch {
	case r.item == nil || isPageNumber(text) || isLegend(text) || r.running[fold(text)]:
	case r.doc.Format == "text" && r.open != nil && len(r.open.Raw) > 0:
		add(r.open, c, text)
		r.problem("layout.torn_row", c.At, text, "表から外れた行を直前の欄の続きとして読みました。"+r.where())
	default:
		r.unbound([]*extract.Cell{c})
	}
}

func isPageNumber(text string) bool {
	return strings.Trim(fold(text), "-0123456789/頁ページPp.") == ""
}

// cells reads the cells of a table row from left to right.
func (r *reader) cells(row row) {
	inRow := noRole // the last label of this row
	for i, c := range row.cells {
		text := strings.TrimSpace(c.Text)
		if text == "" && !c.Arrow {
			continue
		}
		if l, ok := r.labelOf(text); ok && !r.wants(l) {
			r.label(l, c, row)
			inRow = l.role
			continue
		}
		if isLegend(text) {
			continue
		}
		if l, value, ok := r.inlineLabel(text); ok && r.pending.role == noRole {
			r.label(l, c, row)
			r.value(c, value, row)
			continue
		}
		if inRow == roleInitiative && r.pending.role == noRole && !r.reported {
			r.bars(row.cells[i:], row.table, r.titleColumn)
			return
		}
		r.value(c, text, row)
	}
}

// wants reports whether the waiting label must have a value, so that a cell
// which reads like a label is its value: an item may be called 「取組内容1」.
func (r *reader) wants(l label) bool {
	head := r.pending.role == roleTitle || r.pending.role == roleNumber || r.pending.role == roleDepartment
	return head && (l.role == roleInitiative || l.role == roleDone || l.role == roleHint)
}

// label takes a label: it opens an item, an initiative or a section, and waits
// for the value.
func (r *reader) label(l label, c *extract.Cell, row row) {
	if l.noise > 0 {
		r.problem("label.noise", c.At, c.Text, "見出しの文字が崩れていますが、最も近い見出しとして読みました。"+r.where())
	}
	switch l.role {
	case roleHint:
		return
	case roleSchedule:
		r.block, r.pending = scheduleBlock, label{}
		return
	case roleOverview, roleSummary, roleResults:
		r.section = l.role
		r.close()
		return
	case roleTitle, roleNumber, roleDepartment:
		r.head(l.role, c)
	case roleSituation:
		r.headless(c)
	}
	if r.item == nil {
		return
	}
	r.pending, r.labeled, r.open, r.openAt = l, c, nil, row
	if l.role != roleInitiative && l.role != roleMeasures {
		r.block = noBlock
	}
	switch l.role {
	case roleInitiative:
		r.reported = r.section == roleResults || r.hasLabel(row, roleProgress)
		r.initiative = r.item.numbered(l.index, l.number(c))
	case roleDone:
		r.reportYear(l, c)
	}
}

// head begins a new item when a label of the head comes after the body of the
// last one, or a second time.
func (r *reader) head(l role, c *extract.Cell) {
	i := r.item
	if i != nil && !i.body && !(l == roleTitle && i.Title.Raw != "") && !(l == roleNumber && i.Number.Raw != "") {
		return
	}
	r.begin(c)
}

// begin opens a new item.
func (r *reader) begin(c *extract.Cell) {
	r.item, r.initiative, r.section = &draft{at: c.At}, nil, noRole
	r.years, r.reported, r.block = yearColumns{}, false, noBlock
	r.drafts = append(r.drafts, r.item)
}

// headless opens an item whose head was lost: the body begins a second time.
func (r *reader) headless(c *extract.Cell) {
	if r.item == nil || r.item.Situation.Raw == "" || r.section == noRole || r.section == roleOverview {
		return
	}
	r.begin(c)
	r.problem("item.no_head", c.At, c.Text, "実施項目名と項目番号が見つからないまま次の項目が始まっています。")
}

func (r *reader) hasLabel(row row, want role) bool {
	for _, c := range row.cells {
		if l, ok := r.labelOf(strings.TrimSpace(c.Text)); ok && l.role == want {
			return true
		}
	}
	return false
}

// value gives a cell to the label that waits for one, or to the text that is
// still open.
func (r *reader) value(c *extract.Cell, text string, row row) {
	if r.item == nil {
		return
	}
	waiting := r.pending
	r.pending = label{}
	switch waiting.role {
	case noRole:
		r.continued(c, text, row)
	case roleTitle:
		add(&r.item.Title, c, text)
	case roleNumber:
		add(&r.item.Number, c, text)
	case roleDepartment:
		r.item.Departments = append(r.item.Departments, model.Printed[string](text, c.At, c.Also...))
	case rolePillar:
		r.pillar(c, text)
	case roleRating:
		r.rating(c, text)
	case roleDirection:
		r.direction(c, text)
	case roleEffect:
		r.effectCell(c, text)
	case roleMeasures:
		r.item.body = true
		r.item.IndicatorText = append(r.item.IndicatorText, model.Printed[string](text, c.At, c.Also...))
	case roleInitiative:
		r.initiativeTitle(c, text)
	case roleProgress:
		r.progress(c, text)
	default:
		r.text(waiting.role, c, text)
	}
}

// text puts a cell into the field of its role and keeps that field open for
// rows that carry on.
func (r *reader) text(of role, c *extract.Cell, text string) {
	f := r.field(of)
	if f == nil {
		r.unbound([]*extract.Cell{c})
		return
	}
	r.item.body = true
	if f.Raw != "" && fold(r.labeled.Text) == r.lastLabel[f] {
		r.problem("field.repeated", c.At, text, "同じ欄が二度印刷されています。続けて読みました。"+r.where())
	}
	add(f, c, text)
	r.open, r.lastLabel[f] = f, fold(r.labeled.Text)
}

// field is where the text of a role belongs; results of an initiative stand
// below its label.
func (r *reader) field(of role) *model.Field[string] {
	switch of {
	case roleSituation:
		return &r.item.Situation
	case roleGoal:
		return &r.item.Goal
	case roleAssessment:
		return &r.item.Assessment
	case roleAction:
		return &r.item.Action
	case roleDone:
		if r.initiative != nil && r.reported {
			return &r.initiative.Done
		}
		return &r.item.Done
	case roleNext:
		if r.initiative != nil && r.reported {
			return &r.initiative.Next
		}
		return &r.item.Next
	}
	return nil
}

// continued handles a cell without a label of its own: a further row of the
// text above it, or nothing we know.
func (r *reader) continued(c *extract.Cell, text string, row row) {
	if r.open == nil || !r.carriesOn(row) {
		r.unbound([]*extract.Cell{c})
		return
	}
	add(r.open, c, text)
	if r.noisy() && r.labeled.Row+r.labeled.RowSpan <= row.index {
		r.problem("layout.torn_row", c.At, text, "見出しのない行を直前の欄の続きとして読みました。"+r.where())
	}
}

// carriesOn reports whether a row without a label belongs to the text above:
// its label's cell reaches down to it, the table goes on after a page break, or,
// in a transcript, the row was torn off and stands alone.
func (r *reader) carriesOn(row row) bool {
	switch {
	case row.table == nil:
		return false
	case row.table == r.openAt.table && row.index < r.labeled.Row+r.labeled.RowSpan:
		return true
	case row.table != r.openAt.table:
		return row.table.Continues && row.index == 0
	}
	_, only := row.text()
	return r.noisy() && only != nil
}

// labelOf remembers what it found: a form prints the same labels on every page.
func (r *reader) labelOf(text string) (label, bool) {
	l, seen := r.labels[text]
	if !seen && len(text) <= maxLabelBytes {
		if l, seen = r.profileLabel(text); !seen {
			l, _ = labelOf(text, r.noisy())
		}
		r.labels[text] = l
	}
	return l, l.role != noRole
}

// noisy reports whether misread characters must be expected.
func (r *reader) noisy() bool { return r.doc.Format == "text" }

// close ends the text that was open: a heading or another item follows.
func (r *reader) close() {
	r.open, r.pending = nil, label{}
}
