package normalize

import (
	"testing"

	"gyokaku/model"

	"github.com/shopspring/decimal"
)

func TestQuantity(t *testing.T) {
	for _, c := range []struct {
		in      string
		want    string // as quantityText writes it
		measure model.Measure
	}{
		{"41%", "41%", model.MeasureRatio},
		{"４１．５％", "41.5%", model.MeasureRatio},
		{"96.5パーセント", "96.5%", model.MeasureRatio},
		{"約3割", "約30%", model.MeasureRatio},
		{"30 億円", "3000000000円", model.MeasureMoney},
		{"12億3千万円", "1230000000円", model.MeasureMoney},
		{"1.5億円", "150000000円", model.MeasureMoney},
		{"5億1230万4千円", "512304000円", model.MeasureMoney},
		{"2,204万5,000円", "22045000円", model.MeasureMoney},
		{"2億 500万円", "205000000円", model.MeasureMoney},
		{"1,250百万円", "1250000000円", model.MeasureMoney},
		{"十二億三千万円", "1230000000円", model.MeasureMoney},
		{"▲41,300千円", "-41300000円", model.MeasureMoney},
		{"3 万件", "30000件", model.MeasureCount},
		{"20万4千人", "204000人", model.MeasurePeople},
		{"8 倍以上", ">=8倍", model.MeasureMultiple},
		{"5件未満", "<5件", model.MeasureCount},
		{"5件以内", "<=5件", model.MeasureCount},
		{"360時間を超える", ">360時間", model.MeasureHours},
		{"約5.2%減", "約5.2%減", model.MeasureRatio},
		{"3.5ポイント増", "3.5ポイント増", model.MeasurePoints},
		{"10%の減", "10%減", model.MeasureRatio},
		{"3 回～ 5 回", "3~5回", model.MeasureCount},
		{"3-5回", "3~5回", model.MeasureCount},
		{"4点 (5点満点)", "4点/5", model.MeasureScore},
		{"4点 (5点満\n点)", "4点/5", model.MeasureScore}, // broken by the width of its cell
		{"40事業以\n上", ">=40事業", model.MeasureCount},
		{"0 件", "0件", model.MeasureCount},
		{"1,204.125㎡", "1204.125㎡", model.MeasureArea},
		{"10円/件", "10円/件", model.MeasureUnitPrice},
		{"▲120人（▲4.5%）", "-120人", model.MeasurePeople},
		{"1件 (清掃委託)", "1件", model.MeasureCount},
	} {
		q, known, p := Quantity(c.in, Hint{})
		if !known || p != nil || quantityText(q) != c.want || q.Measure != c.measure {
			t.Errorf("Quantity(%q) = %s %s, %v, %v; want %s %s", c.in, quantityText(q), q.Measure, known, p, c.want, c.measure)
		}
	}
}

func TestQuantityHints(t *testing.T) {
	for _, c := range []struct {
		in   string
		hint Hint
		want string
	}{
		{"14,200", Hint{Unit: "千円"}, "14200000円"},
		{"△ 41,300", Hint{Unit: "（千円）"}, "-41300000円"},
		{"98.40", Hint{Unit: "％", Name: "収納率"}, "98.4%"},
		{"99.00以上", Hint{Unit: "％"}, ">=99%"},
		{"120", Hint{}, "120"},
	} {
		q, known, p := Quantity(c.in, c.hint)
		if !known || quantityText(q) != c.want {
			t.Errorf("Quantity(%q, %+v) = %s, %v, want %s", c.in, c.hint, quantityText(q), p, c.want)
		}
	}
}

// What can be read in two ways, or not at all, is left to a person.
func TestQuantityAbstains(t *testing.T) {
	for _, c := range []struct {
		in, code  string
		hint      Hint
		candidate string
	}{
		{"2億3560円余", "quantity.magnitude_gap", Hint{}, "235600000"},
		{"3憶1,250万円", "quantity.unreadable", Hint{}, "3億1,250万円"},
		{"27, 314", "quantity.split", Hint{}, "27314"},
		{"2 億 1200 万千円", "quantity.malformed", Hint{}, ""},
		{"三十二十件", "quantity.malformed", Hint{}, ""},
		{"1,0000円", "quantity.grouping", Hint{}, "10000"},
		{"12.345件", "quantity.point", Hint{}, "12,345件"},
		{"1.000千円", "quantity.point", Hint{}, ""},
		{"〇件", "quantity.placeholder", Hint{}, "0"},
		{"20億円(21.5億円)", "quantity.unreadable", Hint{}, ""},
		{"12件/3億1,200万円", "quantity.unreadable", Hint{}, ""},
		{"2024年度", "quantity.is_year", Hint{}, ""},
		{"5.196", "quantity.no_unit", Hint{Name: "公債費比率"}, ""},
		{"6回～4回", "quantity.range", Hint{}, ""},
		{"第2期", "quantity.unreadable", Hint{}, ""},
		{"一部", "quantity.unreadable", Hint{}, ""},
		{"検討中", "quantity.unreadable", Hint{}, ""},
		{"億円", "quantity.malformed", Hint{}, ""},
		{"3億", "quantity.scale", Hint{Unit: "千円"}, ""},
	} {
		q, known, p := Quantity(c.in, c.hint)
		if known || p == nil || p.Code != c.code {
			t.Errorf("Quantity(%q) = %s, %v, %+v; want %s", c.in, quantityText(q), known, p, c.code)
			continue
		}
		found := c.candidate == ""
		for _, s := range p.Candidates {
			found = found || s == c.candidate
		}
		if !found || p.Raw != c.in {
			t.Errorf("Quantity(%q): candidates %q, raw %q; want %q", c.in, p.Candidates, p.Raw, c.candidate)
		}
	}
	for _, blank := range []string{"", "－", " ― ", "***"} {
		if _, known, p := Quantity(blank, Hint{}); known || p != nil {
			t.Errorf("Quantity(%q) is %v, %v; want neither", blank, known, p)
		}
	}
}

func FuzzQuantity(f *testing.F) {
	for _, s := range []string{"41%", "12億3千万円", "3 回～ 5 回", "4点 (5点満点)", "▲3.2%", "十二億三千万円", "2億3560円余", "27, 314", "約5.2%減", "〇件"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		q, known, p := Quantity(raw, Hint{})
		if known && p != nil {
			t.Errorf("Quantity(%q) is both known and a problem: %v", raw, p)
		}
		if !known {
			return
		}
		if (q.Value != nil) == (q.Min != nil || q.Max != nil) {
			t.Errorf("Quantity(%q): not exactly one of value and range", raw)
		}
		if q.Value != nil && q.Unit == "円" && q.Value.Abs().GreaterThan(decimal.New(1, 40)) {
			return
		}
		// Written plainly, the quantity reads the same.
		if again, ok, p := Quantity(quantityText(model.Quantity{Value: q.Value, Unit: q.Unit}), Hint{}); q.Value != nil && knownUnit(q.Unit) && (!ok || !again.Value.Equal(*q.Value)) && !q.Value.IsNegative() && (p == nil || p.Code != "quantity.point") {
			t.Errorf("Quantity(%q) = %s, which reads as %s, %v", raw, quantityText(q), quantityText(again), p)
		}
	})
}

func BenchmarkQuantity(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Quantity("12億3千万円", Hint{})
	}
}

// A date that lost its bracket is no count of days.
func TestQuantityOfDate(t *testing.T) {
	if q, known, p := Quantity("1日時点", Hint{}); known || p == nil || p.Code != "quantity.is_date" {
		t.Errorf("1日時点 reads as %+v, %v", q, p)
	}
}

// 25万 in a column of 千円 is read as the other years have it, and told.
func TestScaleByNeighbours(t *testing.T) {
	measured := func(texts ...string) (list []model.Measured) {
		for _, s := range texts {
			list = append(list, model.Measured{Quantity: model.Printed[model.Quantity](s, model.Place{Page: 1})})
		}
		return list
	}
	for _, tt := range []struct{ planned, want string }{
		{"245,000", "250000000"}, // 千円 holds as well
		{"260", "250000"},        // it does not
		{"9,000", ""},            // neither is of the order
	} {
		r := &model.Report{Items: []model.Item{{Indicators: []model.Indicator{{
			Name: model.Printed[string]("寄附額（千円）", model.Place{Page: 1}), Planned: measured(tt.planned), Actuals: measured("約25万"),
		}}}}}
		Report(r)
		got := r.Items[0].Indicators[0].Actuals[0].Quantity
		if value := ""; got.Known {
			value = got.Value.Value.String()
			if value != tt.want || !got.Value.Approximate {
				t.Errorf("beside %s: %s, want %s", tt.planned, value, tt.want)
			}
		} else if tt.want != "" {
			t.Errorf("beside %s: unknown, want %s", tt.planned, tt.want)
		}
		told := false
		for _, w := range r.Warnings {
			told = told || w.Code == "quantity.scale" && len(w.Candidates) == 2
		}
		if !told {
			t.Errorf("beside %s: no warning with both readings", tt.planned)
		}
	}
}
