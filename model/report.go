package model

// SchemaID names the version of the contract that a report is written by.
const SchemaID = "gyokaku.report/1"

// A Report is what one source document says.
type Report struct {
	Schema       string            `json:"schema"` // always SchemaID
	Kind         Field[Kind]       `json:"kind"`
	Municipality Municipality      `json:"municipality"`
	Plan         Plan              `json:"plan"`
	FiscalYear   Field[FiscalYear] `json:"fiscal_year"` // 報告年度, null for an outline
	AsOf         Field[Date]       `json:"as_of"`       // 基準日, when printed
	Items        []Item            `json:"items"`
	Outline      *Outline          `json:"outline"`  // for KindPlanOutline only
	Coverage     *Coverage         `json:"coverage"` // null for a document without items
	Source       Source            `json:"source"`
	Provenance   []Evidence        `json:"provenance"` // made by Evidences when written
	Warnings     []Problem         `json:"warnings"`

	// Legend is the status scale the document prints itself (凡例); the
	// normaliser matches statuses within it. It is not part of the contract.
	Legend []LegendEntry `json:"-"`
	// Given is what the profile tells, the zero Given where none matched.
	Given Given `json:"-"`
	// Totals are the sums that lists print below their columns, for the audit.
	Totals []Total `json:"-"`
}

// Kind says what a document is.
type Kind string

// The kinds of documents.
const (
	KindProgressReport Kind = "progress_report" // 実績報告
	KindPlanOutline    Kind = "plan_outline"    // 計画の概要
	KindSummary        Kind = "summary"         // 総括表
)

// Municipality is the issuer of a document.
type Municipality struct {
	Name Field[string] `json:"name"` // つくば市
	Code Field[string] `json:"code"` // 全国地方公共団体コード: six digits, the last a check digit
}

// Plan is the reform plan that a document belongs to.
type Plan struct {
	Title Field[string]     `json:"title"`
	From  Field[FiscalYear] `json:"from"`
	To    Field[FiscalYear] `json:"to"`
}

// Source describes the file a report was read from.
type Source struct {
	Name    string  `json:"name"`
	SHA256  string  `json:"sha256"`
	Format  string  `json:"format"`  // pdf | xlsx | text
	Pages   int     `json:"pages"`   // pages of a PDF, sheets of a workbook, 1 for a text
	Profile *string `json:"profile"` // null when general rules were enough
	Reader  string  `json:"reader"`  // the path that opened it, such as "ledongthuc+repair"
}

// A LegendEntry is one line of a printed status scale: 「◎…達成」.
type LegendEntry struct {
	Symbol, Label string
	At            Place
	Of            LegendUse
	// Axes is what a profile says that the entry means; nil for a printed entry,
	// whose word the normaliser reads.
	Axes *Axes
}

// LegendUse says which cells a legend decodes: the same sign may mean one thing
// in a schedule and another in a status column.
type LegendUse int

// The uses of legends.
const (
	LegendStatus   LegendUse = iota // statuses, and legends that name nothing else
	LegendSchedule                  // marks of a schedule
	LegendOther                     // further evaluators, difficulty …
)

// A Total is a sum that a list prints (合計, 小計): the word of its row, the
// heading of its column, the unit that the heading or caption gives, and the
// amount. A sum over the years of one item (累計) has the item's title.
type Total struct {
	Of, Column, Unit Field[string]
	Amount           Field[Quantity]
}
