package pdfium_test

import (
	"context"
	"os"
	"testing"

	"imr/internal/pdfium"
)

func open(b *testing.B, dir string) {
	b.Helper()
	e, err := pdfium.Open(context.Background(), pdfium.Options{CacheDir: dir})
	if err != nil {
		b.Fatal(err)
	}
	closing(b, e)
}

func BenchmarkColdStart(b *testing.B) {
	for b.Loop() {
		open(b, b.TempDir())
	}
}

func BenchmarkWarmStart(b *testing.B) {
	dir := warmCache(b)
	for b.Loop() {
		open(b, dir)
	}
}

func sample(b *testing.B) []byte {
	b.Helper()
	data, err := os.ReadFile("../../samples/first-course-18/3-rfa.pdf")
	if err != nil {
		b.Fatal(err)
	}
	return data
}

func BenchmarkRead(b *testing.B) {
	e, data := engine(b), sample(b)
	for b.Loop() {
		if _, err := e.Read("3-rfa.pdf", data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRaster(b *testing.B) {
	e, data := engine(b), sample(b)
	for b.Loop() {
		if _, err := e.Raster(data, 1, 300); err != nil {
			b.Fatal(err)
		}
	}
}
