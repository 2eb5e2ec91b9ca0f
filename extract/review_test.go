package extract

import (
	"testing"

	"imr"
)

func TestReviewReadsWhatWasDecided(t *testing.T) {
	for _, c := range []struct {
		name    string
		page    imr.Page
		outcome string
		count   string
	}{
		{"two sentences", page("The request for 18 acupuncture sessions is MODIFIED. 6 sessions certified; 12 sessions non-certified."), imr.URModified, "6"},
		{"modified to", page("The request for 12 acupuncture visits is modified to 4 visits."), imr.URModified, "4"},
		{"denied", page("The request for acupuncture, 12 visits, is denied."), imr.URDenied, ""},
		{"non-certified", page("Requested: acupuncture 8 visits", "Determination: Non-certified"), imr.URDenied, ""},
		{"not authorized", page("The request for acupuncture 8 visits is not authorized."), imr.URDenied, ""},
		{"not denied", page("The request for acupuncture 6 visits is not denied."), imr.URApproved, ""},
		{"of", page("Requested: 12 acupuncture visits", "Decision: 5 of 12 visits certified, 7 non-certified"), imr.URModified, "5"},
		{"label", page("Requested: 18 acupuncture visits", "Determination: Modified", "Approved: 6", "Not approved: 12"), imr.URModified, "6"},
		{"in full", page("Requested: 6 acupuncture visits", "Determination: certified"), imr.URApproved, ""},
		{"conditional", page("The request for acupuncture 6 visits is conditionally non-certified."), imr.URConditional, ""},
		{"deferred", page("The request for acupuncture 6 visits is deferred."), imr.URDeferred, ""},
		{"broken word", page("Recommend prospective request for acupuncture 6 visits be de-", "nied."), imr.URDenied, ""},
	} {
		var got []imr.Mention
		for _, m := range mentionsOf(c.page) {
			if m.Topic == "ur" {
				got = append(got, m)
			}
		}
		if len(got) != 1 || got[0].Sense != c.outcome || got[0].Value != c.count {
			t.Errorf("%s: got %+v, want %s %q", c.name, got, c.outcome, c.count)
		}
	}
}

func TestReasonsDecideNothing(t *testing.T) {
	p := page("The request for acupuncture 6 visits is denied.", "Reasons", "- Acupuncture was approved in the past.", "[ ] Approved   [ ] Denied or Modified")
	n := 0
	for _, m := range mentionsOf(p) {
		if m.Topic == "ur" {
			n++
		}
	}
	if n != 1 {
		t.Errorf("read %d decisions, want 1", n)
	}
}
