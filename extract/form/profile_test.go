package form

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gyokaku/model"
)

// strangeHead and strangeForm print a report in words that no other city uses:
// only its profile binds them.
const strangeHead = "瑞野市改革のあゆみ\n\n令和6年度のあゆみ（実績報告）\n\n"

const strangeForm = `みちしるべ	%[1]s	しるべ番号	しるべ%[2]s
なかま	%[3]s
いまのすがた	%[1]sに長い時間がかかっている。
めあてのすがた	待たずに済む窓口。
一歩1	予約を始める。	歩みぐあい	%[4]s
令和6年度のあゆみの記録	三つの方式を比べた。
つぎの一歩	方式を%[5]s決める。

`

func strange() string {
	return strangeHead +
		fmt.Sprintf(strangeForm, "窓口の改善", "1の1", "くらしの窓口課総務課", "川", "一つに") +
		fmt.Sprintf(strangeForm, "歳入の確保", "1の2", "財政課", "雲", "二つに") +
		fmt.Sprintf(strangeForm, "職員の育成", "2の1", "総務課", "川", "三つに") +
		fmt.Sprintf(strangeForm, "施設の見直し", "2の2", "財政課", "山", "四つに")
}

func builtIn(t testing.TB) []Profile {
	t.Helper()
	list, err := Profiles()
	if err != nil || len(list) == 0 {
		t.Fatalf("built-in profiles: %d, %v", len(list), err)
	}
	return list
}

func TestProfileBinds(t *testing.T) {
	doc := transcript(strange())
	if _, err := Read(doc); err == nil {
		t.Fatal("the form is read without its profile: the test shows nothing")
	}
	r, err := Read(doc, builtIn(t)...)
	if err != nil {
		t.Fatal(err)
	}
	if id := r.Source.Profile; id == nil || *id != "mizuno-ayumi@1" {
		t.Fatalf("profile %v", id)
	}
	if len(r.Items) != 4 {
		t.Fatalf("%d items: %q", len(r.Items), said(r))
	}
	want := []string{
		"しるべ1の1|窓口の改善|待たずに済む窓口。|",
		"予約を始める。||川|三つの方式を比べた。|方式を一つに決める。",
	}
	if diff := cmp.Diff(want, said(r)[:2]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if c := r.Coverage; c.Cells == 0 || c.Bound != c.Cells {
		t.Errorf("coverage %+v, warnings %v", *c, r.Warnings)
	}
	if got := r.Municipality.Name; got.Raw != "瑞野市" || got.At.Line != 1 {
		t.Errorf("municipality %+v", got)
	}
	var symbols []string
	for _, e := range r.Legend {
		symbols = append(symbols, e.Symbol+e.Label+string(e.Axes.Status))
	}
	if diff := cmp.Diff([]string{"山登りきったdone", "川流れにのったon_track", "雲見通せないdelayed"}, symbols); diff != "" {
		t.Errorf("scale of 2024 (-want +got):\n%s", diff)
	}
}

// Other years have another scale, or none.
func TestProfileScaleByYear(t *testing.T) {
	for _, tt := range []struct {
		year    string
		steps   int
		warning bool
	}{{"令和7年度", 3, false}, {"令和8年度", 2, false}, {"令和10年度", 2, false}, {"令和5年度", 0, true}} {
		r, err := Read(transcript(strings.ReplaceAll(strange(), "令和6年度", tt.year)), builtIn(t)...)
		if err != nil {
			t.Fatal(err)
		}
		if got := slices.Contains(codes(r), "profile.scale_year"); len(r.Legend) != tt.steps || got != tt.warning {
			t.Errorf("%s: %d steps, warning %t; want %d, %t", tt.year, len(r.Legend), got, tt.steps, tt.warning)
		}
	}
}

func TestProfilePrintedLegendWins(t *testing.T) {
	legend := "歩みぐあいの凡例 ◎：登りきった ○：流れにのった\n"
	p := builtIn(t)[0]
	p.Scales = []Scale{{Steps: []ScaleStep{{Symbol: "◎", Label: "登りきった", Status: "done"}, {Symbol: "○", Label: "足踏み", Status: "delayed"}}}}
	r, err := Read(transcript(strange()+legend), p)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Legend) != 2 || r.Legend[0].Axes == nil || r.Legend[1].Axes != nil || r.Legend[1].Label != "流れにのった" {
		t.Errorf("legend %+v", r.Legend)
	}
	i := slices.IndexFunc(r.Warnings, func(p model.Problem) bool { return p.Code == "profile.scale_contradicts" })
	if i < 0 || !slices.Equal(r.Warnings[i].Candidates, []string{"流れにのった", "足踏み"}) {
		t.Errorf("warnings %+v", r.Warnings)
	}
}

func TestProfileMatches(t *testing.T) {
	doc := transcript(strange())
	said := newSayings(doc, rowsOf(doc))
	for _, tt := range []struct {
		name  string
		match Match
		want  bool
	}{
		{"nothing asked", Match{}, false},
		{"municipality", Match{Municipality: "瑞野市"}, true},
		{"another one", Match{Municipality: "架空市"}, false},
		{"plan", Match{Plan: "^瑞野市.*あゆみ$"}, true},
		{"words", Match{Words: []string{"なかま", "いまの すがた"}}, true},
		{"a word missing", Match{Municipality: "瑞野市", Words: []string{"なかま", "主管課"}}, false},
		{"a broken expression", Match{Plan: "("}, false},
	} {
		p := Profile{Match: tt.match}
		if got := p.matches(said); got != tt.want {
			t.Errorf("%s: %t, want %t", tt.name, got, tt.want)
		}
	}
	if r := mustRead(t, transcript(oneItem)); r.Source.Profile != nil {
		t.Error("a profile without being asked for")
	}
	r, err := Read(transcript(oneItem), builtIn(t)...)
	if err != nil || r.Source.Profile != nil {
		t.Errorf("the built-in profile matched a form of plain words: %v", err)
	}
}

// Labels of a profile hold for its document only, and come before the lexicon.
func TestProfileOverrides(t *testing.T) {
	form := strings.ReplaceAll(oneItem, "目指す姿", "課題")
	p := Profile{Name: "x", Version: 1, Match: Match{Municipality: "瑞野市"}, Labels: map[string][]string{"goal": {"課題"}}}
	r, err := Read(transcript(form), p)
	if err != nil || !strings.HasPrefix(r.Items[0].Goal.Raw, "待たずに済む。") {
		t.Errorf("goal %q, %v", r.Items[0].Goal.Raw, err)
	}
	if r := mustRead(t, transcript(form)); r.Items[0].Goal.Raw != "" {
		t.Errorf("the profile's label outlived its document: %q", r.Items[0].Goal.Raw)
	}
}

func TestProfileNumbering(t *testing.T) {
	p := builtIn(t)[0]
	p.Labels = map[string][]string{"title": {"みちしるべ"}, "situation": {"いまのすがた"}, "progress": {"歩みぐあい"}}
	text := strings.NewReplacer("みちしるべ\t", "みちしるべ\tしるべ3の2：").Replace(strange())
	r, err := Read(transcript(text), p)
	if err != nil {
		t.Fatal(err)
	}
	if it := r.Items[0]; it.Number.Raw != "しるべ3の2" || it.Title.Raw != "窓口の改善" {
		t.Errorf("number %q, title %q", it.Number.Raw, it.Title.Raw)
	}
}

func TestParseProfileRefuses(t *testing.T) {
	good, err := os.ReadFile("profiles/mizuno-ayumi.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, old, new, want string }{
		{"syntax", "match:", "match: [", "p.yaml:"},
		{"a key", "overrides: []", "overide: []", "「overide」"},
		{"a role", "  title: [", "  titel: [", "「titel」という役割はありません"},
		{"a value", "status: done, outcome: achieved", "status: finished, outcome: achieved", "「finished」は使えません"},
		{"a type", "version: 1 ", "version: いち ", "YAML"},
		{"no version", "version: 1 ", "version: 0 ", "version"},
		{"no name", "profile: mizuno-ayumi ", "profile: 瑞野 ", "profile"},
		{"an expression", "plan: '改革のあゆみ'", "plan: '改革の(あゆみ'", "正規表現"},
		{"twice", "version: 1 ", "version: 1\nversion: 2 ", "YAML"},
	} {
		bad := strings.Replace(string(good), tt.old, tt.new, 1)
		if bad == string(good) {
			t.Fatalf("%s: the change does not apply", tt.name)
		}
		_, err := ParseProfile("p.yaml", []byte(bad))
		if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.HasPrefix(err.Error(), "p.yaml:") {
			t.Errorf("%s: %v, want %q with file and line", tt.name, err, tt.want)
			continue
		}
		var f *Finding
		if f = err.(*Finding); f.Line < 1 {
			t.Errorf("%s: no line in %v", tt.name, f)
		}
		line := strings.Split(bad, "\n")[f.Line-1]
		if first, _, _ := strings.Cut(tt.new, "\n"); tt.name != "twice" && tt.name != "syntax" && !strings.Contains(line, strings.TrimSpace(first)) {
			t.Errorf("%s: line %d is %q", tt.name, f.Line, line)
		}
	}
}

func TestLintProfile(t *testing.T) {
	good, err := os.ReadFile("profiles/mizuno-ayumi.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, old, new, want string }{
		{"clean", "", "", ""},
		{"the lexicon's word", "title: [みちしるべ]", "title: [みちしるべ, 主管課]", "「主管課」は、一般の規則では department"},
		{"a pattern's word", "title: [みちしるべ]", "title: [みちしるべ, 令和6年度の実施内容]", "一般の規則では done"},
		{"a column's word", "title: [みちしるべ]", "title: [みちしるべ, 戦略]", "一般の規則では pillar"},
		{"the same role", "title: [みちしるべ]", "title: [みちしるべ, 実施項目]", ""},
		{"two roles", "number: [しるべ番号]", "number: [しるべ番号, なかま]", "「なかま」は department にもあります"},
		{"empty", "number: [しるべ番号]", "number: ['　']", "空です"},
		{"no axes", "status: on_track, pace: on_plan", "status: ''", "意味（status、pace など）がありません"},
		{"no status", "status: on_track, pace: on_plan", "pace: on_plan", "status がありません"},
		{"check digit", `"999997"`, `"999991"`, "検査数字が合いません（99999 なら 7）"},
		{"five digits", `"999997"`, `"99999"`, "数字6桁"},
		{"years", "to: 2025", "to: 2026", "重なっています"},
		{"years turned", "to: 2025", "to: 2020", "より前"},
	} {
		text := strings.Replace(string(good), tt.old, tt.new, 1)
		var got []string
		for _, f := range LintProfile("p.yaml", []byte(text)) {
			if f.Line == 0 || f.English == "" {
				t.Errorf("%s: %+v", tt.name, f)
			}
			got = append(got, f.Error())
		}
		all := strings.Join(got, "\n")
		if tt.want == "" && all != "" || !strings.Contains(all, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, all, tt.want)
		}
	}
	meant := strings.NewReplacer("title: [みちしるべ]", "title: [みちしるべ, 主管課]", "overrides: []", "overrides: [主管課]").Replace(string(good))
	if list := LintProfile("p.yaml", []byte(meant)); len(list) > 0 {
		t.Errorf("a word used on purpose: %v", list)
	}
}

func TestCheckDigit(t *testing.T) {
	for code, want := range map[string]int{"010006": 6, "131016": 6, "082350": 0, "472018": 8, "999997": 7} {
		if got, ok := checkDigit(code); !ok || got != want || int(code[5]-'0') != want {
			t.Errorf("%s: %d %t", code, got, ok)
		}
	}
}

// The built-in profiles pass their own checks.
func TestBuiltInProfiles(t *testing.T) {
	files, err := filepath.Glob("profiles/*.yaml")
	if err != nil || len(files) == 0 || len(files) != len(builtIn(t)) {
		t.Fatalf("%d files, %d profiles (%v)", len(files), len(builtIn(t)), err)
	}
	names := map[string]bool{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range LintProfile(file, data) {
			t.Error(f.Error())
		}
	}
	for _, p := range builtIn(t) {
		if names[p.Name] {
			t.Errorf("two profiles %s", p.Name)
		}
		names[p.Name] = true
	}
}

// A draft made from the strange form binds it once its scale is filled in.
func TestSuggest(t *testing.T) {
	d := Suggest(transcript(strange()))
	got := map[string]string{}
	for _, g := range d.Labels {
		got[g.Text] = g.Role
	}
	want := map[string]string{
		"みちしるべ": "title", "しるべ番号": "number", "なかま": "department", "いまのすがた": "situation", "めあてのすがた": "goal",
		"一歩": "initiative", "歩みぐあい": "progress", "あゆみの記録": "done", "つぎの一歩": "next",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("labels (-want +got):\n%s", diff)
	}
	if len(d.Statuses) != 3 || d.Statuses[0].Count < 1 {
		t.Errorf("statuses %+v", d.Statuses)
	}
	if len(d.Departments) == 0 || len(d.Numbers) == 0 || d.Year != "2024" || d.Plan == "" {
		t.Errorf("departments %v, numbers %v, year %s, plan %q", d.Departments, d.Numbers, d.Year, d.Plan)
	}
	d.Municipality = "瑞野市"
	var b bytes.Buffer
	if err := d.WriteYAML(&b); err != nil {
		t.Fatal(err)
	}
	p, err := ParseProfile("draft.yaml", b.Bytes())
	if err != nil {
		t.Fatalf("%v\n%s", err, &b)
	}
	findings := LintProfile("draft.yaml", b.Bytes())
	if len(findings) != 3 { // the meaning of three statuses
		t.Errorf("findings %v\n%s", findings, &b)
	}
	r, err := Read(transcript(strange()), p)
	if err != nil {
		t.Fatalf("%v\n%s", err, &b)
	}
	if len(r.Items) != 4 || r.Coverage.Bound != r.Coverage.Cells {
		t.Errorf("%d items, coverage %+v\n%s", len(r.Items), *r.Coverage, &b)
	}
}

// Where the rules know every word there is nothing to suggest.
func TestSuggestNothing(t *testing.T) {
	if d := Suggest(transcript(oneItem)); len(d.Labels) > 0 || d.Coverage == nil {
		t.Errorf("labels %+v, coverage %v", d.Labels, d.Coverage)
	}
}

// A draft is YAML that the parser takes, whatever the document holds.
func FuzzSuggestParses(f *testing.F) {
	f.Add(strange())
	f.Add("\"a: [\t{b}\n#あ\t- い\tう\n")
	f.Add("番号1\t: \"\nなまえ名\t\x07あ\n")
	f.Fuzz(func(t *testing.T, s string) {
		var b bytes.Buffer
		d := Suggest(transcript(s))
		if err := d.WriteYAML(&b); err != nil {
			t.Fatal(err)
		}
		if _, _, err := decodeProfile("draft.yaml", b.Bytes()); err != nil {
			t.Errorf("%v\n%s", err, &b)
		}
	})
}
