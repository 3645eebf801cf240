package inspect

import (
	"fmt"
	"strings"

	"gyokaku/model"
)

// drawFields draws a box around everything that became a value, in the colour
// of its item and with the name of its field.
func (p *printer) drawFields() {
	for i, f := range p.found[:min(len(p.found), mostDrawn)] {
		hue := ownHue(f.fields[0].Field)
		for n, at := range f.places {
			if at.Box == nil {
				continue
			}
			p.rect(*at.Box, fmt.Sprintf("class=\"field\" data-id=\"f%d\" style=\"--h:%d\"", i, hue), p.findingDetails(f))
			name := p.findingName(f)
			if n > 0 {
				name = "↳ " + name
			}
			p.printf("<text class=\"label name\" style=\"--h:%d\" x=\"%.2f\" y=\"%.2f\">%s</text>\n", hue, at.Box[0]+0.8, at.Box[1]+1.6, escaped(name))
		}
	}
}

// warningGap is how far a warning is drawn around its place, in points, to be
// seen and pointed at beside the field of the same place.
const warningGap = 1.5

func (p *printer) drawWarnings() {
	for _, unbound := range []bool{false, true} {
		for i, w := range p.warned(unbound) {
			if w.Box == nil || i >= mostDrawn {
				continue
			}
			box := inset(*w.Box, -warningGap)
			p.rect(box, fmt.Sprintf("class=\"warned\" data-id=\"%s\"", warningID(unbound, i)), p.warningDetails(w))
			p.printf("<text class=\"label code\" x=\"%.2f\" y=\"%.2f\">⚠ %s</text>\n", box[2], box[3]+1.6, escaped(w.Code))
		}
	}
}

func warningID(unbound bool, i int) string {
	if unbound {
		return fmt.Sprintf("u%d", i)
	}
	return fmt.Sprintf("w%d", i)
}

// findingName names the first field, and how many more there are.
func (p *printer) findingName(f finding) string {
	name := p.Form.Name(f.fields[0].Field)
	if more := len(f.fields) - 1; more > 0 {
		name += fmt.Sprintf(" +%d", more)
	}
	return name
}

// findingDetails tells whoever points at a box all that was read from it.
func (p *printer) findingDetails(f finding) string {
	var lines []string
	for _, e := range f.fields {
		lines = append(lines, fmt.Sprintf(p.text.fieldIs, p.Form.Name(e.Field), p.Form.Value(e.Field)),
			"　"+fmt.Sprintf(p.text.fromRaw, quoted(e.Raw, p.text)), "　"+p.ruled(e))
	}
	return strings.Join(lines, "\n")
}

// ruled says which rules made a value, and how sure it is.
func (p *printer) ruled(e model.Evidence) string {
	rules := p.text.noRules
	if len(e.Rules) > 0 {
		rules = fmt.Sprintf(p.text.rulesAre, strings.Join(e.Rules, " → "))
	}
	return rules + p.text.comma + fmt.Sprintf(p.text.confidence, e.Confidence*100)
}

func (p *printer) warningDetails(w model.Problem) string {
	lines := []string{"⚠ " + w.Code}
	if w.Field != "" {
		lines[0] += "  " + p.Form.Name(w.Field)
	}
	lines = append(lines, w.Message)
	if w.Raw != "" {
		lines = append(lines, quoted(w.Raw, p.text))
	}
	return strings.Join(lines, "\n")
}
