// Package write prints reports: as JSON by the contract, as a JSON Schema of
// that contract, as one Excel workbook over many reports, and as the chain of
// evidence behind one value. It reads its own JSON back.
//
// Everything written is deterministic: the same reports give the same bytes,
// whatever the clock says.
//
// # Tables
//
// What a table of the workbook holds is defined once, in the tables_*.go
// files: key, heading and type of each column with the function that gives its
// cell. The workbook is one way to print such a table.
package write
