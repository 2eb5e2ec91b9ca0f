package scan

import "image"

const (
	middleGrey = 128
	paperLoss  = 0.3 // share of the lost contrast that the paper takes; the ink loses the rest
)

// fade brings ink and paper nearer to each other, as a worn toner and grey paper do.
func fade(img *image.Gray, share float64) {
	for i, v := range img.Pix {
		img.Pix[i] = clamp(white*share*(1-paperLoss) + float64(v)*(1-share))
	}
}

func invert(img *image.Gray) {
	for i, v := range img.Pix {
		img.Pix[i] = white - v
	}
}

func threshold(img *image.Gray) {
	for i, v := range img.Pix {
		img.Pix[i] = white
		if v < middleGrey {
			img.Pix[i] = black
		}
	}
}

// blurred mixes each pixel with the eight around it; amount 1 gives each of them a third of the weight of the pixel itself.
func blurred(src *image.Gray, amount float64) *image.Gray {
	weight := amount / 3
	dst := clone(src)
	w, h := src.Rect.Dx(), src.Rect.Dy()
	for y := 1; y < h-1; y++ {
		for x := 1; x < w-1; x++ {
			around := 0
			for dy := -1; dy <= 1; dy++ {
				row := src.Pix[(y+dy)*src.Stride+x-1:]
				around += int(row[0]) + int(row[1]) + int(row[2])
			}
			here := float64(src.Pix[y*src.Stride+x])
			dst.Pix[y*dst.Stride+x] = clamp((here + weight*(float64(around)-here)) / (1 + 8*weight))
		}
	}
	return dst
}
