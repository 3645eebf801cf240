package xlsx

import (
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// sharedStrings reads the table of strings that cells refer to by number.
func sharedStrings(data []byte) ([]string, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	var list []string
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return list, nil
		}
		if err != nil {
			return nil, err
		}
		if e, ok := tok.(xml.StartElement); ok && e.Name.Local == "si" {
			s, err := richText(d)
			if err != nil {
				return nil, err
			}
			list = append(list, s)
		}
	}
}

// richText reads the rest of an element that holds text, plain or in runs of
// different fonts, and puts the runs together. Readings (phonetic runs, rPh)
// are not displayed.
func richText(d *xml.Decoder) (string, error) {
	var b strings.Builder
	inText, phonetic := 0, 0
	for depth := 1; depth > 0; {
		tok, err := d.Token()
		if err != nil {
			return "", unexpected(err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			depth++
			switch t.Name.Local {
			case "t":
				inText++
			case "rPh":
				phonetic++
			}
		case xml.EndElement:
			depth--
			switch t.Name.Local {
			case "t":
				inText--
			case "rPh":
				phonetic--
			}
		case xml.CharData:
			if inText > 0 && phonetic == 0 {
				b.Write(t)
			}
		}
	}
	return unescape(b.String()), nil
}

// plainText reads the text of the rest of an element.
func plainText(d *xml.Decoder) (string, error) {
	var s string
	for depth := 1; depth > 0; {
		tok, err := d.Token()
		if err != nil {
			return "", unexpected(err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			s += string(t)
		}
	}
	return s, nil
}

// unexpected turns the end of the part inside of an element into an error that
// is not taken for its proper end.
func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

var escapeRE = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescape replaces what XML cannot hold and Excel writes as _x000D_, and makes
// every line break one "\n".
func unescape(s string) string {
	if strings.Contains(s, "_x") {
		s = escapeRE.ReplaceAllStringFunc(s, func(m string) string {
			n, err := strconv.ParseUint(m[2:6], 16, 16)
			if err != nil {
				return m
			}
			return string(rune(n))
		})
	}
	if strings.Contains(s, "\r") {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return s
}
