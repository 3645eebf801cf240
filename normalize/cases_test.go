package normalize

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"gyokaku/model"

	"github.com/shopspring/decimal"
)

// A battery case: an input of one kind of field with the value it must give.
type batteryCase struct {
	id, field, input, norm, value, decision string
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

// floors are the shares of the battery that held when they were last measured,
// in percent: a regression floor, raised with the normaliser.
var floors = map[string]float64{
	"status": 91, "item number": 94, "quantity": 83, "date": 92, "free text": 75, "department": 54,
}

func TestBattery(t *testing.T) {
	ok, all := map[string]int{}, map[string]int{}
	for _, c := range battery(t) {
		read, known := batteryReaders[c.field]
		if !known {
			continue
		}
		all[c.field]++
		if got, want := read(c.input), wanted(c); got == want {
			ok[c.field]++
		} else {
			t.Logf("%s %s %q: got %s, want %s", c.id, c.field, c.input, got, want)
		}
	}
	for field, floor := range floors {
		share := 100 * float64(ok[field]) / float64(max(1, all[field]))
		t.Logf("%s: %d of %d, %.1f %%", field, ok[field], all[field], share)
		if share < floor {
			t.Errorf("%s: %.1f %% of the cases hold, below the floor of %.1f %%", field, share, floor)
		}
	}
}

var batteryReaders = map[string]func(string) string{
	"status": readStatus, "item number": readNumber, "quantity": readQuantity, "date": readDate,
	"free text":  func(s string) string { t, _ := Text(s); return t },
	"department": func(s string) string { return strings.Join(readDepartments(s), "|") },
}

// wanted writes the expected value as the readers write theirs.
func wanted(c batteryCase) string {
	var v map[string]any
	_ = json.Unmarshal([]byte(c.value), &v)
	get := func(k string) string {
		if v[k] == nil {
			return ""
		}
		return fmt.Sprint(v[k])
	}
	switch c.field {
	case "free text", "department":
		return c.norm
	case "status":
		return get("mark") + "/" + statusKey(get("status"))
	case "item number":
		if v == nil {
			return ""
		}
		return get("major") + "-" + get("minor")
	case "date":
		for _, k := range []string{"date", "ym", "fy", "y"} {
			if s := get(k); s != "" {
				return s
			}
		}
		from, _ := v["from"].(map[string]any)
		to, _ := v["to"].(map[string]any)
		if from != nil && to != nil && (from["fy"] != nil || from["y"] != nil) {
			return fmt.Sprint(first(from["fy"], from["y"])) + "~" + fmt.Sprint(first(to["fy"], to["y"]))
		}
		if from != nil && to == nil {
			return fmt.Sprint(first(from["date"], from["fy"]))
		}
		return ""
	case "quantity":
		if v == nil || get("v")+get("min") == "" {
			return ""
		}
		return strings.Join([]string{amountText(get("v"), get("min"), get("max")), unitText1(get("u")), get("op"), get("change"), get("approx"), get("full")}, " ")
	}
	return ""
}

func first(a, b any) any {
	if a != nil {
		return a
	}
	return b
}

func unitText1(u string) string {
	switch u {
	case "m2":
		return "㎡"
	case "m3":
		return "㎥"
	}
	return u
}

func amountText(v, lo, hi string) string {
	number := func(s string) string {
		d, err := decimal.NewFromString(s)
		if err != nil {
			return ""
		}
		return d.String()
	}
	if v != "" {
		return number(v)
	}
	return number(lo) + "~" + number(hi)
}

func readStatus(s string) string {
	r := batteryReport(s)
	Report(r)
	p := r.Items[0].Progress
	label := ""
	if p.Status.Known && p.Label.Known && p.Label.Doubt < unknownDoubt {
		label = statusKey(p.Label.Value)
	}
	return p.Symbol.Value + "/" + label
}

// batteryReport is a document that uses the words of the battery's vocabulary,
// with the case as its last status cell.
func batteryReport(s string) *model.Report {
	r := &model.Report{Items: []model.Item{{Progress: &model.Progress{}}}}
	p := r.Items[0].Progress
	if strings.TrimSpace(s) != "" && len([]rune(strings.TrimSpace(s))) == 1 {
		p.Symbol.Raw = s
	} else {
		p.Label.Raw = s
	}
	for _, w := range [][2]string{{"◎", "達成"}, {"◎", "完了"}, {"○", "順調"}, {"○", "概ね順調"}, {"△", "やや遅れ"}, {"△", "遅れ"}, {"-", "未着手"}} {
		r.Items = append(r.Items, model.Item{Progress: &model.Progress{Symbol: model.Field[string]{Raw: w[0]}, Label: model.Field[string]{Raw: w[1]}}})
	}
	return r
}

func readNumber(s string) string {
	_, path, _ := ItemNumber(s)
	return path
}

func readQuantity(s string) string {
	hint := Hint{}
	if e := Expressions(s); len(e) == 1 {
		s, hint.Name = e[0].Quantity, e[0].Name
	} else if strings.HasPrefix(s, "【") {
		return ""
	}
	q, known, _ := Quantity(s, hint)
	if !known {
		return ""
	}
	op := map[model.Comparator]string{model.AtLeast: "ge", model.AtMost: "le", model.LessThan: "lt", model.MoreThan: "gt"}[q.Comparator]
	change := map[model.Change]string{model.Increase: "inc", model.Decrease: "dec"}[q.Change]
	approx, full := "", ""
	if q.Approximate {
		approx = "true"
	}
	if q.OutOf != nil {
		full = q.OutOf.String()
	}
	value := ""
	if q.Value != nil {
		value = q.Value.String()
	} else {
		value = q.Min.String() + "~" + q.Max.String()
	}
	return strings.Join([]string{value, q.Unit, op, change, approx, full}, " ")
}

func readDate(s string) string {
	if p, ok := Years(s); ok {
		return fmt.Sprintf("%d~%d", p.From, p.To)
	}
	if d, ok := Date(s); ok {
		return string(d)
	}
	if y, ok := FiscalYear(s, Period{}); ok {
		return fmt.Sprint(y)
	}
	return ""
}

func readDepartments(s string) (names []string) {
	for _, f := range departments([]model.Field[string]{{Raw: s}}) {
		names = append(names, f.Value)
	}
	return names
}
