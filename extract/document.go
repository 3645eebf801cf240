package extract

import "gyokaku/model"

// A Document is one source file as read, before anything is understood.
type Document struct {
	Format   string // "pdf", "xlsx", "docx", "text"
	Reader   string // the path that opened it, such as "ledongthuc+repair"
	Title    string // document property, "" if absent
	Pages    []Page // pages of a PDF, sheets of a workbook, a Word document cut at its own page breaks, or one page of text
	Problems []model.Problem
}

// A Page is one page of a PDF, one sheet of a workbook, a stretch of a Word
// document, or a whole text.
type Page struct {
	Number        int    // counted from 1
	Sheet         string // name of the sheet, in a workbook
	Width, Height float64
	Kind          PageKind
	Count         Counts // of a page of a PDF

	// Words and Rules are what a PDF page shows; package grid makes Blocks of
	// them. The other formats fill Blocks themselves.
	Words  []Word
	Rules  []Rule
	Arrows []Arrow

	Blocks []Block // in reading order
}

// Counts say what is on a page of a PDF, before anything is made of it.
type Counts struct {
	Glyphs   int // drawn, hidden ones included, doubled ones once
	Unmapped int // of them: without a known character
	Images   int
	Rules    int
}

// PageKind says how the text of a page can be had.
type PageKind string

// The kinds of pages.
const (
	PageDigital   PageKind = "digital"   // text as glyphs
	PageScan      PageKind = "scan"      // an image only
	PageScanText  PageKind = "scan_text" // an image with an invisible text layer
	PageMixed     PageKind = "mixed"     // digital text over page-wide images
	PageOutlined  PageKind = "outlined"  // glyphs drawn as paths
	PageBlank     PageKind = "blank"     // nothing
	PageDamaged   PageKind = "damaged"   // could not be read
	PageWorksheet PageKind = "worksheet"
	PageText      PageKind = "text"
)

// A Word is a run of glyphs that one font drew in one go on one baseline:
// often a whole printed line of a cell, never more. Runs come in the order they
// were drawn.
type Word struct {
	Text   string
	Box    model.Box
	Glyphs []Glyph // one per drawn glyph, left to right (or top to bottom)

	Baseline float64 // y of the baseline, points from the top; x for vertical text
	Size     float64 // font size in points
	Vertical bool    // set from top to bottom
	Hidden   bool    // not to be seen: the text layer of a scan, or all of it outside of Clip
	// Clip is the area outside of which nothing of the word shows, nil for the
	// whole page. Office programs set it to the cell when its text does not fit.
	Clip *model.Box
}

// A Glyph is one drawn glyph: its text (a ligature has several characters) and
// its advance box.
type Glyph struct {
	Text string
	Box  model.Box
}

// A Rule is a horizontal or vertical ruling line (罫線), whatever drew it: a
// stroke or a thin filled rectangle. X0 ≤ X1 and Y0 ≤ Y1; the line runs along
// the longer side and the shorter one is its thickness.
type Rule struct {
	X0, Y0, X1, Y1 float64
	Dashed         bool
}

// An Arrow is a drawn arrow, as schedules have them: a line, or a block arrow,
// from tail to head.
type Arrow struct {
	FromX, FromY, ToX, ToY float64
}

// A Block is one part of a page in reading order: a table, or a line of free
// text outside of tables. Exactly one is set.
type Block struct {
	Table *Table
	Line  *Line
}

// A Line is one printed line of text.
type Line struct {
	Text string
	At   model.Place
	// Overlay says that the line stands in a box that lies over a table, such as
	// a callout (吹き出し) or a stamp.
	Overlay bool
}

// A Table is a ruled grid, a sheet's used range, or the tab-separated lines of
// a transcript. Cells are sorted by row, then column; a merged cell is listed
// once, at its top left position. Cells without text are listed too in ruled
// tables; in sheets and transcripts they may be left out.
type Table struct {
	At            model.Place
	Rows, Columns int
	Cells         []Cell
	// ColumnX are the Columns+1 x positions of the column borders, in points;
	// nil where columns have no geometry.
	ColumnX []float64
	// Continues says that the table goes on with the rows of the last table of
	// the page before.
	Continues bool
	// OpenTop and OpenBottom say that no border was drawn there: a page break cut
	// the row.
	OpenTop, OpenBottom bool
}

// A Cell is one cell of a table with its spans.
type Cell struct {
	Row, Column         int    // counted from 0
	RowSpan, ColumnSpan int    // 1 for a cell that is not merged
	Text                string // the printed lines, joined by "\n"
	At                  model.Place
	Also                []model.Place // further places of a cell that was cut by a page break
	Lines               []Line        // the printed lines, where the format has them
	Arrow               bool          // a drawn arrow passes through the cell
	Hidden              bool          // in a hidden row, column or sheet
}
