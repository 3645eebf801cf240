package xlsx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"strings"

	"gyokaku/extract/opc"
	"gyokaku/model"
)

// A workbook is what the parts say that all sheets share.
type workbook struct {
	tabs     []tab
	date1904 bool     // days are counted from 1904, as old Macs did
	strings  []string // shared strings
	styles   string   // name of the part with number formats, "" if none
	title    string   // document property
}

// A tab is one sheet as the workbook lists it.
type tab struct {
	name   string
	part   string
	hidden bool
	cells  bool // false for a sheet that is only a chart
}

// workbookPart is the XML of the workbook.
type workbookPart struct {
	WorkbookPr struct {
		Date1904 string `xml:"date1904,attr"`
	} `xml:"workbookPr"`
	Sheets []struct {
		Name  string     `xml:"name,attr"`
		State string     `xml:"state,attr"`
		Attrs []xml.Attr `xml:",any,attr"` // the relation's id has a namespace that differs in strict workbooks
	} `xml:"sheets>sheet"`
}

func openWorkbook(a *opc.Archive) (*workbook, error) {
	part, err := workbookName(a)
	if err != nil {
		return nil, err
	}
	var xmlBook workbookPart
	if err := a.Unmarshal(part, &xmlBook); err != nil {
		return nil, broken(err)
	}
	relations, err := a.Relations(part)
	if err != nil {
		return nil, broken(err)
	}
	b := &workbook{date1904: isTrue(xmlBook.WorkbookPr.Date1904), title: a.Title()}
	for _, s := range xmlBook.Sheets {
		t := tab{name: s.Name, hidden: s.State == "hidden" || s.State == "veryHidden"}
		for _, r := range relations {
			if r.ID == relationID(s.Attrs) {
				t.part, t.cells = r.Target, r.Is("worksheet")
			}
		}
		b.tabs = append(b.tabs, t)
	}
	if len(b.tabs) == 0 {
		return nil, broken(errors.New("the workbook lists no sheet"))
	}
	return b, b.shared(a, relations)
}

// shared reads the parts beside the sheets.
func (b *workbook) shared(a *opc.Archive, relations []opc.Relation) error {
	for _, r := range relations {
		switch {
		case r.Is("styles"):
			b.styles = r.Target
		case r.Is("sharedStrings"):
			data, err := a.Read(r.Target)
			if err != nil {
				return broken(err)
			}
			if b.strings, err = sharedStrings(data); err != nil {
				return broken(fmt.Errorf("%s: %w", r.Target, err))
			}
		}
	}
	return nil
}

// workbookName is the part that the package names as its document.
func workbookName(a *opc.Archive) (string, error) {
	name, err := a.Main("xl/workbook.xml")
	if err != nil {
		return "", broken(err)
	}
	switch {
	case strings.HasSuffix(name, ".bin"):
		return "", fail(model.FailUnknown, errors.New("バイナリ形式のExcelブック (.xlsb)"))
	case !a.Has(name):
		return "", broken(fmt.Errorf("%s: %w", name, opc.ErrMissing))
	}
	return name, nil
}

func relationID(attrs []xml.Attr) string {
	for _, a := range attrs {
		if a.Name.Local == "id" && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

func isTrue(s string) bool { return s == "1" || s == "true" }

// broken makes a failure of err, unless it is one already.
func broken(err error) error {
	var f *model.Failure
	if errors.As(err, &f) {
		return f
	}
	return fail(model.FailBroken, err)
}
