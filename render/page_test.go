package render_test

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"imr"
)

type box struct{ x0, y0, x1, y1 float64 }

var boxLine = regexp.MustCompile(`xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>`)

// boxes returns the words of all pages in reading order with their places.
func boxes(t *testing.T, b []byte) (words []string, places []box) {
	t.Helper()
	for _, m := range boxLine.FindAllStringSubmatch(poppler(t, b, "pdftotext", "-bbox"), -1) {
		var n [4]float64
		for i := range n {
			n[i], _ = strconv.ParseFloat(m[i+1], 64)
		}
		words, places = append(words, m[5]), append(places, box{n[0], n[1], n[2], n[3]})
	}
	return words, places
}

// The table's labels and values stand where they stand in the public letters, to a point.
func TestHeaderTablePositions(t *testing.T) {
	want := map[string][2]float64{
		"Case": {72, 95}, "Assigned:": {99, 108}, "Decision": {72, 121}, "Priority:": {72, 134},
		"CM15-0000001": {179, 95}, "12/06/2016": {179, 108}, "Standard": {179, 134},
		"Injury:": {369.5, 108}, "UR": {329, 121}, "Application": {329, 134}, "Received:": {329, 147},
		"07/11/2016": {427, 108}, "12/01/2016": {427, 134},
	}
	words, places := boxes(t, pdf(t, eighteen()))
	for i, w := range words {
		xy, ok := want[w]
		if !ok {
			continue
		}
		delete(want, w) // the table comes first
		if dx, dy := places[i].x0-xy[0], places[i].y0-xy[1]; max(dx, -dx) > 1 || max(dy, -dy) > 1.5 {
			t.Errorf("%s stands at %.1f, %.1f, want %.1f, %.1f", w, places[i].x0, places[i].y0, xy[0], xy[1])
		}
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
}

// Nothing runs off the page: not a path without a space, not a long letterhead, not a long case number.
func TestEverythingStaysOnThePage(t *testing.T) {
	d := eighteen()
	d.Case.Number = ptr(strings.Repeat("CM15", 30))
	d.Letter.Config.Organization = strings.Repeat("Review ", 40)
	d.Letter.Config.Address = slices.Repeat([]string{"Street"}, 12)
	d.Items[0].Text = "18 " + strings.Repeat("acupuncture/", 40)
	d.Inputs[0].File = strings.Repeat("folder/", 60) + "file.pdf"
	words, places := boxes(t, pdf(t, d))
	for i, b := range places {
		if b.x0 < 66 || b.x1 > 546 || b.y1 > 775 || b.y0 < 36 {
			t.Errorf("%q stands at %v", words[i], b)
		}
	}
	if len(words) < 300 {
		t.Errorf("only %d words", len(words))
	}
}

func TestCharactersOfManyLands(t *testing.T) {
	d := eighteen()
	d.Letter.Summary = []imr.Note{{Name: "occupation", Value: "señor Łukasz Ångström, Жуков – Ωμέγα § e\u0301tude 鍼 🪡 \x07bell", Evidence: []imr.Evidence{at(5, 1, "x")}}}
	got := flat(poppler(t, pdf(t, d), "pdftotext", "-enc", "UTF-8"))
	if want := "“señor Łukasz Ångström, Жуков – Ωμέγα § étude □ □ bell”"; !strings.Contains(got, want) {
		t.Errorf("the PDF lacks %q", want)
	}
	if want := "鍼 🪡 bell"; !strings.Contains(text(t, d), want) {
		t.Errorf("the text lacks %q", want)
	}
}

// introduction is a line that means nothing without the next one.
var introduction = regexp.MustCompile(`^(Documents reviewed|What would change the result):$|^below:$|:\s+Upheld$|^[A-Z, ]{8,}$`)

// Headings and item lines are followed by something on their own page.
func TestNoHeadingAtAPagesFoot(t *testing.T) {
	for n := range 14 {
		d := eighteen()
		for i := range n {
			d.Letter.Documents = append(d.Letter.Documents, imr.Reviewed{Kind: "pr2", Provider: strconv.Itoa(i), File: "more.pdf", First: i + 1, Last: i + 1})
		}
		for i, page := range strings.Split(poppler(t, pdf(t, d), "pdftotext", "-enc", "UTF-8"), "\f") {
			lines := strings.Split(strings.TrimSpace(footer.ReplaceAllString(page, "")), "\n")
			last := strings.TrimSpace(lines[len(lines)-1])
			if introduction.MatchString(last) {
				t.Errorf("%d more documents: page %d ends with %q", n, i+1, last)
			}
		}
	}
}
