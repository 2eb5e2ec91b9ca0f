package extract

import (
	"strconv"
	"strings"

	"imr"
	"imr/extract/decided"
	"imr/internal/pattern"
)

// headed is a table's column: where it stands and what its head says of the numbers below, "requested", "certified", "denied" or "".
type headed struct {
	box  imr.Box
	says string
}

// rows reads the lines of tables on which one cell names a treatment and others decide on it, or hold numbers below "certified" and
// "denied". It returns the numbers of the lines that it took.
func (s *scan) rows(p imr.Page) ([]passage, map[int]bool) {
	var out []passage
	taken := map[int]bool{}
	var head []headed
	for i := 0; i < len(p.Lines); i++ {
		l := p.Lines[i]
		if len(l.Cells) < 2 || anyBox.MatchString(l.Text()) {
			if len(l.Cells) < 2 {
				head = nil
			}
			continue
		}
		if h := headOfCounts(l); h != nil {
			head = h
			taken[l.Number] = true
			continue
		}
		lines := append([]imr.Line{l}, goingOn(p.Lines[i+1:], l, head)...)
		if r, ok := rowOf(lines, head); ok {
			r.line, r.lines = l.Number, lines
			out = append(out, r)
			for _, l := range lines {
				taken[l.Number] = true
			}
			i += len(lines) - 1
		}
	}
	return out, taken
}

var (
	digit       = pattern.New(`\d`)
	askedColumn = pattern.New(`(?i)\b(?:requested|asked|req)\b`)
	countColumn = pattern.New(`(?i)\b(?:visits?|units?|qty|quantity|sessions?|number|amount|req\w*|cert\w*|appr\w*|auth\w*|allowed|den|denied|non-?cert\w*)\b`)
)

// headOfCounts reads a line as the head of a table with numbers certified and refused, nil where it is none.
func headOfCounts(l imr.Line) []headed {
	var out []headed
	counts := 0
	for _, c := range l.Cells {
		h := headed{box: c.Box}
		text := strings.TrimSpace(c.Text)
		switch o := outcomeOf(text); {
		case digit.MatchString(text) || acupunctureWord.MatchString(text) || len(text) > 40:
			return nil
		case o == imr.URApproved && countColumn.MatchString(text):
			h.says = "certified"
			counts++
		case o == imr.URDenied && countColumn.MatchString(text):
			h.says = "denied"
			counts++
		case askedColumn.MatchString(text) && countColumn.MatchString(text):
			h.says = "requested"
		}
		out = append(out, h)
	}
	if counts == 0 {
		return nil
	}
	return out
}

func outcomeOf(text string) string {
	st, firm := decided.Firmly(text)
	if !firm {
		return ""
	}
	return st.Outcome()
}

// shortCell is how long a cell may be that holds nothing but a decision.
const shortCell = 90

// rowOf joins the cells of a row's lines column by column, and tells which names the treatment and what the others decide on it.
func rowOf(lines []imr.Line, head []headed) (passage, bool) {
	texts := cellTexts(lines)
	named := -1
	for i, text := range texts {
		if serviceWord.MatchString(text) && !(len(text) < shortCell && outcomeOf(text) != "") && (named < 0 || acupunctureWord.MatchString(text) && !acupunctureWord.MatchString(texts[named])) {
			named = i
		}
	}
	r := passage{row: true}
	var rest []string
	decides := false
	for i, text := range texts {
		column := columnOver(head, lines[0].Cells[i].Box)
		switch {
		case i == named:
			r.named = text
		case column != "":
			rest, decides = append(rest, counted(column, text)), true
		case (named < 0 || i < named) && onlyNumber.MatchString(text):
			r.number = strings.Trim(text, ".)# ")
		case len(text) < shortCell && outcomeOf(text) != "":
			rest, decides = append(rest, text), true
		}
	}
	r.text = strings.Join(rest, "; ")
	return r, decides && (named >= 0 || r.number != "")
}

var (
	onlyNumber    = pattern.New(`^#?\d{1,2}[.)]?$`)
	leadingNumber = pattern.New(`^\d{1,3}\b`)
)

// counted says in words what a number below a head means. No visit certified is a denial, and none refused says nothing.
func counted(column, text string) string {
	n, err := strconv.Atoi(leadingNumber.FindString(strings.TrimSpace(text)))
	switch {
	case err != nil:
		return text
	case n == 0 && column == "certified":
		return "denied"
	case n == 0:
		return ""
	case column == "requested":
		return strconv.Itoa(n) + " visits requested"
	}
	return column + " " + strconv.Itoa(n)
}

func columnOver(head []headed, cell imr.Box) string {
	for _, h := range head {
		if cell[0] < h.box[2]+6 && cell[2] > h.box[0]-6 {
			return h.says
		}
	}
	return ""
}

func cellTexts(lines []imr.Line) []string {
	texts := make([]string, len(lines[0].Cells))
	for _, l := range lines {
		for i, c := range l.Cells {
			if len(lines) > 1 {
				i = cellAt(lines[0], c.Box[0])
			}
			texts[i] = readOn(texts[i], c.Text) + strings.TrimSpace(c.Text)
		}
	}
	return texts
}

// goingOn returns the lines after a row that hold more of its cells: near, in the row's columns, and no row of their own.
func goingOn(rest []imr.Line, row imr.Line, head []headed) []imr.Line {
	var out []imr.Line
	bottom, height := row.Box()[3], max(row.Box()[3]-row.Box()[1], 6)
	for _, l := range rest {
		_, own := rowOf([]imr.Line{l}, head)
		if l.Box()[1]-bottom > 0.5*height || own || !inColumns(l, row) || runsOver(l, row) || len(l.Cells) == 1 && outcomeOf(l.Text()) != "" && serviceWord.MatchString(l.Text()) {
			break
		}
		out = append(out, l)
		bottom = l.Box()[3]
	}
	return out
}

// inColumns reports whether each cell of a line begins where one of the row does.
func inColumns(l, row imr.Line) bool {
	for _, c := range l.Cells {
		if cellAt(row, c.Box[0]) < 0 {
			return false
		}
	}
	return true
}

// runsOver reports whether a cell of a line runs on below the row's next cell, as a sentence below the table does.
func runsOver(l, row imr.Line) bool {
	for _, c := range l.Cells {
		for _, k := range row.Cells {
			if k.Box[0] > c.Box[0]+9 && k.Box[0] < c.Box[2]-15 {
				return true
			}
		}
	}
	return false
}

func cellAt(row imr.Line, x0 float64) int {
	for i, c := range row.Cells {
		if d := c.Box[0] - x0; d > -9 && d < 9 {
			return i
		}
	}
	return -1
}
