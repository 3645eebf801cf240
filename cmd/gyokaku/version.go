package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"gyokaku/model"
)

func versionCommand(m *messages) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: m.versionShort,
		Args:  arguments(m, 0, 0),
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(c.OutOrStdout(), "gyokaku %s\n%s\n%s %s/%s\n",
				buildVersion(), model.SchemaID, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}

// buildVersion is what the Go tool stamped: a version, or the commit.
func buildVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}
