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
		{"46%", "46%", model.MeasureRatio},
		{"４６．５％", "46.5%", model.MeasureRatio},
		{"97.1パーセント", "97.1%", model.MeasureRatio},
		{"約3割", "約30%", model.MeasureRatio},
		{"40 億円", "4000000000円", model.MeasureMoney},
		{"23億1千万円", "2310000000円", model.MeasureMoney},
		{"1.5億円", "150000000円", model.MeasureMoney},
		{"7億4587万6千円", "745876000円", model.MeasureMoney},
		{"6,153万3,000円", "61533000円", model.MeasureMoney},
		{"3億 200万円", "302000000円", model.MeasureMoney},
		{"3,297百万円", "3297000000円", model.MeasureMoney},
		{"十二億三千万円", "1230000000円", model.MeasureMoney},
		{"▲325,213千円", "-325213000円", model.MeasureMoney},
		{"4 万件", "40000件", model.MeasureCount},
		{"30万5千人", "305000人", model.MeasurePeople},
		{"10 倍以上", ">=10倍", model.MeasureMultiple},
		{"5件未満", "<5件", model.MeasureCount},
		{"5件以内", "<=5件", model.MeasureCount},
		{"360時間を超える", ">360時間", model.MeasureHours},
		{"約6.3%減", "約6.3%減", model.MeasureRatio},
		{"3.5ポイント増", "3.5ポイント増", model.MeasurePoints},
		{"10%の減", "10%減", model.MeasureRatio},
		{"4 回～ 6 回", "4~6回", model.MeasureCount},
		{"4-6回", "4~6回", model.MeasureCount},
		{"9点 (10点満点)", "9点/10", model.MeasureScore},
		{"0 件", "0件", model.MeasureCount},
		{"2,121.063㎡", "2121.063㎡", model.MeasureArea},
		{"10円/件", "10円/件", model.MeasureUnitPrice},
		{"▲1,896人（▲10.6%）", "-1896人", model.MeasurePeople},
		{"1件 (包括管理)", "1件", model.MeasureCount},
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
		{"27,613", Hint{Unit: "千円"}, "27613000円"},
		{"△ 325,213", Hint{Unit: "（千円）"}, "-325213000円"},
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
		{"3億4890円余", "quantity.magnitude_gap", Hint{}, "348900000"},
		{"4憶2,148万1千円", "quantity.unreadable", Hint{}, "4億2,148万1千円"},
		{"38, 276", "quantity.split", Hint{}, "38276"},
		{"1 億 3548 万千円", "quantity.malformed", Hint{}, ""},
		{"三十二十件", "quantity.malformed", Hint{}, ""},
		{"1,0000円", "quantity.grouping", Hint{}, "10000"},
		{"15.821件", "quantity.point", Hint{}, "15,821件"},
		{"1.000千円", "quantity.point", Hint{}, ""},
		{"〇件", "quantity.placeholder", Hint{}, "0"},
		{"30億円(33.1億円)", "quantity.unreadable", Hint{}, ""},
		{"25件/11億2,500万円", "quantity.unreadable", Hint{}, ""},
		{"2024年度", "quantity.is_year", Hint{}, ""},
		{"7.296", "quantity.no_unit", Hint{Name: "公債費比率"}, ""},
		{"6回～4回", "quantity.range", Hint{}, ""},
		{"40備円", "quantity.unit", Hint{}, "40億円"},
		{"第2期", "quantity.unreadable", Hint{}, ""},
		{"一部", "quantity.unreadable", Hint{}, ""},
		{"検討中", "quantity.unreadable", Hint{}, ""},
		{"億円", "quantity.malformed", Hint{}, ""},
		{"3億", "quantity.unreadable", Hint{Unit: "千円"}, ""},
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
	for _, s := range []string{"46%", "23億1千万円", "4 回～ 6 回", "9点 (10点満点)", "▲3.2%", "十二億三千万円", "3億4890円余", "38, 276", "約6.3%減", "〇件"} {
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
		Quantity("23億1千万円", Hint{})
	}
}
