package write

import "gyokaku/model"

// A table is what one data sheet, CSV file or database table holds: its names,
// its columns and how a report gives rows.
type table struct {
	key     string // "initiatives": file name, SQL and Excel table name
	name    string // "取組": sheet name
	columns []column
	frozen  int    // leading columns that stay in sight while scrolling
	about   string // one line for the first sheet
	// rows gives the cells of one report, as many per row as there are columns.
	rows func(*model.Report) [][]cell
	// optional tables are left out of the workbook when no report fills them.
	optional bool
}

// A column is one column of a table.
type column struct {
	key     string // snake_case: CSV, Parquet, SQL
	heading string // Japanese, unique in its table
	form    form
	width   float64 // in half-width characters
	// optional columns are hidden in the workbook while they are all blank.
	optional bool
	// trail marks columns about the source of a row: they come last and are
	// not printed on paper.
	trail bool
}

// A form is how the values of a column are typed and set.
type form int

const (
	formText    form = iota // a word or a line
	formCode                // a short text, centred: numbers of items, symbols
	formStatus              // a roll-up status; the workbook puts a mark before the word
	formProse               // running text over several lines
	formYear                // a fiscal year, without thousands separators
	formCount               // a whole number
	formDecimal             // a number with its printed digits
	formPercent             // a ratio, 1 is 100%
)

// numeric tells whether the cells of the form are numbers.
func (f form) numeric() bool { return f >= formYear }

// A cells is a column with the function that gives its cell of a row.
type cells[R any] struct {
	column
	of func(R) cell
}

func col[R any](key, heading string, f form, width float64, of func(R) cell) cells[R] {
	return cells[R]{column{key: key, heading: heading, form: f, width: width}, of}
}

// maybe marks the column as optional.
func (c cells[R]) maybe() cells[R] { c.optional = true; return c }

// define completes t with columns over rows of type R.
func define[R any](t table, rows func(*model.Report) []R, groups ...[]cells[R]) table {
	var all []cells[R]
	for _, g := range groups {
		all = append(all, g...)
	}
	for _, c := range all {
		t.columns = append(t.columns, c.column)
	}
	t.rows = func(r *model.Report) [][]cell {
		var list [][]cell
		for _, row := range rows(r) {
			line := make([]cell, len(all))
			for i, c := range all {
				line[i] = c.of(row)
			}
			list = append(list, line)
		}
		return list
	}
	return t
}

// tables lists the tables with a fixed set of columns, in the order of the
// workbook's sheets. The sheet 工程 is made by scheduleTable: its columns are
// the years of the reports.
func tables(reasons Reasons) []table {
	return []table{
		itemTable(), initiativeTable(), indicatorTable(), effectTable(), outlineTable(),
		stepTable(reasons), warningTable(),
	}
}

// An origin is what each row knows: the report and the item it is about. The
// item is nil in rows about the whole document.
type origin struct {
	report *model.Report
	item   *model.Item
}

func (o origin) from() origin { return o }

type row interface{ from() origin }

// reportColumns open each table: whose report, of which year.
func reportColumns[R row]() []cells[R] {
	return []cells[R]{
		col("municipality", "自治体", formText, 11, func(r R) cell { return fieldCell(r.from().report.Municipality.Name) }),
		col("fiscal_year", "報告年度", formYear, 8, func(r R) cell { return yearCell(r.from().report.FiscalYear) }),
		col("fiscal_year_wareki", "和暦", formCode, 12, func(r R) cell { return warekiCell(r.from().report.FiscalYear) }),
	}
}

// itemColumns follow them in tables about parts of an item.
func itemColumns[R row]() []cells[R] {
	return []cells[R]{
		col("item_number", "項目番号", formCode, 8, func(r R) cell { return ofItem(r, func(i *model.Item) cell { return fieldCell(i.Number) }) }),
		col("item_title", "実施項目", formText, 22, func(r R) cell { return ofItem(r, func(i *model.Item) cell { return fieldCell(i.Title) }) }),
	}
}

func ofItem[R row](r R, get func(*model.Item) cell) cell {
	if i := r.from().item; i != nil {
		return get(i)
	}
	return cell{}
}

// sourceColumns close each table: where a row comes from.
func sourceColumns[R row](place func(R) model.Place) []cells[R] {
	list := []cells[R]{
		col("place", "場所", formText, 18, func(r R) cell { return textCell(placeText(place(r))) }),
		col("source", "文書", formText, 24, func(r R) cell { return textCell(r.from().report.Source.Name) }),
		col("item_id", "項目ID", formCode, 9, func(r R) cell { return ofItem(r, func(i *model.Item) cell { return fieldCell(i.ID) }) }).maybe(),
		col("municipality_code", "自治体コード", formCode, 12, func(r R) cell { return fieldCell(r.from().report.Municipality.Code) }),
	}
	for i := range list {
		list[i].trail = true
	}
	return list
}
