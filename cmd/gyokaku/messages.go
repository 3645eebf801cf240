package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"gyokaku/model"
)

// messages holds every text of the command line in one language. Texts with
// verbs are formats.
type messages struct {
	lang lang

	// Help.
	rootShort, rootLong                       string
	convertShort, convertLong, convertExample string
	schemaShort, schemaLong                   string
	explainShort, explainLong, explainExample string
	versionShort                              string
	profileShort, profileLong, flagProfile    string
	suggestShort, suggestLong, suggestExample string
	lintShort, lintLong                       string
	tablesShort, tablesLong, tablesExample    string
	textShort, textLong, textExample          string
	inspectShort, inspectLong, inspectExample string
	flagLang, flagHelp, flagOut, flagFormat   string
	flagOverwrite, flagJSON, flagJobs         string
	flagPassword                              string
	flagMemory, flagTimeout                   string
	flagPages, flagTablesOut, flagTablesForm  string
	flagPage, flagInspectOut, flagDPI         string
	flagForm                                  string
	usageTemplate                             string

	// A command line that was not understood.
	wrongUsage, unknownFlag, needsValue, badValue, number, duration, seeHelp string
	unknownCommand, tooFewArgs, tooManyArgs, notReport, noField, nearest     string

	// The line of a document.
	unknownCity, between, comma, inParentheses                            string
	items, initiatives, indicators, means, corrections, warnings, outline string
	sameAs, errorLine, bugRequest                                         string
	page, sheet, cell, line                                               string

	// The summary.
	sumDone, sumSame, sumFailed, sumCancelled, sumSkipped, sumOutput, skipped, more string

	// Ends.
	unusedProfile, lintClean, lintFound                                    string
	existsLine, cannotWriteLine, interruptedLine, nothingLine, noMatchLine string

	// Looking at what was extracted.
	problemLine, noPageLine, noRenderLine, interruptedView, standardOutput, pageSet string

	missing, forbidden failureText // the commonest reasons of FailIO
	memory             failureText // FailTooLarge by the memory limit
	failures           map[model.FailureCode]failureText
}

// A failureText is why a document could not be read, and what a person can do.
type failureText struct{ reason, advice string }

// texts has the messages of each language.
var texts = map[lang]*messages{inJapanese: &japaneseTexts, inEnglish: &englishTexts}

// failure returns the text for a code. One without a text is a bug that a test
// finds; the code itself is better than nothing.
func (m *messages) failure(code model.FailureCode) failureText {
	if t, ok := m.failures[code]; ok {
		return t
	}
	return failureText{reason: string(code)}
}

func (m *messages) noMatch(pattern string) string { return fmt.Sprintf(m.noMatchLine, pattern) }
func (m *messages) nothing() string               { return m.nothingLine }
func (m *messages) exists(path string) string     { return fmt.Sprintf(m.existsLine, path) }
func (m *messages) interrupted(t totals) string   { return fmt.Sprintf(m.interruptedLine, t.Done) }
func (m *messages) cannotWrite(path string, err error) string {
	return fmt.Sprintf(m.cannotWriteLine, path, err)
}

// usageError explains an error of the flag parser, which speaks English only.
func (m *messages) usageError(err error) string {
	text := err.Error()
	var unknown *pflag.NotExistError
	var needs *pflag.ValueRequiredError
	var bad *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		text = fmt.Sprintf(m.unknownFlag, dashed(unknown.GetSpecifiedName()))
	case errors.As(err, &needs):
		text = fmt.Sprintf(m.needsValue, dashed(needs.GetSpecifiedName()))
	case errors.As(err, &bad):
		text = fmt.Sprintf(m.badValue, "--"+bad.GetFlag().Name, bad.GetValue(), m.allowed(bad.GetFlag()))
	}
	return fmt.Sprintf(m.wrongUsage, text) + "\n" + m.seeHelp
}

// allowed lists the values that a flag takes.
func (m *messages) allowed(f *pflag.Flag) string {
	switch f.Value.Type() {
	case "uint":
		return m.number
	case "duration":
		return m.duration
	case "pages":
		return m.pageSet
	}
	return f.Value.Type()
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + strings.TrimPrefix(name, "--")
}
