package model

// A Problem is something in a document that a person should look at. It does
// not stop the run: the item is kept with the field left unknown, or with the
// reading whose doubt the problem names.
type Problem struct {
	Code  string `json:"code"`            // stable, for grouping and tests: "amount.unreadable"
	Field string `json:"field,omitempty"` // JSON pointer into the report, where one is meant
	Place
	Message    string   `json:"message"` // what is wrong and what was done about it, in Japanese
	Raw        string   `json:"raw"`     // the text at fault, as printed
	Candidates []string `json:"candidates,omitempty"`
}

// A Failure is why a document, or a page of it, could not be read at all.
type Failure struct {
	Code  FailureCode
	At    Place
	Cause error // may be nil
}

// FailureCode names a reason. Messages for people are made from it.
type FailureCode string

// The reasons.
const (
	FailEmpty     FailureCode = "empty"     // no bytes
	FailUnknown   FailureCode = "unknown"   // none of the formats we read
	FailHTML      FailureCode = "html"      // a web page saved under another name
	FailEncoding  FailureCode = "encoding"  // text in unknown bytes
	FailBroken    FailureCode = "broken"    // damaged beyond repair, or cut short
	FailEncrypted FailureCode = "encrypted" // needs a password
	FailTooLarge  FailureCode = "too_large" // beyond a limit
	FailNoText    FailureCode = "no_text"   // scans or outlines only
	FailScan      FailureCode = "scan"      // scans whose text layer has no ruling lines to read it by
	FailNoForm    FailureCode = "no_form"   // readable, but no action item in any known form
	FailTimeout   FailureCode = "timeout"   // over the time limit
	FailPanic     FailureCode = "internal"  // a bug of ours, caught
	FailIO        FailureCode = "io"        // the file could not be read from disk
)

// Error gives the failure for a log, in English.
func (f *Failure) Error() string {
	s := string(f.Code)
	if at := f.At.String(); at != "" {
		s = at + ": " + s
	}
	if f.Cause != nil {
		s += ": " + f.Cause.Error()
	}
	return s
}

// Unwrap returns the cause.
func (f *Failure) Unwrap() error { return f.Cause }
