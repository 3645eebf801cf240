package extract

import (
	"bytes"
	"regexp"
	"unicode/utf8"
)

// sniffed is how much of a file is looked at where its beginning decides.
const sniffed = 4096

var (
	utf8BOM = []byte("\xEF\xBB\xBF")
	htmlRE  = regexp.MustCompile(`(?is)^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)[\s>]`)
)

// LooksHTML reports whether data is a web page, whatever its file is called:
// error pages of a web server are often saved as .pdf or .txt.
func LooksHTML(data []byte) bool {
	head := bytes.TrimPrefix(data[:min(len(data), sniffed)], utf8BOM)
	if bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF")) {
		// The markup itself is ASCII, so UTF-16 is that with zeros between.
		head = bytes.ReplaceAll(head[2:], []byte{0}, nil)
	}
	return htmlRE.Match(head)
}

// A signature is how one format begins.
type signature struct {
	at    int // offset in bytes
	magic string
	name  string // for people
}

var signatures = []signature{
	{0, "%PDF-", "PDF"},
	{0, "\xFF\xD8\xFF", "画像 (JPEG)"},
	{0, "\x89PNG\r\n", "画像 (PNG)"},
	{0, "GIF8", "画像 (GIF)"},
	{0, "II*\x00", "画像 (TIFF)"},
	{0, "MM\x00*", "画像 (TIFF)"},
	{8, "WEBP", "画像 (WebP)"},
	{4, "ftypheic", "画像 (HEIC)"},
	{4, "jP  \r\n", "画像 (JPEG 2000)"},
	{0, "{\\rtf", "リッチテキスト (RTF)"},
	{0, "%!PS", "PostScript"},
	{0, "\x1F\x8B", "圧縮ファイル (gzip)"},
	{0, "7z\xBC\xAF\x27\x1C", "圧縮ファイル (7z)"},
	{0, "Rar!\x1A\x07", "圧縮ファイル (RAR)"},
	{2, "-lh", "圧縮ファイル (LZH)"},
	{0, "SQLite format 3\x00", "データベース (SQLite)"},
	{0, "<?xml", "XML"},
}

// Parts whose name inside a container tells what the container is. The names
// stand uncompressed in a ZIP, and as UTF-16 in the compound files (CFB) that
// Office wrote before 2007.
var (
	zipParts = []signature{
		{0, "xl/workbook.", "Excelブック"},
		{0, "word/document.xml", "Word文書"},
		{0, "ppt/presentation.xml", "PowerPoint文書"},
		{0, "application/vnd.oasis.opendocument.spreadsheet", "OpenDocument表計算 (.ods)"},
		{0, "application/vnd.oasis.opendocument.text", "OpenDocument文書 (.odt)"},
	}
	cfbParts = []signature{
		{0, "EncryptedPackage", "パスワードで保護されたOffice文書"},
		{0, "Workbook", "旧Excel形式 (.xls)"},
		{0, "WordDocument", "旧Word形式 (.doc)"},
		{0, "PowerPoint Document", "旧PowerPoint形式 (.ppt)"},
		{0, "DocumentText", "一太郎文書"},
	}
)

const (
	zipMagic = "PK\x03\x04"
	cfbMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
)

// Describe names the format of data in Japanese, for the error line of a file
// that cannot be read as a report: "Word文書", "画像 (JPEG)".
func Describe(data []byte) string {
	switch {
	case len(data) == 0:
		return "空のファイル"
	case bytes.HasPrefix(data, []byte(zipMagic)):
		return part(data, zipParts, func(s string) []byte { return []byte(s) }, "ZIPファイル")
	case bytes.HasPrefix(data, []byte(cfbMagic)):
		return part(data, cfbParts, utf16LE, "旧Office形式の文書")
	case LooksHTML(data):
		return "HTML"
	}
	if name := signed(data); name != "" {
		return name
	}
	if LooksText(data) {
		return "テキスト"
	}
	return "不明な形式のデータ"
}

// signed is the name of the format that data has the signature of, or "".
func signed(data []byte) string {
	body := bytes.TrimPrefix(data, utf8BOM)
	for _, s := range signatures {
		if s.at < len(body) && bytes.HasPrefix(body[s.at:], []byte(s.magic)) {
			return s.name
		}
	}
	return ""
}

func part(data []byte, parts []signature, encode func(string) []byte, otherwise string) string {
	for _, p := range parts {
		if bytes.Contains(data, encode(p.magic)) {
			return p.name
		}
	}
	return otherwise
}

func utf16LE(s string) []byte {
	b := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		b = append(b, s[i], 0)
	}
	return b
}

// textControls is the share of control characters, out of all bytes, up to
// which data may still be text: OCR output holds a stray one now and then,
// compressed data has 10 % and more.
const textControls = 0.02

// LooksText reports whether data can be text in some encoding, going by its
// beginning: no format's signature, no zero bytes (but for UTF-16 with its mark)
// and hardly any control characters. Whether it can be decoded is another
// question.
func LooksText(data []byte) bool {
	if signed(data) != "" {
		return false
	}
	head := data[:min(len(data), sniffed)]
	if bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF")) {
		return true
	}
	controls := 0
	for _, b := range head {
		switch {
		case b == 0:
			return false
		case b == '\t', b == '\n', b == '\r', b == '\f', b == '\v', b == 0x1B:
		case b < ' ', b == 0x7F:
			controls++
		}
	}
	return len(head) > 0 && (utf8.Valid(data) || float64(controls) <= textControls*float64(len(head)))
}
