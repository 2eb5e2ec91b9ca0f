package golden

import (
	"fmt"
	"strconv"
	"strings"

	"imr"
)

// FormatRecord writes a record as text: files, pages, and a line for each cell with its box. ParseRecord reads it back.
func FormatRecord(r imr.Record) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "case %s\n", r.ID)
	for _, f := range r.Files {
		fmt.Fprintf(&b, "\nfile %s %s\n", f.SHA256, f.Name)
		for _, u := range f.Unread {
			fmt.Fprintf(&b, "unread %d %s\n", u.Page, u.Reason)
		}
		for _, g := range f.Flags {
			fmt.Fprintf(&b, "flag %s %s\n", g.Code, g.Text)
			for _, e := range g.Evidence {
				fmt.Fprintf(&b, "at %d %d %s %s\n", e.Page, e.Line, boxText(e.Box), e.Quote)
			}
		}
		for _, p := range f.Pages {
			fmt.Fprintf(&b, "page %d %s %s %s\n", p.Number, number(p.Width), number(p.Height), p.How)
			if p.Reader != "" {
				fmt.Fprintf(&b, "by %s\n", p.Reader)
			}
			for _, l := range p.Lines {
				for i, c := range l.Cells {
					box := c.Box
					fmt.Fprintf(&b, "%s %s %s %s\n", mark(i, l.Number), boxText(&box), dash(c.How), c.Text)
				}
			}
		}
	}
	return []byte(b.String())
}

// mark is the number of the line before its first cell, and a + before the others.
func mark(cell, line int) string {
	if cell == 0 {
		return strconv.Itoa(line)
	}
	return "+"
}

func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

func boxText(b *imr.Box) string {
	if b == nil {
		return "-"
	}
	return number(b[0]) + "," + number(b[1]) + "," + number(b[2]) + "," + number(b[3])
}

// ParseRecord reads what FormatRecord wrote.
func ParseRecord(text []byte) (imr.Record, error) {
	p := recordParser{}
	for i, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
		if line == "" {
			continue
		}
		word, rest, _ := strings.Cut(line, " ")
		if err := p.take(word, rest); err != nil {
			return p.r, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	return p.r, nil
}

type recordParser struct{ r imr.Record }

func (p *recordParser) file() *imr.RecordFile { return &p.r.Files[len(p.r.Files)-1] }

func (p *recordParser) take(word, rest string) error {
	switch word {
	case "case":
		p.r.ID = rest
	case "file":
		sum, name, _ := strings.Cut(rest, " ")
		p.r.Files = append(p.r.Files, imr.RecordFile{Name: name, SHA256: sum})
	case "unread":
		n, reason, _ := strings.Cut(rest, " ")
		page, err := strconv.Atoi(n)
		p.file().Unread = append(p.file().Unread, imr.Unread{Page: page, Reason: reason})
		return err
	case "flag":
		code, text, _ := strings.Cut(rest, " ")
		p.file().Flags = append(p.file().Flags, imr.Flag{Code: code, Text: text})
	case "at":
		return p.flagPlace(rest)
	case "page":
		return p.page(rest)
	case "by":
		pages := p.file().Pages
		pages[len(pages)-1].Reader = rest
	default:
		return p.cell(word, rest)
	}
	return nil
}

func (p *recordParser) flagPlace(rest string) error {
	f := strings.SplitN(rest, " ", 4)
	e := imr.Evidence{File: p.file().Name, SHA256: p.file().SHA256, Quote: f[3], How: "text"}
	var err error
	if e.Page, err = strconv.Atoi(f[0]); err != nil {
		return err
	}
	if e.Line, err = strconv.Atoi(f[1]); err != nil {
		return err
	}
	if f[2] != "-" {
		box, err := parseBox(f[2])
		if err != nil {
			return err
		}
		e.Box = &box
	}
	flags := p.file().Flags
	flags[len(flags)-1].Evidence = append(flags[len(flags)-1].Evidence, e)
	return nil
}

func (p *recordParser) page(rest string) error {
	var page imr.Page
	f := strings.SplitN(rest, " ", 4)
	if _, err := fmt.Sscan(f[0]+" "+f[1]+" "+f[2], &page.Number, &page.Width, &page.Height); err != nil {
		return err
	}
	page.How = f[3]
	p.file().Pages = append(p.file().Pages, page)
	return nil
}

func (p *recordParser) cell(word, rest string) error {
	pages := p.file().Pages
	page := &pages[len(pages)-1]
	f := strings.SplitN(rest, " ", 3)
	box, err := parseBox(f[0])
	if err != nil {
		return err
	}
	c := imr.Cell{Text: f[2], Box: box, How: strings.TrimPrefix(f[1], "-")}
	if word == "+" {
		l := &page.Lines[len(page.Lines)-1]
		l.Cells = append(l.Cells, c)
		return nil
	}
	n, err := strconv.Atoi(word)
	page.Lines = append(page.Lines, imr.Line{Number: n, Cells: []imr.Cell{c}})
	return err
}

func parseBox(s string) (imr.Box, error) {
	var b imr.Box
	for i, part := range strings.SplitN(s, ",", 4) {
		f, err := strconv.ParseFloat(part, 64)
		if err != nil {
			return b, err
		}
		b[i] = f
	}
	return b, nil
}
