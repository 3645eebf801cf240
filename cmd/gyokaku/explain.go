package main

import (
	"github.com/spf13/cobra"
)

func explainCommand(m *messages) *cobra.Command {
	return &cobra.Command{
		Use:     "explain REPORT.json PATH",
		Short:   m.explainShort,
		Long:    m.explainLong,
		Example: m.explainExample,
		Args:    arguments(m, 2, 2),
		RunE: func(c *cobra.Command, args []string) error {
			return explain(c.OutOrStdout(), args[0], args[1], m)
		},
	}
}
