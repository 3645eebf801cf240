// Package grid makes tables and lines of text out of what a page shows: its
// ruling lines (罫線) and its words. It is the same for every producer of PDFs
// and for scans, because it looks at nothing but geometry.
//
// # From rules to cells
//
// Rules become horizontal and vertical segments: pieces are joined, doubled
// lines are one, and a line drawn in a hundred hairlines is one segment
// ([Tables] does all of this). Where segments cross, the planar graph of the
// crossings is walked face by face; a face is a cell. Faces that touch are one
// table, and the distinct x and y of its corners number its columns and rows,
// so that merged cells come with their spans. Every step sorts and scans:
// nothing walks over pairs.
//
// # From words to text
//
// A run of glyphs goes to the cell its middle is in, as a whole: punctuation
// that hangs over the border (ぶら下げ) stays with its sentence. Only a gap at
// a border splits a run. Runs of a cell form lines by their baselines.
//
// Boxes that lie over a table, such as callouts (吹き出し), are no cells of it:
// their text is lines of its own.
//
// # Over pages
//
// [Layout] does all pages of a document, or [Page] one and [Join] what is left:
// a table goes on where its columns do, headings that are repeated are dropped,
// and a row that the page break cut is put together. [Joined] makes one table of
// the parts.
//
// # Units
//
// Points (1/72 inch) right of and below the page's top left corner. Places are
// rounded to a tenth of a point. Tolerances are absolute where they are about
// how lines are drawn, and relative to the font size where they are about
// text; each says which beside its value.
package grid
