package pdf

import (
	"math"

	"imr/internal/pdf/font"
	"imr/internal/pdf/object"
)

// doText runs the operators of text state, position and showing (9.3, 9.4). It reports whether the operator is one.
func (in *interpreter) doText(op string, o []object.Token) bool {
	g := &in.g
	switch op {
	case "BT":
		in.text, in.line = identity, identity
	case "ET":
	case "Tf":
		g.font, g.size = in.font(o[0].Text), o[1].Number
	case "Tc":
		g.charSpace = o[0].Number
	case "Tw":
		g.wordSpace = o[0].Number
	case "Tz":
		g.stretch = o[0].Number / 100
	case "TL":
		g.leading = o[0].Number
	case "Ts":
		g.rise = o[0].Number
	case "Tr":
		g.renderMode = int(o[0].Number)
	case "Tm":
		in.line = matrixFrom(o)
		in.text = in.line
	case "TD":
		g.leading = -o[1].Number
		in.moveLine(o[0].Number, o[1].Number)
	case "Td":
		in.moveLine(o[0].Number, o[1].Number)
	case "T*":
		in.moveLine(0, -g.leading)
	case "Tj":
		in.show(o[0].Text)
	case "TJ":
		in.showAll(o[0].Items)
	case "'":
		in.moveLine(0, -g.leading)
		in.show(o[0].Text)
	case "\"":
		g.wordSpace, g.charSpace = o[0].Number, o[1].Number
		in.moveLine(0, -g.leading)
		in.show(o[2].Text)
	default:
		return false
	}
	return true
}

// font returns the font of a resource name. A name that is not there gives the standard font, as readers do.
func (in *interpreter) font(name []byte) *font.Font {
	f, ok := in.fonts[string(name)]
	if !ok {
		dict := in.resources.Key("Font").Key(string(name))
		if dict.IsNull() && in.c.field > 0 {
			dict = in.c.doc.root.Key("AcroForm").Key("DR").Key("Font").Key(string(name))
		}
		f = in.c.doc.font(dict)
		in.fonts[string(name)] = f
	}
	return f
}

func (in *interpreter) moveLine(x, y float64) {
	in.line = matrix{1, 0, 0, 1, x, y}.then(in.line)
	in.text = in.line
}

// showAll shows strings with adjustments between them, in thousandths of the font size.
func (in *interpreter) showAll(items []object.Token) {
	for _, t := range items {
		switch t.Kind {
		case object.String:
			in.show(t.Text)
		case object.Number:
			in.advance(-t.Number / 1000 * in.g.size)
		}
	}
}

// advance moves on along the text, by units of text space before horizontal scaling.
func (in *interpreter) advance(by float64) {
	if in.vertical() {
		in.text[4] += by * in.text[2]
		in.text[5] += by * in.text[3]
		return
	}
	by *= in.g.stretch
	in.text[4] += by * in.text[0]
	in.text[5] += by * in.text[1]
}

// vertical reports whether glyphs follow one another downwards.
func (in *interpreter) vertical() bool { return in.g.font != nil && in.g.font.Vertical }

// show adds the glyphs of a string and moves on behind them (9.4.4).
func (in *interpreter) show(s []byte) {
	g := &in.g
	if g.font == nil {
		g.font = in.c.doc.font(object.Value{})
	}
	mode, fill := in.renderVisibility(), g.fill
	fill.known = fill.known && g.renderMode%4 != 1 // outlines only: the fill colour does not show
	m := in.text.then(g.ctm)
	in.c.steps += operatorSteps * len(s)
	show := in.c.startShow(math.Hypot(m[2], m[3])*math.Abs(g.size)*g.font.Height, fill)
	for len(s) > 0 && len(in.c.glyphs) <= maxGlyphs {
		shape, length, space := g.font.Next(s)
		s = s[length:]
		extra := g.charSpace
		if space {
			extra += g.wordSpace
		}
		forward := shape.Width*g.size + extra
		switch {
		case g.font.Vertical && shape.Text != "":
			in.placeBelow(shape.Text, &m, show, mode)
			fallthrough
		case g.font.Vertical:
			forward = extra - g.size
		case shape.Text != "":
			in.place(shape.Text, shape.Width*g.size*g.stretch, &m, show, mode)
		}
		in.advance(forward)
	}
}

// place adds a glyph of that width at the current point.
func (in *interpreter) place(text string, width float64, m *matrix, show int32, mode visibility) {
	m[4], m[5] = in.g.ctm.apply(in.text[4], in.text[5])
	x, y := m.apply(0, in.g.rise)
	in.c.glyphs = append(in.c.glyphs, glyph{text: text, x: x, y: y, dx: m[0] * width, dy: m[1] * width, show: show, mode: in.clipped(x, y, m, width, mode)})
}

// placeBelow adds a glyph of vertical writing (9.7.4.3), one em high. Its line runs downwards through the left of its middle, so that the
// box around it, which reaches further to the right of such a line, is in the middle.
func (in *interpreter) placeBelow(text string, m *matrix, show int32, mode visibility) {
	const left = 0.27 // ems
	m[4], m[5] = in.g.ctm.apply(in.text[4], in.text[5])
	x, y := m.apply(-left*in.g.size, 0)
	in.c.glyphs = append(in.c.glyphs, glyph{text: text, x: x, y: y, dx: -m[2] * in.g.size, dy: -m[3] * in.g.size, show: show, mode: in.clipped(x, y, m, 0, mode)})
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
func (in *interpreter) clipped(x, y float64, m *matrix, width float64, mode visibility) visibility {
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
