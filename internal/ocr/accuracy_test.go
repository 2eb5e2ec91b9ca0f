package ocr_test

import (
	"flag"
	"fmt"
	"path/filepath"
	"testing"

	"imr/internal/scan"
)

var every = flag.Bool("every", false, "TestAccuracy reads every record of samples with each kind of scan, in place of one")

// mistakeIn is in how many numbers that count as known one may be wrong, over scans of all kinds.
const mistakeIn = 2000

// samples are the pages that are scanned: a form with a table, prose, and notes in fixed-width type.
var samples = []string{
	"../../samples/first-course-6/rfa.pdf",
	"../../samples/first-course-18/2-ur-determination.pdf",
	"../../samples/continuation-undocumented/acupuncture-notes.pdf",
}

// TestAccuracy scans records at each resolution, in grey and in black and white, straight and crooked, and holds how much of them is read
// right. This prints a table over all records of samples:
//
//	go test ./internal/ocr -run Accuracy -v -every
func TestAccuracy(t *testing.T) {
	need(t)
	t.Parallel()
	var total score
	for i, s := range kinds() {
		paths := samples[i%len(samples):][:1]
		if *every {
			paths = allSamples(t)
		}
		got := accuracy(t, s, paths)
		t.Logf("%-32s %s", name(s), got)
		total.add(got)
	}
	t.Logf("%-32s %s", "all", total)
	if len(total.mistaken)*mistakeIn > total.sure {
		t.Errorf("of %d numbers read with the confidence of Known these are wrong: %q", total.sure, total.mistaken)
	}
}

func name(s scan.Settings) string {
	mode := "grey"
	if s.Mono {
		mode = "black-and-white"
	}
	return fmt.Sprintf("%d dpi %s skew %+.0f", s.DPI, mode, s.Skew)
}

func kinds() []scan.Settings {
	var out []scan.Settings
	for _, dpi := range []int{150, 200, 300} {
		for _, mono := range []bool{false, true} {
			for _, skew := range []float64{0, 3, -3} {
				out = append(out, scan.Settings{DPI: dpi, Mono: mono, Skew: skew, Noise: 0.1})
			}
		}
	}
	return out
}

func allSamples(t *testing.T) []string {
	paths, err := filepath.Glob("../../samples/*/*.pdf")
	if err != nil || len(paths) < 10 {
		t.Fatalf("only %d records are found: %v", len(paths), err)
	}
	return paths
}

// accuracy reads records, scanned one way. Letters at 150 dpi in black and white are 2 pixels thick, so that less of them is right.
func accuracy(t *testing.T, s scan.Settings, paths []string) score {
	var sum score
	for i, path := range paths {
		o := load(t, path)
		s.Seed = uint64(i)
		sum.add(compare(o.lines, mustRead(t, o.scanned(t, s), s.DPI)))
	}
	least := 98.5
	if s.DPI < 200 && s.Mono {
		least = 97
	}
	if sum.accuracy() < least {
		t.Errorf("%s: %.2f %% of the characters are right, want %g", name(s), sum.accuracy(), least)
	}
	return sum
}
