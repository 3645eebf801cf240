// Package pdfium draws pages of PDF files as a reader would see them, with
// PDFium compiled to WebAssembly: no cgo, nothing to install.
//
// It is for people who look at a page (gyokaku inspect) and for text
// recognition, not for reading text: package pdf does that, faster and with the
// encodings of Japan.
//
// # Cost
//
// Nothing is started before the first call. That compiles PDFium, which takes
// some two seconds, and keeps the result in the user's cache directory, from
// where the next process loads it in a tenth of one. An engine takes about
// 100 MB of memory; it is bounded, has no access to files, and lives until the
// process ends.
package pdfium
