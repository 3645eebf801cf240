package pdf

import "strconv"

// A kind is the kind of a token.
type kind uint8

const (
	tokEOF kind = iota
	tokNumber
	tokString
	tokName
	tokKeyword // an operator, true, false, null, obj, R …
	tokArray   // "[", and an operand holding an array
	tokArrayEnd
	tokDict // "<<", and an operand holding a dictionary
	tokDictEnd
)

// A lexer cuts bytes into PDF tokens. It never fails: a byte that starts
// nothing is skipped, because a page with one bad byte is still a page.
type lexer struct {
	data []byte
	pos  int

	num  float64 // the value of a tokNumber
	text []byte  // the bytes of a string, name or keyword; valid until reset

	decoded []byte // strings with escapes, since the last reset
}

// Classes of bytes.
const (
	regular uint8 = iota
	space
	delimiter
	numeric // regular bytes a number may begin with
)

var class = func() (c [256]uint8) {
	for _, b := range []byte("\x00\t\n\f\r ") {
		c[b] = space
	}
	for _, b := range []byte("<>()[]{}/%") {
		c[b] = delimiter
	}
	for _, b := range []byte("0123456789+-.") {
		c[b] = numeric
	}
	return c
}()

// reset gives the memory of decoded strings back. Texts of earlier tokens are
// invalid after it.
func (l *lexer) reset() { l.decoded = l.decoded[:0] }

// next reads one token.
func (l *lexer) next() kind {
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		switch class[c] {
		case space:
			l.pos++
		case numeric:
			if l.number() {
				return tokNumber
			}
			return l.keyword()
		case regular:
			return l.keyword()
		default:
			if k := l.delimited(c); k != tokEOF {
				return k
			}
		}
	}
	return tokEOF
}

// delimited reads the token that begins with the delimiter c, or tokEOF if
// there was only something to skip.
func (l *lexer) delimited(c byte) kind {
	l.pos++
	switch c {
	case '(':
		l.literal()
		return tokString
	case '<':
		if l.pos < len(l.data) && l.data[l.pos] == '<' {
			l.pos++
			return tokDict
		}
		l.hex()
		return tokString
	case '>':
		if l.pos < len(l.data) && l.data[l.pos] == '>' {
			l.pos++
			return tokDictEnd
		}
	case '/':
		l.name()
		return tokName
	case '[':
		return tokArray
	case ']':
		return tokArrayEnd
	case '%':
		for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
			l.pos++
		}
	}
	return tokEOF
}

// keyword reads regular bytes.
func (l *lexer) keyword() kind {
	start := l.pos
	for l.pos < len(l.data) {
		if c := class[l.data[l.pos]]; c == space || c == delimiter {
			break
		}
		l.pos++
	}
	l.text = l.data[start:l.pos]
	return tokKeyword
}

// pow10 are the divisors for the digits after the decimal point.
var pow10 = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// number reads a number, or nothing if the bytes here are not one.
func (l *lexer) number() bool {
	i, data := l.pos, l.data
	signs, negative := 0, false
	for i < len(data) && (data[i] == '-' || data[i] == '+') {
		negative = data[i] == '-'
		signs++
		i++
	}
	var n uint64
	digits, point := 0, -1
	for ; i < len(data); i++ {
		if c := data[i]; c >= '0' && c <= '9' {
			if digits++; digits <= 15 {
				n = n*10 + uint64(c-'0')
			} else if point < 0 {
				return l.oddNumber()
			}
		} else if c == '.' && point < 0 {
			point = digits
		} else {
			break
		}
	}
	if i < len(data) {
		if c := class[data[i]]; c != space && c != delimiter {
			return l.oddNumber()
		}
	}
	if digits == 0 && point < 0 {
		return false
	}
	v := float64(n)
	if point >= 0 {
		v /= pow10[min(digits, 15)-min(point, 15)]
	}
	if signs > 1 {
		v = 0 // "--5" has no value; readers take 5, -5 and, as PDFium, 0
	} else if negative {
		v = -v
	}
	l.num, l.pos = v, i
	return true
}

// oddNumber reads what begins like a number and is not one by the standard:
// exponents, very many digits, "0.00-35", of which the part before the second
// sign counts.
func (l *lexer) oddNumber() bool {
	start := l.pos
	l.keyword()
	s := l.text
	for n := len(s); n > 0; n-- {
		if v, err := strconv.ParseFloat(string(s[:min(n, 40)]), 64); err == nil && v < maxCoordinate && v > -maxCoordinate {
			if n < len(s) && class[s[n]] != numeric {
				break // a keyword that begins with a digit
			}
			l.num = v
			return true
		}
		if n > 40 {
			break
		}
	}
	l.pos = start
	return false
}

func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// hex reads a hexadecimal string after its "<". A missing last digit is 0.
func (l *lexer) hex() {
	start := len(l.decoded)
	high := -1
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		if c == '>' {
			break
		}
		d := unhex(c)
		if d < 0 {
			continue
		}
		if high < 0 {
			high = d
			continue
		}
		l.decoded = append(l.decoded, byte(high<<4|d))
		high = -1
	}
	if high >= 0 {
		l.decoded = append(l.decoded, byte(high<<4))
	}
	l.text = l.decoded[start:]
}

// name reads a name after its "/", with #xx decoded.
func (l *lexer) name() {
	l.keyword()
	for i := range l.text {
		if l.text[i] == '#' {
			l.text = unescapeName(l.text)
			return
		}
	}
}

func unescapeName(s []byte) []byte {
	var out []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '#' && i+2 < len(s) && unhex(s[i+1]) >= 0 && unhex(s[i+2]) >= 0 {
			out = append(out, byte(unhex(s[i+1])<<4|unhex(s[i+2])))
			i += 2
			continue
		}
		out = append(out, s[i])
	}
	return out
}

// literal reads a string after its "(". Without escapes it is a part of the
// data, without a copy.
func (l *lexer) literal() {
	start, depth := l.pos, 1
	for i := l.pos; i < len(l.data); i++ {
		switch l.data[i] {
		case '\\', '\r':
			l.escaped(start, depth, i)
			return
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.text, l.pos = l.data[start:i], i+1
				return
			}
		}
	}
	l.text, l.pos = l.data[start:], len(l.data)
}

// escaped goes on with a literal string at i, where the first escape stands.
func (l *lexer) escaped(start, depth, i int) {
	from := len(l.decoded)
	l.decoded = append(l.decoded, l.data[start:i]...)
	for ; i < len(l.data); i++ {
		c := l.data[i]
		switch c {
		case '(':
			depth++
		case ')':
			depth--
		case '\r':
			if i+1 < len(l.data) && l.data[i+1] == '\n' {
				i++
			}
			c = '\n'
		case '\\':
			i = l.escape(i + 1)
			continue
		}
		if depth == 0 {
			i++
			break
		}
		l.decoded = append(l.decoded, c)
	}
	l.text, l.pos = l.decoded[from:], i
}

// escape decodes the escape whose byte after the backslash is at i and returns
// the index of its last byte.
func (l *lexer) escape(i int) int {
	if i >= len(l.data) {
		return i
	}
	c := l.data[i]
	switch c {
	case 'n':
		c = '\n'
	case 'r':
		c = '\r'
	case 't':
		c = '\t'
	case 'b':
		c = '\b'
	case 'f':
		c = '\f'
	case '\r':
		if i+1 < len(l.data) && l.data[i+1] == '\n' {
			i++
		}
		return i
	case '\n':
		return i
	case '0', '1', '2', '3', '4', '5', '6', '7':
		v, n := 0, 0
		for ; n < 3 && i+n < len(l.data) && l.data[i+n] >= '0' && l.data[i+n] <= '7'; n++ {
			v = v*8 + int(l.data[i+n]-'0')
		}
		l.decoded = append(l.decoded, byte(v))
		return i + n - 1
	}
	l.decoded = append(l.decoded, c)
	return i
}
