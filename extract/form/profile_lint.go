package form

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gyokaku/model"
)

// LintProfile checks a profile beyond what [ParseProfile] refuses: words that
// stand under two roles, words that the general lexicon gives another role, a
// wrong check digit, a step of a scale that says nothing, scales whose years
// overlap. The findings come in the order of the file.
func LintProfile(file string, data []byte) []Finding {
	p, src, err := decodeProfile(file, data)
	if err != nil {
		var f *Finding
		if !errors.As(err, &f) {
			f = &Finding{File: file, Message: err.Error(), English: err.Error()}
		}
		return []Finding{*f}
	}
	list := slices.Concat(src.check(&p), src.lintLabels(&p), src.lintScales(&p), src.lintIssuer(&p))
	slices.SortStableFunc(list, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return list
}

func (s source) lintLabels(p *Profile) (list []Finding) {
	deliberate := map[string]bool{}
	for _, w := range p.Overrides {
		deliberate[labelKey(w)] = true
	}
	first := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(p.Labels)) {
		for i, w := range p.Labels[name] {
			at, key := fmt.Sprintf("labels.%s[%d]", name, i), labelKey(w)
			if key == "" {
				list = append(list, s.finding(at, "見出しの語が空です", "the label is empty"))
				continue
			}
			if other, twice := first[key]; twice {
				list = append(list, s.finding(at, "「"+w+"」は "+other+" にもあります", fmt.Sprintf("%q stands under %s too", w, other)))
			}
			first[key] = name
			if other := generalRole(key, roleNames[name]); other != noRole && !deliberate[key] {
				list = append(list, s.finding(at,
					"「"+w+"」は、一般の規則では "+nameOf(other)+"（"+roleWords[other]+"）です。意図したものなら overrides に書いてください",
					fmt.Sprintf("%q is %s by the general lexicon; if this is meant, list it under overrides", w, nameOf(other))))
			}
		}
	}
	return list
}

// generalRole is the role other than mine that the general rules give a label,
// in a form or over the column of a list; noRole if there is none.
func generalRole(key string, mine role) role {
	if l, ok := exactLabel(key); ok {
		if l.role == mine {
			return noRole
		}
		return l.role
	}
	column := columnLexicon()[key]
	if column == colNone || columnRoles[mine] == column {
		return noRole
	}
	for r := noRole + 1; r <= roleResults; r++ {
		if columnRoles[r] == column {
			return r
		}
	}
	return noRole // a heading that the columns beside it decide
}

// The values that the contract knows, by the key of a scale's step.
var axisValues = map[string][]string{
	"status": texts(model.StatusDone, model.StatusOnTrack, model.StatusMostlyOnTrack, model.StatusDelayed, model.StatusNotStarted, model.StatusStopped, model.StatusUnrated),
	"phase": texts(model.ProgressNotStarted, model.ProgressStudying, model.ProgressPreparing, model.ProgressPartlyImplemented, model.ProgressImplementing,
		model.ProgressImplemented, model.ProgressContinuing, model.ProgressDiscontinued, model.ProgressSuspended, model.ProgressRedirected, model.ProgressWithdrawn),
	"pace":    texts(model.PaceAhead, model.PaceOnPlan, model.PaceMostlyOnPlan, model.PaceBehind, model.PaceFarBehind),
	"outcome": texts(model.OutcomeExceeded, model.OutcomeAchieved, model.OutcomeMostly, model.OutcomePartly, model.OutcomeNotAchieved, model.OutcomeWorsened),
	"unrated_reason": texts(model.UnratedOutOfScope, model.UnratedNotEvaluated, model.UnratedNotMeasurable, model.UnratedDecidedInFinalYear,
		model.UnratedNewItem, model.UnratedBlank),
}

func texts[T ~string](list ...T) (out []string) {
	for _, v := range list {
		out = append(out, string(v))
	}
	return out
}

// checkScales finds values that are none of the contract.
func (s source) checkScales(p *Profile) (list []Finding) {
	for i, scale := range p.Scales {
		for j, step := range scale.Steps {
			for name, value := range map[string]string{"status": step.Status, "phase": step.Phase, "pace": step.Pace, "outcome": step.Outcome, "unrated_reason": step.UnratedReason} {
				if value != "" && !slices.Contains(axisValues[name], value) {
					list = append(list, s.finding(fmt.Sprintf("scales[%d].steps[%d].%s", i, j, name),
						name+" に「"+value+"」は使えません（使える値: "+joined(axisValues[name])+"）",
						fmt.Sprintf("%s cannot be %q (allowed: %s)", name, value, joined(axisValues[name]))))
				}
			}
		}
	}
	return list
}

func (s source) lintScales(p *Profile) (list []Finding) {
	for i, scale := range p.Scales {
		at := fmt.Sprintf("scales[%d]", i)
		if scale.From != 0 && scale.To != 0 && scale.To < scale.From {
			list = append(list, s.finding(at+".to", "to が from より前の年度です", "to is before from"))
		}
		if len(scale.Steps) == 0 {
			list = append(list, s.finding(at, "尺度に steps がありません", "the scale has no steps"))
		}
		for _, earlier := range p.Scales[:i] {
			if overlap(scale, earlier) {
				list = append(list, s.finding(at, "年度の範囲がほかの尺度と重なっています", "the years overlap with those of another scale"))
			}
		}
		seen := map[string]bool{}
		for j, step := range scale.Steps {
			list = append(list, s.lintStep(fmt.Sprintf("%s.steps[%d]", at, j), step, seen)...)
		}
	}
	return list
}

func (s source) lintStep(at string, step ScaleStep, seen map[string]bool) (list []Finding) {
	key := fold(step.Symbol) + "\x00" + fold(step.Label)
	switch {
	case step.Symbol == "" && step.Label == "":
		list = append(list, s.finding(at, "symbol か label のどちらかが要ります", "symbol or label is needed"))
	case seen[key]:
		list = append(list, s.finding(at, "同じ symbol と label が二度あります", "symbol and label are repeated"))
	}
	seen[key] = true
	switch axes := step.axes(); {
	case axes.IsZero():
		list = append(list, s.finding(at, "「"+step.Symbol+step.Label+"」の意味（status、pace など）がありません", fmt.Sprintf("%q has no axes (status, pace …)", step.Symbol+step.Label)))
	case axes.Status == "":
		list = append(list, s.finding(at, "「"+step.Symbol+step.Label+"」に status がありません", fmt.Sprintf("%q has no status", step.Symbol+step.Label)))
	}
	return list
}

func overlap(a, b Scale) bool {
	return (a.To == 0 || b.From <= a.To) && (b.To == 0 || a.From <= b.To)
}

func (s source) lintIssuer(p *Profile) (list []Finding) {
	code := p.Municipality.Code
	if code == "" {
		return nil
	}
	switch digit, ok := checkDigit(code); {
	case !ok:
		list = append(list, s.finding("municipality.code", "全国地方公共団体コードは数字6桁です（引用符で囲んでください）", "a municipality code has six digits (in quotes)"))
	case int(code[5]-'0') != digit:
		list = append(list, s.finding("municipality.code", fmt.Sprintf("全国地方公共団体コードの検査数字が合いません（%s なら %d）", code[:5], digit),
			fmt.Sprintf("wrong check digit in the municipality code (%d for %s)", digit, code[:5])))
	}
	return list
}

// checkDigit computes the sixth digit of a municipality code from the first
// five: weights 6 to 2, modulo 11 (総務省).
func checkDigit(code string) (digit int, ok bool) {
	if len(code) != 6 || strings.Trim(code, "0123456789") != "" {
		return 0, false
	}
	sum := 0
	for i := range 5 {
		sum += int(code[i]-'0') * (6 - i)
	}
	return (11 - sum%11) % 10, true
}

func joined(list []string) string { return strings.Join(list, ", ") }
