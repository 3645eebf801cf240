package form

import (
	"strconv"
	"strings"

	"gyokaku/model"
)

// bind decides the role of a column from its headings.
func (c *column) bind() {
	for _, h := range c.path {
		if h.year != "" {
			c.year, c.yearAt = h.year, h
		}
		if h.unit != "" {
			c.unit = h.unit
		}
		c.owner = c.owner || h.owner
	}
	above := colNone // the nearest known heading over the leaf
	for _, h := range c.path[:len(c.path)-1] {
		if h.role != colNone && h.role != colYear {
			above = h.role
		}
	}
	leaf := c.leaf().role
	switch {
	case leaf == colNone:
		c.role, c.check = above, above == colStatus || above == colOutcome
	case leaf == colYear:
		c.role, c.of = colYear, above
	default:
		c.role, c.of = leaf, above
	}
	c.under(above)
}

// under reads a heading by the one above it: 計画 below 効果額 is an amount, 1次
// below 評価 an evaluator.
func (c *column) under(above columnRole) {
	switch above {
	case colEffect:
		switch c.role {
		case colPlan, colAim, colPlanned, colTarget:
			c.role, c.planned = colEffect, true
		case colResult, colActual, colNone, colGroup, colKind:
			c.role = colEffect
		case colYear:
			c.role = colEffect
		}
	case colStatus, colDone:
		switch c.role {
		case colAction, colResult:
			c.role = colDone
		case colNote:
			c.role = colAssessment
		}
	case colIndicator:
		switch c.role {
		case colPlan, colAim:
			c.role = colPlanned
		case colResult:
			c.role = colActual
		}
	case colPlanned, colTarget, colAim:
		if c.role == colYear {
			c.of = colPlanned
		}
	case colActual, colResult:
		if c.role == colYear {
			c.of = colActual
		}
	}
	if c.role == colEffect && !c.planned {
		c.planned = c.plansAmount()
	}
}

// plansAmount reports headings of amounts that are not yet had.
func (c *column) plansAmount() bool {
	for _, h := range c.path {
		for _, w := range [...]string{"目標", "計画", "見込", "予算", "予定"} {
			if strings.Contains(h.key, w) {
				return true
			}
		}
	}
	return false
}

// settle decides what the columns beside a column tell about it.
func settle(columns []*column) {
	has := map[columnRole]int{}
	for _, c := range columns {
		has[c.role]++
	}
	measured := has[colIndicator] > 0 || has[colUnit] > 0
	for _, c := range columns {
		switch {
		case c.role == colGroup && has[colTitle] > 0:
			c.role = colPillar
		case c.role == colGroup:
			c.role = colTitle
			has[colTitle]++
		case c.role == colOutcome && has[colStatus] == 0:
			c.role = colStatus
			has[colStatus]++
		case c.role == colPlan && measured, c.role == colAim && measured:
			c.role = colPlanned
		case c.role == colPlan && c.year != "":
			c.role, c.of = colYear, colSchedule // what is planned for that year
		case c.role == colPlan:
			c.role = colAction
		case c.role == colAim:
			c.role = colGoal
		case c.role == colResult && measured:
			c.role = colActual
		case c.role == colResult:
			c.role = colDone
		}
	}
	firstTitle(columns)
}

// firstTitle keeps one title: of several the last one is the item and those
// before it are levels above.
func firstTitle(columns []*column) {
	last := -1
	for i, c := range columns {
		if c.role == colTitle {
			last = i
		}
	}
	for i, c := range columns {
		if c.role == colTitle && i < last {
			c.role = colPillar
		}
	}
}

// isList reports whether columns make a list of items: a title, two more, and
// one of them tells something about the item. A contents table does not.
func isList(columns []*column, heads [][]*heading) bool {
	known, filled := 0, 0
	for _, level := range heads {
		for _, h := range level {
			filled++
			if h.role != colNone {
				known++
			}
		}
	}
	bound, title, tells := 0, false, false
	for _, c := range columns {
		switch c.role {
		case colNone:
			continue
		case colTitle:
			title = true
		case colPage:
			return false
		case colPillar, colNumber, colDepartment, colNote, colKind, colUnit, colTotal:
		default:
			tells = true
		}
		bound++
	}
	return title && tells && bound >= minListColumns && float64(known) >= minHeadShare*float64(filled)
}

func itoa(n int) string { return strconv.Itoa(n) }

// printedYear is the heading that names the column's year.
func (c *column) printedYear() model.Field[model.FiscalYear] {
	if c.yearAt == nil {
		return model.Field[model.FiscalYear]{}
	}
	text := strings.TrimSpace(c.yearAt.cell.Text)
	if y, bare, ok := yearOf(text); !ok || bare || itoa(y) != c.year {
		text = c.year
	}
	return model.Printed[model.FiscalYear](text, c.yearAt.cell.At)
}
