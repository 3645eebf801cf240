// Package form reads the meaning of a document: which cell is a label, which a
// value, where an item begins, what a schedule bar covers. It turns an
// [extract.Document] into a [model.Report] whose fields hold raw text and
// place; package normalize reads values from them.
//
// # Binding
//
// A value is bound by the label printed beside or above it, the section it
// stands in and its position, never by its own look: the same word heads
// different fields in different sections. What cannot be bound is listed as a
// problem ("unbound_cell"), so nothing falls through silently.
package form
