package main

import (
	"runtime"

	"github.com/spf13/cobra"

	"gyokaku/extract/form"
)

// convertFlags are the flags of convert.
type convertFlags struct {
	out       string
	formats   formatList
	overwrite bool
	json      bool
	jobs      uint
	limitFlags
	profiles []form.Profile
}

func convertCommand(m *messages) *cobra.Command {
	f := convertFlags{formats: allOutputs()}
	var profiles []string
	c := &cobra.Command{
		Use:     "convert PATH...",
		Short:   m.convertShort,
		Long:    m.convertLong,
		Example: m.convertExample,
		Args:    arguments(m, 1, noLimit),
		RunE: func(c *cobra.Command, paths []string) (err error) {
			if f.profiles, err = loadProfiles(profiles, m); err != nil {
				return err
			}
			return convert(c.Context(), paths, f, m, c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	c.Flags().StringVarP(&f.out, "out", "o", "out", m.flagOut)
	c.Flags().Var(&f.formats, "format", m.flagFormat)
	c.Flags().BoolVar(&f.overwrite, "overwrite", false, m.flagOverwrite)
	c.Flags().BoolVar(&f.json, "json", false, m.flagJSON)
	c.Flags().UintVar(&f.jobs, "jobs", uint(runtime.NumCPU()), m.flagJobs)
	c.Flags().StringArrayVar(&profiles, "profile", nil, m.flagProfile)
	f.add(c, m)
	return c
}
