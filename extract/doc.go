// Package extract defines what every input format is read into: a [Document] of
// pages (or sheets, or one text), each with its words, ruling lines and tables,
// all with their places. It reports what is printed and where; what the print
// means is decided in package form.
//
// # Coordinates
//
// Points (1/72 inch) right of and below the top left corner of the page as
// seen, after rotation and crop.
package extract
