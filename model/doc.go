// Package model defines the canonical report: the one shape that every
// extractor fills, the normaliser refines and every writer prints. It knows no
// file format and imports only the standard library and a decimal type.
//
// # Raw text is kept
//
// A [Field] holds the text as printed beside the value read from it, the place
// it was printed, and each rule that changed it. Nothing overwrites Raw.
//
// # Absent is not zero
//
// "－" or a blank cell leaves Known false. A zero amount is a printed 0.
//
// # Units
//
// Money is in yen. Years are fiscal. Page coordinates are points from the top
// left of the page as seen. A printed unit such as 千円 is applied once, in
// package normalize.
package model
