package normalize

import (
	_ "embed"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"gyokaku/model"
)

var update = flag.Bool("update", false, "write the values that tables of this package hold")

// quantityTable holds the 120 forms of quantities that a survey of 40 cities
// found, with figures of our own: the text, the unit of its heading, what must
// be read, and the code of the problem.
//
//go:embed testdata/quantities.tsv
var quantityTable string

func TestQuantityTable(t *testing.T) {
	lines := strings.Split(strings.Trim(quantityTable, "\n"), "\n")
	if len(lines) < 121 {
		t.Fatalf("%d lines", len(lines))
	}
	var out strings.Builder
	out.WriteString(lines[0] + "\n")
	for _, l := range lines[1:] {
		c := strings.Split(l, "\t")
		if len(c) != 4 {
			t.Fatalf("bad line %q", l)
		}
		r := Read(KindQuantity, c[0], Context{Hint: Hint{Unit: c[1]}})
		value, code := amountsText(r.Amounts), ""
		if len(r.Warnings) > 0 {
			code = r.Warnings[0].Code
		}
		fmt.Fprintf(&out, "%s\t%s\t%s\t%s\n", c[0], c[1], value, code)
		if value != c[2] || code != c[3] {
			t.Errorf("%s (%s) is read as %q, %q; want %q, %q", c[0], c[1], value, code, c[2], c[3])
		}
		if got, ok := model.Replay(r.Raw, r.Steps); !ok || got != r.Text {
			t.Errorf("%s: steps lead to %q and not to %q", c[0], got, r.Text)
		}
	}
	if *update {
		if err := os.WriteFile("testdata/quantities.tsv", []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// amountsText writes what was read in one line: "約 31% ratio, name=…".
func amountsText(list []Amount) string {
	var parts []string
	for _, a := range list {
		var b strings.Builder
		if a.Quantity != nil {
			b.WriteString(quantityText(*a.Quantity) + " " + string(a.Measure))
		}
		add := func(k string, v any, ok bool) {
			if ok {
				fmt.Fprintf(&b, " %s=%v", k, v)
			}
		}
		add("name", a.Name, a.Name != "")
		add("year", a.FiscalYear, a.FiscalYear != 0)
		add("as_of", a.AsOf, a.AsOf != "")
		add("note", a.Note, a.Note != "")
		add("fraction", a.Fraction, a.Fraction != "")
		add("missing", a.Reason, a.Missing)
		parts = append(parts, strings.TrimSpace(b.String()))
	}
	return strings.Join(parts, "; ")
}
