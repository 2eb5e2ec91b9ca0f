package ocr

import (
	"image"
	"testing"
)

// TestSpecks has a letter with a full stop and a dot of dirt beside it, at 300 dpi. Dirt goes where the page is dirty; a full stop stays.
func TestSpecks(t *testing.T) {
	letter, stop, dirt := image.Rect(600, 600, 620, 630), image.Rect(626, 626, 630, 630), image.Rect(626, 600, 628, 602)
	for _, dirty := range []bool{false, true} {
		img := whitePage(1200, 1200)
		for _, r := range []image.Rectangle{letter, stop, dirt} {
			blacken(img, r)
		}
		apart := image.Rect(100, 100, 105, 105)
		blacken(img, apart)
		for i := range 60 {
			if x, y := 50+i*17, 300+i%7*11; dirty {
				blacken(img, image.Rect(x, y, x+2, y+2))
			}
		}
		despeck(img, 300)
		left := inkOf(img, middle)
		has := func(r image.Rectangle) bool { return left.dark[r.Min.Y*left.w+r.Min.X] }
		if !has(letter) || !has(stop) || has(apart) {
			t.Errorf("dirty %v: letter %v, stop %v and dirt apart %v are left", dirty, has(letter), has(stop), has(apart))
		}
		if has(dirt) == dirty {
			t.Errorf("dirty %v: dirt beside the letter is left: %v", dirty, has(dirt))
		}
	}
}

func whitePage(w, h int) *image.Gray {
	img := image.NewGray(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = white
	}
	return img
}

func blacken(img *image.Gray, r image.Rectangle) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			img.Pix[y*img.Stride+x] = black
		}
	}
}
