package records

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"

	"github.com/jung-kurt/gofpdf"
)

// The picture's size in pixels: far too coarse to read anything in.
const (
	pictureWidth  = 170
	pictureHeight = 220
)

// picture fills the page with a picture and no text, as a scan does that went wrong.
func (d *drawer) picture() error {
	var file bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.NoCompression} // for the same bytes with every Go release
	if err := encoder.Encode(&file, scrawl()); err != nil {
		return fmt.Errorf("cannot draw the picture: %w", err)
	}
	options := gofpdf.ImageOptions{ImageType: "PNG"}
	d.pdf.RegisterImageOptionsReader("scrawl", options, &file)
	d.pdf.ImageOptions("scrawl", 0, 0, pageWidth, pageHeight, false, options, 0, "")
	return d.pdf.Error()
}

// scrawl draws waves that look like handwriting from afar.
func scrawl() image.Image {
	img := image.NewGray(image.Rect(0, 0, pictureWidth, pictureHeight))
	for i := range img.Pix {
		img.Pix[i] = 235
	}
	for line := 16; line < pictureHeight-16; line += 9 {
		for x := 14; x < pictureWidth-14-line*7%40; x++ {
			wave := math.Sin(float64(x)*1.3+float64(line)) + math.Sin(float64(x*line)*0.11)
			img.SetGray(x, line+int(math.Round(wave*1.6)), color.Gray{Y: 70})
		}
	}
	return img
}
