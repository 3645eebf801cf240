package docx

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"gyokaku/extract/opc"
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

func openPackage(a *opc.Archive) (*wordPackage, error) {
	main, err := mainName(a)
	if err != nil {
		return nil, err
	}
	p := &wordPackage{main: main, title: a.Title()}
	relations, err := a.Relations(main)
	if err != nil {
		return p, p.damaged(err)
	}
	for _, r := range relations {
		switch {
		case r.Is("styles"):
			err = readPart(a, r.Target, &p.styles)
		case r.Is("numbering"):
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

func readPart(a *opc.Archive, name string, into definitions) error {
	data, err := a.Read(name)
	if err != nil {
		return err
	}
	if err := into.read(data); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// mainName is the part that the package names as its document.
func mainName(a *opc.Archive) (string, error) {
	name, err := a.Main("word/document.xml")
	if err != nil {
		return "", broken(err)
	}
	if !a.Has(name) {
		return "", broken(fmt.Errorf("%s: %w", name, opc.ErrMissing))
	}
	return name, nil
}

// longestTitle is the number of bytes up to which a running line may be a title.
const longestTitle = 300

// runningTitle is the first page header, or else footer, that has words: a page
// number alone names nothing.
func runningTitle(a *opc.Archive, relations []opc.Relation) string {
	for _, kind := range []string{"header", "footer"} {
		for _, r := range relations {
			if !r.Is(kind) {
				continue
			}
			data, err := a.Read(r.Target)
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
