package normalize

import (
	"testing"

	"gyokaku/model"
)

func TestFiscalYear(t *testing.T) {
	plan := Period{2024, 2028}
	for _, c := range []struct {
		in   string
		want model.FiscalYear // 0: not told
	}{
		{"令和6年度", 2024}, {"令和元年度", 2019}, {"平成31年度", 2019}, {"R6", 2024}, {"Ｒ６年度", 2024}, {"㋿6年度", 2024},
		{"2024", 2024}, {"２０２７ 年度", 2027}, {"二〇二四年度", 2024}, {"令和十年度", 2028}, {"今和6年度", 2024},
		{"平成30(2018)年度", 2018}, {"2018(平成30)年度", 2018}, {"平成36年度", 2024},
		{"6年度", 2024}, {"24年度", 2024}, {"10年度", 2028},
		{"実績報告 (2024年度報告)", 2024},
		{"令和99年度", 0}, {"36年度", 2024}, {"50年度", 0}, {"令和6年度 令和7年度", 0}, {"2024年5月1日", 0}, {"年度", 0}, {"1,234件", 0}, {"毎年度", 0},
	} {
		got, ok := FiscalYear(c.in, plan)
		if ok != (c.want != 0) || ok && got != c.want {
			t.Errorf("FiscalYear(%q) = %d, %v, want %d", c.in, got, ok, c.want)
		}
	}
	if y, ok := FiscalYear("6年度", Period{}); ok {
		t.Errorf("a year without era or plan was read as %d", y)
	}
}

func TestYears(t *testing.T) {
	for _, in := range []string{
		"2024 -2028", "(2024 - 2028)", "2024~2028", "2024〜2028", "2024ー2028", "2024一2028", "2024年度から2028年度まで", "2024-28",
		"令和6年度～令和10年度", "令和6～10年度", "R6～10", "2024年度-2028年度(5年間)", "計画（Ｒ６－Ｒ１０）",
	} {
		if p, ok := Years(in); !ok || p != (Period{2024, 2028}) {
			t.Errorf("Years(%q) = %v, %v", in, p, ok)
		}
	}
	for _, in := range []string{"2028-2024", "2024年度", "4月~9月", "令和610年度"} {
		if p, ok := Years(in); ok {
			t.Errorf("Years(%q) = %v, want none", in, p)
		}
	}
}

func TestDate(t *testing.T) {
	for _, c := range []struct {
		in   string
		want model.Date
	}{
		{"2025年4月1日時点", "2025-04-01"}, {"令和7年3月31日現在", "2025-03-31"}, {"2025 年 4 月 1 日", "2025-04-01"},
		{"R6.4.1", "2024-04-01"}, {"H31.4.30", "2019-04-30"}, {"2024/4/1", "2024-04-01"}, {"2007年3月策定", "2007-03"},
		{"平成二十三年三月十一日", "2011-03-11"}, {"令和6年4\u2f491\u2f47", "2024-04-01"},
		{"2025年2月29日", ""}, {"令和6年13月", ""}, {"7.2%", ""}, {"4/1", ""}, {"2024年度", ""}, {"2024年4月1日と2025年4月1日", ""},
	} {
		if got, ok := Date(c.in); got != c.want || ok != (c.want != "") {
			t.Errorf("Date(%q) = %q, %v, want %q", c.in, got, ok, c.want)
		}
	}
}

func FuzzYears(f *testing.F) {
	for _, s := range []string{"2024 -2028", "令和6～10年度", "平成30(2018)年度", "R6.4.1", "2025年4月1日時点"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		if p, ok := Years(raw); ok && (p.From > p.To || p.From < 1868) {
			t.Errorf("Years(%q) = %v", raw, p)
		}
		if y, ok := FiscalYear(raw, Period{2024, 2028}); ok {
			if again, ok := FiscalYear(y.Wareki(), Period{}); !ok || again != y {
				if y.Wareki() != "" {
					t.Errorf("FiscalYear(%q) = %d, whose wareki %s reads as %d", raw, y, y.Wareki(), again)
				}
			}
		}
		if d, ok := Date(raw); ok {
			if again, ok := Date(string(d)); len(d) == 10 && (!ok || again != d) {
				t.Errorf("Date(%q) = %q, which reads as %q", raw, d, again)
			}
		}
	})
}
