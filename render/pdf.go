package render

import (
	"bytes"
	"fmt"
	"time"

	"github.com/jung-kurt/gofpdf"

	"imr"
	"imr/render/finish"
)

// PDF prints a letter on Letter paper with embedded fonts, as PDF/A-3b and PDF/UA-1, with the decision it was composed of attached as
// decision.json. The same letter and decision give the same bytes: the dates inside the file are the letter's own. Its properties name
// the title, the case number and the program, and no person.
func PDF(l imr.Letter, decision []byte, options ...Option) ([]byte, error) {
	if err := l.Check(); err != nil {
		return nil, err
	}
	pdf := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: pageWidth, Ht: pageHeight}})
	describe(pdf, l)
	p, err := newPen(pdf, charactersOf(l))
	if err != nil {
		return nil, fmt.Errorf("the letter cannot be set: %w", err)
	}
	s := sheet{pen: p, tags: &tags{pdf: pdf, page: -1}, letter: l, root: &finish.Element{Role: "Document"}}
	for _, set := range options {
		set(&s.extras)
	}
	s.print()
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("the letter cannot be written as PDF: %w", err)
	}
	finished, err := finish.File(out.Bytes(), finish.Spec{
		Properties: finish.Properties{Title: l.Title, Subject: l.CaseNumber, Program: l.Program, Date: dayOf(l.Dated)},
		Language:   "en-US", Root: s.root, Fonts: p.usedFonts(),
		Source: finish.Attachment{Name: "decision.json", Type: "application/json", Description: "The decision that this letter was composed of", Data: decision},
	})
	if err != nil {
		return nil, fmt.Errorf("the letter cannot be finished as an archive file: %w", err)
	}
	return finished, nil
}

// describe sets all that would otherwise differ from run to run.
func describe(pdf *gofpdf.Fpdf, l imr.Letter) {
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
	tags   *tags
	letter imr.Letter
	root   *finish.Element // of the letter's structure
	extras
}

// extras are what a printing shows besides the letter.
type extras struct{ logo *logo }

// Option sets what a printing shows besides the letter.
type Option func(*extras)

func (s sheet) print() {
	head := s.headParts()
	l := layout{m: s.width, root: s.root}
	for _, section := range s.letter.Sections {
		l.section(section)
	}
	pages := paginate(l.rows, s.tableBottom()+tableSpace)
	for i, page := range pages {
		s.tags.newPage()
		if i == 0 {
			s.letterhead(head)
			s.table(head.table)
		}
		for _, r := range page {
			s.row(r)
		}
		s.running(i+1, len(pages))
	}
}

func (s sheet) row(r placed) {
	if r.field != nil {
		s.field(r)
		return
	}
	x := margin + r.indent
	if r.centre {
		x = (pageWidth - groupWidth(r.words, s.width)) / 2
	}
	if len(r.mark) > 0 {
		s.tags.mark(r.label, func() { s.writeLine(margin, r.y, r.mark) })
	}
	s.tags.mark(r.part, func() { s.writeLine(x, r.y, r.words) })
}

// Baselines of the running lines.
const (
	bannerY = 756.0
	pageNoY = 768.0
)

// running is what stands at the foot of every page: the banner, and the case and page number.
func (s sheet) running(n, of int) {
	s.tags.furniture(func() {
		s.pdf.SetDrawColor(150, 150, 150)
		s.pdf.SetLineWidth(0.5)
		s.pdf.Line(margin, bannerY-12, pageWidth-margin, bannerY-12)
	})
	s.banner(n)
	page := fmt.Sprintf("Page %d of %d", n, of)
	numbered := "Case Number " + s.letter.CaseNumber + " – " + page
	if s.letter.CaseNumber == "" || s.width(numbered, running) > textWidth {
		numbered = page
	}
	s.tags.furniture(func() { s.centred(pageNoY, numbered, running) })
}

// banner is what the letter says of itself on every page. On the first it is content: a reader who hears the letter must hear it too.
func (s sheet) banner(n int) {
	set := func() { s.centred(bannerY, s.letter.Banner.Text(), banner) }
	if n == 1 {
		s.tags.mark(s.root.Add("P"), set)
		return
	}
	s.tags.furniture(set)
}

func (s sheet) centred(y float64, text string, look style) {
	s.write((pageWidth-s.width(text, look))/2, y, text, look)
}
