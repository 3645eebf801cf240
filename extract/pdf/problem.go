package pdf

import (
	"bytes"
	"context"
	"errors"
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
	case errors.Is(r.err, context.DeadlineExceeded):
		out = append(out, model.Problem{Code: "pdf.page_partial", Place: at,
			Message: fmt.Sprintf("%dページは制限時間内に読み終わりませんでした。読めた部分だけを使いました。", at.Page)})
	case r.err != nil && r.page.Kind == extract.PageDamaged:
		out = append(out, model.Problem{Code: "pdf.page_damaged", Place: at,
			Message: fmt.Sprintf("%dページが壊れていて読めません（%s）。", at.Page, reason(r.err))})
	case r.err != nil:
		out = append(out, model.Problem{Code: "pdf.page_partial", Place: at,
			Message: fmt.Sprintf("%dページの一部が壊れていて読めません（%s）。読めた部分だけを使いました。", at.Page, reason(r.err))})
	}
	if r.unmapped > someUnmapped {
		out = append(out, model.Problem{Code: "pdf.unmapped_glyphs", Place: at,
			Message: fmt.Sprintf("%dページの字のうち%.0f％は、フォントに文字の対応がなく読めません（U+FFFDとしました）。", at.Page, r.unmapped*100)})
	}
	return out
}

// reason says in Japanese what an error of a page means.
func reason(err error) string {
	switch {
	case errors.Is(err, errNoStream):
		return "内容のデータがない"
	case errors.Is(err, errFilter):
		return "知らない圧縮方式"
	case errors.Is(err, errTooLong):
		return "展開した内容が大きすぎる"
	case errors.Is(err, errNoFont):
		return "フォントの定義がない"
	case errors.Is(err, errTooManyGlyphs):
		return "字が多すぎる"
	}
	return "オブジェクトの形式が誤っている"
}

// endWindow is where the end mark of a whole file stands, in bytes from its end.
const endWindow = 2048

// truncated reports whether the end of the file is missing.
func truncated(data []byte) bool {
	end := data[max(0, len(data)-endWindow):]
	return !bytes.Contains(end, []byte("startxref")) && !bytes.Contains(end, []byte("%%EOF"))
}

func (f *file) repairProblem() model.Problem {
	switch {
	case f.lostTree:
		return model.Problem{Code: "pdf.lost_tree",
			Message: "ページの一覧が壊れているか失われています。残っているページをファイル内の順に読みました。"}
	case truncated(f.data):
		return model.Problem{Code: "pdf.truncated",
			Message: "ファイルが途中で切れています。残っている部分から読めたページだけを使いました。"}
	}
	return model.Problem{Code: "pdf.repaired",
		Message: "PDFの相互参照表が壊れていたため、ファイル全体を走査して作り直しました。"}
}
