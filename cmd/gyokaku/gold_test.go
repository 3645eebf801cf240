package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/shopspring/decimal"
	"golang.org/x/text/unicode/norm"
)

// A comparison lists where a report differs from a gold one. Gold says only
// what it knows: keys that it leaves out are not looked at, null and an empty
// list both mean that nothing may be there.
type comparison struct {
	noBarEnds bool // the source does not show where schedule bars end
	misses    []string
}

// compareReports compares two reports by the contract, at model level: text
// without regard to white space, width and the sort of dash.
func compareReports(gold, got any, noBarEnds bool) []string {
	c := comparison{noBarEnds: noBarEnds}
	c.value("", gold, got)
	return c.misses
}

func (c *comparison) miss(at string, want, got any) {
	c.misses = append(c.misses, fmt.Sprintf("%s: want %s, got %s", at, short(want), short(got)))
}

func (c *comparison) value(at string, want, got any) {
	switch want := want.(type) {
	case map[string]any:
		g, _ := got.(map[string]any)
		c.object(at, want, g)
	case []any:
		g, _ := got.([]any)
		c.list(at, want, g)
	case string:
		if g, _ := got.(string); fold(want) != fold(g) {
			c.miss(at, want, got)
		}
	case json.Number:
		g, ok := got.(json.Number)
		if !ok || !decimal.RequireFromString(want.String()).Equal(decimal.RequireFromString(g.String())) {
			c.miss(at, want, got)
		}
	case bool:
		if g, _ := got.(bool); g != want {
			c.miss(at, want, got)
		}
	default:
		if !empty(got) {
			c.miss(at, want, got)
		}
	}
}

// ignored keys say how a report was read, not what it says; the printed
// fragment of a quantity differs with the noise of its format.
var ignored = []string{"coverage", "source", "provenance", "warnings", "text"}

// quantityKeys are those of a quantity that gold leaves out where they are null.
var quantityKeys = []string{"value", "min", "max", "unit", "comparator", "change", "out_of", "approximate"}

func (c *comparison) object(at string, want, got map[string]any) {
	if isQuantity(want) {
		want = complete(want, quantityKeys)
	}
	for _, key := range sortedKeys(want) {
		below := at + "/" + key
		switch {
		case slices.Contains(ignored, key), key == "to" && c.noBarEnds && strings.Contains(at, "/schedule/"):
		case key == "no_actual_reason_contains", key == "no_actual_reason" && want[key] != nil:
			reason, _ := got["no_actual_reason"].(string)
			if part, _ := want[key].(string); !strings.Contains(fold(reason), fold(part)) {
				c.miss(below, part, reason)
			}
		default:
			c.value(below, want[key], got[key])
		}
	}
}

// list pairs entries by what identifies them, so that one that is missing does
// not put all the others out of step.
func (c *comparison) list(at string, want, got []any) {
	if len(want) != len(got) {
		c.miss(at+" (number)", len(want), len(got))
	}
	byKey := map[string]any{}
	for i, g := range got {
		byKey[entryKey(g, i)] = g
	}
	for i, w := range want {
		key := entryKey(w, i)
		c.value(at+"/"+key, w, byKey[key])
	}
}

// entryKey identifies an entry of a list: an item, an initiative, an indicator,
// a bar of a schedule, a department; anything else stands by its position.
func entryKey(entry any, position int) string {
	if s, ok := entry.(string); ok {
		return fold(s)
	}
	object, _ := entry.(map[string]any)
	for _, key := range []string{"id", "number", "name", "title", "from"} {
		switch v := object[key].(type) {
		case string:
			return fold(v)
		case json.Number:
			return v.String()
		}
	}
	return fmt.Sprint("#", position)
}

func isQuantity(object map[string]any) bool {
	_, value := object["value"]
	_, low := object["min"]
	_, high := object["max"]
	return value || low || high
}

func complete(object map[string]any, keys []string) map[string]any {
	all := map[string]any{}
	for _, k := range keys {
		all[k] = nil
	}
	for k, v := range object {
		all[k] = v
	}
	return all
}

func empty(v any) bool {
	switch v := v.(type) {
	case []any:
		return len(v) == 0
	case map[string]any:
		return len(v) == 0
	case bool:
		return !v
	}
	return v == nil
}

var dashes = strings.NewReplacer("〜", "~", "～", "~", "−", "-", "–", "-", "—", "-", "‐", "-", "―", "-")

// fold drops what print and recognition do not keep apart.
func fold(s string) string {
	s = dashes.Replace(norm.NFKC.String(s))
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func short(v any) string {
	s := fmt.Sprintf("%v", v)
	if r := []rune(s); len(r) > 120 {
		return string(r[:120]) + "…"
	}
	return s
}

func sortedKeys(m map[string]any) (keys []string) {
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// decode reads JSON with numbers as printed.
func decode(t *testing.T, data []byte) (v any) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

func readGold(t *testing.T, path string) any {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return decode(t, data)
}

// convertOne runs convert on one file and returns the report as written.
func convertOne(t *testing.T, path string) []byte {
	t.Helper()
	out := t.TempDir()
	var stdout, stderr bytes.Buffer
	args := []string{"convert", path, "-o", out, "--format", "json"}
	if code := run(t.Context(), args, noEnv, &stdout, &stderr); code != exitDone {
		t.Fatalf("convert %s: exit %d\n%s", path, code, &stderr)
	}
	data, err := os.ReadFile(reportPath(out, filepath.Base(path)))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func noEnv(string) string { return "" }

func TestComparisonFindsDifferences(t *testing.T) {
	gold := `{"items":[{"id":"1-1","title":"窓口 の改善","schedule":[{"from":2024,"to":2028}],` +
		`"initiatives":[],"indicators":[{"name":"率","target":{"value":50,"unit":"%"}}]}]}`
	tests := []struct{ name, got, want string }{
		{"equal", `{"items":[{"id":"1-1","title":"窓口の改善","schedule":[{"from":2024,"to":2028}],"indicators":[{"name":"率","target":{"value":50.0,"unit":"%","min":null}}]}],"kind":"x"}`, ""},
		{"title", `{"items":[{"id":"1-1","title":"窓口","schedule":[{"from":2024,"to":2028}],"indicators":[{"name":"率","target":{"value":50,"unit":"%"}}]}]}`, "/items/1-1/title"},
		{"bar end", `{"items":[{"id":"1-1","title":"窓口の改善","schedule":[{"from":2024,"to":2025}],"indicators":[{"name":"率","target":{"value":50,"unit":"%"}}]}]}`, "/items/1-1/schedule/2024/to"},
		{"comparator", `{"items":[{"id":"1-1","title":"窓口の改善","schedule":[{"from":2024,"to":2028}],"indicators":[{"name":"率","target":{"value":50,"unit":"%","comparator":">="}}]}]}`, "/items/1-1/indicators/率/target/comparator"},
		{"initiative too many", `{"items":[{"id":"1-1","title":"窓口の改善","schedule":[{"from":2024,"to":2028}],"initiatives":[{"number":1}],"indicators":[{"name":"率","target":{"value":50,"unit":"%"}}]}]}`, "/items/1-1/initiatives (number)"},
		{"nothing", `{}`, "/items (number)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			misses := compareReports(decode(t, []byte(gold)), decode(t, []byte(tt.got)), false)
			if tt.want == "" && len(misses) > 0 || tt.want != "" && (len(misses) == 0 || !strings.HasPrefix(misses[0], tt.want+": ")) {
				t.Errorf("misses %q, want the first at %q", misses, tt.want)
			}
		})
	}
}
