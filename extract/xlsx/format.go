package xlsx

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
)

// styles are the number formats that cells refer to by the number of their
// style.
type styles struct {
	formats []int          // id of the format, by style
	codes   map[int]string // of the formats that the workbook defines
}

// builtinCodes are formats that are known by their id alone and have a section
// for zero. The others excelize knows.
var builtinCodes = map[int]string{
	41: `_ * #,##0_ ;_ * \-#,##0_ ;_ * "-"_ ;_ @_ `,
	42: `_ "¥"* #,##0_ ;_ "¥"* \-#,##0_ ;_ "¥"* "-"_ ;_ @_ `,
	43: `_ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ `,
	44: `_ "¥"* #,##0.00_ ;_ "¥"* \-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ `,
}

func parseStyles(data []byte) (*styles, error) {
	var part struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := xml.Unmarshal(data, &part); err != nil {
		return nil, err
	}
	s := &styles{codes: map[int]string{}}
	for _, f := range part.Formats {
		s.codes[f.ID] = f.Code
	}
	for _, c := range part.Cells {
		s.formats = append(s.formats, c.Format)
	}
	return s, nil
}

// format is the id of a style's number format, and its code unless only
// excelize knows that.
func (s *styles) format(style int) (id int, code string) {
	if style < 0 || style >= len(s.formats) {
		return 0, ""
	}
	id = s.formats[style]
	if code, ok := s.codes[id]; ok {
		return id, code
	}
	return id, builtinCodes[id]
}

// sections cuts a format code at its semicolons: the formats of positive
// numbers, negative ones, zero, and text.
func sections(code string) []string {
	var list []string
	from, quoted := 0, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\\' || c == '_' || c == '*':
			i++ // the next character is itself
		case c == ';':
			list = append(list, code[from:i])
			from = i + 1
		}
	}
	return append(list, code[from:])
}

// conditionRE finds the condition that a section begins with, after its colour:
// [<1], [Red][>=1000].
var conditionRE = regexp.MustCompile(`^(?:\[[^\]<>=]*\])*\[(<=|>=|<>|<|>|=)(-?[0-9]+(?:\.[0-9]*)?)\]`)

// choose returns the section of code for v. That excelize does not: it shows
// zero by the positive section and takes no notice of conditions. plain says
// that the section shows v without its sign, since it has one of its own.
func choose(code string, v float64) (section string, plain bool) {
	list := sections(code)
	if len(list) > 3 {
		list = list[:3]
	}
	conditional := false
	for i, s := range list {
		holds, found := condition(s, v)
		conditional = conditional || found
		if holds || conditional && !found && i == len(list)-1 {
			return conditionRE.ReplaceAllString(s, ""), false
		}
	}
	switch {
	case conditional: // none holds, and there is no other section
		return "General", false
	case v < 0 && len(list) > 1:
		return list[1], true
	case v == 0 && len(list) > 2:
		return list[2], true
	}
	return list[0], false
}

func condition(section string, v float64) (holds, found bool) {
	m := conditionRE.FindStringSubmatch(section)
	if m == nil {
		return false, false
	}
	limit, _ := strconv.ParseFloat(m[2], 64) // a number by the pattern, at worst an infinite one
	switch m[1] {
	case "<":
		return v < limit, true
	case "<=":
		return v <= limit, true
	case ">":
		return v > limit, true
	case ">=":
		return v >= limit, true
	case "=":
		return v == limit, true
	}
	return v != limit, true
}

// literalRE is one token of a section that prints no digit by a placeholder:
// quoted text, an escaped character, room ("_x", "*x"), a colour or language,
// the number as it is, or characters that stand for themselves. A question mark
// is room too where the number is zero.
var literalRE = regexp.MustCompile(`^(?:"([^"]*)"?|\\(.)|[_*].|\[(?:\$-[^\]]*|[A-Za-z]{3,}[0-9]*)\]|((?i:General))|(\?)|([^!-~]|[-+():]))`)

// literal displays a section that has no placeholders but General: fixed text,
// and v as it is. ok is false for other sections. excelize loses the text
// beside General.
func literal(section string, v float64) (text string, ok bool) {
	var b strings.Builder
	for section != "" {
		m := literalRE.FindStringSubmatch(section)
		switch {
		case m == nil, m[4] != "" && v != 0:
			return "", false
		case m[3] != "":
			b.WriteString(general(v))
		default:
			b.WriteString(m[1] + m[2] + m[5])
		}
		section = section[len(m[0]):]
	}
	return b.String(), true
}

// general displays a number without a format, with the 15 digits that Excel
// keeps.
func general(v float64) string {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	digits := strings.Trim(strings.Replace(strings.TrimPrefix(s, "-"), ".", "", 1), "0")
	if len(digits) <= 15 {
		return s
	}
	return strconv.FormatFloat(v, 'G', 15, 64)
}
