package pdf

import "testing"

func TestGlyphText(t *testing.T) {
	for name, want := range map[string]string{
		"A": "A", "asciitilde": "~", "ydieresis": "ÿ", "exclamdown": "¡", "quoteright": "’", "circle": "○",
		"onecircle": "①", "nbspace": "\u00a0", "A.alt": "A", "f_f_i": "ffi", "uni9806": "順", "uniD842DFB7": "𠮷",
		"u20BB7": "𠮷", ".notdef": "",
	} {
		if got, ok := glyphText(name); !ok || got != want {
			t.Errorf("glyphText(%q) = %q, %v, want %q", name, got, ok, want)
		}
	}
	for _, name := range []string{"g12", "cid:5", "uni98", "uXYZW", "a_glyph"} {
		if got, ok := glyphText(name); ok {
			t.Errorf("glyphText(%q) = %q, want nothing", name, got)
		}
	}
}

func TestEncodings(t *testing.T) {
	tests := []struct {
		name string
		code byte
		want string
	}{
		{"WinAnsiEncoding", 0x80, "€"}, {"WinAnsiEncoding", 0x95, "•"}, {"MacRomanEncoding", 0x80, "Ä"},
		{"StandardEncoding", '\'', "’"}, {"StandardEncoding", 0xa1, "¡"}, {"StandardEncoding", 0xb1, "–"},
		{"StandardEncoding", 0xbf, "¿"}, {"StandardEncoding", 0xd0, "—"}, {"StandardEncoding", 0xe1, "Æ"},
		{"StandardEncoding", 0xe3, "ª"}, {"StandardEncoding", 0xe8, "Ł"}, {"StandardEncoding", 0xeb, "º"},
		{"StandardEncoding", 0xf1, "æ"}, {"StandardEncoding", 0xf5, "ı"}, {"StandardEncoding", 0xfb, "ß"}, {"StandardEncoding", 0x05, unmapped},
	}
	for _, tt := range tests {
		if got := encodings(tt.name)[tt.code]; got != tt.want {
			t.Errorf("%s of %#x = %q, want %q", tt.name, tt.code, got, tt.want)
		}
	}
}

// TestJapan1 checks corners of the collection's order: first and last of the
// symbols, the two levels of kanji, and half-width characters.
func TestJapan1(t *testing.T) {
	for cid, want := range map[uint32]string{
		1: " ", 94: "}", 231: " ", 264: "A", 327: "｡", 389: "ﾟ", 633: "\u3000", 843: "あ", 1125: "亜", 4089: "腕", 4090: "弌", 7477: "瑤", 7555: "①", 7607: "㎡", 7887: "、", 8323: "㍻", 8359: "纊", 8321: "有限会社", 61: "¥", 0: "", 30000: "",
	} {
		if got := japan1(cid); got != want {
			t.Errorf("CID %d = %q, want %q", cid, got, want)
		}
	}
}

func TestTextString(t *testing.T) {
	for in, want := range map[string]string{
		"\xfe\xff\x9a\xd8": "高", "\xff\xfe\xd8\x9a": "高", "\xef\xbb\xbf高": "高", "Plan \x80": "Plan €", "a\tb\x00": "a b", "": "",
	} {
		if got := textString([]byte(in)); got != want {
			t.Errorf("textString(%q) = %q, want %q", in, got, want)
		}
	}
}
