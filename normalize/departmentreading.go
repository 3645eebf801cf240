package normalize

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// commonDepartments are names of sections that most municipalities have. They
// stand in for the document's own list, which goes before them.
var commonDepartments = []string{
	"総務課", "財政課", "人事課", "職員課", "管財課", "契約検査課", "行政管理課", "情報政策課", "情報システム課", "デジタル推進課", "秘書課", "秘書広報課", "広報課", "広報広聴課",
	"企画課", "企画政策課", "企画財政課", "企画調整課", "政策課", "政策推進課", "政策企画課", "地域推進課", "市民協働課", "市民活動課", "地域振興課", "まちづくり推進課",
	"収納課", "納税課", "課税課", "市民課", "市民窓口課", "住民課", "保険年金課", "国保年金課", "環境課", "生活環境課", "社会福祉課", "福祉課", "介護福祉課", "介護保険課", "高齢福祉課", "障がい福祉課",
	"子育て支援課", "こども課", "こども政策課", "保育課", "健康推進課", "健康増進課", "農政課", "産業経済課", "商工観光課", "都市計画課", "都市整備課", "建設課", "道路課", "建築課",
	"上下水道課", "水道課", "下水道課", "会計課", "議会事務局", "監査委員事務局", "選挙管理委員会事務局", "農業委員会事務局", "教育総務課", "学校教育課", "学務課", "指導課", "生涯学習課", "スポーツ推進課", "文化財課", "消防本部", "図書館",
}

// everyDepartment are the words that stand for several sections.
var everyDepartment = []string{"関係各課", "各課", "関係課", "関連課", "全課", "全庁", "各部", "各部局", "各部署", "全部署", "各所属", "全所属", "関係部署", "関係所属", "全所管", "各施設所管課", "庁内全課", "ほか"}

// departmentNeighbours are names that are real and stand one edit from a common
// one. Only the document's list tells whether they are meant: they are kept.
var departmentNeighbours = []string{"税務課", "庶務課", "財務課", "労務課", "市政課", "県政課", "町民課", "村民課", "区民課", "学習課", "政務課"}

// departmentLabels are headings that are read into the cell.
var departmentLabels = []string{"主管課", "所管課", "担当課", "主担当課", "関係課", "担当部署", "所属"}

// oldForms are old shapes of kanji in names of sections.
var oldForms = strings.NewReplacer("總", "総", "經", "経", "會", "会", "學", "学", "廣", "広", "國", "国", "區", "区", "縣", "県", "敎", "教", "營", "営", "畫", "画", "劃", "画", "戰", "戦", "稅", "税", "廳", "庁", "聽", "聴", "參", "参", "應", "応", "樂", "楽", "澤", "沢", "邊", "辺")

var departmentRules = []Rule{ruleInvisible, ruleWidthASCII, ruleWidthKana, ruleRadical, ruleVariant, ruleKanaMark, ruleKanaShape, ruleSpaceWidth, ruleTrim}

// departments reads a cell of responsible sections.
func (r *Reading) departments(c Context) {
	known := append(slices.Clip(c.Departments), commonDepartments...)
	t, _ := apply(r.Raw, departmentRules)
	r.Departments = []string{}
	if Blank(t) {
		r.set("blank.dash", "")
		return
	}
	for _, part := range splitDepartments(cutDepartmentLabel(oldForms.Replace(t)), known) {
		name, candidates := departmentName(part, known)
		r.Departments = append(r.Departments, name)
		if candidates != nil {
			r.warn(problem("department.unknown", "「"+name+"」は課名の一覧にないため、そのままにしています。", r.Raw, candidates...))
		}
	}
	r.set("department.split", strings.Join(r.Departments, "|"))
}

// cutDepartmentLabel drops a heading that is followed by the names.
func cutDepartmentLabel(s string) string {
	for _, l := range departmentLabels {
		if rest, ok := strings.CutPrefix(s, l); ok {
			if t := strings.TrimLeft(rest, " :：\n"); t != "" && t != rest {
				return t
			}
		}
	}
	return s
}

// splitDepartments cuts a cell into names without white space, and parts names
// that are set without anything between them.
func splitDepartments(s string, known []string) (names []string) {
	var parts []string
	for _, p := range Departments(s) {
		parts = append(parts, strings.Join(strings.Fields(p), ""))
	}
	for _, p := range joinDamaged(parts, known) {
		names = append(names, fused(p, known)...)
	}
	return names
}

// joinDamaged puts together a name whose characters were set apart.
func joinDamaged(parts []string, known []string) []string {
	if whole := strings.Join(parts, ""); len(parts) > 1 && slices.Contains(known, whole) {
		return []string{whole}
	}
	return parts
}

// fused parts names that follow one another directly, where each part is known.
func fused(s string, known []string) []string {
	if isKnownDepartment(s, known) {
		return []string{s}
	}
	for i := range s {
		if i == 0 || !isDepartment(s[:i]) || !isKnownDepartment(s[:i], known) {
			continue
		}
		if rest := fused(s[i:], known); allKnown(rest, known) {
			return append([]string{s[:i]}, rest...)
		}
	}
	return []string{s}
}

func allKnown(names, known []string) bool {
	return !slices.ContainsFunc(names, func(n string) bool { return !isKnownDepartment(n, known) })
}

func isKnownDepartment(s string, known []string) bool {
	base := strings.TrimSuffix(strings.TrimSuffix(s, "ほか"), "等")
	return slices.Contains(known, s) || slices.Contains(everyDepartment, s) || base != s && slices.Contains(known, base)
}

// departmentName gives the section that a reading names. For one that is not
// known it gives the reading itself and the candidates, never nil.
func departmentName(s string, known []string) (name string, candidates []string) {
	if isKnownDepartment(s, known) || isComposed(s) {
		return s, nil
	}
	if !slices.Contains(departmentNeighbours, s) && !strings.HasSuffix(s, "長") { // 総務課長 is a person
		m, near := nearest(s, append(append([]string(nil), known...), departmentNeighbours...))
		if slices.Contains(known, m.word) {
			return m.word, nil
		}
		if t := sectionEnd(s); t != s && (isComposed(t) || isKnownDepartment(t, known) && !endsKnown(t, known)) {
			return t, nil
		}
		if t := mendParts(s); t != "" {
			return t, nil
		}
		candidates = near
	}
	if candidates == nil {
		candidates = []string{}
	}
	return s, candidates
}

// sectionEnd restores 課 at the end: no section ends in its look-alikes.
func sectionEnd(s string) string {
	for _, e := range [...]string{"諜", "謀", "諌", "誤", "裸"} {
		if t, ok := strings.CutSuffix(s, e); ok {
			return t + "課"
		}
	}
	return s
}

// endsKnown reports a name that a longer one ends in: 水道課 may be what is left
// of 下水道課.
func endsKnown(s string, known []string) bool {
	return slices.ContainsFunc(known, func(k string) bool { return k != s && strings.HasSuffix(k, s) })
}

// sectionParts are words that longer names of sections are made of. A name made
// of them alone is one, though no list has it.
var sectionParts = []string{
	"行政", "経営", "デジタル", "戦略", "企画", "政策", "推進", "総合", "情報", "地域", "市民", "協働", "広報", "広聴", "秘書", "財政", "改革", "管理", "総務", "人事", "観光", "産業", "振興", "経済", "商工", "農業",
	"福祉", "高齢", "介護", "健康", "こども", "子育て", "支援", "保育", "環境", "生活", "都市", "計画", "整備", "建設", "道路", "公園", "建築", "住宅", "教育", "学校", "生涯", "学習", "スポーツ", "文化", "未来", "まちづくり", "シティ", "プロモーション", "スマート", "システム", "センター", "サービス",
}

// minParts is how many words a composed name has at least: with two, a misread
// word makes another real section too easily.
const minParts = 3

// isComposed reports a name of at least minParts of the words and 課 or 室.
func isComposed(s string) bool {
	body, ok := strings.CutSuffix(s, "課")
	if !ok {
		body, ok = strings.CutSuffix(s, "室")
	}
	return ok && countParts(body) >= minParts
}

// countParts gives into how many of the words a text can be cut; 0 for none.
func countParts(s string) int {
	for _, p := range sectionParts {
		if rest, ok := strings.CutPrefix(s, p); ok {
			if rest == "" {
				return 1
			}
			if n := countParts(rest); n > 0 {
				return n + 1
			}
		}
	}
	return 0
}

// mendParts replaces one character by a look-alike so that the name is
// composed; "" if none or several are.
func mendParts(s string) string {
	found := ""
	for i, r := range s {
		for _, q := range alikesOf(r) {
			t := s[:i] + string(q) + s[i+utf8.RuneLen(r):]
			if isComposed(t) {
				if found != "" && found != t {
					return ""
				}
				found = t
			}
		}
	}
	return found
}
