package form

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"gyokaku/extract"
	"gyokaku/model"
)

// An outliner reads the short form of a plan (計画のポイント, 概要): leading words
// as lines, stances and means as tables.
type outliner struct {
	reader
	outline model.Outline
	topic   topic
	half    string // first half of a label that is set on two lines: 基本 / 理念
}

// A topic is what the lines below a marker are about.
type topic int

const (
	noTopic topic = iota
	topicPhilosophy
	topicThemes
)

// readOutline reads a plan outline; it reports false for a document that holds
// neither leading words nor a table of stances or means.
func readOutline(doc *extract.Document, rows []row) (*model.Report, bool) {
	o := &outliner{reader: reader{doc: doc, report: &model.Report{Schema: model.SchemaID}}}
	o.report.Warnings = append(o.report.Warnings, doc.Problems...)
	for start := 0; start < len(rows); {
		end := start + 1
		for rows[start].table != nil && end < len(rows) && rows[end].table == rows[start].table {
			end++
		}
		o.block(rows[start:end])
		start = end
	}
	out := &o.outline
	if o.report.Plan.Title.Raw == "" || len(out.Stances)+len(out.Means) == 0 {
		return nil, false
	}
	o.report.Outline = out
	title := o.report.Plan.Title
	o.report.Kind = model.Printed[model.Kind](title.Raw, title.At)
	o.report.Kind.Set(model.KindPlanOutline)
	return o.report, true
}

// block takes a line or a whole table.
func (o *outliner) block(rows []row) {
	if rows[0].table == nil {
		c := rows[0].cells[0]
		o.line(plain(c.Text), c)
		return
	}
	switch {
	case isStances(rows):
		o.stances(rows)
	case isMeans(rows):
		o.means(rows)
	default:
		for _, r := range rows {
			o.unbound(r.cells)
		}
	}
}

// plain takes the marks of a Markdown transcript off a line: they are not of
// the print.
func plain(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(strings.TrimLeft(text, "# \u3000"), "**", ""))
}

// line takes a line of free text by the marker that stands before it.
func (o *outliner) line(text string, c *extract.Cell) {
	key := fold(text)
	switch {
	case key == "":
	case o.marker(key):
	case strings.HasPrefix(strings.TrimSpace(c.Text), "#"):
		o.topic = noTopic
		o.planLine(text, c)
	case o.predecessors(text, c):
	case o.topic == topicPhilosophy:
		o.leading(text, c)
	case o.topic == topicThemes && strings.Contains(c.Text, "**"):
		o.theme(c)
	default:
		o.planLine(text, c)
	}
}

// markers are the labels of leading words; cities set them on one line or two.
var markers = map[string]topic{"基本理念": topicPhilosophy, "改革理念": topicPhilosophy,
	"基本テーマ": topicThemes, "改革テーマ": topicThemes, "基本目標": topicThemes}

// marker takes a line that is such a label, or one half of it.
func (o *outliner) marker(key string) bool {
	half := o.half
	o.half = ""
	if t, ok := markers[half+key]; ok {
		o.topic = t
		return true
	}
	if key == "基本" || key == "改革" {
		o.half = key
		return true
	}
	return false
}

// planLine looks for the plan's title, its period and whether it is a draft.
func (o *outliner) planLine(text string, c *extract.Cell) {
	key := fold(text)
	if utf8.RuneCountInString(key) > maxHeading || !planWords().MatchString(key) || !planNames().MatchString(key) {
		return
	}
	o.planTitle(text, c)
	if o.outline.Status.Raw == "" && strings.Contains(key, "(案)") {
		o.outline.Status = model.Printed[string]("案", c.At)
	}
}

// leading takes the philosophy and the line under it.
func (o *outliner) leading(text string, c *extract.Cell) {
	target := &o.outline.Philosophy
	if target.Raw != "" {
		target = &o.outline.Tagline
	}
	add(target, c, strings.Trim(text, "…"))
}

// theme splits "**好循環** 未来に…" into its word and what it stands for.
func (o *outliner) theme(c *extract.Cell) {
	parts := strings.SplitN(strings.TrimSpace(c.Text), "**", 3)
	if len(parts) < 3 || parts[0] != "" {
		return
	}
	o.outline.Themes = append(o.outline.Themes, model.Theme{
		Title:       model.Printed[string](parts[1], c.At),
		Description: model.Printed[string](strings.TrimSpace(parts[2]), c.At),
	})
}

var (
	numbered = pattern(`^\s*[(（]\s*([0-9０-９]{1,2})\s*[)）]\s*(.+)$`)
	circled  = pattern(`^\s*([①-⑳])\s*(.+)$`)
	bullet   = "●○■◆・"
	// approach begins after a gap: a middle dot inside a word is no bullet.
	approach = pattern(`[\s\x{3000}]+[・･]\s*`)
)

// isStances reports whether a table has a numbered heading over every column
// and bullets below.
func isStances(rows []row) bool {
	if len(rows) < 2 || len(rows[0].cells) == 0 || len(rows[1].cells) == 0 {
		return false
	}
	for _, c := range rows[0].cells {
		if !numbered().MatchString(c.Text) {
			return false
		}
	}
	return strings.ContainsAny(firstRune(rows[1].cells[0].Text), bullet)
}

func firstRune(s string) string {
	for _, r := range strings.TrimSpace(s) {
		return string(r)
	}
	return ""
}

func (o *outliner) stances(rows []row) {
	byColumn := map[int]*model.Stance{}
	list := make([]model.Stance, len(rows[0].cells))
	for i, c := range rows[0].cells {
		n, title := number(numbered(), c)
		list[i] = model.Stance{Number: n, Title: title}
		byColumn[c.Column] = &list[i]
	}
	for _, r := range rows[1:] {
		for _, c := range r.cells {
			if s := byColumn[c.Column]; s != nil && !saysNothing(c.Text) {
				s.Aims = append(s.Aims, o.aim(c))
			}
		}
	}
	o.outline.Stances = append(o.outline.Stances, list...)
}

// aim splits "●目標 ・手段". Without a gap before the second bullet the cell is
// kept whole: a middle dot may belong to a word.
func (o *outliner) aim(c *extract.Cell) model.Aim {
	text := strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(c.Text), bullet))
	aim := model.Aim{Title: model.Printed[string](text, c.At)}
	cut := approach().FindStringIndex(text)
	if cut == nil {
		o.problem("outline.aim_unsplit", c.At, c.Text, "目標と手段の境目が分かりません。全文を目標としました。")
		return aim
	}
	aim.Title.Raw = text[:cut[0]]
	aim.Approach = model.Printed[string](text[cut[1]:], c.At)
	return aim
}

// isMeans reports whether a table lists numbered means with circled items.
func isMeans(rows []row) bool {
	c := rows[0].cells
	return len(c) >= 2 && numbered().MatchString(c[0].Text) && circled().MatchString(c[1].Text)
}

func (o *outliner) means(rows []row) {
	for _, r := range rows {
		for i, c := range r.cells {
			switch {
			case saysNothing(c.Text):
			case numbered().MatchString(c.Text) && i == 0:
				n, title := number(numbered(), c)
				o.outline.Means = append(o.outline.Means, model.Means{Number: n, Title: title})
			case len(o.outline.Means) == 0:
				o.unbound([]*extract.Cell{c})
			default:
				o.meansCell(&o.outline.Means[len(o.outline.Means)-1], c)
			}
		}
	}
}

func (o *outliner) meansCell(m *model.Means, c *extract.Cell) {
	if circled().MatchString(c.Text) {
		n, title := number(circled(), c)
		m.Items = append(m.Items, model.MeansItem{Number: n, Title: title})
		return
	}
	if len(m.Items) == 0 || m.Items[len(m.Items)-1].Description.Raw != "" {
		o.unbound([]*extract.Cell{c})
		return
	}
	m.Items[len(m.Items)-1].Description = model.Printed[string](strings.TrimSpace(c.Text), c.At)
}

// number splits the ordinal off a heading.
func number(pattern *regexp.Regexp, c *extract.Cell) (model.Field[int], model.Field[string]) {
	m := pattern.FindStringSubmatch(c.Text)
	n := model.Printed[int](m[1], c.At)
	n.Set(ordinal(fold(m[1])))
	return n, model.Printed[string](strings.TrimSpace(m[2]), c.At)
}
