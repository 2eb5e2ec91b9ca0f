package ocr_test

import (
	"context"
	"image"
	"math"
	"slices"
	"strings"
	"testing"

	"imr/internal/ocr"
	"imr/internal/pdf"
	"imr/internal/records"
	"imr/internal/scan"
)

const form = "../../samples/first-course-6/rfa.pdf"

// A page is read whichever way it lies, and told is by how much it was turned.
func TestTurnedPagesAreRead(t *testing.T) {
	need(t)
	t.Parallel()
	o := load(t, form)
	for turn := 1; turn <= 3; turn++ {
		page := mustRead(t, o.scanned(t, scan.Settings{DPI: 200, Mono: true, Turn: turn, Noise: 0.1}), 200)
		got := compare(o.lines, page)
		if page.Turn != 4-turn || page.Width != 612 || page.Height != 792 {
			t.Errorf("turned by %d: turned back by %d, and %g by %g points", turn, page.Turn, page.Width, page.Height)
		}
		if got.accuracy() < 98 {
			t.Errorf("turned by %d: %s", turn, got)
		}
	}
}

func TestPoorPagesAreRead(t *testing.T) {
	need(t)
	t.Parallel()
	o := load(t, form)
	tests := []struct {
		name  string
		s     scan.Settings
		least float64 // percent of the characters
	}{
		{"white on black", scan.Settings{DPI: 200, Negative: true, Noise: 0.1}, 98},
		{"faint", scan.Settings{DPI: 200, Faint: 0.8, Noise: 0.02}, 98},
		{"much grain", scan.Settings{DPI: 200, Noise: 0.8}, 93},
		{"dirty fax", scan.Settings{DPI: 200, Mono: true, Noise: 0.3}, 96},
		{"streaks on a crooked page", scan.Settings{DPI: 200, Mono: true, Noise: 0.1, Streaks: 2, Skew: 1.5, Seed: 3}, 93},
	}
	for _, test := range tests {
		if got := compare(o.lines, mustRead(t, o.scanned(t, test.s), test.s.DPI)); got.accuracy() < test.least {
			t.Errorf("%s: %s, want %g %%", test.name, got, test.least)
		}
	}
}

// The boxes of the cells lie on the words of the page as displayed: wiping them out wipes out the ink.
func TestBoxesLieOnTheWordsAsDisplayed(t *testing.T) {
	need(t)
	t.Parallel()
	o := load(t, "../../samples/first-course-18/4-progress-report.pdf") // it has no rules, which are no words
	for _, s := range []scan.Settings{{DPI: 150}, {DPI: 150, Skew: 2, Turn: 1}, {DPI: 150, Skew: -3, Turn: 2}} {
		picture := o.scanned(t, s)
		page := mustRead(t, picture, s.DPI)
		before := inkIn(picture, picture.Rect)
		for _, w := range page.Words {
			box := page.Displayed([4]float64{w.X0, w.Baseline - w.Size, w.X1, w.Baseline + 0.3*w.Size})
			area := pixels(box, s.DPI)
			if len(w.Text) > 2 && inkIn(picture, area) == 0 {
				t.Errorf("skew %g, turn %d: there is no ink at %q, %v", s.Skew, s.Turn, w.Text, box)
			}
		}
		for _, w := range page.Words {
			wipe(picture, pixels(page.Displayed([4]float64{w.X0, w.Baseline - w.Size, w.X1, w.Baseline + 0.3*w.Size}), s.DPI))
		}
		if rest := inkIn(picture, picture.Rect); float64(rest) > 0.01*float64(before) {
			t.Errorf("skew %g, turn %d: %d of %d dark pixels stand outside the words' boxes", s.Skew, s.Turn, rest, before)
		}
	}
}

func pixels(box [4]float64, dpi int) image.Rectangle {
	scale := float64(dpi) / 72
	return image.Rect(int(math.Floor(box[0]*scale)), int(math.Floor(box[1]*scale)), int(math.Ceil(box[2]*scale)), int(math.Ceil(box[3]*scale)))
}

func inkIn(img *image.Gray, area image.Rectangle) int {
	n := 0
	area = area.Intersect(img.Rect)
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for _, v := range img.Pix[y*img.Stride+area.Min.X : y*img.Stride+area.Max.X] {
			if v < 128 {
				n++
			}
		}
	}
	return n
}

func wipe(img *image.Gray, area image.Rectangle) {
	area = area.Intersect(img.Rect)
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			img.Pix[y*img.Stride+x] = 255
		}
	}
}

// Baselines and sizes are those of the record, so that lines and cells come out as those of its text.
func TestLinesAreLaidOutAsInTheRecord(t *testing.T) {
	need(t)
	t.Parallel()
	o := load(t, form)
	page := mustRead(t, o.scanned(t, scan.Settings{DPI: 300}), 300)
	got := pdf.Lines(page.Words)
	if len(got) != len(o.lines) {
		t.Fatalf("%d lines, want %d:\n%s", len(got), len(o.lines), text(got))
	}
	for i, line := range got {
		want := o.lines[i]
		for k, side := range line.Box() {
			if math.Abs(side-want.Box()[k]) > 1.8 {
				t.Errorf("%q is at %v, want %v", line.Text(), line.Box(), want.Box())
				break
			}
		}
	}
}

// The rules of a table are no letters, and those that run down are told.
func TestRulesOfATable(t *testing.T) {
	need(t)
	t.Parallel()
	o := load(t, form)
	page := mustRead(t, o.scanned(t, scan.Settings{DPI: 200, Skew: 2, Turn: 1}), 200)
	for _, w := range page.Words {
		if strings.ContainsAny(w.Text, "|_") {
			t.Errorf("a rule is read as %q", w.Text)
		}
	}
	var at []float64
	for _, r := range page.Rules {
		at = append(at, r.X)
		if math.Abs(r.Y0-207.25) > 2 || math.Abs(r.Y1-258.6) > 2 {
			t.Errorf("the rule at %.1f runs from %.1f to %.1f, want 207 to 259", r.X, r.Y0, r.Y1)
		}
	}
	want := []float64{54, 134.4, 198.8, 316.7, 365, 558}
	if !slices.EqualFunc(at, want, func(a, b float64) bool { return math.Abs(a-b) < 1 }) {
		t.Errorf("rules stand at %.1f, want %.1f", at, want)
	}
}

// Capitals and digits have no tails, so that their shapes do not tell which way is up: recognition does.
func TestCapitalsUpsideDownAreRead(t *testing.T) {
	need(t)
	t.Parallel()
	made, err := records.PDF("> REQUEST FOR AUTHORIZATION OF ACUPUNCTURE\n> EMPLOYER HALCYON CASUALTY 02/12/2014\n> LOW BACK PAIN AFTER A LIFT AT WORK\n")
	if err != nil {
		t.Fatal(err)
	}
	pages, err := scan.Pages(made, 150)
	if err != nil {
		t.Fatal(err)
	}
	page := mustRead(t, scan.Settings{DPI: 150, Turn: 2}.Scan(pages[0]), 150)
	if got := text(pdf.Lines(page.Words)); page.Turn != 2 || !strings.Contains(got, "LOW BACK PAIN AFTER A LIFT AT WORK") {
		t.Errorf("turned by %d and read as %s", page.Turn, got)
	}
}

// A heading may be printed white on a black bar, and a fax machine may draw a line down the page.
func TestBarsAndStreaks(t *testing.T) {
	need(t)
	t.Parallel()
	o := load(t, form)
	picture := o.scanned(t, scan.Settings{DPI: 200})
	bar := pixels(o.lines[0].Box(), 200).Inset(-6)
	for y := bar.Min.Y; y < bar.Max.Y; y++ {
		for x := 150; x < 1550; x++ {
			picture.Pix[y*picture.Stride+x] = 255 - picture.Pix[y*picture.Stride+x]
		}
	}
	page := mustRead(t, scan.Settings{DPI: 200, Mono: true, Streaks: 1, Seed: 4}.Scan(picture), 200)
	if got := text(pdf.Lines(page.Words)); !strings.HasPrefix(got, "REQUEST FOR AUTHORIZATION\n") {
		t.Errorf("the heading on a bar is not read:\n%s", got)
	}
	if len(page.Rules) != 6 {
		t.Errorf("%d rules, want the table's 6 without the streak", len(page.Rules))
	}
}

func TestABlankPageIsNotRecognized(t *testing.T) {
	paper := blank(850, 1100)
	for i := range paper.Pix {
		paper.Pix[i] = uint8(240 + i*7%5)
	}
	page, err := ocr.Reader{Run: refuse}.Read(context.Background(), paper, 100)
	if err != nil || !page.Blank || page.Width != 612 || page.Height != 792 {
		t.Errorf("a blank page gives %+v and %v", page, err)
	}
}

// A page with dirt and the shadows of holes is blank; one with a picture is not, though neither has text.
func TestPagesWithoutText(t *testing.T) {
	need(t)
	t.Parallel()
	dirty := blank(850, 1100)
	for _, at := range [][2]int{{20, 200}, {20, 550}, {20, 900}} {
		blacken(dirty, image.Rect(at[0], at[1], at[0]+25, at[1]+25))
	}
	for _, at := range [][2]int{{300, 300}, {610, 420}, {200, 810}} {
		blacken(dirty, image.Rect(at[0], at[1], at[0]+4, at[1]+3))
	}
	picture := blank(850, 1100)
	blacken(picture, image.Rect(200, 200, 600, 500))
	for name, img := range map[string]*image.Gray{"dirt": dirty, "picture": picture} {
		page := mustRead(t, img, 100)
		if page.Blank != (name == "dirt") || page.Sure > 0 {
			t.Errorf("%s: blank %v, sure %g, words %v", name, page.Blank, page.Sure, page.Words)
		}
	}
}

func blank(w, h int) *image.Gray {
	img := image.NewGray(image.Rect(0, 0, w, h))
	wipe(img, img.Rect)
	return img
}

func blacken(img *image.Gray, area image.Rectangle) {
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			img.Pix[y*img.Stride+x] = 0
		}
	}
}
