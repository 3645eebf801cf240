package main

import "gyokaku/model"

var japaneseTexts = messages{
	lang: inJapanese,

	rootShort: "行政改革の実績報告書をデータにする",
	rootLong: `gyokaku（行革）は、自治体が公表する行政改革プランの実績報告書
（PDF、Excel、OCRの書き起こし）を読み、実施項目・取組・指標・工程を
JSON と Excel に書き出します。すべての値に、原文とその場所が付きます。`,
	convertShort: "報告書を JSON と Excel に変換する",
	convertLong: `報告書を読み、DIR/reports/ に1件ずつの JSON を、DIR/gyokaku.xlsx に全件の
ブックを書きます。PATH はファイル、フォルダ（中をすべて、名前順に）、
またはワイルドカードです。形式は拡張子ではなく中身で判断します。

JSON の名前は「元のファイル名.json」です。同じ名前のファイルが複数あるときは、
区別がつくまで親フォルダの名前を前に付けます（瑞野市~r5.pdf.json）。
フォルダの中の、報告書でないテキストや画像は読み飛ばします。

終了コード:
    0  終わった
    2  使い方の誤り
    3  読めない文書があった（ほかは変換済み）
    4  変換する報告書がなかった
    5  出力先に同じ名前のファイルがある（何も書いていない）
   70  プログラムの不具合（ほかは変換済み）
   73  出力を書けない
  130  中断された`,
	convertExample: `  gyokaku convert samples
  gyokaku convert r6.pdf r6.xlsx -o 出力 --overwrite
  gyokaku convert '報告書/*.pdf' --json > 結果.json`,
	schemaShort:  "出力の JSON Schema を表示する",
	schemaLong:   "convert が書く JSON の JSON Schema (draft 2020-12) を表示します。",
	explainShort: "値の根拠を、原文の場所からたどる",
	explainLong: `REPORT.json の値が、原文のどこから、どの規則を経て読まれたかを表示します。
PATH は 項目/取組.欄 の形か、JSON ポインタです。`,
	explainExample: `  gyokaku explain out/reports/r6.pdf.json 1-3/1.progress
  gyokaku explain out/reports/r6.pdf.json /items/0/title`,
	versionShort: "版を表示する",
	tablesShort:  "表を取り出す（JSON・CSV・HTML・Markdown）",
	tablesLong: `PDF・ブック・書き起こしのすべての表を、結合セルと位置とともに書き出します。
ページをまたぐ表は、始まるページに1つの表として出します。
終了コードは convert と同じです。

形式:
  json  結合（row_span, column_span）と枠の座標（左上が原点、ポイント）つき。
        ページをまたぐ表には続きの場所 continues_to が付く
  csv   UTF-8。結合セルの文字は左上だけに入る。表と表の間は空行1つ。
        -o にフォルダを指定すると、表ごとに1ファイル（Excel で開けるBOM付き）
  html  rowspan・colspan つきの1つの文書
  md    Markdown の表`,
	tablesExample: `  gyokaku tables r6.pdf --pages 3-5,8
  gyokaku tables r6.pdf --format csv -o 表
  gyokaku tables r6.xlsx --format html > r6.html`,
	textShort: "文字を読む順に取り出す",
	textLong: `文書の文字を読む順に表示します。かたまり（段落・表）の間は空行1つ、
表は1行に1行ずつ、セルの間はタブです。終了コードは convert と同じです。`,
	textExample: `  gyokaku text r6.pdf
  gyokaku text r6.pdf --pages 3-`,
	inspectShort: "ページがどう読まれたかを絵で見る",
	inspectLong: `1ページを、罫線・語・セル・読む順・矢印を重ねた1つの HTML に描きます。
セルが期待どおりに読めないとき、その理由を見るためのものです。
ページそのものの画像も下に敷きます（PDF のみ）。外部への通信はしません。

--form は文書全体を読み、どこがどの欄のどの値になったかをページに重ねます。
警告と、どの欄にもならなかったセルも示します。ブックと書き起こしでは、セルや
行ごとの一覧になります。`,
	inspectExample: `  gyokaku inspect r6.pdf --page 3 -o page.html
  gyokaku inspect r6.pdf --page 3 --form -o form.html`,

	profileShort: "様式の定義（プロファイル）の下書きを作る、点検する",
	profileLong: `様式の定義は、一般の規則ではわからないこと（その市だけの見出しの語、進捗の記号の
意味、項目番号の形など）を書いた YAML です。convert --profile FILE で使います。`,
	suggestShort: "文書から様式の定義の下書きを作る",
	suggestLong: `FILE を読み、対応づけられなかった見出しの推測、進捗の語、課の名前などを、
注釈のついた YAML で標準出力に書きます。推測は人が確かめてください。`,
	suggestExample: "  gyokaku profile suggest 報告書.pdf > 瑞野市.yaml",
	lintShort:      "様式の定義を点検する",
	lintLong: `書式、知らない役割、一般の規則と食い違う語、自治体コードの検査数字、意味のない
進捗の記号などを調べ、見つけたことを1行ずつ「ファイル:行:桁: 内容」で表示します。

終了コード: 0 問題なし、2 使い方の誤り、3 問題があった`,
	flagProfile: "様式の定義の`YAML`（何度でも指定できます）",

	flagLang:       "表示の言語（環境変数 GYOKAKU_LANG でも指定できます）",
	flagHelp:       "この説明を表示する",
	flagOut:        "出力先の`フォルダ`",
	flagFormat:     "出力の形式",
	flagOverwrite:  "出力先に同じ名前のファイルがあれば置き換える",
	flagJSON:       "結果を JSON で標準出力に書く",
	flagJobs:       "同時に変換する`件数`",
	flagPassword:   "保護されたPDFを開く`パスワード`",
	flagPages:      "読む`ページ`（3-5,8 のように）。省けばすべて",
	flagTablesForm: "出力の形式",
	flagTablesOut:  "出力先。csv では`フォルダ`、ほかの形式ではファイル。省けば標準出力",
	flagPage:       "見る`ページ`",
	flagForm:       "認識した欄・値・警告をページに重ねる",
	flagInspectOut: "出力先の`ファイル`（- で標準出力）",
	flagDPI:        "下に敷くページ画像の`解像度`（dpi）。0 で敷かない",
	flagMemory:     "1件の変換に使うメモリの上限（512MiB、2GiB など。0 は無制限）",
	flagTimeout:    "1件の変換にかける`時間`の上限（30s、5m など。0 は無制限）",
	usageTemplate: `使い方:
  {{if .Runnable}}{{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} [コマンド]{{end}}{{if .HasExample}}

例:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

コマンド:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

オプション:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

共通のオプション:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
`,

	wrongUsage:     "使い方の誤り: %s",
	unknownFlag:    "オプション %s はありません",
	needsValue:     "オプション %s には値が要ります",
	badValue:       "%s に「%s」は使えません（使える値: %s）",
	number:         "0以上の整数",
	duration:       "30s、5m など",
	unknownCommand: "コマンド「%s」はありません",
	tooFewArgs:     "引数が足りません（%d個以上必要です）",
	tooManyArgs:    "余分な引数があります: %s",
	seeHelp:        "gyokaku --help または gyokaku コマンド --help に説明があります",
	notReport:      "エラー: %s: gyokaku が書いた報告書の JSON ではありません（%v）",
	noField:        "エラー: %s に %s はありません",
	nearest:        "。近いもの: %s",

	unknownCity:   "（自治体名なし）",
	between:       "  ",
	comma:         "、",
	inParentheses: "（%v）",
	items:         "項目 %d",
	initiatives:   "取組 %d",
	indicators:    "指標 %d",
	means:         "推進手段 %d",
	corrections:   "修正 %d",
	warnings:      "警告 %d",
	outline:       "計画の概要",
	sameAs:        "%s と内容が同じなので、変換は1回だけにしました",
	errorLine:     "エラー: %s: %s。%s",
	bugRequest:    "gyokaku の不具合です。次の記録を添えて報告してください:",
	page:          "%dページ",
	sheet:         "シート「%s」",
	cell:          "セル%s",
	line:          "%d行目",

	sumDone:      "変換 %d件",
	sumSame:      "内容が同じ %d件",
	sumFailed:    "失敗 %d件",
	sumCancelled: "中断 %d件",
	sumSkipped:   "読み飛ばし %d件",
	sumOutput:    "出力先: %s",
	skipped:      "報告書ではないので読み飛ばしました: %s",
	more:         "、ほか%d件",

	unusedProfile: "注意: %s（%s）に当てはまる文書はありませんでした",
	lintClean:     "%s: 問題ありません",
	lintFound:     "問題が %d件あります",

	existsLine:      "エラー: %s が既にあります。何も書いていません。置き換えるには --overwrite を付けるか、-o で別の出力先を指定してください",
	cannotWriteLine: "エラー: %s に書けません（%v）。空き容量と権限を確かめてください",
	interruptedLine: "中断しました。変換の済んだ %d件の JSON は書き終えています",
	nothingLine:     "エラー: 変換する報告書がありません。PDF、Excel (.xlsx)、Word (.docx)、書き起こし (.txt) のファイルかフォルダを指定してください",
	noMatchLine:     "注意: %s に当てはまるファイルはありません",

	problemLine:     "注意: %s: %s",
	noPageLine:      "エラー: %s に %s ページはありません（全%dページ）",
	noRenderLine:    "注意: %s: ページの画像を描けませんでした（%v）。罫線と文字だけを描きます",
	interruptedView: "中断しました",
	standardOutput:  "標準出力",
	pageSet:         "3-5,8 のようなページ",

	missing:   failureText{"ファイルがありません", "名前と場所を確かめてください"},
	forbidden: failureText{"読む権限がありません", "ファイルの権限を確かめてください"},
	memory:    failureText{"メモリの上限を超えたので読むのをやめました", "ファイルを分けるか、--memory で上限を上げてください"},
	failures: map[model.FailureCode]failureText{
		model.FailEmpty:     {"ファイルが空です", "元のファイルを取り直してください"},
		model.FailUnknown:   {"読める形式ではありません", "PDF、Excel (.xlsx)、Word (.docx)、テキストのどれかで用意してください"},
		model.FailHTML:      {"報告書ではなくウェブページ (HTML) が保存されています", "リンク先のファイルをダウンロードし直してください"},
		model.FailEncoding:  {"文字コードがわかりません", "UTF-8 か Shift_JIS で保存し直してください"},
		model.FailBroken:    {"ファイルが壊れているか、途中で切れています", "元のファイルを取り直してください"},
		model.FailEncrypted: {"パスワードで保護されています", "--password でパスワードを指定するか、保護を解除したファイルを用意してください"},
		model.FailTooLarge:  {"大きすぎて読めません", "ファイルを分けるか、画像を減らしてください"},
		model.FailNoText:    {"文字の情報がありません（画像だけのようです）", "OCR で文字にしたものを用意してください"},
		model.FailScan:      {"画像に文字を重ねただけの頁で、表の罫線がないため、欄を読み分けられません", "元のファイル（Excel や Word から作った PDF）を用意してください"},
		model.FailNoForm:    {"実施項目が見つかりません。行政改革の実績報告書ではないか、知らない様式です", "ファイルを確かめてください"},
		model.FailTimeout:   {"制限時間内に読み終わりませんでした", "ファイルを分けるか、--timeout で延ばしてください"},
		model.FailPanic:     {"gyokaku の不具合で読めませんでした", "この行を添えて報告してください"},
		model.FailIO:        {"ファイルを読めません", "保存場所を確かめてください"},
	},
}
