// Package batch runs one function over many files: it finds them, gives each an
// output name of its own, converts a bounded number at a time and hands the
// results over in input order. It knows neither formats nor forms: the pipeline
// comes in as a [Convert].
//
// # Promises
//
//   - Results do not depend on the number of workers.
//   - Every file is read once. Bytes that were seen before are not converted
//     again; the result says which file they are the same as.
//   - A failure, a timeout or a panic is one document's result, never the end
//     of the run.
//   - No two files of a run share an output name, also where the file system
//     ignores case.
package batch
