package form

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gyokaku/extract"
	"gyokaku/model"
)

// The codes of cells that no field holds.
const (
	codeUnbound   = "unbound_cell"
	codeAmbiguous = "ambiguous_cell"
)

// collisions are labels that cities print over different fields (survey,
// section 2.2), so that the word alone binds nothing. They are not in the
// lexicon; a profile decides.
var collisions = map[string][]role{
	"実績": {roleDone, roleMeasures}, "実績等": {roleDone, roleMeasures}, "評価": {roleProgress, roleAssessment, roleRating},
	"判定": {roleProgress, roleRating}, "評価結果": {roleProgress, roleAssessment}, "結果": {roleDone, roleAssessment},
	"進捗率": {roleProgress, roleMeasures}, "達成率": {roleProgress, roleMeasures}, "実施率": {roleProgress, roleMeasures},
	"目標値": {roleMeasures, roleGoal}, "実績値": {roleMeasures, roleDone}, "計画": {roleSchedule, roleAction, roleMeasures},
	"内容": {roleAction, roleDone}, "取組": {roleTitle, roleAction}, "取り組み": {roleTitle, roleAction}, "項目": {roleTitle, rolePillar},
	"事業": {roleTitle, roleAction}, "施策": {rolePillar, roleTitle}, "状況": {roleProgress, roleDone}, "コメント": {roleAssessment, roleDone},
	"効果": {roleEffect, roleDone, roleGoal}, "見直し": {roleNext, roleDirection}, "対応": {roleNext, roleDone}, "対応方針": {roleNext, roleDirection},
}

// candidates are the roles that a cell may label: a word that cities use for
// several, or one that differs from known labels in a single character.
func candidates(text string) []role {
	key := labelKey(strings.TrimSpace(text))
	if n := utf8.RuneCountInString(key); n < 2 || n > maxLabel || strings.ContainsAny(key, "。、") {
		return nil
	}
	if list := collisions[key]; list != nil {
		return list
	}
	var list []role
	runes := []rune(key)
	for _, w := range repairable() {
		if distance(runes, w.runes, 1) <= 1 && !slices.Contains(list, w.role) {
			list = append(list, w.role)
		}
	}
	slices.Sort(list)
	return list
}

// unboundProblem is the warning about a cell that no label claims; what it may
// mean stands in its candidates.
func (r *reader) unboundProblem(c *extract.Cell) model.Problem {
	p := model.Problem{Code: codeUnbound, Place: c.At, Raw: c.Text, Message: "どの欄にも対応づけられなかったセルです。" + r.where()}
	for _, role := range candidates(c.Text) {
		p.Candidates = append(p.Candidates, roleWords[role]+"（"+nameOf(role)+"）")
	}
	if len(p.Candidates) > 1 {
		p.Code, p.Message = codeAmbiguous, "見出しの語がいくつかの欄を指しうるため、対応づけていないセルです。"+r.where()
	}
	return p
}
