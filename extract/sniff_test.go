package extract

import (
	"strings"
	"testing"
)

func TestDescribe(t *testing.T) {
	utf16 := func(s string) string { return string(utf16LE(s)) }
	for _, c := range []struct{ data, want string }{
		{"", "空のファイル"},
		{"%PDF-1.4\n", "PDF"},
		{"\xFF\xD8\xFF\xE0\x00\x10JFIF", "画像 (JPEG)"},
		{"\x89PNG\r\n\x1a\n", "画像 (PNG)"},
		{"RIFF\x10\x00\x00\x00WEBPVP8 ", "画像 (WebP)"},
		{"PK\x03\x04....word/document.xml", "Word文書"},
		{"PK\x03\x04....xl/workbook.xml", "Excelブック"},
		{"PK\x03\x04....報告.pdf", "ZIPファイル"},
		{cfbMagic + utf16("Workbook"), "旧Excel形式 (.xls)"},
		{cfbMagic + utf16("WordDocument"), "旧Word形式 (.doc)"},
		{cfbMagic + utf16("EncryptedPackage"), "パスワードで保護されたOffice文書"},
		{cfbMagic, "旧Office形式の文書"},
		{"\xEF\xBB\xBF<!DOCTYPE html>\n<title>404</title>", "HTML"},
		{"<?xml version=\"1.0\"?>\n<feed/>", "XML"},
		{"{\\rtf1\\ansi", "リッチテキスト (RTF)"},
		{"報告\t1", "テキスト"},
		{"\x8E\xC0\x8E\x7B", "テキスト"},
		{"\x00\x01\x02\x03", "不明な形式のデータ"},
	} {
		if got := Describe([]byte(c.data)); got != c.want {
			t.Errorf("Describe(%.20q) = %s, want %s", c.data, got, c.want)
		}
	}
}

func TestLooksHTML(t *testing.T) {
	for _, c := range []struct {
		data string
		want bool
	}{
		{"<!DOCTYPE html>", true},
		{"\n\n <!doctype HTML PUBLIC \"-//W3C//DTD\">", true},
		{"<html lang=\"ja\">", true},
		{"<?xml version=\"1.0\"?><!-- x --><html xmlns=\"\">", true},
		{"\xFF\xFE<\x00h\x00t\x00m\x00l\x00>\x00", true},
		{"<!-- page 1 -->\n報告", false},
		{"<p>評価</p>", false},
		{"htmlの<html>", false},
		{"<header>", false},
		{"", false},
	} {
		if got := LooksHTML([]byte(c.data)); got != c.want {
			t.Errorf("LooksHTML(%q) = %t, want %t", c.data, got, c.want)
		}
	}
}

// TestLooksText has bytes that come and go in OCR output, and data that is not
// text although its beginning is.
func TestLooksText(t *testing.T) {
	if !LooksText([]byte(strings.Repeat("報告", 100) + "\x0c\x1b\x08")) {
		t.Error("a stray control character made text data")
	}
	if LooksText([]byte("{\\rtf1 報告")) {
		t.Error("RTF is no text to read")
	}
	if LooksText([]byte("報告\x00")) {
		t.Error("a zero byte is no text")
	}
}
