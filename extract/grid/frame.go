package grid

// dropFrames leaves out what is drawn like a table but is not one: a single
// cell around other tables (a frame around the page), whose words are free
// text, and a single cell inside a cell (a boxed word), whose words are the
// outer cell's.
func dropFrames(m *memory, tables []table) []table {
	if !hasSingle(tables) || len(tables) < 2 {
		return tables
	}
	tables = keepUnless(m, tables, func(l *locator, drop []bool) {
		for t := range tables {
			if id := l.within(tables[t].outline(), int32(t)); id != none && len(tables[l.table(id)].cells) == 1 {
				drop[l.table(id)] = true
			}
		}
	})
	return keepUnless(m, tables, func(l *locator, drop []bool) {
		for t := range tables {
			drop[t] = len(tables[t].cells) == 1 && l.within(tables[t].outline(), int32(t)) != none
		}
	})
}

func hasSingle(tables []table) bool {
	for t := range tables {
		if len(tables[t].cells) == 1 {
			return true
		}
	}
	return false
}

// keepUnless returns the tables that choose does not mark.
func keepUnless(m *memory, tables []table, choose func(l *locator, drop []bool)) []table {
	drop := make([]bool, len(tables))
	choose(newLocator(m, tables), drop)
	var kept []table
	for t := range tables {
		if !drop[t] {
			kept = append(kept, tables[t])
		}
	}
	return kept
}
