// Package tables prints the tables of a document, whatever it was read from, as
// JSON, CSV, HTML and Markdown, and its text in reading order. It knows nothing
// of reports: what a table says is not looked at.
//
// # Whole tables
//
// A table that goes on over pages is printed once, on the page where it begins,
// with all its rows; see [Select]. In JSON it says where it continues.
//
// # Merged cells
//
// JSON and HTML give the spans. CSV, Markdown and text have none: the text
// stands at the top left and the rest of the merged cell is blank, so that
// nothing is counted twice.
//
// # Foreign text
//
// What a PDF says is not trusted: in HTML and Markdown it cannot become markup,
// in CSV not a formula (see [CSV]).
//
// # Units
//
// Points (1/72 inch) right of and below the page's top left corner, rounded to
// hundredths.
package tables
