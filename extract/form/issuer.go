package form

import (
	"strings"

	"gyokaku/model"
)

// issuerLine is a municipality that stands alone or before its department, as
// covers, headings and footers have it: 「○○市」「○○県△△町」「○○市　総務部」.
var issuerLine = pattern(`^((?:[^\s\x{3000}]{2,3}[都道府県])?[^\s\x{3000}、。（(：:]{1,7}[市区町村])(?:役所|役場)?(?:[\s\x{3000}]+\S{1,12}[部局課室])?$`)

// notIssuers end like a municipality and are none.
var notIssuers = []string{"市", "区", "町", "村", "本市", "当市", "本町", "当町", "本村", "全市", "各市", "他市", "市町村", "各課", "近隣市", "近隣市町村", "構成市町村"}

// findIssuer finds who issues a document whose plan's title does not say: a line of
// its own, or the file's title property.
func (r *reader) findIssuer(rows []row) {
	name := &r.report.Municipality.Name
	if name.Raw != "" || strings.ContainsAny(r.report.Plan.Title.Raw, "市区町村都道府県") {
		return
	}
	for _, row := range rows {
		text, c := row.text()
		if c == nil || len(text) > 4*maxHeading {
			continue
		}
		if m := issuerLine().FindStringSubmatch(strings.TrimSpace(text)); m != nil && !isNoIssuer(m[1]) {
			*name = model.Printed[string](m[1], c.At)
			return
		}
	}
	if title := strings.TrimSpace(r.doc.Title); strings.ContainsAny(title, "市区町村") && planWords().MatchString(fold(title)) && len(r.doc.Pages) > 0 {
		*name = model.Printed[string](title, pagePlace(&r.doc.Pages[0]))
	}
}

func isNoIssuer(name string) bool {
	for _, n := range notIssuers {
		if name == n {
			return true
		}
	}
	return false
}
