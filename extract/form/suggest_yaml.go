package form

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"gyokaku/model"
)

// WriteYAML writes the draft as a profile with comments for its author, in
// Japanese. What could not be guessed is left blank or commented out; the
// result is read by [ParseProfile] as it is.
func (d *Draft) WriteYAML(w io.Writer) error {
	b := bufio.NewWriter(w)
	d.writeHead(b)
	d.writeLabels(b)
	d.writeScale(b)
	d.writeRest(b)
	return b.Flush()
}

func (d *Draft) writeHead(w io.Writer) {
	line := func(format string, args ...any) { fmt.Fprintf(w, format+"\n", args...) }
	line("# gyokaku profile suggest が文書から作った下書きです。")
	line("# 「要確認」の行を確かめ、gyokaku profile lint で点検してから --profile で使ってください。")
	if c := d.Coverage; c != nil {
		line("# いまの規則で対応づけられたセル: %d / %d", c.Bound, c.Cells)
	} else {
		line("# いまの規則では、実施項目が見つかりませんでした。")
	}
	line("")
	line("profile: draft   # 要確認: 英小文字・数字・ハイフンの名前（例: mizuno-2024）")
	line("version: 1")
	line("")
	line("# どの文書に使うか。書いたものすべてが当てはまる文書にだけ使います。")
	line("match:")
	optional(w, "  municipality: ", d.Municipality, "自治体名が見つかりませんでした")
	optional(w, "  plan: ", regexpText(d.Plan), "計画名が見つかりませんでした。正規表現で書きます")
	line("  words: [%s]   # 要確認: この様式にしかない見出し", strings.Join(d.distinctive(), ", "))
	line("")
	line("municipality:")
	optional(w, "  name: ", d.Municipality, "自治体名")
	optional(w, "  code: ", d.Code, "全国地方公共団体コード6桁。引用符で囲みます")
	optional(w, "  prefecture: ", d.Prefecture, "都道府県名")
	line("")
}

// optional writes a key with its value, or commented out without one.
func optional(w io.Writer, key, value, missing string) {
	if value == "" {
		fmt.Fprintf(w, "%s\"\"   # 要確認: %s\n", key, missing)
		return
	}
	fmt.Fprintln(w, key+yamlText(value))
}

// maxDistinctive is how many words a draft asks of its documents: more make it
// fail on the next year's form.
const maxDistinctive = 2

// distinctive are labels that repeat and no rule knows.
func (d *Draft) distinctive() (list []string) {
	for _, g := range d.Labels {
		if g.Role != "" && len(list) < maxDistinctive {
			list = append(list, yamlText(g.Text))
		}
	}
	return list
}

func (d *Draft) writeLabels(w io.Writer) {
	fmt.Fprintln(w, "# 役割ごとの、印刷された見出しの語。推測なので、すべて要確認です。")
	fmt.Fprintln(w, "# 使える役割: "+joined(Roles()))
	byRole := map[string][]Guess{}
	for _, g := range d.Labels {
		byRole[g.Role] = append(byRole[g.Role], g)
	}
	unknown := byRole[""]
	delete(byRole, "")
	if len(byRole) == 0 {
		fmt.Fprintln(w, "labels: {}")
	} else {
		fmt.Fprintln(w, "labels:")
	}
	for _, name := range Roles() {
		if len(byRole[name]) == 0 {
			continue
		}
		fmt.Fprintf(w, "  %s:   # %s\n", name, roleWords[roleNames[name]])
		for _, g := range byRole[name] {
			fmt.Fprintln(w, "    - "+g.line())
		}
	}
	if len(unknown) > 0 {
		fmt.Fprintln(w, "  # 役割を推測できなかった見出し。当てはまる役割の下に移してください。")
	}
	for _, g := range unknown {
		fmt.Fprintln(w, "  #   - "+g.line())
	}
	fmt.Fprintln(w)
}

func (g Guess) line() string {
	return fmt.Sprintf("%s   # %d回。%s。例「%s」", yamlText(g.Text), g.Count, g.Why, oneLine(g.Example))
}

func (d *Draft) writeScale(w io.Writer) {
	fmt.Fprintln(w, "# 進捗の記号と語。status のない行は、凡例を確かめて記入してください。")
	for _, name := range []string{"status", "phase", "pace", "outcome", "unrated_reason"} {
		fmt.Fprintln(w, "#   "+name+": "+joined(axisValues[name]))
	}
	if len(d.Statuses) == 0 {
		fmt.Fprintln(w, "scales: []   # 進捗の語は見つかりませんでした")
		fmt.Fprintln(w)
		return
	}
	fmt.Fprintln(w, "scales:")
	year := d.Year
	if year == "" {
		year = "0   # 要確認: 尺度が有効な最初の年度（0 は限らない）"
	}
	fmt.Fprintln(w, "  - from: "+year)
	fmt.Fprintln(w, "    steps:")
	for _, s := range d.Statuses {
		fmt.Fprintf(w, "      - {symbol: %s, label: %s%s}   # %d回%s\n", yamlText(s.Symbol), yamlText(s.Label), axesText(s.Axes), s.Count, missingAxes(s.Axes))
	}
	fmt.Fprintln(w)
}

func axesText(a model.Axes) (text string) {
	for _, v := range [][2]string{{"phase", string(a.Phase)}, {"pace", string(a.Pace)}, {"outcome", string(a.Outcome)}, {"unrated_reason", string(a.UnratedReason)}} {
		if v[1] != "" {
			text += ", " + v[0] + ": " + v[1]
		}
	}
	return ", status: " + yamlText(string(a.Status)) + text
}

func missingAxes(a model.Axes) string {
	if a.Status == "" {
		return "。要確認: status を記入"
	}
	return "。一般の規則による意味"
}

func (d *Draft) writeRest(w io.Writer) {
	fmt.Fprintln(w, "# 項目番号の形（正規表現）。丸かっこの組が ID の序数になります。要らなければ空のまま。")
	if len(d.Numbers) > 0 {
		fmt.Fprintln(w, "# 見つかった番号の例: "+oneLine(strings.Join(d.Numbers, "、")))
	}
	fmt.Fprintln(w, `numbering: ""`)
	fmt.Fprintln(w)
	fmt.Fprintln(w, "# 課の名前。続けて書かれた課名を分け、書き起こしの読み違いを直します。")
	names := slices.Clone(d.Departments)
	slices.Sort(names)
	for i, n := range names {
		names[i] = yamlText(n)
	}
	fmt.Fprintf(w, "departments: [%s]\n", strings.Join(names, ", "))
}

// yamlText writes a scalar: plain if it is Japanese letters only, else quoted.
// Every JSON string is a YAML one.
func yamlText(s string) string {
	plain := s != ""
	for _, r := range s {
		plain = plain && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r == 'ー')
	}
	if plain {
		return s
	}
	return strconv.Quote(strings.ToValidUTF8(s, "\uFFFD"))
}

// regexpText makes an expression that matches the folded line: a title without
// its brackets and years.
func regexpText(title string) string {
	key := fold(title)
	if i := strings.IndexAny(key, "([（【"); i > 0 {
		key = key[:i]
	}
	key = planPeriod().ReplaceAllString(key, "")
	if at := leadingYear().FindStringIndex(key); at != nil {
		key = key[at[1]:]
	}
	return regexp.QuoteMeta(key)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
