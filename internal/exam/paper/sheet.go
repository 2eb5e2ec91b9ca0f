package paper

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/jung-kurt/gofpdf"
)

// This file draws papers in layouts that a twin cannot make: columns side by side, tables without lines, fields in boxes with the
// label above. Lengths are points; the page is Letter.
const (
	edge     = 50.0
	wide     = 612 - 2*edge
	tall     = 792 - edge
	gutter   = 18.0
	lineHigh = 1.25 // line height over type size
)

var stamped = time.Date(2013, time.January, 1, 0, 0, 0, 0, time.UTC)

// sheet is a page being drawn.
type sheet struct {
	pdf    *gofpdf.Fpdf
	latin  func(string) string
	look   Look
	size   float64
	column int     // 0 or 1, in the layout of columns
	top    float64 // of the columns
	bottom float64 // of the column or page
}

// drawn makes the PDF of papers in a layout of their own.
func drawn(papers []Paper) ([]byte, error) {
	pdf := gofpdf.New("P", "pt", "Letter", "")
	pdf.SetCreationDate(stamped)
	pdf.SetModificationDate(stamped)
	pdf.SetCatalogSort(true)
	pdf.SetCompression(false)
	pdf.SetMargins(edge, edge, edge)
	pdf.SetAutoPageBreak(false, 0)
	s := &sheet{pdf: pdf, latin: pdf.UnicodeTranslatorFromDescriptor("")}
	for _, p := range papers {
		s.paper(p)
	}
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("the PDF library could not draw a paper: %w", err)
	}
	return out.Bytes(), nil
}

func (s *sheet) paper(p Paper) {
	s.look, s.size = p.Look, p.Look.points()
	s.page()
	s.balance(p.Text)
	var text []string
	flush := func() {
		if len(text) > 0 {
			s.text(strings.Join(text, " "), "", 0)
			s.pdf.Ln(s.size / 2)
		}
		text = nil
	}
	for _, line := range strings.Split(Plain(p.Text), "\n") {
		line = strings.TrimSpace(line)
		if isRunning(line) {
			text = append(text, line)
			continue
		}
		flush()
		s.block(line)
	}
	flush()
}

// balance ends the first column where about half of the text is in it, where the text fills no page.
func (s *sheet) balance(text string) {
	if s.look.Layout == "columns" {
		rows := float64(len(Plain(text)))/50 + float64(strings.Count(text, "\n"))
		s.bottom = min(tall, s.top+rows*s.size*lineHigh/2)
	}
}

func isRunning(line string) bool {
	return line != "" && !strings.ContainsAny(line[:1], "#->|@[=") && !strings.Contains(line, "||")
}

func (s *sheet) page() {
	s.pdf.AddPage()
	s.column, s.bottom = 0, tall
	s.font("", -2)
	s.pdf.CellFormat(wide, s.size, s.latin(s.look.Header), "", 1, "C", false, 0, "")
	s.top = s.pdf.GetY() + 4
	s.pdf.SetXY(edge, s.top)
}

func (s *sheet) font(style string, larger float64) {
	s.pdf.SetFont(map[string]string{"times": "Times", "helvetica": "Helvetica", "courier": "Courier"}[s.look.Font], style, s.size+larger)
}

// room is the left edge and the width of the column in use.
func (s *sheet) room() (left, width float64) {
	if s.look.Layout != "columns" {
		return edge, wide
	}
	half := (wide - gutter) / 2
	return edge + float64(s.column)*(half+gutter), half
}

// need begins the next column or page where so much height is not left.
func (s *sheet) need(height float64) {
	if s.pdf.GetY()+height <= s.bottom {
		return
	}
	if s.look.Layout == "columns" && s.column == 0 {
		s.column, s.bottom = 1, tall
		s.pdf.SetY(s.top)
		return
	}
	s.page()
}

func (s *sheet) block(line string) {
	body := strings.TrimSpace(strings.TrimLeft(line, "#->@"))
	switch {
	case line == "":
		s.pdf.Ln(s.size / 2)
	case strings.HasPrefix(line, "===="):
		s.page()
	case strings.HasPrefix(line, "# "):
		s.text(body, "B", 2)
		s.pdf.Ln(s.size / 2)
	case strings.HasPrefix(line, "## "):
		s.text(body, "B", 0)
	case strings.HasPrefix(line, "|"):
		s.cells(strings.Split(strings.Trim(line, "|"), "|"))
	case strings.Contains(line, "||") || strings.HasPrefix(line, "["):
		s.fields(strings.Split(line, "||"))
	case strings.HasPrefix(line, "- "):
		s.text("* "+body, "", 0)
	default:
		s.text(body, "", 0)
	}
}

func (s *sheet) text(text, style string, larger float64) {
	s.font(style, larger)
	_, width := s.room()
	high := (s.size + larger) * lineHigh
	for _, part := range s.wrapped(text, width) {
		s.need(high)
		left, width := s.room()
		s.pdf.SetX(left)
		s.pdf.CellFormat(width, high, part, "", 1, "L", false, 0, "")
	}
}
