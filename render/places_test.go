package render

import (
	"testing"

	"imr"
)

func TestEvidenceWords(t *testing.T) {
	quote := func(page, line int, words, reading string) imr.Evidence {
		return imr.Evidence{File: "a.pdf", Page: page, Line: line, Quote: words, How: "text", Reading: reading}
	}
	scanned := quote(2, 0, "six visits", "")
	scanned.How = "ocr"
	var five, disagree []imr.Evidence
	for p := range 5 {
		five = append(five, quote(p+1, 0, "x", ""))
		disagree = append(disagree, quote(p+1, 0, "x", "6"))
	}
	cases := []struct {
		name  string
		given []imr.Evidence
		want  string
	}{
		{"none", nil, ""},
		{"a quotation", []imr.Evidence{quote(4, 12, "No prior acupuncture.", "")}, "“No prior acupuncture.” (a.pdf, page 4, line 12)."},
		{"a scan", []imr.Evidence{scanned}, "“six visits” (a.pdf, page 2, read by OCR)."},
		{"case.toml", []imr.Evidence{{File: "case.toml", How: "case.toml", Quote: "2016-12-06"}}, "“2016-12-06” (case.toml)."},
		{"more than are quoted", five, "“x” (a.pdf, page 1). “x” (a.pdf, page 2). See also: a.pdf, pages 3–5."},
		{"places that disagree, all of them", disagree, "“x” (a.pdf, page 1, which reads 6). “x” (a.pdf, page 2, which reads 6). “x” (a.pdf, page 3, which reads 6). " +
			"“x” (a.pdf, page 4, which reads 6). “x” (a.pdf, page 5, which reads 6)."},
		{"more files than are named", []imr.Evidence{{File: "a.pdf", Page: 1}, {File: "b.pdf", Page: 1}, {File: "c.pdf"}, {File: "d.pdf"}, {File: "e.pdf"}}, "See: a.pdf, page 1; b.pdf, page 1; c.pdf; and 2 further files."},
		{"pages of two files", []imr.Evidence{{File: "a.pdf", Page: 1}, {File: "b.pdf", Page: 1}, {File: "a.pdf", Page: 2}}, "See: a.pdf, pages 1–2; b.pdf, page 1."},
	}
	for _, c := range cases {
		if got := evidenceWords(c.given, see); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// A silent fact leads to the pages that were searched, and facts that say the same share a number.
func TestNotesOfFacts(t *testing.T) {
	silent := imr.StatedFact{Name: "prior_visits", Status: imr.Silent, Evidence: []imr.Evidence{{File: "a.pdf", Page: 1}, {File: "a.pdf", Page: 2}}}
	one, two := silent, silent
	one.ID, two.ID = "f1", "f2"
	c := newComposer(imr.Decision{Facts: []imr.StatedFact{one, two}})
	if got := c.notes([]string{"f1", "f2"}); len(got) != 2 || got[0] != 1 || got[1] != 1 {
		t.Errorf("numbers %v, want 1 and 1", got)
	}
	want := "Visits completed before the request: the record says nothing of it. Searched: a.pdf, pages 1–2."
	if len(c.places) != 1 || c.places[0].words() != want {
		t.Errorf("%d places, %q, want %q", len(c.places), c.places[0].words(), want)
	}
}

// What is read in one place has one number, and says each thing once.
func TestOnePlaceOneNumber(t *testing.T) {
	c := newComposer(imr.Decision{})
	where := []imr.Evidence{{File: "a.pdf", Page: 1, Quote: "Man of 40, never treated.", How: "text"}}
	for _, words := range []string{"Age:", "Visits completed: 0.", "Sex:", "Age:"} {
		if n := c.number(words, "f"+words, where, see); n != 1 {
			t.Errorf("%s has the number %d", words, n)
		}
	}
	if got, want := c.places[0].words(), "Visits completed: 0. Age, sex: “Man of 40, never treated.” (a.pdf, page 1)."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	c.number("Diagnosis:", "f4", []imr.Evidence{{File: "b.pdf", Page: 2}}, see)
	if got, want := c.places[1].words(), "Diagnosis. See: b.pdf, page 2."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if c.number("Visits requested: 6.", "f5", nil, see) != 3 || c.number("Visits requested: 7.", "f6", nil, see) != 4 {
		t.Error("facts without a place share a number")
	}
}
