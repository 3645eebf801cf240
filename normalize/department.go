package normalize

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gyokaku/model"
)

// departmentEnds are the last words of names of sections and offices.
var departmentEnds = []string{
	"課", "室", "局", "部", "所", "係", "班", "館", "園", "署", "本部", "支所", "出張所", "事務局", "委員会", "担当", "センター", "全庁", "関係各課", "各課", "全課",
	"病院", "学校", "消防", "教委", "議会", "図書館", "推進課", "チーム", "グループ", "会計", "財団", "公社", "協議会", "組合", "ほか", "等",
}

func isDepartment(s string) bool {
	s = strings.TrimRight(s, ")）")
	for _, e := range departmentEnds {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// Departments splits the cell of the responsible sections (主管課) into names:
// 税制課 関係各課 is two, and a name broken over two lines is one. A part that
// does not end as a section does belongs to the next. The names are as printed,
// with what was between their parts.
func Departments(s string) []string {
	var names []string
	start, end := -1, 0
	flush := func() {
		if start >= 0 && !Blank(s[start:end]) {
			names = append(names, s[start:end])
		}
		start = -1
	}
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !isDepartmentGap(r) {
			if start < 0 {
				start = i
			}
			end = i + n
		} else if start >= 0 && isDepartment(strings.TrimRightFunc(s[start:end], isSpace)) && !strings.ContainsAny(unclosed(s[start:end]), "(（") {
			flush()
		} else if r == '、' || r == '，' || r == ',' {
			flush()
		}
		i += n
	}
	flush()
	return names
}

func isDepartmentGap(r rune) bool {
	return isSpace(r) || strings.ContainsRune("\n・、，,/／;；|", r)
}

// unclosed returns s from its last bracket that is not closed.
func unclosed(s string) string {
	i := strings.LastIndexAny(s, "(（")
	if i < 0 || strings.ContainsAny(s[i:], ")）") {
		return ""
	}
	return s[i:]
}

// departments reads the printed cells of the responsible sections, one field
// for each section, with the place of its cell. A name that the document prints
// once and that looks like one it prints often is that one misread.
func departments(cells []model.Field[string], often []string) []model.Field[string] {
	var list []model.Field[string]
	for _, c := range cells {
		for _, part := range Departments(c.Raw) {
			for _, name := range fused(part, often) {
				f := model.Field[string]{Raw: name, At: c.At, Also: c.Also}
				text, steps := Line(name)
				f.Set(text, steps...)
				restoreSection(&f, often)
				list = append(list, f)
			}
		}
	}
	return list
}

// restoreSection replaces a misread name by the section it looks like. Only
// look-alikes count: 税務課 and 総務課 are one other character apart.
func restoreSection(f *model.Field[string], often []string) {
	if slices.Contains(often, f.Value) || isKnownDepartment(f.Value, commonDepartments) || slices.Contains(departmentNeighbours, f.Value) {
		return
	}
	if m, _ := nearest(f.Value, often); m.word != "" && m.cost <= 2*costLookAlike {
		f.Steps = change("department.vocabulary", f.Value, m.word, f.Steps)
		f.Value, f.Doubt = m.word, doubtOf(m.cost)
	}
}

// oftenNamed is how many times a document names a section that others can be
// misreadings of.
const oftenNamed = 2

// sectionsOf lists the sections that a report names often.
func sectionsOf(r *model.Report) (often []string) {
	count := map[string]int{}
	for i := range r.Items {
		for _, c := range r.Items[i].Departments {
			for _, part := range Departments(c.Raw) {
				name, _ := Line(part)
				if count[name]++; count[name] == oftenNamed {
					often = append(often, name)
				}
			}
		}
	}
	return often
}
