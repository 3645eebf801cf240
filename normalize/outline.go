package normalize

import (
	"strings"

	"gyokaku/model"
)

// outline reads a reform plan in short. Mottos keep the spaces they are set
// with.
func (n *normalizer) outline(o *model.Outline) {
	if o == nil {
		return
	}
	text(&o.Status, Line)
	text(&o.Philosophy, Phrase)
	text(&o.Tagline, Phrase)
	for i := range o.Themes {
		text(&o.Themes[i].Title, Line)
		text(&o.Themes[i].Description, Text)
	}
	for i := range o.Stances {
		n.stance(&o.Stances[i])
	}
	for i := range o.Means {
		n.means(&o.Means[i])
	}
	for i := range o.Predecessors {
		n.predecessor(&o.Predecessors[i], "/outline/predecessors/"+number(i))
	}
}

func (n *normalizer) stance(s *model.Stance) {
	ordinalField(&s.Number)
	text(&s.Title, Line)
	for i := range s.Aims {
		text(&s.Aims[i].Title, bulletLine)
		text(&s.Aims[i].Approach, bulletLine)
	}
}

func (n *normalizer) means(m *model.Means) {
	ordinalField(&m.Number)
	text(&m.Title, Line)
	for i := range m.Items {
		ordinalField(&m.Items[i].Number)
		text(&m.Items[i].Title, Line)
		text(&m.Items[i].Description, Text)
	}
}

// predecessor reads an earlier plan: its period may be one text in both fields.
func (n *normalizer) predecessor(p *model.Predecessor, pointer string) {
	text(&p.Title, Phrase)
	n.date(&p.Adopted, pointer+"/adopted")
	n.date(&p.Revised, pointer+"/revised")
	n.year(&p.ExtendedTo, pointer+"/extended_to")
	for i, f := range []*model.Field[model.FiscalYear]{&p.From, &p.To} {
		reset(f)
		if both, ok := Years(f.Raw); ok {
			y := [...]model.FiscalYear{both.From, both.To}[i]
			f.Set(y, derive("year.period", f.Raw, number(int(y)), nil)...)
			continue
		}
		n.year(f, pointer+[...]string{"/from", "/to"}[i])
	}
}

// bulletLine reads a line without the bullet before it.
func bulletLine(s string) (string, []model.Step) {
	t, steps := Line(s)
	cut := strings.TrimLeft(t, "●○・■□◆◇• ")
	return cut, change("list.bullet", t, cut, steps)
}
