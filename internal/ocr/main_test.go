package ocr_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"testing"

	"imr/internal/ocr"
)

// TestMain leaves the example out where tesseract is not installed; in CI it must be.
func TestMain(m *testing.M) {
	flag.Parse()
	if _, err := ocr.Available(context.Background()); err != nil && os.Getenv("CI") != "true" {
		fmt.Println("the example is skipped:", err)
		if err := flag.Set("test.skip", "^Example"); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// need skips a test where tesseract is not installed; in CI it fails.
func need(t testing.TB) {
	t.Helper()
	_, err := ocr.Available(context.Background())
	switch {
	case err == nil:
	case os.Getenv("CI") == "true":
		t.Fatal(err)
	default:
		t.Skip(err)
	}
}
