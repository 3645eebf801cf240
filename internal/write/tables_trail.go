package write

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"gyokaku/model"
)

// Reasons says what a normalisation rule does. It gives the zero Reason for a
// rule it does not know.
type Reasons func(rule string) Reason

// A Reason is what a rule does, in words for an officer.
type Reason struct {
	Text  string
	Reads bool // it reads a value and leaves the printed text as it is
}

// of is the reason of a rule; r may be nil.
func (r Reasons) of(rule string) Reason {
	if r == nil {
		return Reason{}
	}
	return r(rule)
}

// A stepRow is one change that a rule made to a field.
type stepRow struct {
	origin
	evidence *model.Evidence
	order    int    // counted from 1 within the field
	before   string // the text that the step was applied to
	model.Step
}

// stepTable is 修正履歴: one row per change, in the order of the document. What
// several values of one object were read from (word, status and pace of one
// cell) is one change.
func stepTable(reasons Reasons) table {
	return define(table{key: "steps", name: "修正履歴", frozen: 5, about: "印刷された文から値になるまでに規則が変えたところ。〔 〕が変わった部分。"},
		stepRows,
		reportColumns[stepRow](),
		[]cells[stepRow]{
			col("field_name", "欄", formText, 26, func(r stepRow) cell { return textCell(Label(r.report, r.evidence.Field)) }),
			col("place", "場所", formText, 18, func(r stepRow) cell { return textCell(placeText(r.evidence.Place)) }),
			col("before", "原文", formProse, 48, func(r stepRow) cell { return textCell(excerpt(r.before, r.At, r.From)) }),
			col("after", "結果", formProse, 48, func(r stepRow) cell { return textCell(r.result()) }),
			col("rule", "規則", formText, 22, func(r stepRow) cell { return textCell(r.Rule) }),
			col("sort", "種別", formText, 13, func(r stepRow) cell { return textCell(sortOf(reasons.of(r.Rule))) }),
			col("reason", "理由", formProse, 46, func(r stepRow) cell { return textCell(reasons.of(r.Rule).Text) }),
			col("confidence", "確かさ", formPercent, 8, func(r stepRow) cell {
				d := decimal.NewFromFloat(r.evidence.Confidence).Round(4)
				return numberCell(&d)
			}),
			col("order", "順", formCount, 5, func(r stepRow) cell { return countCell(r.order) }),
		},
		trailing(
			col("from", "変更前の文字", formText, 16, func(r stepRow) cell { return textCell(r.From) }),
			col("to", "変更後の文字", formText, 16, func(r stepRow) cell { return textCell(r.To) }),
			col("source", "文書", formText, 24, func(r stepRow) cell { return textCell(r.report.Source.Name) }),
			col("field", "JSONの欄", formText, 44, func(r stepRow) cell { return textCell(r.evidence.Field) }),
		),
	)
}

func sortOf(why Reason) string {
	if why.Reads {
		return "値の読み取り"
	}
	return "字句の修正"
}

func stepRows(r *model.Report) []stepRow {
	var rows []stepRow
	list := model.Evidences(r)
	for i := range list {
		e := &list[i]
		text := e.Raw
		for n, s := range e.Steps {
			row := stepRow{origin: origin{report: r}, evidence: e, order: n + 1, before: text, Step: s}
			text = row.after()
			if !listed(list[:i], e, n+1) {
				rows = append(rows, row)
			}
		}
	}
	return rows
}

// listed tells whether the first n steps of e are those of a value before it of
// the same object, read from the same print.
func listed(before []model.Evidence, e *model.Evidence, n int) bool {
	for i := len(before) - 1; i >= 0 && parentOf(&before[i]) == parentOf(e); i-- {
		b := &before[i]
		if b.Raw == e.Raw && samePlace(b.Place, e.Place) && len(b.Steps) >= n && slices.Equal(b.Steps[:n], e.Steps[:n]) {
			return true
		}
	}
	return false
}

func parentOf(e *model.Evidence) string { return e.Field[:strings.LastIndexByte(e.Field, '/')] }

func samePlace(a, b model.Place) bool {
	boxes := a.Box == b.Box || a.Box != nil && b.Box != nil && *a.Box == *b.Box
	a.Box, b.Box = nil, nil
	return boxes && a == b
}

// after is the text when the step is done. A step that does not fit, a bug of
// the rule that recorded it, leaves the text as it is.
func (r stepRow) after() string {
	text, _ := model.Replay(r.before, []model.Step{r.Step})
	return text
}

// result shows the text after the step, with the word beside a code.
func (r stepRow) result() string {
	s := excerpt(r.after(), r.At, r.To)
	if code, word, ok := strings.Cut(ValueText(r.report, r.evidence.Field), " ("); ok && code == r.To {
		s += "（" + strings.TrimSuffix(word, ")") + "）"
	}
	return s
}

func trailing[R any](list ...cells[R]) []cells[R] {
	for i := range list {
		list[i].trail = true
	}
	return list
}

// excerptRunes is how much text an excerpt shows on either side of a change:
// enough to find the sentence, little enough to see the change.
const excerptRunes = 16

// excerpt shows part, which stands at byte offset at of text, in 〔 〕 with some
// text around it. Space within the brackets is made visible.
func excerpt(text string, at int, part string) string {
	end := at + len(part)
	if at < 0 || end > len(text) {
		return text
	}
	before, after := []rune(text[:at]), []rune(text[end:])
	var b strings.Builder
	if len(before) > excerptRunes {
		b.WriteString("…")
		before = before[len(before)-excerptRunes:]
	}
	b.WriteString(flat.Replace(string(before)))
	b.WriteString("〔" + visible.Replace(part) + "〕")
	if len(after) > excerptRunes {
		b.WriteString(flat.Replace(string(after[:excerptRunes])) + "…")
	} else {
		b.WriteString(flat.Replace(string(after)))
	}
	return b.String()
}

var (
	visible = strings.NewReplacer(" ", "␣", "\u3000", "□", "\n", "⏎", "\t", "⇥")
	flat    = strings.NewReplacer("\n", " ", "\t", " ")
)

type warningRow struct {
	origin
	*model.Problem
}

// warningTable is 警告: one row per thing that a person should look at.
func warningTable() table {
	return define(table{key: "warnings", name: "警告", frozen: 4, about: "人が確かめるべきところ。値は空欄のまま、または候補から選んだもの。"},
		func(r *model.Report) []warningRow {
			var rows []warningRow
			for i := range r.Warnings {
				rows = append(rows, warningRow{origin{report: r}, &r.Warnings[i]})
			}
			return rows
		},
		reportColumns[warningRow](),
		[]cells[warningRow]{
			col("code", "コード", formText, 22, func(r warningRow) cell { return textCell(r.Code) }),
			col("message", "内容", formProse, 50, func(r warningRow) cell { return textCell(r.Message) }),
			col("raw", "原文", formProse, 40, func(r warningRow) cell { return textCell(r.Raw) }),
			col("candidates", "候補", formProse, 40, func(r warningRow) cell { return linesCell(r.Candidates) }),
			col("field_name", "欄", formText, 24, func(r warningRow) cell { return textCell(Label(r.report, r.Field)) }),
			col("place", "場所", formText, 18, func(r warningRow) cell { return textCell(placeText(r.Place)) }),
		},
		trailing(
			col("source", "文書", formText, 24, func(r warningRow) cell { return textCell(r.report.Source.Name) }),
			col("field", "JSONの欄", formText, 44, func(r warningRow) cell { return textCell(r.Field) }),
		),
	)
}
