package render_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"imr/render"
	"imr/render/finish/conform"
)

func drawn(t *testing.T, width, height int) []byte {
	t.Helper()
	m := image.NewNRGBA(image.Rect(0, 0, width, height))
	for x := range width {
		m.Set(x, x*height/width, color.NRGBA{200, 0, 0, uint8(x * 255 / width)})
	}
	var out bytes.Buffer
	if err := png.Encode(&out, m); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A coloured, half transparent logo becomes a grey figure with words, and the file still conforms.
func TestLogo(t *testing.T) {
	l := compose(t, eighteen())
	logo, err := render.WithLogo(drawn(t, 400, 100))
	if err != nil {
		t.Fatal(err)
	}
	b, err := render.PDF(l, []byte("{}\n"), logo)
	if err != nil {
		t.Fatal(err)
	}
	if err := conform.Check(b); err != nil {
		t.Error(err)
	}
	for _, want := range []string{"/ColorSpace /DeviceGray", "/S /Figure", "/BBox [356.00 710.00 540.00 756.00]"} {
		if !bytes.Contains(b, []byte(want)) {
			t.Errorf("the file lacks %s", want)
		}
	}
	if got := poppler(t, b, "pdfinfo", "-struct"); !strings.Contains(got, "Figure") {
		t.Error("the logo is not in the structure")
	}
	again, err := render.PDF(l, []byte("{}\n"), logo)
	if err != nil || !bytes.Equal(b, again) {
		t.Errorf("two printings with one logo differ (%v)", err)
	}
}

func TestLogoRefuses(t *testing.T) {
	whole := drawn(t, 40, 10)
	for what, file := range map[string][]byte{"nothing": nil, "no picture": []byte("GIF89a"), "half a picture": whole[:len(whole)/2], "a wide one": drawn(t, 2001, 1), "a large one": append(whole, make([]byte, 64<<10)...)} {
		if _, err := render.WithLogo(file); err == nil || !strings.Contains(err.Error(), "give a PNG file") {
			t.Errorf("%s is printed, or refused without a hint: %v", what, err)
		}
	}
}
