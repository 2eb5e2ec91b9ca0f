package ocr

import (
	"image"
	"math"
	"os"
	"testing"

	"imr/internal/scan"
)

// Orientation and skew are found from the letters alone, without tesseract.
func TestAttitudeOfAPage(t *testing.T) {
	tests := []struct {
		name string
		s    scan.Settings
	}{
		{"clean", scan.Settings{DPI: 150}},
		{"crooked", scan.Settings{DPI: 200, Skew: 3}},
		{"very crooked fax", scan.Settings{DPI: 150, Skew: -5, Mono: true}},
		{"on its side", scan.Settings{DPI: 200, Turn: 1, Mono: true}},
		{"upside down and crooked", scan.Settings{DPI: 150, Turn: 2, Skew: 1.3}},
		{"on its other side, with grain", scan.Settings{DPI: 150, Turn: 3, Noise: 0.5}},
		{"upside-down fax", scan.Settings{DPI: 200, Turn: 2, Mono: true, Noise: 0.3}},
		{"streaks that are level while the page is not", scan.Settings{DPI: 200, Skew: 2, Mono: true, Streaks: 3, Noise: 0.3}},
		{"white on black", scan.Settings{DPI: 150, Skew: -1, Negative: true}},
		{"faint", scan.Settings{DPI: 150, Skew: 0.5, Faint: 0.8}},
	}
	samples := []string{"first-course-6/rfa", "first-course-18/4-progress-report", "continuation-undocumented/acupuncture-notes"}
	for i, test := range tests {
		sample := samples[i%len(samples)]
		got := attitudes(newSheet(scanOf(t, sample, test.s), float64(test.s.DPI)).letters)[0]
		if want := (4 - test.s.Turn) % 4; got.turn != want || math.Abs(got.skew-test.s.Skew) > 0.1 {
			t.Errorf("%s, %s: turned by %d and crooked by %.2f, want %d and %g", test.name, sample, got.turn, got.skew, want, test.s.Skew)
		}
	}
}

// A few letters do not tell an angle.
func TestAFewLettersAreTakenToBeStraight(t *testing.T) {
	for n := 1; n < leastFeet; n++ {
		var few []blob
		for i := range n {
			few = append(few, blob{box: image.Rect(600+30*i, 1500+i%2, 615+30*i, 1520+i%2), area: 100})
		}
		for _, a := range attitudes(few) {
			if a.skew != 0 {
				t.Errorf("%d letters: crooked by %g if it is to be turned by %d", n, a.skew, a.turn)
			}
		}
	}
}

func scanOf(t *testing.T, sample string, s scan.Settings) *image.Gray {
	t.Helper()
	record, err := os.ReadFile("../../samples/" + sample + ".pdf")
	if err != nil {
		t.Fatal(err)
	}
	pages, err := scan.Pages(record, s.DPI)
	if err != nil {
		t.Fatal(err)
	}
	return s.Scan(pages[0])
}
