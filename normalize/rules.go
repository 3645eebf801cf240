package normalize

import (
	"slices"

	"gyokaku/model"
)

// Rules lists every rule that a step may name, with what it does in Japanese
// and English. The order is that of the list that users read: characters,
// spaces, words, then what values are derived from.
func Rules() []Rule {
	list := append([]Rule(nil), characterRules...)
	list = append(list, ruleSpaceWidth, ruleSpaceJapanese, ruleTrim, ruleJoinProse, ruleJoinLine, ruleWordSpace, ruleTableRule, ruleVocabulary)
	for _, rules := range [...][]Rule{quantityRules, dateRules, houseRules} {
		for _, r := range rules {
			if !slices.ContainsFunc(list, func(have Rule) bool { return have.ID == r.ID }) {
				list = append(list, r)
			}
		}
	}
	return append(list, derivations...)
}

// Repairs gives the number of steps that changed a printed text, as against
// those that read a value out of it. What several values of one print share
// counts once.
func Repairs(list []model.Evidence) (n int) {
	type change struct {
		at  string
		raw string
		model.Step
	}
	seen := map[change]bool{}
	for _, e := range list {
		for _, s := range e.Steps {
			c := change{e.Place.String(), e.Raw, s}
			if reads[s.Rule] || seen[c] {
				continue
			}
			seen[c] = true
			n++
		}
	}
	return n
}

// reads holds the ids of the rules that leave the text as it is.
var reads = func() map[string]bool {
	ids := map[string]bool{}
	for _, r := range derivations {
		ids[r.ID] = r.Reads
	}
	return ids
}()

// derivations are the rules by which values are read from a text or from
// another value.
var derivations = []Rule{
	{ID: "quantity.parse", Why: "数量の表記（億・万・％・以上など）を数値と単位に読む", English: "a printed quantity is read into number and unit", Reads: true},
	{ID: "quantity.scale", Why: "単位の掛かり方が二通りある数を、同じ指標の他の年度の値と桁が合う方で読む", English: "a number that may be scaled in two ways is read as the other years' values have it", Reads: true},
	{ID: "year.parse", Why: "年度の表記（令和6年度・R6 など）を西暦の年度に読む", English: "a printed fiscal year is read into its Gregorian year", Reads: true},
	{ID: "year.of_date", Why: "日付からその日が属する年度（4月から翌年3月）を得る", English: "the fiscal year that a printed date falls in", Reads: true},
	{ID: "year.period", Why: "計画期間の表記から最初と最後の年度を読む", English: "the first or last year of a printed period", Reads: true},
	{ID: "date.parse", Why: "日付の表記を年月日に読む", English: "a printed date is read", Reads: true},
	{ID: "number.printed", Why: "項目番号の空白・見出し・ダッシュの字体を整える", English: "spaces, labels and dash shapes in an item number"},
	{ID: "number.path", Why: "項目番号（1-① など）から ID（1-1）を作る", English: "an item's id is made from its printed number", Reads: true},
	{ID: "number.pillar", Why: "項目番号の最初の数から柱の番号を得る", English: "a pillar's number is the first ordinal of the item's", Reads: true},
	{ID: "number.ordinal", Why: "番号の表記（①・取組内容1 など）を数に読む", English: "a printed ordinal is read into a number", Reads: true},
	{ID: "plan.title", Why: "計画名から期間・案・報告書名を除く", English: "period, draft sign and report words are cut from a plan's title", Reads: true},
	{ID: "municipality.name", Why: "計画名などから自治体名を取り出す", English: "the municipality's name is taken out of a title", Reads: true},
	{ID: "municipality.code", Why: "自治体名から全国地方公共団体コードを引く", English: "the municipality's code is looked up by its name", Reads: true},
	{ID: "status.mark", Why: "進捗の記号の字体（〇・◯・O など）を揃える", English: "shapes of a status mark are unified"},
	{ID: "ocr.mark", Why: "読み違えた記号を、この文書でその語に付いている記号に直す", English: "a misread mark becomes the one that stands beside its word in this document"},
	{ID: "status.split", Why: "記号と語が一つのセルにあるものを分ける", English: "mark and word of one cell are parted", Reads: true},
	{ID: "status.legend", Why: "記号の意味を凡例から引く", English: "the legend's word for a mark", Reads: true},
	{ID: "status.lexicon", Why: "進捗状況の語から区分を決める", English: "what a status word says, by the lexicon", Reads: true},
	{ID: "status.profile", Why: "進捗状況の記号・語の区分を、様式の定義（プロファイル）の尺度から決める", English: "what a status says, by the scale of the profile", Reads: true},
	{ID: "municipality.profile", Why: "自治体名・全国地方公共団体コードを様式の定義から取る", English: "the municipality or its code is given by the profile", Reads: true},
	{ID: "number.profile", Why: "項目番号の形を様式の定義から取り、ID を作る", English: "an item's id is made by the shape of numbers that the profile gives", Reads: true},
	{ID: "department.profile", Why: "読み違えた課名を、様式の定義にある課名に直す", English: "a misread section becomes the one that the profile names"},
	{ID: "status.blank", Why: "進捗状況の欄が空白", English: "the status cell is blank", Reads: true},
	{ID: "schedule.legend", Why: "工程の記号の意味を凡例から引く", English: "the legend's word for a mark in a schedule", Reads: true},
	{ID: "schedule.phase", Why: "工程の語（検討・実施など）から段階を決める", English: "a schedule word's phase", Reads: true},
	{ID: "effect.kind", Why: "欄の見出し（削減額など）から効果額の種類を決める", English: "an effect's kind from its heading", Reads: true},
	{ID: "blank.dash", Why: "ダッシュや空白だけの欄を空とする", English: "a cell of dashes or white space only is empty"},
	{ID: "department.split", Why: "主管課の欄を課名に分け、読み違えた課名を直す（区切りは |）", English: "a cell of sections is split into names, misread ones restored"},
	{ID: "department.vocabulary", Why: "読み違えた課名を、この文書のほかの箇所にある課名に直す", English: "a misread section becomes the one that the document names elsewhere"},
	{ID: "ocr.angle", Why: "見出しの〈 〉の読み違い（く・>・( など）を直す", English: "misread angle brackets of a heading are restored"},
	{ID: "list.bullet", Why: "行頭の箇条書き記号（●・）を取り除く", English: "a bullet before a line is removed"},
}
