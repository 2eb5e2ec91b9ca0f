package pdfium

import (
	"math"
	"strings"

	"imr"
)

const (
	smallest = 1 // point, under which nothing can be read
	tallest  = 4 // ems from the deepest to the highest of a font's letters
)

// character is one character drawn on a page. Coordinates are those of the displayed page.
type character struct {
	text   string
	x, y   float64 // the start of its baseline
	dx, dy float64 // from there to the baseline's end
	size   float64 // of the font, in points
}

// reach stretches the character to the side of its box to which its text runs, which is that of x and y. The box is as wide as the
// font says the character is, and as high as the highest and the deepest of its characters.
func (c *character) reach(box imr.Box, x, y float64) {
	height := box[3] - box[1]
	switch {
	case math.Abs(x) >= math.Abs(y) && x >= 0:
		c.dx = box[2] - c.x
	case math.Abs(x) >= math.Abs(y):
		c.dx = box[0] - c.x
	case y > 0:
		c.dy, height = box[3]-c.y, box[2]-box[0]
	default:
		c.dy, height = box[1]-c.y, box[2]-box[0]
	}
	if height > tallest*c.size { // fonts of drawings may count in other units
		c.size = height
	}
}

func (sh *sheet) visibility(c character) visibility {
	switch x, y := c.middle(); {
	case x < 0 || y < 0 || x > sh.width || y > sh.height:
		return cutAway
	case c.size < smallest:
		return tooSmall
	}
	return visible
}

// middle returns a point in the middle of a small letter.
func (c character) middle() (x, y float64) {
	const xHeight = 0.25 // half of a small letter's height, in ems
	x, y = c.x+c.dx/2, c.y+c.dy/2
	switch c.direction() {
	case rightwards:
		return x, y - xHeight*c.size
	case downwards:
		return x + xHeight*c.size, y
	case leftwards:
		return x, y + xHeight*c.size
	}
	return x - xHeight*c.size, y
}

var plainText = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st",
	"\u00AD", "", "\u00A0", " ", "\u2007", " ", "\u202F", " ", "\u2009", " ", "\u200A", " ", "\u2002", " ", "\u2003", " ", "\u3000", " ",
	"\u200B", "", "\u200C", "", "\u200D", "", "\uFEFF", "", "\t", " ", "\n", " ", "\r", " ", "\x00", "")

// plain takes ligatures apart, drops soft hyphens and zero-width characters, and makes every space a plain one.
func plain(s string) string { return plainText.Replace(s) }
