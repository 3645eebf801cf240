package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"gyokaku/model"
	"gyokaku/normalize"
)

// normalizeFlags are the flags of normalize: what the text is, and what is
// known about the document it comes from.
type normalizeFlags struct {
	kind   choice
	json   bool
	unit   string
	name   string
	legend []string
	known  []string
	year   int
}

func normalizeCommand(m *messages) *cobra.Command {
	t := normalizeTexts[m.lang]
	f := normalizeFlags{kind: choice{value: string(normalize.KindText)}}
	for _, k := range normalize.Kinds() {
		f.kind.allowed = append(f.kind.allowed, string(k))
	}
	c := &cobra.Command{
		Use:     "normalize [TEXT...]",
		Short:   t.short,
		Long:    t.long,
		Example: t.example,
		Args:    arguments(m, 0, noLimit),
		RunE: func(c *cobra.Command, texts []string) error {
			return normalizeEach(texts, f, t, c.InOrStdin(), c.OutOrStdout())
		},
	}
	c.Flags().Var(&f.kind, "kind", t.flagKind)
	c.Flags().BoolVar(&f.json, "json", false, t.flagJSON)
	c.Flags().StringVar(&f.unit, "unit", "", t.flagUnit)
	c.Flags().StringVar(&f.name, "name", "", t.flagName)
	c.Flags().StringSliceVar(&f.legend, "legend", nil, t.flagLegend)
	c.Flags().StringSliceVar(&f.known, "known", nil, t.flagKnown)
	c.Flags().IntVar(&f.year, "year", 0, t.flagYear)
	return c
}

// longestLine bounds a line of standard input, in bytes.
const longestLine = 1 << 20

// normalizeEach reads each text, or without any each line of in, and prints
// what came of it.
func normalizeEach(texts []string, f normalizeFlags, t *normalizeText, in io.Reader, out io.Writer) error {
	c := f.context()
	buffered := bufio.NewWriter(out)
	defer buffered.Flush()
	one := func(s string) error {
		r := normalize.Read(normalize.Kind(f.kind.value), s, c)
		if f.json {
			return printReadingJSON(buffered, r)
		}
		return t.print(buffered, r)
	}
	for _, s := range texts {
		if err := one(s); err != nil {
			return err
		}
	}
	if len(texts) > 0 {
		return nil
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, longestLine)
	for lines.Scan() {
		if err := one(lines.Text()); err != nil {
			return err
		}
	}
	return lines.Err()
}

// context gives what the flags tell about the document.
func (f normalizeFlags) context() normalize.Context {
	c := normalize.Context{
		Hint: normalize.Hint{Unit: f.unit, Name: f.name}, Departments: f.known, FiscalYear: model.FiscalYear(f.year),
	}
	var legend []model.LegendEntry
	for _, l := range f.legend {
		if symbol, label, ok := strings.Cut(l, "="); ok {
			legend = append(legend, model.LegendEntry{Symbol: symbol, Label: label})
		} else {
			legend = append(legend, model.LegendEntry{Label: l})
		}
	}
	if legend != nil {
		c.Scale = normalize.NewScale(legend)
	}
	return c
}

func printReadingJSON(w io.Writer, r normalize.Reading) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(r)
}

// print writes a reading for people.
func (t *normalizeText) print(w io.Writer, r normalize.Reading) error {
	data, err := json.Marshal(r)
	if err != nil {
		return err
	}
	var value struct{ Value json.RawMessage }
	if err := json.Unmarshal(data, &value); err != nil {
		return err
	}
	fmt.Fprintf(w, "%s\t%s\n%s\t%s\n%s\t%s\n%s\t%s\n", t.raw, r.Raw, t.text, r.Text, t.value, value.Value, t.decision, t.decisions[r.Decision])
	steps := r.Steps
	if s, ok := r.Derivation(); ok {
		steps = append(steps[:len(steps):len(steps)], s)
	}
	for _, s := range steps {
		fmt.Fprintf(w, "%s\t%s: 「%s」→「%s」 %s\n", t.step, s.Rule, s.From, s.To, t.why(s.Rule))
	}
	for _, p := range r.Warnings {
		fmt.Fprintf(w, "%s\t%s: %s", t.warning, p.Code, p.Message)
		if len(p.Candidates) > 0 {
			fmt.Fprintf(w, t.candidates, strings.Join(p.Candidates, " / "))
		}
		fmt.Fprintln(w)
	}
	_, err = fmt.Fprintln(w)
	return err
}

// why gives what a rule does in the language of t.
func (t *normalizeText) why(id string) string {
	for _, r := range normalize.Rules() {
		if r.ID == id {
			if t.english {
				return r.English
			}
			return r.Why
		}
	}
	return ""
}

// A normalizeText holds the texts of the command in one language.
type normalizeText struct {
	english              bool
	short, long, example string

	flagKind, flagJSON, flagUnit, flagName, flagLegend, flagKnown, flagYear string

	raw, text, value, decision, step, warning, candidates string

	decisions map[normalize.Decision]string
}

var normalizeTexts = map[lang]*normalizeText{
	inJapanese: {
		short: "文字列一つを正規化して、値と手順を表示する",
		long: `TEXT を --kind の種類の欄として読み、値と、そこに至る手順を表示します。
TEXT がないときは標準入力を1行ずつ読みます。「-」で始まる TEXT の前には
「--」を置いてください。--json は1行に1件の JSON を書きます。

種類:
  status      進捗状況（○ 順調）      quantity  数量（23億1千万円）
  department  主管課（総務課 財政課）  date      日付・年度（令和6年度）
  number      項目番号（1-①）        schedule  工程の語（検討）
  label       欄の見出し（進捗状況）    text      文章

判定は、そのまま（same）、修正した（fix）、要確認（review）のどれかです。`,
		example: `  gyokaku normalize --kind quantity '23億1千万円'
  gyokaku normalize --kind status --legend '○=順調,△=遅れ' '川順調'
  gyokaku normalize --kind date --json < 日付.txt`,
		flagKind: "欄の`種類`", flagJSON: "1行に1件の JSON を書く", flagUnit: "見出しにある`単位`（千円、％ など）", flagName: "指標の`名前`",
		flagLegend: "進捗状況の`凡例`（記号=語 をコンマで区切る）", flagKnown: "この自治体の`課名`（コンマで区切る）", flagYear: "報告書の対象`年度`（西暦）",
		raw: "原文", text: "表記", value: "値", decision: "判定", step: "手順", warning: "警告", candidates: "（候補: %s）",
		decisions: map[normalize.Decision]string{normalize.Same: "そのまま (same)", normalize.Fix: "修正 (fix)", normalize.Review: "要確認 (review)"},
	},
	inEnglish: {
		english: true,
		short:   "normalise one text and show its value and steps",
		long: `Reads TEXT as a field of the kind --kind and prints the value and the steps
that lead to it. Without TEXT it reads standard input line by line. Put "--"
before a TEXT that begins with "-". --json writes one JSON object a line.

Kinds: status, department, number, quantity, date, schedule, label, text.
The decision is same, fix or review.`,
		example: `  gyokaku normalize --kind quantity '23億1千万円'
  gyokaku normalize --kind status --legend '○=順調,△=遅れ' '川順調'
  gyokaku normalize --kind date --json < dates.txt`,
		flagKind: "`kind` of field", flagJSON: "write one JSON object a line", flagUnit: "`unit` of the heading (千円, ％)", flagName: "`name` of the indicator",
		flagLegend: "`legend` of the statuses, as mark=word with commas between", flagKnown: "`sections` of the municipality, with commas between", flagYear: "fiscal `year` reported on",
		raw: "raw", text: "text", value: "value", decision: "decision", step: "step", warning: "warning", candidates: " (candidates: %s)",
		decisions: map[normalize.Decision]string{normalize.Same: "same", normalize.Fix: "fix", normalize.Review: "review"},
	},
}
