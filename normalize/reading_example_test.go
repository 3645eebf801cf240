package normalize_test

import (
	"encoding/json"
	"fmt"

	"gyokaku/normalize"
)

func ExampleRead() {
	for _, s := range []string{"川順調", "不調", "◎達成"} {
		r := normalize.Read(normalize.KindStatus, s, normalize.Context{})
		fmt.Printf("%s: %s, %s\n", s, r.Text, r.Decision)
	}
	// Output:
	// 川順調: 順調, fix
	// 不調: 不調, review
	// ◎達成: ◎ 達成, fix
}

func ExampleRead_quantity() {
	r := normalize.Read(normalize.KindQuantity, "【講座の受講率　約４６％（2024年度）】", normalize.Context{})
	a := r.Amounts[0]
	fmt.Println(a.Name, a.Value, a.Unit, a.Approximate, a.FiscalYear)

	r = normalize.Read(normalize.KindQuantity, "2億1570円余", normalize.Context{})
	fmt.Println(r.Decision, r.Warnings[0].Candidates)
	// Output:
	// 講座の受講率 46 % true 2024
	// review [200001570 215700000]
}

func ExampleReading_json() {
	data, _ := json.Marshal(normalize.Read(normalize.KindDate, "令和6一10年度", normalize.Context{}))
	fmt.Println(string(data))
	// Output:
	// {"raw":"令和6一10年度","text":"令和6~10年度","value":{"from":{"fiscal_year":2024},"to":{"fiscal_year":2028}},"decision":"fix","steps":[{"rule":"date.range","at":7,"from":"一","to":"~"}],"warnings":[]}
}

func ExampleParseMoment() {
	m, _ := normalize.ParseMoment("2024年度上半期", normalize.Period{})
	fmt.Println(m.From.Month, m.To.Month)
	_, p := normalize.ParseMoment("2025年2月29日", normalize.Period{})
	fmt.Println(p.Code)
	// Output:
	// 2024-04 2024-09
	// date.no_such_day
}

func ExampleFormatQuantity() {
	q, _, _ := normalize.Quantity("１２億３千万円以上", normalize.Hint{})
	fmt.Println(normalize.FormatQuantity(q))
	// Output:
	// 1230000000円以上
}

func ExampleScaleByID() {
	s, _ := normalize.ScaleByID("mixed-8")
	r := normalize.Read(normalize.KindStatus, "C", normalize.Context{Scale: s.Scale()})
	fmt.Println(r.Status.Label.Value, r.Status.Status.Value)
	// Output:
	// 要大幅改善 delayed
}

func ExampleSuspicions() {
	for _, p := range normalize.Suspicions("現場の声をつばさに聞き取った。", 2024) {
		fmt.Println(p.Code, p.Candidates)
	}
	// Output:
	// text.suspicion [現場の声をつぶさに聞き取った。]
}
