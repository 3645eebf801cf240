package main

import "gyokaku/model"

var plan = []planItem{
	{
		number: "1-①", id: "1-1", title: "窓口手続の簡素化", departments: []string{"市民課"},
		situation: "転入や出生などの手続では、来庁した市民が複数の窓口を回り、同じ事項を何度も書いている。繁忙期には待ち時間が1時間を超える日もあり、窓口の配置と申請書の様式を合わせて見直す必要がある。",
		goal:      "市民が一つの窓口で、書かずに、待たずに手続を終えられる。",
		targets: []target{{
			name: "書かない窓口の利用率", print: "書かない窓口の利用率 60% (2027年度)", want: percent("60"), year: 2027,
		}},
		initiatives: []planned{
			{title: "書かない窓口の対象となる手続を選び、順次拡大する。", bars: []bar{{2024, 2024, "検討"}, {2025, 2025, "準備"}, {2026, 2028, "実施"}}},
			{title: "窓口の混雑状況をウェブサイトで公開し、来庁の分散を図る。", bars: []bar{{2024, 2028, "実施"}}},
			{title: "おくやみに関する手続をまとめて受け付ける窓口を設ける。", bars: []bar{{2025, 2025, "導入"}, {2026, 2028, "継続"}}},
		},
	},
	{
		number: "1-②", id: "1-2", title: "電子申請の拡大", departments: []string{"デジタル推進課", "総務課"},
		situation: "電子申請ができる手続は全体の2割にとどまり、利用も一部の手続に偏っている。押印や添付書類を求める規則が残っていることが、電子化の妨げになっている。",
		goal:      "市民が時間と場所を選ばずに申請でき、職員の入力作業も減っている。",
		targets: []target{{
			name: "電子申請の年間件数", print: "電子申請の年間件数 2万5千件 (2028年度)", want: count("25000", "件"), year: 2028,
		}},
		initiatives: []planned{
			{title: "電子申請の対象を、年間100件以上の申請がある手続へ広げる。", bars: []bar{{2024, 2024, "準備"}, {2025, 2028, "実施"}}},
			{title: "押印と添付書類を求める規則を点検し、見直す。", bars: []bar{{2024, 2025, "検討"}, {2026, 2028, "実施"}}},
		},
	},
	{
		number: "2-①", id: "2-1", title: "自主財源の確保", departments: []string{"財政課"},
		situation: "生産年齢人口の減少により市税の伸びが見込めない一方、社会保障に係る経費は毎年増えている。市が持つ資産や魅力を生かして、市税以外の収入を増やす必要がある。",
		goal:      "寄附や広告などの収入が市の施策を支える財源として定着している。",
		targets: []target{
			{name: "ふるさと納税の年間寄附額", print: "ふるさと納税の年間寄附額 3億円 (2028年度)", want: yen("300000000"), year: 2028},
			{name: "ネーミングライツの導入施設数", print: "ネーミングライツの導入施設数 5施設", want: count("5", "施設")},
		},
		initiatives: []planned{
			{title: "返礼品の開発を市内の事業者と進め、寄附の受入れを拡大する。", bars: []bar{{2024, 2028, "実施"}}},
			{title: "公共施設へのネーミングライツを導入する。", bars: []bar{{2024, 2024, "検討"}, {2025, 2025, "導入"}, {2026, 2028, "継続"}}},
			{title: "遊休地の貸付けに関する方針を定める。", bars: []bar{{2026, 2026, "検討"}, {2027, 2028, "導入"}}},
		},
	},
	{
		number: "2-②", id: "2-2", title: "公共施設の維持管理費の縮減", departments: []string{"管財課", "教育総務課"},
		situation: "施設ごとに個別の契約で点検や清掃を行っており、仕様も単価もそろっていない。老朽化による修繕も増えているため、管理の方法を全庁で見直す必要がある。",
		goal:      "施設の管理が一元化され、限られた経費で安全が保たれている。",
		targets: []target{{
			name: "施設維持管理費", print: "施設維持管理費 8%減", want: decrease("8"),
		}},
		initiatives: []planned{
			{title: "包括管理業務委託の導入に向けて、対象施設と効果を調査する。", bars: []bar{{2024, 2025, "検討"}, {2026, 2026, "準備"}, {2027, 2028, "実施"}}},
			{title: "照明のLED化を進め、電気使用量を減らす。", bars: []bar{{2024, 2028, "実施"}}, arrow: true},
		},
	},
	{
		number: "3-①", id: "3-1", title: "職員の働き方の見直し", departments: []string{"人事課"},
		situation: "特定の部署と時期に時間外勤務が集中している。育児や介護と両立しながら働く職員も増えており、時間と場所に縛られない働き方を整える必要がある。",
		goal:      "職員が心身ともに健康で、能力を十分に発揮している。",
		targets: []target{
			{name: "年間360時間を超える時間外勤務をした職員数", print: "年間360時間を超える時間外勤務をした職員数 0人", want: people("0")},
			{name: "職員満足度", print: "職員満足度 4点 (5点満点)", want: outOf("4", "5")},
		},
		initiatives: []planned{
			{title: "業務量を四半期ごとに把握し、部署間の応援を行う。", bars: []bar{{2024, 2028, "実施"}}},
			{title: "在宅勤務とフレックスタイム制を組み合わせて運用する。", bars: []bar{{2024, 2024, "検討"}, {2025, 2028, "実施"}}},
		},
	},
	{
		number: "3-②", id: "3-2", title: "地域との協働", departments: []string{"協働推進課"},
		situation: "自治会の加入率は年々下がり、役員の高齢化も進んでいる。行政だけでは解決できない課題について、地域の団体と話し合い、役割を分け合う場が要る。",
		goal:      "地域の団体と市が対等な立場で課題を共有し、協力して解決している。",
		targets: []target{{
			name: "各地区の地域懇談会の年間開催回数", print: "各地区の地域懇談会の年間開催回数 3回以上", want: atLeast("3", "回"),
		}},
		initiatives: []planned{
			{title: "地区担当職員を置き、地域懇談会を定期に開く。", bars: []bar{{2024, 2024, "準備"}, {2025, 2028, "実施"}}, arrow: true},
			{title: "市民活動の相談を受ける窓口を、まちづくりセンターに設ける。", bars: []bar{{2024, 2025, "試行"}, {2026, 2028, "実施"}}},
		},
	},
}

func outOf(value, full string) model.Quantity {
	q := amount(value, "点", model.MeasureScore)
	q.OutOf = number(full)
	return q
}

func atLeast(value, unit string) model.Quantity {
	q := count(value, unit)
	q.Comparator = model.AtLeast
	return q
}

func between(low, high, unit string) model.Quantity {
	return model.Quantity{Min: number(low), Max: number(high), Unit: unit, Measure: model.MeasureCount}
}

func about(q model.Quantity) model.Quantity {
	q.Approximate = true
	return q
}
