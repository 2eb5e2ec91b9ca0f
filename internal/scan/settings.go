package scan

import (
	"fmt"
	"image"
)

// Settings say how a page reached the machine and what the machine makes of it. The zero value, but for DPI, is a clean grey scan.
type Settings struct {
	DPI      int     // pixels an inch; 150, 200 and 300 are usual
	Mono     bool    // black and white, as a fax, in place of grey
	Turn     int     // quarter turns clockwise by which the page lies wrong
	Skew     float64 // degrees clockwise by which it lies crooked
	Noise    float64 // from 0, clean, to 1, hard to read: blur, grain and specks
	Faint    float64 // share of the contrast that is lost, from 0 to 0.9
	Streaks  int     // black lines down the whole page, as a dirty fax machine draws them
	Negative bool    // white on black
	Seed     uint64  // of the noise: pages with different seeds have their specks in different places
}

// The range of settings that make sense.
const (
	leastDPI  = 50
	mostDPI   = 600
	mostSkew  = 10
	mostFaint = 0.9
)

func (s Settings) check() error {
	switch {
	case s.DPI < leastDPI || s.DPI > mostDPI:
		return fmt.Errorf("a scan of %d dpi cannot be made; take %d to %d", s.DPI, leastDPI, mostDPI)
	case !(s.Skew >= -mostSkew && s.Skew <= mostSkew):
		return fmt.Errorf("a page cannot lie crooked by %g degrees; take -%d to %d", s.Skew, mostSkew, mostSkew)
	case !(s.Noise >= 0 && s.Noise <= 1):
		return fmt.Errorf("noise of %g is out of range; take 0 to 1", s.Noise)
	case !(s.Faint >= 0 && s.Faint <= mostFaint):
		return fmt.Errorf("a loss of contrast of %g is out of range; take 0 to %g", s.Faint, mostFaint)
	case s.Streaks < 0:
		return fmt.Errorf("there cannot be %d streaks", s.Streaks)
	}
	return nil
}

// PDF returns the scan of a record: for each of its pages a page that is one picture. record is a PDF that internal/records made.
func PDF(record []byte, s Settings) ([]byte, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	pages, err := Pages(record, s.DPI)
	if err != nil {
		return nil, err
	}
	for i, page := range pages {
		of := s
		of.Seed += uint64(i)
		pages[i] = of.Scan(page)
	}
	return Wrap(pages, s.DPI, s.Mono), nil
}

// Scan returns a clean picture of a page as the machine would have scanned it. The picture's pixels are taken to be of s.DPI.
func (s Settings) Scan(page *image.Gray) *image.Gray {
	out := skewed(page, s.Skew)
	out = turned(out, s.Turn)
	n := noise{state: s.Seed}
	n.streaks(out, s.Streaks, s.DPI)
	fade(out, s.Faint)
	if s.Negative {
		invert(out)
	}
	if s.Noise > 0 {
		out = blurred(out, s.Noise)
		n.grain(out, s.Noise)
		n.specks(out, s.Noise, s.DPI)
	}
	if s.Mono {
		threshold(out)
	}
	return out
}
