package pdf

import (
	"slices"

	"imr"
	"imr/internal/pdf/font"
	"imr/internal/pdf/layout"
	"imr/internal/pdf/object"
)

// Limits on one page. A dense page has some ten thousand glyphs and operators.
const (
	maxGlyphs    = 150_000
	maxShapes    = 20_000
	maxRules     = 10_000
	maxFormDepth = 12
	maxContents  = 64 << 20 // bytes of content streams
)

// Limits on work, in steps of a few nanoseconds: a page has less than a million, and a file of 2,000 pages less than a billion. A page
// that takes more is not read to its end, and what follows in a file that takes more is not read.
const (
	maxPageSteps  = 1_000_000_000
	maxFileSteps  = 10_000_000_000
	operatorSteps = 64    // of one operator, and of one glyph
	formSteps     = 4_000 // of one form XObject, beside its operators
)

// glyph is one character, or ligature, drawn on a page. Coordinates are those of the displayed page.
type glyph struct {
	text   string
	x, y   float64 // the start of its baseline
	dx, dy float64 // from there to the baseline's end
	show   int32   // which of the collector's shows drew it
	mode   visibility
}

// show is what the glyphs have in common that one operator draws.
type show struct {
	size  float64 // the height of their line in points
	fill  paint
	order int   // in which things were painted
	field int32 // as in layout.Glyph
}

// shape is something painted that covers what lies under it, or a picture.
type shape struct {
	box     imr.Box
	fill    paint
	order   int
	picture bool
	opaque  bool
}

// collector gathers what one page draws. It is used for page after page, which saves memory.
type collector struct {
	doc     *document
	page    imr.Box // as displayed
	layers  layers
	glyphs  []glyph
	shows   []show
	shapes  []shape
	rules   []layout.Rule
	grid    grid
	drawn   int // strokes and fills, other than white ones
	order   int
	steps   int         // of work on this page
	spent   int         // of work on the pages before
	damaged bool        // some of the page's content cannot be unpacked
	forms   []object.ID // the form XObjects being drawn
	field   int32       // the form field being drawn, or 0
	fields  int32       // met on the page so far
}

// exhausted reports whether the page, or the file up to here, draws more than is read.
func (c *collector) exhausted() bool {
	return c.overworked() || len(c.glyphs) > maxGlyphs || c.doc.file.Exhausted()
}

// overworked reports whether the page, or the file up to here, takes more work than is spent on it.
func (c *collector) overworked() bool {
	return c.steps > maxPageSteps || c.spent+c.steps > maxFileSteps
}

// begin empties the collector for a page of that size.
func (c *collector) begin(width, height float64) {
	*c = collector{doc: c.doc, layers: c.layers, spent: c.spent + c.steps, page: imr.Box{0, 0, width, height},
		glyphs: c.glyphs[:0], shows: c.shows[:0], shapes: c.shapes[:0], rules: c.rules[:0], grid: c.grid}
}

// startShow notes what the glyphs drawn next have in common, and returns its place.
func (c *collector) startShow(size float64, fill paint) int32 {
	c.order++
	c.shows = append(c.shows, show{size: size, fill: fill, order: c.order, field: c.field})
	return int32(len(c.shows) - 1)
}

// drawPage draws a page's content streams.
func (c *collector) drawPage(p pageDict) {
	if c.exhausted() {
		return
	}
	data, whole := pageContents(p.dict)
	c.damaged = !whole
	c.run(p.resources, data, c.initial(p.display()))
}

func (c *collector) initial(ctm matrix) graphics {
	return graphics{ctm: ctm, clip: c.page, clipExact: true, fill: black, alpha: 1, stretch: 1}
}

// pageContents returns a page's content; several streams count as one, with a space between them (7.8.2). It reports whether that is all
// of it.
func pageContents(dict object.Value) (all []byte, whole bool) {
	v := dict.Key("Contents")
	if v.Kind != object.Array {
		all, whole = v.Unpack()
		return all, whole || !dict.Has("Contents")
	}
	whole = true
	for i := 0; i < v.Len() && len(all) < maxContents; i++ {
		data, good := v.Index(i).Unpack()
		all, whole = append(append(all, data...), '\n'), whole && good
	}
	return all, whole
}

// drawForm draws a form XObject (8.10), unless it is being drawn already.
func (c *collector) drawForm(form, resources object.Value, g graphics) {
	id := form.ID()
	if slices.Contains(c.forms, id) || len(c.forms) >= maxFormDepth || c.exhausted() {
		return
	}
	c.forms = append(c.forms, id)
	defer func() { c.forms = c.forms[:len(c.forms)-1] }()
	g.ctm = matrixOf(form.Key("Matrix")).then(g.ctm)
	if box, ok := boxOf(form.Key("BBox")); ok {
		g.clipTo(g.ctm.box(box), g.ctm.upright())
	}
	if own := form.Key("Resources"); !own.IsNull() {
		resources = own
	}
	c.steps += formSteps
	data, whole := form.Unpack()
	c.damaged = c.damaged || !whole
	c.run(resources, data, g)
}

func (g *graphics) clipTo(box imr.Box, exact bool) {
	g.clip = intersect(g.clip, box)
	g.clipExact = g.clipExact && exact
}

// run interprets a content stream.
func (c *collector) run(resources object.Value, data []byte, g graphics) {
	in := &interpreter{c: c, resources: resources, g: g, fonts: map[string]*font.Font{}}
	in.run(data)
}

// paintShape notes a filled or drawn area.
func (c *collector) paintShape(box imr.Box, g *graphics, fill paint, picture, opaque bool) {
	c.order++
	if picture || !fill.like(white) {
		c.drawn++
	}
	visible := intersect(box, g.clip)
	if !(area(visible) > 0) || len(c.shapes) >= maxShapes {
		return
	}
	opaque = opaque && g.clipExact && g.opaque()
	c.shapes = append(c.shapes, shape{box: visible, fill: fill, order: c.order, picture: picture, opaque: opaque})
}

// paintImage notes a picture that fills the unit square of the current space.
func (c *collector) paintImage(g *graphics, mask bool) {
	c.paintShape(g.ctm.box(imr.Box{0, 0, 1, 1}), g, paint{}, true, !mask && g.ctm.upright())
}
