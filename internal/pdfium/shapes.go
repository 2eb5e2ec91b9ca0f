package pdfium

import (
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"imr"
)

const (
	maxClips   = 20
	tinyImage  = 64  // pixels, too few to show anything: such an image is a plain area in some producers' files
	mostOpaque = 230 // of 255, from which on what lies under a fill does not show
)

// shape is something painted that covers what lies under it, or a picture.
type shape struct {
	ref     references.FPDF_PAGEOBJECT
	space   space
	box     imr.Box
	fill    paint
	order   int // in which things are painted
	image   bool
	picture bool // an image that shows something
	opaque  bool
	clipped bool // what clips it has been asked for
	tried   bool // an image has been drawn to see if it is opaque
}

func (sh *sheet) noteImage(ref references.FPDF_PAGEOBJECT, in space) {
	sh.drawn++
	size := ask(sh.s, sh.s.lib.FPDFImageObj_GetImagePixelSize, requests.FPDFImageObj_GetImagePixelSize{ImageObject: ref})
	a := shape{ref: ref, space: in, box: sh.bounds(ref, in), image: true, picture: size.Width*size.Height > tinyImage, opaque: !sh.transparent(ref)}
	sh.settle(&a)
	sh.addShape(a)
}

func (sh *sheet) transparent(ref references.FPDF_PAGEOBJECT) bool {
	return ask(sh.s, sh.s.lib.FPDFPageObj_HasTransparency, requests.FPDFPageObj_HasTransparency{PageObject: ref}).HasTransparency
}

// addShape keeps a shape as far as the page shows it.
func (sh *sheet) addShape(a shape) {
	a.box, a.order = intersect(a.box, a.space.clip), sh.objects
	if area(a.box) > 0 {
		sh.shapes = append(sh.shapes, a)
	}
}

// settle narrows a shape to what is painted of it. That takes calls to the library, so it is done for pictures, whose area counts, and
// for what lies where text is.
func (sh *sheet) settle(a *shape) {
	if a.clipped {
		return
	}
	box, solid := sh.clip(a.ref, a.space)
	a.clipped, a.box, a.opaque = true, intersect(a.box, box), a.opaque && solid
}

// clip returns the box around what can be painted of an object, and whether that is all of the box.
func (sh *sheet) clip(ref references.FPDF_PAGEOBJECT, in space) (box imr.Box, solid bool) {
	s := sh.s
	s.handles++
	box, solid = in.clip, in.solid
	path := ask(s, s.lib.FPDFPageObj_GetClipPath, requests.FPDFPageObj_GetClipPath{PageObject: ref}).ClipPath
	n, ok := try(s, s.lib.FPDFClipPath_CountPaths, requests.FPDFClipPath_CountPaths{ClipPath: path})
	for i := 0; ok && i < n.Count; i++ {
		corners, curved := sh.clipCorners(path, i, in.display)
		around, exact := rectangle(corners)
		if solid = solid && exact && !curved; !exact && len(corners) > 0 {
			around = boxAround(corners[0], corners[0])
			for _, c := range corners {
				around = around.Union(boxAround(c, c))
			}
		}
		if len(corners) > 0 {
			box = intersect(box, around)
		}
	}
	return box, solid
}

// clipCorners returns the points of one of an object's clips: none where it has too many.
func (sh *sheet) clipCorners(path references.FPDF_CLIPPATH, i int, m matrix) (corners []corner, curved bool) {
	s := sh.s
	n := ask(s, s.lib.FPDFClipPath_CountPathSegments, requests.FPDFClipPath_CountPathSegments{ClipPath: path, PathIndex: i}).Count
	if n > maxCorners || i >= maxClips {
		return nil, true
	}
	for j := 0; j < n && s.err == nil; j++ {
		at := ask(s, s.lib.FPDFClipPath_GetPathSegment, requests.FPDFClipPath_GetPathSegment{ClipPath: path, PathIndex: i, SegmentIndex: j}).PathSegment
		c, bent := s.corner(at, m)
		corners, curved = append(corners, c), curved || bent
	}
	return corners, curved
}
