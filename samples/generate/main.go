// Command generate writes the samples: two years' reports of a fictional city,
// each as a form workbook, a noisy transcript, a PDF and the values to be read
// from them.
//
// The workbook, the transcript and want.json need nothing but Go. The PDFs come
// from LibreOffice Calc (2024) and Chromium (2025), so that they differ in
// producer, fonts and structure; without -pdf they are left as they are.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
)

func main() {
	dir := flag.String("dir", "samples", "folder of the samples")
	pdfs := flag.Bool("pdf", false, "also print the PDFs, by soffice and chromium")
	flag.Parse()
	if err := generate(*dir, *pdfs); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// A sample is one year's folder.
type sample struct {
	folder string
	report yearReport
	shift  int // of the noise over the items
	print  func(folder string, r yearReport) error
}

var allSamples = []sample{
	{"mizuno-2024", report2024, 0, printWorkbook},
	{"mizuno-2025", report2025, 2, printPage},
}

func generate(dir string, pdfs bool) error {
	for _, s := range allSamples {
		folder := filepath.Join(dir, s.folder)
		if err := os.MkdirAll(folder, 0o777); err != nil {
			return err
		}
		if err := s.write(folder); err != nil {
			return err
		}
		if !pdfs {
			continue
		}
		if err := s.print(folder, s.report); err != nil {
			return err
		}
	}
	return nil
}

func (s sample) write(folder string) error {
	if err := writeWorkbook(filepath.Join(folder, "report.xlsx"), s.report); err != nil {
		return err
	}
	text := transcript(s.report, s.shift)
	if err := os.WriteFile(filepath.Join(folder, "transcript.txt"), []byte(text), 0o666); err != nil {
		return err
	}
	return create(filepath.Join(folder, "want.json"), func(w io.Writer) error {
		return writeWant(w, want(s.report))
	})
}

// printWorkbook has LibreOffice print the workbook.
func printWorkbook(folder string, _ yearReport) error {
	return run("soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, filepath.Join(folder, "report.xlsx"))
}

// printPage has Chromium print the form as a web page.
func printPage(folder string, r yearReport) error {
	temporary, err := os.MkdirTemp("", "gyokaku")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temporary)
	html := filepath.Join(temporary, "report.html")
	if err := create(html, func(w io.Writer) error { return writePage(w, r) }); err != nil {
		return err
	}
	target, err := filepath.Abs(filepath.Join(folder, "report.pdf"))
	if err != nil {
		return err
	}
	return run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+temporary,
		"--no-pdf-header-footer", "--print-to-pdf="+target, "file://"+filepath.ToSlash(html))
}

func run(name string, args ...string) error {
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w\n%s", name, err, out)
	}
	return nil
}

func create(path string, fill func(io.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := fill(f); err != nil {
		return err
	}
	return f.Close()
}
