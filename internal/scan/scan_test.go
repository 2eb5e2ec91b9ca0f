package scan_test

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"strings"
	"testing"

	"imr/internal/pdf"
	"imr/internal/records"
	"imr/internal/scan"
)

const twin = "# REQUEST\nEmployer: Pinnacle Glazing || Date of Injury: 05/19/2014\n\nThe employee walks ten minutes more.\n====\n| Service | Quantity |\n| Acupuncture | 6 visits |\n"

func record(t *testing.T, text string) []byte {
	t.Helper()
	made, err := records.PDF(text)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func TestTheSameSettingsGiveTheSameBytes(t *testing.T) {
	s := scan.Settings{DPI: 150, Mono: true, Skew: 2, Noise: 0.3, Streaks: 1, Seed: 7}
	first, second := mustScan(t, s), mustScan(t, s)
	if !bytes.Equal(first, second) {
		t.Error("two scans with the same settings differ")
	}
	s.Seed++
	if bytes.Equal(first, mustScan(t, s)) {
		t.Error("another seed gives the same noise")
	}
}

func mustScan(t *testing.T, s scan.Settings) []byte {
	t.Helper()
	made, err := scan.PDF(record(t, twin), s)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func TestAScanHasPagesAndNoText(t *testing.T) {
	file, err := pdf.Read("scan.pdf", mustScan(t, scan.Settings{DPI: 150, Turn: 1}))
	if err != nil {
		t.Fatal(err)
	}
	if len(file.Pages) != 2 || len(file.Unread) != 2 {
		t.Fatalf("%d pages and %d unread, want 2 of both", len(file.Pages), len(file.Unread))
	}
	if p := file.Pages[0]; len(p.Lines) != 0 || p.Width != 792 || p.Height != 612 {
		t.Errorf("the first page has %d lines and measures %g by %g points, want none and 792 by 612", len(p.Lines), p.Width, p.Height)
	}
}

// The text stands where the record has it: ink in the middle of each cell's box, and none outside the boxes.
func TestTextIsDrawnWhereTheRecordHasIt(t *testing.T) {
	made := record(t, strings.Split(twin, "====")[0])
	file, err := pdf.Read("record.pdf", made)
	if err != nil {
		t.Fatal(err)
	}
	const dpi = 144
	pages, err := scan.Pages(made, dpi)
	if err != nil {
		t.Fatal(err)
	}
	sheet := pages[0]
	for _, line := range file.Pages[0].Lines {
		for _, cell := range line.Cells {
			area := image.Rect(int(cell.Box[0]*2), int(cell.Box[1]*2), int(cell.Box[2]*2), int(cell.Box[3]*2))
			if dark(sheet, area) < 30 {
				t.Errorf("%q is not at %v", cell.Text, cell.Box)
			}
			wipe(sheet, area.Inset(-3))
		}
	}
	if rest := dark(sheet, sheet.Rect); rest > 0 {
		t.Errorf("%d dark pixels stand outside the cells' boxes", rest)
	}
}

func TestABorderIsDrawnAroundEachCell(t *testing.T) {
	pages, err := scan.Pages(record(t, "| a | b |\n| c | d |\n"), 144)
	if err != nil {
		t.Fatal(err)
	}
	full := 0
	for y := range pages[0].Rect.Dy() {
		if dark(pages[0], image.Rect(120, y, 1100, y+1)) > 970 {
			full++
		}
	}
	if full < 3 || full > 6 {
		t.Errorf("%d rows of pixels are a rule, want those of three rules", full)
	}
}

func dark(img *image.Gray, area image.Rectangle) int {
	n := 0
	area = area.Intersect(img.Rect)
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if img.GrayAt(x, y).Y < 128 {
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
			img.SetGray(x, y, color.Gray{Y: 255})
		}
	}
}

// paper returns a white picture with one black rectangle.
func paper(w, h int, ink image.Rectangle) *image.Gray {
	img := image.NewGray(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	for y := ink.Min.Y; y < ink.Max.Y; y++ {
		for x := ink.Min.X; x < ink.Max.X; x++ {
			img.SetGray(x, y, color.Gray{Y: 0})
		}
	}
	return img
}

func TestATurnIsClockwise(t *testing.T) {
	corner := image.Rect(0, 0, 10, 10)
	for turn, want := range map[int]image.Rectangle{0: corner, 1: image.Rect(190, 0, 200, 10), 2: image.Rect(90, 190, 100, 200), 3: image.Rect(0, 90, 10, 100), -1: image.Rect(0, 90, 10, 100)} {
		got := scan.Settings{DPI: 100, Turn: turn}.Scan(paper(100, 200, corner))
		if dark(got, want) != 100 || dark(got, got.Rect) != 100 {
			t.Errorf("%d quarters: the corner is not at %v", turn, want)
		}
	}
}

func TestASkewIsClockwise(t *testing.T) {
	got := scan.Settings{DPI: 100, Skew: 3}.Scan(paper(400, 200, image.Rect(0, 99, 400, 101)))
	height := func(x int) int {
		for y := range 200 {
			if got.GrayAt(x, y).Y < 128 {
				return y
			}
		}
		return -1
	}
	fall, want := float64(height(350)-height(50)), 300*math.Tan(3*math.Pi/180)
	if math.Abs(fall-want) > 1.5 {
		t.Errorf("the line falls by %g pixels from left to right, want %.1f", fall, want)
	}
}

func TestTonesOfAScan(t *testing.T) {
	page := paper(200, 200, image.Rect(50, 50, 150, 150))
	tests := []struct {
		name       string
		s          scan.Settings
		ink, paper uint8
	}{
		{"clean", scan.Settings{}, 0, 255},
		{"negative", scan.Settings{Negative: true}, 255, 0},
		{"faint", scan.Settings{Faint: 0.5}, 89, 217},
	}
	for _, test := range tests {
		test.s.DPI = 100
		got := test.s.Scan(page)
		if ink, paper := got.GrayAt(100, 100).Y, got.GrayAt(10, 10).Y; ink != test.ink || paper != test.paper {
			t.Errorf("%s: ink is %d and paper %d, want %d and %d", test.name, ink, paper, test.ink, test.paper)
		}
	}
}

func TestABlackAndWhiteScanHasNoGrey(t *testing.T) {
	got := scan.Settings{DPI: 100, Mono: true, Noise: 0.5, Skew: 1}.Scan(paper(200, 200, image.Rect(50, 50, 150, 150)))
	for i, v := range got.Pix {
		if v != 0 && v != 255 {
			t.Fatalf("pixel %d has the grey %d", i, v)
		}
	}
	specks := dark(got, got.Rect) - dark(got, image.Rect(40, 40, 160, 160))
	if specks < 10 || specks > 2000 {
		t.Errorf("%d dark pixels lie away from the square, want the specks of a dirty page", specks)
	}
}

func TestStreaksRunDownThePage(t *testing.T) {
	got := scan.Settings{DPI: 100, Streaks: 2}.Scan(paper(300, 300, image.Rectangle{}))
	if n := dark(got, got.Rect); n != 600 {
		t.Errorf("%d dark pixels, want two streaks of 300", n)
	}
}

func TestErrorsSayWhatToGive(t *testing.T) {
	tests := []struct {
		record []byte
		s      scan.Settings
		want   string
	}{
		{record(t, "a"), scan.Settings{}, "a scan of 0 dpi cannot be made; take 50 to 600"},
		{record(t, "a"), scan.Settings{DPI: 200, Skew: math.NaN()}, "a page cannot lie crooked by NaN degrees"},
		{record(t, "a"), scan.Settings{DPI: 200, Noise: 2}, "noise of 2 is out of range"},
		{record(t, "a"), scan.Settings{DPI: 200, Faint: 1}, "a loss of contrast of 1 is out of range"},
		{record(t, "a"), scan.Settings{DPI: 200, Streaks: -1}, "there cannot be -1 streaks"},
		{[]byte("no PDF"), scan.Settings{DPI: 200}, "the record cannot be scanned, since it is no sound PDF"},
	}
	for _, test := range tests {
		_, err := scan.PDF(test.record, test.s)
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%+v gives the error %v, want %s…", test.s, err, test.want)
		}
	}
}
