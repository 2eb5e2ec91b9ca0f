package pdf

import (
	"math"

	"imr"
	"imr/internal/pdf/font"
	"imr/internal/pdf/object"
)

// paint is a colour, or something that is not one: a pattern, a picture.
type paint struct {
	r, g, b float64 // 0 to 1
	known   bool
}

var (
	black = paint{known: true}
	white = paint{1, 1, 1, true}
)

// like reports whether two colours cannot be told apart by eye. A paint that is not known is unlike all others.
func (p paint) like(q paint) bool {
	const same = 0.04
	return p.known && q.known && math.Abs(p.r-q.r) < same && math.Abs(p.g-q.g) < same && math.Abs(p.b-q.b) < same
}

// colorSpace is what the operands of a colour operator mean (8.6), as far as it matters here.
type colorSpace uint8

const (
	deviceSpace  colorSpace = iota // one, three or four operands: grey, RGB, CMYK
	tintSpace                      // one operand: 0 no ink, 1 full ink
	unknownSpace                   // patterns, indexed colours and others
)

// paintOf turns operands into a colour.
func (s colorSpace) paintOf(o []object.Token) paint {
	for _, t := range o {
		if t.Kind != object.Number {
			return paint{}
		}
	}
	switch {
	case s == unknownSpace:
		return paint{}
	case s == tintSpace && len(o) == 1:
		return paint{1 - o[0].Number, 1 - o[0].Number, 1 - o[0].Number, true}
	case len(o) == 1:
		return paint{o[0].Number, o[0].Number, o[0].Number, true}
	case len(o) == 3:
		return paint{o[0].Number, o[1].Number, o[2].Number, true}
	case len(o) == 4:
		k := 1 - o[3].Number
		return paint{(1 - o[0].Number) * k, (1 - o[1].Number) * k, (1 - o[2].Number) * k, true}
	}
	return paint{}
}

// spaceOf reads a colour space's name or array.
func spaceOf(name string, resources object.Value) colorSpace {
	if v := resources.Key("ColorSpace").Key(name); !v.IsNull() {
		name = v.Name()
		if v.Kind == object.Array {
			name = v.Index(0).Name()
		}
	}
	switch name {
	case "DeviceGray", "DeviceRGB", "DeviceCMYK", "CalGray", "CalRGB", "ICCBased", "G", "RGB", "CMYK":
		return deviceSpace
	case "Separation":
		return tintSpace
	}
	return unknownSpace
}

// graphics is the graphics state (8.4) as far as text needs it.
type graphics struct {
	ctm       matrix  // to the displayed page
	clip      imr.Box // around what can be painted, as displayed
	clipExact bool    // the clip is that box and nothing less
	space     colorSpace
	fill      paint
	alpha     float64
	blended   bool // what is painted lets through what lies under it

	font       *font.Font
	size       float64
	charSpace  float64
	wordSpace  float64
	stretch    float64 // horizontal scaling, 1 for 100%
	leading    float64
	rise       float64
	renderMode int
}

// opaque reports whether what is painted hides what lies under it.
func (g *graphics) opaque() bool { return g.alpha > 0.9 && !g.blended }
