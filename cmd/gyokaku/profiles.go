package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"gyokaku/extract/form"
)

// loadProfiles reads the files given with --profile. Its error is an *exitError.
func loadProfiles(files []string, m *messages) ([]form.Profile, error) {
	var list []form.Profile
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			reason, advice := m.ioReason(err)
			return nil, &exitError{exitUsage, fmt.Sprintf(m.errorLine, file, reason, advice)}
		}
		p, err := form.ParseProfile(file, data)
		if err != nil {
			return nil, &exitError{exitUsage, m.profileError(err)}
		}
		list = append(list, p)
	}
	return list, nil
}

// profileError is the line of a profile that cannot be used.
func (m *messages) profileError(err error) string {
	if f, ok := errors.AsType[*form.Finding](err); ok {
		return m.finding(*f)
	}
	return err.Error()
}

// finding is one line about a profile: its place and what is wrong there.
func (m *messages) finding(f form.Finding) string {
	if m.lang == inEnglish {
		return f.Place() + f.English
	}
	return f.Place() + f.Message
}

type profilesKey struct{}

// withProfiles has the documents of ctx read with these profiles before the
// built-in ones. They are on their way through package batch and a worker
// process, which know nothing of forms.
func withProfiles(ctx context.Context, list []form.Profile) context.Context {
	if len(list) == 0 {
		return ctx
	}
	return context.WithValue(ctx, profilesKey{}, list)
}

// profilesOf are the profiles of ctx and the built-in ones, in the order in
// which they are tried.
func profilesOf(ctx context.Context) []form.Profile {
	given, _ := ctx.Value(profilesKey{}).([]form.Profile)
	builtIn, err := form.Profiles()
	if err != nil { // a bug that a test of package form finds
		return given
	}
	return append(given[:len(given):len(given)], builtIn...)
}

// unusedProfiles says which of the given profiles matched no document: its
// author must hear of it.
func (s *session) unusedProfiles(w io.Writer) {
	used := map[string]bool{}
	for _, d := range s.result.Documents {
		if d.Profile != nil {
			used[*d.Profile] = true
		}
	}
	for _, p := range s.flags.profiles {
		if !used[p.ID()] {
			fmt.Fprintf(w, s.m.unusedProfile+"\n", p.File, p.ID())
		}
	}
}
