package normalize

import (
	"strings"

	"gyokaku/model"
)

// comparatorWords are how bounds are printed.
var comparatorWords = map[model.Comparator]string{model.AtLeast: "以上", model.MoreThan: "超", model.AtMost: "以下", model.LessThan: "未満"}

// FormatQuantity writes a quantity as reports print it, in its base unit:
// 約10倍以上, 2310000000円, 9点(10点満点). Reading what it writes gives the quantity
// again, but for its Text.
func FormatQuantity(q model.Quantity) string {
	var b strings.Builder
	if q.Approximate {
		b.WriteString("約")
	}
	switch {
	case q.Value != nil:
		b.WriteString(q.Value.String())
	case q.Min != nil && q.Max != nil:
		b.WriteString(q.Min.String() + "~" + q.Max.String())
	}
	b.WriteString(q.Unit)
	b.WriteString(comparatorWords[q.Comparator])
	switch q.Change {
	case model.Increase:
		b.WriteString("増")
	case model.Decrease:
		b.WriteString("減")
	}
	if q.OutOf != nil {
		b.WriteString("(" + q.OutOf.String() + "点満点)")
	}
	return b.String()
}
