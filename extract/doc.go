// Package extract defines what every input format is read into: a [Document] of
// pages (or sheets, or one text), each with its words, ruling lines and tables,
// all with their places. It reports what is printed and where; what the print
// means is decided in package form.
//
// # From a file to its tables
//
// An [Extractor] of a format's package reads the bytes of a file. Workbooks and
// transcripts come with their blocks; for a PDF, package grid makes them of
// the words and rules, and joins tables that go on over pages:
//
//	doc, err := pdf.Extractor{}.Extract(ctx, extract.Source{Name: name, Data: data})
//	if err != nil {
//		return err // a *model.Failure says why, with a stable code
//	}
//	grid.Layout(ctx, doc)
//	for _, p := range doc.Pages {
//		for _, b := range p.Blocks {
//			… // b.Table or b.Line, in reading order
//		}
//	}
//
// Files of many pages are better laid out while they are read, page by page:
// see the field Layout of pdf.Extractor.
//
// What could not be read is never silently missing: pages say of what
// [PageKind] they are, and the Problems of a document what was lost where.
//
// # Coordinates
//
// Points (1/72 inch) right of and below the top left corner of the page as
// seen, after rotation and crop.
package extract
