package scan_test

import (
	"bytes"
	"fmt"
	"image"
	"os/exec"
	"testing"

	"imr/internal/scan"
)

// Another reader sees the picture that was wrapped, but for pixels that it blends since it draws them a fraction of a pixel off.
func TestAnotherReaderSeesThePicture(t *testing.T) {
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("pdftoppm is not installed; apt-get install poppler-utils")
	}
	pages, err := scan.Pages(record(t, twin), 100)
	if err != nil {
		t.Fatal(err)
	}
	for _, mono := range []bool{false, true} {
		s := scan.Settings{DPI: 100, Mono: mono, Skew: 1}
		want := s.Scan(pages[0])
		got := drawn(t, scan.Wrap([]*image.Gray{want}, 100, mono))
		if got.Rect != want.Rect {
			t.Fatalf("mono %v: pdftoppm draws %v, want %v", mono, got.Rect, want.Rect)
		}
		if d := difference(got, want); d > 1.5 {
			t.Errorf("mono %v: what pdftoppm draws differs from the picture by %.1f levels of grey a pixel", mono, d)
		}
	}
}

func difference(a, b *image.Gray) float64 {
	sum := 0
	for i, v := range a.Pix {
		sum += int(max(v, b.Pix[i]) - min(v, b.Pix[i]))
	}
	return float64(sum) / float64(len(a.Pix))
}

func drawn(t *testing.T, file []byte) *image.Gray {
	t.Helper()
	cmd := exec.Command("pdftoppm", "-gray", "-r", "100")
	cmd.Stdin = bytes.NewReader(file)
	pgm, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var w, h, most int
	if _, err := fmt.Sscanf(string(pgm[:20]), "P5\n%d %d\n%d\n", &w, &h, &most); err != nil {
		t.Fatal(err)
	}
	img := image.NewGray(image.Rect(0, 0, w, h))
	copy(img.Pix, pgm[len(pgm)-w*h:])
	return img
}
