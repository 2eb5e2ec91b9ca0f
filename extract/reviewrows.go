package extract

import (
	"strings"

	"imr"
	"imr/extract/verdict"
)

// shortCell is how long a cell may be that holds nothing but a decision.
const shortCell = 90

// rowStatements reads the lines on which one cell names a treatment and another decides on it, with the lines on which the first
// goes on. It returns the numbers of the lines that it took.
func (s *scan) rowStatements(p imr.Page) ([]statement, map[int]bool) {
	var out []statement
	taken := map[int]bool{}
	for i, l := range p.Lines {
		decides := decidingCell(l)
		if decides < 0 {
			continue
		}
		lines := append([]imr.Line{l}, goingOn(p.Lines[i+1:], l)...)
		st, ok := s.rowStatement(p, lines, decides)
		if !ok {
			continue
		}
		out = append(out, st)
		for _, l := range lines {
			taken[l.Number] = true
		}
	}
	return out, taken
}

// decidingCell is the cell of a line that is short and decides, -1 where there is none.
func decidingCell(l imr.Line) int {
	if len(l.Cells) < 2 || checkbox.MatchString(l.Text()) {
		return -1
	}
	for i := len(l.Cells) - 1; i >= 0; i-- {
		v := verdict.Of(l.Cells[i].Text)
		if v.Outcome != "" && !v.Weak && len(l.Cells[i].Text) < shortCell {
			return i
		}
	}
	return -1
}

// goingOn returns the lines after a row that hold more of its cells: near, in the row's columns, and deciding nothing.
func goingOn(rest []imr.Line, row imr.Line) []imr.Line {
	var out []imr.Line
	bottom, height := row.Box()[3], max(row.Box()[3]-row.Box()[1], 6)
	for _, l := range rest {
		if l.Box()[1]-bottom > 0.5*height || decidingCell(l) >= 0 || !inColumns(l, row) || verdict.Of(l.Text()).Outcome != "" && len(l.Cells) == 1 {
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

func cellAt(row imr.Line, x0 float64) int {
	for i, c := range row.Cells {
		if d := c.Box[0] - x0; d > -9 && d < 9 {
			return i
		}
	}
	return -1
}

// rowStatement joins the cells of a row's lines column by column, and tells which names the treatment.
func (s *scan) rowStatement(p imr.Page, lines []imr.Line, decides int) (statement, bool) {
	texts := make([]string, len(lines[0].Cells))
	for _, l := range lines {
		for i, c := range l.Cells {
			if len(lines) > 1 {
				i = cellAt(lines[0], c.Box[0])
			}
			texts[i] = readOn(texts[i], c.Text) + strings.TrimSpace(c.Text)
		}
	}
	named := -1
	for i, text := range texts {
		if i != decides && serviceWord.MatchString(text) && (named < 0 || acupunctureWord.MatchString(text) && !acupunctureWord.MatchString(texts[named])) {
			named = i
		}
	}
	if named < 0 {
		return statement{}, false
	}
	st := statement{subject: texts[named], zone: "decision", at: s.linesPlace(p, lines)}
	var rest []string
	for i, text := range texts {
		if m := entryNumber.FindStringSubmatch(text + "."); m != nil && i < named {
			st.number = m[1]
		} else if i != named {
			rest = append(rest, text)
		}
	}
	st.text = strings.Join(rest, " | ")
	return st, true
}
