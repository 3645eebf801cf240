package pdf

import (
	"fmt"
	"slices"
	"testing"

	"gyokaku/extract"
)

// TestLayers draws a text into layers that are on or off in the way the
// document's catalog says.
func TestLayers(t *testing.T) {
	const draft, final = "30 0 R", "31 0 R" // numbered below
	tests := []struct{ name, defaults, properties, want string }{
		{"on", "", draft, "text"},
		{"off", "/OFF [" + draft + "]", draft, ""},
		{"another one is off", "/OFF [" + draft + "]", final, "text"},
		{"all off but one", "/BaseState /OFF /ON [" + final + "]", final, "text"},
		{"all off", "/BaseState /OFF", final, ""},
		{"one of a group is on", "/OFF [" + draft + "]", "<< /Type /OCMD /OCGs [" + draft + " " + final + "] >>", "text"},
		{"all of a group have to be on", "/OFF [" + draft + "]", "<< /Type /OCMD /P /AllOn /OCGs [" + draft + " " + final + "] >>", ""},
		{"one of a group has to be off", "", "<< /Type /OCMD /P /AnyOff /OCGs [" + draft + "] >>", ""},
		{"all of a group have to be off", "/OFF [" + draft + "]", "<< /Type /OCMD /P /AllOff /OCGs " + draft + " >>", "text"},
		{"an empty group", "/OFF [" + draft + "]", "<< /Type /OCMD /OCGs [] >>", "text"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := newBuilder()
			form := b.stream("/Subtype /Form /BBox [0 0 200 100] /OC "+tt.properties, "BT /F1 10 Tf 20 30 Td (form) Tj ET /OC /L1 BDC")
			b.page(fmt.Sprintf("%s /Properties << /L1 %s >> /XObject << /Fm %d 0 R >>", b.helvetica(), tt.properties, form),
				"/OC /L1 BDC /Span BMC BT /F1 10 Tf 20 50 Td (text) Tj ET 10 10 m 90 10 l S EMC EMC /Fm Do BT /F1 10 Tf 20 70 Td (seen) Tj ET")
			for len(b.objects) < 29 {
				b.add("null")
			}
			b.add("<< /Type /OCG /Name (draft) >>")
			b.add("<< /Type /OCG /Name (final) >>")
			b.catalog = "/OCProperties << /OCGs [" + draft + " " + final + "] /D << " + tt.defaults + " >> >>"
			want := []string{"text", "form", "seen"}
			if tt.want == "" {
				want = want[2:]
			}
			p := pageOf(t, b)
			if got := texts(p); !slices.Equal(got, want) || len(p.Rules) != len(want)/3 {
				t.Errorf("words %q and %d rules, want %q", got, len(p.Rules), want)
			}
		})
	}
}

// TestCovered draws text and a picture over it.
func TestCovered(t *testing.T) {
	tests := []struct {
		name, image, content string
		want                 extract.PageKind
	}{
		{"a picture over the text", "", "%s 200 0 0 100 0 0 cm /Im Do", extract.PageScanText},
		{"text over the picture", "", "q 200 0 0 100 0 0 cm /Im Do Q %s", extract.PageMixed},
		{"a picture with a mask", "/Mask [0 0]", "%s 200 0 0 100 0 0 cm /Im Do", extract.PageMixed},
		{"a pale picture", "", "%s 200 0 0 100 0 0 cm /Pale gs /Im Do", extract.PageMixed},
		{"a picture that multiplies", "", "%s 200 0 0 100 0 0 cm /Mul gs /Im Do", extract.PageMixed},
		{"clear text", "", "q 200 0 0 100 0 0 cm /Im Do Q /Clear gs %s", extract.PageScanText},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := newBuilder()
			im := b.stream("/Subtype /Image /Width 1 /Height 1 "+tt.image, "x")
			b.page(fmt.Sprintf("%s /XObject << /Im %d 0 R >> /ExtGState << /Pale << /ca .5 >> /Mul << /BM /Multiply >> /Clear << /ca 0 >> >>", b.helvetica(), im),
				fmt.Sprintf(tt.content, "BT /F1 10 Tf 20 50 Td (text) Tj ET"))
			if p := pageOf(t, b); p.Kind != tt.want || len(p.Words) != 1 {
				t.Errorf("%s with %q, want %s", p.Kind, texts(p), tt.want)
			}
		})
	}
}
