package write

import (
	"reflect"

	"gyokaku/model"
)

// A choice is one value of a closed set with the word a city officer reads.
type choice struct{ value, word string }

// choices lists every closed set of the model. A test compares it with the
// constants of package model, so that none is missing.
var choices = map[reflect.Type][]choice{
	reflect.TypeFor[model.Kind](): {
		{"progress_report", "実績報告"}, {"plan_outline", "計画の概要"}, {"summary", "総括表"},
	},
	reflect.TypeFor[model.Status](): {
		{"done", "完了"}, {"on_track", "順調"}, {"mostly_on_track", "おおむね順調"}, {"delayed", "遅れ"},
		{"not_started", "未着手"}, {"stopped", "中止"}, {"unrated", "評価なし"},
	},
	reflect.TypeFor[model.ProgressPhase](): {
		{"not_started", "未着手"}, {"studying", "検討中"}, {"preparing", "準備中"},
		{"partly_implemented", "一部実施"}, {"implementing", "実施中"}, {"implemented", "実施済み"},
		{"continuing", "継続"}, {"discontinued", "廃止"}, {"suspended", "休止"},
		{"redirected", "方針変更"}, {"withdrawn", "取下げ"},
	},
	reflect.TypeFor[model.Pace](): {
		{"ahead", "計画より早い"}, {"on_plan", "計画どおり"}, {"mostly_on_plan", "おおむね計画どおり"},
		{"behind", "遅れ"}, {"far_behind", "大幅な遅れ"},
	},
	reflect.TypeFor[model.Outcome](): {
		{"exceeded", "目標以上"}, {"achieved", "達成"}, {"mostly", "おおむね達成"}, {"partly", "一部達成"},
		{"not_achieved", "未達成"}, {"worsened", "悪化"},
	},
	reflect.TypeFor[model.UnratedReason](): {
		{"out_of_scope", "評価の対象外"}, {"not_evaluated", "評価していない"}, {"not_measurable", "測定できない"},
		{"decided_in_final_year", "最終年度に判定"}, {"new_item", "新規"}, {"blank", "空欄"},
	},
	reflect.TypeFor[model.Phase](): {
		{"study", "検討"}, {"discuss", "協議"}, {"decide", "決定"}, {"prepare", "準備"}, {"introduce", "導入"},
		{"pilot", "試行"}, {"partial", "一部実施"}, {"implement", "実施"}, {"continue", "継続"},
		{"review", "検証・見直し"}, {"transition", "移行"}, {"inform", "周知"}, {"as_needed", "随時"}, {"end", "終了"},
	},
	reflect.TypeFor[model.EffectKind](): {
		{"saving", "削減額"}, {"revenue", "増収額"}, {"cost", "経費"}, {"net", "効果額"},
	},
	reflect.TypeFor[model.Measure](): {
		{"money", "金額"}, {"ratio", "割合"}, {"count", "件数・回数"}, {"people", "人数"}, {"hours", "時間"},
		{"area", "面積"}, {"score", "評点"}, {"multiple", "倍率"}, {"points", "ポイント"},
		{"unit_price", "単価"}, {"other", "その他"},
	},
	reflect.TypeFor[model.Comparator](): {
		{">=", "以上"}, {">", "超"}, {"<=", "以下"}, {"<", "未満"},
	},
	reflect.TypeFor[model.Change](): {
		{"increase", "増"}, {"decrease", "減"},
	},
}

// word is how an officer reads v; a value of no list is shown as it is.
func word[T ~string](v T) string {
	for _, c := range choices[reflect.TypeFor[T]()] {
		if c.value == string(v) {
			return c.word
		}
	}
	return string(v)
}
