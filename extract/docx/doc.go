// Package docx reads Word documents (.docx, .docm): the tables and the paragraphs
// outside of them, as lines, in the order of the document.
//
// # Pages and places
//
// A document has no pages before someone lays it out. An [extract.Page] is what
// stands between two page breaks that the document itself sets (a break, a
// paragraph that begins a page, a section that does), for what is repeated on
// each is a running heading; its number is no page number, and a [model.Place]
// has Line and Column only. Line is the number of the paragraph, counted from 1
// over all w:p elements of the main part wherever they stand (XPath:
// (//w:p)[Line]), and Column is the character in it, counted from 1, where a line
// begins. A cell is at its first paragraph, a table at its first cell.
//
// # What is printed
//
// Numbers that Word counts itself are part of the text. Of tracked changes, what
// was inserted is read and what was deleted is not. Fields give their results.
// Hidden text is left out; cells of hidden rows are marked. Text boxes become
// lines (and tables) after the paragraph or table they are anchored in.
//
// # Tables
//
// Rows and columns are those of the table's grid. The text of a cell is its
// paragraphs with text, joined by "\n". A table inside of a cell gives one line
// per row, its cells parted by tabs; but a table of one column around other
// tables is a frame for the layout and is taken away.
//
// # What is not read
//
// Page headers and footers (but for a missing title), notes at the foot or the
// end, comments, pictures, charts, equations' layout, and files put in by
// reference.
package docx
