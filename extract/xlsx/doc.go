// Package xlsx reads workbooks (.xlsx, .xlsm): every sheet becomes a page with
// one table of the cells as they are displayed, with merges, hidden state and
// the arrows drawn over them.
//
// # Why not excelize alone
//
// The sheets are read here, in one pass over each part, and only number formats
// are left to excelize (see number.go). On a workbook of 23 sheets excelize
// needs 14 ms for the rows and 33 ms with the merges, against 12 ms here;
// it takes a sheet that breaks off for one that ends, expands a sheet to its
// largest row before anything can be counted, compares merges pairwise, and has
// no way to read shapes.
//
// # Rows and columns
//
// Cells are counted from the top left of the used range: the first row and
// column with text, a merge or an arrow. Place has the cell's own name.
package xlsx
