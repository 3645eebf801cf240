package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"gyokaku/internal/tables"
)

func textCommand(m *messages) *cobra.Command {
	var pages pageList
	var limits limitFlags
	c := &cobra.Command{
		Use:     "text FILE",
		Short:   m.textShort,
		Long:    m.textLong,
		Example: m.textExample,
		Args:    arguments(m, 1, 1),
		RunE: func(c *cobra.Command, args []string) error {
			defer limits.alone(args[0], m, c.ErrOrStderr())()
			return printText(c.Context(), args[0], pages, limits, m, c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	c.Flags().Var(&pages, "pages", m.flagPages)
	limits.add(c, m)
	return c
}

// printText prints the text of the file at path. Its error is an *exitError.
func printText(ctx context.Context, path string, list pageList, limits limitFlags, m *messages, stdout, stderr io.Writer) error {
	v, failed := view(ctx, path, limits, m, stderr, asTabled)
	if v.doc == nil {
		return failed
	}
	pages := tables.Select(v.doc, list.has)
	if len(pages) == 0 {
		return v.noPage(list.String())
	}
	if err := m.unwritten(tables.Text(stdout, pages)); err != nil {
		return err
	}
	return failed
}
