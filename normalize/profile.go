package normalize

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"gyokaku/model"
)

// What a profile of the issuer gives (model.Given, and legend entries with
// axes) comes before the general lexicons: its author has seen the documents.

// AxesOf gives what a status word says by the general lexicon; false for a word
// whose meaning depends on the issuer's scale.
func AxesOf(word string) (model.Axes, bool) {
	a, ok := axesOf(plainWord(word))
	return model.Axes{Status: a.status, Phase: a.phase, Pace: a.pace, Outcome: a.outcome, UnratedReason: a.unrated}, ok
}

// given sets the axes of a status from the profile's scale. It reports false
// where no step of the scale has the status's word, or its mark if it has no
// word.
func (s *Scale) given(p *model.Progress) bool {
	best, rank := model.Axes{}, 0
	for _, l := range s.legend {
		if l.Axes == nil || l.Axes.IsZero() {
			continue
		}
		mark := l.Symbol != "" && p.Symbol.Known && l.Symbol == p.Symbol.Value
		word := l.Label != "" && p.Label.Known && statusKey(l.Label) == statusKey(p.Label.Value)
		n := 0
		switch {
		case word && mark:
			n = 3
		case word:
			n = 2
		case mark && (l.Label == "" || !p.Label.Known):
			n = 1
		}
		if n > rank {
			best, rank = *l.Axes, n
		}
	}
	if rank == 0 {
		return false
	}
	from := p.Label
	if rank == 1 {
		from = p.Symbol
	}
	axisBy("status.profile", &p.Status, from, best.Status)
	axisBy("status.profile", &p.Phase, from, best.Phase)
	axisBy("status.profile", &p.Pace, from, best.Pace)
	axisBy("status.profile", &p.Outcome, from, best.Outcome)
	axisBy("status.profile", &p.UnratedReason, from, best.UnratedReason)
	return true
}

// givenCode sets the municipality's code by the profile, if it is about the
// municipality of that name.
func (n *normalizer) givenCode(name string) bool {
	g, m := n.report.Given, &n.report.Municipality
	if g.Code == "" || fold(name) != fold(g.Municipality) {
		return false
	}
	m.Code.Set(g.Code, derive("municipality.profile", m.Name.Raw, g.Code, nil)...)
	return true
}

// givenName sets the municipality that the document itself does not name.
func (n *normalizer) givenName() {
	m, g := &n.report.Municipality, n.report.Given
	if m.Name.Known || g.Municipality == "" {
		return
	}
	m.Name = model.Field[string]{}
	m.Name.Set(g.Municipality, derive("municipality.profile", "", g.Municipality, nil)...)
	n.code(g.Municipality)
}

// prefectured puts the profile's prefecture before a name that several share.
func (n *normalizer) prefectured(name string) string {
	if g := n.report.Given; g.Prefecture != "" && fold(name) == fold(g.Municipality) && len(Municipality(g.Prefecture+name)) == 1 {
		return g.Prefecture + name
	}
	return name
}

// numberingOf compiles the shape of item numbers that the profile gives, nil if
// it gives none. Package form refuses a profile whose expression does not compile.
func numberingOf(r *model.Report) *regexp.Regexp {
	if r.Given.Numbering == "" {
		return nil
	}
	shape, err := regexp.Compile(`^(?:` + r.Given.Numbering + `)$`)
	if err != nil {
		return nil
	}
	return shape
}

// givenNumber reads an item number by the shape that the profile gives: its
// groups are the ordinals of the id.
func (n *normalizer) givenNumber(f model.Field[string]) (printed, path string, ok bool) {
	if n.numbering == nil {
		return "", "", false
	}
	printed = plain(f.Raw)
	m := n.numbering.FindStringSubmatch(printed)
	if m == nil {
		return "", "", false
	}
	var ordinals []string
	for _, group := range m[1:] {
		if _, one, ok := ItemNumber(group); ok {
			ordinals = append(ordinals, one)
		}
	}
	return printed, strings.Join(ordinals, "-"), len(ordinals) > 0
}

// departments splits the cells of the responsible sections, by the profile's
// names where it has them: 総務課財政課 is two. A name that is a misreading of
// one of them is corrected to it.
func (n *normalizer) departments(cells []model.Field[string]) []model.Field[string] {
	known := n.report.Given.Departments
	if len(known) == 0 {
		return departments(cells, n.sections)
	}
	var list []model.Field[string]
	for _, c := range cells {
		if names := tile(c.Raw, known); names != nil {
			for _, name := range names {
				f := model.Field[string]{Raw: name, At: c.At, Also: c.Also}
				text, steps := Line(name)
				f.Set(text, steps...)
				list = append(list, f)
			}
			continue
		}
		for _, f := range departments([]model.Field[string]{c}, n.sections) {
			list = append(list, correctDepartment(f, known))
		}
	}
	return list
}

func correctDepartment(f model.Field[string], known []string) model.Field[string] {
	if !f.Known || slices.Contains(known, f.Value) {
		return f
	}
	m, _ := nearest(f.Value, known)
	if m.word == "" {
		return f
	}
	f.Steps = change("department.profile", f.Value, m.word, f.Steps)
	f.Value, f.Doubt = m.word, doubtOf(m.cost)
	return f
}

// tile cuts s into known names with nothing but gaps between them, the longest
// name first; nil if s holds anything else.
func tile(s string, known []string) (names []string) {
	byLength := slices.Clone(known)
	slices.SortStableFunc(byLength, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	for i := 0; i < len(s); {
		if r, size := utf8.DecodeRuneInString(s[i:]); isDepartmentGap(r) {
			i += size
			continue
		}
		n := 0
		for _, name := range byLength {
			if n = prefixOver(s[i:], name); n > 0 {
				break
			}
		}
		if n == 0 {
			return nil
		}
		names = append(names, s[i:i+n])
		i += n
	}
	return names
}

// prefixOver is the length of the beginning of s that is name, with white space
// and line breaks inside it passed over; 0 if s begins otherwise.
func prefixOver(s, name string) int {
	i := 0
	for _, want := range name {
		for {
			r, size := utf8.DecodeRuneInString(s[i:])
			if size == 0 {
				return 0
			}
			i += size
			if r == want {
				break
			}
			if r != '\n' && !isSpace(r) {
				return 0
			}
		}
	}
	return i
}
