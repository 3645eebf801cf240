package write

import (
	"testing"

	"gyokaku/model"
)

// quantityField makes a known quantity: value, unit, then comparator or change.
func quantityField(value, unit string, conditions ...string) model.Field[model.Quantity] {
	q := amount(value, unit, model.MeasureRatio)
	for _, c := range conditions {
		switch c {
		case "increase", "decrease":
			q.Change = model.Change(c)
		default:
			q.Comparator = model.Comparator(c)
		}
	}
	return known(q, q.Text, model.Place{})
}

func TestAttain(t *testing.T) {
	type field = model.Field[model.Quantity]
	q := quantityField
	spread := known(model.Quantity{Min: dec("4"), Max: dec("6"), Unit: "%", Measure: model.MeasureRatio}, "4～6%", model.Place{})
	none := field{}
	for _, c := range []struct {
		name                     string
		target, actual, baseline field
		ratio, rate              string
		verdict                  verdict
		why                      string
	}{
		{"at least, met", q("10", "倍", ">="), q("11", "倍"), none, "1.1", "1.1", "達成", ""},
		{"at least, not met", q("50", "%", ">="), q("46", "%"), none, "0.92", "0.92", "未達", ""},
		{"more than, equal", q("50", "%", ">"), q("50", "%"), none, "1", "1", "未達", ""},
		{"at most, met", q("10", "分", "<="), q("8", "分"), none, "0.8", "", "達成", "低いほど良い目標"},
		{"below, equal", q("10", "分", "<"), q("10", "分"), none, "1", "", "未達", "低いほど良い目標"},
		{"decrease", q("10", "%", "decrease"), q("4", "%", "decrease"), none, "0.4", "0.4", "未達", ""},
		{"decrease, but rose", q("10", "%", "decrease"), q("4", "%", "increase"), none, "", "", "", "増減の向きが目標と逆"},
		{"change against level", q("10", "%", "decrease"), q("90", "%"), none, "", "", "", "一方は増減、一方は水準"},
		{"plain", q("50", "%"), q("46", "%"), none, "0.92", "", "", "良し悪しの向きが文書にない"},
		{"plain, equal", q("50", "%"), q("50.0", "%"), none, "1", "", "達成", "良し悪しの向きが文書にない"},
		{"plain above baseline", q("50", "%"), q("46", "%"), q("30", "%"), "0.92", "0.92", "未達", ""},
		{"plain below baseline", q("50", "%"), q("46", "%"), q("80", "%"), "0.92", "", "達成", "低いほど良い目標"},
		{"baseline of another unit", q("50", "%"), q("46", "%"), q("80", "件"), "0.92", "", "", "良し悪しの向きが文書にない"},
		{"zero complaints", q("0", "件"), q("0", "件"), none, "", "", "達成", "目標が0または負の数"},
		{"zero wanted, one came", q("0", "件", "<="), q("1", "件"), none, "", "", "未達", "目標が0または負の数"},
		{"a third", q("3", "件", ">="), q("1", "件"), none, "0.3333", "0.3333", "未達", ""},
		{"units", q("50", "%", ">="), q("46", "件"), none, "", "", "", "目標と実績の単位が違う"},
		{"target range", spread, q("5", "%"), none, "", "", "", "目標が幅で示されている"},
		{"actual range", q("5", "%"), spread, none, "", "", "", "実績が幅で示されている"},
		{"actual bound", q("5", "%"), q("5", "%", ">="), none, "", "", "", "実績が幅で示されている"},
		{"no actual", q("5", "%"), none, none, "", "", "", "実績がない"},
		{"no target", none, q("5", "%"), none, "", "", "", "目標の数値がない"},
		{"neither", none, none, none, "", "", "", "目標も実績もない"},
	} {
		a := attain(c.target, c.actual, c.baseline, false)
		text := func(d cell) string {
			if d.kind == cellBlank {
				return ""
			}
			return d.number.String()
		}
		got := [4]string{text(numberCell(a.ratio)), text(numberCell(a.rate)), string(a.verdict), a.why}
		if want := [4]string{c.ratio, c.rate, string(c.verdict), c.why}; got != want {
			t.Errorf("%s: %q, want %q", c.name, got, want)
		}
		if (a.rate == nil) != (a.why != "") {
			t.Errorf("%s: a rate or a reason, not both or neither", c.name)
		}
	}
}

func TestAttainBeforeTheTargetYear(t *testing.T) {
	target := quantityField("50", "%", ">=")
	for value, want := range map[string]verdict{"46": verdictOnWay, "50": verdictMet} {
		if a := attain(target, quantityField(value, "%"), model.Field[model.Quantity]{}, true); a.verdict != want || a.rate == nil {
			t.Errorf("%s of 50, early: %+v, want %s", value, a, want)
		}
	}
}

func TestExcerpt(t *testing.T) {
	long := "一二三四五六七八九十一二三四五六七八九十"
	for _, c := range []struct {
		text string
		at   int
		part string
		want string
	}{
		{"窓口 の改革", 6, " ", "窓口〔␣〕の改革"},
		{"順調", 0, "", "〔〕順調"},
		{long + "P R" + long, 60, "P R", "…五六七八九十一二三四五六七八九十〔P␣R〕一二三四五六七八九十一二三四五六…"},
		{"一行\n二行", 6, "\n", "一行〔⏎〕二行"},
		{"短い", 99, "無", "短い"}, // a step that does not fit
	} {
		if got := excerpt(c.text, c.at, c.part); got != c.want {
			t.Errorf("excerpt(%q, %d, %q) = %q, want %q", c.text, c.at, c.part, got, c.want)
		}
	}
}

func TestYearHeading(t *testing.T) {
	for y, want := range map[model.FiscalYear]string{2024: "2024 (R6)", 2019: "2019 (R1)", 2018: "2018 (H30)", 1988: "1988 (S63)", 1900: "1900"} {
		if got := yearHeading(y); got != want {
			t.Errorf("yearHeading(%d) = %q, want %q", y, got, want)
		}
	}
}

// A misread year does not make a thousand columns.
func TestSpanIsBounded(t *testing.T) {
	r := mizuno(1)
	r.Items[0].Initiatives[0].Schedule[0].To.Value = 20288
	if from, to := span([]*model.Report{r}); from != 2024 || to != 2028 {
		t.Errorf("span %d to %d", from, to)
	}
	if from, to := span(nil); to >= from {
		t.Errorf("span of nothing: %d to %d", from, to)
	}
}
