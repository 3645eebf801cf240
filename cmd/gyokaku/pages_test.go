package main

import "testing"

func TestPageList(t *testing.T) {
	for _, tt := range []struct {
		in, out string // out is "" for an error
		has     []int
		hasNot  []int
	}{
		{"3", "3", []int{3}, []int{1, 2, 4}},
		{"3-5,8", "3-5,8", []int{3, 4, 5, 8}, []int{2, 6, 7, 9}},
		{" 1 , 2 ", "1,2", []int{1, 2}, []int{3}},
		{"10-", "10-", []int{10, 99999}, []int{9}},
		{"-2", "1-2", []int{1, 2}, []int{3}},
		{"", "", nil, nil}, {"0", "", nil, nil}, {"5-3", "", nil, nil}, {"a", "", nil, nil}, {"1,", "", nil, nil},
		{"-", "", nil, nil}, {"1-2-3", "", nil, nil}, {"99999999999999999999", "", nil, nil},
	} {
		var l pageList
		if err := l.Set(tt.in); (err != nil) != (tt.out == "") || l.String() != tt.out {
			t.Errorf("%q: %q, %v", tt.in, l.String(), err)
		}
		for _, n := range tt.has {
			if !l.has(n) {
				t.Errorf("%q has no %d", tt.in, n)
			}
		}
		for _, n := range tt.hasNot {
			if l.has(n) {
				t.Errorf("%q has %d", tt.in, n)
			}
		}
	}
	if all := (pageList)(nil); !all.has(1) {
		t.Error("no list leaves pages out")
	}
}
