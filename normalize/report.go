package normalize

import (
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"gyokaku/model"
)

// Report reads the raw text of every field of r into values, with their steps
// and doubts, and adds what a person should look at to r.Warnings. Reading a
// report again changes nothing.
func Report(r *model.Report) {
	n := &normalizer{report: r, seen: map[string]bool{}}
	for _, w := range r.Warnings {
		n.seen[warningKey(w)] = true
	}
	n.head()
	n.scale = ScaleOf(r)
	n.bars = barWords(r)
	n.sections = sectionsOf(r)
	n.numbering = numberingOf(r)
	n.items(r.Items)
	n.repeatedIDs()
	n.outline(r.Outline)
	n.tell(n.warnings)
}

// items reads the items, several at a time: one does not look at another. Their
// warnings stay in the order of the items.
func (n *normalizer) items(items []model.Item) {
	told := make([][]model.Problem, len(items))
	var next atomic.Int64
	var wait sync.WaitGroup
	var bug atomic.Pointer[any]
	for range min(runtime.GOMAXPROCS(0), len(items)) {
		wait.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					bug.Store(&p)
				}
			}()
			for i := int(next.Add(1)) - 1; i < len(items); i = int(next.Add(1)) - 1 {
				one := *n
				one.warnings = nil
				one.item(&items[i], "/items/"+number(i))
				told[i] = one.warnings
			}
		})
	}
	wait.Wait()
	if p := bug.Load(); p != nil {
		panic(*p) // where the caller's recover is
	}
	for _, list := range told {
		n.warnings = append(n.warnings, list...)
	}
}

// A normalizer reads one report.
type normalizer struct {
	report *model.Report
	plan   Period
	scale  *Scale
	bars   []string // the words that the document's schedules use as they are
	seen   map[string]bool

	sections []string // the responsible sections that the document names often

	warnings []model.Problem // of what was read since, in order

	numbering *regexp.Regexp // of the profile, nil if it has none
}

func warningKey(p model.Problem) string {
	return p.Code + "\x00" + p.Field + "\x00" + p.Raw + "\x00" + p.Place.String() + "\x00" + p.Message
}

// warn tells of a problem about the field at a JSON pointer.
func (n *normalizer) warn(pointer string, p *model.Problem) {
	if p.Field == "" {
		p.Field = pointer
	}
	n.warnings = append(n.warnings, *p)
}

// tell adds problems to the report, each once.
func (n *normalizer) tell(list []model.Problem) {
	for _, p := range list {
		if key := warningKey(p); !n.seen[key] {
			n.seen[key] = true
			n.report.Warnings = append(n.report.Warnings, p)
		}
	}
}

func number(i int) string { return strconv.Itoa(i) }

// text sets a field to what a reader makes of its raw text.
func text(f *model.Field[string], read func(string) (string, []model.Step)) {
	reset(f)
	if s, steps := read(f.Raw); s != "" {
		f.Set(s, steps...)
	}
}

// prose sets a field to its text and tells what looks wrong in it.
func (n *normalizer) prose(f *model.Field[string], pointer string) {
	text(f, Text)
	if !f.Known {
		return
	}
	for _, p := range Suspicions(f.Value, n.report.FiscalYear.Value) {
		p.Raw, p.Place = f.Raw, f.At
		n.warn(pointer, &p)
	}
}

// head reads what the report says about itself.
func (n *normalizer) head() {
	r := n.report
	title(&r.Plan.Title)
	n.period()
	n.year(&r.FiscalYear, "/fiscal_year")
	n.reportYear()
	n.date(&r.AsOf, "/as_of")
	n.municipality()
	n.givenName()
}

// reportYear takes the year of a line that also prints the plan's period.
func (n *normalizer) reportYear() {
	f := &n.report.FiscalYear
	if f.Known || f.Raw == "" {
		return
	}
	s := plain(f.Raw)
	if _, at, end := findPeriod(s); end > 0 {
		s = s[:at] + " " + s[end:]
	}
	if y, ok := FiscalYear(s, n.plan); ok {
		f.Set(y, derive("year.parse", f.Raw, number(int(y)), nil)...)
	}
}

// period reads the plan's first and last year; both fields may hold the line
// that prints the range.
func (n *normalizer) period() {
	p := &n.report.Plan
	for i, f := range []*model.Field[model.FiscalYear]{&p.From, &p.To} {
		reset(f)
		if f.Raw == "" && p.Title.Raw != "" {
			if _, ok := Years(p.Title.Raw); ok {
				f.Raw, f.At, f.Also = p.Title.Raw, p.Title.At, p.Title.Also
			}
		}
		y, ok := FiscalYear(f.Raw, Period{})
		if both, ranged := Years(f.Raw); ranged {
			y, ok = [...]model.FiscalYear{both.From, both.To}[i], true
		}
		if ok {
			f.Set(y, derive("year.period", f.Raw, number(int(y)), nil)...)
		}
	}
	n.plan = Period{p.From.Value, p.To.Value}
}

// title reads the name of a plan: without its period, the sign of a draft and
// what the document tells about it (実績報告).
func title(f *model.Field[string]) {
	text(f, Phrase)
	if !f.Known {
		return
	}
	if s := PlanTitle(f.Value); s != "" {
		f.Steps = change("plan.title", f.Value, s, f.Steps)
		f.Value = s
	}
}

// planEnds are the last words of names of plans.
var planEnds = []string{"プラン", "計画", "大綱", "方針", "戦略", "指針", "プログラム", "ビジョン"}

// PlanTitle cuts a line that names a plan down to its name:
// 瑞野市行政改革プラン (2024 -2028) 実績報告 is 瑞野市行政改革プラン.
func PlanTitle(s string) string {
	for i := 0; i < len(s); {
		open := strings.IndexAny(s[i:], "(（【[〔")
		if open < 0 {
			break
		}
		open += i
		if open > 0 && (isDraftOrPeriod(s[open:])) {
			s = s[:open]
			break
		}
		i = open + 1
	}
	for _, w := range [...]string{"実績報告", "進捗状況", "取組状況", "取組実績", "実施状況", "進行管理", "取組結果", "実施結果", "達成状況", "推進状況", "実績", "のポイント", "の概要"} {
		before, _, found := strings.Cut(s, w)
		before = strings.TrimSuffix(strings.TrimRight(before, " 　"), "の")
		before = strings.TrimRight(strings.TrimSuffix(cutYear(before), "の"), " 　")
		if found && slices.ContainsFunc(planEnds, func(e string) bool {
			return strings.HasSuffix(strings.TrimRight(before, "0123456789０１２３４５６７８９"), e)
		}) {
			s = before
		}
	}
	return strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(s), "#"))
}

// cutYear drops the year reported on from the end of a plan's name: 実施計画
// 令和4年度.
func cutYear(s string) string {
	if i := strings.LastIndexAny(s, " 　（("); i >= 0 {
		rest := plain(strings.Trim(s[i:], " 　（()）"))
		if years := scanYears(rest); len(years) == 1 && years[0].at == 0 && years[0].end == len(rest) {
			return strings.TrimRight(s[:i], " 　")
		}
	}
	return s
}

// isDraftOrPeriod reports a bracket that holds years or 案.
func isDraftOrPeriod(s string) bool {
	inner := strings.TrimLeft(s, "(（【[〔")
	if end := strings.IndexAny(inner, ")）】]〕"); end >= 0 {
		inner = inner[:end]
	}
	p := plain(inner)
	return p == "案" || p == "素案" || p == "原案" || len(scanYears(p)) > 0
}

// municipality reads the issuer and its code. A name that form did not find is
// looked for at the beginning of the plan's title.
func (n *normalizer) municipality() {
	m := &n.report.Municipality
	if m.Name.Raw == "" {
		m.Name.Raw, m.Name.At, m.Name.Also = n.report.Plan.Title.Raw, n.report.Plan.Title.At, n.report.Plan.Title.Also
	}
	text(&m.Name, Line)
	if !m.Name.Known {
		return
	}
	printed := m.Name.Value
	name := IssuerOf(printed)
	if name == "" && len([]rune(printed)) > longestName {
		reset(&m.Name)
		return
	}
	if name == "" {
		name = printed
	}
	n.code(n.prefectured(name))
	if _, rest := cutPrefecture(name); rest != "" {
		name = rest
	}
	m.Name.Steps = change("municipality.name", printed, name, m.Name.Steps)
	m.Name.Value = name
}

// code looks up the code of a name, which may have its prefecture before it.
func (n *normalizer) code(name string) {
	m := &n.report.Municipality
	m.Code = model.Field[string]{Raw: m.Name.Raw, At: m.Name.At, Also: m.Name.Also}
	if n.givenCode(name) {
		return
	}
	found := Municipality(name)
	switch len(found) {
	case 1:
		m.Code.Set(found[0].Code, derive("municipality.code", m.Name.Raw, found[0].Code, nil)...)
	case 0:
		p := at(m.Name, problem("municipality.unknown_code", "「"+name+"」は全国地方公共団体コードの一覧にないため、コードを付けていません。", m.Name.Raw))
		n.warn("/municipality/code", &p)
	default:
		var candidates []string
		for _, g := range found {
			candidates = append(candidates, g.Code+" "+g.Prefecture+g.Name)
		}
		p := at(m.Name, problem("municipality.ambiguous", "「"+name+"」は複数の都道府県にあるため、コードを付けていません。", m.Name.Raw, candidates...))
		n.warn("/municipality/code", &p)
	}
}

// year reads a field that holds one fiscal year.
func (n *normalizer) year(f *model.Field[model.FiscalYear], pointer string) {
	reset(f)
	if Blank(f.Raw) {
		return
	}
	y, ok := FiscalYear(f.Raw, n.plan)
	if !ok {
		if d, ok := Date(f.Raw); ok {
			f.Set(fiscalYearOf(d), derive("year.of_date", f.Raw, number(int(fiscalYearOf(d))), nil)...)
			return
		}
		if _, ranged := Years(f.Raw); ranged {
			return
		}
		p := at(*f, problem("year.unreadable", "年度として読み取れないか、元号のない年が計画期間から決まらないため、値を入れていません。", f.Raw))
		n.warn(pointer, &p)
		return
	}
	f.Set(y, derive("year.parse", f.Raw, number(int(y)), nil)...)
}

// date reads a field that holds one day or month.
func (n *normalizer) date(f *model.Field[model.Date], pointer string) {
	reset(f)
	if Blank(f.Raw) {
		return
	}
	d, ok := Date(f.Raw)
	if !ok {
		p := at(*f, problem("date.unreadable", "日付として読み取れないため、値を入れていません。", f.Raw))
		n.warn(pointer, &p)
		return
	}
	f.Set(d, derive("date.parse", f.Raw, string(d), nil)...)
}

// quantity reads a field that holds one quantity.
func (n *normalizer) quantity(f *model.Field[model.Quantity], hint Hint, pointer string) {
	reset(f)
	q, known, p := Quantity(f.Raw, hint)
	switch {
	case p != nil:
		p.Place = f.At
		n.warn(pointer, p)
	case known:
		f.Set(q, derive("quantity.parse", f.Raw, quantityText(q), nil)...)
	}
}
