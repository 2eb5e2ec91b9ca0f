package render_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"imr"
)

// Where the public letter CM16-0230548 sets what ours has too, measured once with pdftotext -bbox, in points from the page's upper left
// corner. A baseline is .891 em below the upper edge of a word in Times.
const (
	publicHeadingMiddle   = 305.8 // of every heading
	publicHeadingBaseline = 185.9 // of the first
	publicTextLeft        = 72.05
	publicTextRight       = 539.4 // of the longest line
	publicLinePitch       = 13.8
	publicOutcomeGap      = 6.1 // from an item's colon to its outcome
	ascent                = 0.891 * 12
)

// line is a line of words on a page, in reading order.
type line struct {
	page  int
	words []string
	boxes []box
}

func (l line) text() string { return strings.Join(l.words, " ") }

// lines joins the words of a PDF to lines. A new page begins where the words jump up from the footer.
func lines(t *testing.T, b []byte) []line {
	t.Helper()
	words, places := boxes(t, b)
	var out []line
	page := 1
	for i, w := range words {
		if i > 0 && places[i-1].y0 > 740 && places[i].y0 < 740 {
			page++
		}
		if n := len(out); n > 0 && math.Abs(out[n-1].boxes[0].y0-places[i].y0) < 4 && out[n-1].page == page {
			out[n-1].words, out[n-1].boxes = append(out[n-1].words, w), append(out[n-1].boxes, places[i])
			continue
		}
		out = append(out, line{page, []string{w}, []box{places[i]}})
	}
	return out
}

func find(t *testing.T, all []line, start string) int {
	t.Helper()
	i := slices.IndexFunc(all, func(l line) bool { return strings.HasPrefix(l.text(), start) })
	if i < 0 {
		t.Fatalf("no line begins with %q", start)
	}
	return i
}

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if math.Abs(got-want) > within {
		t.Errorf("%s is at %.2f, in the public letter at %.2f", what, got, want)
	}
}

func TestLooksLikeThePublicLetter(t *testing.T) {
	all := lines(t, pdf(t, eighteen()))
	for _, h := range []string{"HOW THE IMR", "CLINICAL CASE SUMMARY", "IMR ISSUES, DECISIONS AND RATIONALES"} {
		b := all[find(t, all, h)].boxes
		near(t, "the middle of "+h, (b[0].x0+b[len(b)-1].x1)/2, publicHeadingMiddle, 0.5)
	}
	first := find(t, all, "HOW THE IMR")
	near(t, "the first heading's baseline", all[first].boxes[0].y0+ascent, publicHeadingBaseline, 1.5)
	near(t, "the text's left edge", all[first+1].boxes[0].x0, publicTextLeft, 0.3)
	near(t, "the pitch of lines", (all[first+4].boxes[0].y0-all[first+1].boxes[0].y0)/3, publicLinePitch, 0.05)
	right := 0.0
	for _, l := range all[first+1:] {
		right = max(right, l.boxes[len(l.boxes)-1].x1)
	}
	near(t, "the text's right edge", right, publicTextRight, 3)
	item := all[find(t, all, "18 acupuncture sessions: Upheld")].boxes
	near(t, "the outcome behind its item", item[3].x0-item[2].x1, publicOutcomeGap, 0.3)
}

// The usual case, one item and a record of some ten facts, takes two pages as most public letters do.
func TestUsualCaseTakesTwoPages(t *testing.T) {
	all := lines(t, pdf(t, eighteen()))
	if last := all[len(all)-1]; last.page != 2 {
		t.Errorf("the letter has %d pages", last.page)
	}
}

// So do the letters of the regression cases with the address of an organization and the credentials of a reviewer: nine of ten.
func TestLettersOfCasesTakeTwoPages(t *testing.T) {
	files, err := filepath.Glob("../testdata/cases/*/want/decision.json")
	if err != nil || len(files) < 70 {
		t.Fatalf("%d decisions: %v", len(files), err)
	}
	long := 0
	for _, file := range files {
		d := decisionIn(t, file)
		d.Letter.Config.Address = []string{"1 Main Street", "Sacramento, CA 95814"}
		d.Letter.Config.Licensure, d.Letter.Config.Specialty = []string{"California"}, []string{"Chiropractor", "Oriental Medicine"}
		if pages := bytes.Count(pdf(t, d), []byte("/Type /Page\n")); pages > 2 {
			long++
			t.Logf("%s: %d pages", file, pages)
		}
	}
	t.Logf("%d of %d letters have at most two pages", len(files)-long, len(files))
	if 10*long > len(files) {
		t.Errorf("%d letters have more than two pages", long)
	}
}

func decisionIn(t *testing.T, file string) imr.Decision {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var d imr.Decision
	if err := json.Unmarshal(b, &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// Thirty items, long requests and ten pages of rationale: an item's line is never parted from the start of its rationale, headings
// stand above something, and pages are filled.
func TestLongLettersLayOutWell(t *testing.T) {
	d := eighteen()
	d.Items = nil
	for n := 1; n <= 30; n++ {
		item := eighteenItem()
		item.N, item.Text = n, fmt.Sprintf("Item%d acupuncture 18 visits", n)
		if n%7 == 0 {
			item.Text += strings.Repeat(" with infrared heat to the lumbar spine", 15)
		}
		for range n % 5 * 6 {
			item.Reasons = append(item.Reasons[:1:1], item.Reasons...)
		}
		d.Items = append(d.Items, item)
	}
	all := lines(t, pdf(t, d))
	for n := 1; n <= 30; n++ {
		i := find(t, all, fmt.Sprintf("Item%d acupuncture", n))
		rationale := i + find(t, all[i:], "Decision rationale:")
		if all[i].page != all[rationale+1].page {
			t.Errorf("item %d stands on page %d, its rationale goes on on page %d", n, all[i].page, all[rationale+1].page)
		}
	}
	pages := all[len(all)-1].page
	foot := map[int]float64{}
	for _, l := range all {
		if y := l.boxes[0].y0; y < 735 {
			foot[l.page] = max(foot[l.page], y)
		}
	}
	for p := 1; p < pages; p++ {
		if foot[p] < 480 {
			t.Errorf("page %d of %d ends at %.0f", p, pages, foot[p])
		}
	}
	if pages < 14 || pages > 40 {
		t.Errorf("%d pages", pages)
	}
}

// A request that fills more than a page has its whole text in the letter.
func TestRequestOfManyPages(t *testing.T) {
	d := eighteen()
	d.Items[0].Text = "18 visits " + strings.Repeat("of acupuncture for the low back ", 400)
	got := flat(footer.ReplaceAllString(poppler(t, pdf(t, d), "pdftotext", "-enc", "UTF-8"), ""))
	if n := strings.Count(got, "of acupuncture for the low back"); n < 400 {
		t.Errorf("%d of 400 repetitions are there", n)
	}
}
