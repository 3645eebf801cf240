package write

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"gyokaku/model"
)

// Pointer turns a path as people write it into the JSON pointer of a part of r:
//
//	1-3                     the item with that id
//	1-3.indicators          a property of it
//	1-3.indicators.2.target the second element of a list, counted from 1
//	1-3/1.progress.label    a property of its initiative number 1
//	municipality.code       a property of the report
//	/items/0/title          a JSON pointer, which counts from 0
//
// The error for a path that leads nowhere names the nearest ones.
func Pointer(r *model.Report, path string) (string, error) {
	root := reflect.ValueOf(r).Elem()
	if strings.HasPrefix(path, "/") {
		if v, ok := resolve(root, path); !ok {
			return "", unknown(path, path[strings.LastIndexByte(path, '/')+1:], members(v))
		}
		return path, nil
	}
	head, rest, _ := strings.Cut(path, ".")
	id, number, numbered := strings.Cut(head, "/")
	pointer := ""
	if i := slices.IndexFunc(r.Items, func(i model.Item) bool { return i.ID.Known && i.ID.Value == id }); i >= 0 {
		pointer = fmt.Sprintf("/items/%d", i)
		if numbered {
			n := initiative(&r.Items[i], number)
			if n < 0 {
				return "", unknown(path, number, initiativeNumbers(&r.Items[i]))
			}
			pointer += fmt.Sprintf("/initiatives/%d", n)
		}
	} else {
		if _, ok := member(root, head); !ok {
			return "", unknown(path, head, append(members(root), itemIDs(r)...))
		}
		pointer = "/" + head
	}
	return descend(root, pointer, path, rest)
}

// descend appends the dotted names of rest to pointer.
func descend(root reflect.Value, pointer, path, rest string) (string, error) {
	if rest == "" {
		return pointer, nil
	}
	for name := range strings.SplitSeq(rest, ".") {
		v, _ := resolve(root, pointer)
		for v.Kind() == reflect.Pointer && !v.IsNil() {
			v = v.Elem()
		}
		if n, err := strconv.Atoi(name); err == nil && v.Kind() == reflect.Slice {
			name = strconv.Itoa(n - 1)
		}
		if _, ok := member(v, name); !ok {
			return "", unknown(path, name, members(v))
		}
		pointer += "/" + name
	}
	return pointer, nil
}

// initiative is the index of the initiative with that number, or -1. Where
// none has a number, they are counted.
func initiative(item *model.Item, number string) int {
	n, err := strconv.Atoi(number)
	if err != nil {
		return -1
	}
	numbered := false
	for i := range item.Initiatives {
		f := item.Initiatives[i].Number
		if f.Known && f.Value == n {
			return i
		}
		numbered = numbered || f.Known
	}
	if !numbered && n >= 1 && n <= len(item.Initiatives) {
		return n - 1
	}
	return -1
}

func initiativeNumbers(item *model.Item) (list []string) {
	for i := range item.Initiatives {
		n := item.Initiatives[i].Number
		if !n.Known {
			n.Value = i + 1
		}
		list = append(list, strconv.Itoa(n.Value))
	}
	return list
}

func itemIDs(r *model.Report) (list []string) {
	for i := range r.Items {
		if id := r.Items[i].ID; id.Known {
			list = append(list, id.Value)
		}
	}
	return list
}

// members lists what can follow after v: names, or positions counted from 1.
func members(v reflect.Value) (list []string) {
	if _, ok := fieldValue(v.Type()); ok {
		return nil
	}
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			list = append(list, strconv.Itoa(i+1))
		}
	case reflect.Struct:
		for _, p := range properties(v.Type()) {
			if !p.embedded {
				list = append(list, p.name)
			}
		}
	}
	return list
}

// An UnknownPathError is a path that a report has nothing at.
type UnknownPathError struct {
	Path string
	Part string   // the part of it that is not there
	Near []string // parts that are, the most alike first; empty at the end of a path
}

func (e *UnknownPathError) Error() string {
	s := fmt.Sprintf("no %q in path %q", e.Part, e.Path)
	if len(e.Near) > 0 {
		s += "; near: " + strings.Join(e.Near, ", ")
	}
	return s
}

// maxNear is how many suggestions an error line bears.
const maxNear = 5

func unknown(path, part string, known []string) error {
	list := slices.Clone(known)
	slices.SortStableFunc(list, func(a, b string) int { return editDistance(part, a) - editDistance(part, b) })
	return &UnknownPathError{path, part, list[:min(len(list), maxNear)]}
}

// editDistance is the number of characters to insert, delete or replace.
func editDistance(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, s := range to {
			change := diagonal
			if r != s {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, diagonal+1)
		}
	}
	return row[len(to)]
}
