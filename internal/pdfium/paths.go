package pdfium

import (
	"math"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"imr"
	"imr/internal/pdf/layout"
)

const (
	maxCorners     = 400    // of a path; a drawing with more has no rules of a table
	maxPageCorners = 20_000 // of all paths of a page
)

// corner is a point of a path; starts tells that no line leads to it.
type corner struct {
	x, y   float64
	starts bool
}

// notePath notes the rectangles and the vertical lines of a path.
func (sh *sheet) notePath(ref references.FPDF_PAGEOBJECT, in space) {
	s := sh.s
	mode := ask(s, s.lib.FPDFPath_GetDrawMode, requests.FPDFPath_GetDrawMode{PageObject: ref})
	filled := mode.FillMode != enums.FPDF_FILLMODE_NONE
	fill := sh.fill(ref)
	if mode.Stroke || filled && !fill.like(white) {
		sh.drawn++
	}
	own := ask(s, s.lib.FPDFPageObj_GetMatrix, requests.FPDFPageObj_GetMatrix{PageObject: ref}).Matrix
	for _, part := range parts(sh.readCorners(ref, matrixOf(own).then(in.display))) {
		box, ok := rectangle(part)
		if filled && ok {
			sh.addRule(box)
			opaque := fill.known && fill.colour.A >= mostOpaque && !sh.transparent(ref)
			sh.addShape(shape{ref: ref, space: in, box: box, fill: fill, opaque: opaque})
		}
		if mode.Stroke {
			sh.addEdges(part)
		}
	}
}

// readCorners returns the points of a path on the displayed page, or none where it is curved or has too many.
func (sh *sheet) readCorners(ref references.FPDF_PAGEOBJECT, m matrix) []corner {
	s := sh.s
	n := ask(s, s.lib.FPDFPath_CountSegments, requests.FPDFPath_CountSegments{PageObject: ref}).Count
	if sh.corners += n; n > maxCorners || sh.corners > maxPageCorners {
		return nil
	}
	var out []corner
	for i := 0; i < n && s.err == nil; i++ {
		at := ask(s, s.lib.FPDFPath_GetPathSegment, requests.FPDFPath_GetPathSegment{PageObject: ref, Index: i}).PathSegment
		c, curved := s.corner(at, m)
		if curved {
			return nil
		}
		out = append(out, c)
	}
	return out
}

// corner reads one point of a path, and whether a curve leads to or past it.
func (s *session) corner(at references.FPDF_PATHSEGMENT, m matrix) (c corner, curved bool) {
	s.handles++
	kind := ask(s, s.lib.FPDFPathSegment_GetType, requests.FPDFPathSegment_GetType{PathSegment: at}).Type
	p := ask(s, s.lib.FPDFPathSegment_GetPoint, requests.FPDFPathSegment_GetPoint{PathSegment: at})
	x, y := m.apply(float64(p.X), float64(p.Y))
	return corner{x, y, kind == enums.FPDF_SEGMENT_MOVETO}, kind == enums.FPDF_SEGMENT_BEZIERTO
}

// parts cuts a path where it starts anew.
func parts(path []corner) [][]corner {
	var out [][]corner
	for i, c := range path {
		if i == 0 || c.starts {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], c)
	}
	return out
}

// rectangle recognises four corners joined by upright lines, closed or not.
func rectangle(c []corner) (imr.Box, bool) {
	const near = 0.01
	if n := len(c); n != 4 && (n != 5 || math.Hypot(c[4].x-c[0].x, c[4].y-c[0].y) > near) {
		return imr.Box{}, false
	}
	for i := range 4 {
		a, b := c[i], c[(i+1)%4]
		if math.Abs(a.x-b.x) > near && math.Abs(a.y-b.y) > near {
			return imr.Box{}, false
		}
	}
	return boxAround(c[0], c[2]), true
}

func boxAround(a, b corner) imr.Box {
	return imr.Box{min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y)}
}

func (sh *sheet) addEdges(part []corner) {
	for i := 1; i < len(part); i++ {
		sh.addRule(boxAround(part[i-1], part[i]))
	}
}

// addRule notes a thin upright area as a rule.
func (sh *sheet) addRule(b imr.Box) {
	const thin, short = 2.5, 5 // points
	if b[2]-b[0] <= thin && b[3]-b[1] >= short {
		sh.rules = append(sh.rules, layout.Rule{X: (b[0] + b[2]) / 2, Y0: b[1], Y1: b[3]})
	}
}
