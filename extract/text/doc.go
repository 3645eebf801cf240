// Package text reads transcripts: plain text as OCR services and people hand it
// over, with tables as tab-separated lines or Markdown. It reports tables and
// lines with the line and character each began at; nothing is repaired here.
//
// # Encodings
//
// UTF-8 and UTF-16 with or, for UTF-8, without a mark, ISO-2022-JP, Shift_JIS
// as Windows has it (CP932) and EUC-JP. Which one it is follows from the bytes
// alone, see decode.go.
package text
