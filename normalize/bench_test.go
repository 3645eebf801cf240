package normalize

import "testing"

// BenchmarkRead gives the cost of one text of each kind.
func BenchmarkRead(b *testing.B) {
	inputs := map[Kind]string{
		KindStatus: "○　川順調", KindDepartment: "総務課 財政課", KindNumber: "１－①", KindQuantity: "【受講率 約４６％（2024年度）】",
		KindDate: "令和６年４月１日", KindSchedule: "検 討", KindLabel: "進抄状況", KindText: "２０２４年度の 実施 内容を（見直し）した。",
	}
	for _, k := range Kinds() {
		b.Run(string(k), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Read(k, inputs[k], Context{})
			}
		})
	}
}
