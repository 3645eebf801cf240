// Package opc reads the container of Office documents (Open Packaging
// Conventions, ECMA-376 part 2): a ZIP of parts and the relations between them.
// Workbooks and Word documents are both read from it.
package opc
