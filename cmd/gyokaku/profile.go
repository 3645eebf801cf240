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
	for _, sub := range []*cobra.Command{suggestCommand(m), lintCommand(m)} {
		sub.Flags().BoolP("help", "h", false, m.flagHelp)
		c.AddCommand(sub)
	}
	return c
}

func suggestCommand(m *messages) *cobra.Command {
	var files []string
	var l limitFlags
	c := &cobra.Command{
		Use:     "suggest FILE",
		Short:   m.suggestShort,
		Long:    m.suggestLong,
		Example: m.suggestExample,
		Args:    arguments(m, 1, 1),
		RunE: func(c *cobra.Command, args []string) error {
			profiles, err := loadProfiles(files, m)
			if err != nil {
				return err
			}
			defer l.alone(args[0], m, c.ErrOrStderr())()
			return suggestProfile(withProfiles(c.Context(), profiles), args[0], l, m, c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	c.Flags().StringArrayVar(&files, "profile", nil, m.flagProfile)
	l.add(c, m)
	return c
}

func lintCommand(m *messages) *cobra.Command {
	return &cobra.Command{
		Use:   "lint FILE...",
		Short: m.lintShort,
		Long:  m.lintLong,
		Args:  arguments(m, 1, noLimit),
		RunE: func(c *cobra.Command, args []string) error {
			return lintProfiles(args, m, c.OutOrStdout(), c.ErrOrStderr())
		},
	}
}
