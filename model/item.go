package model

// An Item is one action item (実施項目) of a reform plan.
type Item struct {
	ID            Field[string]   `json:"id"`     // path of ordinals: 1-① is "1-1"
	Number        Field[string]   `json:"number"` // 項目番号, as printed
	Pillar        Pillar          `json:"pillar"`
	Title         Field[string]   `json:"title"`       // 実施項目
	Departments   []Field[string] `json:"departments"` // 主管課
	Situation     Field[string]   `json:"situation"`   // 現状と課題
	Goal          Field[string]   `json:"goal"`        // 目指す姿
	Assessment    Field[string]   `json:"assessment"`  // 総括評価
	Indicators    []Indicator     `json:"indicators"`  // 数値目標
	Effects       []Effect        `json:"effects"`     // 効果額
	Action        Field[string]   `json:"action"`      // 取組内容 of an item without initiatives
	Schedule      []Bar           `json:"schedule"`
	Progress      *Progress       `json:"progress"` // where the item itself is rated
	Ratings       []Rating        `json:"ratings"`
	Done          Field[string]   `json:"done"`      // 実施内容, where the item itself reports
	Next          Field[string]   `json:"next"`      // 改善点
	Direction     Field[string]   `json:"direction"` // 今後の方向性
	Initiatives   []Initiative    `json:"initiatives"`
	Notes         []Field[string] `json:"notes"` // ※…
	IndicatorText []Field[string] `json:"-"`     // cells that hold indicators as running text (【…】)
}

// Pillar is the first level of the plan (基本方針, 柱) that an item stands under.
type Pillar struct {
	Number Field[int]    `json:"number"`
	Title  Field[string] `json:"title"`
}

// An Initiative is one numbered piece of work of an item (取組内容).
type Initiative struct {
	Number   Field[int]    `json:"number"`
	Title    Field[string] `json:"title"`
	Schedule []Bar         `json:"schedule"`
	Progress *Progress     `json:"progress"`
	Done     Field[string] `json:"done"` // ○年度の実施内容
	Next     Field[string] `json:"next"` // 次年度に向けた改善点
	// Reported is the title in the result section, when it is printed there
	// again; Title holds the plan's wording.
	Reported Field[string] `json:"-"`
}

// A Bar is one stretch of a schedule (取組期間): 2025–2028 実施.
type Bar struct {
	From  Field[FiscalYear] `json:"from"`
	To    Field[FiscalYear] `json:"to"`    // null where only the start is shown
	Label Field[string]     `json:"label"` // the word, or the legend's word for the mark
	Phase Field[Phase]      `json:"phase"`
}

// A Rating is a further evaluator's grade, or that of an earlier year.
type Rating struct {
	Evaluator  Field[string]     `json:"evaluator"` // 1次評価
	FiscalYear Field[FiscalYear] `json:"fiscal_year"`
	Label      Field[string]     `json:"label"`
	Meaning    Field[string]     `json:"meaning"`
}

// An Indicator is a measured goal (数値目標, KPI).
type Indicator struct {
	Name           Field[string]     `json:"name"`
	Unit           Field[string]     `json:"-"` // 単位, where it stands apart from name and numbers
	Baseline       *Measured         `json:"baseline"`
	Target         Field[Quantity]   `json:"target"`
	TargetYear     Field[FiscalYear] `json:"target_year"` // null: end of plan, not stated
	Planned        []Measured        `json:"planned"`
	Actuals        []Measured        `json:"actuals"`
	NoActualReason Field[string]     `json:"no_actual_reason"` // in the report's words
}

// Measured is a quantity with its time: a fiscal year or a day, as printed.
type Measured struct {
	Quantity   Field[Quantity]   `json:"quantity"`
	FiscalYear Field[FiscalYear] `json:"fiscal_year"`
	AsOf       Field[Date]       `json:"as_of"`
}

// An Effect is an amount of money that an item saves, earns or costs (効果額).
type Effect struct {
	Kind       Field[EffectKind] `json:"kind"`
	Unit       Field[string]     `json:"-"` // 単位, where it stands apart from kind and numbers
	FiscalYear Field[FiscalYear] `json:"fiscal_year"`
	Planned    Field[Quantity]   `json:"planned"`
	Actual     Field[Quantity]   `json:"actual"`
}

// EffectKind says which way an effect goes.
type EffectKind string

// The kinds of effects.
const (
	EffectSaving  EffectKind = "saving"  // 削減額
	EffectRevenue EffectKind = "revenue" // 増収額
	EffectCost    EffectKind = "cost"    // 経費
	EffectNet     EffectKind = "net"     // 効果額
)
