package ocr

import "image"

// reduced returns the picture at 1/n of its size; each pixel is the mean of n by n.
func reduced(src *image.Gray, n int) *image.Gray {
	if n <= 1 {
		return src
	}
	w, h := src.Rect.Dx()/n, src.Rect.Dy()/n
	dst := image.NewGray(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			sum := 0
			for dy := range n {
				row := src.Pix[(y*n+dy)*src.Stride+x*n:]
				for _, v := range row[:n] {
					sum += int(v)
				}
			}
			dst.Pix[y*dst.Stride+x] = uint8(sum / (n * n))
		}
	}
	return dst
}

// ink is a black-and-white picture: true where there is ink.
type ink struct {
	w, h int
	dark []bool
}

func inkOf(img *image.Gray, limit float64) ink {
	m := ink{w: img.Rect.Dx(), h: img.Rect.Dy()}
	m.dark = make([]bool, m.w*m.h)
	for y := range m.h {
		row := m.dark[y*m.w:][:m.w]
		for x, v := range img.Pix[y*img.Stride:][:m.w] {
			row[x] = float64(v) < limit
		}
	}
	return m
}

// clear takes a stroke's ink away.
func (m ink) clear(w way, s stroke) {
	for a := s.from; a < s.to; a++ {
		for c := s.first; c <= s.last; c++ {
			m.dark[a*w.along+c*w.across] = false
		}
	}
}
