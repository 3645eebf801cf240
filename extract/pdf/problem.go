package pdf

import (
	"bytes"
	"fmt"

	"gyokaku/extract"
	"gyokaku/model"
)

// someUnmapped is the part of a page's glyphs without a known character from
// which on it is a problem: a bullet of a symbol font on every page is none.
const someUnmapped = 0.01

// problems says what of a page could not be read.
func (r *result) problems() []model.Problem {
	var out []model.Problem
	at := model.Place{Page: r.page.Number}
	switch {
	case r.err != nil && r.page.Kind == extract.PageDamaged:
		out = append(out, model.Problem{Code: "pdf.page_damaged", Place: at,
			Message: fmt.Sprintf("%dページが壊れていて読めません（%v）。", at.Page, r.err)})
	case r.err != nil:
		out = append(out, model.Problem{Code: "pdf.page_partial", Place: at,
			Message: fmt.Sprintf("%dページの一部が壊れていて読めません（%v）。読めた部分だけを使いました。", at.Page, r.err)})
	}
	if r.unmapped > someUnmapped {
		out = append(out, model.Problem{Code: "pdf.unmapped_glyphs", Place: at,
			Message: fmt.Sprintf("%dページの字のうち%.0f％は、フォントに文字の対応がなく読めません（U+FFFDとしました）。", at.Page, r.unmapped*100)})
	}
	return out
}

// endWindow is where the end mark of a whole file stands, in bytes from its end.
const endWindow = 2048

// truncated reports whether the end of the file is missing.
func (f *file) truncated() bool {
	return !bytes.Contains(f.data[max(0, len(f.data)-endWindow):], []byte("startxref"))
}

func (f *file) repairProblem() model.Problem {
	if f.truncated() {
		return model.Problem{Code: "pdf.truncated",
			Message: "ファイルが途中で切れています。残っている部分から読めたページだけを使いました。"}
	}
	return model.Problem{Code: "pdf.repaired",
		Message: "PDFの相互参照表が壊れていたため、ファイル全体を走査して作り直しました。"}
}
