package xlsx

import (
	"context"
	"errors"
	"fmt"

	"gyokaku/extract"
	"gyokaku/extract/opc"
	"gyokaku/model"
)

// A reader reads the sheets of one workbook.
type reader struct {
	ctx      context.Context
	archive  *opc.Archive
	book     *workbook
	maxCells int // of the workbook; 0 for no limit
	problems []model.Problem
}

// A leaf is one sheet as read; sheet is nil where there is nothing to read.
type leaf struct {
	sheet  *sheet
	shapes []shape
	err    error // why it could not be read
}

func (r *reader) document() (*extract.Document, error) {
	leaves, err := r.leaves()
	if err != nil {
		return nil, err
	}
	r.displayNumbers(leaves)
	doc := &extract.Document{Format: "xlsx", Reader: "xlsx", Title: r.book.title}
	damaged := 0
	for i, l := range leaves {
		page := r.page(i, l)
		if l.err != nil {
			damaged++
		}
		doc.Pages = append(doc.Pages, page)
	}
	if damaged == len(leaves) {
		return nil, broken(leaves[0].err)
	}
	doc.Problems = r.problems
	return doc, nil
}

// leaves reads every sheet. Numbers are formatted afterwards, for all sheets
// together.
func (r *reader) leaves() ([]leaf, error) {
	leaves := make([]leaf, len(r.book.tabs))
	left := r.maxCells
	if left <= 0 {
		left = -1
	}
	for i, t := range r.book.tabs {
		if !t.cells {
			continue
		}
		l := &leaves[i]
		if l.sheet, l.shapes, l.err = r.leaf(t, left); l.err != nil {
			if fatal(l.err) {
				return nil, at(l.err, t.name)
			}
			continue
		}
		if left >= 0 {
			left = max(0, left-len(l.sheet.cells)-len(l.sheet.merges))
		}
	}
	return leaves, nil
}

func (r *reader) leaf(t tab, left int) (*sheet, []shape, error) {
	if err := stopped(r.ctx); err != nil {
		return nil, nil, err
	}
	data, err := r.archive.Read(t.part)
	if err != nil {
		return nil, nil, err
	}
	s, err := readSheet(r.ctx, data, r.book.strings, left)
	if err != nil {
		return nil, nil, err
	}
	shapes, err := r.shapes(t.part, s)
	return s, shapes, err
}

// fatal reports whether err ends the document and not just one sheet: a limit,
// a deadline, a cancelled run.
func fatal(err error) bool {
	var f *model.Failure
	return errors.As(err, &f) || errors.Is(err, context.Canceled)
}

// at adds the sheet to a failure.
func at(err error, sheet string) error {
	var f *model.Failure
	if errors.As(err, &f) && f.At.IsZero() {
		return &model.Failure{Code: f.Code, At: model.Place{Sheet: sheet}, Cause: f.Cause}
	}
	return err
}

func (r *reader) page(i int, l leaf) extract.Page {
	t := r.book.tabs[i]
	page := extract.Page{Number: i + 1, Sheet: t.name, Kind: extract.PageWorksheet}
	switch {
	case l.err != nil:
		page.Kind = extract.PageDamaged
		r.problem("sheet.damaged", model.Place{Sheet: t.name}, l.err.Error(),
			"シートが壊れていて読めません。このシートは取り込んでいません。")
		return page
	case l.sheet == nil:
		page.Kind = extract.PageBlank
		return page
	}
	b := builder{tab: t, sheet: l.sheet, shapes: l.shapes}
	page.Blocks = b.blocks()
	if b.tooWide {
		page.Kind = extract.PageDamaged
		r.problem("sheet.too_large", model.Place{Sheet: t.name}, "",
			"離れた場所にセルがあり、使用範囲が広すぎます。このシートは取り込んでいません。")
		return page
	}
	if len(page.Blocks) == 0 {
		page.Kind = extract.PageBlank
	}
	if n := b.overlaps; n > 0 {
		r.problem("sheet.merge_overlap", model.Place{Sheet: t.name}, "",
			fmt.Sprintf("重なった結合セルが%d個あります。先にあるものを採用しました。", n))
	}
	if list := l.sheet.uncalculated; len(list) > 0 {
		r.problem("cell.uncalculated", model.Place{Sheet: t.name, Cell: list[0].String()}, "",
			fmt.Sprintf("計算結果が保存されていない数式が%d個あります。空欄として扱いました。Excelで開いて保存し直すと読めます。", len(list)))
	}
	return page
}

func (r *reader) problem(code string, at model.Place, raw, message string) {
	r.problems = append(r.problems, model.Problem{Code: code, Place: at, Message: message, Raw: raw})
}
