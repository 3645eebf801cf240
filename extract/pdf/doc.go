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
// many of them is a problem. Text is as the document says: marked content's
// ActualText, then ToUnicode, then the encoding. Nothing is folded.
//
// No panic leaves the package, damaged files are read as far as they go, and
// what was lost is a problem of the document. Time and memory are bounded by
// extract.Limits.
//
// # Units
//
// Points right of and below the top left corner of the page as seen, after
// rotation, crop and user unit. Angles other than right ones are not evened
// out: each glyph of slanted text is a word of its own.
package pdf
