package normalize

import (
	"testing"

	"gyokaku/model"

	"golang.org/x/text/unicode/norm"
)

func TestText(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"事業者への P R 活動を行う。", "事業者へのPR活動を行う。"},
		{"申請は 3 万件、S N Sで配信", "申請は3万件、SNSで配信"},
		{"5０％（2024 年度）", "50%（2024年度）"},
		{"１２，３４５件", "12,345件"},
		{"収納\n率の維持。\n次に進む。", "収納率の維持。\n次に進む。"},
		{"行った。\n\n※注記", "行った。\n※注記"},
		{"Web\nサイトと Open\nData の公開", "WebサイトとOpen Dataの公開"},
		{"<p>－</p>", ""}, // a dash in markup says nothing either
		{"<p>実施した。</p> <p>また、周知した。</p>", "実施した。\nまた、周知した。"},
		{"A &amp; B", "A & B"},
		{"**好循環** 未来へ", "好循環未来へ"},
		{"市\u2ea0の\u2f63活", "市民の生活"},
		{"新たな一\u6b65", "新たな一歩"},
		{"ﾊﾟｰﾄﾅｰｼｯﾌﾟ", "パートナーシップ"},
		{"か\u3099んばる", "がんばる"},
		{"実績\u00ad報告\u200b書", "実績報告書"},
		{"①㈱水野、面積㎡、㊙", "①㈱水野、面積㎡、㊙"},
		{"【応募倍率 8 倍以上】", "【応募倍率 8倍以上】"},
		{"図られている。 【満足度 4点】 ※注", "図られている。\n【満足度 4点】\n※注"},
		{"PPP / PFI、Let’s！体験", "PPP/PFI、Let’s！体験"},
		{"徹底し, 新たな", "徹底し, 新たな"},
		{"4月~9月", "4月~9月"},
		{"－", ""}, {" ― ", ""}, {"***", ""}, {"", ""}, {"なし", "なし"},
	} {
		got, steps := Text(c.in)
		if got != c.want {
			t.Errorf("Text(%q) = %q, want %q", c.in, got, c.want)
		}
		if s, ok := model.Replay(c.in, steps); c.want != "" && (!ok || s != c.want) {
			t.Errorf("Text(%q): steps replay to %q, want %q", c.in, s, c.want)
		}
	}
}

func TestLine(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"公共施設の\n清掃委託", "公共施設の清掃委託"},
		{"計画を見直す。\nまた実施する。", "計画を見直す。また実施する。"},
		{"  人材の 育成 ", "人材の育成"},
	} {
		if got, _ := Line(c.in); got != c.want {
			t.Errorf("Line(%q) = %q, want %q", c.in, got, c.want)
		}
	}
	if got, _ := Phrase("寄り添い　つなぐ\n改革"); got != "寄り添い つなぐ改革" {
		t.Errorf("Phrase keeps a set space: got %q", got)
	}
}

// A step shows the place of a change, not the whole text.
func TestStepsAreLocal(t *testing.T) {
	_, steps := Text("最初の文。P R活動を進めた結果、申請が 3 万件に増えた。")
	if len(steps) != 2 || steps[0].From != "P R" && steps[0].From != "P R活" {
		t.Errorf("steps = %+v", steps)
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"P R活動、3 万件", "<p>あ。</p> <p>い", "&amp;amp;lt;p&gt;", "ﾊﾟ\u3099\u2ea0", "。 ※ 【 】\n\n・", "**a** b\tc　d", "\u00ad\r\n\r", "Ａ Ｂ\nＣ １ ， ２"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		for name, read := range map[string]func(string) (string, []model.Step){"Text": Text, "Line": Line, "Phrase": Phrase} {
			once, steps := read(raw)
			if once == "" {
				continue
			}
			if s, ok := model.Replay(raw, steps); !ok || s != once {
				t.Errorf("%s(%q): steps replay to %q, want %q", name, raw, s, once)
			}
			if twice, _ := read(once); twice != once && !Blank(once) {
				t.Errorf("%s is not idempotent: %q → %q → %q", name, raw, once, twice)
			}
			if !norm.NFC.IsNormalString(once) {
				t.Errorf("%s(%q) = %q is not NFC", name, raw, once)
			}
		}
	})
}

func BenchmarkText(b *testing.B) {
	s := "納付率の向上という目標に向けて、月ごとに計画を立てて、\n工夫しながら進めることができた。2024 年度は 2,345 件の申請があった。"
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Text(s)
	}
}
