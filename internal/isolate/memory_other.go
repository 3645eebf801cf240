//go:build !linux || race

package isolate

const refuses = false

// refuse is Linux only: other systems have no limit that counts the memory a Go
// program can touch and not the address space it reserves. The race detector
// needs several times what the program does.
func refuse(int64) {}
