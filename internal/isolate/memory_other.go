//go:build !linux

package isolate

// refuse is Linux only: other systems have no limit that counts the memory a Go
// program can touch and not the address space it reserves.
func refuse(int64) {}
