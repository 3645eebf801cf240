package form

import "testing"

// No word stands under two roles: the lexicon would bind it by the order of a
// map. A word that cities print over several fields belongs to collisions.
func TestLexiconUnambiguous(t *testing.T) {
	first := map[string]role{}
	for r, list := range words {
		for _, w := range list {
			if w != fold(w) {
				t.Errorf("%q (%s) is not folded and never found", w, nameOf(r))
			}
			if other, twice := first[w]; twice {
				t.Errorf("%q stands under %s and %s", w, nameOf(r), nameOf(other))
			}
			first[w] = r
			if collisions[w] != nil {
				t.Errorf("%q (%s) is one of the words that mean several fields", w, nameOf(r))
			}
		}
	}
}

// No word of the lexicon has the form of a label of another role. The form of
// hints is left out: it is for what nothing else knows and is asked last.
func TestLexiconPatterns(t *testing.T) {
	patterns := []struct {
		role  role
		match func(string) bool
	}{
		{roleInitiative, initiativeLabel().MatchString}, {roleDone, donePattern().MatchString}, {roleProgress, progressPattern().MatchString},
		{roleNext, nextPattern().MatchString}, {roleRating, ratingPattern().MatchString},
	}
	for r, list := range words {
		for _, w := range list {
			for _, p := range patterns {
				if p.role != r && p.match(w) {
					t.Errorf("%q stands under %s and has the form of %s", w, nameOf(r), nameOf(p.role))
				}
			}
		}
	}
}

// Every role has a name for profiles and a word for people.
func TestRoleNames(t *testing.T) {
	for r := noRole + 1; r <= roleResults; r++ {
		if nameOf(r) == "" || roleWords[r] == "" {
			t.Errorf("role %d has the name %q and the word %q", r, nameOf(r), roleWords[r])
		}
	}
}
