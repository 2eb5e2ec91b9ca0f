package ocr

import (
	"image"
	"slices"
)

// Sizes of specks, in inches. A full stop of 8 points is 0.011 wide; a decimal point must never be taken for dirt.
const (
	largestSpeck = 0.025
	nearLetter   = 0.05   // dirt this near to a letter may be a part of it
	dirtyPage    = 1.0    // specks a square inch, away from letters: from there on small ones beside letters go too
	mostlySmall  = 0.9    // share of the specks by which their usual size is taken
	largestNear  = 1.2e-4 // square inches; never more than this beside a letter
)

// despeck paints over the dirt of a page: ink smaller than a letter and away from letters. On a dirty page what is as small as the dirt
// elsewhere goes beside letters too.
func despeck(img *image.Gray, dpi float64) {
	m := inkOf(img, middle)
	var specks, others []blob
	for _, b := range m.blobs() {
		if float64(max(b.box.Dx(), b.box.Dy())) <= largestSpeck*dpi {
			specks = append(specks, b)
		} else {
			others = append(others, b)
		}
	}
	apart, near := newGrid(m, others, max(1, int(nearLetter*dpi))).sort(specks)
	limit := usualSpeck(apart, float64(m.w*m.h)/(dpi*dpi), dpi)
	near = slices.DeleteFunc(near, func(b blob) bool { return b.area > limit })
	for _, b := range append(apart, near...) {
		wipe(img, b.box)
	}
}

// usualSpeck returns the area that most of a dirty page's specks have at most, in pixels; 0 on a clean page.
func usualSpeck(apart []blob, inches, dpi float64) int {
	if float64(len(apart)) < dirtyPage*inches {
		return 0
	}
	var areas []int
	for _, b := range apart {
		areas = append(areas, b.area)
	}
	slices.Sort(areas)
	return min(areas[int(float64(len(areas)-1)*mostlySmall)], int(largestNear*dpi*dpi))
}

// grid tells in which squares of a page letters stand; it has a square more on each side.
type grid struct {
	w, square int
	full      []bool
}

func newGrid(m ink, letters []blob, square int) grid {
	g := grid{w: m.w/square + 3, square: square}
	g.full = make([]bool, g.w*(m.h/square+3))
	for _, b := range letters {
		for y := b.box.Min.Y / square; y <= b.box.Max.Y/square; y++ {
			for x := b.box.Min.X / square; x <= b.box.Max.X/square; x++ {
				g.full[(y+1)*g.w+x+1] = true
			}
		}
	}
	return g
}

// sort parts specks by whether a letter stands in their square or one of the eight around it.
func (g grid) sort(specks []blob) (apart, near []blob) {
	for _, b := range specks {
		x, y := (b.box.Min.X+b.box.Max.X)/2/g.square, (b.box.Min.Y+b.box.Max.Y)/2/g.square
		letter := false
		for dy := range 3 {
			letter = letter || slices.Contains(g.full[(y+dy)*g.w+x:][:3], true)
		}
		if letter {
			near = append(near, b)
		} else {
			apart = append(apart, b)
		}
	}
	return apart, near
}

// wipe paints a box and the grey around it white.
func wipe(img *image.Gray, box image.Rectangle) {
	r := box.Inset(-1).Intersect(img.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := img.Pix[y*img.Stride:]
		for x := r.Min.X; x < r.Max.X; x++ {
			row[x] = white
		}
	}
}
