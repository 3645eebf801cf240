package main

import (
	"fmt"
	"strings"
)

// The words of the form, shared by all formats.
const (
	titleLabel     = "実施項目"
	numberLabel    = "項目番号"
	overview       = "〈アクション項目の概要〉"
	situationLabel = "現状と課題"
	goalLabel      = "目指す姿"
	workHeading    = "取組の内容"
	periodHeading  = "取組期間 (年度)"
	summary        = "〈アクション項目の総括〉"
	summaryHint    = "取組状況、今後の取組、数値目標の状況など"
	summaryLabel   = "総括評価"
	results        = "〈取組内容別の実績報告〉"
	statusLabel    = "進捗状況"
	nextLabel      = "次年度に向けた改善点"
	arrow          = "→"
	none           = "－"
)

func planLine() string { return fmt.Sprintf("%s (%d - %d)", planTitle, planFrom, planTo) }

func (r yearReport) captionLine() string {
	return fmt.Sprintf("アクションプラン個別項目 – 実績報告 (%s報告)", r.caption)
}

func (r yearReport) doneLabel() string { return r.caption + "の実施内容" }

// legendLine is the printed status scale, "" where the report has none.
func (r yearReport) legendLine() string {
	if !r.legend {
		return ""
	}
	parts := []string{"進捗状況の凡例"}
	for _, s := range scale {
		parts = append(parts, s.symbol+"："+s.label)
	}
	return strings.Join(parts, "　")
}

func workLabel(n int) string { return fmt.Sprintf("取組内容 %d", n) }

func (p planItem) goalText() string {
	parts := []string{p.goal}
	for _, t := range p.targets {
		parts = append(parts, "【"+t.print+"】")
	}
	return strings.Join(parts, "")
}

// assessmentParts are the assessment, its actuals in brackets and its notes.
func (y yearItem) assessmentParts() (text string, brackets, notes []string) {
	for _, a := range y.actuals {
		if a.print != "" {
			brackets = append(brackets, "【"+a.print+"】")
		}
	}
	return y.assessment, brackets, y.notes
}

func (y yearItem) assessmentText() string {
	text, brackets, notes := y.assessmentParts()
	return strings.Join(append(append([]string{text}, brackets...), notes...), " ")
}

// reportedTitle is the title as the result section prints it.
func (y progress) reportedTitle(p planned) string {
	if y.reported != "" {
		return y.reported
	}
	return p.title
}

// dashed is text, or the dash that stands for none.
func dashed(text string) string {
	if text == "" {
		return none
	}
	return text
}

// A yearCell is what the schedule prints in one year: text over span years.
type yearCell struct {
	text string
	span int
}

// cells lays an initiative's schedule out: a bar is one cell over its years, or
// with arrows a word and an arrow for every further year.
func (p planned) cells() (cells []yearCell) {
	year := planFrom
	for _, b := range p.bars {
		for ; year < int(b.from); year++ {
			cells = append(cells, yearCell{"", 1})
		}
		span := int(b.to-b.from) + 1
		if !p.arrow {
			cells = append(cells, yearCell{b.label, span})
		} else {
			cells = append(cells, yearCell{b.label, 1})
			for range span - 1 {
				cells = append(cells, yearCell{arrow, 1})
			}
		}
		year = int(b.to) + 1
	}
	for ; year <= planTo; year++ {
		cells = append(cells, yearCell{"", 1})
	}
	return cells
}
