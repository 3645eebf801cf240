package normalize

import (
	"strings"
	"unicode/utf8"

	"gyokaku/model"
)

// A Rule is one named rewrite of a text.
type Rule struct {
	ID      string // quoted in audits: never renamed, never reused
	Why     string // what it does, one line for a clerk
	English string // the same in English
	Reads   bool   // reads a value out of the text and leaves the text as it is

	when traits                // kinds of characters without which the rule cannot apply
	find func(s string) []edit // the changes, from left to right, not overlapping
}

// Fix returns s with the rule applied.
func (r Rule) Fix(s string) string {
	if r.find == nil {
		return s
	}
	s, _ = r.run(s, nil)
	return s
}

// An edit replaces s[at:end].
type edit struct {
	at, end int
	to      string
}

// maxRounds bounds how often the rules of a field start over: a rule may
// uncover work for an earlier one, such as a tag made of an entity.
const maxRounds = 8

// apply runs the rules over s until none changes it, and records each change.
// The traits are those at the beginning of a round: what a rule uncovers for
// one that was passed over is found in the next round. Looking again after each
// change cost 11 % of a report.
func apply(s string, rules []Rule) (string, []model.Step) {
	var steps []model.Step
	for range maxRounds {
		before := len(steps)
		t := traitsOf(s)
		for _, r := range rules {
			if r.when != 0 && t&r.when == 0 {
				continue
			}
			s, steps = r.run(s, steps)
		}
		if len(steps) == before {
			break
		}
	}
	return s, steps
}

func (r Rule) run(s string, steps []model.Step) (string, []model.Step) {
	edits := r.find(s)
	if len(edits) == 0 {
		return s, steps
	}
	var b strings.Builder
	done := 0
	for _, h := range hunks(s, edits) {
		b.WriteString(s[done:h.at])
		steps = append(steps, model.Step{Rule: r.ID, At: b.Len(), From: s[h.at:h.end], To: h.to})
		b.WriteString(h.to)
		done = h.end
	}
	b.WriteString(s[done:])
	return b.String(), steps
}

// hunkGap is how near two edits of one rule may be to be told as one change, in
// bytes: ＰＲ, or 人 材 育 成, is one change and not four.
const hunkGap = 9

// hunks joins neighbouring edits, and widens an edit that only removes or only
// adds by the characters beside it, so that a reader of the history sees where.
func hunks(s string, edits []edit) []edit {
	var list []edit
	for _, e := range edits {
		if n := len(list) - 1; n >= 0 && e.at-list[n].end <= hunkGap {
			list[n].to += s[list[n].end:e.at] + e.to
			list[n].end = e.end
			continue
		}
		list = append(list, e)
	}
	floor := 0
	for i, e := range list {
		ceil := len(s)
		if i+1 < len(list) {
			ceil = list[i+1].at
		}
		if strings.TrimSpace(s[e.at:e.end]) == "" || strings.TrimSpace(e.to) == "" {
			list[i] = widen(s, e, floor, ceil)
		}
		floor = list[i].end
	}
	return list
}

func widen(s string, e edit, floor, ceil int) edit {
	if _, n := utf8.DecodeLastRuneInString(s[floor:e.at]); n > 0 {
		e.to = s[e.at-n:e.at] + e.to
		e.at -= n
	}
	if _, n := utf8.DecodeRuneInString(s[e.end:ceil]); n > 0 {
		e.to += s[e.end : e.end+n]
		e.end += n
	}
	return e
}

// change records one step of a rule that rewrote from into to: the part between
// their common beginning and end. It records nothing if they are equal.
func change(id, from, to string, steps []model.Step) []model.Step {
	if from == to {
		return steps
	}
	at := 0
	for at < len(from) && at < len(to) {
		r, n := utf8.DecodeRuneInString(from[at:])
		if q, m := utf8.DecodeRuneInString(to[at:]); r != q || n != m {
			break
		}
		at += n
	}
	a, b := len(from), len(to)
	for a > at && b > at {
		r, n := utf8.DecodeLastRuneInString(from[at:a])
		if q, m := utf8.DecodeLastRuneInString(to[at:b]); r != q || n != m || from[a-n:a] != to[b-m:b] {
			break
		}
		a, b = a-n, b-n
	}
	return append(steps, model.Step{Rule: id, At: at, From: from[at:a], To: to[at:b]})
}

// derive records that a value, written as to, was read from the whole of from.
func derive(id, from, to string, steps []model.Step) []model.Step {
	if from == to {
		return steps
	}
	return append(steps, model.Step{Rule: id, From: from, To: to})
}
