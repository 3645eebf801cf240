package pdf

// The objects of a file as our own parser reads them where the library must not
// be trusted yet: cross-reference sections, trailers and object streams.
type (
	name string
	ref  struct{ id, gen int }
	dict map[name]any // values are float64, string, name, bool, ref, []any, dict or nil
)

// maxNesting bounds arrays and dictionaries in each other; real files need ten.
const maxNesting = 100

// object reads one object: a number, string, name, reference, array or
// dictionary. Keywords other than true, false and null end it with ok false.
func (l *lexer) object(depth int) (v any, ok bool) {
	switch l.next() {
	case tokNumber:
		return l.reference(), true
	case tokString:
		return string(l.text), true
	case tokName:
		return name(l.text), true
	case tokArray:
		return l.array(depth), true
	case tokDict:
		return l.dict(depth), true
	case tokKeyword:
		switch string(l.text) {
		case "true":
			return true, true
		case "false":
			return false, true
		case "null":
			return nil, true
		}
	}
	return nil, false
}

// reference reads "12 0 R" when it follows, and else gives the number.
func (l *lexer) reference() any {
	first, after := l.num, l.pos
	if l.next() == tokNumber {
		second := l.num
		if l.next() == tokKeyword && string(l.text) == "R" && first == float64(int(first)) {
			return ref{int(first), int(second)}
		}
	}
	l.pos = after
	return first
}

func (l *lexer) array(depth int) []any {
	out := []any{}
	for depth < maxNesting {
		before := l.pos
		v, ok := l.object(depth + 1)
		if !ok {
			if k := l.data[before:l.pos]; len(k) > 0 && class[k[len(k)-1]] != delimiter {
				l.pos = before // a keyword: the array was never closed
			}
			break
		}
		out = append(out, v)
	}
	return out
}

func (l *lexer) dict(depth int) dict {
	out := dict{}
	for depth < maxNesting {
		before := l.pos
		if l.next() != tokName {
			if k := l.data[before:l.pos]; len(k) > 0 && class[k[len(k)-1]] != delimiter {
				l.pos = before
			}
			break
		}
		key := name(l.text)
		after := l.pos
		v, ok := l.object(depth + 1)
		if !ok {
			l.pos = after
			if l.next() == tokDictEnd {
				break
			}
			continue
		}
		out[key] = v
	}
	return out
}

// integer is the value of d[key] as an integer, 0 if it is none.
func (d dict) integer(key name) int {
	f, _ := d[key].(float64)
	return int(f)
}
