package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// lang names a language of messages.
type lang string

const (
	inJapanese lang = "ja"
	inEnglish  lang = "en"
)

// language is needed before flags are parsed, for the help texts: --lang, else
// GYOKAKU_LANG, else Japanese. The locale is not asked, since output that is
// read by others should not depend on the machine.
func language(args []string, getenv func(string) string) lang {
	chosen := getenv("GYOKAKU_LANG")
	for i, a := range args {
		if a == "--" {
			break
		}
		if value, ok := strings.CutPrefix(a, "--lang="); ok {
			chosen = value
		}
		if a == "--lang" && i+1 < len(args) {
			chosen = args[i+1]
		}
	}
	if lang(chosen) == inEnglish {
		return inEnglish
	}
	return inJapanese
}

func rootCommand(m *messages) *cobra.Command {
	root := &cobra.Command{
		Use:           "gyokaku",
		Short:         m.rootShort,
		Long:          m.rootLong,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf(m.unknownCommand, args[0])
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.AddCommand(convertCommand(m), explainCommand(m), normalizeCommand(m), schemaCommand(m), versionCommand(m),
		tablesCommand(m), textCommand(m), inspectCommand(m), profileCommand(m))
	root.PersistentFlags().Var(&choice{value: string(m.lang), allowed: []string{"ja", "en"}}, "lang", m.flagLang)
	root.SetUsageTemplate(m.usageTemplate)
	root.SetHelpTemplate("{{with (or .Long .Short)}}{{. | trimTrailingWhitespaces}}\n\n{{end}}{{.UsageString}}")
	root.SetHelpCommand(&cobra.Command{Hidden: true})
	root.CompletionOptions.HiddenDefaultCmd = true
	for _, c := range append(root.Commands(), root) {
		c.Flags().BoolP("help", "h", false, m.flagHelp)
	}
	return root
}

// arguments checks their number in the language of m; most may be
// noLimit.
func arguments(m *messages, least, most int) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) < least {
			return fmt.Errorf(m.tooFewArgs, least)
		}
		if most >= least && len(args) > most {
			return fmt.Errorf(m.tooManyArgs, strings.Join(args[most:], " "))
		}
		return nil
	}
}

// noLimit is for commands that take any number of arguments.
const noLimit = -1

// A choice is a flag with a fixed set of values.
type choice struct {
	value   string
	allowed []string
}

func (c *choice) String() string { return c.value }
func (c *choice) Type() string   { return strings.Join(c.allowed, "|") }
func (c *choice) Set(s string) error {
	for _, a := range c.allowed {
		if s == a {
			c.value = s
			return nil
		}
	}
	return errNotAllowed(c.allowed)
}

// errNotAllowed lists the values a flag takes.
type errNotAllowed []string

func (e errNotAllowed) Error() string { return strings.Join(e, ", ") }
