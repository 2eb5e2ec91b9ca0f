package pdfium_test

import (
	"bytes"
	"fmt"
	"image"
	"strings"
	"testing"

	"imr"
	"imr/internal/pdfium"
)

func draw(t *testing.T, data []byte, number int, dpi float64) pdfium.Picture {
	t.Helper()
	p, err := engine(t).Raster(data, number, dpi)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// ink returns the share of dark pixels in a box of the page, given in points.
func ink(p pdfium.Picture, b imr.Box) float64 {
	scale := float64(p.Image.Rect.Dx()) / p.Width
	at := image.Rect(int(b[0]*scale), int(b[1]*scale), int(b[2]*scale), int(b[3]*scale)).Intersect(p.Image.Rect)
	dark := 0
	for y := at.Min.Y; y < at.Max.Y; y++ {
		for x := at.Min.X; x < at.Max.X; x++ {
			if p.Image.GrayAt(x, y).Y < 128 {
				dark++
			}
		}
	}
	return float64(dark) / float64(max(1, at.Dx()*at.Dy()))
}

func TestPagesAreDrawnAsDisplayed(t *testing.T) {
	mark := "30 40 60 50 re f" // 60 wide, 50 high, from 30, 40 up from the bottom left
	tests := []struct {
		entries       string
		width, height float64
		mark          imr.Box
	}{
		{"", 400, 300, imr.Box{30, 210, 90, 260}},
		{"/Rotate 90", 300, 400, imr.Box{40, 30, 90, 90}},
		{"/Rotate 180", 400, 300, imr.Box{310, 40, 370, 90}},
		{"/Rotate 270", 300, 400, imr.Box{210, 310, 260, 370}},
		{"/CropBox [20 20 220 120]", 200, 100, imr.Box{10, 30, 70, 80}},
	}
	for _, test := range tests {
		t.Run(test.entries, func(t *testing.T) {
			p := draw(t, page(test.entries, mark), 1, 144)
			if p.Width != test.width || p.Height != test.height || p.DPI != 144 || p.Image.Rect != image.Rect(0, 0, int(2*test.width), int(2*test.height)) {
				t.Errorf("drawn %g by %g points at %g dpi, %v", p.Width, p.Height, p.DPI, p.Image.Rect)
			}
			if in, all := ink(p, test.mark), ink(p, imr.Box{0, 0, p.Width, p.Height}); in < 0.99 || all > 3001/(p.Width*p.Height) {
				t.Errorf("the mark is drawn to %.3f, and the page to %.4f", in, all)
			}
		})
	}
}

func TestWordsStandWhereTheyAreDrawn(t *testing.T) {
	for _, turn := range []int{0, 90, 180, 270} {
		data := page(fmt.Sprintf("/Rotate %d /CropBox [10 20 390 280]", turn), text(60, 150, "MMMMMMMMMMMM"))
		file, err := engine(t).Read("a.pdf", data)
		if err != nil {
			t.Fatal(err)
		}
		p := draw(t, data, 1, 150)
		b := file.Pages[0].Lines[0].Box()
		if in, all := ink(p, b), ink(p, imr.Box{0, 0, p.Width, p.Height}); in < 0.15 || in*(b[2]-b[0])*(b[3]-b[1]) < 0.95*all*p.Width*p.Height {
			t.Errorf("turned by %d, the box %v holds %.3f of ink, and the page %.5f", turn, b, in, all)
		}
	}
}

func TestFormFieldsAndNotesAreDrawn(t *testing.T) {
	field := draw(t, widgets("/Rect [60 200 160 220] /T (a) /FT /Tx /V (MMMMMM) /DA (/F1 12 Tf 0 g) /AP << /N 6 0 R >>"), 1, 144)
	if ink(field, imr.Box{60, 80, 160, 100}) < 0.02 {
		t.Error("the field is not drawn")
	}
	shown := stream("/Type /XObject /Subtype /Form /BBox [0 0 100 20]", "0 0 100 20 re f")
	note := draw(t, page("/Annots [<< /Type /Annot /Subtype /Stamp /Rect [60 200 160 220] /F 4 /AP << /N 6 0 R >> >>]", "", shown), 1, 144)
	if ink(note, imr.Box{60, 80, 160, 100}) < 0.99 {
		t.Error("the stamp is not drawn")
	}
}

func TestThePaperIsWhite(t *testing.T) {
	p := draw(t, page("/Group << /S /Transparency /I true >>", ""), 1, 72)
	if bytes.Trim(p.Image.Pix, "\xff") != nil {
		t.Error("an empty page is not white throughout")
	}
}

func TestAnAbsurdPageIsDrawnAtALowerResolution(t *testing.T) {
	for _, size := range []string{"14400 14400", "99000 99000", "2 14400"} {
		p := draw(t, page("/MediaBox [0 0 "+size+"]", "0 0 999 999 re f"), 1, 4800)
		if n := len(p.Image.Pix); n > 40_000_000 || n < 30_000_000 || p.DPI >= 4800 {
			t.Errorf("%s points are drawn in %d pixels at %g dpi", size, n, p.DPI)
		}
		if want := p.Width * p.DPI / 72; float64(p.Image.Rect.Dx()) > want || float64(p.Image.Rect.Dx()) < want-1 {
			t.Errorf("%d pixels for %g points at %g dpi", p.Image.Rect.Dx(), p.Width, p.DPI)
		}
	}
}

func TestWhatCannotBeDrawnIsSaid(t *testing.T) {
	good := page("", "")
	tests := []struct {
		data []byte
		page int
		dpi  float64
		want string
	}{
		{good, 0, 72, "page 0 cannot be drawn at 72 dpi: the file has 1 pages"},
		{good, 2, 72, "page 2 cannot be drawn at 72 dpi: the file has 1 pages"},
		{good, 1, 0, "page 1 cannot be drawn at 0 dpi"},
		{[]byte("letter"), 1, 72, "the file is not a PDF"},
		{pages("99 0 R", 1), 1, 72, "page 1 is damaged"},
	}
	for _, test := range tests {
		if _, err := engine(t).Raster(test.data, test.page, test.dpi); err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("the error is %v, want %s…", err, test.want)
		}
	}
}

func TestTheSameBytesGiveTheSamePicture(t *testing.T) {
	data := withPicture("q 100 0 0 80 0 0 cm /P Do Q" + text(60, 150, "word"))
	if first, second := draw(t, data, 1, 150), draw(t, data, 1, 150); !bytes.Equal(first.Image.Pix, second.Image.Pix) {
		t.Error("two drawings differ")
	}
}
