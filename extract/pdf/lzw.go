package pdf

// unLZW undoes PDF's LZW: codes of 9 to 12 bits, most significant bit first.
// early is 1 where the code length grows one code early, as it does by default.
// (compress/lzw cannot do that.)
func unLZW(data []byte, early int, limit int64) ([]byte, error) {
	const clear, end, first = 256, 257, 258
	var (
		prefix [4096]int16
		suffix [4096]byte
		length [4096]int
		out    []byte
		bits   uint32
		n      uint
		width  = uint(9)
		next   = first
		prev   = -1
	)
	for i := range 256 {
		suffix[i], length[i] = byte(i), 1
	}
	for _, b := range data {
		bits, n = bits<<8|uint32(b), n+8
		if n < width {
			continue
		}
		code := int(bits>>(n-width)) & (1<<width - 1)
		n -= width
		if code == clear {
			width, next, prev = 9, first, -1
			continue
		}
		if code == end || code > next || code == next && prev < 0 {
			break
		}
		if prev >= 0 && next < 4096 {
			prefix[next], length[next] = int16(prev), length[prev]+1
			from := code
			if code == next {
				from = prev
			}
			suffix[next] = firstByte(from, &prefix, &suffix)
			next++
		}
		if code >= next {
			break
		}
		at := len(out)
		out = append(out, make([]byte, length[code])...)
		for c, k := code, at+length[code]-1; k >= at; k-- {
			out[k] = suffix[c]
			c = int(prefix[c])
		}
		prev = code
		for width < 12 && next+early >= 1<<width {
			width++
		}
		if int64(len(out)) > limit {
			return out[:limit], errTooLong
		}
	}
	return out, nil
}

func firstByte(code int, prefix *[4096]int16, suffix *[4096]byte) byte {
	for code >= 256 {
		code = int(prefix[code])
	}
	return suffix[code]
}
