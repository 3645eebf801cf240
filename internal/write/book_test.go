package write

import (
	"bytes"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"gyokaku/model"
)

func reasons(rule string) Reason {
	return map[string]Reason{"text.space": {"日本語の間の空白を除いた", false}, "ocr.vocabulary": {"凡例の語に直した", false}, "status.lexicon": {"語から区分を決めた", true}}[rule]
}

func workbook(t testing.TB, reports ...*model.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Workbook(&b, reports, reasons); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func open(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// raws gives the rows of a sheet as stored, each as heading → value.
func raws(t testing.TB, f *excelize.File, sheet string) []map[string]string {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil || len(rows) == 0 {
		t.Fatalf("sheet %s: %d rows, %v", sheet, len(rows), err)
	}
	var list []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, v := range row {
			if v != "" {
				m[rows[0][i]] = v
			}
		}
		list = append(list, m)
	}
	return list
}

// subset is m reduced to the keys of want.
func subset(m, want map[string]string) map[string]string {
	s := map[string]string{}
	for k := range want {
		if m[k] != "" {
			s[k] = m[k]
		}
	}
	return s
}

func TestSheets(t *testing.T) {
	f := open(t, workbook(t, mizuno(2), outline()))
	want := []string{"はじめに", "項目", "取組", "指標", "工程", "効果額", "計画の概要", "修正履歴", "警告"}
	if diff := cmp.Diff(want, f.GetSheetList()); diff != "" {
		t.Errorf("sheets (-want +got):\n%s", diff)
	}
	r := mizuno(1)
	r.Items[0].Effects = nil
	want = []string{"はじめに", "項目", "取組", "指標", "工程", "修正履歴", "警告"}
	if diff := cmp.Diff(want, open(t, workbook(t, r)).GetSheetList()); diff != "" {
		t.Errorf("sheets without effects and outline (-want +got):\n%s", diff)
	}
}

// Each data sheet is one Excel table from A1 with unique headings, a frozen
// heading and no merged cells, also where there is nothing to list.
func TestDataSheetsAreTables(t *testing.T) {
	for name, reports := range map[string][]*model.Report{
		"full": {mizuno(3), outline()}, "nothing": nil, "empty report": {{}}, "outline only": {outline()},
	} {
		f := open(t, workbook(t, reports...))
		for _, sheet := range f.GetSheetList()[1:] {
			rows, _ := f.GetRows(sheet)
			tables, err := f.GetTables(sheet)
			if err != nil || len(tables) != 1 {
				t.Fatalf("%s: %s has %d tables, %v", name, sheet, len(tables), err)
			}
			want := "A1:" + cellName(len(rows[0]), max(2, len(rows)))
			if tables[0].Range != want {
				t.Errorf("%s: %s: table %s, want %s", name, sheet, tables[0].Range, want)
			}
			seen := map[string]bool{}
			for _, h := range rows[0] {
				if h == "" || seen[h] || strings.Contains(h, "\n") {
					t.Errorf("%s: %s: heading %q is empty, broken or there twice", name, sheet, h)
				}
				seen[h] = true
			}
			panes, err := f.GetPanes(sheet)
			if err != nil || !panes.Freeze || panes.YSplit != 1 || panes.XSplit == 0 {
				t.Errorf("%s: %s: panes %+v, %v", name, sheet, panes, err)
			}
			if merged, err := f.GetMergeCells(sheet); err != nil || len(merged) > 0 {
				t.Errorf("%s: %s: merged %v, %v", name, sheet, merged, err)
			}
		}
	}
}

func TestCells(t *testing.T) {
	f := open(t, workbook(t, mizuno(2), outline()))
	for _, c := range []struct {
		sheet string
		row   int
		want  map[string]string
	}{
		{"項目", 0, map[string]string{"自治体": "瑞野市", "報告年度": "2024", "和暦": "令和6年度", "項目番号": "1-①",
			"実施項目": "窓口の改革", "柱": "1", "取組数": "3", "指標数": "4", "取組の進み具合": "順調 1\n遅れ 1",
			"主管課": "市民課\n=HYPERLINK(\"x\")課", "その他の評価": "1次評価: B（適切）", "確かさ": "1", "項目ID": "1-1",
			"自治体コード": "999997", "文書": "mizuno-2024.pdf", "場所": "2ページ (72, 80)"}},
		{"取組", 0, map[string]string{"取組番号": "1", "記号": "○", "進捗状況": "順調", "区分": "順調",
			"取組期間": "2024 試行\n2025～2028 実施", "計画に対する速さ": "計画どおり", "確かさ": "0.7"}},
		{"取組", 2, map[string]string{"取組番号": "3", "進捗状況": "", "区分": "", "確かさ": "1"}},
		{"指標", 0, map[string]string{"指標名": "待ち時間", "目標": "10分以内", "目標値": "10", "目標単位": "分", "目標条件": "以下",
			"実績値": "12.5", "実績単位": "分", "年度": "2024", "年度 和暦": "令和6年度", "実績÷目標": "1.25", "達成率": "",
			"目標達成": "途中", "達成率を出さない理由": "低いほど良い目標", "計画値": "13", "基準値": "14.5", "基準年度": "2022", "基準年度 和暦": "令和4年度"}},
		{"指標", 1, map[string]string{"指標名": "待ち時間", "実績値": "", "年度": "2025", "計画値": "12", "達成率を出さない理由": "実績がない"}},
		{"指標", 2, map[string]string{"指標名": "オンライン申請率", "目標増減": "増", "目標年度": "2027", "目標年度 和暦": "令和9年度", "達成率": "1", "目標達成": "達成"}},
		{"指標", 3, map[string]string{"目標": "4回～6回", "目標値": "", "目標下限": "4", "目標上限": "6", "実績がない理由": "集計中のため"}},
		{"指標", 4, map[string]string{"実績値": "9", "時点": "2025-03-31", "年度": ""}},
		{"工程", 0, map[string]string{"2024 (R6)": "試行", "2025 (R7)": "実施", "2026 (R8)": "→", "2028 (R10)": "→", "区分": "順調"}},
		{"工程", 1, map[string]string{"2024 (R6)": "検討", "2025 (R7)": "→・実施～", "2026 (R8)": ""}},
		{"効果額", 0, map[string]string{"効果の種類": "削減額", "年度": "2024", "実績額（円）": "-396046000", "単位": "円"}},
		{"計画の概要", 0, map[string]string{"区分": "基本理念", "見出し": "市民とともに歩む改革"}},
		{"計画の概要", 6, map[string]string{"区分": "これまでの計画", "初年度": "2007", "初年度 和暦": "平成19年度", "延長後の最終年度": "2010", "策定": "2007-03"}},
		{"修正履歴", 0, map[string]string{"欄": "1-1 実施項目", "場所": "2ページ (72, 80)", "原文": "窓口〔␣〕の改革", "結果": "窓口〔〕の改革",
			"規則": "text.space", "種別": "字句の修正", "理由": "日本語の間の空白を除いた", "確かさ": "1", "順": "1", "変更前の文字": " ", "JSONの欄": "/items/0/title"}},
		{"修正履歴", 1, map[string]string{"欄": "1-1 取組1 進捗状況 進捗の語", "原文": "〔川〕順調", "結果": "〔〕順調", "確かさ": "0.875"}},
		{"修正履歴", 2, map[string]string{"欄": "1-2 実施項目"}}, // status and pace were read from the same print
		{"警告", 1, map[string]string{"コード": "quantity.ambiguous", "原文": "=1,0OO人", "候補": "1000人\n100人", "場所": "シート 1-① C12"}},
	} {
		rows := raws(t, f, c.sheet)
		if c.row >= len(rows) {
			t.Errorf("%s has only %d rows", c.sheet, len(rows))
			continue
		}
		want := map[string]string{}
		for k, v := range c.want {
			if v != "" {
				want[k] = v
			}
		}
		if diff := cmp.Diff(want, subset(rows[c.row], c.want)); diff != "" {
			t.Errorf("%s row %d (-want +got):\n%s", c.sheet, c.row+2, diff)
		}
	}
}

// Numbers are numeric cells, everything else is text and never a formula; text
// that looks like a formula has the quote prefix.
func TestCellTypes(t *testing.T) {
	reports := []*model.Report{mizuno(3), outline()}
	f := open(t, workbook(t, reports...))
	formulaLike := 0
	for _, tb := range bookTables(reports, reasons) {
		rows, _ := f.GetRows(tb.name, excelize.Options{RawCellValue: true})
		for y := 1; y < len(rows); y++ {
			for x, v := range rows[y] {
				at := cellName(x+1, y+1)
				if formula, _ := f.GetCellFormula(tb.name, at); formula != "" {
					t.Errorf("%s!%s is a formula: %s", tb.name, at, formula)
				}
				if v == "" {
					continue
				}
				kind, _ := f.GetCellType(tb.name, at)
				_, notNumber := strconv.ParseFloat(v, 64)
				if tb.columns[x].form.numeric() {
					if kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber || notNumber != nil {
						t.Errorf("%s!%s (%s) = %q is not a number", tb.name, at, tb.columns[x].heading, v)
					}
				} else if kind != excelize.CellTypeInlineString && kind != excelize.CellTypeSharedString {
					t.Errorf("%s!%s (%s) = %q has type %v, want text", tb.name, at, tb.columns[x].heading, v, kind)
				}
				if startsFormula(v) && !tb.columns[x].form.numeric() {
					formulaLike++
					style, _ := f.GetCellStyle(tb.name, at)
					if q := f.Styles.CellXfs.Xf[style].QuotePrefix; q == nil || !*q {
						t.Errorf("%s!%s = %q has no quote prefix", tb.name, at, v)
					}
				}
			}
		}
	}
	if formulaLike < 6 {
		t.Errorf("only %d cells that look like formulas", formulaLike)
	}
}

// Each year column has its wareki label right after it.
func TestWarekiBesideYears(t *testing.T) {
	for _, tb := range tables(nil) {
		for i, c := range tb.columns {
			if c.form != formYear {
				continue
			}
			if i+1 == len(tb.columns) || !strings.HasSuffix(tb.columns[i+1].key, c.key+"_wareki") {
				t.Errorf("%s: no wareki beside %s", tb.name, c.heading)
			}
		}
	}
}

// Keys are usable in CSV, Parquet and SQL: snake_case and unique.
func TestColumnKeys(t *testing.T) {
	for _, tb := range tables(nil) {
		seen := map[string]bool{}
		for _, c := range tb.columns {
			if c.key == "" || strings.Trim(c.key, "abcdefghijklmnopqrstuvwxyz0123456789_") != "" || seen[c.key] {
				t.Errorf("%s: key %q", tb.key, c.key)
			}
			seen[c.key] = true
			if c.width <= 0 || c.heading == "" {
				t.Errorf("%s: %+v", tb.key, c)
			}
		}
		if tb.frozen >= len(tb.columns) || tb.about == "" {
			t.Errorf("%s: frozen %d, about %q", tb.key, tb.frozen, tb.about)
		}
	}
}

func TestOptionalColumnsAreHidden(t *testing.T) {
	f := open(t, workbook(t, mizuno(1)))
	for heading, want := range map[string]bool{"段階": false, "計画に対する速さ": true, "実施内容": true} {
		rows, _ := f.GetRows("取組")
		for i, h := range rows[0] {
			if h != heading {
				continue
			}
			column, _ := excelize.ColumnNumberToName(i + 1)
			if visible, err := f.GetColVisible("取組", column); err != nil || visible != want {
				t.Errorf("%s: visible %v, %v", heading, visible, err)
			}
		}
	}
}

func TestLongTextIsCutWithAWarning(t *testing.T) {
	r := mizuno(1)
	r.Items[0].Assessment.Value = strings.Repeat("長い文。", 9000) + "\x00\x1b\v"
	r.Items[0].Goal.Value = "制御\x00文字\x1b[31m"
	f := open(t, workbook(t, r))
	item := raws(t, f, "項目")[0]
	if got := item["総括評価"]; !strings.HasSuffix(got, cutNote) || utf16Len(got) > maxCellText || utf16Len(got) < maxCellText-10 {
		t.Errorf("cell has %d units and ends in %q", utf16Len(got), got[max(0, len(got)-60):])
	}
	if got := item["目指す姿"]; got != "制御文字[31m" {
		t.Errorf("control characters: %q", got)
	}
	warnings := raws(t, f, "警告")
	last := warnings[len(warnings)-1]
	if last["コード"] != "workbook.cut" || !strings.Contains(last["内容"], "シート「項目」2行「総括評価」") {
		t.Errorf("warning %v", last)
	}
}

func TestWorkbookIsDeterministic(t *testing.T) {
	first := workbook(t, mizuno(3), outline())
	for range 3 {
		if !bytes.Equal(first, workbook(t, mizuno(3), outline())) {
			t.Fatal("two runs differ")
		}
	}
	props, err := open(t, first).GetDocProps()
	if err != nil || props.Created != epoch || props.Modified != epoch {
		t.Errorf("created %s, modified %s, %v", props.Created, props.Modified, err)
	}
}

func TestTextWidth(t *testing.T) {
	for s, want := range map[string]float64{"": 0, "abc": 3, "あいう": 6, "ｱｲｳ": 3, "○1": 3} {
		if got := textWidth(s); got != want {
			t.Errorf("textWidth(%q) = %v, want %v", s, got, want)
		}
	}
	for s, want := range map[string]int{"": 1, "あ\nい": 2, strings.Repeat("あ", 10): 1, strings.Repeat("あ", 11): 2} {
		if got := lineCount(s, 20+cellPadding); got != want {
			t.Errorf("lineCount(%q) = %v, want %v", s, got, want)
		}
	}
	for _, c := range []struct {
		column column
		cell   cell
		want   float64
	}{
		{column{form: formProse, width: 40}, textCell(strings.Repeat("あ", 2000)), maxProse},
		{column{form: formProse, width: 40}, textCell(strings.Repeat("あ", 400)), 40},
		{column{form: formText, width: 11}, textCell("みずのはらし市"), 15.5},
		{column{form: formText, width: 11}, textCell(strings.Repeat("あ", 50)), 21},
		{column{form: formDecimal, width: 9}, numberCell(dec("4000000000")), 14.5},
		{column{form: formDecimal, width: 9}, numberCell(dec("4")), 9},
	} {
		if got := fitted(c.column, []cell{c.cell, {}}); got != c.want {
			t.Errorf("fitted(%+v, %+v) = %v, want %v", c.column, c.cell, got, c.want)
		}
	}
}

func BenchmarkWorkbook(b *testing.B) {
	reports := []*model.Report{mizuno(23)}
	b.ReportAllocs()
	for b.Loop() {
		if err := Workbook(io.Discard, reports, reasons); err != nil {
			b.Fatal(err)
		}
	}
}

// The first sheet says for each document how much of its tables was understood;
// all but one cell is not 100 %.
func TestIntroCoverage(t *testing.T) {
	rows, err := open(t, workbook(t, mizuno(2), outline())).GetRows("はじめに")
	if err != nil {
		t.Fatal(err)
	}
	column := -1
	got := map[string]string{}
	for _, row := range rows {
		if i := slices.Index(row, "対応づけたセル"); i > 1 {
			column = i
		}
		if column > 0 && len(row) > column && strings.Contains(row[1], "\n") {
			name, _, _ := strings.Cut(row[1], "\n")
			got[name] = row[column]
		}
	}
	if got["mizuno-2024.pdf"] != "1999 / 2000 (99.9%)" {
		t.Errorf("coverage column %d: %q", column, got)
	}
}
