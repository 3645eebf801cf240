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
	p.printf("<h2>%s</h2>\n", escaped(fmt.Sprintf(p.text.fields, len(p.readings))))
	if len(p.readings) > 0 {
		p.raw("<table class=\"fields\">\n<tr>")
		for _, name := range []string{p.text.headPlace, p.text.headField, p.text.headValue, p.text.headRaw} {
			p.raw("<th>" + escaped(name) + "</th>")
		}
		p.raw("</tr>\n")
		for _, r := range p.readings {
			p.fieldRow(r)
		}
		p.raw("</table>\n")
	}
	p.warningList(p.text.warnings, false)
	p.warningList(p.text.unbound, true)
}

// fieldRow writes a value; its data-id lists all of its spots.
func (p *printer) fieldRow(r reading) {
	var ids, places []string
	for _, i := range r.spots {
		ids = append(ids, fmt.Sprintf("f%d", i))
		places = append(places, shortPlace(p.spots[i].at))
	}
	p.printf("<tr data-id=\"%s\" style=\"--h:%d\" title=\"%s\">", strings.Join(ids, " "), ownHue(r.Field), escaped(p.ruled(r.Evidence)))
	p.printf("<td>%s</td><td>%s</td><td>%s</td><td>← %s</td></tr>\n",
		broken(strings.Join(places, "\n")), escaped(p.Form.Name(r.Field)), broken(p.Form.Value(r.Field)), broken(r.Raw))
}

// shortPlace gives the cell or line, for pages the top left corner.
func shortPlace(at model.Place) string {
	switch {
	case at.Cell != "":
		return at.Cell
	case at.Box != nil:
		return fmt.Sprintf("(%.0f, %.0f)", at.Box[0], at.Box[1])
	}
	return place(at)
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
		p.printf("<li data-id=\"%s\"><b>%s</b> %s</li>\n", warningID(unbound, i), escaped(shortPlace(w.Place)), broken(p.warningDetails(w)))
	}
	p.raw("</ul>\n")
}
