package render

import (
	"strings"
	"sync"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"codeberg.org/go-fonts/liberation/liberationserifbold"
	"codeberg.org/go-fonts/liberation/liberationserifregular"
	"github.com/jung-kurt/gofpdf"
)

// face is one of the embedded fonts. Liberation Serif and Sans have the widths of Times New Roman and Arial.
type face struct{ family, style string }

var (
	serif     = face{"LiberationSerif", ""}
	serifBold = face{"LiberationSerif", "B"}
	sans      = face{"LiberationSans", ""}
	sansBold  = face{"LiberationSans", "B"}
)

var faces = []face{serif, serifBold, sans, sansBold}

// data is the font's file.
func (f face) data() []byte {
	switch f {
	case serifBold:
		return liberationserifbold.TTF
	case sans:
		return liberationsansregular.TTF
	case sansBold:
		return liberationsansbold.TTF
	}
	return liberationserifregular.TTF
}

// glyphsOfFaces reads once which characters the faces have.
var glyphsOfFaces = sync.OnceValues(func() (map[face]glyphs, error) {
	out := map[face]glyphs{}
	for _, f := range faces {
		g, err := readGlyphs(f.data())
		if err != nil {
			return nil, err
		}
		out[f] = g
	}
	return out, nil
})

// internalName is how gofpdf names the face inside a file.
func (f face) internalName() string { return "utf8" + strings.ToLower(f.family) + f.style }

func (f face) postScriptName() string {
	if f.style == "B" {
		return f.family + "-Bold"
	}
	return f.family
}

// look is a face, its size in points, and how dark it is from 0 (black) to 255.
type look struct {
	face face
	size float64
	grey int
}

// lookOf is how a style is set in a PDF. The table's 11 points are those of the public letters.
func lookOf(s style) look {
	switch s {
	case strong, heading:
		return look{serifBold, 12, 0}
	case mark:
		return look{serif, 8.5, 70}
	case small:
		return look{serif, 8.5, 0}
	case smallMark:
		return look{serif, 8.5, 70}
	case organization:
		return look{sansBold, 12, 0}
	case address:
		return look{sans, 8.5, 70}
	case label:
		return look{sansBold, 11, 0}
	case value:
		return look{sans, 11, 0}
	case banner:
		return look{sansBold, 8, 0}
	case running:
		return look{sans, 8, 70}
	}
	return look{serif, 12, 0}
}

// pen measures and writes text with the embedded fonts.
type pen struct {
	pdf    *gofpdf.Fpdf
	glyphs map[face]glyphs
	used   map[face]map[rune]bool // characters drawn so far
}

// newPen gives a PDF the fonts, with the glyphs of these characters.
func newPen(pdf *gofpdf.Fpdf, characters map[rune]bool) (*pen, error) {
	all, err := glyphsOfFaces()
	if err != nil {
		return nil, err
	}
	p := &pen{pdf: pdf, glyphs: map[face]glyphs{}, used: map[face]map[rune]bool{}}
	for _, f := range faces {
		p.glyphs[f] = all[f].only(characters)
		pdf.AddUTF8FontFromBytes(f.family, f.style, withMap(f.data(), p.glyphs[f]))
		p.used[f] = map[rune]bool{}
	}
	return p, pdf.Error()
}

func (p *pen) choose(s style) look {
	l := lookOf(s)
	p.pdf.SetFont(l.face.family, l.face.style, l.size)
	return l
}

// width is a text's width in points.
func (p *pen) width(text string, s style) float64 {
	l := p.choose(s)
	return p.pdf.GetStringWidth(p.glyphs[l.face].printable(text))
}

// write sets a text with its baseline at y.
func (p *pen) write(x, y float64, text string, s style) {
	l := p.choose(s)
	p.pdf.SetTextColor(l.grey, l.grey, l.grey)
	text = p.glyphs[l.face].printable(text)
	for _, r := range text {
		p.used[l.face][r] = true
	}
	p.pdf.Text(x, y, text)
}

// writeLine sets words from x on, those of one style in one stretch. Each stretch ends in a space, so that what follows it, there or on
// the next line, is a word of its own also for who reads the characters and not the page.
func (p *pen) writeLine(x, y float64, line []word) {
	for i := 0; i < len(line); {
		j := i + 1
		for j < len(line) && line[j].style == line[i].style {
			j++
		}
		if i > 0 {
			x += p.width(spaces(line[i].space), line[i].style)
		}
		text := joined(line[i:j])
		p.write(x, y, text+" ", line[i].style)
		x += p.width(text, line[i].style)
		i = j
	}
}
