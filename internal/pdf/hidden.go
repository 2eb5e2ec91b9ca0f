package pdf

import (
	"math"

	"imr"
	"imr/internal/pdf/layout"
)

// visibility says whether a person sees a glyph, and if not, why.
type visibility uint8

const (
	visible        visibility = iota
	drawnInvisible            // text render mode 3, or fully transparent
	inHiddenLayer             // of an optional content group that is off
	cutAway                   // outside the clip or the page
	tooSmall                  // under a point high
	sameColor                 // in the colour of what lies under it
	covered                   // by something painted later
	underPicture              // by a picture painted later
)

// judge settles for each glyph whether it can be seen. What there is no time to judge counts as not seen.
func (c *collector) judge() {
	c.grid.build(c.page, c.shapes)
	for i := range c.glyphs {
		g := &c.glyphs[i]
		switch {
		case g.mode != visible:
		case c.overworked():
			g.mode = cutAway
		default:
			g.mode = c.seen(g)
		}
	}
}

func (c *collector) seen(g *glyph) visibility {
	const smallest, largest, widest = 1, 5_000, 20_000 // points
	show := &c.shows[g.show]
	x, y := g.middle(show.size)
	if !contains(imr.Box{0, 0, c.page[2], c.page[3]}, x, y) { // also where a coordinate is no number
		return cutAway
	}
	if show.size < smallest {
		return tooSmall
	}
	if show.size > largest || math.Abs(g.dx)+math.Abs(g.dy) > widest {
		return cutAway
	}
	ground := white
	near := c.grid.at(x, y)
	c.steps += len(near)
	for _, i := range near {
		s := &c.shapes[i]
		if !contains(s.box, x, y) {
			continue
		}
		switch {
		case s.order < show.order && s.opaque:
			ground = s.fill
		case s.order < show.order:
			ground = paint{}
		case s.opaque && s.picture:
			return underPicture
		case s.opaque:
			return covered
		}
	}
	if show.fill.like(ground) {
		return sameColor
	}
	return visible
}

// middle returns a point in the middle of a small letter of a line of that height.
func (g *glyph) middle(size float64) (float64, float64) {
	const xHeight = 0.25 // half of a small letter's height, in ems
	x, y := g.x+g.dx/2, g.y+g.dy/2
	switch {
	case math.Abs(g.dx) >= math.Abs(g.dy) && g.dx >= 0:
		return x, y - xHeight*size
	case math.Abs(g.dx) >= math.Abs(g.dy):
		return x, y + xHeight*size
	case g.dy > 0:
		return x + xHeight*size, y
	}
	return x - xHeight*size, y
}

// pictureShare returns which part of the page pictures cover, at most 1.
func (c *collector) pictureShare() float64 {
	sum := 0.0
	for _, s := range c.shapes {
		if s.picture {
			sum += area(s.box)
		}
	}
	return min(1, sum/max(1, area(c.page)))
}

// fewLetters are so many as a word loses that runs over the page's edge.
const fewLetters = 3

// hiddenText are the glyphs of a page that a person cannot see, white space left out.
type hiddenText struct {
	glyphs    []glyph
	cut       int // of them, those outside the clip or the page
	underScan int // of them, those that are invisible or under a picture, as a scan's text layer is
}

// suspicious reports whether hidden glyphs are worth a flag: more than a word cut off at the page's edge.
func (h *hiddenText) suspicious() bool {
	return len(h.glyphs) > h.cut || len(h.glyphs) > fewLetters
}

// isScanLayer reports whether all that is hidden is what text recognition put under or over a scan.
func (h *hiddenText) isScanLayer() bool { return h.underScan == len(h.glyphs) }

// split puts the glyphs that a person sees on the page to be laid out, and returns the others.
func (c *collector) split(page *layout.Page) hiddenText {
	var hidden hiddenText
	for i := range c.glyphs {
		g := &c.glyphs[i]
		switch {
		case g.mode == visible:
			c.lay(page, g)
			continue
		case g.text == " ":
			continue
		case g.mode == cutAway:
			hidden.cut++
		case g.mode == drawnInvisible, g.mode == underPicture:
			hidden.underScan++
		}
		hidden.glyphs = append(hidden.glyphs, *g)
	}
	return hidden
}

// lay puts a glyph on a page to be laid out.
func (c *collector) lay(page *layout.Page, g *glyph) {
	show := &c.shows[g.show]
	page.Add(&layout.Glyph{Text: g.text, X: g.x, Y: g.y, DX: g.dx, DY: g.dy, Size: show.size, Field: show.field})
}

// HiddenTextFlag tells that a page holds text that cannot be seen. The text itself only stands in the evidence.
func HiddenTextFlag(evidence imr.Evidence) imr.Flag {
	return imr.Flag{
		Code:     "hidden-text",
		Text:     "The page holds text that a person cannot see. It was not read as part of the record.",
		Evidence: []imr.Evidence{evidence},
	}
}

// AttachmentFlag tells that a file carries other files.
func AttachmentFlag(evidence imr.Evidence) imr.Flag {
	return imr.Flag{
		Code:     "attachment",
		Text:     "The file carries attached files, which were not read.",
		Evidence: []imr.Evidence{evidence},
	}
}
