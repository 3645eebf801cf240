package normalize

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gyokaku/model"

	"github.com/shopspring/decimal"
)

// A batteryCase is an input of one kind of field with what it must give.
type batteryCase struct {
	id, field, input, text, value, decision string
}

func battery(t *testing.T) (list []batteryCase) {
	path := corpus(t, "normalize", "cases.tsv")
	data, err := os.ReadFile(path)
	if link := strings.TrimSpace(string(data)); err == nil && !strings.ContainsAny(link, "\t\n") {
		data, err = os.ReadFile(filepath.Join(filepath.Dir(path), link)) // a link that was unpacked as a file
	}
	if err != nil {
		t.Fatal(err)
	}
	unescape := func(s string) string {
		u, err := strconv.Unquote(`"` + strings.ReplaceAll(s, `"`, `\"`) + `"`)
		if err != nil {
			return s
		}
		return u
	}
	for _, line := range strings.Split(string(data), "\n")[1:] {
		c := strings.Split(line, "\t")
		if len(c) < 6 {
			continue
		}
		list = append(list, batteryCase{c[0], c[1], unescape(c[2]), unescape(c[3]), c[4], c[5]})
	}
	if len(list) == 0 {
		t.Fatal("no cases")
	}
	return list
}

var batteryKinds = map[string]Kind{
	"status": KindStatus, "department": KindDepartment, "item number": KindNumber, "quantity": KindQuantity,
	"date": KindDate, "free text": KindText, "label": KindLabel,
}

// TestBattery holds each case in text, value and decision.
func TestBattery(t *testing.T) {
	known := batteryDepartments(t)
	right, all := map[string]int{}, map[string]int{}
	for _, c := range battery(t) {
		kind, ok := batteryKinds[c.field]
		if !ok {
			t.Errorf("%s: no kind for %q", c.id, c.field)
			continue
		}
		all[c.field]++
		r := Read(kind, c.input, Context{Departments: known, FiscalYear: 2024})
		value, want := caseValue(r), wantedValue(t, c)
		if r.Text == c.text && string(r.Decision) == c.decision && reflect.DeepEqual(value, want) {
			right[c.field]++
			continue
		}
		t.Errorf("%s %s %q:\n got %q %s %v\nwant %q %s %v  %v", c.id, c.field, c.input, r.Text, r.Decision, value, c.text, c.decision, want, r.Warnings)
	}
	for field, n := range all {
		t.Logf("%s: %d of %d", field, right[field], n)
	}
}

// batteryDepartments lists the sections that the corpus's report names.
func batteryDepartments(t *testing.T) (known []string) {
	paths, _ := filepath.Glob(filepath.Join(filepath.Dir(corpus(t, "normalize", "cases.tsv")), "..", "*", "report-*.gold.json"))
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var gold struct {
			Items []struct{ Departments []string }
		}
		if err := json.Unmarshal(data, &gold); err != nil {
			t.Fatal(err)
		}
		for _, it := range gold.Items {
			for _, d := range it.Departments {
				if !slices.Contains(known, d) {
					known = append(known, d)
				}
			}
		}
	}
	if len(known) == 0 {
		t.Skip("no report in the corpus names its sections")
	}
	return known
}

// wantedValue decodes the notation of the cases, numbers by value.
func wantedValue(t *testing.T, c batteryCase) (v any) {
	if c.value == "" {
		return nil
	}
	if err := json.Unmarshal([]byte(c.value), &v); err != nil {
		t.Fatalf("%s: %v", c.id, err)
	}
	if m, ok := v.(map[string]any); ok {
		delete(m, "raw")
		if c.field == "status" {
			for _, k := range []string{"mark", "status"} {
				if m[k] == nil {
					delete(m, k)
				}
			}
		}
	}
	return canonicalNumbers(v)
}

// canonicalNumbers writes decimal strings without trailing zeros, and drops
// members that are null.
func canonicalNumbers(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k, x := range v {
			if x == nil {
				delete(v, k)
				continue
			}
			v[k] = canonicalNumbers(x)
		}
	case []any:
		for i := range v {
			v[i] = canonicalNumbers(v[i])
		}
	case string:
		if d, err := decimal.NewFromString(v); err == nil {
			return d.String()
		}
	}
	return v
}

// caseValue writes the value of a reading in the notation of the cases.
func caseValue(r Reading) any {
	var v any
	switch {
	case r.Status != nil:
		m := map[string]any{}
		if r.Status.Symbol.Known {
			m["mark"] = r.Status.Symbol.Value
		}
		if r.Status.Label.Known {
			m["status"] = r.Status.Label.Value
		}
		v = m
	case r.Departments != nil:
		v = r.Departments
	case r.Number != nil && len(r.Number.Path) == 2:
		m := map[string]any{"major": r.Number.Path[0], "minor": r.Number.Path[1]}
		if r.Number.Rest != "" {
			m["rest"] = r.Number.Rest
		}
		v = m
	case len(r.Amounts) == 1:
		v = caseAmount(r.Amounts[0])
	case len(r.Amounts) > 1:
		var list []any
		for _, a := range r.Amounts {
			list = append(list, caseAmount(a))
		}
		v = list
	case r.Moment != nil:
		v = caseMoment(r.Moment)
	}
	if v == nil {
		return nil
	}
	data, _ := json.Marshal(v)
	var generic any
	_ = json.Unmarshal(data, &generic)
	return canonicalNumbers(generic)
}

func caseAmount(a Amount) map[string]any {
	m := map[string]any{}
	put := func(k string, v any, ok bool) {
		if ok {
			m[k] = v
		}
	}
	put("metric", a.Name, a.Name != "")
	put("fy", a.FiscalYear, a.FiscalYear != 0)
	put("asof", a.AsOf, a.AsOf != "")
	put("note", a.Note, a.Note != "")
	put("missing", true, a.Missing)
	put("reason", a.Reason, a.Reason != "")
	put("ordinal", a.Ordinal, a.Ordinal != 0)
	if num, den, ok := strings.Cut(a.Fraction, "/"); ok {
		m["num"], m["den"] = num, den
	}
	for k, d := range map[string]*decimal.Decimal{"from": a.From, "to": a.To} {
		if d != nil {
			m[k] = d.String()
		}
	}
	if q := a.Quantity; q != nil {
		unit := map[string]string{"㎡": "m2", "㎥": "m3"}[q.Unit]
		put("u", q.Unit, q.Unit != "" && unit == "")
		put("u", unit, unit != "")
		for k, d := range map[string]*decimal.Decimal{"v": q.Value, "min": q.Min, "max": q.Max, "full": q.OutOf} {
			if d != nil && (k != "v" || a.Fraction == "") {
				m[k] = d.String()
			}
		}
		op := map[model.Comparator]string{model.AtLeast: "ge", model.AtMost: "le", model.LessThan: "lt", model.MoreThan: "gt"}[q.Comparator]
		change := map[model.Change]string{model.Increase: "inc", model.Decrease: "dec"}[q.Change]
		put("op", op, op != "")
		put("change", change, change != "")
		put("approx", true, q.Approximate)
	}
	return m
}

func caseMoment(w *Moment) map[string]any {
	m := map[string]any{}
	put := func(k string, v any, ok bool) {
		if ok {
			m[k] = v
		}
	}
	put("date", w.Date, w.Date != "")
	put("ym", w.Month, w.Month != "")
	put("y", w.Year, w.Year != 0)
	put("fy", w.FiscalYear, w.FiscalYear != 0)
	put("q", w.Quarter, w.Quarter != 0)
	put("m", w.MonthNumber, w.MonthNumber != 0)
	put("edge", w.Edge, w.Edge != "")
	put("unresolved", w.Unresolved, w.Unresolved != "")
	put("missing", true, w.Missing)
	put("era_overflow", true, w.EraOverflow)
	put("era_underflow", true, w.EraUnderflow)
	if w.From != nil {
		m["from"] = caseMoment(w.From)
	}
	if w.To != nil {
		m["to"] = caseMoment(w.To)
	}
	return m
}
