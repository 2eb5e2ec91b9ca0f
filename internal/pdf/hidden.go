package pdf

import "imr"

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

// judge settles for each glyph whether it can be seen.
func (c *collector) judge() {
	for i := range c.glyphs {
		g := &c.glyphs[i]
		if g.mode == visible {
			g.mode = c.seen(g)
		}
	}
}

func (c *collector) seen(g *glyph) visibility {
	const smallest = 1 // point
	x, y := g.middle()
	if x < 0 || y < 0 || x > c.page[2] || y > c.page[3] {
		return cutAway
	}
	if g.size < smallest {
		return tooSmall
	}
	ground := white
	for i := range c.shapes {
		s := &c.shapes[i]
		if !contains(s.box, x, y) {
			continue
		}
		switch {
		case s.order < g.order && s.opaque:
			ground = s.fill
		case s.order < g.order:
			ground = paint{}
		case s.opaque && s.picture:
			return underPicture
		case s.opaque:
			return covered
		}
	}
	if g.fill.like(ground) {
		return sameColor
	}
	return visible
}

// middle returns a point in the middle of a small letter.
func (g *glyph) middle() (float64, float64) {
	const xHeight = 0.25 // half of a small letter's height, in ems
	x, y := g.x+g.dx/2, g.y+g.dy/2
	switch g.direction() {
	case rightwards:
		return x, y - xHeight*g.size
	case downwards:
		return x + xHeight*g.size, y
	case leftwards:
		return x, y + xHeight*g.size
	}
	return x - xHeight*g.size, y
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

// suspicious reports whether hidden glyphs are worth a flag: more than a word cut off at the page's edge.
func suspicious(hidden []glyph) bool {
	for _, g := range hidden {
		if g.mode != cutAway {
			return true
		}
	}
	return len(hidden) > fewLetters
}

// split parts the glyphs into those a person sees and those hidden, leaving out hidden white space. underScan counts the
// hidden ones that lie under a picture or are invisible, as a scan's text layer does.
func (c *collector) split() (seen, hidden []glyph, underScan int) {
	for _, g := range c.glyphs {
		switch {
		case g.mode == visible:
			seen = append(seen, g)
			continue
		case g.text == " ":
			continue
		case g.mode == drawnInvisible, g.mode == underPicture:
			underScan++
		}
		hidden = append(hidden, g)
	}
	return seen, hidden, underScan
}

// hiddenTextFlag tells that a page holds text that cannot be seen. The text itself only stands in the evidence.
func hiddenTextFlag(evidence imr.Evidence) imr.Flag {
	return imr.Flag{
		Code:     "hidden-text",
		Text:     "The page holds text that a person cannot see. It was not read as part of the record.",
		Evidence: []imr.Evidence{evidence},
	}
}

// attachmentFlag tells that a file carries other files.
func attachmentFlag(evidence imr.Evidence) imr.Flag {
	return imr.Flag{
		Code:     "attachment",
		Text:     "The file carries attached files, which were not read.",
		Evidence: []imr.Evidence{evidence},
	}
}
