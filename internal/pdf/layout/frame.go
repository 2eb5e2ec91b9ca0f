package layout

import (
	"math"

	"imr"
)

// frame is a way of looking at the page in which some of its text runs to the right and lines follow downwards.
type frame struct {
	angle    int // of the text, in degrees clockwise from rightwards
	cos, sin float64
	letters  []letter
}

// letter is a glyph in its frame.
type letter struct {
	text       string
	x0, x1     float64
	base       float64 // the baseline
	size       float64
	confidence float64
	spaces     int // white space drawn before it
	field      int32
	whole      bool
}

// slant is how far, in degrees, text may stray from a quarter turn, as in a page that was scanned askew, and still belong to it.
const slant = 15

// angleOf returns the direction of a glyph's baseline in degrees; quarter turns unless it slants.
func angleOf(g *Glyph) int {
	if g.DY == 0 && g.DX >= 0 { // nearly always
		return 0
	}
	degrees := math.Atan2(g.DY, g.DX) * 180 / math.Pi
	quarter := math.Round(degrees/90) * 90
	if math.Abs(degrees-quarter) > slant {
		quarter = math.Round(degrees)
	}
	return (int(quarter) + 360) % 360
}

// frameOf returns the frame to which a glyph belongs.
func (p *Page) frameOf(g *Glyph) *frame {
	angle := angleOf(g)
	for _, f := range p.frames {
		if f.angle == angle {
			return f
		}
	}
	f := newFrame(angle)
	p.frames = append(p.frames, f)
	return f
}

func newFrame(angle int) *frame {
	f := &frame{angle: angle}
	switch angle { // exactly, so that coordinates stay what they were
	case 0:
		f.cos = 1
	case 90:
		f.sin = 1
	case 180:
		f.cos = -1
	case 270:
		f.sin = -1
	default:
		f.sin, f.cos = math.Sincos(float64(angle) * math.Pi / 180)
	}
	return f
}

func (f *frame) turn(x, y float64) (float64, float64) {
	if f.angle == 0 {
		return x, y
	}
	return x*f.cos + y*f.sin, y*f.cos - x*f.sin
}

// turnBack returns the upright box around a box of the frame.
func (f *frame) turnBack(b imr.Box) imr.Box {
	if f.angle == 0 {
		return b
	}
	var out imr.Box
	for i, corner := range [4][2]float64{{b[0], b[1]}, {b[2], b[3]}, {b[0], b[3]}, {b[2], b[1]}} {
		x, y := corner[0]*f.cos-corner[1]*f.sin, corner[0]*f.sin+corner[1]*f.cos
		if i == 0 {
			out = imr.Box{x, y, x, y}
		}
		out = out.Union(imr.Box{x, y, x, y})
	}
	return out
}
