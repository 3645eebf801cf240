package model

// An Outline is a reform plan in short (計画のポイント, 概要): what it believes,
// what it wants and by what means, and which plans it follows.
type Outline struct {
	Status       Field[string] `json:"status"`     // 案, while the plan is a draft
	Philosophy   Field[string] `json:"philosophy"` // 基本理念
	Tagline      Field[string] `json:"tagline"`    // the line printed under it
	Themes       []Theme       `json:"themes"`     // 基本テーマ
	Stances      []Stance      `json:"stances"`    // 基本姿勢
	Means        []Means       `json:"means"`      // 推進手段
	Predecessors []Predecessor `json:"predecessors"`
}

// A Theme is one of a plan's leading words with what it stands for.
type Theme struct {
	Title       Field[string] `json:"title"`
	Description Field[string] `json:"description"`
}

// A Stance is a basic attitude (基本姿勢) with its aims.
type Stance struct {
	Number Field[int]    `json:"number"`
	Title  Field[string] `json:"title"`
	Aims   []Aim         `json:"aims"`
}

// An Aim is what a stance works towards, and how.
type Aim struct {
	Title    Field[string] `json:"title"`
	Approach Field[string] `json:"approach"`
}

// Means is one way to carry out the plan (推進手段) with its items (個別項目).
type Means struct {
	Number Field[int]    `json:"number"`
	Title  Field[string] `json:"title"`
	Items  []MeansItem   `json:"items"`
}

// A MeansItem is one item of a means.
type MeansItem struct {
	Number      Field[int]    `json:"number"`
	Title       Field[string] `json:"title"`
	Description Field[string] `json:"description"`
}

// A Predecessor is an earlier plan that this one follows.
type Predecessor struct {
	Title      Field[string]     `json:"title"`
	Adopted    Field[Date]       `json:"adopted"` // 策定, "2007-03"
	From       Field[FiscalYear] `json:"from"`
	To         Field[FiscalYear] `json:"to"`          // as first adopted
	Revised    Field[Date]       `json:"revised"`     // 改訂
	ExtendedTo Field[FiscalYear] `json:"extended_to"` // 延長
}
