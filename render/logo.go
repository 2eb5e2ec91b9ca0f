package render

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"

	"github.com/jung-kurt/gofpdf"

	"imr"
	"imr/render/finish"
)

// logo is a picture in shades of grey, which are the only colours of a letter, without transparency.
type logo struct {
	png           []byte
	width, height float64 // on the page, in points
}

// The logo's place is the upper right corner of the first page, as in the public letters, within these measures in points.
const (
	logoY                 = 36.0
	logoWidth, logoHeight = 200.0, 46.0
	logoPixels            = 2000 // the most on a side
	logoBytes             = 64 << 10
)

// WithLogo puts an organization's logo, a PNG file, on the letter's first page. Its colours become greys, on white. A reader that does
// not show it says whose logo it is. A file that is no PNG, that is larger than 64 KiB or has more than 2000 pixels on a side, is
// an error: every letter and decision carries it.
func WithLogo(file []byte) (Option, error) {
	made, err := newLogo(file)
	if err != nil {
		return nil, fmt.Errorf("the logo cannot be printed: %w; give a PNG file of at most %d KiB and %d pixels on a side", err, logoBytes>>10, logoPixels)
	}
	return func(e *extras) { e.logo = made }, nil
}

func newLogo(file []byte) (*logo, error) {
	if len(file) > logoBytes {
		return nil, fmt.Errorf("it has %d bytes", len(file))
	}
	size, err := png.DecodeConfig(bytes.NewReader(file))
	if err != nil {
		return nil, err
	}
	if size.Width > logoPixels || size.Height > logoPixels || size.Width == 0 || size.Height == 0 {
		return nil, fmt.Errorf("it has %d by %d pixels", size.Width, size.Height)
	}
	colours, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := png.Encode(&out, onWhite(colours)); err != nil {
		return nil, err
	}
	scale := min(logoWidth/float64(size.Width), logoHeight/float64(size.Height))
	return &logo{out.Bytes(), scale * float64(size.Width), scale * float64(size.Height)}, nil
}

// onWhite is a picture's greys on white paper.
func onWhite(from image.Image) *image.Gray {
	b := from.Bounds()
	to := image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))
	for y := range b.Dy() {
		for x := range b.Dx() {
			r, g, bl, a := from.At(b.Min.X+x, b.Min.Y+y).RGBA() // colours are multiplied by a
			white := 0xFFFF - a
			to.Set(x, y, color.RGBA64{uint16(r + white), uint16(g + white), uint16(bl + white), 0xFFFF})
		}
	}
	return to
}

// logoWords are what a reader says who does not see the logo.
func logoWords(letterhead imr.Block) string { return "Logo of " + letterhead.Sentences[0].Text() }

// picture sets the logo, where there is one.
func (s sheet) picture(part *finish.Element) {
	if s.logo == nil {
		return
	}
	options := gofpdf.ImageOptions{ImageType: "PNG"}
	s.pdf.RegisterImageOptionsReader("logo", options, bytes.NewReader(s.logo.png))
	part.Alt = logoWords(s.find(imr.Letterhead))
	x := pageWidth - margin - s.logo.width
	part.Box = &finish.Box{x, pageHeight - logoY - s.logo.height, x + s.logo.width, pageHeight - logoY}
	s.tags.mark(part, func() {
		s.pdf.ImageOptions("logo", x, logoY, s.logo.width, s.logo.height, false, options, 0, "")
	})
}
