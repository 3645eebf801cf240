package pdfium

import (
	"context"
	"fmt"
	"image"
	"io"
	"os"
	"path/filepath"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"

	"gyokaku/extract"
)

// memoryPages bounds the memory of an engine, in WebAssembly pages of 64 KiB:
// 512 MiB.
const memoryPages = 8192

// maxPixels bounds a rendered page: 100 million are a poster of A0 at 200 dpi
// several times over, and 400 MB.
const maxPixels = 100_000_000

// Render draws a page of the PDF file src at dpi pixels per inch. Pages count
// from 1. The image has the page as seen, cropped and rotated, on white.
//
// The error says that PDFium cannot open the file, that it has no such page, or
// that ctx ended first.
func Render(ctx context.Context, src extract.Source, page int, dpi float64) (image.Image, error) {
	type result struct {
		image image.Image
		err   error
	}
	done := make(chan result, 1)
	go func() {
		img, err := render(ctx, src, page, dpi)
		done <- result{img, err}
	}()
	select {
	case r := <-done:
		return r.image, r.err
	case <-ctx.Done(): // the engine cannot be interrupted; its answer is dropped
		return nil, ctx.Err()
	}
}

func render(ctx context.Context, src extract.Source, page int, dpi float64) (image.Image, error) {
	pool, err := engines()
	if err != nil {
		return nil, fmt.Errorf("start PDFium: %w", err)
	}
	engine, err := pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, fmt.Errorf("start PDFium: %w", err)
	}
	defer engine.Close()
	open := requests.OpenDocument{File: &src.Data}
	if src.Password != "" {
		open.Password = &src.Password
	}
	doc, err := engine.OpenDocument(&open)
	if err != nil {
		return nil, fmt.Errorf("open: %w", err)
	}
	at := requests.Page{ByIndex: &requests.PageByIndex{Document: doc.Document, Index: page - 1}}
	if err := fits(engine, at, dpi); err != nil {
		return nil, fmt.Errorf("page %d: %w", page, err)
	}
	drawn, err := engine.RenderPageInDPI(&requests.RenderPageInDPI{Page: at, DPI: int(dpi)})
	if err != nil {
		return nil, fmt.Errorf("page %d: %w", page, err)
	}
	defer drawn.Cleanup()
	return own(drawn.Result.Image), nil
}

// fits reports an error if the page would be too large.
func fits(engine pdfium.Pdfium, at requests.Page, dpi float64) error {
	size, err := engine.GetPageSize(&requests.GetPageSize{Page: at})
	if err != nil {
		return err
	}
	if scale := dpi / 72; !(size.Width*scale*size.Height*scale <= maxPixels) {
		return fmt.Errorf("%.0f × %.0f points are too large for %.0f dpi", size.Width, size.Height, dpi)
	}
	return nil
}

// own copies an image out of the engine's memory.
func own(from *image.RGBA) *image.RGBA {
	out := *from
	out.Pix = append([]byte(nil), from.Pix...)
	return &out
}

// engines starts PDFium at the first call.
var engines = sync.OnceValues(func() (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(memoryPages)
	if cache := compiled(); cache != nil {
		config = config.WithCompilationCache(cache)
	}
	return webassembly.Init(webassembly.Config{
		MaxTotal:      1,
		MaxIdle:       1,
		FSConfig:      wazero.NewFSConfig(), // no files
		RuntimeConfig: config,
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
})

// compiled is where the compiled engine is kept between processes, nil where
// there is no place for it.
func compiled() wazero.CompilationCache {
	dir, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "gyokaku", "pdfium"))
	if err != nil {
		return nil
	}
	return cache
}
