package xlsx

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSections(t *testing.T) {
	for code, want := range map[string][]string{
		`0`:                     {`0`},
		`#,##0;"▲ "#,##0;"－";@`: {`#,##0`, `"▲ "#,##0`, `"－"`, `@`},
		`"a;b";\;0_;`:           {`"a;b"`, `\;0_;`},
		`;;;`:                   {"", "", "", ""},
		`"open;`:                {`"open;`},
	} {
		if diff := cmp.Diff(want, sections(code)); diff != "" {
			t.Errorf("sections(%s) (-want +got):\n%s", code, diff)
		}
	}
}

// FuzzChoose holds that cutting loses nothing, and that a chosen section is one
// of the code's.
func FuzzChoose(f *testing.F) {
	f.Add(`#,##0;"▲ "#,##0;"－";@`, -1.0)
	f.Add(`[<1]"-";0`, 0.5)
	f.Add(`[>=1000]#,##0,"千円";[=0]"なし";0"円"`, 20.0)
	f.Add(`_ * "-"??_ ;\`, 0.0)
	f.Fuzz(func(t *testing.T, code string, v float64) {
		list := sections(code)
		if joined := strings.Join(list, ";"); joined != code {
			t.Errorf("%q is cut into %q", code, list)
		}
		section, _ := choose(code, v)
		found := section == "General" // none applies
		for _, s := range list {
			found = found || section == conditionRE.ReplaceAllString(s, "")
		}
		if !found {
			t.Errorf("choose(%q, %v) = %q", code, v, section)
		}
		literal(section, v)
	})
}

func TestGeneral(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", -12.5: "-12.5", 0.1 + 0.2: "0.3", 1234567890123: "1234567890123", 100: "100",
		12345678901234567: "1.23456789012346E+16", 2.0 / 3: "0.666666666666667",
	} {
		if got := general(v); got != want {
			t.Errorf("general(%v) = %s, want %s", v, got, want)
		}
	}
}
