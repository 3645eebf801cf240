package normalize_test

import (
	"fmt"

	"gyokaku/model"
	"gyokaku/normalize"
)

func ExampleText() {
	text, steps := normalize.Text("企業への P R を\n進め、申請は 3 万件。")
	fmt.Println(text)
	for _, s := range steps {
		fmt.Printf("%s %q → %q\n", s.Rule, s.From, s.To)
	}
	// Output:
	// 企業へのPRを進め、申請は3万件。
	// text.join_lines "を\n進" → "を進"
	// space.japanese " P R " → "PR"
	// space.japanese " 3 " → "3"
}

func ExampleQuantity() {
	q, known, _ := normalize.Quantity("12億3千万円", normalize.Hint{})
	fmt.Println(q.Value, q.Unit, known)
	_, known, problem := normalize.Quantity("2億3560円余", normalize.Hint{})
	fmt.Println(known, problem.Code, problem.Candidates)
	// Output:
	// 1230000000 円 true
	// false quantity.magnitude_gap [200003560 235600000]
}

func ExampleFiscalYear() {
	y, _ := normalize.FiscalYear("平成31年度", normalize.Period{})
	fmt.Println(y)
	y, _ = normalize.FiscalYear("6年度", normalize.Period{From: 2024, To: 2028})
	fmt.Println(y)
	// Output:
	// 2019
	// 2024
}

func ExampleItemNumber() {
	for _, s := range []string{"1-①", "Ⅱ-3", "No.7"} {
		printed, path, _ := normalize.ItemNumber(s)
		fmt.Println(printed, path)
	}
	// Output:
	// 1-① 1-1
	// Ⅱ-3 2-3
	// No.7 7
}

func ExampleMunicipality() {
	for _, g := range normalize.Municipality("府中市") {
		fmt.Println(g.Code, g.Prefecture)
	}
	// Output:
	// 132063 東京都
	// 342084 広島県
}

func ExampleExpressions() {
	for _, e := range normalize.Expressions("進めた。【受講率は41% (2024年度)】 【広告の開拓】") {
		fmt.Printf("%s: %s, %s\n", e.Name, e.Quantity, e.Period)
	}
	// Output:
	// 受講率: 41%, 2024年度
}

func ExampleReport() {
	r := &model.Report{Items: []model.Item{{Progress: &model.Progress{
		Symbol: model.Printed[string]("〇", model.Place{Line: 4}),
		Label:  model.Printed[string]("川順調", model.Place{Line: 4}),
	}}}}
	normalize.Report(r)
	p := r.Items[0].Progress
	fmt.Println(p.Symbol.Value, p.Label.Value, p.Status.Value, p.Pace.Value)
	fmt.Println(p.Label.Raw, p.Label.Steps[0].Rule, p.Label.Doubt)
	// Output:
	// ○ 順調 on_track on_plan
	// 川順調 ocr.vocabulary 0.05
}
