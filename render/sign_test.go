package render_test

import (
	"regexp"
	"strings"
	"testing"

	"imr"
)

// toSign is an adopted decision of an organization that signs its letters.
func toSign() imr.Decision {
	d := adopted()
	d.Letter.Config.Organization, d.Letter.Config.Signature = "Example Review", true
	return d
}

// Only the parties' final letter of an organization that wants it has a place to sign.
func TestPlaceToSign(t *testing.T) {
	proposal, public, unwanted := eighteen(), toSign(), adopted()
	proposal.Letter.Config.Signature, public.Letter.Public = true, true
	for what, d := range map[string]imr.Decision{"a proposal": proposal, "a public copy": public, "a letter where none is wanted": unwanted} {
		if b := pdf(t, d); strings.Contains(string(b), "/AcroForm") || strings.Contains(text(t, d), "Signed for") {
			t.Errorf("%s has a place to sign", what)
		}
	}
	d := toSign()
	for what, words := range map[string]string{"the text": text(t, d), "the page": string(web(t, d))} {
		if !strings.Contains(words, "Signed for Example Review:") {
			t.Errorf("%s has no place to sign", what)
		}
	}
	if got := poppler(t, pdf(t, d), "pdfinfo"); !strings.Contains(got, "AcroForm") {
		t.Errorf("poppler sees no form:\n%s", got)
	}
}

// The field stands below its label on the same page, also where the label comes to a page's end.
func TestPlaceToSignStaysWithItsLabel(t *testing.T) {
	d := toSign()
	for range 45 { // lines, one each: a whole page
		d.Items[0].Reasons[2].Sentence += " The request is for 18 visits of acupuncture to the low back, three times a week for six weeks."
		b := pdf(t, d)
		all := lines(t, b)
		label := all[find(t, all, "Signed for Example Review:")]
		page, top := fieldOf(t, b)
		if gap := top - label.boxes[0].y1; page != label.page || gap < 0 || gap > 12 {
			t.Fatalf("the field is on page %d at %.0f, its label on page %d at %.0f", page, top, label.page, label.boxes[0].y1)
		}
	}
}

var (
	fieldPlace = regexp.MustCompile(`/Rect \[[\d.]+ [\d.]+ [\d.]+ ([\d.]+)\] /F 4 /P (\d+) 0 R`)
	pageNumber = regexp.MustCompile(`(\d+) 0 obj\n<</Type /Page\n`)
)

// fieldOf is the page of the letter's one field, and its upper edge in points from the page's.
func fieldOf(t *testing.T, b []byte) (page int, top float64) {
	t.Helper()
	m := fieldPlace.FindSubmatch(b)
	if m == nil {
		t.Fatal("there is no field")
	}
	for i, p := range pageNumber.FindAllSubmatch(b, -1) {
		if string(p[1]) == string(m[2]) {
			page = i + 1
		}
	}
	return page, 792 - number(t, string(m[1]))
}
