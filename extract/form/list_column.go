package form

import (
	"strings"
	"sync"

	"gyokaku/extract"
)

// A columnRole is what a column of a list holds.
type columnRole int

const (
	colNone       columnRole = iota
	colPillar                // 基本方針
	colNumber                // No.
	colTitle                 // 取組項目
	colGroup                 // 推進項目, 施策: the title, or a level above it where another column is the title
	colDepartment            // 担当課
	colSituation             // 現状と課題
	colGoal                  // 目標
	colAction                // 取組内容
	colSchedule              // 年度別計画
	colIndicator             // 成果指標
	colUnit                  // 単位
	colBaseline              // 現状値
	colTarget                // 最終目標値
	colPlanned               // 計画値
	colActual                // 実績値
	colPlan                  // 計画: words or numbers, by the columns beside it
	colAim                   // 目標: likewise
	colResult                // 実績: likewise
	colEffect                // 効果額
	colStatus                // 評価, 進捗状況
	colOutcome               // 達成状況: a second axis where another column is the status
	colRating                // 1次評価
	colDone                  // 取組実績
	colAssessment            // 総括評価
	colNext                  // 今後の取組
	colDirection             // 今後の方向性: a word of a list, or what comes next
	colNote                  // 備考
	colKind                  // 区分: says what the row holds (計画, 実績)
	colTotal                 // 累計, 合計
	colPage                  // 頁: a contents table
	colYear                  // a fiscal year, whose meaning the row or the column above decides
)

// columnWords lists the words that head columns, folded, without year and unit
// (survey, section 2.1; the numbers are its rows). A word that heads different
// fields (section 2.2) has a role of its own, which the columns beside it or
// the cells below it settle.
var columnWords = map[columnRole][]string{
	// category path: 基本方針 ×2, 重点項目 ×2, 改革の柱 ×2, 大項目 ×3 (28, 46), 戦略 (6), 基軸 (54)
	colPillar: {
		"基本方針", "改革の柱", "柱", "重点項目", "重点改革項目", "基本項目", "重点事項", "推進方針", "基本指針", "大項目", "改革の方向性",
		"視点", "改革の視点", "基本目標", "基本施策", "重点目標", "戦略", "基軸", "章", "大分類", "体系", "分野", "重点施策", "重点方針",
		"基本的方向", "改革方針", "方針", "項目区分", "推進項目区分", "改革区分", "分類",
	},
	// item_no: 番号 ×2, NO ×2, No. (5), 管理№ (1), 整理№ (46), 取り組み番号 (49)
	colNumber: {
		"番号", "項目番号", "No", "NO", "no", "管理番号", "管理No", "整理番号", "整理No", "取組番号", "取り組み番号", "取組No", "項目No",
		"実施項目番号", "推進項目番号", "通し番号", "通番", "連番", "シートNo", "事業番号", "計画番号", "プランNo", "ID", "コード",
	},
	// item_name: 実施項目 ×8, 取組項目 ×5, 改革項目 ×2 and 40 more
	colTitle: {
		"実施項目", "実施項目名", "取組項目", "取組項目名", "取り組み項目", "取組み項目", "項目名", "改革項目", "改革項目名", "取組名",
		"取組名称", "取組事項", "取り組み事項", "実施事項", "行動計画項目", "事務事業名", "事務事業", "個別取組", "改革・改善項目",
		"具体的取組項目", "具体的な取組項目", "行革実施項目", "実施計画項目", "個別項目", "アクション項目", "個別プラン", "個別計画",
		"推進項目名", "事業名", "計画事業名", "取組課題", "実行プログラム", "改革プログラム", "行革実施項目又は事業名等", "取組件名", "件名",
		"実施内容プログラム", "名称", "アクションプラン", "行動計画", "取組の名称", "具体的項目", "小項目",
	},
	// 推進項目 is the item (12, 40) or a level above (29, 45); so are these
	colGroup: {
		"推進項目", "施策", "施策名", "取組", "取り組み", "事業", "項目", "推進事項", "具体的事項", "中項目", "改革", "実施目標", "具体的な取組", "具体的取組", "主要施策",
	},
	// owner: 所管課 ×6, 担当課 ×5, 主管課 ×3 and 25 more
	colDepartment: {
		"担当課", "担当課名", "担当課等", "担当部署", "担当部署等", "担当部課", "担当部課名", "担当室課", "担当部局", "担当部局・室", "担当所属",
		"担当", "所管課", "所管課名", "所管課等", "所管部署", "所管部課", "所管部局", "所管", "所管名", "主管課", "主管課名", "主管課等",
		"主管部署", "主管", "所属", "所属名", "課名", "課等名", "課室名", "室課名", "部課名", "課室所名", "実施主体", "とりまとめ課", "事業担当課", "推進主体",
		"関係課", "実施部署", "実施所属", "主担当課", "担当課・室", "担当室・課", "担当グループ",
	},
	colSituation: {"現状と課題", "現状・課題", "現状及び課題", "現状", "課題", "背景", "現状と問題点", "問題点"},
	colGoal: {
		"目指す姿", "めざす姿", "取組目標", "達成目標", "成果目標", "到達目標", "達成すべき成果", "目的", "ねらい", "期待される効果", "期待する効果", "取組の目標", "目標内容",
	},
	// planned_action: 取組内容 ×3, 内容 ×2, 見直しの方向性 (26)
	colAction: {
		"取組内容", "取組の内容", "取組概要", "取組の概要", "概要", "内容", "取組方針", "取り組み方針", "取り組み内容", "取組み内容", "実施内容", "計画内容", "計画の内容",
		"具体的取組内容", "具体的な取組内容", "主な取組内容", "見直しの方向性", "見直し内容", "事業内容", "改革内容", "改革の内容", "手段", "実施概要", "具体的内容", "具体的な内容",
	},
	// schedule: スケジュール ×3, 工程表 ×2, 実施年度 ×2
	colSchedule: {
		"年度別計画", "年度計画", "年次計画", "実施計画", "取組計画", "工程", "工程表", "実施工程", "具体的工程", "取組の工程", "スケジュール", "実施スケジュール",
		"取組スケジュール", "年度別スケジュール", "取組期間", "実施期間", "計画期間", "実施年度", "目標年度", "取組年度", "年度別工程", "年度別取組", "実施時期", "実施予定年度", "年度", "年度別実施計画", "推進計画",
	},
	// indicator: 成果指標 ×7, 数値目標 ×4
	colIndicator: {
		"成果指標", "指標", "指標名", "数値目標", "目標指標", "取組指標", "活動指標", "KPI", "重要業績評価指標", "評価指標", "測定指標", "成果指標名", "活動指標名",
		"目標指標の内容", "重点指標", "主な指標", "主な指標等", "成果・活動指標", "指標の名称", "目標項目", "管理指標", "達成指標", "評価の手法",
	},
	colUnit:     {"単位"},
	colBaseline: {"現状値", "基準値", "基準", "当初値", "策定時", "計画策定時", "現況値", "策定時の値", "計画策定時の値", "年度当初値", "計画策定時現状値", "開始時"},
	colTarget:   {"最終目標値", "最終目標", "目標値", "目標値等", "最終年度目標", "最終年度目標値", "計画期間目標", "計画最終年度目標", "目標数値", "期待値", "最終目標数値"},
	colPlanned:  {"計画値", "予定値", "年度目標", "年度目標値", "年度別目標", "年度別目標値", "当年度目標", "今年度目標値", "見込値", "各年度目標値", "年度別の目標"},
	colActual:   {"実績値", "達成値", "達成値・実績値", "現在値", "今年度実績値", "年度別実績", "年度別実績値", "各年度実績値", "実績数値", "最新値"},
	colPlan:     {"計画", "予定", "当初計画"},
	colAim:      {"目標"},
	colResult:   {"実績"},
	// effect_amount: 効果額 ×11, 財政効果 ×4, 財政効果額 ×3
	colEffect: {
		"効果額", "財政効果額", "財政効果", "削減額", "増収額", "効果実績額", "効果額実績", "効果見込額", "効果額見込", "目標効果額", "実績効果額", "効果目標額", "削減効果額", "改革効果額",
		"改革の効果額", "財政改善効果額", "行革効果額", "行政改革効果額", "経費削減額", "経費削減効果", "経費効果額", "削減効果", "収入額", "収入増加額", "歳出削減額", "歳入増加額", "歳入確保額",
		"歳出削減", "歳入増加", "歳入確保", "歳入増", "歳出減", "歳入改革", "歳出改革", "増収効果", "増収", "経費節減額", "節減額", "縮減額", "効果金額", "金額", "差引額", "差引", "年度別効果額", "効果額計画", "計画効果額",
		"計画額", "実績額", "決算額", "予算額", "目標額", "歳出抑制", "歳出抑制額", "経費節減", "経費削減", "歳入増加効果", "歳出削減効果", "歳入効果額", "歳出効果額", "単年度効果額", "費用", "事業費",
	},
	// status: 評価 ×5, 進捗状況 ×4, 進捗度 ×2
	colStatus: {
		"評価", "進捗状況", "進捗", "進捗度", "進捗評価", "進捗区分", "進捗評価区分", "評価区分", "総合評価", "自己評価", "実施状況", "着手状況", "進捗率", "進捗管理", "状況",
		"取組の進捗", "取組の進捗状況", "取組における進捗状況", "実施区分", "判定", "計画との比較", "取組状況の評価", "進捗・達成状況", "進捗度・達成度", "進捗状況等", "進捗の状況", "ステータス", "進ちょく状況", "進ちょく度", "担当課評価", "所管課評価", "評価結果", "内部評価",
	},
	// a second axis (3: 実施状況 × 達成度; 47: 達成率)
	colOutcome: {
		"達成状況", "達成度", "目標達成状況", "目標達成度", "達成率", "目標の達成状況", "成果", "成果評価", "達成評価", "達成区分", "目標達成率", "達成見込み", "達成(実現)状況", "成果の状況", "到達状況", "目標の達成度", "効果",
	},
	// evaluator tiers (20, 22)
	colRating: {
		"1次評価", "一次評価", "2次評価", "二次評価", "3次評価", "三次評価", "外部評価", "第三者評価", "最終評価", "最終方針", "1次", "2次", "3次", "一次", "二次", "三次", "前年度評価", "前回評価", "昨年度評価",
		"行革本部評価", "本部評価", "委員会評価", "推進委員会評価", "部局評価", "部長評価", "妥当性", "有効性", "効率性", "経済性", "必要性", "重要度", "難易度", "影響度", "緊急度", "優先度", "最終", "外部", "内部",
	},
	// result_narrative: 取組状況 ×2, 取組実績 (51)
	colDone: {
		"取組実績", "取組状況", "取り組み状況", "取組結果", "実施結果", "実施実績", "主な実績", "取組の実績", "取組の状況", "取組の成果", "取組実績・特記欄", "取組・行動内容", "実績内容", "実施した内容", "取組内容の実績",
		"実績・成果", "成果・実績", "取組成果", "実績及び成果", "取組状況・実績", "主な取組", "主な取組実績", "主な取組状況", "主な成果", "取組概要・実績", "年度実績", "取組内容・実績", "実績(取組内容)", "これまでの取組", "進捗内容", "取組の進捗内容", "実施状況・成果", "年度の取組", "取組内容及び実績",
	},
	colAssessment: {"総括評価", "総括", "評価・所見", "総合所見", "所見", "評価理由", "評価の理由", "評価コメント", "成果分析", "総合評価判断理由", "分析", "評価の根拠", "判定理由"},
	// next_step: 今後の方向性 ×2
	colNext: {
		"今後の取組", "今後の予定", "今後の課題", "今後の対応", "今後の展開", "今後の取組予定", "今後の進め方", "今後の計画", "今後の改善点", "次年度の取組", "次年度の予定", "次年度の計画", "翌年度の取組", "翌年度の予定", "次年度以降の取組",
		"次年度に向けた改善点", "改善点", "改善策", "課題と改善策", "課題とその対応方針", "課題と今後の取組", "課題・今後の取組", "今後の課題・取組", "今後の課題と取組", "課題と対応", "課題・改善点", "改善内容", "今後の取組方針", "今後の取り組み", "次年度取組予定", "次年度計画", "今後の方針", "課題及び今後の取組", "今後の取組内容", "次年度の取組内容", "翌年度以降の取組",
	},
	colDirection: {"今後の方向性", "方向性", "今後の方向", "次年度の方向性", "取組の方向性"},
	// remark: 備考 ×3, 備考(算定方法等) (46)
	colNote:  {"備考", "摘要", "特記事項", "特記", "参考", "補足", "注記", "備考欄", "コメント", "算定方法", "算出根拠", "効果額の算定方法", "関連指標"},
	colKind:  {"区分", "種別", "内訳", "計画/実績", "計画・実績", "予実"},
	colTotal: {"累計", "合計", "計", "総計", "累計額", "合計額", "小計", "総額", "効果額計", "5年間累計", "期間計", "計画期間計", "全体", "累計効果額", "効果額累計", "累積効果額", "効果額合計", "合計効果額", "効果額の累計", "累計(効果額)"},
	colPage:  {"頁", "ページ", "掲載頁", "掲載ページ", "該当頁", "該当ページ", "P", "page"},
}

// columnLexicon finds the role of a heading.
var columnLexicon = sync.OnceValue(func() map[string]columnRole {
	byWord := map[string]columnRole{}
	for role, list := range columnWords {
		for _, w := range list {
			byWord[fold(w)] = role
		}
	}
	return byWord
})

// A heading is one cell of a list's heading, read.
type heading struct {
	cell  *extract.Cell
	span  int    // columns it covers beyond its own cell, 0 if it does not
	key   string // folded, without year, unit and remarks
	role  columnRole
	year  string // fiscal year that it names, in western digits
	unit  string // 千円
	owner bool   // says that the owner stands in the same cell: 取組項目【担当課】
}

var (
	headBracket = pattern(`[(（【〔\[<〈《]([^)）】〕\]>〉》]*)[)）】〕\]>〉》]`)
	headUnit    = pattern(`^(?:単位[:・]?)?(百万円|千円|万円|億円|円|%|人|件|回|時間|㎡|m2|ha|校|か所|箇所|施設|事業|点|世帯|台)$`)
	headYear    = pattern(`^((?:(?:19|20)\d\d|(?:令和|平成|R|H)\.?(?:元|\d{1,2}))(?:年度?)?)(?:末)?(?:時点|現在)?(?:の|における|に)?`)
	headRemark  = pattern(`[※*＊](?:注?\d+)?$`)
	headPlace   = strings.NewReplacer("取組み", "取組", "取り組み", "取組", "取組みの", "取組の")
)

// headings remembers what was read: a document prints the same words over and
// over.
type headings map[string]heading

func (m headings) read(c *extract.Cell) heading {
	h, seen := m[c.Text]
	if !seen && len(c.Text) <= maxColumnHeadBytes && !strings.Contains(c.Text, "。") {
		h = readHeading(c)
		m[c.Text] = h
	}
	h.cell = c
	return h
}

// maxColumnHeadBytes bounds a heading before folding.
const maxColumnHeadBytes = 4 * maxColumnHead

// maxColumnHead is the longest heading of a column in characters, folded.
const maxColumnHead = 40

// readHeading reads the text of a heading cell. It has role colNone if no
// column is known by that word.
func readHeading(c *extract.Cell) heading {
	h := heading{cell: c}
	key := strings.TrimRight(fold(c.Text), ":")
	if len([]rune(key)) > maxColumnHead {
		return h
	}
	if y, ok := headingYear(c.Text); ok {
		h.role, h.year = colYear, y
		return h
	}
	bare := headBracket().ReplaceAllStringFunc(key, func(group string) string {
		return h.remark(headBracket().FindStringSubmatch(group)[1])
	})
	if bare == "" { // 【担当課】 alone
		bare, h.owner = strings.Trim(key, "()（）【】〔〕[]<>〈〉《》"), false
	}
	h.name(headRemark().ReplaceAllString(bare, ""), key)
	return h
}

// remark reads what stands in brackets behind a heading: a unit, a year or the
// owner. Other remarks say nothing about the column.
func (h *heading) remark(inner string) string {
	switch {
	case headUnit().MatchString(inner):
		h.unit = headUnit().FindStringSubmatch(inner)[1]
	case columnLexicon()[inner] == colDepartment:
		h.owner = true
	default:
		if y := yearNamed(inner); y != "" {
			h.year = y
		}
	}
	return ""
}

// name looks the heading up, as printed and without the year before it.
func (h *heading) name(bare, key string) {
	for _, try := range []string{bare, key} {
		if h.lookup(try) {
			return
		}
	}
	if m := headYear().FindStringSubmatch(bare); m != nil {
		h.year = yearNamed(m[1])
		if rest := bare[len(m[0]):]; rest == "" {
			h.role = colYear
		} else {
			h.lookup(rest)
		}
	}
	if h.key == "" {
		h.key = bare
	}
}

func (h *heading) lookup(key string) bool {
	key = strings.TrimRight(strings.Trim(key, "・:/／"), ".")
	for _, k := range []string{key, headPlace.Replace(key)} {
		if role, ok := columnLexicon()[k]; ok {
			h.key, h.role = k, role
			return true
		}
	}
	return h.compound(key)
}

// compound reads two words of one role joined to a heading: 課題・今後の取組,
// 取組項目・担当課 is a title with its owner.
func (h *heading) compound(key string) bool {
	parts := strings.FieldsFunc(key, func(r rune) bool { return strings.ContainsRune("・/／、,と", r) })
	if len(parts) != 2 {
		return false
	}
	a, b := columnLexicon()[parts[0]], columnLexicon()[parts[1]]
	switch {
	case a == colNone || b == colNone:
		return false
	case (a == colTitle || a == colGroup) && b == colDepartment:
		h.key, h.role, h.owner = parts[0], a, true
	case a == b, b == colNext:
		h.key, h.role = key, b
	default:
		return false
	}
	return true
}

// headingYear reads a heading that is a fiscal year and nothing else. A bare
// number is none: No. 6 heads other things too.
func headingYear(text string) (string, bool) {
	if y, bare, ok := yearOf(text); ok && !bare {
		return itoa(y), true
	}
	return "", false
}

var shortYear = pattern(`^(?:(20\d\d|19\d\d)|(令和|平成|R|H)\.?(元|\d{1,2}))(?:年度?)?(?:末|実績|時点|現在)?$`)

// yearNamed finds the one fiscal year that a folded text names, or "".
func yearNamed(key string) string {
	if m := shortYear().FindStringSubmatch(key); m != nil {
		if m[1] != "" {
			return m[1]
		}
		return itoa(eraStart[m[2]] + eraNumber(m[3]))
	}
	return yearIn(key)
}
