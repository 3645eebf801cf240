package main

import (
	"context"
	"fmt"
	"image"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"gyokaku/extract"
	"gyokaku/extract/grid"
	"gyokaku/extract/pdf"
	"gyokaku/extract/pdf/pdfium"
	"gyokaku/internal/inspect"
	"gyokaku/model"
)

// inspectFlags are the flags of inspect.
type inspectFlags struct {
	limitFlags
	page      uint
	out       string
	dpi       uint
	form      bool
	overwrite bool
}

// inspectDPI draws ten-point type sharp enough to tell 1 from l when enlarged.
const inspectDPI = 144

func inspectCommand(m *messages) *cobra.Command {
	f := inspectFlags{}
	c := &cobra.Command{
		Use:     "inspect FILE",
		Short:   m.inspectShort,
		Long:    m.inspectLong,
		Example: m.inspectExample,
		Args:    arguments(m, 1, 1),
		RunE: func(c *cobra.Command, args []string) error {
			defer f.alone(args[0], m, c.ErrOrStderr())()
			return inspectPage(c.Context(), args[0], f, m, c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	c.Flags().UintVar(&f.page, "page", 1, m.flagPage)
	c.Flags().BoolVar(&f.form, "form", false, m.flagForm)
	c.Flags().StringVarP(&f.out, "out", "o", "page.html", m.flagInspectOut)
	c.Flags().UintVar(&f.dpi, "dpi", inspectDPI, m.flagDPI)
	c.Flags().BoolVar(&f.overwrite, "overwrite", false, m.flagOverwrite)
	f.add(c, m)
	return c
}

// inspectPage draws one page of the file at path. Its error is an *exitError; a
// page of a document without text, or of none that is a report, is drawn
// nonetheless.
func inspectPage(ctx context.Context, path string, f inspectFlags, m *messages, stdout, stderr io.Writer) error {
	var kept extract.Page
	v, failed := view(ctx, path, f.limitFlags, m, stderr, func(of format) extract.Extractor { return keeping(of, int(f.page), &kept) })
	if v.doc == nil {
		return failed
	}
	if f.page == 0 || int(f.page) > len(v.doc.Pages) {
		return v.noPage(fmt.Sprint(f.page))
	}
	page := v.doc.Pages[f.page-1]
	page.Words, page.Rules, page.Arrows = kept.Words, kept.Rules, kept.Arrows
	shown := inspect.View{
		Name: filepath.Base(path), Document: v.doc, Page: &page,
		Picture: v.picture(ctx, f), English: m.lang == inEnglish,
	}
	if f.form {
		shown.Form, failed = v.form(ctx, failed)
	}
	fill := func(w io.Writer) error { return inspect.HTML(w, shown) }
	if f.out == stdoutPath {
		return firstOf(m.unwritten(fill(stdout)), failed)
	}
	return firstOf(v.file(f.out, f.overwrite, fill), failed)
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// keeping is the extractor of a format that also keeps what is drawn on one
// page of a PDF, which no other command needs.
func keeping(f format, number int, kept *extract.Page) extract.Extractor {
	e, ok := f.extractor.(pdf.Extractor)
	if !ok {
		return f.extractor
	}
	e.Layout = func(p *extract.Page) []model.Problem {
		if p.Number == number {
			*kept = drawnOn(p)
		}
		return grid.Page(p)
	}
	return e
}

// drawnOn copies what is drawn on p, whose memory the next page will use.
func drawnOn(p *extract.Page) (out extract.Page) {
	out.Words = append(out.Words, p.Words...)
	for i := range out.Words {
		w := &out.Words[i]
		w.Glyphs = append([]extract.Glyph(nil), w.Glyphs...)
	}
	out.Rules = append(out.Rules, p.Rules...)
	out.Arrows = append(out.Arrows, p.Arrows...)
	return out
}

// picture draws the page as readers see it. The drawing is of use without it,
// so what goes wrong is only told.
func (v *viewing) picture(ctx context.Context, f inspectFlags) image.Image {
	if v.doc.Format != "pdf" || f.dpi == 0 {
		return nil
	}
	img, err := pdfium.Render(ctx, extract.Source{Data: v.data, Password: v.password}, int(f.page), float64(f.dpi))
	if err != nil {
		fmt.Fprintf(v.errw, v.m.noRenderLine+"\n", v.path, err)
		return nil
	}
	return img
}
