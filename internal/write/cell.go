package write

import (
	"strings"

	"github.com/shopspring/decimal"

	"gyokaku/model"
)

// A cell is the value of one table cell: a text, a number, or nothing.
type cell struct {
	kind   cellKind
	text   string
	number decimal.Decimal
	tone   tone // what the value means, for colouring; "" for most
}

type cellKind int

const (
	cellBlank cellKind = iota
	cellText
	cellNumber
)

// A tone names what a cell says beside its text: a status, a schedule phase, a
// part of a bar. The workbook gives it a colour; the text must do without.
type tone string

func textCell(s string) cell {
	if s == "" {
		return cell{}
	}
	return cell{kind: cellText, text: s}
}

func numberCell(d *decimal.Decimal) cell {
	if d == nil {
		return cell{}
	}
	return cell{kind: cellNumber, number: *d}
}

func countCell(n int) cell {
	return cell{kind: cellNumber, number: decimal.NewFromInt(int64(n))}
}

// linesCell joins texts, one per line.
func linesCell(lines []string) cell { return textCell(strings.Join(lines, "\n")) }

func (c cell) toned(t tone) cell {
	c.tone = t
	return c
}

// fieldCell is the text of a known field.
func fieldCell[T ~string](f model.Field[T]) cell {
	if !f.Known {
		return cell{}
	}
	return textCell(string(f.Value))
}

// wordCell is the word for the value of a closed set.
func wordCell[T ~string](f model.Field[T]) cell {
	if !f.Known {
		return cell{}
	}
	return textCell(word(f.Value))
}

func intCell(f model.Field[int]) cell {
	if !f.Known {
		return cell{}
	}
	return countCell(f.Value)
}

func yearCell(f model.Field[model.FiscalYear]) cell {
	if !f.Known {
		return cell{}
	}
	return countCell(int(f.Value))
}

// warekiCell is the label that stands beside a year: 令和6年度.
func warekiCell(f model.Field[model.FiscalYear]) cell {
	if !f.Known {
		return cell{}
	}
	return textCell(f.Value.Wareki())
}

func fieldLines(fields []model.Field[string]) cell {
	var lines []string
	for _, f := range fields {
		if f.Known {
			lines = append(lines, f.Value)
		}
	}
	return linesCell(lines)
}
