package paper

import (
	"fmt"
	"strconv"
	"strings"

	"imr/internal/exam/styles"
	"imr/internal/records"
)

// Look is how a paper looks.
type Look struct {
	Font, Size, Header, Footer string
	Layout                     string // "plain", or one of a sheet's
}

func lookOf(s styles.Style) Look {
	l := Look{Font: s.Look["font"], Size: s.Look["size"], Header: s.Look["header"], Footer: s.Look["footer"], Layout: "plain"}
	if l.Font == "" {
		l.Font = "times"
	}
	if l.Size == "" {
		l.Size = "11"
	}
	return l
}

// points is the size of the type.
func (l Look) points() float64 {
	n, err := strconv.ParseFloat(l.Size, 64)
	if err != nil {
		return 11
	}
	return n
}

// File is one PDF of a case's folder.
type File struct {
	Name string
	PDF  []byte
}

// Draw makes the files of a case: all papers in one file, or a file each.
func (c Composed) Draw() ([]File, error) {
	if c.Files == 0 && len(c.Papers) > 0 {
		return drawAll("record.pdf", c.Papers)
	}
	var out []File
	for i, p := range c.Papers {
		files, err := drawAll(fmt.Sprintf("%02d %s.pdf", i+1, strings.ReplaceAll(p.Kind, "_", " ")), []Paper{p})
		if err != nil {
			return nil, err
		}
		out = append(out, files...)
	}
	return out, nil
}

// drawAll makes one file. A sheet draws it where any of its papers has a layout of its own.
func drawAll(name string, papers []Paper) ([]File, error) {
	draw := twin
	for _, p := range papers {
		if p.Look.Layout != "plain" {
			draw = drawn
		}
	}
	pdf, err := draw(papers)
	return []File{{name, pdf}}, err
}

// twin makes one PDF of papers in the markup of internal/records, each beginning on a page of its own.
func twin(papers []Paper) ([]byte, error) {
	var text strings.Builder
	for i, p := range papers {
		if i > 0 {
			text.WriteString("====\n")
		}
		fmt.Fprintf(&text, "@font %s\n@size %s\n@header %s\n@footer %s\n", p.Look.Font, p.Look.Size, p.Look.Header, p.Look.Footer)
		text.WriteString(Plain(p.Text) + "\n")
	}
	pdf, err := records.PDF(text.String())
	if err != nil {
		return nil, fmt.Errorf("a paper is no twin: %w\n%s", err, text.String())
	}
	return pdf, nil
}
