package grid

import (
	"strings"

	"gyokaku/extract"
)

// texts holds what the cells and lines of a page say in one string, each text
// once: of a large document, that is what stays.
type texts struct{ b strings.Builder }

// room makes room for what words say, with a line end each.
func (t *texts) room(words []extract.Word) {
	n := 0
	for i := range words {
		n += len(words[i].Text) + 1
	}
	t.b.Grow(n)
}

// join keeps the texts of ls with line ends between.
func (t *texts) join(ls []extract.Line) string {
	n := len(ls) - 1
	for i := range ls {
		n += len(ls[i].Text)
	}
	if n > t.b.Cap()-t.b.Len() { // growing would copy what is kept already
		t.b = strings.Builder{}
		t.b.Grow(n)
	}
	from := t.b.Len()
	for i := range ls {
		if i > 0 {
			t.b.WriteByte('\n')
		}
		t.b.WriteString(ls[i].Text)
	}
	return t.b.String()[from:]
}
