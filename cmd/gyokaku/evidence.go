package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"gyokaku/internal/write"
	"gyokaku/normalize"
)

// explain prints the evidence of the value at path in a report that convert
// wrote. Its error is an *exitError.
func explain(w io.Writer, file, path string, m *messages) error {
	f, err := os.Open(file)
	if err != nil {
		reason, advice := m.ioReason(err)
		return &exitError{exitUsage, fmt.Sprintf(m.errorLine, file, reason, advice)}
	}
	defer f.Close()
	report, err := write.Read(f)
	if err != nil {
		return &exitError{exitUsage, fmt.Sprintf(m.notReport, file, err)}
	}
	err = write.Explain(w, report, path, string(m.lang), reasons(m.lang))
	var unknown *write.UnknownPathError
	if errors.As(err, &unknown) {
		text := fmt.Sprintf(m.noField, file, path)
		if len(unknown.Near) > 0 {
			text += fmt.Sprintf(m.nearest, strings.Join(unknown.Near, m.comma))
		}
		return &exitError{exitUsage, text}
	}
	return err
}

// reasons says what each rule of the normaliser does. The workbook is Japanese
// whatever language messages are in.
func reasons(l lang) write.Reasons {
	why := map[string]write.Reason{}
	for _, r := range normalize.Rules() {
		text := r.Why
		if l == inEnglish {
			text = r.English
		}
		why[r.ID] = write.Reason{Text: text, Reads: r.Reads}
	}
	return func(rule string) write.Reason { return why[rule] }
}
