package pdf

// unpredict undoes a TIFF (2) or PNG (10 and up) predictor in place. With PNG
// each row says by its first byte which one it used.
func unpredict(data []byte, predictor int, parms dict) []byte {
	colors, bits, columns := 1, 8, 1
	if v := parms.integer("Colors"); v > 0 {
		colors = v
	}
	if v := parms.integer("BitsPerComponent"); v > 0 {
		bits = v
	}
	if v := parms.integer("Columns"); v > 0 {
		columns = v
	}
	if colors > 64 || bits > 32 || columns > len(data)*8 {
		return data
	}
	pixel := max(1, colors*bits/8)
	row := (colors*bits*columns + 7) / 8
	if predictor == 2 {
		return unTIFF(data, row, pixel, bits)
	}
	return unPNG(data, row, pixel)
}

func unTIFF(data []byte, row, pixel, bits int) []byte {
	if bits != 8 {
		return data // only images use other depths, and we read none
	}
	for start := 0; start < len(data); start += row {
		line := data[start:min(len(data), start+row)]
		for i := pixel; i < len(line); i++ {
			line[i] += line[i-pixel]
		}
	}
	return data
}

func unPNG(data []byte, row, pixel int) []byte {
	out := data[:0]
	prev := make([]byte, row)
	for len(data) > 1 {
		tag := data[0]
		line := data[1:min(len(data), row+1)]
		data = data[1+len(line):]
		for i := range line {
			line[i] += predicted(tag, line, prev, i, pixel)
		}
		copy(prev, line)
		out = append(out, line...)
	}
	return out
}

// predicted is the value a PNG row filter expected at line[i].
func predicted(tag byte, line, prev []byte, i, pixel int) byte {
	var left, corner byte
	if i >= pixel {
		left, corner = line[i-pixel], prev[i-pixel]
	}
	up := prev[i]
	switch tag {
	case 1:
		return left
	case 2:
		return up
	case 3:
		return byte((int(left) + int(up)) / 2)
	case 4:
		return paeth(int(left), int(up), int(corner))
	}
	return 0
}

func paeth(a, b, c int) byte {
	p := a + b - c
	pa, pb, pc := abs(p-a), abs(p-b), abs(p-c)
	if pa <= pb && pa <= pc {
		return byte(a)
	}
	if pb <= pc {
		return byte(b)
	}
	return byte(c)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
