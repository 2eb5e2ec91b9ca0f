package ocr_test

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"testing"

	"imr/internal/ocr"
	"imr/internal/scan"
)

// BenchmarkPage is a page as it comes from a scanner: grey, 300 dpi, a little crooked. BenchmarkTesseract is the program alone over the same
// page, straight.
func BenchmarkPage(b *testing.B) {
	need(b)
	picture := load(b, samples[1]).scanned(b, scan.Settings{DPI: 300, Skew: 1})
	for b.Loop() {
		if _, err := (ocr.Reader{}).Read(context.Background(), picture, 300); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTesseract(b *testing.B) {
	need(b)
	picture := load(b, samples[1]).scanned(b, scan.Settings{DPI: 300})
	head := fmt.Sprintf("P5\n%d %d\n255\n", picture.Rect.Dx(), picture.Rect.Dy())
	file := append([]byte(head), picture.Pix...)
	for b.Loop() {
		cmd := exec.Command("tesseract", "stdin", "stdout", "--psm", "6", "--dpi", "300", "hocr")
		cmd.Env = append(cmd.Environ(), "OMP_THREAD_LIMIT=1")
		cmd.Stdin = bytes.NewReader(file)
		if out, err := cmd.CombinedOutput(); err != nil {
			b.Fatal(err, string(out))
		}
	}
}
