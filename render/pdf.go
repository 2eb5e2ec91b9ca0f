package render

import (
	"bytes"
	"fmt"
	"time"

	"github.com/jung-kurt/gofpdf"

	"imr"
)

// PDF prints a letter on Letter paper with embedded fonts. The same letter gives the same bytes: the dates inside the file are
// the letter's own. Its properties name the title, the case number and the program, and no person.
func PDF(l imr.Letter) ([]byte, error) {
	if err := l.Check(); err != nil {
		return nil, err
	}
	pdf := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: pageWidth, Ht: pageHeight}})
	describe(pdf, l)
	p, err := newPen(pdf)
	if err != nil {
		return nil, fmt.Errorf("the letter cannot be set: %w", err)
	}
	s := sheet{pen: p, letter: l}
	s.print()
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("the letter cannot be written as PDF: %w", err)
	}
	return out.Bytes(), nil
}

// describe sets the file's properties, and all that would otherwise differ from run to run.
func describe(pdf *gofpdf.Fpdf, l imr.Letter) {
	pdf.SetTitle(l.Title, true)
	pdf.SetSubject(l.CaseNumber, true)
	pdf.SetCreator(l.Program, true)
	pdf.SetProducer(l.Program, true)
	pdf.SetCreationDate(dayOf(l.Dated))
	pdf.SetModificationDate(dayOf(l.Dated))
	pdf.SetCatalogSort(true)
	pdf.SetCompression(true)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(margin, margin, margin)
}

// dayOf is the letter's day, or a fixed one where it has none.
func dayOf(d imr.Date) time.Time {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	return t
}

// sheet sets one letter page by page.
type sheet struct {
	*pen
	letter imr.Letter
}

func (s sheet) print() {
	l := layout{m: s.width}
	for _, section := range s.letter.Sections {
		l.section(section)
	}
	pages := paginate(l.rows, s.tableBottom())
	for i, page := range pages {
		s.pdf.AddPage()
		if i == 0 {
			s.letterhead()
			s.table()
		}
		for _, r := range page {
			s.row(r)
		}
		s.running(i+1, len(pages))
	}
}

func (s sheet) row(r placed) {
	x := margin + r.indent
	if r.centre {
		x = (pageWidth - groupWidth(r.words, s.width)) / 2
	}
	if len(r.mark) > 0 {
		s.writeLine(margin, r.y, r.mark)
	}
	s.writeLine(x, r.y, r.words)
}

// Baselines of the running lines.
const (
	bannerY = 756.0
	pageNoY = 768.0
)

// running is what stands at the foot of every page: the banner, and the case and page number.
func (s sheet) running(n, of int) {
	s.pdf.SetDrawColor(150, 150, 150)
	s.pdf.SetLineWidth(0.5)
	s.pdf.Line(margin, bannerY-12, pageWidth-margin, bannerY-12)
	s.centred(bannerY, s.letter.Banner.Text(), banner)
	page := fmt.Sprintf("Page %d of %d", n, of)
	numbered := "Case Number " + s.letter.CaseNumber + " – " + page
	if s.letter.CaseNumber == "" || s.width(numbered, running) > textWidth {
		numbered = page
	}
	s.centred(pageNoY, numbered, running)
}

func (s sheet) centred(y float64, text string, look style) {
	s.write((pageWidth-s.width(text, look))/2, y, text, look)
}
