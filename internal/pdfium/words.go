package pdfium

import (
	"math"
	"strings"

	"imr"
	"imr/internal/pdf"
)

// direction is where text runs on the displayed page, in quarter turns clockwise.
type direction uint8

const (
	rightwards direction = iota
	downwards
	leftwards
	upwards
)

func (c character) direction() direction {
	switch {
	case math.Abs(c.dx) >= math.Abs(c.dy) && c.dx >= 0:
		return rightwards
	case math.Abs(c.dx) >= math.Abs(c.dy):
		return leftwards
	case c.dy > 0:
		return downwards
	}
	return upwards
}

// turn leads into a frame in which text of the direction runs to the right.
func (d direction) turn(x, y float64) (float64, float64) {
	switch d {
	case downwards:
		return y, -x
	case leftwards:
		return -x, -y
	case upwards:
		return -y, x
	}
	return x, y
}

// turnBack undoes turn for a box.
func (d direction) turnBack(b imr.Box) imr.Box {
	back := (4 - d) % 4
	x0, y0 := back.turn(b[0], b[1])
	x1, y1 := back.turn(b[2], b[3])
	return imr.Box{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}
}

// Gaps in ems that end a word: as package pdf has them.
const (
	wordGap      = 0.14
	drawnWordGap = 0.06 // with a drawn space; producers squeeze spaces to nothing where they kern
	backwards    = 0.5  // by so much a letter may start before the one before it; parts of a ligature start at one place
	raised       = 0.38 // by so much it may stand above or below
)

// wordBuilder puts characters together to words.
type wordBuilder struct {
	words []pdf.Word
	text  strings.Builder
	word  pdf.Word // the one being read, but for its text
	last  float64  // where its last letter starts
	space bool     // white space was drawn after it
}

func (b *wordBuilder) add(c character, d direction) {
	if strings.TrimSpace(c.text) == "" {
		b.space = b.space || c.text != ""
		return
	}
	x0, base := d.turn(c.x, c.y)
	x1, _ := d.turn(c.x+c.dx, c.y+c.dy)
	if b.text.Len() == 0 || b.ends(x0, base, c.size) {
		b.finish()
		b.word = pdf.Word{X0: x0, X1: x1, Baseline: base, Size: c.size}
	}
	if c.size > b.word.Size {
		b.word.Size, b.word.Baseline = c.size, base
	}
	b.word.X0, b.word.X1 = min(b.word.X0, x0), max(b.word.X1, x1)
	b.text.WriteString(strings.TrimSpace(c.text))
	b.last, b.space = x0, false
}

// ends reports whether a letter at that place starts a new word.
func (b *wordBuilder) ends(x0, base, size float64) bool {
	limit := wordGap
	if b.space {
		limit = drawnWordGap
	}
	larger, smaller := max(size, b.word.Size), min(size, b.word.Size)
	return x0-b.word.X1 > limit*smaller || x0 < b.last-backwards*larger || math.Abs(base-b.word.Baseline) > raised*larger
}

func (b *wordBuilder) finish() {
	if b.text.Len() == 0 {
		return
	}
	w := b.word
	w.Text, w.X0, w.X1, w.Baseline = b.text.String(), points(w.X0), points(w.X1), points(w.Baseline)
	b.words = append(b.words, w)
	b.text.Reset()
}

// words returns the words of one direction, in its frame.
func words(characters []character, d direction) []pdf.Word {
	var b wordBuilder
	for _, c := range characters {
		if c.direction() == d {
			b.add(c, d)
		}
	}
	b.finish()
	return b.words
}
