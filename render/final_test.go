package render_test

import (
	"strings"
	"testing"

	"imr"
	"imr/render"
	"imr/render/finish/conform"
)

// adopted is the decision on 18 visits as a reviewer made it final, with one fact corrected.
func adopted() imr.Decision {
	d := eighteen()
	d.Status = imr.Adopted
	d.Adoption = &imr.Adoption{
		Reviewer:    imr.Reviewer{ID: "r-17", Licensure: []string{"Nevada"}, Specialty: []string{"Oriental Medicine"}, Statement: "I have no affiliation with any party"},
		Corrections: []imr.Correction{{Item: 1, Fact: "prior_visits", Value: 0, File: "casefile.pdf", Page: 5, Reason: "The six visits were another patient’s."}},
	}
	return d
}

func override(d imr.Decision) imr.Decision {
	d.Adoption.Overrides = []imr.Override{{Item: 1, Outcome: imr.Overturned, Guideline: "ACOEM, chapter 12.", Reasons: "Recovery after the operation needs more time."}}
	item := &d.Items[0]
	item.Outcome, item.Rules, item.Flips = imr.Overturned, []string{"reviewer"}, nil
	item.Reasons = []imr.Reason{{Sentence: "Recovery after the operation needs more time.", Rule: "reviewer"}}
	return d
}

func split(d imr.Decision, n int) imr.Decision {
	d = override(d)
	d.Adoption.Splits = []imr.Split{{Item: 1, Necessary: n, Guideline: "ACOEM, chapter 12", Reasons: "Recovery after the operation needs more time."}}
	d.Adoption.Overrides = nil
	d.Items[0].Split = &n
	return d
}

func TestFinalLetterSays(t *testing.T) {
	cases := map[string]struct {
		d     imr.Decision
		says  []string
		never []string
	}{
		"adopted as proposed": {adopted(), []string{
			"FINAL DETERMINATION – adopted by a reviewer",
			"An expert reviewer examined the case file and made this determination. I have no affiliation with any party.",
			"The Expert Reviewer has the following credentials: State(s) of Licensure: Nevada Certification(s)/Specialty: Oriental Medicine",
			"Facts that the reviewer read otherwise than the program: Visits completed before the request: 0 (casefile.pdf, page 5). The six visits were another patient’s.",
			"The Final Determination was based on decisions for the disputed items/services set forth below:",
			"18 acupuncture sessions: Upheld", "Decision based on MTUS Acupuncture",
		}, []string{"PROPOSAL", "proposal", "What would change", "NOTES FOR THE REVIEWER", "r-17", "California"}},
		"overridden": {override(adopted()), []string{
			"18 acupuncture sessions: Overturned", "Guideline: Decision based on ACOEM, chapter 12.",
			"Decision rationale: Recovery after the operation needs more time. The requested treatment is medically necessary.",
		}, []string{"Upheld “", "12..", "MTUS"}},
		"split": {split(adopted(), 10), []string{
			"10 acupuncture sessions: Overturned 8 acupuncture sessions: Upheld", "chapter 12. Decision rationale: Recovery",
			"Of the requested visits, 10 are medically necessary and 8 are not.",
		}, []string{"The requested treatment is"}},
	}
	for name, c := range cases {
		got := flat(text(t, c.d))
		for _, want := range c.says {
			if !strings.Contains(got, want) {
				t.Errorf("%s: the letter lacks %q in\n%s", name, want, got)
			}
		}
		for _, never := range c.never {
			if strings.Contains(got, never) {
				t.Errorf("%s: the letter says %q", name, never)
			}
		}
		if l := compose(t, c.d); l.Kind != render.FinalLetter {
			t.Errorf("%s: the letter is of the kind %q", name, l.Kind)
		}
		if err := conform.Check(pdf(t, c.d)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A proposal or a notice claims no reviewer's work.
func TestOnlyFinalLettersClaimAReview(t *testing.T) {
	for _, d := range []imr.Decision{eighteen(), referred()} {
		for _, never := range []string{"expert reviewer", "Expert Reviewer", "FINAL DETERMINATION –", "was based on"} {
			if strings.Contains(flat(text(t, d)), never) {
				t.Errorf("%s: the letter says %q", d.Status, never)
			}
		}
	}
}

func TestPublicCopyOfAFinalLetter(t *testing.T) {
	d := override(adopted())
	d.Letter.Private = []imr.Private{{Kind: imr.PrivatePerson, Text: "Zoë Quillfeather"}}
	d.Adoption.Overrides[0].Reasons = "Ms. Quillfeather needs more time."
	d.Adoption.Reviewer.Statement = "I do not know Zoë Quillfeather."
	d.Adoption.Corrections[0].Reason = "Quillfeather’s page."
	d.Items[0].Reasons[0].Sentence = d.Adoption.Overrides[0].Reasons
	p, decision := public(t, d)
	for what, words := range map[string]string{"JSON": string(decision), "letter": text(t, p)} {
		if strings.Contains(words, "Quillfeather") || strings.Contains(words, "r-17") || !strings.Contains(words, "[withheld] needs more time.") {
			t.Errorf("%s: a name, or nothing, is withheld in\n%s", what, words)
		}
	}
	if !strings.Contains(flat(text(t, p)), "stands where a name or a number was taken out") {
		t.Error("the mark is not explained")
	}
	if d.Adoption.Reviewer.ID != "r-17" {
		t.Error("the party's decision is changed")
	}
}
