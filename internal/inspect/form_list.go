package inspect

import (
	"fmt"
	"strings"

	"gyokaku/model"
)

// formList writes what was recognised on the page: each field with its value
// and what is printed, the warnings, and the cells that are of no field.
func (p *printer) formList() {
	if p.Form.Reason != "" {
		p.raw("<p class=\"problems\">" + escaped(p.text.noForm) + "<br>" + escaped(p.Form.Reason) + "</p>\n")
		return
	}
	p.printf("<h2>%s</h2>\n", escaped(fmt.Sprintf(p.text.fields, p.fieldCount())))
	if len(p.found) > 0 {
		p.raw("<table class=\"fields\">\n<tr>")
		for _, name := range []string{p.text.headPlace, p.text.headField, p.text.headValue, p.text.headRaw} {
			p.raw("<th>" + escaped(name) + "</th>")
		}
		p.raw("</tr>\n")
		for i, f := range p.found {
			for _, e := range f.fields {
				p.fieldRow(i, f, e)
			}
		}
		p.raw("</table>\n")
	}
	p.warningList(p.text.warnings, false)
	p.warningList(p.text.unbound, true)
}

func (p *printer) fieldCount() (n int) {
	for _, f := range p.found {
		n += len(f.fields)
	}
	return n
}

func (p *printer) fieldRow(i int, f finding, e model.Evidence) {
	p.printf("<tr data-id=\"f%d\" style=\"--h:%d\" title=\"%s\">", i, ownHue(e.Field), escaped(p.ruled(e)))
	p.printf("<td>%s</td><td>%s</td><td>%s</td><td>← %s</td></tr>\n",
		escaped(shortPlaces(f.places)), escaped(p.Form.Name(e.Field)), broken(p.Form.Value(e.Field)), broken(e.Raw))
}

// shortPlaces gives the cells or lines, for pages the top left corners.
func shortPlaces(places []model.Place) string {
	var parts []string
	for _, at := range places {
		switch {
		case at.Cell != "":
			parts = append(parts, at.Cell)
		case at.Box != nil:
			parts = append(parts, fmt.Sprintf("%.0f,%.0f", at.Box[0], at.Box[1]))
		default:
			parts = append(parts, place(at))
		}
	}
	return strings.Join(parts, " ")
}

// broken is escaped text whose lines stay apart.
func broken(s string) string { return strings.ReplaceAll(escaped(s), "\n", "<br>") }

func (p *printer) warningList(title string, unbound bool) {
	list := p.warned(unbound)
	if len(list) == 0 {
		return
	}
	p.printf("<h2>%s</h2>\n<ul class=\"warnings\">\n", escaped(fmt.Sprintf(title, len(list))))
	for i, w := range list {
		p.printf("<li data-id=\"%s\"><b>%s</b> %s</li>\n", warningID(unbound, i), escaped(shortPlaces([]model.Place{w.Place})), broken(p.warningDetails(w)))
	}
	p.raw("</ul>\n")
}
