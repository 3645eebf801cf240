package isolate

import (
	"encoding/binary"
	"fmt"
	"io"
)

// mostFrame bounds a message, in bytes: more than a document and its report can
// be, and what cannot be right is not allocated.
const mostFrame = 4 << 30

// writeFrame writes one message: its length in eight bytes, then its parts.
func writeFrame(w io.Writer, parts ...[]byte) error {
	size := 0
	for _, p := range parts {
		size += len(p)
	}
	if _, err := w.Write(binary.LittleEndian.AppendUint64(nil, uint64(size))); err != nil {
		return err
	}
	for _, p := range parts {
		if _, err := w.Write(p); err != nil {
			return err
		}
	}
	return nil
}

// readFrame reads one message. The error is io.EOF only before its first byte.
func readFrame(r io.Reader) ([]byte, error) {
	var head [8]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return nil, err
	}
	size := binary.LittleEndian.Uint64(head[:])
	if size > mostFrame {
		return nil, fmt.Errorf("a message of %d bytes", size)
	}
	message := make([]byte, size)
	_, err := io.ReadFull(r, message)
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return message, err
}
