package pdf

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func be16(n ...int) string {
	var b []byte
	for _, v := range n {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return string(b)
}

func be32(n ...int) string {
	var b []byte
	for _, v := range n {
		b = binary.BigEndian.AppendUint32(b, uint32(v))
	}
	return string(b)
}

// trueTypeOf writes a font of the given tables.
func trueTypeOf(tables map[string]string) string {
	head, body := "", ""
	for tag, data := range tables {
		head += tag + be32(0, 12+16*len(tables)+len(body), len(data))
		body += data
	}
	return "\x00\x01\x00\x00" + be16(len(tables), 0, 0, 0) + head + body
}

// format4 maps single characters to glyphs.
func format4(glyphs map[int]int) string {
	var codes []int
	for c := range glyphs {
		codes = append(codes, c)
	}
	slices.Sort(codes)
	var deltas []int
	for _, c := range codes {
		deltas = append(deltas, glyphs[c]-c)
	}
	codes, deltas = append(codes, 0xffff), append(deltas, 1)
	n := len(codes)
	return be16(4, 16+8*n, 0, 2*n, 0, 0, 0) + be16(codes...) + be16(0) + be16(codes...) + be16(deltas...) + be16(make([]int, n)...)
}

// format12 maps a run of characters to glyphs.
func format12(first, last, glyph int) string {
	return be16(12, 0) + be32(28, 0, 1, first, last, glyph)
}

// cmapOf writes the cmap table: platform and encoding, such as "3 1", and data.
func cmapOf(tables ...[2]string) string {
	head, body := be16(0, len(tables)), ""
	for _, t := range tables {
		var platform, encoding int
		fmt.Sscan(t[0], &platform, &encoding)
		head += be16(platform, encoding) + be32(4+8*len(tables)+len(body))
		body += t[1]
	}
	return head + body
}

// index writes an INDEX of a CFF font.
func index(items ...string) string {
	out, at := be16(len(items))+"\x02", 1
	for _, s := range items {
		out += be16(at)
		at += len(s)
	}
	return out + be16(at) + strings.Join(items, "")
}

// cffOf writes a CFF font whose glyphs 1, 2 … have the names, or where ordering
// is set the CIDs 1, 2 …, and the codes 65, 66 ….
func cffOf(ordering string, names ...string) string {
	sids, codes := "", ""
	for i := range names {
		sids += be16(standardStrings + i)
		codes += string(rune('A' + i))
	}
	glyphs := make([]string, len(names)+1)
	for i := range glyphs {
		glyphs[i] = "\x0e"
	}
	ros := ""
	if ordering != "" {
		names = append(names, "Adobe", ordering)
		n := standardStrings + len(names)
		ros = "\x1c" + be16(n-2) + "\x1c" + be16(n-1) + "\x8b" + "\x0c\x1e"
	}
	number := func(n int) string { return "\x1d" + be32(n) }
	before := func(top string) string {
		return "\x01\x00\x04\x02" + index("Mincho") + index(top) + index(names...) + index()
	}
	top := ros + number(0) + "\x0f" + number(0) + "\x10" + number(0) + "\x11"
	charset := len(before(top))
	encoding := charset + 1 + len(sids)
	charStrings := encoding + 2 + len(codes)
	top = ros + number(charset) + "\x0f" + number(encoding) + "\x10" + number(charStrings) + "\x11"
	return before(top) + "\x00" + sids + "\x00" + string(rune(len(codes))) + codes + index(glyphs...)
}

// TestFontPrograms has fonts without ToUnicode, whose characters only the
// embedded font knows.
func TestFontPrograms(t *testing.T) {
	embed := func(b *builder, key, program string) string {
		return fmt.Sprintf("/FontDescriptor << /Flags 4 /%s %d 0 R >>", key, b.deflated("", program))
	}
	ttf := trueTypeOf(map[string]string{"cmap": cmapOf(
		[2]string{"3 1", format4(map[int]int{0x2f08: 5, 0x4eba: 5, 0x6750: 6})},
		[2]string{"3 0", format4(map[int]int{0xf041: 5, 0xf042: 6})},
	)})
	simple := func(b *builder, entries string) string {
		n := b.add("<< /Type /Font /BaseFont /X /FirstChar 65 /Widths [1000 1000 1000] " + entries + " >>")
		return fmt.Sprintf("/Font << /F1 %d 0 R >>", n)
	}
	post := be32(0x20000, 0, 0, 0, 0, 0, 0, 0) + be16(3, 0, 258, 259) + "\x07uni4EBA\x07uni6750"
	tests := []struct {
		name string
		font func(b *builder) string
		code string
		want string
	}{
		{"a glyph of TrueType, not its radical", func(b *builder) string {
			return b.cid("/Encoding /Identity-H", embed(b, "FontFile2", ttf))
		}, "<00050006>", "人材"},
		{"through CIDToGIDMap", func(b *builder) string {
			m := b.stream("", be16(0, 6, 5))
			return b.cid("/Encoding /Identity-H", fmt.Sprintf("/CIDToGIDMap %d 0 R ", m)+embed(b, "FontFile2", ttf))
		}, "<000200010009>", "人材\uFFFD"},
		{"a character beyond the basic plane", func(b *builder) string {
			return b.cid("/Encoding /Identity-H", embed(b, "FontFile2", trueTypeOf(map[string]string{"cmap": cmapOf([2]string{"3 10", format12(0x20bb6, 0x20bb7, 7)})})))
		}, "<0008>", "𠮷"},
		{"by glyph names of TrueType", func(b *builder) string {
			return b.cid("/Encoding /Identity-H", embed(b, "FontFile2", trueTypeOf(map[string]string{"post": post})))
		}, "<00010002>", "人材"},
		{"what ToUnicode leaves out", func(b *builder) string {
			return b.cid("/Encoding /Identity-H "+b.toUnicode("1 beginbfchar <0005> <8005> endbfchar"), embed(b, "FontFile2", ttf))
		}, "<00050006>", "者材"},
		{"by glyph names of CFF", func(b *builder) string {
			return b.cid("/Encoding /Identity-H", embed(b, "FontFile3", cffOf("", "uni4EBA", "uni6750")))
		}, "<00010002>", "人材"},
		{"a CFF font of Adobe-Japan1", func(b *builder) string {
			return b.cid("/Encoding /Identity-H", embed(b, "FontFile3", cffOf("Japan1", "a", "b")))
		}, "<04651ecf>", "亜、"},
		{"a CFF font's own CIDs", func(b *builder) string {
			return b.cid("/Encoding /Identity-H", embed(b, "FontFile3", cffOf("Identity", "uni4EBA")))
		}, "<0001>", "\uFFFD"},
		{"a simple CFF font's encoding", func(b *builder) string {
			return simple(b, "/Subtype /Type1 "+embed(b, "FontFile3", cffOf("", "uni4EBA", "uni6750")))
		}, "(AB)", "人材"},
		{"a simple TrueType font's table of symbols", func(b *builder) string {
			return simple(b, "/Subtype /TrueType "+embed(b, "FontFile2", ttf))
		}, "(ABC)", "人材\uFFFD"},
		{"a Type 1 font's encoding", func(b *builder) string {
			return simple(b, "/Subtype /Type1 "+embed(b, "FontFile", "%!PS\n/Encoding 256 array dup 65 /uni4EBA put dup 66 /uni6750 put readonly def currentfile eexec \x00 dup 66 /A put"))
		}, "(AB)", "人材"},
		{"CMaps that build on each other", func(b *builder) string {
			inner := b.deflated("/UseCMap /90ms-RKSJ-H", "begincmap 1 begincodespacerange <00> <7f> endcodespacerange 2 begincidchar <41> 1125 <42> 1125 endcidchar endcmap")
			outer := b.deflated(fmt.Sprintf("/UseCMap %d 0 R", inner), "begincmap 1 begincidchar <42> 8359 endcidchar endcmap")
			return b.cid(fmt.Sprintf("/Encoding %d 0 R", outer), japan1Info)
		}, "<41428f87>", "亜纊順"},
		{"GBK", func(b *builder) string { return b.cid("/Encoding /GBK-EUC-H", "") }, "<c8cb41>", "人A"},
		{"Big 5", func(b *builder) string { return b.cid("/Encoding /ETen-B5-V", "") }, "<a448>", "人"},
		{"Korean", func(b *builder) string { return b.cid("/Encoding /KSCms-UHC-H", "") }, "<b0a1>", "가"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := newBuilder()
			b.page(tt.font(b), fmt.Sprintf(show, tt.code)+" BT /None 9 Tf 9 9 Td (x) Tj ET")
			words := texts(pageOf(t, b))
			if len(words) != 2 || words[0] != tt.want {
				t.Errorf("words %q, want %q first", words, tt.want)
			}
		})
	}
}
