package ocr

import (
	"cmp"
	"context"
	"fmt"
	"image"
	"os/exec"
	"time"

	"imr/internal/pdf"
)

// PageLimit is the time that one page may take where a Reader states none. A page takes one to two seconds of a free processor; one full
// of dirt takes several times that.
const PageLimit = 60 * time.Second

// Bounds of what can be read: smaller letters than those of leastDPI nobody reads, and mostPixels are those of a tabloid page at 600 dpi.
const (
	leastDPI   = 60
	mostDPI    = 1200
	mostPixels = 70_000_000
)

// worthTrying is how sharp the baselines of an attitude must be, measured by those of the likeliest, for it to be tried: those of text are
// 0.5 to 1 the other way up, and less than 0.2 sideways.
const worthTrying = 0.25

// Reader recognizes the text of pages. The zero value is ready for use, and one reader may serve many goroutines.
type Reader struct {
	Run   Run           // how tesseract is started; nil starts it as a plain child process
	Limit time.Duration // of one page; 0 stands for PageLimit
}

// Page is what was read of the picture of one page. Coordinates are points from the top left corner of the page once it is put upright and
// straight: lines of words are level there, as pdf.Lines needs them. Displayed leads back to the page as displayed.
type Page struct {
	Words         []pdf.Word
	Rules         []Rule  // vertical lines, as between the columns of a table
	Width, Height float64 // of the page once it is upright
	Turn          int     // quarter turns clockwise that put the page upright
	Skew          float64 // degrees clockwise by which it then still lay crooked
	Blank         bool    // nothing stands on it but a few marks that are no text, as of dirt
	Sure          float64 // share of the letters that stand in words read with a confidence of 80 % or more; a page of text has most of them there
	place         place
}

// Rule is a straight line that runs down the page from Y0 to Y1.
type Rule struct{ X, Y0, Y1 float64 }

// Read recognizes the text of a page's picture as displayed, at some dots an inch. Errors are about tesseract, the time limit or the
// picture's size; they do not name the file, which the caller knows.
func (r Reader) Read(ctx context.Context, picture *image.Gray, dpi float64) (Page, error) {
	if err := check(picture, dpi); err != nil {
		return Page{}, err
	}
	limit := cmp.Or(r.Limit, PageLimit)
	ctx, cancel := context.WithTimeoutCause(ctx, limit, fmt.Errorf("it took longer than the %v that a page may take", limit))
	defer cancel()
	if n := int(dpi / workDPI); n > 1 {
		picture, dpi = reduced(picture, n), dpi/float64(n)
	}
	sheet := newSheet(picture, dpi)
	if len(sheet.letters) == 0 {
		p := newPlace(picture, dpi, attitude{})
		return Page{Width: p.width, Height: p.height, Blank: sheet.sparse, place: p}, nil
	}
	return r.read(ctx, sheet)
}

func check(picture *image.Gray, dpi float64) error {
	pixels := picture.Rect.Dx() * picture.Rect.Dy()
	switch {
	case pixels == 0:
		return fmt.Errorf("the picture of the page is empty")
	case pixels > mostPixels:
		return fmt.Errorf("the picture of the page has %d pixels, more than the %d that are recognized; draw the page at 300 dpi", pixels, mostPixels)
	case !(dpi >= leastDPI && dpi <= mostDPI):
		return fmt.Errorf("a picture of %g dpi cannot be recognized; draw the page at %d to %d dpi, best at 300", dpi, leastDPI, mostDPI)
	}
	return nil
}

// read recognizes the page the way it most likely lies. Only where that is not plainly good it tries the other ways, and takes the one
// that gives the most letters in surely read words. The program's own detection (--psm 0) takes longer than a recognition.
func (r Reader) read(ctx context.Context, s sheet) (Page, error) {
	var best reading
	ways := attitudes(s.letters)
	for _, a := range ways {
		if a.sharp < worthTrying*ways[0].sharp {
			break
		}
		got, err := r.try(ctx, s, a)
		if err != nil {
			return Page{}, err
		}
		if got.sure > best.sure || best.letters == 0 {
			best = got
		}
		if best.plain() {
			break
		}
	}
	if s.sparse && best.sure == 0 {
		best.page.Words, best.page.Blank = nil, true
	}
	return best.page, nil
}

// try recognizes a page that lies in one way.
func (r Reader) try(ctx context.Context, s sheet, a attitude) (reading, error) {
	picture, scale := s.straight(a)
	dpi := s.dpi * scale
	unband(picture, dpi)
	rules := unrule(picture, dpi)
	despeck(picture, dpi)
	run := r.Run
	if run == nil {
		run = (*exec.Cmd).Run
	}
	hocr, err := recognize(ctx, run, picture, dpi)
	if err != nil {
		return reading{}, err
	}
	rows, err := parse(hocr)
	if err != nil {
		return reading{}, err
	}
	return newReading(rows, rules, newPlace(s.picture, s.dpi, a), picture.Rect, dpi), nil
}
