package write

import (
	"github.com/shopspring/decimal"

	"gyokaku/model"
)

// An attainment compares an actual value with its target.
type attainment struct {
	ratio   *decimal.Decimal // actual ÷ target, four digits; says nothing about good or bad
	rate    *decimal.Decimal // the same where more is better: 達成率
	verdict verdict          // "" where the document leaves it open
	why     string           // why there is no rate, in Japanese; "" where there is one
}

type verdict string

const (
	verdictMet    verdict = "達成"
	verdictNotMet verdict = "未達"
	verdictOnWay  verdict = "途中" // not met, and the target year is still to come
)

// attain compares where both are single values of one unit and one kind (both
// levels, or both changes the same way). There is a rate only where more is
// better by what is printed: 以上 or 超, a change (the size of an increase or a
// decrease), or a target above the baseline. For 以下 and 未満, or a target
// below the baseline, less is better and only the verdict is given. early says
// that the target year is after that of the actual value.
func attain(target, actual, baseline model.Field[model.Quantity], early bool) (a attainment) {
	if a.why = incomparable(target, actual); a.why != "" {
		return a
	}
	t, v := target.Value, actual.Value
	better := direction(t, baseline)
	if a.verdict = judge(t, v, better); a.verdict == verdictNotMet && early {
		a.verdict = verdictOnWay
	}
	if t.Value.Sign() <= 0 {
		a.why = "目標が0または負の数"
		return a
	}
	ratio := v.Value.DivRound(*t.Value, 4)
	a.ratio = &ratio
	switch better {
	case more:
		a.rate = a.ratio
	case less:
		a.why = "低いほど良い目標"
	default:
		a.why = "良し悪しの向きが文書にない"
	}
	return a
}

// incomparable says why target and actual cannot be compared, or "".
func incomparable(target, actual model.Field[model.Quantity]) string {
	t, v := target.Value, actual.Value
	switch {
	case !target.Known && !actual.Known:
		return "目標も実績もない"
	case !target.Known:
		return "目標の数値がない"
	case !actual.Known:
		return "実績がない"
	case t.Value == nil:
		return "目標が幅で示されている"
	case v.Value == nil || v.Comparator != "":
		return "実績が幅で示されている"
	case t.Unit != v.Unit || t.Measure != v.Measure:
		return "目標と実績の単位が違う"
	case !equal(t.OutOf, v.OutOf):
		return "目標と実績の満点が違う"
	case t.Change == v.Change:
		return ""
	case t.Change == "" || v.Change == "":
		return "一方は増減、一方は水準"
	}
	return "増減の向きが目標と逆"
}

func equal(a, b *decimal.Decimal) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Equal(*b)
}

// better says which way the value should go.
type better int

const (
	unclear better = iota
	more
	less
)

// direction is what the printed target says about good and bad.
func direction(target model.Quantity, baseline model.Field[model.Quantity]) better {
	switch target.Comparator {
	case model.AtLeast, model.MoreThan:
		return more
	case model.AtMost, model.LessThan:
		return less
	}
	if target.Change != "" {
		return more
	}
	b := baseline.Value
	if !baseline.Known || b.Value == nil || b.Unit != target.Unit || b.Change != "" {
		return unclear
	}
	switch target.Value.Cmp(*b.Value) {
	case 1:
		return more
	case -1:
		return less
	}
	return unclear
}

// judge tells whether the target is met. Without a direction only a value equal
// to the target is.
func judge(target, actual model.Quantity, b better) verdict {
	met := map[better]bool{
		more:    actual.Value.Cmp(*target.Value) >= 0,
		less:    actual.Value.Cmp(*target.Value) <= 0,
		unclear: actual.Value.Equal(*target.Value),
	}[b]
	if strict := target.Comparator == model.MoreThan || target.Comparator == model.LessThan; strict && actual.Value.Equal(*target.Value) {
		met = false
	}
	switch {
	case met:
		return verdictMet
	case b == unclear:
		return ""
	}
	return verdictNotMet
}
