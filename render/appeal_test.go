package render_test

import (
	"strings"
	"testing"

	"imr"
	"imr/internal/law"
)

const appealHeading = "HOW TO APPEAL THIS DETERMINATION"

// The parties' final letter ends with a page of its own on appeals, with the limit of time and five grounds; no other letter speaks of them.
func TestFinalLetterEndsWithAppeals(t *testing.T) {
	all := lines(t, pdf(t, adopted()))
	at := find(t, all, appealHeading)
	if all[at].page == all[at-1].page && all[at-1].boxes[0].y0 < 740 || all[at].page != all[len(all)-1].page {
		t.Errorf("the appeal begins on page %d, the line before it is %q, the letter ends on page %d", all[at].page, all[at-1].text(), all[len(all)-1].page)
	}
	got := flat(text(t, adopted()))
	for _, want := range []string{"within 30 days from the day on which the determination was mailed", "binding on all parties” (Labor Code 4610.6(g))", "plain mistake of fact", "(5) The determination rests"} {
		if !strings.Contains(got, want) {
			t.Errorf("the letter lacks %q", want)
		}
	}
	if n := strings.Count(got[strings.Index(got, "There are five grounds"):], "("); n < 6 {
		t.Errorf("only %d marks of grounds", n)
	}
	public := adopted()
	public.Letter.Public = true
	early := adopted()
	early.Case.Decided = "2012-12-31"
	for name, d := range map[string]imr.Decision{"a proposal": eighteen(), "a notice": referred(), "a public copy": public, "a letter before the law": early} {
		if strings.Contains(text(t, d), appealHeading) {
			t.Errorf("%s tells of appeals", name)
		}
	}
}

// What the page says of the law stands in internal/law, word for word.
func TestAppealSaysWhatTheLawHolds(t *testing.T) {
	book, err := law.Load()
	if err != nil {
		t.Fatal(err)
	}
	held := map[string]bool{}
	for _, p := range book.Texts("2016-01-01") {
		for _, par := range p.Paragraphs {
			held[par.Words] = p.Section == "4610.6(h)"
		}
	}
	told := 0
	for _, s := range compose(t, adopted()).All() {
		if refs := s.Source().Law; len(refs) == 1 && refs[0].Section == "4610.6(h)" {
			if told++; !held[s.Text()] {
				t.Errorf("%q is not in internal/law", s.Text())
			}
		}
	}
	if told != 7 {
		t.Errorf("%d sentences on appeals, want 7", told)
	}
}

func TestCorrectedFactIsTheReviewers(t *testing.T) {
	d := adopted()
	for i := range d.Facts {
		if d.Facts[i].Name == "prior_visits" {
			d.Facts[i].Evidence = []imr.Evidence{{File: "casefile.pdf", Page: 5, How: "reviewer"}}
		}
	}
	if want := "Visits completed before the request: 0. As the reviewer reads casefile.pdf, page 5."; !strings.Contains(flat(text(t, d)), want) {
		t.Errorf("the letter lacks %q", want)
	}
}
