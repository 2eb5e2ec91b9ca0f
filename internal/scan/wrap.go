package scan

import (
	"bytes"
	"compress/lzw"
	"fmt"
	"image"
)

// Wrap returns a PDF in which each picture fills a page of its size at some dots an inch. Mono stores one bit a pixel, black below the
// middle grey. The data are LZW: its codes follow from the data, so that the bytes do not change with a Go release.
func Wrap(pictures []*image.Gray, dpi int, mono bool) []byte {
	w := wrapper{}
	w.out.WriteString("%PDF-1.4\n")
	w.object(1, "<</Type /Catalog /Pages 2 0 R>>")
	kids := ""
	for i := range pictures {
		kids += fmt.Sprintf("%d 0 R ", 3+3*i)
	}
	w.object(2, fmt.Sprintf("<</Type /Pages /Count %d /Kids [ %s]>>", len(pictures), kids))
	for i, picture := range pictures {
		w.page(3+3*i, picture, dpi, mono)
	}
	return w.finish()
}

// wrapper writes a PDF's objects and notes where they begin.
type wrapper struct {
	out     bytes.Buffer
	offsets []int
}

func (w *wrapper) object(number int, body string) {
	w.offsets = append(w.offsets, w.out.Len())
	fmt.Fprintf(&w.out, "%d 0 obj\n%s\nendobj\n", number, body)
}

func (w *wrapper) stream(number int, dictionary string, data []byte) {
	w.object(number, fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dictionary, len(data), data))
}

// page writes three objects: the page, its content and its picture.
func (w *wrapper) page(number int, picture *image.Gray, dpi int, mono bool) {
	width, height := picture.Rect.Dx(), picture.Rect.Dy()
	x, y := float64(width)*pointsPerInch/float64(dpi), float64(height)*pointsPerInch/float64(dpi)
	w.object(number, fmt.Sprintf("<</Type /Page /Parent 2 0 R /MediaBox [0 0 %.2f %.2f] /Contents %d 0 R /Resources <</XObject <</I %d 0 R>>>>>>", x, y, number+1, number+2))
	w.stream(number+1, "", fmt.Appendf(nil, "q %.2f 0 0 %.2f 0 0 cm /I Do Q", x, y))
	bits, data := 8, picture.Pix
	if mono {
		bits, data = 1, packed(picture)
	}
	dictionary := fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent %d "+
		"/Filter /LZWDecode /DecodeParms <</EarlyChange 0>> ", width, height, bits)
	w.stream(number+2, dictionary, compressed(data))
}

func (w *wrapper) finish() []byte {
	start, size := w.out.Len(), len(w.offsets)+1
	fmt.Fprintf(&w.out, "xref\n0 %d\n0000000000 65535 f \n", size)
	for _, offset := range w.offsets {
		fmt.Fprintf(&w.out, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&w.out, "trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", size, start)
	return w.out.Bytes()
}

// packed returns a picture's rows at one bit a pixel, 1 for white, each row on a whole number of bytes.
func packed(picture *image.Gray) []byte {
	width, height := picture.Rect.Dx(), picture.Rect.Dy()
	stride := (width + 7) / 8
	out := make([]byte, stride*height)
	for y := range height {
		for x, v := range picture.Pix[y*picture.Stride:][:width] {
			if v >= middleGrey {
				out[y*stride+x/8] |= 0x80 >> (x % 8)
			}
		}
	}
	return out
}

func compressed(data []byte) []byte {
	var out bytes.Buffer
	w := lzw.NewWriter(&out, lzw.MSB, 8)
	_, _ = w.Write(data) // a buffer takes everything
	_ = w.Close()
	return out.Bytes()
}
