package form

import (
	"strings"
	"unicode/utf8"

	"gyokaku/extract"
	"gyokaku/model"
)

var (
	planWords   = pattern(`行政?財?政?改革|行革|改革プラン|改革大綱|経営改革|アクションプラン|行財政|行政経営|経営プラン`)
	planNames   = pattern(`プラン|大綱|計画|方針|指針|プログラム|ビジョン`)
	planPeriod  = pattern(`(?:20\d\d|(?:令和|平成)(?:元|\d{1,2}))(?:年度?)?(?:[-‐–—―~〜～−]|から)(?:20\d\d|(?:令和|平成)?(?:元|\d{1,2}))`)
	reportWords = pattern(`報告|実績|進捗|取組状況|実施状況|評価|達成状況|(?:取組|実施|推進)結果|進行管理`)
)

// statedPeriod finds the plan's period in a line or a sentence that names it.
var statedPeriod = pattern(`(?:計画期間|推進期間|プランの期間|取組期間)[はを:]?`)

// period keeps the plan's period from a line such as 「計画期間 令和4年度～令和7年度」
// or a sentence that goes on in the next line.
func (r *reader) period(text string, c *extract.Cell) {
	plan, joined := &r.report.Plan, r.lastLine+text
	r.lastLine = text
	if plan.From.Raw != "" || len(joined) > 8*maxHeading {
		return
	}
	at := statedPeriod().FindStringIndex(joined)
	if at == nil {
		return
	}
	if m := planPeriod().FindString(fold(joined[at[1]:])); m != "" {
		plan.From = model.Printed[model.FiscalYear](m, c.At)
		plan.To = plan.From
	}
}

// maxHeading is the longest heading in characters: longer lines are prose.
const maxHeading = 60

// heading takes a line above the form for the plan's title or the report's
// caption. It reports false when the line is neither.
func (r *reader) heading(text string, c *extract.Cell) bool {
	if len(text) > 4*maxHeading {
		return false
	}
	is, seen := r.headings[text]
	if !seen {
		is = r.newHeading(text, c)
		r.headings[text] = is
	}
	return is
}

// newHeading reads a line that was not seen before: pages repeat their heads.
func (r *reader) newHeading(text string, c *extract.Cell) bool {
	key := fold(text)
	if utf8.RuneCountInString(key) > maxHeading || strings.ContainsAny(key, "。") || strings.HasPrefix(key, "※") {
		return false
	}
	named := planWords().MatchString(key)
	isPlan := named && planNames().MatchString(key)
	isReport := reportWords().MatchString(key) && (yearIn(key) != "" || named)
	if isPlan && (!isReport || planPeriod().MatchString(key)) {
		r.planTitle(text, c)
	}
	if isReport {
		r.reportCaption(text, key, c)
	}
	return isPlan || isReport
}

// planTitle keeps the first title of the plan; the period may stand on a later
// line than the name.
func (r *reader) planTitle(text string, c *extract.Cell) {
	plan, title := &r.report.Plan, strings.TrimSpace(text)
	if plan.Title.Raw == "" {
		plan.Title = model.Printed[string](title, c.At)
	}
	if plan.From.Raw == "" && planPeriod().MatchString(fold(text)) {
		plan.From = model.Printed[model.FiscalYear](title, c.At)
		plan.To = plan.From
	}
}

// reportCaption keeps the fiscal year reported on. Documents repeat it on every
// page; a page that names another year is a problem.
func (r *reader) reportCaption(text, key string, c *extract.Cell) {
	title := strings.TrimSpace(text)
	if r.report.Kind.Raw == "" {
		r.report.Kind = model.Printed[model.Kind](title, c.At)
	}
	year := yearIn(planPeriod().ReplaceAllString(key, ""))
	switch {
	case year == "":
	case r.report.FiscalYear.Raw == "":
		r.report.FiscalYear = model.Printed[model.FiscalYear](title, c.At)
		r.year = year
	case year != r.year:
		r.problem("year.contradicts", c.At, title, "報告年度が前の頁の表示（"+r.year+"年度）と違います。前の頁の年度を使いました。")
	}
}
