package main

import (
	"errors"
	"strconv"
	"strings"
)

// A pageRange is a run of pages, both ends included; last is 0 for the end of
// the document.
type pageRange struct{ first, last int }

// A pageList is the flag --pages: pages and ranges separated by commas, such as
// "3-5,8" and "10-". Nothing is all pages.
type pageList []pageRange

var errPages = errors.New("such as 3-5,8")

func (l *pageList) Type() string { return "pages" }

func (l *pageList) String() string {
	var parts []string
	for _, r := range *l {
		s := strconv.Itoa(r.first)
		switch r.last {
		case r.first:
		case 0:
			s += "-"
		default:
			s += "-" + strconv.Itoa(r.last)
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, ",")
}

func (l *pageList) Set(s string) error {
	var list pageList
	for _, part := range strings.Split(s, ",") {
		r, ok := parseRange(strings.TrimSpace(part))
		if !ok {
			return errPages
		}
		list = append(list, r)
	}
	*l = list
	return nil
}

// parseRange reads "3", "3-5", "3-" (to the end) and "-5" (from the start).
func parseRange(s string) (r pageRange, ok bool) {
	from, to, isRange := strings.Cut(s, "-")
	if !isRange {
		to = from
	}
	switch {
	case from == "" && to == "":
		return r, false
	case from == "":
		from = "1"
	}
	r.first, ok = pageNumber(from)
	if ok && to != "" {
		r.last, ok = pageNumber(to)
		ok = ok && r.first <= r.last
	}
	return r, ok
}

func pageNumber(s string) (n int, ok bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && n > 0
}

// has reports whether page n is asked for.
func (l pageList) has(n int) bool {
	for _, r := range l {
		if r.first <= n && (r.last == 0 || n <= r.last) {
			return true
		}
	}
	return len(l) == 0
}
