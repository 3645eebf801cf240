package pdf

import (
	"maps"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"unicode"
	"unicode/utf8"
)

// maxSeed is the size of the largest file that is a seed, in bytes: the fuzzer
// gets nowhere with large ones.
const maxSeed = 8 << 10

// crafted gives the small files of single traps as seeds, where the corpus is.
func crafted(f *testing.F) (seeds [][]byte) {
	f.Helper()
	root := os.Getenv("GYOKAKU_CORPUS")
	if root == "" {
		return nil
	}
	for _, file := range corpus(f, "crafted/*.pdf") {
		data, err := os.ReadFile(filepath.Clean(file))
		if err != nil {
			f.Fatal(err)
		}
		if len(data) <= maxSeed {
			seeds = append(seeds, data)
		}
	}
	return seeds
}

// FuzzObject reads an object, writes it, and reads the same again.
func FuzzObject(f *testing.F) {
	for _, s := range []string{
		"<< /Type /Page /Kids [1 0 R (a\\(b\\)\\101) <4e0a5> -.5 true null] /A#20B << >> >>",
		"[ 1 2 R 3 0 R ] R", "--5 0.00-35 1e2 99999999999999999999", "<< /A [ << ] >> /B", "((unbalanced", "<3", "/", "% comment\n7",
	} {
		f.Add([]byte(s))
	}
	for _, data := range crafted(f) {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		l := lexer{data: data}
		for before := -1; before < l.pos && l.pos < len(data); {
			before = l.pos
			v, ok := l.object(0)
			if !ok || depth(v) >= maxNesting {
				continue // what stands deeper is cut off
			}
			written := appendObject(nil, v)
			again, ok := (&lexer{data: written}).object(0)
			if !ok || !same(again, v) {
				t.Fatalf("%.200v was written as %.200q, which is %.200v", v, written, again)
			}
		}
	})
}

// depth is how deep arrays and dictionaries stand in each other.
func depth(v any) (n int) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			n = max(n, depth(e))
		}
		return n + 1
	case dict:
		for _, e := range v {
			n = max(n, depth(e))
		}
		return n + 1
	}
	return 0
}

// same reports whether two objects are the same but for the digits of numbers
// that writing cannot keep.
func same(a, b any) bool {
	switch a := a.(type) {
	case []any:
		b, ok := b.([]any)
		return ok && slices.EqualFunc(a, b, same)
	case dict:
		b, ok := b.(dict)
		return ok && maps.EqualFunc(a, b, same)
	case float64:
		b, ok := b.(float64)
		return ok && math.Abs(a-b) <= 1e-9*max(1, math.Abs(b))
	}
	return a == b
}

// FuzzCMap parses CMaps: a second parse changes nothing, codes are cut into
// pieces that are there, and texts have no control characters.
func FuzzCMap(f *testing.F) {
	for _, s := range []string{
		"begincmap 1 begincodespacerange <00> <7f> <8000> <ffff> endcodespacerange 2 beginbfrange <01> <03> <3042> <05> <06> [<4eba> <6750>] endbfrange endcmap",
		"/90ms-RKSJ-H usecmap 1 begincidrange <8140> <81ff> 633 endcidrange 1 begincidchar <41> 231 endcidchar /WMode 1 def",
		"1 beginbfrange <0000> <ffff> <0000> endbfrange 1 beginbfchar <00> /A <01> <d842dfb7> endbfchar",
		"1 begincodespacerange <00000000> <ffffffff> endcodespacerange 1 begincidrange <00010000> <0001ffff> 1 endcidrange",
	} {
		f.Add([]byte(s), []byte("\x00\x01\x81\x40\xff\xff\x41"))
	}
	for _, data := range crafted(f) {
		f.Add(data, []byte("\x00\x01\x00\x10\x00\x11"))
	}
	f.Fuzz(func(t *testing.T, program, text []byte) {
		m := &cmap{}
		m.parse(program)
		checkTexts(t, &m.texts)
		twice := &cmap{}
		twice.parse(program)
		if !reflect.DeepEqual(twice.texts, m.texts) || !reflect.DeepEqual(twice.spaces, m.spaces) {
			t.Error("the same program maps other texts")
		}
		e := &embedded{cmap: m}
		if m.base != "" {
			e.base, _ = predefined(m.base)
		}
		for rest := text; len(rest) > 0; {
			n, c, _, s := e.next(rest)
			if n < 1 || n > len(rest) || n <= 4 && e.base == nil && c != code(rest[:n]) || !utf8.ValidString(s) {
				t.Fatalf("code %#x of %d bytes with text %q in %x", c, n, s, rest)
			}
			rest = rest[n:]
		}
	})
}

// FuzzFontProgram asks hostile fonts for their characters.
func FuzzFontProgram(f *testing.F) {
	f.Add([]byte(trueTypeOf(map[string]string{"cmap": cmapOf([2]string{"3 1", format4(map[int]int{0x4eba: 5})}, [2]string{"3 0", format4(map[int]int{0xf041: 5})})})))
	f.Add([]byte(trueTypeOf(map[string]string{"cmap": cmapOf([2]string{"3 10", format12(0x20bb6, 0x20bb7, 7)})})))
	f.Add([]byte(trueTypeOf(map[string]string{"post": be32(0x20000, 0, 0, 0, 0, 0, 0, 0) + be16(2, 0, 258) + "\x07uni4EBA"})))
	f.Add([]byte(cffOf("", "uni4EBA", "a")))
	f.Add([]byte(cffOf("Japan1", "a")))
	f.Add([]byte("%!PS\n/Encoding 256 array dup 65 /uni4EBA put readonly def currentfile eexec"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var s simple
		s.forget()
		s.type1(data)
		if font := parseTrueType(data); font != nil {
			if texts := font.glyphTexts(); texts != nil {
				checkTexts(t, texts)
			}
			font.codeTexts(&s.texts)
		}
		if font := parseCFF(data); font != nil {
			if n := len(font.charset()); n > font.glyphs+1 {
				t.Errorf("%d names of %d glyphs", n, font.glyphs)
			}
			checkTexts(t, font.glyphTexts())
			font.codeTexts(&s.texts)
		}
		for c, text := range s.texts {
			if !utf8.ValidString(text) {
				t.Errorf("code %d is %q", c, text)
			}
		}
	})
}

// checkTexts holds that texts are characters to print, and few for each code.
func checkTexts(t *testing.T, texts *table[string]) {
	t.Helper()
	for _, page := range texts {
		if page == nil {
			continue
		}
		for _, s := range page {
			for _, r := range s {
				if unicode.IsControl(r) {
					t.Fatalf("text %q", s)
				}
			}
			if !utf8.ValidString(s) {
				t.Fatalf("text %q", s)
			}
		}
	}
}
