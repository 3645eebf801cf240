package inspect

import (
	"bufio"
	"crypto/sha256"
	_ "embed" // of the page's style and script
	"encoding/base64"
	"fmt"
	"image"
	"io"

	"gyokaku/extract"
	"gyokaku/model"
)

// A View is what one HTML page shows.
type View struct {
	Name     string            // of the file
	Document *extract.Document // that the page is of
	Page     *extract.Page     // with its words, rules, arrows and blocks
	Picture  image.Image       // the page as a reader sees it; nil if there is none
	Form     *Form             // what was recognised, to be shown in place of how the page was read; nil if not asked for
	English  bool              // or else Japanese
}

//go:embed page.css
var style string

//go:embed page.js
var script string

// HTML writes v as one page. A page without a size, such as a sheet of a
// workbook, is not drawn; its blocks are listed all the same. Errors are those
// of w and of encoding the picture.
func HTML(w io.Writer, v View) error {
	p := newPrinter(w, v)
	p.head()
	p.raw("<main>\n")
	if p.page.Width > 0 && p.page.Height > 0 {
		if err := p.drawing(); err != nil {
			return err
		}
	}
	p.list()
	p.raw("</main>\n<script>")
	p.raw(script)
	p.raw("</script>\n</body>\n</html>\n")
	return p.w.Flush()
}

// A printer writes the parts of a page.
type printer struct {
	View
	w    *bufio.Writer
	page *extract.Page
	text *texts
	sum  summary

	readings []reading // of the Form, on this page
	spots    []spot
}

func newPrinter(w io.Writer, v View) *printer {
	p := &printer{View: v, w: bufio.NewWriterSize(w, 1<<16), page: v.Page, text: &japanese}
	if v.English {
		p.text = &english
	}
	p.sum = summarize(v.Page)
	p.readings, p.spots = p.readForm()
	return p
}

// policy lets the page load nothing and run only the script whose hash it
// gives: should a text ever become markup, it still would not run.
func policy() string {
	sum := sha256.Sum256([]byte(script))
	return "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-" +
		base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func (p *printer) head() {
	title := fmt.Sprintf(p.text.title, p.Name, p.page.Number, len(p.Document.Pages))
	p.raw("<!DOCTYPE html>\n<html lang=\"" + p.text.lang + "\">\n<head>\n<meta charset=\"utf-8\">\n")
	p.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy() + "\">\n<title>")
	p.raw(escaped(title) + "</title>\n<style>" + style + "</style>\n</head>\n<body>\n<header>\n<h1>" + escaped(title) + "</h1>\n<p>")
	p.raw(escaped(p.facts()))
	p.raw("</p>\n")
	p.problems()
	p.raw("</header>\n")
}

// problems lists what is known to be wrong with the page or the document, and
// what looks wrong on it.
func (p *printer) problems() {
	lines := p.suspicions()
	for _, problem := range p.Document.Problems {
		if at := problem.Place; at.Page == p.page.Number || at.Page == 0 && (at.Sheet == "" || at.Sheet == p.page.Sheet) {
			lines = append(lines, problem.Message+" ["+problem.Code+"]")
		}
	}
	if len(lines) == 0 {
		return
	}
	p.raw("<ul class=\"problems\">\n")
	for _, l := range lines {
		p.raw("<li>" + escaped(l) + "</li>\n")
	}
	p.raw("</ul>\n")
}

// raw writes markup.
func (p *printer) raw(s string) { p.w.WriteString(s) }

// printf writes markup; its arguments must be numbers or escaped.
func (p *printer) printf(format string, args ...any) { fmt.Fprintf(p.w, format, args...) }

// place says where something stands, for people.
func place(at model.Place) string { return at.String() }
