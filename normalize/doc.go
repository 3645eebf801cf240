// Package normalize turns the printed text of a report into typed values, and
// keeps the evidence: every change of a text is a [model.Step] of a named rule,
// and the steps replay from the raw text to the text that was read.
//
// # Two kinds of text
//
// A closed vocabulary (a status word, a schedule word) is matched against the
// words of the document's own legend and usage, with the shapes that a reading
// machine confuses in mind. Free text gets only rules that cannot change its
// meaning: width, spaces, line breaks, radicals. What looks wrong beyond that
// is reported and left.
//
// # Parse before folding
//
// NFKC is never applied: it turns 1-① into 1-1 and ㎡ into m2. Numbers of items
// and units are read from the text as printed.
//
// # Doubt
//
// A value is either known or a problem says why it is not; never both for one
// text. A known value that needed a guess carries its doubt.
package normalize
