package text

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

// encodings are those a transcript may come in.
var encodings = map[string]func(string) ([]byte, error){
	"utf-8": func(s string) ([]byte, error) { return []byte(s), nil },
	"utf-16le": func(s string) ([]byte, error) {
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(s))
	},
	"utf-16be": func(s string) ([]byte, error) {
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(s))
	},
	"shift_jis":   func(s string) ([]byte, error) { return japanese.ShiftJIS.NewEncoder().Bytes([]byte(s)) },
	"euc-jp":      func(s string) ([]byte, error) { return japanese.EUCJP.NewEncoder().Bytes([]byte(s)) },
	"iso-2022-jp": func(s string) ([]byte, error) { return japanese.ISO2022JP.NewEncoder().Bytes([]byte(s)) },
}

func TestDecode(t *testing.T) {
	long := "瑞野市（みずのし）行政改革プラン\n実施項目\t窓口の改善\t項目番号\t1-2\n進捗状況\t○\t順調（46％）"
	for _, text := range []string{long, "実施", "カ", "検討\t導入", "総務課、財政課", "あ"} {
		for name, encode := range encodings {
			data, err := encode(text)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			got, charset, err := decode(data)
			if err != nil || got != text || charset != name {
				t.Errorf("%s: decode(%x) = %q, %s, %v; want %q", name, data, got, charset, err, text)
			}
		}
	}
}

// TestDecodeVendorCharacters has what Windows writes and JIS X 0208 lacks.
func TestDecodeVendorCharacters(t *testing.T) {
	const text = "①②Ⅳ㈱㎡髙﨑～－∥纊 ｼｽﾃﾑの導入、3⑤"
	data := []byte("\x87\x40\x87\x41\x87\x57\x87\x8A\x87\x75\xFB\xFC\xED\x95\x81\x60\x81\x7C\x81\x61\xFA\x5C \xBC\xBD\xC3\xD1\x82\xCC\x93\xB1\x93\xFC\x81\x413\x87\x44")
	got, charset, err := decode(data)
	if err != nil || got != text || charset != "shift_jis" {
		t.Errorf("decode = %q, %s, %v; want %q", got, charset, err, text)
	}
}

func TestDecodeMark(t *testing.T) {
	if got, _, err := decode([]byte("\xEF\xBB\xBF報告")); got != "報告" || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
	if _, _, err := decode([]byte("\xEF\xBB\xBF報\x81")); err == nil {
		t.Error("a bad byte after a UTF-8 mark was accepted")
	}
}

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     bool
	}{
		{"text", "実施項目\t窓口", true},
		{"Shift_JIS", "\x8E\xC0\x8E\x7B", true},
		{"unknown bytes", "\xE9\x80 \xFE\xFD", true}, // so that Extract can say what is wrong
		{"UTF-16", "\xFF\xFEa\x00", true},
		{"web page", "<html><body>", false},
		{"PDF", "%PDF-1.7\n", false},
		{"ZIP", "PK\x03\x04\x14\x00", false},
		{"nothing", "", false},
		{"control characters", strings.Repeat("\x01\x02ab", 9) + "\xFF", false},
	} {
		if got := Match([]byte(c.in)); got != c.want {
			t.Errorf("%s: Match = %t, want %t", c.name, got, c.want)
		}
	}
}
