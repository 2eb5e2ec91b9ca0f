package paper

import (
	"strings"
)

// wrapped breaks a text into lines of a width.
func (s *sheet) wrapped(text string, width float64) []string {
	var out []string
	for _, part := range s.pdf.SplitLines([]byte(s.latin(text)), width) {
		out = append(out, string(part))
	}
	return out
}

// cells draws a row of a table, without lines around it in the loose layout.
func (s *sheet) cells(cells []string) {
	left, width := s.room()
	each := width / float64(len(cells))
	s.row(cells, func(i int) (float64, float64) { return left + float64(i)*each, each })
}

// row draws texts side by side, each wrapped in its own width.
func (s *sheet) row(cells []string, place func(i int) (left, width float64)) {
	s.font("", 0)
	high, most := s.size*lineHigh, 1
	var lines [][]string
	for i, c := range cells {
		_, width := place(i)
		parts := s.wrapped(strings.TrimSpace(c), width-6)
		lines, most = append(lines, parts), max(most, len(parts))
	}
	s.need(high * float64(most))
	y := s.pdf.GetY()
	for i, parts := range lines {
		left, width := place(i)
		for j, part := range parts {
			s.pdf.SetXY(left, y+float64(j)*high)
			s.pdf.CellFormat(width, high, part, "", 0, "L", false, 0, "")
		}
		if s.look.Layout == "boxed" {
			s.pdf.Rect(left, y, width, high*float64(most), "D")
		}
	}
	s.pdf.SetXY(edge, y+high*float64(most))
}

// fields draws the fields of a form; in the boxed layout each label stands small above its value.
func (s *sheet) fields(fields []string) {
	if s.look.Layout != "boxed" || strings.HasPrefix(strings.TrimSpace(fields[0]), "[") {
		s.cells(fields)
		return
	}
	left, width := s.room()
	each := width / float64(len(fields))
	s.need(2.2 * s.size)
	y := s.pdf.GetY()
	for i, f := range fields {
		label, value, found := strings.Cut(strings.TrimSpace(f), ":")
		if !found {
			label, value = "", f
		}
		x := left + float64(i)*each
		s.pdf.Rect(x, y, each, 2.2*s.size, "D")
		s.font("", -3)
		s.put(x, y+1, each, label)
		s.font("", 0)
		s.put(x, y+s.size, each, strings.TrimSpace(value))
	}
	s.pdf.SetXY(edge, y+2.2*s.size)
}

func (s *sheet) put(x, y, width float64, text string) {
	s.pdf.SetXY(x+2, y)
	s.pdf.CellFormat(width-4, s.size, s.latin(text), "", 0, "L", false, 0, "")
}
