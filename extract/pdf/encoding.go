package pdf

import (
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// encodings is the base encoding of that name, the standard one for others.
func encodings(name string) (t [256]string) {
	switch name {
	case "WinAnsiEncoding":
		t = fromCharmap(charmap.Windows1252)
		t[0x7f], t[0x81], t[0x8d], t[0x8f], t[0x90], t[0x9d] = "•", "•", "•", "•", "•", "•"
	case "MacRomanEncoding":
		t = fromCharmap(charmap.Macintosh)
	default:
		t = standardEncoding()
	}
	return t
}

func fromCharmap(c *charmap.Charmap) (t [256]string) {
	for i := range t {
		t[i] = unmapped
		if i >= ' ' {
			t[i] = string(c.DecodeByte(byte(i)))
		}
	}
	return t
}

// standardEncoding is ASCII with curved quotes, and standardHigh.
var standardEncoding = sync.OnceValue(func() (t [256]string) {
	for i := range t {
		t[i] = unmapped
		if i >= ' ' && i < 0x7f {
			t[i] = string(rune(i))
		}
	}
	t['\''], t['`'] = "’", "‘"
	for i, r := range []rune(standardHigh) {
		if r != ' ' {
			t[0xa1+i] = string(r)
		}
	}
	return t
})

// standardHigh are the characters of StandardEncoding from 0xA1 on.
const standardHigh = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     æ   ı  łøœß"

// glyphNames are the names of U+0020 to U+007E and U+00A1 to U+00FF in the
// Adobe Glyph List, and of others that occur in office fonts.
const (
	asciiNames  = "space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal greater question at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright asciicircum underscore grave a b c d e f g h i j k l m n o p q r s t u v w x y z braceleft bar braceright asciitilde"
	latin1Names = "exclamdown cent sterling currency yen brokenbar section dieresis copyright ordfeminine guillemotleft logicalnot softhyphen registered macron degree plusminus twosuperior threesuperior acute mu paragraph periodcentered cedilla onesuperior ordmasculine guillemotright onequarter onehalf threequarters questiondown Agrave Aacute Acircumflex Atilde Adieresis Aring AE Ccedilla Egrave Eacute Ecircumflex Edieresis Igrave Iacute Icircumflex Idieresis Eth Ntilde Ograve Oacute Ocircumflex Otilde Odieresis multiply Oslash Ugrave Uacute Ucircumflex Udieresis Yacute Thorn germandbls agrave aacute acircumflex atilde adieresis aring ae ccedilla egrave eacute ecircumflex edieresis igrave iacute icircumflex idieresis eth ntilde ograve oacute ocircumflex otilde odieresis divide oslash ugrave uacute ucircumflex udieresis yacute thorn ydieresis"
	otherNames  = "quoteleft ‘ quoteright ’ quotedblleft “ quotedblright ” quotesinglbase ‚ quotedblbase „ guilsinglleft ‹ guilsinglright › endash – emdash — bullet • ellipsis … dagger † daggerdbl ‡ perthousand ‰ fraction ⁄ florin ƒ Euro € trademark ™ minus − fi ﬁ fl ﬂ ff ﬀ ffi ﬃ ffl ﬄ dotlessi ı Lslash Ł lslash ł OE Œ oe œ Scaron Š scaron š Zcaron Ž zcaron ž Ydieresis Ÿ circumflex ˆ tilde ˜ caron ˇ breve ˘ dotaccent ˙ ring ˚ hungarumlaut ˝ ogonek ˛ arrowleft ← arrowup ↑ arrowright → arrowdown ↓ arrowboth ↔ circle ○ filledcircle ● H18533 ● bullseye ◎ square □ filledsquare ■ H22073 □ H18543 ▪ triagup ▲ uni25b3 △ triagdn ▼ triagrt ► lozenge ◊ star ☆ infinity ∞ notequal ≠ lessequal ≤ greaterequal ≥ approxequal ≈ summation ∑ radical √ integral ∫ Delta ∆ Omega Ω alpha α beta β gamma γ delta δ epsilon ε theta θ lambda λ pi π sigma σ phi φ omega ω hyphentwo ‐ overline ‾ numero № onecircle ①"
)

var glyphTable = sync.OnceValue(func() map[string]string {
	t := make(map[string]string, 400)
	for i, n := range strings.Fields(asciiNames) {
		t[n] = string(rune(' ' + i))
	}
	for i, n := range strings.Fields(latin1Names) {
		t[n] = string(rune(0xa1 + i))
	}
	for _, n := range []string{"nbspace", "nonbreakingspace"} {
		t[n] = "\u00a0"
	}
	t["sfthyphen"] = "\u00ad"
	others := strings.Split(otherNames, " ")
	for i := 0; i+1 < len(others); i += 2 {
		t[others[i]] = others[i+1]
	}
	return t
})

// glyphText is the text of a glyph by its name, after the rules of the Adobe
// Glyph List: what follows a "." does not count, "_" joins ligatures, and
// uniXXXX and uXXXXX are code points.
func glyphText(name string) (string, bool) {
	if name == ".notdef" {
		return "", true
	}
	base, _, _ := strings.Cut(name, ".")
	var out strings.Builder
	for part := range strings.SplitSeq(base, "_") {
		s, ok := glyphTable()[part]
		if !ok {
			if s, ok = codePoints(part); !ok {
				return "", false
			}
		}
		out.WriteString(s)
	}
	return out.String(), true
}

func codePoints(name string) (string, bool) {
	if hex, ok := strings.CutPrefix(name, "uni"); ok && len(hex) >= 4 && len(hex)%4 == 0 {
		var units []uint16
		for ; len(hex) > 0; hex = hex[4:] {
			n, err := strconv.ParseUint(hex[:4], 16, 16)
			if err != nil {
				return "", false
			}
			units = append(units, uint16(n))
		}
		return safeText(utf16.Decode(units)), true
	}
	if hex, ok := strings.CutPrefix(name, "u"); ok && len(hex) >= 4 && len(hex) <= 6 {
		n, err := strconv.ParseUint(hex, 16, 21)
		if err == nil && utf8.ValidRune(rune(n)) {
			return safeText([]rune{rune(n)}), true
		}
	}
	return "", false
}

// textString decodes a PDF text string: UTF-16 or UTF-8 with a mark, or
// PDFDocEncoding, which is near to Windows-1252.
func textString(b []byte) string {
	switch {
	case len(b) >= 2 && b[0] == 0xfe && b[1] == 0xff:
		return bigEndianText(b[2:])
	case len(b) >= 2 && b[0] == 0xff && b[1] == 0xfe:
		swapped := make([]byte, 0, len(b))
		for i := 2; i+1 < len(b); i += 2 {
			swapped = append(swapped, b[i+1], b[i])
		}
		return bigEndianText(swapped)
	case len(b) >= 3 && string(b[:3]) == "\xef\xbb\xbf":
		return safeText([]rune(string(b[3:])))
	}
	runes := make([]rune, len(b))
	for i, c := range b {
		runes[i] = charmap.Windows1252.DecodeByte(c)
	}
	return safeText(runes)
}
