package reading

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"errors"
	"fmt"
	"image"
	"io"
)

// picture is a page drawn for text recognition, on its way from the child that draws to the one that recognizes. Its pixels stay packed
// in between: this process has no use for them.
type picture struct {
	Page          int     `json:"page"` // from 1
	Width, Height float64 // of the page as displayed, in points
	DPI           float64
	Across, Down  int    // pixels
	Packed        []byte // grey, a byte a pixel, row by row, by zlib
}

// key tells pictures apart by their pixels and the size of their page.
func (p picture) key() [sha256.Size]byte {
	h := sha256.New()
	fmt.Fprintf(h, "%g %g %g %d %d ", p.Width, p.Height, p.DPI, p.Across, p.Down)
	h.Write(p.Packed)
	return [sha256.Size]byte(h.Sum(nil))
}

// mostPixels is what a picture may have: a page of poster size at 300 dpi.
const mostPixels = 60_000_000

var errPixels = errors.New("the drawn page is not the size that it claims")

func pack(p picture, pixels *image.Gray) (picture, error) {
	var b bytes.Buffer
	w, err := zlib.NewWriterLevel(&b, zlib.BestSpeed)
	if err != nil {
		return p, err
	}
	size := pixels.Bounds().Size()
	for y := range size.Y {
		row := pixels.Pix[y*pixels.Stride:]
		if _, err := w.Write(row[:size.X]); err != nil {
			return p, err
		}
	}
	p.Across, p.Down = size.X, size.Y
	err = w.Close()
	p.Packed = b.Bytes()
	return p, err
}

func (p picture) unpack() (*image.Gray, error) {
	if p.Across < 1 || p.Down < 1 || p.Across > mostPixels/p.Down {
		return nil, errPixels
	}
	r, err := zlib.NewReader(bytes.NewReader(p.Packed))
	if err != nil {
		return nil, err
	}
	out := image.NewGray(image.Rect(0, 0, p.Across, p.Down))
	if _, err := io.ReadFull(r, out.Pix); err != nil {
		return nil, errPixels
	}
	return out, nil
}
