package form

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gyokaku/extract"
	"gyokaku/model"
)

// transcript makes a document of tab-separated lines, as package text does.
func transcript(s string) *extract.Document {
	page := extract.Page{Number: 1, Kind: extract.PageText}
	var t *extract.Table
	for n, line := range strings.Split(s, "\n") {
		at := model.Place{Line: n + 1, Column: 1}
		if !strings.Contains(line, "\t") {
			t = nil
			if strings.TrimSpace(line) != "" {
				page.Blocks = append(page.Blocks, extract.Block{Line: &extract.Line{Text: line, At: at}})
			}
			continue
		}
		if t == nil {
			t = &extract.Table{At: at}
			page.Blocks = append(page.Blocks, extract.Block{Table: t})
		}
		for i, text := range strings.Split(line, "\t") {
			t.Cells = append(t.Cells, extract.Cell{Row: t.Rows, Column: i, RowSpan: 1, ColumnSpan: 1, Text: text,
				At: model.Place{Line: n + 1, Column: i + 1}})
			t.Columns = max(t.Columns, i+1)
		}
		t.Rows++
	}
	return &extract.Document{Format: "text", Pages: []extract.Page{page}}
}

const oneItem = `瑞野市行政改革プラン (2024 -2028)

アクションプラン個別項目 – 実績報告 (2024年度報告)

実施項目	窓口の改善	項目番号	1-①
〈アクション項目の概要〉		主管課	市民課 総務課

現状と課題	待ち時間が長い。
目指す姿	待たずに済む。【平均待ち時間 10分以下】
取組の内容		取組期間 (年度)
		2024	2025	2026
取組内容 1	予約を始める。	検討	実施
取組内容 2	案内を見直す。	実施

〈アクション項目の総括〉

	取組状況、今後の取組、数値目標の状況など
総括評価	予約の方式を決めた。
【平均待ち時間 14分 (2024年度)】

〈取組内容別の実績報告〉

取組内容 1	予約を始める。	進捗状況	○	順調
2024年度の実施内容	三つの方式を比べた。
次年度に向けた改善点	-
取組内容 2	案内を見直す。	進捗状況	△	やや遅れ
2024年度の 実施内容	掲示を替えた。
次年度に 向けた 改善点	外国語を足す。
`

func mustRead(t *testing.T, doc *extract.Document) *model.Report {
	t.Helper()
	r, err := Read(doc)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// said is a report in short, for comparing.
func said(r *model.Report) []string {
	var out []string
	for _, i := range r.Items {
		out = append(out, i.Number.Raw+"|"+i.Title.Raw+"|"+i.Goal.Raw+"|"+i.Assessment.Raw)
		for _, n := range i.Initiatives {
			s := n.Title.Raw + "|"
			for _, b := range n.Schedule {
				s += b.From.Raw + "-" + b.To.Raw + b.Label.Raw + " "
			}
			if n.Progress != nil {
				s += "|" + n.Progress.Symbol.Raw + n.Progress.Label.Raw
			}
			out = append(out, s+"|"+n.Done.Raw+"|"+n.Next.Raw)
		}
	}
	return out
}

func codes(r *model.Report) (list []string) {
	for _, p := range r.Warnings {
		list = append(list, p.Code)
	}
	return list
}

func TestReadTranscript(t *testing.T) {
	r := mustRead(t, transcript(oneItem))
	want := []string{
		"1-①|窓口の改善|待たずに済む。【平均待ち時間 10分以下】|予約の方式を決めた。\n【平均待ち時間 14分 (2024年度)】",
		"予約を始める。|2024-検討 2025-実施 |○順調|三つの方式を比べた。|-",
		"案内を見直す。|2024-実施 |△やや遅れ|掲示を替えた。|外国語を足す。",
	}
	if diff := cmp.Diff(want, said(r)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := r.Plan.Title.Raw; got != "瑞野市行政改革プラン (2024 -2028)" {
		t.Errorf("plan title %q", got)
	}
	if got := r.FiscalYear.Raw; !strings.Contains(got, "2024年度報告") {
		t.Errorf("fiscal year printed as %q", got)
	}
	if got := r.Items[0].Assessment.Also; len(got) != 1 || got[0].Line != 19 {
		t.Errorf("torn line stands at %v, want line 19", got)
	}
	if diff := cmp.Diff([]string{"layout.torn_row"}, codes(r)); diff != "" {
		t.Errorf("warnings (-want +got):\n%s", diff)
	}
}

// Damage that transcripts show: each variant must read like the undamaged one.
func TestReadDamaged(t *testing.T) {
	want := said(mustRead(t, transcript(oneItem)))
	for _, tt := range []struct{ name, old, new string }{
		{"year headings one column to the left", "\t\t2024\t2025\t2026", "\t2024\t2025\t2026\t"},
		{"heading of the schedule in the row above", "現状と課題\t待ち時間が長い。\n", "現状と課題\t待ち時間が長い。\t取組期間（年度）\n"},
		{"year headings before the goal", "目指す姿\t待たずに済む。【平均待ち時間 10分以下】\n取組の内容\t\t取組期間 (年度)\n\t\t2024\t2025\t2026\n",
			"\t\t2024\t2025\t2026\n目指す姿\t待たずに済む。【平均待ち時間 10分以下】\n"},
		{"head in small tables", "実施項目\t窓口の改善\t項目番号\t1-①\n〈アクション項目の概要〉\t\t主管課\t市民課 総務課",
			"実施項目\t窓口の改善\n\n項目番号\t1-①\n主管課\t市民課 総務課\n\n〈アクション項目の概要〉"},
		{"number before the title", "実施項目\t窓口の改善\t項目番号\t1-①", "項目番号\t1-①\t実施項目\t窓口の改善"},
		{"label before its heading", "\t取組状況、今後の取組、数値目標の状況など\n総括評価\t", "総括評価\t取組状況、今後の取組、数値目標の状況など\n\t"},
		{"misread labels", "目指す姿", "目指す次"},
		{"misread result label", "2024年度の実施内容", "2024年度の実放内容"},
		{"1 read as a letter", "取組内容 1\t予約を始める。\t検討", "取組内容 l\t予約を始める。\t検討"},
		{"status in one cell", "進捗状況\t○\t順調", "進捗状況\t○ 順調"},
		{"label without a section", "〈取組内容別の実績報告〉", ""},
		{"row torn by a blank line", "\n【平均", "\n\n【平均"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			damaged := strings.Replace(oneItem, tt.old, tt.new, 1)
			if damaged == oneItem {
				t.Fatal("the damage does not apply")
			}
			if diff := cmp.Diff(want, said(mustRead(t, transcript(damaged)))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestReadSecondItem(t *testing.T) {
	second := strings.NewReplacer("1-①", "1-②", "窓口の改善", "歳入の確保").Replace(oneItem)
	r := mustRead(t, transcript(oneItem+second))
	if len(r.Items) != 2 || r.Items[1].Title.Raw != "歳入の確保" {
		t.Fatalf("items: %q", said(r))
	}
	if len(r.Items[1].Initiatives) != 2 {
		t.Errorf("second item has %d initiatives, want 2", len(r.Items[1].Initiatives))
	}
}

func TestReadLostHead(t *testing.T) {
	lost := strings.Replace(oneItem, "実施項目\t窓口の改善\t項目番号\t1-①\n〈アクション項目の概要〉\t\t主管課\t市民課 総務課\n", "", 1)
	r := mustRead(t, transcript(oneItem+lost))
	if len(r.Items) != 2 || r.Items[1].Title.Raw != "" {
		t.Fatalf("items: %q", said(r))
	}
	if got := strings.Join(codes(r), " "); !strings.Contains(got, "item.no_head") || !strings.Contains(got, "item.no_title") {
		t.Errorf("warnings %s", got)
	}
}

func TestReadUnbound(t *testing.T) {
	strange := strings.Replace(oneItem, "現状と課題\t待ち時間が長い。", "現状と課題\t待ち時間が長い。\t謎の記載", 1)
	r := mustRead(t, transcript(strange))
	if len(r.Warnings) == 0 || r.Warnings[0].Code != "unbound_cell" && r.Items[0].Situation.Raw != "待ち時間が長い。\n謎の記載" {
		t.Errorf("the cell was lost: %q, %v", r.Items[0].Situation.Raw, codes(r))
	}
}

// Legends and notes stand beside the fields and are no loose ends.
func TestReadLegendAndNote(t *testing.T) {
	extra := "凡例\t◎：達成　○：順調　△：やや遅れ\n※県職員を除く。\t\n"
	r := mustRead(t, transcript(oneItem+"\n"+strings.TrimPrefix(extra, "凡例\t")))
	if len(r.Legend) != 3 || r.Legend[2].Label != "やや遅れ" {
		t.Errorf("legend %v", r.Legend)
	}
	if notes := r.Items[0].Notes; len(notes) != 1 || notes[0].Raw != "※県職員を除く。" {
		t.Errorf("notes %v", notes)
	}
	if diff := cmp.Diff([]string{"layout.torn_row"}, codes(r)); diff != "" {
		t.Errorf("warnings (-want +got):\n%s", diff)
	}
}

func TestReadContradictingYear(t *testing.T) {
	r := mustRead(t, transcript(strings.Replace(oneItem, "2024年度の実施内容", "2023年度の実施内容", 1)))
	if got := strings.Join(codes(r), " "); !strings.Contains(got, "year.contradicts") {
		t.Errorf("warnings %s, want year.contradicts", got)
	}
}

func TestReadNoForm(t *testing.T) {
	for _, text := range []string{"", "お知らせ\n本日は晴天なり。", "部署\t人数\n総務課\t12\n", "担当課\t総務課\n目的\t周知\n"} {
		_, err := Read(transcript(text))
		var f *model.Failure
		if !errors.As(err, &f) || f.Code != model.FailNoForm {
			t.Errorf("Read(%q) = %v, want no_form", text, err)
		}
	}
}

func TestReadBlankForm(t *testing.T) {
	blank := "実施項目\t\t項目番号\t\n主管課\t\n現状と課題\t\n目指す姿\t\n"
	r := mustRead(t, transcript(oneItem+"\n"+blank))
	if len(r.Items) != 1 {
		t.Errorf("a blank form became an item: %q", said(r))
	}
}

// A document in which every cell of a form stands must lose none of them: what
// is in no field is in a warning.
func FuzzReadLosesNothing(f *testing.F) {
	f.Add(oneItem)
	f.Add("実施項目\tあ\t項目番号\t1\n現状と課題\tい\tう\nえ\tお\n")
	f.Fuzz(func(t *testing.T, s string) {
		doc := transcript("実施項目\t題\t項目番号\t9-⑨\n" + s + "\n\n目指す姿\t姿\n")
		r, err := Read(doc)
		if err != nil {
			return
		}
		kept := strings.Builder{}
		for _, e := range rawTexts(r) {
			kept.WriteString(e + "\x00")
		}
		for _, b := range doc.Pages[0].Blocks {
			if b.Table == nil {
				continue
			}
			for _, c := range b.Table.Cells {
				if lost(c.Text, kept.String()) {
					t.Errorf("%q (line %d) is in no field and no warning", c.Text, c.At.Line)
				}
			}
		}
	})
}

// A scan with a text layer has no tables: its words must not be guessed into
// fields.
func TestReadBareScan(t *testing.T) {
	doc := transcript(strings.ReplaceAll(oneItem, "\t", "　"))
	doc.Format, doc.Pages[0].Kind = "pdf", extract.PageScanText
	_, err := Read(doc)
	var f *model.Failure
	if !errors.As(err, &f) || f.Code != model.FailScan {
		t.Errorf("Read = %v, want scan", err)
	}
}
