// Package isolate runs a function on documents in worker processes, so that
// what a document does to the process that reads it ends there.
//
// A stack overflow, an allocation without bound and a loop that never looks at
// its context cannot be stopped from inside a Go program. Here each of them
// costs one request: the worker dies or is killed, the caller is told why by a
// [model.Failure], and the next request gets a new worker.
//
// # Design
//
// The program starts itself again ([os.Executable]) with a hidden first
// argument; main hands such a start to [Serve] before anything else. A worker
// takes one request after another from its standard input and answers on its
// standard output, so its start (about 6 ms) is paid once per worker and not
// per document, and [Start] pays it while the caller still looks for files.
// The caller's process only moves bytes: whatever grows with a document
// (reading, laying out, writing JSON) is the worker's. For a single document of
// 23 pages that is 8 ms of 43; ten documents take a third less time than in one
// process, which would share its garbage collector. A program for one document
// has [Alone].
//
// Considered and not done: one child that runs the whole batch under a
// supervisor needs the state of the batch (names, the workbook) to be saved and
// taken up again after each death. Doing the first attempt in the caller's own
// process saves the start and loses the batch to a stack overflow.
//
// # Limits
//
//   - Time: the worker gives the function a context with a deadline. A caller
//     that gives [Pool.Do] a context with a later one kills a worker that does
//     not obey.
//   - Memory: a worker collects garbage harder as it comes near the limit, ends
//     itself when it is over ([Limits]), and on Linux the kernel refuses it more
//     (RLIMIT_DATA: RLIMIT_AS would count the address space that Go reserves
//     without using it). Elsewhere one allocation far larger than the limit is
//     the system's to refuse.
//   - Stack: goroutines of a worker may have 64 MiB, a sixteenth of Go's limit,
//     or less under a small memory limit, so that a bottomless recursion ends
//     before the memory does.
//   - Number: a [Pool] never runs more workers than it was given.
//
// # Ends
//
// A worker whose standard input ends leaves at once, even in the middle of a
// document, so none outlives its caller however that died. Interrupts from the
// terminal go to all processes of it; workers ignore them, since the caller
// decides what becomes of their documents.
package isolate
