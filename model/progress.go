package model

// Progress is a status cell (進捗状況): what the city printed, on its own
// scale, and what the printed word says on ours.
type Progress struct {
	Symbol        Field[string]        `json:"symbol"` // ○
	Label         Field[string]        `json:"label"`  // 順調
	Status        Field[Status]        `json:"status"`
	Phase         Field[ProgressPhase] `json:"phase"`
	Pace          Field[Pace]          `json:"pace"`
	Outcome       Field[Outcome]       `json:"outcome"`
	UnratedReason Field[UnratedReason] `json:"unrated_reason"`
}

// Status is the roll-up for dashboards.
type Status string

// The statuses.
const (
	StatusDone          Status = "done"
	StatusOnTrack       Status = "on_track"
	StatusMostlyOnTrack Status = "mostly_on_track"
	StatusDelayed       Status = "delayed"
	StatusNotStarted    Status = "not_started"
	StatusStopped       Status = "stopped"
	StatusUnrated       Status = "unrated"
)

// ProgressPhase is how far the work itself has come.
type ProgressPhase string

// The phases of progress.
const (
	ProgressNotStarted        ProgressPhase = "not_started"
	ProgressStudying          ProgressPhase = "studying"
	ProgressPreparing         ProgressPhase = "preparing"
	ProgressPartlyImplemented ProgressPhase = "partly_implemented"
	ProgressImplementing      ProgressPhase = "implementing"
	ProgressImplemented       ProgressPhase = "implemented"
	ProgressContinuing        ProgressPhase = "continuing"
	ProgressDiscontinued      ProgressPhase = "discontinued"
	ProgressSuspended         ProgressPhase = "suspended"
	ProgressRedirected        ProgressPhase = "redirected"
	ProgressWithdrawn         ProgressPhase = "withdrawn"
)

// Pace is how the work stands against its plan.
type Pace string

// The paces.
const (
	PaceAhead        Pace = "ahead"
	PaceOnPlan       Pace = "on_plan"
	PaceMostlyOnPlan Pace = "mostly_on_plan"
	PaceBehind       Pace = "behind"
	PaceFarBehind    Pace = "far_behind"
)

// Outcome is what the work has brought about.
type Outcome string

// The outcomes.
const (
	OutcomeExceeded    Outcome = "exceeded"
	OutcomeAchieved    Outcome = "achieved"
	OutcomeMostly      Outcome = "mostly"
	OutcomePartly      Outcome = "partly"
	OutcomeNotAchieved Outcome = "not_achieved"
	OutcomeWorsened    Outcome = "worsened"
)

// UnratedReason is why an initiative has no rating.
type UnratedReason string

// The reasons.
const (
	UnratedOutOfScope         UnratedReason = "out_of_scope"
	UnratedNotEvaluated       UnratedReason = "not_evaluated"
	UnratedNotMeasurable      UnratedReason = "not_measurable"
	UnratedDecidedInFinalYear UnratedReason = "decided_in_final_year"
	UnratedNewItem            UnratedReason = "new_item"
	UnratedBlank              UnratedReason = "blank"
)

// Phase is what a schedule bar says is done in its years.
type Phase string

// The schedule phases.
const (
	PhaseStudy      Phase = "study"      // 検討
	PhaseDiscuss    Phase = "discuss"    // 協議
	PhaseDecide     Phase = "decide"     // 決定
	PhasePrepare    Phase = "prepare"    // 準備
	PhaseIntroduce  Phase = "introduce"  // 導入
	PhasePilot      Phase = "pilot"      // 試行
	PhasePartial    Phase = "partial"    // 一部実施
	PhaseImplement  Phase = "implement"  // 実施
	PhaseContinue   Phase = "continue"   // 継続
	PhaseReview     Phase = "review"     // 検証, 見直し
	PhaseTransition Phase = "transition" // 移行
	PhaseInform     Phase = "inform"     // 周知
	PhaseAsNeeded   Phase = "as_needed"  // 随時
	PhaseEnd        Phase = "end"        // 終了
)
