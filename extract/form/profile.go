package form

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"gyokaku/extract"
	"gyokaku/model"
)

// A Profile holds what general rules cannot know about the reports of one
// issuer and plan: its own words for the cells of a form, what its scale says,
// the shape of its numbers. It is data: a YAML file that [ParseProfile] reads.
type Profile struct {
	Name    string `yaml:"profile"` // mizuno-2024
	Version int    `yaml:"version"` // raised with every change that changes an output
	Match   Match  `yaml:"match"`

	// Labels lists by role (title, progress …) the words printed for it, in
	// addition to the general lexicon and before it.
	Labels map[string][]string `yaml:"labels"`
	// Overrides names the words of Labels that the general lexicon gives another
	// role on purpose; any other such word is a finding of [LintProfile].
	Overrides    []string `yaml:"overrides"`
	Scales       []Scale  `yaml:"scales"`
	Numbering    string   `yaml:"numbering"` // regular expression; its groups are the ordinals
	Departments  []string `yaml:"departments"`
	Municipality Issuer   `yaml:"municipality"`

	File string `yaml:"-"` // where it was read from, for messages
}

// Match says which documents a profile is for. All that is given must hold.
type Match struct {
	Municipality string   `yaml:"municipality"` // stands in a heading
	Plan         string   `yaml:"plan"`         // regular expression that a heading matches
	Words        []string `yaml:"words"`        // cells or lines, each of which must occur
}

// Issuer is the municipality that a profile is about.
type Issuer struct {
	Name       string `yaml:"name"`       // 瑞野市
	Code       string `yaml:"code"`       // six digits, the last a check digit
	Prefecture string `yaml:"prefecture"` // 茨城県
}

// A Scale is what the marks and words of a status column mean in the fiscal
// years From to To, both included; 0 leaves an end open. Scales change inside a
// plan's period (survey, section 2.3), so one without years is for plans that
// never changed theirs.
type Scale struct {
	From  int         `yaml:"from"`
	To    int         `yaml:"to"`
	Steps []ScaleStep `yaml:"steps"`
}

// A ScaleStep is one level of a scale: the printed symbol, the printed word, or
// both, and what they say.
type ScaleStep struct {
	Symbol        string `yaml:"symbol"`
	Label         string `yaml:"label"`
	Status        string `yaml:"status"`
	Phase         string `yaml:"phase"`
	Pace          string `yaml:"pace"`
	Outcome       string `yaml:"outcome"`
	UnratedReason string `yaml:"unrated_reason"`
}

func (s ScaleStep) axes() model.Axes {
	return model.Axes{
		Status: model.Status(s.Status), Phase: model.ProgressPhase(s.Phase), Pace: model.Pace(s.Pace),
		Outcome: model.Outcome(s.Outcome), UnratedReason: model.UnratedReason(s.UnratedReason),
	}
}

func (s Scale) covers(year int) bool {
	return (s.From == 0 || s.From <= year) && (s.To == 0 || year <= s.To)
}

// ID names the profile and its version in the output: "mizuno-2024@1".
func (p *Profile) ID() string { return fmt.Sprintf("%s@%d", p.Name, p.Version) }

// roleNames are the names of roles in profiles.
var roleNames = map[string]role{
	"title": roleTitle, "number": roleNumber, "department": roleDepartment, "pillar": rolePillar,
	"situation": roleSituation, "goal": roleGoal, "action": roleAction, "assessment": roleAssessment,
	"initiative": roleInitiative, "progress": roleProgress, "done": roleDone, "next": roleNext,
	"schedule": roleSchedule, "measures": roleMeasures, "effect": roleEffect, "rating": roleRating,
	"direction": roleDirection, "hint": roleHint,
	"overview_section": roleOverview, "summary_section": roleSummary, "results_section": roleResults,
}

// Roles lists the names that a profile's labels may use, sorted.
func Roles() []string { return slices.Sorted(maps.Keys(roleNames)) }

// roleWords are the general word for each role, for people.
var roleWords = map[role]string{
	roleTitle: "実施項目", roleNumber: "項目番号", roleDepartment: "主管課", rolePillar: "基本方針",
	roleSituation: "現状と課題", roleGoal: "目指す姿", roleAction: "取組内容", roleAssessment: "総括評価",
	roleInitiative: "取組内容1", roleProgress: "進捗状況", roleDone: "実施内容", roleNext: "改善点",
	roleSchedule: "取組の工程", roleMeasures: "指標", roleEffect: "効果額", roleRating: "1次評価",
	roleDirection: "今後の方向性", roleHint: "説明だけの見出し",
	roleOverview: "〈…の概要〉", roleSummary: "〈…の総括〉", roleResults: "〈…の実績報告〉",
}

// nameOf is the name of a role in profiles.
func nameOf(r role) string {
	for name, named := range roleNames {
		if named == r {
			return name
		}
	}
	return ""
}

// A vocabulary is the labels of a profile, ready to look up.
type vocabulary map[string]role

func (p *Profile) vocabulary() vocabulary {
	words := vocabulary{}
	for name, list := range p.Labels {
		for _, w := range list {
			words[labelKey(w)] = roleNames[name]
		}
	}
	return words
}

// labelKey is a label as the lexicon compares it.
func labelKey(text string) string { return strings.TrimRight(fold(text), ":") }

var (
	leadingYear   = pattern(`^` + yearPrefix + ``)
	trailingIndex = pattern(`^(.+?)[(（]?([0-9]{1,2})[)）]?$`)
)

// label looks up a folded text. A label may have a fiscal year before it, a
// bracket around it and, for an initiative, its number behind it; the profile
// names the words alone.
func (v vocabulary) label(key string) (label, bool) {
	key = strings.TrimRight(key, ":")
	if r, ok := v[key]; ok {
		return label{role: r, index: defaultIndex(r), year: yearIn(key)}, true
	}
	if m := captionBrackets().FindStringSubmatch(key); m != nil {
		if r, ok := v[m[1]]; ok {
			return label{role: r, index: defaultIndex(r)}, true
		}
	}
	if at := leadingYear().FindStringIndex(key); at != nil {
		if r, ok := v[key[at[1]:]]; ok {
			return label{role: r, year: yearIn(key)}, true
		}
	}
	if m := trailingIndex().FindStringSubmatch(key); m != nil && v[m[1]] == roleInitiative {
		return label{role: roleInitiative, index: ordinal(m[2]), digits: m[2]}, true
	}
	return label{}, false
}

// number is the cell that holds the number of an initiative: of 一歩1 the 1, or
// the normaliser would have to know the profile's words.
func (l label) number(c *extract.Cell) *extract.Cell {
	if l.digits == "" {
		return c
	}
	return &extract.Cell{Text: l.digits, At: c.At}
}

// defaultIndex is the number of an initiative that has none: the first.
func defaultIndex(r role) int {
	if r == roleInitiative {
		return 1
	}
	return 0
}
