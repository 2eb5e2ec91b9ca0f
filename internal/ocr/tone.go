package ocr

import "image"

// Levels of grey.
const (
	white  = 255
	middle = 128
	black  = 0
)

// tones are the levels of grey of ink and of paper, and the level between them.
type tones struct{ ink, paper, limit float64 }

// histogram counts a picture's pixels by their grey.
type histogram struct {
	counts [256]int
	total  int
}

func histogramOf(img *image.Gray) histogram {
	var h histogram
	for y := range img.Rect.Dy() {
		for _, v := range img.Pix[y*img.Stride:][:img.Rect.Dx()] {
			h.counts[v]++
		}
	}
	h.total = img.Rect.Dx() * img.Rect.Dy()
	return h
}

// median returns the grey of the middle pixel. Most of any page is paper.
func (h histogram) median() float64 {
	below := 0
	for v, n := range h.counts {
		if below += n; 2*below >= h.total {
			return float64(v)
		}
	}
	return white
}

// tones finds the level that parts ink from paper so that both vary least (Otsu's method), and the mean of each.
func (h histogram) tones() tones {
	sum := 0
	for v, n := range h.counts {
		sum += v * n
	}
	best, bestSpread := tones{ink: black, paper: white, limit: middle}, 0.0
	below, belowSum := 0, 0
	for v, n := range h.counts {
		below, belowSum = below+n, belowSum+v*n
		above := h.total - below
		if below == 0 || above == 0 {
			continue
		}
		ink, paper := float64(belowSum)/float64(below), float64(sum-belowSum)/float64(above)
		if spread := float64(below) * float64(above) * (paper - ink) * (paper - ink); spread > bestSpread {
			best, bestSpread = tones{ink, paper, float64(v + 1)}, spread
		}
	}
	return best
}

// grain returns about the standard deviation of the paper's grey, from how much neighbours differ: half of them by less than 0.954 times that.
func grain(img *image.Gray) float64 {
	const step, usual = 3, 0.954
	var h histogram
	for y := 0; y < img.Rect.Dy(); y += step {
		row := img.Pix[y*img.Stride:][:img.Rect.Dx()]
		for x := 1; x < len(row); x += step {
			h.counts[max(row[x], row[x-1])-min(row[x], row[x-1])]++
			h.total++
		}
	}
	return h.median() / usual
}

// smoothed returns the picture with each pixel the mean of the nine around it.
func smoothed(src *image.Gray) *image.Gray {
	w, h := src.Rect.Dx(), src.Rect.Dy()
	dst := copied(src)
	for y := 1; y < h-1; y++ {
		above, here, below := src.Pix[(y-1)*src.Stride:][:w], src.Pix[y*src.Stride:][:w], src.Pix[(y+1)*src.Stride:][:w]
		out := dst.Pix[y*dst.Stride:][:w]
		for x := 1; x < w-1; x++ {
			sum := int(above[x-1]) + int(above[x]) + int(above[x+1]) + int(here[x-1]) + int(here[x]) + int(here[x+1])
			out[x] = uint8((sum + int(below[x-1]) + int(below[x]) + int(below[x+1])) / 9)
		}
	}
	return dst
}

func copied(src *image.Gray) *image.Gray {
	w, h := src.Rect.Dx(), src.Rect.Dy()
	dst := image.NewGray(image.Rect(0, 0, w, h))
	for y := range h {
		copy(dst.Pix[y*dst.Stride:], src.Pix[y*src.Stride:][:w])
	}
	return dst
}

// mapped returns the picture with each grey replaced.
func mapped(src *image.Gray, to func(float64) float64) *image.Gray {
	var table [256]uint8
	for v := range table {
		table[v] = uint8(min(max(to(float64(v))+0.5, black), white))
	}
	dst := copied(src)
	for i, v := range dst.Pix {
		dst.Pix[i] = table[v]
	}
	return dst
}
