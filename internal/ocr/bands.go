package ocr

import "image"

// A band is a black bar with white text in it, as the heading of a part of a form is printed. Lengths are in inches.
const (
	leastBandWidth  = 0.4
	leastBandHeight = 0.1
	mostBandHeight  = 1.0
	bandFill        = 0.55 // share of a band that is ink, at least
)

// unband turns white text on black bars into black text on white.
func unband(img *image.Gray, dpi float64) {
	for _, b := range inkOf(img, middle).blobs() {
		w, h := float64(b.box.Dx())/dpi, float64(b.box.Dy())/dpi
		if w < leastBandWidth || h < leastBandHeight || h > mostBandHeight || float64(b.area) < bandFill*float64(b.box.Dx()*b.box.Dy()) {
			continue
		}
		for y := b.box.Min.Y; y < b.box.Max.Y; y++ {
			row := img.Pix[y*img.Stride:][b.box.Min.X:b.box.Max.X]
			for x, v := range row {
				row[x] = white - v
			}
		}
	}
}
