package pdf

import (
	"math"

	"imr"
	"imr/internal/pdf/layout"
	"imr/internal/pdf/object"
)

// maxPath bounds the points of one path; longer ones are drawings, and their rest does not matter here.
const maxPath = 50_000

// path is the current path as displayed: rectangles and straight lines matter, curves only count.
type path struct {
	rects  []imr.Box
	lines  [][4]float64
	open   [][2]float64 // the current subpath's points
	curved bool
	clip   bool // W was given
	bounds imr.Box
	parts  int
}

// doPath runs the operators of path construction, painting and clipping (8.5). It reports whether the operator is one.
func (in *interpreter) doPath(op string, o []object.Token) bool {
	p := &in.path
	switch op {
	case "m":
		p.endSubpath()
		in.point(o[0], o[1])
	case "l":
		in.point(o[0], o[1])
	case "c", "v", "y":
		p.curved = true
		in.point(o[len(o)-2], o[len(o)-1])
	case "h":
		p.closeSubpath()
	case "re":
		p.endSubpath()
		in.rectangle(o)
	case "W", "W*":
		p.clip = true
	case "S":
		in.paintPath(false, true)
	case "s":
		p.closeSubpath()
		in.paintPath(false, true)
	case "f", "F", "f*":
		in.paintPath(true, false)
	case "B", "B*":
		in.paintPath(true, true)
	case "b", "b*":
		p.closeSubpath()
		in.paintPath(true, true)
	case "n":
		in.paintPath(false, false)
	default:
		return false
	}
	return true
}

func (in *interpreter) point(x, y object.Token) {
	p := &in.path
	dx, dy := in.g.ctm.apply(x.Number, y.Number)
	if len(p.open) < maxPath {
		p.open = append(p.open, [2]float64{dx, dy})
	}
	p.extend(imr.Box{dx, dy, dx, dy})
}

func (p *path) extend(b imr.Box) {
	if p.parts == 0 {
		p.bounds = b
	}
	p.bounds = p.bounds.Union(b)
	p.parts++
}

func (in *interpreter) rectangle(o []object.Token) {
	x, y := o[0].Number, o[1].Number
	box := in.g.ctm.box(imr.Box{x, y, x + o[2].Number, y + o[3].Number})
	if len(in.path.rects) < maxPath && in.g.ctm.upright() {
		in.path.rects = append(in.path.rects, box)
	} else {
		in.path.curved = true
	}
	in.path.extend(box)
}

func (p *path) closeSubpath() {
	if len(p.open) > 1 && len(p.open) < maxPath {
		p.open = append(p.open, p.open[0])
	}
	p.endSubpath()
}

// endSubpath keeps the subpath as a rectangle if it is one, or else its straight lines.
func (p *path) endSubpath() {
	if box, ok := rectangleOf(p.open); ok {
		p.rects = append(p.rects, box)
	} else {
		for i := 1; i < len(p.open) && len(p.lines) < maxPath; i++ {
			a, b := p.open[i-1], p.open[i]
			p.lines = append(p.lines, [4]float64{a[0], a[1], b[0], b[1]})
		}
		p.curved = p.curved || len(p.open) > 2
	}
	p.open = p.open[:0]
}

// rectangleOf recognises four corners joined by upright lines, closed or not.
func rectangleOf(points [][2]float64) (imr.Box, bool) {
	if n := len(points); n != 4 && n != 5 || n == 5 && points[4] != points[0] {
		return imr.Box{}, false
	}
	const small = 0.01
	for i := range 4 {
		a, b := points[i], points[(i+1)%4]
		if math.Abs(a[0]-b[0]) > small && math.Abs(a[1]-b[1]) > small {
			return imr.Box{}, false
		}
	}
	a, c := points[0], points[2]
	return imr.Box{min(a[0], c[0]), min(a[1], c[1]), max(a[0], c[0]), max(a[1], c[1])}, true
}

// paintPath fills, strokes or drops the path, and clips to it where W was given.
func (in *interpreter) paintPath(fill, stroke bool) {
	p := &in.path
	p.endSubpath()
	if in.inHiddenLayer() {
		fill, stroke = false, false
	}
	in.c.steps += len(p.rects) + len(p.lines)
	if fill {
		for _, box := range p.rects {
			in.c.addRule(box)
			in.c.paintShape(box, &in.g, in.g.fill, false, true)
		}
		if p.curved && !in.g.fill.like(white) {
			in.c.drawn++
		}
	}
	if stroke {
		in.strokePath()
	}
	if p.clip && p.parts > 0 {
		in.g.clipTo(p.bounds, len(p.rects) == 1 && len(p.lines) == 0 && !p.curved)
	}
	*p = path{rects: p.rects[:0], lines: p.lines[:0], open: p.open[:0]}
}

func (in *interpreter) strokePath() {
	in.c.drawn++
	for _, b := range in.path.rects {
		in.c.addRule(imr.Box{b[0], b[1], b[0], b[3]})
		in.c.addRule(imr.Box{b[2], b[1], b[2], b[3]})
	}
	for _, l := range in.path.lines {
		in.c.addRule(imr.Box{min(l[0], l[2]), min(l[1], l[3]), max(l[0], l[2]), max(l[1], l[3])})
	}
}

// addRule notes a thin upright area as a vertical rule.
func (c *collector) addRule(b imr.Box) {
	const thin, short = 2.5, 5
	if b[2]-b[0] <= thin && b[3]-b[1] >= short && len(c.rules) < maxRules {
		c.rules = append(c.rules, layout.Rule{X: (b[0] + b[2]) / 2, Y0: b[1], Y1: b[3]})
	}
}

// doColor runs the operators that set the fill colour (8.6.8). It reports whether the operator is one.
func (in *interpreter) doColor(op string, o []object.Token) bool {
	g := &in.g
	switch op {
	case "g", "rg", "k":
		g.space = deviceSpace
		g.fill = g.space.paintOf(o)
	case "cs":
		g.space = spaceOf(string(o[0].Text), in.resources)
		g.fill = black
		if g.space == unknownSpace {
			g.fill = paint{}
		}
	case "sc", "scn":
		g.fill = g.space.paintOf(o)
	case "sh":
		in.c.paintShape(g.clip, g, paint{}, false, true)
	default:
		return false
	}
	return true
}
