package model

// Axes is what a status says: its roll-up and each axis that it speaks of; ""
// where it is silent.
type Axes struct {
	Status        Status
	Phase         ProgressPhase
	Pace          Pace
	Outcome       Outcome
	UnratedReason UnratedReason
}

// IsZero reports whether a says nothing.
func (a Axes) IsZero() bool { return a == Axes{} }

// Given is what a profile of the issuer tells the normaliser and the document
// itself does not print. It is not part of the contract.
type Given struct {
	Municipality string   // 瑞野市
	Code         string   // 全国地方公共団体コード with its check digit
	Prefecture   string   // decides between municipalities that share a name
	Departments  []string // every section (主管課) as it is called
	// Numbering is a regular expression for the item numbers of the plan; its
	// groups are the ordinals of the id. "" leaves them to the general rules.
	Numbering string
}

// Coverage counts the filled cells of the tables that items were read from.
type Coverage struct {
	Cells int `json:"cells"` // filled cells: labels and values
	Bound int `json:"bound"` // of them, those whose meaning was found
}
