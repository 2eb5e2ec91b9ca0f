package pdfium

import (
	"math"

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

// spaceAfter is a narrow place where the character ends: how wide a drawn space is tells nothing.
func (c character) spaceAfter() character {
	const narrow = 0.1
	c.x, c.y, c.dx, c.dy = c.x+c.dx, c.y+c.dy, narrow*c.dx, narrow*c.dy
	return c
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
	switch {
	case math.Abs(c.dx) >= math.Abs(c.dy) && c.dx >= 0:
		return x, y - xHeight*c.size
	case math.Abs(c.dx) >= math.Abs(c.dy):
		return x, y + xHeight*c.size
	case c.dy > 0:
		return x + xHeight*c.size, y
	}
	return x - xHeight*c.size, y
}
