// Package pdf reads PDF files into pages of words, ruling lines and arrows, each
// with its exact place. It finds no tables and no lines of text: package grid
// does, for scans as well. With it as an [Extractor]'s Layout, pages are laid out
// as they are read and need no memory afterwards:
//
//	doc, err := pdf.Extractor{Layout: grid.Page}.Extract(ctx, src)
//	grid.Join(doc)
//
// # On whose shoulders
//
// Objects are read by github.com/ledongthuc/pdf. Its text functions are not
// used: they know few encodings, no Form XObjects, no strokes and no widths of
// Japanese fonts. Nor does it see the file's own cross-reference, object
// streams, encryption or damage: those are dealt with here first (open.go,
// xref.go, scan.go, salvage.go, crypt.go), and it gets a plain file with a
// fresh table (tail.go). Streams are decoded here too (filter.go), past it.
//
// Nothing stands behind that. Two readers were tried on 265 public, broken and
// crafted files: pdfcpu's rewrite (v0.15.0) made three more readable, in each of
// which one byte of an object's header is wrong and which neither PDFium nor
// poppler read, and it brought down the process with a stack overflow on another.
// PDFium's text (go-pdfium v1.17.2) had nothing that is on the page and not here,
// and where a font does not tell what its glyphs mean it prints their numbers as
// characters. PDFium draws pages (package pdfium), and reads none.
//
// # Reading a page
//
// lex.go cuts content into tokens, interp.go and operators.go execute them.
// Strings go through a font (font.go: simple.go, composite.go), which gives
// texts and widths, to the writer (writer.go), which makes words of glyphs.
// Paths (path.go) become rules and arrows (arrow.go).
//
// # Promises
//
// A glyph whose character is not known is U+FFFD, never a guess; a page with
// many of them is a problem. The one exception is ASCII in a font that the
// damaged file does not define, and that is a problem of the page as well. Text
// is as the document says: marked content's ActualText, then ToUnicode, then the
// encoding, then what the embedded font calls its glyphs. Nothing is folded.
//
// No panic leaves the package, damaged files are read as far as they go, and
// what was lost is a problem of the document. Time and memory are bounded by
// extract.Limits.
//
// # Units
//
// Points right of and below the top left corner of the page as seen, after
// rotation, crop and user unit. Text at an odd angle is cut into words along its
// own line; its baseline is that of the middle of the word.
package pdf
