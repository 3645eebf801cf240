package docx

import (
	"encoding/xml"
	"io"
	"strconv"
)

// attr is the value of an attribute, "" if it is not there.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// number is the w:val of an element as a number, fallback if it has none.
func number(e xml.StartElement, fallback int) int {
	n, err := strconv.Atoi(attr(e, "val"))
	if err != nil {
		return fallback
	}
	return n
}

// on reads a switch, which is on where it says nothing.
func on(e xml.StartElement) bool {
	switch attr(e, "val") {
	case "0", "false", "off":
		return false
	}
	return true
}

// unexpected turns the end of the part inside of an element into an error that
// is not taken for its proper end.
func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
