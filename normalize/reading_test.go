package normalize

import (
	"encoding/json"
	"strings"
	"testing"

	"gyokaku/model"

	"github.com/shopspring/decimal"
)

// readings are our own cases of each kind: what is read, in short.
var readings = []struct {
	kind     Kind
	in, text string
	decision Decision
	value    string // part of the JSON value
}{
	{KindStatus, "○　順調", "○ 順調", Fix, `"status":"on_track"`},
	{KindStatus, "@ 完了", "◎ 完了", Fix, `"label":"完了"`},
	{KindStatus, "未完了", "未完了", Review, `"label":null`},
	{KindStatus, "◎ 遅れ", "◎ 遅れ", Review, `"label":"遅れ"`},
	{KindDepartment, "人事課、財政課", "人事課|財政課", Fix, `["人事課","財政課"]`},
	{KindDepartment, "担当課：建設謀", "建設課", Fix, `["建設課"]`},
	{KindDepartment, "舟運課", "舟運課", Review, `["舟運課"]`},
	{KindDepartment, "市民課ほか", "市民課ほか", Same, `["市民課ほか"]`},
	{KindNumber, "２―③", "2-③", Fix, `"id":"2-3"`},
	{KindNumber, "Ⅱ-3", "Ⅱ-3", Same, `"id":"2-3"`},
	{KindNumber, "R7-1", "R7-1", Same, `"id":"R7-1"`},
	{KindNumber, "3-@", "3-@", Review, `null`},
	{KindQuantity, "約２割５分", "約2割5分", Fix, `"value":25,`},
	{KindQuantity, "3干円", "3千円", Fix, `"value":3000,`},
	{KindQuantity, "2憶円", "2憶円", Review, `null`},
	{KindQuantity, "待機者ゼロ", "待機者ゼロ", Same, `"value":0,`},
	{KindQuantity, "1 234件", "1 234件", Review, `null`},
	{KindDate, "令和7一9年度", "令和7~9年度", Fix, `"to":{"fiscal_year":2027}`},
	{KindDate, "平成33年度", "平成33年度", Review, `"fiscal_year":2021`},
	{KindDate, "2024年度下半期", "2024年度下半期", Same, `"from":{"month":"2024-10"},"to":{"month":"2025-03"}`},
	{KindDate, "平成 年 月", "平成年月", Review, `null`},
	{KindSchedule, "実放", "実施", Fix, `"phase":"implement"`},
	{KindSchedule, "その他", "その他", Review, `null`},
	{KindLabel, "進 抄状況", "進捗状況", Fix, `"進捗状況"`},
	{KindLabel, "取細内容①", "取組内容①", Fix, `"取組内容①"`},
	{KindLabel, "〈施策の体系>", "〈施策の体系〉", Fix, `"〈施策の体系〉"`},
	{KindText, "出カ用紙", "出力用紙", Fix, `"出力用紙"`},
	{KindText, "数カ所、第1号ロ、口コミ", "数か所、第1号ロ、口コミ", Fix, ``},
	{KindText, "行行財財政政改改革革の推進", "行行財財政政改改革革の推進", Same, ``},
	{KindText, "行行財財政政改改革革", "行財政改革", Fix, ``},
	{KindText, "各々の課課で、ますます", "各々の課課で、ますます", Same, ``},
	{KindText, "－", "", Fix, `null`},
}

func TestReadings(t *testing.T) {
	for _, c := range readings {
		r := Read(c.kind, c.in, Context{})
		data, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		_, value, _ := strings.Cut(string(data), `"value":`)
		if r.Text != c.text || r.Decision != c.decision || !strings.Contains(value, c.value) {
			t.Errorf("%s %q is %q, %s; want %q, %s with %s:\n%s", c.kind, c.in, r.Text, r.Decision, c.text, c.decision, c.value, data)
		}
	}
}

// unreadable are the codes of problems that leave no value.
var unreadable = []string{"unreadable", "malformed", "grouping", "split", "placeholder", "no_such", "no_era", "range", "variant", "several", "bracket_role", "reversed"}

func holds(t *testing.T, kind Kind, s string, r Reading) {
	if got, ok := model.Replay(s, r.Steps); !ok || got != r.Text {
		t.Errorf("%s %q: the steps lead to %q and not to %q: %v", kind, s, got, r.Text, r.Steps)
	}
	again := Read(kind, r.Text, Context{})
	if again.Text != r.Text {
		t.Errorf("%s %q: read as %q, and that as %q", kind, s, r.Text, again.Text)
	}
	data, err := json.Marshal(r)
	if err != nil || !json.Valid(data) {
		t.Fatalf("%s %q: %v %s", kind, s, err, data)
	}
	value, err := r.valueJSON()
	for _, w := range r.Warnings {
		for _, code := range unreadable {
			if strings.HasSuffix(w.Code, "."+code) && (value != nil || err != nil) {
				t.Errorf("%s %q: both known and %s: %s", kind, s, w.Code, value)
			}
		}
	}
	if (r.Decision == Review) != (len(r.Warnings) > 0) || r.Decision == Same && r.Text != s {
		t.Errorf("%s %q: %s with %d warnings, %q", kind, s, r.Decision, len(r.Warnings), r.Text)
	}
}

func fuzzKind(f *testing.F, kind Kind) {
	for _, c := range readings {
		f.Add(c.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) < 300 {
			holds(t, kind, s, Read(kind, s, Context{}))
		}
	})
}

func FuzzReadStatus(f *testing.F)     { fuzzKind(f, KindStatus) }
func FuzzReadDepartment(f *testing.F) { fuzzKind(f, KindDepartment) }
func FuzzReadNumber(f *testing.F)     { fuzzKind(f, KindNumber) }
func FuzzReadDate(f *testing.F)       { fuzzKind(f, KindDate) }
func FuzzReadSchedule(f *testing.F)   { fuzzKind(f, KindSchedule) }
func FuzzReadLabel(f *testing.F)      { fuzzKind(f, KindLabel) }
func FuzzReadText(f *testing.F)       { fuzzKind(f, KindText) }
func FuzzReadQuantity(f *testing.F)   { fuzzKind(f, KindQuantity) }

// A quantity that is written is read again as it was.
func FuzzQuantityRoundTrip(f *testing.F) {
	f.Add(int64(2310000000), uint8(0), uint8(0), uint8(0), false, uint8(0))
	f.Add(int64(-15), uint8(1), uint8(2), uint8(1), true, uint8(3))
	f.Fuzz(func(t *testing.T, value int64, places, unit, comparator uint8, approximate bool, change uint8) {
		u := units[int(unit)%len(units)].base
		v := decimal.New(value%1e15, -int32(places%3))
		q := model.Quantity{
			Value: &v, Unit: u, Measure: measureOf(u), Approximate: approximate,
			Comparator: []model.Comparator{"", model.AtLeast, model.AtMost, model.LessThan, model.MoreThan}[comparator%5],
			Change:     []model.Change{"", model.Increase, model.Decrease}[change%3],
		}
		s := FormatQuantity(q)
		got, known, p := Quantity(s, Hint{})
		if !known || p != nil {
			t.Fatalf("%s is not read: %v", s, p)
		}
		if FormatQuantity(got) != s || !got.Value.Equal(v) || got.Unit != u || got.Measure != q.Measure {
			t.Errorf("%s is read as %s", s, FormatQuantity(got))
		}
	})
}
