package main

import "gyokaku/model"

var englishTexts = messages{
	lang: inEnglish,

	rootShort: "turn administrative-reform reports into data",
	rootLong: `gyokaku reads the progress reports that Japanese municipalities publish about
their administrative reform plans (PDF, Excel, OCR transcripts) and writes
their action items, initiatives, indicators and schedules as JSON and Excel.
Every value carries its printed text and its place.`,
	convertShort: "convert reports to JSON and Excel",
	convertLong: `Reads reports and writes one JSON each to DIR/reports/ and a workbook over all
to DIR/gyokaku.xlsx. PATH is a file, a folder (everything in it, sorted by name)
or a wildcard. The format is found from the content, not from the name.

The JSON is named "<source name>.json". Where several sources share a name, their
parent folders stand in front as far as needed (mizuno~r5.pdf.json). Texts and
pictures in folders that are not reports are skipped.

Exit codes:
    0  done
    2  usage
    3  some documents could not be read (the rest are written)
    4  there was no report to convert
    5  an output exists (nothing was written)
   70  a bug of the program (the rest are written)
   73  an output cannot be written
  130  interrupted`,
	convertExample: `  gyokaku convert samples
  gyokaku convert r6.pdf r6.xlsx -o data --overwrite
  gyokaku convert 'reports/*.pdf' --json > result.json`,
	schemaShort:  "print the JSON Schema of the output",
	schemaLong:   "Prints the JSON Schema (draft 2020-12) of the JSON that convert writes.",
	explainShort: "trace a value to its place in the source",
	explainLong: `Prints where in the source a value of REPORT.json was read and by which rules.
PATH is item/initiative.field, or a JSON pointer.`,
	explainExample: `  gyokaku explain out/reports/r6.pdf.json 1-3/1.progress
  gyokaku explain out/reports/r6.pdf.json /items/0/title`,
	versionShort: "print the version",
	tablesShort:  "extract tables (JSON, CSV, HTML, Markdown)",
	tablesLong: `Writes all tables of a PDF, workbook or transcript with merged cells and places.
A table that goes on over pages is one table on the page where it begins.
Exit codes are those of convert.

Formats:
  json  with row_span, column_span and boxes (points from the top left);
        a table on several pages says where it continues_to
  csv   UTF-8; the text of a merged cell stands at its top left only. Tables are
        separated by an empty line; with -o FOLDER each is a file of its own
        (with the mark that Excel needs)
  html  one document with rowspan and colspan
  md    Markdown tables`,
	tablesExample: `  gyokaku tables r6.pdf --pages 3-5,8
  gyokaku tables r6.pdf --format csv -o tables
  gyokaku tables r6.xlsx --format html > r6.html`,
	textShort: "extract text in reading order",
	textLong: `Prints the text of a document in reading order, with one blank line between
blocks (paragraphs and tables). A row of a table is a line, its cells are
separated by tabs. Exit codes are those of convert.`,
	textExample: `  gyokaku text r6.pdf
  gyokaku text r6.pdf --pages 3-`,
	inspectShort: "draw how a page was read",
	inspectLong: `Draws one page as one HTML file with its rules, words, cells, reading order and
arrows, to see why a cell is not as expected. The page itself is drawn below
them (PDF only). Nothing is loaded from the network.

--form reads the whole document and lays over the page what became which field
and value, the warnings, and the cells that became none. For workbooks and
transcripts it is a list of cells or lines.`,
	inspectExample: `  gyokaku inspect r6.pdf --page 3 -o page.html
  gyokaku inspect r6.pdf --page 3 --form -o form.html`,

	profileShort: "draft and check profiles of issuers",
	profileLong: `A profile is YAML that tells what general rules cannot know: the words that one
city prints for its cells, what its status marks mean, the shape of its item
numbers. convert --profile FILE uses it.`,
	suggestShort: "draft a profile from a document",
	suggestLong: `Reads FILE and prints a YAML draft with comments (in Japanese): guesses for labels
that no rule knows, status words, sections. The guesses are for a person to check.`,
	suggestExample: "  gyokaku profile suggest report.pdf > mizuno.yaml",
	lintShort:      "check profiles",
	lintLong: `Checks syntax, unknown roles, words that the general lexicon gives another role, the
check digit of the municipality code, and statuses without a meaning. Each finding
is one line, "FILE:LINE:COLUMN: message".

Exit codes: 0 clean, 2 usage, 3 findings`,
	flagProfile: "`YAML` of a profile (repeatable)",

	flagLang:       "language of messages (also by GYOKAKU_LANG)",
	flagHelp:       "print this help",
	flagOut:        "output `folder`",
	flagFormat:     "output formats",
	flagOverwrite:  "replace outputs that exist",
	flagJSON:       "print the result as JSON on standard output",
	flagJobs:       "`number` of documents converted at a time",
	flagPassword:   "`password` of protected PDF files",
	flagPages:      "`pages` to read, such as 3-5,8; all if left out",
	flagTablesForm: "output format",
	flagTablesOut:  "`output`: a folder for csv, else a file; standard output if left out",
	flagPage:       "`page` to look at",
	flagForm:       "lay fields, values and warnings over the page",
	flagInspectOut: "output `file` (- for standard output)",
	flagDPI:        "`resolution` of the page's picture below, in dpi; 0 for none",
	flagMemory:     "memory for one document (such as 512MiB or 2GiB; 0 for no limit)",
	flagTimeout:    "`time` for one document (such as 30s or 5m; 0 for no limit)",
	usageTemplate: `Usage:
  {{if .Runnable}}{{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} [command]{{end}}{{if .HasExample}}

Examples:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

Commands:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Flags:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

Global flags:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
`,

	wrongUsage:     "usage error: %s",
	unknownFlag:    "unknown flag %s",
	needsValue:     "flag %s needs a value",
	badValue:       "%s cannot be %q (allowed: %s)",
	number:         "a whole number from 0",
	duration:       "such as 30s or 5m",
	unknownCommand: "unknown command %q",
	tooFewArgs:     "at least %d argument(s) needed",
	tooManyArgs:    "unexpected arguments: %s",
	seeHelp:        "see gyokaku --help or gyokaku COMMAND --help",
	notReport:      "error: %s: not a report JSON written by gyokaku (%v)",
	noField:        "error: %s has no %s",
	nearest:        "; near: %s",

	unknownCity:   "(no municipality)",
	between:       ": ",
	comma:         ", ",
	inParentheses: " (%v)",
	items:         "items %d",
	initiatives:   "initiatives %d",
	indicators:    "indicators %d",
	means:         "means %d",
	corrections:   "corrections %d",
	warnings:      "warnings %d",
	outline:       "plan outline",
	sameAs:        "same content as %s, converted once",
	errorLine:     "error: %s: %s; %s",
	bugRequest:    "This is a bug of gyokaku. Please report it with this record:",
	page:          "page %d",
	sheet:         "sheet %q",
	cell:          "cell %s",
	line:          "line %d",

	sumDone:      "converted %d",
	sumSame:      "same content %d",
	sumFailed:    "failed %d",
	sumCancelled: "interrupted %d",
	sumSkipped:   "skipped %d",
	sumOutput:    "output: %s",
	skipped:      "skipped, not reports: %s",
	more:         ", and %d more",

	unusedProfile: "note: no document matches %s (%s)",
	lintClean:     "%s: no findings",
	lintFound:     "%d finding(s)",

	existsLine:      "error: %s exists; nothing was written. Use --overwrite to replace it, or -o for another folder",
	cannotWriteLine: "error: cannot write %s (%v); check free space and permissions",
	interruptedLine: "interrupted; the JSON of %d converted documents is complete",
	nothingLine:     "error: no report to convert; give files or folders with PDF, Excel (.xlsx), Word (.docx) or transcripts (.txt)",
	noMatchLine:     "note: nothing matches %s",

	problemLine:     "note: %s: %s",
	noPageLine:      "error: %s has no page %s (%d in all)",
	noRenderLine:    "note: %s: the page's picture could not be drawn (%v); rules and text only",
	interruptedView: "interrupted",
	standardOutput:  "standard output",
	pageSet:         "pages such as 3-5,8",

	missing:   failureText{"the file does not exist", "check its name and place"},
	forbidden: failureText{"no permission to read it", "check its permissions"},
	memory:    failureText{"stopped: it needs more memory than allowed", "split it, or allow more with --memory"},
	failures: map[model.FailureCode]failureText{
		model.FailEmpty:     {"the file is empty", "get the original again"},
		model.FailUnknown:   {"not a format that can be read", "provide PDF, Excel (.xlsx), Word (.docx) or text"},
		model.FailHTML:      {"a web page (HTML) was saved instead of the report", "download the linked file again"},
		model.FailEncoding:  {"unknown character encoding", "save it as UTF-8 or Shift_JIS"},
		model.FailBroken:    {"the file is damaged or cut short", "get the original again"},
		model.FailEncrypted: {"protected by a password", "give the password with --password, or provide an unprotected file"},
		model.FailTooLarge:  {"too large to read", "split it or reduce its images"},
		model.FailNoText:    {"there is no text (images only, it seems)", "provide a version with OCR text"},
		model.FailScan:      {"the pages are images with a text layer and no ruling lines, so fields cannot be told apart", "provide the original file, made from Excel or Word"},
		model.FailNoForm:    {"no action items found: not a progress report, or an unknown form", "check the file"},
		model.FailTimeout:   {"not read within the time limit", "split it, or allow more with --timeout"},
		model.FailPanic:     {"a bug of gyokaku prevented reading", "report this line"},
		model.FailIO:        {"the file cannot be read", "check where it is stored"},
	},
}
