package form

import (
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

// listRow reads one row of a list.
func (r *reader) listRow(l *list, row row) {
	if len(row.cells) == 0 || l.headCells[row.cells[0]] {
		if len(row.cells) > 0 && l.names[row.cells[0]] != nil {
			r.setPillar(l, l.names[row.cells[0]])
		}
		r.item, r.initiative = nil, nil
		r.close()
		return
	}
	filled := filledCells(row)
	if len(filled) == 0 {
		return
	}
	switch {
	case r.listAside(l, row, filled):
		return
	case l.starts(row):
		r.beginItem(l, row)
	}
	r.item = l.item
	if l.item == nil {
		for _, c := range filled {
			if col := l.columnAt(c, row.table); col != nil && col.role == colPillar {
				r.setPillar(l, c)
			} else {
				r.unbound([]*extract.Cell{c})
			}
		}
		return
	}
	r.listCells(l, row)
	r.item = nil // what follows the list is not the item's
}

func filledCells(row row) (list []*extract.Cell) {
	for _, c := range row.cells {
		if strings.TrimSpace(c.Text) != "" {
			list = append(list, c)
		}
	}
	return list
}

// listAside handles rows that are no items: notes, totals, and rows of a
// pillar's name across the columns.
func (r *reader) listAside(l *list, row row, filled []*extract.Cell) bool {
	first := filled[0]
	text := strings.TrimSpace(first.Text)
	if len(filled) == 1 && (strings.HasPrefix(text, "※") || strings.HasPrefix(text, "注") || isLegend(text) || len(scaleOf(text).pairs) > 0 || unitCaption().MatchString(fold(text))) {
		r.claimAll(filled)
		return true
	}
	col := l.columnAt(first, row.table)
	if isTotal(text) && (col == nil || col.role == colPillar || col.role == colNumber || col.role == colTitle || col.role == colDepartment) {
		r.claim(first)
		r.totals(l, row, filled)
		return true
	}
	if len(filled) == 1 && l.end <= row.index && pillarLine().MatchString(fold(text)) {
		r.setPillar(l, first)
		return true
	}
	if len(filled) == 1 && l.end <= row.index && col != nil && (first.ColumnSpan > 1 && len(row.cells) <= 2 || col.role == colPillar && len(row.cells) == 1) {
		if _, _, ok := splitPillar(text); ok || first.ColumnSpan*2 > len(l.columns) {
			r.setPillar(l, first)
			return true
		}
	}
	return false
}

// totals keeps the sums that the list prints, for the audit.
func (r *reader) totals(l *list, row row, filled []*extract.Cell) {
	for _, c := range filled[1:] {
		col := l.columnAt(c, row.table)
		switch {
		case saysNothing(c.Text):
			continue
		case col == nil:
			r.unbound([]*extract.Cell{c})
			continue
		}
		r.total(l, model.Printed[string](strings.TrimSpace(filled[0].Text), filled[0].At, filled[0].Also...), col, c)
	}
}

// total keeps one sum: of a column (合計) or of an item's row (累計).
func (r *reader) total(l *list, of model.Field[string], col *column, c *extract.Cell) {
	r.report.Totals = append(r.report.Totals, model.Total{
		Of:     of,
		Column: model.Printed[string](col.words(), col.leaf().cell.At),
		Unit:   col.unitField(l),
		Amount: model.Printed[model.Quantity](strings.TrimSpace(c.Text), c.At, c.Also...),
	})
}

// starts reports whether a row begins a new item: it has a title of its own,
// and is neither covered by the item's merged cells nor the rest of a row that
// a page break cut.
func (l *list) starts(row row) bool {
	number, title := l.cellOf(row, colNumber), l.cellOf(row, colTitle)
	if l.item != nil && row.table == l.endTable && row.index < l.end {
		return false
	}
	switch {
	case title == nil:
		if number != nil {
			l.item = nil // neither an item nor the rest of one
		}
		return false
	case l.item == nil || number != nil:
		return true
	}
	// A title without the number that the others have goes on the one above,
	// and so does one at the head of a page, unless a column that every item
	// fills says otherwise.
	alone := l.cellOf(row, colDepartment) == nil && l.cellOf(row, colStatus) == nil
	head := row.index == 0 && row.table.Continues
	switch {
	case l.has(colNumber):
		return !alone && !head
	case l.item.Number.Raw != "" && leadNumber().FindStringSubmatch(strings.TrimSpace(title.Text)) == nil:
		return !alone
	}
	return !alone || !head || !l.has(colDepartment) && !l.has(colStatus)
}

func (l *list) has(role columnRole) bool {
	for _, c := range l.columns {
		if c.role == role {
			return true
		}
	}
	return false
}

// cellOf is the cell of the row in the column of a role that says something, nil
// if none does.
func (l *list) cellOf(row row, role columnRole) *extract.Cell {
	for _, c := range row.cells {
		if saysNothing(c.Text) {
			continue
		}
		if col := l.columnAt(c, row.table); col != nil && col.role == role {
			return c
		}
	}
	return nil
}

// beginItem opens the item of a row.
func (r *reader) beginItem(l *list, row row) {
	l.item = &draft{at: row.cells[0].At, body: true, list: l}
	l.kind, l.indicator, l.open = nil, nil, map[*column]*model.Field[string]{}
	l.end, l.endTable = row.index+1, row.table
	for _, c := range row.cells {
		if col := l.columnAt(c, row.table); col != nil && (col.role == colNumber || col.role == colTitle) {
			l.end = max(l.end, c.Row+max(1, c.RowSpan))
		}
	}
	for _, c := range row.cells { // the pillar's cell may stand right of the title
		if col := l.columnAt(c, row.table); col != nil && col.role == colPillar && strings.TrimSpace(c.Text) != "" && l.firstPillar() == col {
			r.setPillar(l, c)
		}
	}
	l.item.Pillar, l.pillarCell = l.pillar, nil
	l.items = append(l.items, l.item)
	r.drafts = append(r.drafts, l.item)
}

func (l *list) firstPillar() *column {
	for _, c := range l.columns {
		if c.role == colPillar {
			return c
		}
	}
	return nil
}

// listCells puts the cells of a row into the item.
func (r *reader) listCells(l *list, row row) {
	l.kind = l.kindOf(row)
	for _, c := range row.cells {
		if c == l.kind || strings.TrimSpace(c.Text) == "" && !c.Arrow {
			continue
		}
		col := l.columnAt(c, row.table)
		if col == nil {
			r.unbound([]*extract.Cell{c})
			continue
		}
		r.listCell(l, col, c, row)
	}
}

// listCell puts one cell where its column says.
func (r *reader) listCell(l *list, col *column, c *extract.Cell, row row) {
	text := strings.TrimSpace(c.Text)
	switch col.role {
	case colPillar:
		if col != l.firstPillar() || !strings.Contains(fold(l.pillarText), fold(text)) {
			r.unbound([]*extract.Cell{c})
		}
	case colNumber:
		add(&l.item.Number, c, text)
	case colTitle:
		r.listTitle(l, col, c, text)
	case colDepartment:
		r.listDepartment(l, col, c, text)
	case colSchedule:
		r.listBars(l, col, c, row)
	case colStatus, colOutcome, colRating:
		r.listRating(l, col, c, text)
	case colIndicator, colUnit, colBaseline, colTarget, colPlanned, colActual, colYear, colTotal:
		r.listMeasure(l, col, c, row)
	case colEffect:
		r.listEffect(l, col, c, text)
	case colNote:
		if !saysNothing(text) {
			l.item.Notes = append(l.item.Notes, model.Printed[string](text, c.At, c.Also...))
		}
	default:
		r.listText(l, col, c, text)
	}
}

// listText puts a cell into a field of running text. Two columns for one field,
// or a second row, go on what is there.
func (r *reader) listText(l *list, col *column, c *extract.Cell, text string) {
	f := l.item.textOf(col.role)
	if f == nil {
		r.unbound([]*extract.Cell{c})
		return
	}
	switch {
	case saysNothing(text) && f.Raw != "":
		return
	case col.role == colDone && col.year != "" && l.year != "" && col.year != l.year:
		r.unbound([]*extract.Cell{c}) // results of other years have no field
		return
	}
	add(f, c, text)
}

// textOf is the field of a column of running text.
func (d *draft) textOf(role columnRole) *model.Field[string] {
	switch role {
	case colSituation:
		return &d.Situation
	case colGoal:
		return &d.Goal
	case colAction:
		return &d.Action
	case colDone:
		return &d.Done
	case colAssessment:
		return &d.Assessment
	case colNext:
		return &d.Next
	case colDirection:
		return &d.Direction
	}
	return nil
}

var (
	ownerBracket = pattern(`(?s)^(.*?)\s*[【\[〔（(]\s*([^【】\[\]〔〕（）()]+?)\s*[】\]〕）)]\s*$`)
	ownerEnd     = pattern(`(?:課|室|部|局|所|係|館|園|センター|全庁|事務局|委員会|ほか|等)$`)
	leadNumber   = pattern(`(?s)^\s*((?:(?:No|NO|№)[.．]?\s*)?(?:[0-9０-９]{1,3}(?:\s*[-－‐–—.．]\s*[0-9０-９①-⑳]{1,3})*|[①-⑳]|[(（][0-9０-９]{1,2}[)）]|[⑴-⒇]|[Ⅰ-Ⅻ]\s*[-－‐–—]\s*[0-9０-９①-⑳]{1,2})[.．、)）]?)(?:[\s　.．、]+|)(\D.*)$`)
	glued        = pattern(`[①-⑳)）⑴-⒇.．、]$`)
)

// listTitle reads a title, with the owner in brackets behind it and its number
// before it where the list has no columns for them.
func (r *reader) listTitle(l *list, col *column, c *extract.Cell, text string) {
	if m := ownerBracket().FindStringSubmatch(text); m != nil && m[1] != "" && (col.owner || !l.has(colDepartment) && ownerEnd().MatchString(fold(m[2])) && strings.ContainsAny(text, "【[〔")) {
		text = m[1]
		l.item.Departments = append(l.item.Departments, model.Printed[string](m[2], c.At, c.Also...))
	}
	if !l.has(colNumber) && l.item.Number.Raw == "" {
		if m := leadNumber().FindStringSubmatch(text); m != nil && (glued().MatchString(m[1]) || strings.TrimSpace(text[len(m[1]):]) != text[len(m[1]):]) {
			l.item.Number = model.Printed[string](strings.TrimSpace(m[1]), c.At, c.Also...)
			text = m[2]
		}
	}
	if l.item.Title.Raw != "" {
		r.problem("layout.torn_row", c.At, text, "番号のない行を、上の行の項目名の続きとして読みました。"+r.where())
	}
	add(&l.item.Title, c, text)
}

// listDepartment reads the owner; the cell of a cut row goes on.
func (r *reader) listDepartment(l *list, col *column, c *extract.Cell, text string) {
	if saysNothing(text) {
		return
	}
	l.item.Departments = append(l.item.Departments, model.Printed[string](text, c.At, c.Also...))
}
