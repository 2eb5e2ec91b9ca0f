package pdf

import (
	"math"

	"github.com/ledongthuc/pdf"
)

// doText runs the operators of text state, position and showing (9.3, 9.4). It reports whether the operator is one.
func (in *interpreter) doText(op string, o []token) bool {
	g := &in.g
	switch op {
	case "BT":
		in.text, in.line = identity, identity
	case "ET":
	case "Tf":
		g.font, g.size = in.font(o[0].text), o[1].number
	case "Tc":
		g.charSpace = o[0].number
	case "Tw":
		g.wordSpace = o[0].number
	case "Tz":
		g.stretch = o[0].number / 100
	case "TL":
		g.leading = o[0].number
	case "Ts":
		g.rise = o[0].number
	case "Tr":
		g.renderMode = int(o[0].number)
	case "Tm":
		in.line = matrixFrom(o)
		in.text = in.line
	case "TD":
		g.leading = -o[1].number
		in.moveLine(o[0].number, o[1].number)
	case "Td":
		in.moveLine(o[0].number, o[1].number)
	case "T*":
		in.moveLine(0, -g.leading)
	case "Tj":
		in.show(o[0].text)
	case "TJ":
		in.showAll(o[0].items)
	case "'":
		in.moveLine(0, -g.leading)
		in.show(o[0].text)
	case "\"":
		g.wordSpace, g.charSpace = o[0].number, o[1].number
		in.moveLine(0, -g.leading)
		in.show(o[2].text)
	default:
		return false
	}
	return true
}

// font returns the font of a resource name. A name that is not there gives the standard font, as readers do.
func (in *interpreter) font(name string) *font {
	f, ok := in.fonts[name]
	if !ok {
		dict := key(key(in.resources, "Font"), name)
		if dict.IsNull() && in.c.inField {
			dict = key(key(key(key(in.c.doc.root, "AcroForm"), "DR"), "Font"), name)
		}
		f = in.c.doc.font(dict)
		in.fonts[name] = f
	}
	return f
}

func (in *interpreter) moveLine(x, y float64) {
	in.line = matrix{1, 0, 0, 1, x, y}.then(in.line)
	in.text = in.line
}

// showAll shows strings with adjustments between them, in thousandths of the font size.
func (in *interpreter) showAll(items []token) {
	for _, t := range items {
		switch t.kind {
		case stringToken:
			in.show(t.text)
		case numberToken:
			in.advance(-t.number / 1000 * in.g.size * in.g.stretch)
		}
	}
}

func (in *interpreter) advance(tx float64) {
	in.text[4] += tx * in.text[0]
	in.text[5] += tx * in.text[1]
}

// show adds the glyphs of a string and moves on behind them (9.4.4).
func (in *interpreter) show(s string) {
	g := &in.g
	if g.font == nil {
		g.font = in.c.doc.font(pdf.Value{})
	}
	in.c.order++
	mode, fill := in.renderVisibility(), g.fill
	fill.known = fill.known && g.renderMode%4 != 1 // outlines only: the fill colour does not show
	m := in.text.then(g.ctm)
	height := math.Hypot(m[2], m[3]) * math.Abs(g.size) * g.font.height
	for len(s) > 0 && len(in.c.glyphs) <= maxGlyphs {
		shape, length, space := g.font.next(s)
		s = s[length:]
		width := shape.width * g.size * g.stretch
		if shape.text != "" {
			m = in.text.then(g.ctm)
			x, y := m.apply(0, g.rise)
			in.c.glyphs = append(in.c.glyphs, glyph{text: shape.text, x: x, y: y, dx: m[0] * width, dy: m[1] * width, size: height,
				fill: fill, order: in.c.order, mode: in.clipped(x, y, m, width, mode), form: in.c.inField})
		}
		extra := g.charSpace
		if space {
			extra += g.wordSpace
		}
		in.advance(width + extra*g.stretch)
	}
}

// renderVisibility returns what the text state says of being seen.
func (in *interpreter) renderVisibility() visibility {
	const invisible, clipOnly = 3, 7
	switch {
	case in.inHiddenLayer():
		return inHiddenLayer
	case in.g.renderMode == invisible, in.g.renderMode == clipOnly, in.g.alpha == 0:
		return drawnInvisible
	}
	return visible
}

// clipped returns mode, or cutAway when the glyph's middle lies outside the clip.
func (in *interpreter) clipped(x, y float64, m matrix, width float64, mode visibility) visibility {
	if mode != visible {
		return mode
	}
	quarter := in.g.size / 4
	mx, my := x+m[0]*width/2+m[2]*quarter, y+m[1]*width/2+m[3]*quarter
	const slack = 1 // points; clips are often drawn tight
	c := in.g.clip
	if mx < c[0]-slack || mx > c[2]+slack || my < c[1]-slack || my > c[3]+slack {
		return cutAway
	}
	return visible
}
