package docx

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"gyokaku/model"
)

// A wordPackage is what stands around the main part.
type wordPackage struct {
	main      string // name of the part with the text
	title     string
	styles    styles
	numbering numbering
	problems  []model.Problem
}

func openPackage(a *archive) (*wordPackage, error) {
	main, err := mainName(a)
	if err != nil {
		return nil, err
	}
	p := &wordPackage{main: main, title: title(a)}
	relations, err := a.relations(main)
	if err != nil {
		return p, p.damaged(err)
	}
	for _, r := range relations {
		switch {
		case r.is("styles"):
			err = readPart(a, r.Target, &p.styles)
		case r.is("numbering"):
			err = readPart(a, r.Target, &p.numbering)
		}
		if err := p.damaged(err); err != nil {
			return nil, err
		}
		err = nil
	}
	if p.title == "" {
		p.title = runningTitle(a, relations)
	}
	return p, nil
}

// damaged makes a problem of err, which costs numbers and hidden text but not
// the document. Limits are passed on.
func (p *wordPackage) damaged(err error) error {
	var f *model.Failure
	if err == nil || errors.As(err, &f) {
		return err
	}
	p.problems = append(p.problems, model.Problem{Code: "document.definitions", Raw: err.Error(),
		Message: "書式や段落番号の定義が壊れていて読めません。自動で付く番号は一部を取り込めていません。"})
	return nil
}

// A definitions part is read element by element.
type definitions interface{ read(data []byte) error }

func readPart(a *archive, name string, into definitions) error {
	data, err := a.read(name)
	if err != nil {
		return err
	}
	if err := into.read(data); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// mainName is the part that the package names as its document.
func mainName(a *archive) (string, error) {
	relations, err := a.relations("")
	if err != nil {
		return "", broken(err)
	}
	name := "word/document.xml"
	for _, r := range relations {
		if r.is("officeDocument") {
			name = r.Target
		}
	}
	if !a.has(name) {
		return "", broken(fmt.Errorf("%s: %w", name, errMissing))
	}
	return name, nil
}

// title is the document's own, which may be missing or unreadable without harm.
func title(a *archive) string {
	var core struct {
		Title string `xml:"title"`
	}
	if !a.has("docProps/core.xml") || a.unmarshal("docProps/core.xml", &core) != nil {
		return ""
	}
	return strings.TrimSpace(core.Title)
}

// longestTitle is the number of bytes up to which a running line may be a title.
const longestTitle = 300

// runningTitle is the first page header, or else footer, that has words: a page
// number alone names nothing.
func runningTitle(a *archive, relations []relation) string {
	for _, kind := range []string{"header", "footer"} {
		for _, r := range relations {
			if !r.is(kind) {
				continue
			}
			data, err := a.read(r.Target)
			if err != nil {
				continue
			}
			text := firstLine(data)
			if len(text) <= longestTitle && strings.ContainsFunc(text, unicode.IsLetter) {
				return text
			}
		}
	}
	return ""
}
