package main

import (
	"github.com/spf13/cobra"
)

func profileCommand(m *messages) *cobra.Command {
	c := &cobra.Command{
		Use:   "profile",
		Short: m.profileShort,
		Long:  m.profileLong,
		Args:  arguments(m, 0, 0),
		RunE:  func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	var files []string
	suggest := &cobra.Command{
		Use:     "suggest FILE",
		Short:   m.suggestShort,
		Long:    m.suggestLong,
		Example: m.suggestExample,
		Args:    arguments(m, 1, 1),
		RunE: func(c *cobra.Command, args []string) error {
			return suggestProfile(c.Context(), args[0], files, m, c.OutOrStdout())
		},
	}
	suggest.Flags().StringArrayVar(&files, "profile", nil, m.flagProfile)
	lint := &cobra.Command{
		Use:   "lint FILE...",
		Short: m.lintShort,
		Long:  m.lintLong,
		Args:  arguments(m, 1, noLimit),
		RunE: func(c *cobra.Command, args []string) error {
			return lintProfiles(args, m, c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	for _, sub := range []*cobra.Command{suggest, lint} {
		sub.Flags().BoolP("help", "h", false, m.flagHelp)
		c.AddCommand(sub)
	}
	return c
}
