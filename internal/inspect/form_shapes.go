package inspect

import (
	"fmt"
	"strings"

	"gyokaku/model"
)

// drawFields draws a box around everything that became a value, in the colour
// of its item and with the name of its field.
func (p *printer) drawFields() {
	for i, s := range p.spots[:min(len(p.spots), mostDrawn)] {
		if s.at.Box == nil {
			continue
		}
		hue := ownHue(p.readings[s.readings[0]].Field)
		p.rect(*s.at.Box, fmt.Sprintf("class=\"field\" data-id=\"f%d\" style=\"--h:%d\"", i, hue), p.spotDetails(s))
		name := fitting(p.spotName(i), s.at.Box[2]-s.at.Box[0])
		p.printf("<text class=\"label name\" style=\"--h:%d\" x=\"%.2f\" y=\"%.2f\">%s</text>\n", hue, s.at.Box[0]+0.8, s.at.Box[1]+1.6, escaped(name))
	}
}

const (
	// labelSize is the height of a label's type in points, as page.css has it.
	labelSize = 4.6
	// fewestLetters is how much of a label is shown however narrow its box is.
	fewestLetters = 6
)

// fitting shortens a name to a box of the given width in points. It keeps the
// end, which tells the field from its neighbours, and the item it begins with.
func fitting(name string, width float64) string {
	letters := []rune(name)
	room := max(int(width/labelSize), fewestLetters)
	if len(letters) <= room {
		return name
	}
	item, _, _ := strings.Cut(name, " ")
	kept := room - 1 - len([]rune(item))
	if kept < fewestLetters/2 {
		return "…" + string(letters[len(letters)-room+1:])
	}
	return item + "…" + string(letters[len(letters)-kept:])
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

// spotName names the first field that begins at a spot, and says how many more
// there are. Where none begins, something is continued.
func (p *printer) spotName(i int) string {
	list := p.spots[i].readings
	name := "↳ " + p.Form.Name(p.readings[list[0]].Field)
	for _, r := range list {
		if p.readings[r].spots[0] == i {
			name = p.Form.Name(p.readings[r].Field)
			break
		}
	}
	if more := len(list) - 1; more > 0 {
		name += fmt.Sprintf(" +%d", more)
	}
	return name
}

// spotDetails tells whoever points at a spot all that was read from it.
func (p *printer) spotDetails(s spot) string {
	var lines []string
	for _, i := range s.readings {
		r := p.readings[i]
		lines = append(lines, fmt.Sprintf(p.text.fieldIs, p.Form.Name(r.Field), p.Form.Value(r.Field)),
			"　"+fmt.Sprintf(p.text.fromRaw, quoted(r.Raw, p.text)), "　"+p.ruled(r.Evidence))
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
