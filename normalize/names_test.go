package normalize

import (
	"slices"
	"strings"
	"testing"

	"gyokaku/model"
)

func TestDepartments(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"総務課", []string{"総務課"}},
		{"税制課 関係各課", []string{"税制課", "関係各課"}},
		{"税制課　関係各課", []string{"税制課", "関係各課"}},
		{"市民活動課\n政策課", []string{"市民活動課", "政策課"}},
		{"総務課・財政課", []string{"総務課", "財政課"}},
		{"総務課、人事課", []string{"総務課", "人事課"}},
		{"総合デジタル\n推進課", []string{"総合デジタル推進課"}},
		{"総合デジタル\n推進課\n総務課", []string{"総合デジタル推進課", "総務課"}},
		{"総 務 課", []string{"総務課"}},
		{"子育て支援センター", []string{"子育て支援センター"}},
		{"－", nil}, {"", nil},
	} {
		var got []string
		for _, f := range departments([]model.Field[string]{{Raw: c.in}}, nil) {
			got = append(got, f.Value)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("Departments(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestSectionsOfTheDocument(t *testing.T) {
	r := &model.Report{}
	for _, s := range []string{"港務課", "港務課", "舟運観光課", "舟運観光課", "港務謀", "港務課舟運観光課", "税務課", "総務課", "総務課"} {
		r.Items = append(r.Items, model.Item{Departments: []model.Field[string]{{Raw: s}}})
	}
	Report(r)
	for i, want := range map[int][]string{4: {"港務課"}, 5: {"港務課", "舟運観光課"}, 6: {"税務課"}} {
		var got []string
		for _, f := range r.Items[i].Departments {
			got = append(got, f.Value)
			if text, ok := model.Replay(f.Raw, f.Steps); !ok || text != f.Value {
				t.Errorf("steps lead from %q to %q, want %q", f.Raw, text, f.Value)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("item %d: %q, want %q", i, got, want)
		}
	}
}

func TestMunicipality(t *testing.T) {
	for _, c := range []struct {
		in    string
		codes []string
	}{
		{"札幌市", []string{"011002"}},
		{"府中市", []string{"132063", "342084"}},
		{"東京都府中市", []string{"132063"}},
		{"北海道", []string{"010006"}},
		{"瑞野市", nil},
		{"", nil},
	} {
		var got []string
		for _, g := range Municipality(c.in) {
			got = append(got, g.Code)
		}
		if !slices.Equal(got, c.codes) {
			t.Errorf("Municipality(%q) = %q, want %q", c.in, got, c.codes)
		}
	}
}

// Every code ends in the check digit of its first five.
func TestMunicipalityCodes(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(municipalities), "\n")
	if len(lines) < 1900 || !slices.IsSorted(lines) {
		t.Fatalf("%d lines, or not sorted", len(lines))
	}
	for _, l := range lines {
		c := strings.Split(l, "\t")
		if len(c) != 3 || len(c[1]) != 6 {
			t.Fatalf("bad line %q", l)
		}
		sum := 0
		for i, weight := range []int{6, 5, 4, 3, 2} {
			sum += weight * int(c[1][i]-'0')
		}
		if want := (11 - sum%11) % 10; int(c[1][5]-'0') != want {
			t.Errorf("%s: check digit of %s should be %d", c[0], c[1], want)
		}
		if !slices.ContainsFunc(Municipality(c[0]), func(g Government) bool { return g.Code == c[1] }) {
			t.Errorf("%s is not found by its name", c[0])
		}
	}
}

func TestIssuerOf(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"函館市行財政改革プラン", "函館市"},
		{"市川市行財政改革大綱", "市川市"},
		{"津市", "津市"},
		{"令和6年度 瑞野市行政改革プラン", "瑞野市"},
		{"第４次瑞野市行政改革実施計画", "瑞野市"},
		{"「瑞野市の行政改革」", "瑞野市"},
		{"庁内都市整備計画", ""},
		{"市民協働推進計画", ""},
	} {
		if got := IssuerOf(c.in); got != c.want {
			t.Errorf("IssuerOf(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestPlanTitle(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"瑞野市行政改革プラン (2024 -2028)", "瑞野市行政改革プラン"},
		{"瑞野市行政改革プラン(2024~2028)(案)のポイント", "瑞野市行政改革プラン"},
		{"瑞野市行政改革プラン【令和6年度～令和10年度】", "瑞野市行政改革プラン"},
		{"瑞野市行政改革プランの実績報告書", "瑞野市行政改革プラン"},
		{"瑞野市行政改革大綱(第2次)", "瑞野市行政改革大綱(第2次)"},
	} {
		if got := PlanTitle(c.in); got != c.want {
			t.Errorf("PlanTitle(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestPhase(t *testing.T) {
	for _, c := range []struct {
		in   string
		want model.Phase
	}{
		{"検討", model.PhaseStudy}, {"検討・準備", model.PhaseStudy}, {"実施", model.PhaseImplement}, {"実施・継続", model.PhaseImplement},
		{"一部実施", model.PhasePartial}, {"導入", model.PhaseIntroduce}, {"見直し", model.PhaseReview}, {"その他", ""},
	} {
		if got, ok := Phase(c.in); got != c.want || ok != (c.want != "") {
			t.Errorf("Phase(%q) = %q, %v, want %q", c.in, got, ok, c.want)
		}
	}
	for in, want := range map[string]string{"実放": "実施", "検計": "検討", "尊入": "導入", "実 施": "実施", "実施|": "実施"} {
		f := model.Field[string]{Raw: in}
		if p := barLabel(&f, []string{"検討", "導入", "実施"}); p != nil || f.Value != want {
			t.Errorf("schedule word %q read as %q, %v, want %q", in, f.Value, p, want)
		}
	}
}
