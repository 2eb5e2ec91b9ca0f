package ocr

import (
	"image"
	"math"
)

// frame leads from places on the straight picture to places on the page's picture as displayed, both in pixels from the middle.
type frame struct {
	xx, xy, yx, yy float64
}

// newFrame turns back what an attitude says, at scale pixels of the straight picture for each one of the page's.
func newFrame(a attitude, scale float64) frame {
	sin, cos := math.Sincos(a.skew * math.Pi / 180)
	f := frame{cos / scale, -sin / scale, sin / scale, cos / scale}
	for range a.turn {
		f = frame{f.yx, f.yy, -f.xx, -f.xy}
	}
	return f
}

func (f frame) apply(x, y float64) (float64, float64) { return f.xx*x + f.xy*y, f.yx*x + f.yy*y }

// size returns that of the smallest straight picture that holds all of a page of w by h.
func (f frame) size(w, h int) (int, int) {
	det := f.xx*f.yy - f.xy*f.yx
	width := (math.Abs(f.yy)*float64(w) + math.Abs(f.xy)*float64(h)) / math.Abs(det)
	height := (math.Abs(f.yx)*float64(w) + math.Abs(f.xx)*float64(h)) / math.Abs(det)
	return int(math.Round(width)), int(math.Round(height))
}

// straighten draws the straight picture. What lies outside the page is white.
func (f frame) straighten(src *image.Gray) *image.Gray {
	w, h := f.size(src.Rect.Dx(), src.Rect.Dy())
	dst := image.NewGray(image.Rect(0, 0, w, h))
	const one = 1 << 16
	dx, dy := int(math.Round(f.xx*one)), int(math.Round(f.yx*one))
	for y := range h {
		sx, sy := f.apply(0.5-float64(w)/2, float64(y)+0.5-float64(h)/2)
		u := int(math.Round((sx + float64(src.Rect.Dx())/2 - 0.5) * one))
		v := int(math.Round((sy + float64(src.Rect.Dy())/2 - 0.5) * one))
		row := dst.Pix[y*dst.Stride:][:w]
		for x := range row {
			row[x] = between(src, u, v)
			u, v = u+dx, v+dy
		}
	}
	return dst
}

// between returns the grey at a place in 1/65536 pixels, from the four pixels around it.
func between(src *image.Gray, u, v int) uint8 {
	x, y := u>>16, v>>16
	fx, fy := u&0xffff>>8, v&0xffff>>8
	if x < 0 || y < 0 || x >= src.Rect.Dx()-1 || y >= src.Rect.Dy()-1 {
		return edge(src, x, y)
	}
	at := y*src.Stride + x
	top := int(src.Pix[at])*(256-fx) + int(src.Pix[at+1])*fx
	foot := int(src.Pix[at+src.Stride])*(256-fx) + int(src.Pix[at+src.Stride+1])*fx
	return uint8((top*(256-fy) + foot*fy + 1<<15) >> 16)
}

func edge(src *image.Gray, x, y int) uint8 {
	if x < 0 || y < 0 || x >= src.Rect.Dx() || y >= src.Rect.Dy() {
		return white
	}
	return src.Pix[y*src.Stride+x]
}
