// Package normalize turns the printed text of a report into typed values, and
// keeps the evidence: every change of a text is a [model.Step] of a named rule,
// and the steps replay from the raw text to the text that was read.
//
// [Report] reads a whole report. [Read] reads one text of a [Kind], for which it
// gives the usual form, the value, the steps, and a [Decision]: the text is the
// same, was fixed, or a person should look at it. The functions below them
// ([Quantity], [FiscalYear], [ParseMoment], [ItemNumber], [Departments] …) read
// one sort of value each.
//
// # Two kinds of text
//
// A closed vocabulary (a status word, a section, a schedule word, a heading) is
// matched against the words of the document's own legend and usage, with the
// shapes that a reading machine confuses in mind. A word is restored if it is
// within one edit, if the next candidate is further by a margin, if no longer
// word may have lost a character, and if the reading is no word itself (不調 is
// not 順調). Of 100,000 words damaged at the rates measured on scans none is
// restored wrong at 200 and 300 dpi.
//
// Free text gets only rules that cannot change its meaning: width, spaces, line
// breaks, radicals, kana among kanji. What looks wrong beyond that is reported
// by [Suspicions] and left.
//
// # Parse before folding
//
// NFKC is never applied: it turns 1-① into 1-1 and ㎡ into m2. Numbers of items
// and units are read from the text as printed.
//
// # Doubt
//
// A value is either known or a problem says why it is not; never both for one
// text. A known value that needed a guess carries its doubt. A misprint that an
// author may have made (4憶円) is told with its candidates and not repaired; a
// misreading that leaves one meaning (3干円) is a step.
//
// # House style
//
// A report keeps the brackets and commas that it prints, and is in NFC. Read
// writes single texts in the form that texts are compared in: ASCII round
// brackets and colons, 、 between Japanese words, か所, and no NFC of kanji,
// which would change the printed shape of a name. Where both are meant, they
// differ on purpose:
//
//   - a section that only the language knows (税務課) is kept and told, because
//     it stands one edit from another and only the document's list can tell;
//   - a mark of a status cell is a shape of its scale (@ is ◎), and an unknown
//     one (▲) is kept and told;
//   - 1-1 is written 1-① in Read and stays 1-1 in a report;
//   - a fraction (3分の2) is exact, and has a decimal value only if that is exact.
//
// # Scales
//
// Letters and marks do not travel: C is on plan in one city and late in another.
// The document's legend goes before everything; [ScaleByID] gives scales with
// the year they were printed in, for profiles to bind.
//
// # Concurrency
//
// All functions may be called from several goroutines. Report itself reads
// items side by side.
package normalize
