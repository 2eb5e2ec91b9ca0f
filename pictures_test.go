package imr_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"sync"
	"testing"

	"imr/internal/pdfium"
)

// drawDPI is coarse: a line that moves by a hair still changes shades of grey, and a page takes a tenth of the time of one for people.
const drawDPI = 50

// drawer draws letters for all tests. It is WebAssembly and brings its own code for fonts, so that a page has the same pixels on every machine.
var drawer = sync.OnceValues(func() (*pdfium.Engine, error) { return pdfium.Open(context.Background(), pdfium.Options{}) })

// pictures are the checksums of a letter's pages as a person sees them, a line each: of the pixels, row by row, a byte for each shade.
func pictures(t *testing.T, letter []byte, pages int) []byte {
	t.Helper()
	engine, err := drawer()
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	for n := 1; n <= pages; n++ {
		p, err := engine.Raster(letter, n, drawDPI)
		if err != nil {
			t.Fatal(err)
		}
		size := p.Image.Rect.Size()
		fmt.Fprintf(&out, "page %d, %d by %d: %x\n", n, size.X, size.Y, sha256.Sum256(p.Image.Pix))
	}
	return out.Bytes()
}
