package form

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"sync"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

//go:embed profiles/*.yaml
var profileFiles embed.FS

// Profiles are the built-in profiles, sorted by file name. The error is a bug
// that a test finds.
var Profiles = sync.OnceValues(func() ([]Profile, error) {
	names, err := fs.Glob(profileFiles, "profiles/*.yaml")
	if err != nil {
		return nil, err
	}
	var list []Profile
	for _, name := range names {
		data, err := profileFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		p, err := ParseProfile(path.Base(name), data)
		if err != nil {
			return nil, err
		}
		list = append(list, p)
	}
	return list, nil
})

// A Finding is something wrong in a profile, with its line and column, both
// counted from 1; 0 where the whole file is meant.
type Finding struct {
	File             string
	Line, Column     int
	Message, English string
}

// Error gives the finding as one line: "FILE:LINE:COLUMN: message".
func (f *Finding) Error() string { return f.Place() + f.Message }

// Place is the part of the line before the message.
func (f *Finding) Place() string {
	if f.Line == 0 {
		return f.File + ": "
	}
	return fmt.Sprintf("%s:%d:%d: ", f.File, f.Line, f.Column)
}

// ParseProfile reads a profile from YAML. Unknown keys, unknown roles and values
// that are none of the contract are errors: a misspelt key would silently do
// nothing. The error is a *Finding.
func ParseProfile(file string, data []byte) (Profile, error) {
	p, src, err := decodeProfile(file, data)
	if err != nil {
		return Profile{}, err
	}
	if list := src.check(&p); len(list) > 0 {
		return Profile{}, &list[0]
	}
	return p, nil
}

// A source is the text of a profile with the places of its parts.
type source struct {
	file   string
	places map[string]*token.Position // by path: "labels.title[0]", "scales[0].steps[1].status"
}

func decodeProfile(file string, data []byte) (Profile, source, error) {
	src := source{file: file, places: map[string]*token.Position{}}
	p := Profile{File: file}
	if err := yaml.UnmarshalWithOptions(data, &p, yaml.Strict()); err != nil {
		return p, src, src.syntax(err)
	}
	p.File = file
	parsed, err := parser.ParseBytes(data, 0)
	if err != nil {
		return p, src, src.syntax(err)
	}
	for _, doc := range parsed.Docs {
		src.visit(doc.Body, "")
	}
	return p, src, nil
}

// syntax turns an error of the YAML reader into a finding.
func (s source) syntax(err error) error {
	f := &Finding{File: s.file, Message: "YAML として読めません: " + err.Error(), English: "not valid YAML: " + err.Error()}
	var at yaml.Error
	if errors.As(err, &at) {
		f.Message, f.English = "YAML として読めません: "+at.GetMessage(), "not valid YAML: "+at.GetMessage()
		if t := at.GetToken(); t != nil && t.Position != nil {
			f.Line, f.Column = t.Position.Line, t.Position.Column
		}
	}
	var unknown *yaml.UnknownFieldError
	if errors.As(err, &unknown) && unknown.Token != nil {
		f.Message = "「" + unknown.Token.Value + "」という項目はありません"
		f.English = fmt.Sprintf("unknown key %q", unknown.Token.Value)
	}
	return f
}

// visit notes the place of every key and element below n.
func (s source) visit(n ast.Node, at string) {
	if n == nil {
		return
	}
	if t := n.GetToken(); t != nil && s.places[at] == nil {
		s.places[at] = t.Position
	}
	switch n := n.(type) {
	case *ast.MappingNode:
		for _, v := range n.Values {
			s.visit(v, at)
		}
	case *ast.MappingValueNode:
		key := n.Key.GetToken().Value
		if at != "" {
			key = at + "." + key
		}
		s.places[key] = n.Key.GetToken().Position
		s.visit(n.Value, key)
	case *ast.SequenceNode:
		for i, v := range n.Values {
			s.visit(v, fmt.Sprintf("%s[%d]", at, i))
		}
	}
}

// finding is a finding at a path of the profile.
func (s source) finding(at, message, english string) Finding {
	f := Finding{File: s.file, Message: message, English: english}
	if p := s.places[at]; p != nil {
		f.Line, f.Column = p.Line, p.Column
	}
	return f
}

var profileName = pattern(`^[a-z0-9][a-z0-9-]*$`)

// check finds what makes a profile unusable.
func (s source) check(p *Profile) (list []Finding) {
	add := func(at, message, english string) { list = append(list, s.finding(at, message, english)) }
	if !profileName().MatchString(p.Name) {
		add("profile", "profile には、英小文字・数字・ハイフンの名前を書いてください", "profile must be a name of lower-case letters, digits and hyphens")
	}
	if p.Version < 1 {
		add("version", "version には 1 以上の整数を書いてください", "version must be a whole number from 1")
	}
	if p.Match.Municipality == "" && p.Match.Plan == "" && len(p.Match.Words) == 0 {
		add("match", "match に、対象の文書の見分け方（municipality、plan、words）を書いてください", "match must say which documents are meant (municipality, plan, words)")
	}
	for at, expr := range map[string]string{"match.plan": p.Match.Plan, "numbering": p.Numbering} {
		if _, err := regexp.Compile(expr); err != nil {
			add(at, "正規表現として読めません: "+err.Error(), "not a regular expression: "+err.Error())
		}
	}
	for _, role := range slices.Sorted(maps.Keys(p.Labels)) {
		if _, ok := roleNames[role]; !ok {
			add("labels."+role, "「"+role+"」という役割はありません（使える役割: "+joined(Roles())+"）", fmt.Sprintf("unknown role %q (known: %s)", role, joined(Roles())))
		}
	}
	return append(list, s.checkScales(p)...)
}
