// Package inspect draws one page as it was extracted: its rules, words, cells
// and reading order over a picture of the page, in one HTML file. It is for
// seeing at a glance why a cell came out wrong: whether the line between two
// cells is missing, a text stands in its neighbour's cell, or a font does not
// say what its glyphs mean.
//
// # One file, nothing else
//
// Style, script and picture are in the file and nothing is loaded. What a
// document says is text in it and nothing more: all of it is escaped, and the
// file's own policy allows no script but ours.
//
// # Layers
//
// Each layer of the drawing is one entry of the table in layers.go.
//
// # What was recognised
//
// With a [Form] the page shows instead which place became which field and
// value, with the warnings and the cells that became none. What the fields are
// called is the caller's to say: this package knows no writer.
//
// # Units
//
// The drawing's are those of package extract: points right of and below the
// page's top left corner.
package inspect
