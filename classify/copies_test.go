package classify

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"imr"
)

func TestAPageFaxedTwiceIsOneDocument(t *testing.T) {
	body := "The neck is stiff and hurts when looking over the shoulder.\nSix visits were completed in June and July.\n"
	first := paper{kind: progress, file: "a.pdf", first: 1, last: 2, text: "Page 1 of 2\nPROGRESS REPORT\n" + body + "Page 2 of 2\nPlan: six more visits for the neck, once a week, and a report after the last of them.\n"}
	again := paper{kind: progress, file: "b.pdf", first: 7, last: 7, text: "02/03/2014 10:15 FAX\n  PROGRESS REPORT\n" + body}
	other := paper{kind: progress, file: "b.pdf", first: 8, last: 8, text: "PROGRESS REPORT\n" + strings.Replace(body, "Six", "Seven", 1)}
	short := paper{kind: unplaced, file: "b.pdf", first: 9, last: 9, text: "PROGRESS REPORT\n"}
	stranger := again
	stranger.first, stranger.last, stranger.excluded = 10, 10, true
	c := &classifier{papers: []paper{again, first, other, short, first, stranger}}
	c.papers[4].first, c.papers[4].last = 3, 4
	want := []imr.Reviewed{
		{Kind: progress, File: "a.pdf", First: 1, Last: 2, Copies: []imr.PageRange{{File: "b.pdf", First: 7, Last: 7}, {File: "a.pdf", First: 3, Last: 4}}},
		{Kind: progress, File: "b.pdf", First: 8, Last: 8},
		{Kind: unplaced, File: "b.pdf", First: 9, Last: 9},
	}
	if diff := cmp.Diff(want, c.reviewed()); diff != "" {
		t.Error(diff)
	}
}
