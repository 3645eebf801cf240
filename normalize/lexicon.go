package normalize

import (
	"strings"
	"sync"

	"gyokaku/model"
)

// axes is what a status word says, on each axis that it speaks of.
type axes struct {
	status  model.Status
	phase   model.ProgressPhase
	pace    model.Pace
	outcome model.Outcome
	unrated model.UnratedReason
}

// A statusWord is a word of municipal status scales. Spellings share a key.
type statusWord struct {
	words []string
	axes
}

// statusWords is the lexicon of plain words: those that mean the same in every
// scale. Letters and marks are not in it, because they do not travel.
var statusWords = []statusWord{
	{[]string{"達成", "達成済", "目標達成", "達成した"}, axes{status: model.StatusDone, outcome: model.OutcomeAchieved}},
	{[]string{"概ね達成", "概ね達成した", "ほぼ達成"}, axes{status: model.StatusMostlyOnTrack, outcome: model.OutcomeMostly}},
	{[]string{"一部達成"}, axes{status: model.StatusDelayed, outcome: model.OutcomePartly}},
	{[]string{"未達成", "達成できなかった"}, axes{status: model.StatusDelayed, outcome: model.OutcomeNotAchieved}},
	{[]string{"目標を上回る", "目標以上", "目標を上回って達成"}, axes{status: model.StatusDone, outcome: model.OutcomeExceeded}},
	{[]string{"完了", "事業完了", "完了済", "実施済", "取組完了", "実施完了"}, axes{status: model.StatusDone, phase: model.ProgressImplemented}},
	{[]string{"計画どおり完了"}, axes{status: model.StatusDone, phase: model.ProgressImplemented, pace: model.PaceOnPlan}},
	{[]string{"前倒し", "前倒し実施", "計画以上"}, axes{status: model.StatusOnTrack, pace: model.PaceAhead}},
	{[]string{"順調", "順調に進捗", "計画どおり", "予定どおり", "良好に進捗", "着実に進捗"}, axes{status: model.StatusOnTrack, pace: model.PaceOnPlan}},
	{[]string{"概ね順調", "概ね計画どおり", "概ね予定どおり", "概ね進捗", "ほぼ順調", "ほぼ計画どおり", "ほぼ予定どおり"}, axes{status: model.StatusMostlyOnTrack, pace: model.PaceMostlyOnPlan}},
	{[]string{"やや遅れ", "やや遅延", "やや遅れ気味"}, axes{status: model.StatusDelayed, pace: model.PaceBehind}},
	{[]string{"遅れ", "遅延", "遅れあり", "計画より遅れ", "予定より遅れ", "進捗に課題あり"}, axes{status: model.StatusDelayed, pace: model.PaceBehind}},
	{[]string{"大幅な遅れ", "大幅に遅れ", "ほとんど進んでいない", "大幅遅延"}, axes{status: model.StatusDelayed, pace: model.PaceFarBehind}},
	{[]string{"未着手", "未実施"}, axes{status: model.StatusNotStarted, phase: model.ProgressNotStarted}},
	{[]string{"検討中", "調査中", "協議中", "調整中"}, axes{status: model.StatusOnTrack, phase: model.ProgressStudying}},
	{[]string{"準備中"}, axes{status: model.StatusOnTrack, phase: model.ProgressPreparing}},
	{[]string{"一部実施", "部分実施", "一部完了"}, axes{status: model.StatusDelayed, phase: model.ProgressPartlyImplemented}},
	{[]string{"実施中", "取組中", "着手", "着手済", "進行中", "実施"}, axes{status: model.StatusOnTrack, phase: model.ProgressImplementing}},
	{[]string{"継続", "継続中", "継続実施", "実施・継続"}, axes{status: model.StatusOnTrack, phase: model.ProgressContinuing}},
	{[]string{"中止", "廃止", "事業中止"}, axes{status: model.StatusStopped, phase: model.ProgressDiscontinued}},
	{[]string{"休止", "中断", "一時休止", "保留"}, axes{status: model.StatusStopped, phase: model.ProgressSuspended}},
	{[]string{"方針転換", "計画変更"}, axes{status: model.StatusStopped, phase: model.ProgressRedirected}},
	{[]string{"取下げ"}, axes{status: model.StatusStopped, phase: model.ProgressWithdrawn}},
	{[]string{"対象外"}, axes{status: model.StatusUnrated, unrated: model.UnratedOutOfScope}},
	{[]string{"未評価", "評価なし"}, axes{status: model.StatusUnrated, unrated: model.UnratedNotEvaluated}},
	{[]string{"評価困難", "評価不能", "評価不可", "測定不能"}, axes{status: model.StatusUnrated, unrated: model.UnratedNotMeasurable}},
}

// statusKey gives the form that spellings of a status word share: おおむね is 概ね,
// 通り is どおり, and a closing ている or た adds nothing.
func statusKey(s string) string {
	s = fold(s)
	for _, r := range [...][2]string{
		{"おおむね", "概ね"}, {"概ね、", "概ね"}, {"通り", "どおり"}, {"とおり", "どおり"}, {"進ちょく", "進捗"}, {"済み", "済"}, {"取り組み", "取組"}, {"取り下げ", "取下げ"},
	} {
		s = strings.ReplaceAll(s, r[0], r[1])
	}
	for _, end := range [...]string{"している", "ている", "である", "です"} {
		if t := strings.TrimSuffix(s, end); t != s && t != "" {
			return t
		}
	}
	return s
}

// statusAxes is the lexicon by key.
var statusAxes = sync.OnceValue(func() map[string]axes {
	m := map[string]axes{}
	for _, w := range statusWords {
		for _, k := range w.words {
			m[statusKey(k)] = w.axes
		}
	}
	return m
})

// axesOf gives what a status word says; false for a word that is not known.
func axesOf(word string) (axes, bool) {
	a, ok := statusAxes()[statusKey(word)]
	return a, ok
}

// commonStatuses are the words that a damaged status is matched against when
// the document itself shows none: the plain scales of progress reports.
var commonStatuses = []string{
	"達成", "完了", "順調", "概ね順調", "おおむね順調", "計画どおり", "概ね計画どおり", "やや遅れ", "遅れ", "未着手", "検討中", "中止", "廃止", "休止", "一部実施", "実施済", "継続",
}
