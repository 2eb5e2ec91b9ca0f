package paper

import (
	"fmt"
	"strings"

	"imr/internal/exam/styles"
	"imr/internal/records"
)

// Look is how a style's papers look.
type Look struct{ Font, Size, Header, Footer string }

func lookOf(s styles.Style) Look {
	l := Look{Font: s.Look["font"], Size: s.Look["size"], Header: s.Look["header"], Footer: s.Look["footer"]}
	if l.Font == "" {
		l.Font = "times"
	}
	if l.Size == "" {
		l.Size = "11"
	}
	return l
}

// File is one PDF of a case's folder.
type File struct {
	Name string
	PDF  []byte
}

// Draw makes the files of a case: all papers in one file, or a file each.
func (c Composed) Draw() ([]File, error) {
	if c.Files == 0 {
		pdf, err := draw(c.Papers)
		return []File{{"record.pdf", pdf}}, err
	}
	var out []File
	for i, p := range c.Papers {
		pdf, err := draw([]Paper{p})
		if err != nil {
			return nil, err
		}
		out = append(out, File{fmt.Sprintf("%02d %s.pdf", i+1, strings.ReplaceAll(p.Kind, "_", " ")), pdf})
	}
	return out, nil
}

// draw makes one PDF of papers, each beginning on a page of its own.
func draw(papers []Paper) ([]byte, error) {
	var twin strings.Builder
	for i, p := range papers {
		if i > 0 {
			twin.WriteString("====\n")
		}
		fmt.Fprintf(&twin, "@font %s\n@size %s\n@header %s\n@footer %s\n", p.Look.Font, p.Look.Size, p.Look.Header, p.Look.Footer)
		twin.WriteString(Plain(p.Text) + "\n")
	}
	pdf, err := records.PDF(twin.String())
	if err != nil {
		return nil, fmt.Errorf("%w\n%s", err, twin.String())
	}
	return pdf, nil
}
