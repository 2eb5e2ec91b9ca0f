package scan

import (
	"image"
	"math"
)

const (
	white = 255
	black = 0
)

// skewed returns the picture turned clockwise by some degrees about its middle, at the same size; what comes in at the corners is white.
func skewed(src *image.Gray, degrees float64) *image.Gray {
	if degrees == 0 {
		return clone(src)
	}
	w, h := src.Rect.Dx(), src.Rect.Dy()
	dst := image.NewGray(image.Rect(0, 0, w, h))
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	cx, cy := float64(w-1)/2, float64(h-1)/2
	for y := range h {
		for x := range w {
			dx, dy := float64(x)-cx, float64(y)-cy
			dst.Pix[y*dst.Stride+x] = between(src, cx+dx*cos+dy*sin, cy-dx*sin+dy*cos)
		}
	}
	return dst
}

// between returns the grey at a place between pixels, from the four around it.
func between(src *image.Gray, x, y float64) uint8 {
	x0, y0 := int(math.Floor(x)), int(math.Floor(y))
	fx, fy := x-float64(x0), y-float64(y0)
	top := at(src, x0, y0)*(1-fx) + at(src, x0+1, y0)*fx
	foot := at(src, x0, y0+1)*(1-fx) + at(src, x0+1, y0+1)*fx
	return uint8(top*(1-fy) + foot*fy + 0.5)
}

func at(src *image.Gray, x, y int) float64 {
	if x < 0 || y < 0 || x >= src.Rect.Dx() || y >= src.Rect.Dy() {
		return white
	}
	return float64(src.Pix[y*src.Stride+x])
}

// turned returns the picture turned clockwise by quarters.
func turned(src *image.Gray, quarters int) *image.Gray {
	for range (quarters%4 + 4) % 4 {
		w, h := src.Rect.Dx(), src.Rect.Dy()
		dst := image.NewGray(image.Rect(0, 0, h, w))
		for y := range h {
			for x := range w {
				dst.Pix[x*dst.Stride+h-1-y] = src.Pix[y*src.Stride+x]
			}
		}
		src = dst
	}
	return src
}

func clone(src *image.Gray) *image.Gray {
	dst := image.NewGray(image.Rect(0, 0, src.Rect.Dx(), src.Rect.Dy()))
	for y := range dst.Rect.Dy() {
		copy(dst.Pix[y*dst.Stride:], src.Pix[y*src.Stride:y*src.Stride+dst.Rect.Dx()])
	}
	return dst
}
