package normalize

import (
	"html"
	"strings"
)

var ruleEntity = Rule{
	ID: "markup.entity", Why: "HTML の文字参照（&amp; など）を文字に戻す", English: "HTML entities become characters",
	when: hasMarkup, find: findEntities,
}

var ruleTag = Rule{
	ID: "markup.tag", Why: "紛れ込んだ HTML タグ（<p> など）を取り除く", English: "stray HTML tags are removed",
	when: hasMarkup, find: findTags,
}

var ruleEmphasis = Rule{
	ID: "markup.emphasis", Why: "Markdown の強調記号（**）を取り除く", English: "Markdown emphasis marks are removed",
	when: hasMarkup, find: findEmphasis,
}

func findEntities(s string) (edits []edit) {
	for i := 0; i < len(s); i++ {
		if s[i] != '&' {
			continue
		}
		if n := entityLen(s[i:]); n > 0 {
			if t := html.UnescapeString(s[i : i+n]); t != s[i:i+n] {
				edits = append(edits, edit{i, i + n, t})
			}
			i += n - 1
		}
	}
	return edits
}

// entityLen returns the length of the entity (&amp; or &#12354;) that s begins
// with, or 0.
func entityLen(s string) int {
	end := strings.IndexByte(s[:min(len(s), 12)], ';')
	if end < 2 {
		return 0
	}
	for _, r := range s[1:end] {
		if !isLatin(r) && !isDigit(r) && r != '#' {
			return 0
		}
	}
	return end + 1
}

// tags are the HTML elements that turn up in texts exported from web editors.
// Those that end a line become a line break.
var tags = map[string]bool{
	"p": true, "br": true, "div": true, "li": true, "tr": true,
	"span": false, "b": false, "i": false, "u": false, "strong": false, "em": false, "font": false,
	"ul": false, "ol": false, "td": false, "th": false, "table": false, "tbody": false, "sup": false, "sub": false,
}

func findTags(s string) (edits []edit) {
	for i := 0; i < len(s); i++ {
		if s[i] != '<' {
			continue
		}
		n, to := tagAt(s[i:])
		if n > 0 {
			edits = append(edits, edit{i, i + n, to})
			i += n - 1
		}
	}
	return edits
}

// tagAt returns the length of the tag that s begins with, 0 for none, and what
// stands for it: a line break for one that ends a line.
func tagAt(s string) (int, string) {
	end := strings.IndexByte(s[:min(len(s), 200)], '>')
	if end < 2 {
		return 0, ""
	}
	name := strings.TrimSuffix(s[1:end], "/")
	name, closing := strings.CutPrefix(name, "/")
	if i := strings.IndexAny(name, " \t\n"); i >= 0 {
		name = name[:i]
	}
	name = strings.ToLower(name)
	breaks, known := tags[name]
	if !known {
		return 0, ""
	}
	if breaks && (closing || name == "br") {
		return end + 1, "\n"
	}
	return end + 1, ""
}

func findEmphasis(s string) (edits []edit) {
	if n := strings.Count(s, "**"); n == 0 || n%2 != 0 || strings.Contains(s, "***") {
		return nil
	}
	for i := 0; ; i += 2 {
		j := strings.Index(s[i:], "**")
		if j < 0 {
			return edits
		}
		i += j
		edits = append(edits, edit{i, i + 2, ""})
	}
}
