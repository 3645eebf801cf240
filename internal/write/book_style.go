package write

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"gyokaku/model"
)

// A paint is how a tone looks: fill, text, and the mark that stands before the
// text so that colour is never alone.
type paint struct{ fill, ink, mark string }

// Fills are pale and inks dark of the same hue; the pairs keep a contrast of
// 7:1 and stay apart in grey print by their marks.
var paints = map[tone]paint{
	tone(model.StatusDone):          {"CFE0F5", "12305C", "■ "},
	tone(model.StatusOnTrack):       {"D5EDD8", "134A1F", "◆ "},
	tone(model.StatusMostlyOnTrack): {"EFF3C9", "3F4708", "◇ "},
	tone(model.StatusDelayed):       {"FBDCC6", "6E2A00", "▼ "},
	tone(model.StatusNotStarted):    {"E7E7E7", "333333", "□ "},
	tone(model.StatusStopped):       {"E3D9EC", "40215F", "× "},
	tone(model.StatusUnrated):       {"FFFFFF", "555555", "― "},

	tone(verdictMet):    {"D5EDD8", "134A1F", ""},
	tone(verdictNotMet): {"FBDCC6", "6E2A00", ""},
	tone(verdictOnWay):  {"EFF3C9", "3F4708", ""},
}

// A stage groups schedule phases for the colour of their bars.
type stage string

// The stages, in the order of the legend.
const (
	stagePlan    stage = "plan"
	stagePrepare stage = "prepare"
	stageWork    stage = "work"
	stageOther   stage = "other"
	stageEnd     stage = "end"
	stageUnknown stage = "unknown"
)

var stages = map[model.Phase]stage{
	model.PhaseStudy: stagePlan, model.PhaseDiscuss: stagePlan, model.PhaseDecide: stagePlan, model.PhaseReview: stagePlan,
	model.PhasePrepare: stagePrepare, model.PhaseIntroduce: stagePrepare, model.PhasePilot: stagePrepare,
	model.PhasePartial: stagePrepare, model.PhaseTransition: stagePrepare,
	model.PhaseImplement: stageWork, model.PhaseContinue: stageWork,
	model.PhaseInform: stageOther, model.PhaseAsNeeded: stageOther,
	model.PhaseEnd: stageEnd,
}

var stagePaints = map[stage]paint{
	stagePlan:    {"FBE7A8", "4A3900", ""},
	stagePrepare: {"BFD9F2", "12305C", ""},
	stageWork:    {"A9D8B2", "0F3D1A", ""},
	stageOther:   {"DDD3EA", "40215F", ""},
	stageEnd:     {"C9C9C9", "222222", ""},
	stageUnknown: {"EDEDED", "333333", ""},
}

func phaseTone(f model.Field[model.Phase]) stage {
	if s, ok := stages[f.Value]; ok && f.Known {
		return s
	}
	return stageUnknown
}

const (
	headFill = "1F3B57"
	headInk  = "FFFFFF"
	lineInk  = "B8C2CC"
	textInk  = "1A1A1A"
)

// A look is all that decides the style of a cell.
type look struct {
	form   form
	whole  bool // a number without digits after the point
	tone   tone
	head   bool // a heading of a table
	quoted bool // Excel's quote prefix: text, whatever it begins with
	middle bool // vertically centred, in a row beside larger text
}

// styles makes each look's style once per workbook.
type styles struct {
	file  *excelize.File
	ids   map[look]int
	named map[string]int
}

// special is the style of that name, made once.
func (s *styles) special(name string, style *excelize.Style) (int, error) {
	if id, ok := s.named[name]; ok {
		return id, nil
	}
	id, err := s.file.NewStyle(style)
	s.named[name] = id
	return id, err
}

func (s *styles) id(l look) (int, error) {
	if id, ok := s.ids[l]; ok {
		return id, nil
	}
	plain := l
	plain.quoted = false
	id, err := s.file.NewStyle(styleOf(plain))
	if err == nil && l.quoted {
		id = s.quote(id)
	}
	s.ids[l] = id
	return id, err
}

// quote copies style id with the quote prefix, which excelize has no option for.
func (s *styles) quote(id int) int {
	xfs := s.file.Styles.CellXfs
	xf := xfs.Xf[id]
	yes := true
	xf.QuotePrefix = &yes
	xfs.Xf = append(xfs.Xf, xf)
	xfs.Count = len(xfs.Xf)
	return len(xfs.Xf) - 1
}

func styleOf(l look) *excelize.Style {
	if l.head {
		return headStyle()
	}
	st := &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: fontSize, Color: textInk},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: true, Horizontal: horizontal(l.form)},
		Border:    borders("left", "right", "top", "bottom"),
	}
	if l.middle {
		st.Alignment.Vertical = "center"
	}
	if format := numberFormat(l); format != "" {
		st.CustomNumFmt = &format
	}
	colour(st, l.tone)
	return st
}

func colour(st *excelize.Style, t tone) {
	p, ok := paints[t]
	if name, start := strings.CutPrefix(string(t), barStart); start {
		p, ok = stagePaints[stage(name)], true
		st.Border = borders("left", "top", "bottom")
		st.Font.Bold = true
	} else if name, goes := strings.CutPrefix(string(t), barGoes); goes {
		p, ok = stagePaints[stage(name)], true
		st.Border = borders("top", "bottom")
	}
	if !ok {
		return
	}
	st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{p.fill}}
	st.Font.Color = p.ink
}

func horizontal(f form) string {
	switch f {
	case formCode, formStatus, formYear, formCount:
		return "center"
	case formDecimal, formPercent:
		return "right"
	}
	return "left"
}

// numberFormat is the display of numbers, and for statuses the mark before the
// word: the cell itself holds the bare word, for filters and formulas. Codes
// are text, so that 1-1 stays 1-1 when someone edits it; prose is not, because
// some versions of Excel show ### for long cells in that format.
func numberFormat(l look) string {
	switch l.form {
	case formYear:
		return "0"
	case formPercent:
		return "0.0%"
	case formCount, formDecimal:
		if l.whole {
			return "#,##0"
		}
		return "#,##0.0###"
	case formCode:
		return "@"
	case formStatus:
		return `"` + paints[l.tone].mark + `"@`
	}
	return ""
}

func borders(sides ...string) (list []excelize.Border) {
	for _, side := range sides {
		list = append(list, excelize.Border{Type: side, Color: lineInk, Style: 1})
	}
	return list
}

func headStyle() *excelize.Style {
	return &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: fontSize, Bold: true, Color: headInk},
		Alignment: &excelize.Alignment{Vertical: "center", Horizontal: "center", WrapText: true},
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{headFill}},
		Border:    borders("left", "right", "top", "bottom"),
	}
}
