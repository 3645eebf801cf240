package main

import (
	"github.com/spf13/cobra"

	"gyokaku/internal/write"
)

func schemaCommand(m *messages) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: m.schemaShort,
		Long:  m.schemaLong,
		Args:  arguments(m, 0, 0),
		RunE: func(c *cobra.Command, _ []string) error {
			return write.Schema(c.OutOrStdout())
		},
	}
}
