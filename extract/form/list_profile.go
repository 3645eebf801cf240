package form

// columnRoles are the columns of lists that a profile's labels may head.
var columnRoles = map[role]columnRole{
	roleTitle: colTitle, roleNumber: colNumber, roleDepartment: colDepartment, rolePillar: colPillar,
	roleSituation: colSituation, roleGoal: colGoal, roleAction: colAction, roleInitiative: colAction,
	roleAssessment: colAssessment, roleProgress: colStatus, roleDone: colDone, roleNext: colNext,
	roleSchedule: colSchedule, roleMeasures: colIndicator, roleEffect: colEffect, roleRating: colRating,
	roleDirection: colDirection,
}

// profileHeadings are the headings of columns that the document's profile tells,
// to be known before the lexicon of columns is asked.
func (r *reader) profileHeadings(rows []row) headings {
	known := headings{}
	if len(r.vocabulary) == 0 {
		return known
	}
	for _, row := range rows {
		for _, c := range row.cells {
			if _, seen := known[c.Text]; seen || row.table == nil || len(c.Text) > maxColumnHeadBytes {
				continue
			}
			h := readHeading(c)
			l, ok := r.vocabulary.label(h.key)
			if !ok {
				l, ok = r.profileLabel(c.Text)
			}
			if col := columnRoles[l.role]; ok && col != colNone {
				h.role = col
				known[c.Text] = h
			}
		}
	}
	return known
}
