package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"gyokaku/internal/tables"
	"gyokaku/internal/write"
)

// tablesFlags are the flags of tables.
type tablesFlags struct {
	limitFlags
	pages     pageList
	format    choice
	out       string
	overwrite bool
}

func tablesCommand(m *messages) *cobra.Command {
	f := tablesFlags{format: choice{value: "json", allowed: []string{"json", "csv", "html", "md"}}}
	c := &cobra.Command{
		Use:     "tables FILE",
		Short:   m.tablesShort,
		Long:    m.tablesLong,
		Example: m.tablesExample,
		Args:    arguments(m, 1, 1),
		RunE: func(c *cobra.Command, args []string) error {
			defer f.alone(args[0], m, c.ErrOrStderr())()
			return printTables(c.Context(), args[0], f, m, c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	c.Flags().Var(&f.pages, "pages", m.flagPages)
	c.Flags().Var(&f.format, "format", m.flagTablesForm)
	c.Flags().StringVarP(&f.out, "out", "o", "", m.flagTablesOut)
	c.Flags().BoolVar(&f.overwrite, "overwrite", false, m.flagOverwrite)
	f.add(c, m)
	return c
}

// printTables prints the tables of the file at path. Its error is an
// *exitError; a document without text has its pages printed nonetheless.
func printTables(ctx context.Context, path string, f tablesFlags, m *messages, stdout, stderr io.Writer) error {
	v, failed := view(ctx, path, f.limitFlags, m, stderr, asTabled)
	if v.doc == nil {
		return failed
	}
	pages := tables.Select(v.doc, f.pages.has)
	if len(pages) == 0 {
		return v.noPage(f.pages.String())
	}
	if err := f.write(v, pages, stdout); err != nil {
		return err
	}
	return failed
}

// noPage is the exit for pages that the document does not have.
func (v *viewing) noPage(asked string) error {
	return &exitError{exitNothing, fmt.Sprintf(v.m.noPageLine, v.path, asked, len(v.doc.Pages))}
}

func (f tablesFlags) write(v *viewing, pages []tables.Page, stdout io.Writer) error {
	switch {
	case isStdout(f.out):
		return v.m.unwritten(f.print(stdout, v.path, pages))
	case f.format.value == "csv":
		return f.writeEach(v, pages)
	}
	return v.file(f.out, f.overwrite, func(w io.Writer) error { return f.print(w, v.path, pages) })
}

// print writes all tables in the format that was asked for.
func (f tablesFlags) print(w io.Writer, path string, pages []tables.Page) error {
	switch f.format.value {
	case "csv":
		return tables.CSV(w, pages)
	case "html":
		return tables.HTML(w, filepath.Base(path), pages)
	case "md":
		return tables.Markdown(w, pages)
	}
	return tables.JSON(w, pages)
}

// writeEach writes one CSV file per table, named as camelot names them.
func (f tablesFlags) writeEach(v *viewing, pages []tables.Page) error {
	base := filepath.Base(v.path)
	stem := strings.TrimSuffix(base, filepath.Ext(base))
	for _, p := range pages {
		for i, t := range p.Tables {
			path := filepath.Join(f.out, fmt.Sprintf("%s-page-%d-table-%d.csv", stem, p.Number, i+1))
			if err := v.file(path, f.overwrite, func(w io.Writer) error { return tables.CSVFile(w, t) }); err != nil {
				return err
			}
		}
	}
	return nil
}

// file writes one output file. Its error is an *exitError.
func (v *viewing) file(path string, overwrite bool, fill func(io.Writer) error) error {
	err := ensureFolder(path)
	if err == nil {
		err = write.File(path, overwrite, fill)
	}
	return v.m.writeError(path, err)
}
