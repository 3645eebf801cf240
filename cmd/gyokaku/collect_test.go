package main

import "testing"

func TestRoomFor(t *testing.T) {
	for _, tt := range []struct {
		live uint64
		want int
	}{
		{0, mostRoom}, {1 << 20, mostRoom}, {16 << 20, 150}, {24 << 20, 100}, {48 << 20, 50}, {1 << 40, leastRoom},
	} {
		if got := roomFor(tt.live); got != tt.want {
			t.Errorf("roomFor(%d) = %d, want %d", tt.live, got, tt.want)
		}
	}
	if inUse() > 1<<40 {
		t.Error("inUse gives no number of bytes")
	}
}
