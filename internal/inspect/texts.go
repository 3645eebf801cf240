package inspect

import "gyokaku/extract"

// texts are the words of the page in one language. Those with verbs are
// formats.
type texts struct {
	lang, title, comma, zoom, hint, blocks, nothing string

	words, glyphs, rules, arrows, tables, cells, lines, reader string
	unmappedFound, outsideFound, noTables                      string
	cellAt, also, arrowThrough, hiddenCell                     string
	wordAt, lineAt, tableAt, continues, unmappedGlyph          string

	fields, warnings, unbound, noForm, formHint     string
	headPlace, headField, headValue, headRaw        string
	fieldIs, fromRaw, rulesAre, noRules, confidence string

	layerFields, layerWarnings                                               string
	layerPicture, layerText, layerWords, layerGlyphs, layerRules, layerCells string
	layerLines, layerFree, layerOrder, layerArrows, layerUnmapped            string

	kinds map[extract.PageKind]string
}

var japanese = texts{
	lang: "ja", title: "%s %dページ（全%d）", comma: "、", zoom: "拡大",
	hint:   "セル・語・行を指すと、ここに中身が出ます。クリックで固定し、右の一覧と対応します。",
	blocks: "読む順", nothing: "（文字なし）",

	words: "語 %d（うち見えない %d）", glyphs: "字 %d（うち文字不明 %d）", rules: "罫線 %d（うち破線 %d）",
	arrows: "矢印 %d", tables: "表 %d", cells: "セル %d（うち空 %d）", lines: "表の外の行 %d", reader: "読み取り %s",
	unmappedFound: "文字のわからない字が %d あります（紫の枠）。フォントに文字の対応がありません。",
	outsideFound:  "セルからはみ出している行が %d あります（赤の枠）。線でつないだセルの文字として読んでいます。",
	noTables:      "罫線で囲まれた表がありません。",
	cellAt:        "行 %d 列 %d（%d行 × %d列）", also: "続き: %s", arrowThrough: "矢印が通る", hiddenCell: "非表示",
	wordAt: "語 %d %.1fpt %s", lineAt: "ブロック %d 行 %s", tableAt: "%d 表 %d行 × %d列 %s", continues: "前のページの続き",
	unmappedGlyph: "文字のわからない字",

	formHint: "色の枠（認識した欄）や赤い破線（警告）を指すと、値・原文・規則がここに出ます。クリックで固定し、右の一覧と対応します。",
	fields:   "このページで認識した欄（%d）", warnings: "警告（%d）", unbound: "どの欄でもないセル（%d）",
	noForm:    "報告書の様式を認識できませんでした。",
	headPlace: "場所", headField: "欄", headValue: "値", headRaw: "原文",
	fieldIs: "%s: %s", fromRaw: "← %s", rulesAre: "規則 %s", noRules: "規則なし（印刷のまま）", confidence: "確かさ %.4g%%",

	layerFields: "認識した欄", layerWarnings: "警告",
	layerPicture: "ページの画像", layerText: "文字", layerWords: "語の枠", layerGlyphs: "字の枠", layerRules: "罫線", layerCells: "セル",
	layerLines: "セルの行", layerFree: "表の外の行", layerOrder: "読む順", layerArrows: "矢印", layerUnmapped: "文字不明",

	kinds: map[extract.PageKind]string{
		extract.PageDigital: "文字のページ", extract.PageScan: "画像だけのページ", extract.PageScanText: "画像に見えない文字を重ねたページ",
		extract.PageMixed: "全面の画像と文字のページ", extract.PageOutlined: "字が図形になっているページ", extract.PageBlank: "白紙",
		extract.PageDamaged: "壊れたページ", extract.PageWorksheet: "ブックのシート", extract.PageText: "テキスト",
	},
}

var english = texts{
	lang: "en", title: "%s page %d of %d", comma: ", ", zoom: "zoom",
	hint:   "Point at a cell, word or line to see what it holds. Click to keep it and find it in the list.",
	blocks: "Reading order", nothing: "(no text)",

	words: "words %d (invisible %d)", glyphs: "glyphs %d (unmapped %d)", rules: "rules %d (dashed %d)",
	arrows: "arrows %d", tables: "tables %d", cells: "cells %d (empty %d)", lines: "lines outside of tables %d", reader: "read by %s",
	unmappedFound: "%d glyphs without a character (purple): the font does not say what they mean.",
	outsideFound:  "%d lines stand out of their cell (red); they are read as text of the cell they are tied to.",
	noTables:      "No table is drawn by rules.",
	cellAt:        "row %d column %d (%d rows × %d columns)", also: "continued: %s", arrowThrough: "an arrow passes through", hiddenCell: "hidden",
	wordAt: "word %d %.1fpt %s", lineAt: "block %d line %s", tableAt: "%d table, %d rows × %d columns, %s", continues: "continued from the page before",
	unmappedGlyph: "a glyph without a character",

	formHint: "Point at a coloured box (field) or a dashed red one (warning) to see value, print and rules. Click to keep it and find it in the list.",
	fields:   "Fields recognised on this page (%d)", warnings: "Warnings (%d)", unbound: "Cells of no field (%d)",
	noForm:    "No form of a report was recognised.",
	headPlace: "place", headField: "field", headValue: "value", headRaw: "as printed",
	fieldIs: "%s: %s", fromRaw: "← %s", rulesAre: "rules %s", noRules: "no rules (as printed)", confidence: "confidence %.4g%%",

	layerFields: "fields", layerWarnings: "warnings",
	layerPicture: "picture", layerText: "text", layerWords: "words", layerGlyphs: "glyphs", layerRules: "rules", layerCells: "cells",
	layerLines: "lines of cells", layerFree: "lines outside of tables", layerOrder: "order", layerArrows: "arrows", layerUnmapped: "unmapped",

	kinds: map[extract.PageKind]string{
		extract.PageDigital: "digital text", extract.PageScan: "scan", extract.PageScanText: "scan with a text layer",
		extract.PageMixed: "text over a page-wide image", extract.PageOutlined: "text drawn as outlines", extract.PageBlank: "blank",
		extract.PageDamaged: "damaged", extract.PageWorksheet: "sheet of a workbook", extract.PageText: "text",
	},
}
