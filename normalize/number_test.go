package normalize

import "testing"

func TestItemNumber(t *testing.T) {
	for _, c := range []struct{ in, printed, path string }{
		{"1-①", "1-①", "1-1"}, {"１－①", "1-①", "1-1"}, {"1ー⑩", "1-⑩", "1-10"}, {"2 - ②", "2-②", "2-2"}, {"4①", "4①", "4-1"},
		{"2-㉑", "2-㉑", "2-21"}, {"3-⑴", "3-⑴", "3-1"}, {"3-5\u20dd", "3-5\u20dd", "3-5"}, {"3-➄", "3-➄", "3-5"},
		{"Ⅱ-3", "Ⅱ-3", "2-3"}, {"II-3", "II-3", "2-3"}, {"1-(4)", "1-(4)", "1-4"}, {"1-（４）", "1-（4）", "1-4"}, {"(2)-①", "(2)-①", "2-1"},
		{"1-1-2", "1-1-2", "1-1-2"}, {"06-02", "06-02", "6-2"}, {"4-(1)-ウ①", "4-(1)-ウ①", "4-1-3-1"},
		{"No.7", "No.7", "7"}, {"№ 12", "№12", "12"}, {"12", "12", "12"}, {"1.", "1.", "1"}, {"R7-1", "R7-1", "R7-1"},
		{"項目番号\t3-⑥", "3-⑥", "3-6"}, {"取組番号：12", "12", "12"}, {"l-①", "l-①", "1-1"},
	} {
		printed, path, ok := ItemNumber(c.in)
		if !ok || printed != c.printed || path != c.path {
			t.Errorf("ItemNumber(%q) = %q, %q, %v, want %q, %q", c.in, printed, path, ok, c.printed, c.path)
		}
	}
	for _, in := range []string{"", "3-@", "5-で", "2-⑨③", "1-0", "S-⑤", "人材の育成"} {
		if _, path, ok := ItemNumber(in); ok {
			t.Errorf("ItemNumber(%q) = %q, want none", in, path)
		}
	}
}

func FuzzItemNumber(f *testing.F) {
	for _, s := range []string{"1-①", "Ⅱ-3", "1-(4)", "(2)-①", "No.7", "R7-1", "4-(1)-ウ①", "3-5\u20dd"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		printed, path, ok := ItemNumber(raw)
		if !ok {
			return
		}
		if again, p, ok := ItemNumber(printed); !ok || again != printed || p != path {
			t.Errorf("ItemNumber(%q) = %q, %q, read again %q, %q", raw, printed, path, again, p)
		}
		if _, p, ok := ItemNumber(path); !ok || p != path {
			t.Errorf("ItemNumber(%q) has the path %q, which reads as %q", raw, path, p)
		}
	})
}
