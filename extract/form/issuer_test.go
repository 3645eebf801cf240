package form

import (
	"strings"
	"testing"
)

func TestIssuer(t *testing.T) {
	untitled := strings.Replace(oneItem, "瑞野市行政改革プラン", "第4次行政改革プラン", 1)
	for _, tt := range []struct{ name, text, title, want string }{
		{"the plan's title says it", oneItem + "\n別の市\n", "", ""},
		{"a line of its own", "瑞野市\n\n" + untitled, "", "瑞野市"},
		{"with its prefecture", "架空県瑞野市\n\n" + untitled, "", "架空県瑞野市"},
		{"a footer with the department", untitled + "\n瑞野町役場　総務課\n", "", "瑞野町"},
		{"the file's title", untitled, "瑞野市行政改革プラン実績", "瑞野市行政改革プラン実績"},
		{"words that only end so", "近隣市町村\n\n" + untitled, "報告書", ""},
	} {
		doc := transcript(tt.text)
		doc.Title = tt.title
		if got := mustRead(t, doc).Municipality.Name.Raw; got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
