package pdf

import (
	"github.com/ledongthuc/pdf"

	"imr"
)

// Limits on one page. A dense page has some ten thousand glyphs and operators.
const (
	maxGlyphs    = 300_000
	maxOperators = 3_000_000
	maxShapes    = 20_000
	maxFormDepth = 12
)

// glyph is one character, or ligature, drawn on a page. Coordinates are those of the displayed page.
type glyph struct {
	text       string
	x, y       float64 // the start of its baseline
	dx, dy     float64 // from there to the baseline's end
	size       float64 // the height of its line in points
	fill       paint
	order      int // in which things were painted
	mode       visibility
	form       bool    // drawn by a form field
	whole      bool    // a word by itself, as another reader reports it
	confidence float64 // percent, of a word that another reader reports with one
}

// shape is something painted that covers what lies under it, or a picture.
type shape struct {
	box     imr.Box
	fill    paint
	order   int
	picture bool
	opaque  bool
}

// rule is a vertical line, as between a table's columns.
type rule struct{ x, y0, y1 float64 }

// collector gathers what one page draws.
type collector struct {
	doc       *document
	page      imr.Box // as displayed
	layers    layers
	glyphs    []glyph
	shapes    []shape
	rules     []rule
	drawn     int // strokes and fills, other than white ones
	order     int
	operators int
	forms     []string // the form XObjects being drawn, by printed form
	inField   bool
}

// exhausted reports whether the page draws more than is read.
func (c *collector) exhausted() bool {
	return c.operators > maxOperators || len(c.glyphs) > maxGlyphs
}

// drawPage draws a page's content streams.
func (c *collector) drawPage(p pageDict) {
	c.run(p.resources, pageContents(p.dict), c.initial(p.display()))
}

func (c *collector) initial(ctm matrix) graphics {
	return graphics{ctm: ctm, clip: c.page, clipExact: true, fill: black, alpha: 1, stretch: 1}
}

// pageContents returns a page's content; several streams count as one, with a space between them (7.8.2).
func pageContents(dict pdf.Value) []byte {
	v := key(dict, "Contents")
	if v.Kind() != pdf.Array {
		return contents(v)
	}
	var all []byte
	for i := 0; i < v.Len() && len(all) < maxStream; i++ {
		all = append(append(all, contents(index(v, i))...), '\n')
	}
	return all
}

// drawForm draws a form XObject (8.10), unless it is being drawn already.
func (c *collector) drawForm(form, resources pdf.Value, g graphics) {
	name := form.String()
	for _, f := range c.forms {
		if f == name {
			return
		}
	}
	if len(c.forms) >= maxFormDepth || c.exhausted() {
		return
	}
	c.forms = append(c.forms, name)
	defer func() { c.forms = c.forms[:len(c.forms)-1] }()
	g.ctm = matrixOf(key(form, "Matrix")).then(g.ctm)
	if box, ok := boxOf(key(form, "BBox")); ok {
		g.clipTo(g.ctm.box(box), g.ctm.upright())
	}
	if own := key(form, "Resources"); !own.IsNull() {
		resources = own
	}
	c.run(resources, contents(form), g)
}

func (g *graphics) clipTo(box imr.Box, exact bool) {
	g.clip = intersect(g.clip, box)
	g.clipExact = g.clipExact && exact
}

// run interprets a content stream.
func (c *collector) run(resources pdf.Value, data []byte, g graphics) {
	in := &interpreter{c: c, resources: resources, g: g, fonts: map[string]*font{}}
	in.run(data)
}

// paintShape notes a filled or drawn area.
func (c *collector) paintShape(box imr.Box, g *graphics, fill paint, picture, opaque bool) {
	c.order++
	if picture || !fill.like(white) {
		c.drawn++
	}
	visible := intersect(box, g.clip)
	if area(visible) <= 0 || len(c.shapes) >= maxShapes {
		return
	}
	opaque = opaque && g.clipExact && g.opaque()
	c.shapes = append(c.shapes, shape{box: visible, fill: fill, order: c.order, picture: picture, opaque: opaque})
}

// paintImage notes a picture that fills the unit square of the current space.
func (c *collector) paintImage(g *graphics, mask bool) {
	c.paintShape(g.ctm.box(imr.Box{0, 0, 1, 1}), g, paint{}, true, !mask && g.ctm.upright())
}
