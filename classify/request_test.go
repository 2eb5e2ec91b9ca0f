package classify_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"imr"
)

// askedIn is what a case asks for, as testdata/requests.txt writes it.
func askedIn(c imr.Case) string {
	out := []string{status(c.Facts.RFADate)}
	for _, it := range c.Items {
		if it.Service == imr.OtherService {
			out = append(out, "other")
			continue
		}
		visits := string(it.RequestedVisits.Status)
		if r := it.RequestedVisits.Value; visits == "known" && r.Low == r.High {
			visits = fmt.Sprint(r.High)
		} else if visits == "known" {
			visits = fmt.Sprintf("%v-%v", r.Low, r.High)
		}
		out = append(out, fmt.Sprintf("%s %s %s", it.Service, visits, strings.Join(it.BodyPart.Value, "+")))
	}
	return strings.Join(out, "; ")
}

func TestWhatRequestsAskFor(t *testing.T) {
	b, err := os.ReadFile("testdata/requests.txt")
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(b), "\n==\n")[1:]
	for i, block := range blocks {
		text, want, _ := strings.Cut(block, "\n=> ")
		pages := append(strings.Split(text, "\n----\n"), fmt.Sprintf(letterPage, "acupuncture", "denied"), fmt.Sprintf(reportPage, "He has had no acupuncture."))
		if got := askedIn(caseFrom(pages...)); got != strings.TrimSpace(want) {
			t.Errorf("request %d: %s, want %s\n%s", i+1, got, want, text)
		}
	}
	if len(blocks) < 20 {
		t.Errorf("only %d requests were read", len(blocks))
	}
}
