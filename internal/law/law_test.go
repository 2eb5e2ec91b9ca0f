package law

import (
	"strings"
	"testing"

	"imr"
)

func book(t *testing.T) *Book {
	t.Helper()
	b, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestVersionsByDay(t *testing.T) {
	b := book(t)
	for _, c := range []struct {
		section string
		on      imr.Date
		from    imr.Date
	}{
		{"9792.21", "2008-03-01", "2007-06-15"}, {"9792.21", "2009-07-18", ""}, {"4610.6", "2014-01-01", "2013-01-01"}, {"9792.24.1", "2009-07-17", ""}, {"9792.24.1", "2009-07-18", "2009-07-18"}, {"9792.24.1", "2017-11-30", "2009-07-18"}, {"9792.24.1", "2017-12-01", ""},
		{"9792.20", "2014-12-31", "2009-07-18"}, {"9792.20", "2015-01-01", "2015-01-01"}, {"9792.20", "2015-12-31", "2015-01-01"}, {"9792.20", "2016-01-01", "2016-01-01"}, {"9792.20", "2030-01-01", "2016-01-01"},
	} {
		got, _ := b.InForce(c.section, c.on)
		if got.From != c.from {
			t.Errorf("%s on %s: version %q, want %q", c.section, c.on, got.From, c.from)
		}
	}
}

func TestQuoteIsVerbatim(t *testing.T) {
	s, _ := book(t).InForce("9792.24.1", "2014-01-01")
	if _, err := s.Quote("(c)(1)", "Time to produce functional improvement: 3 to 6 treatments."); err != nil {
		t.Error(err)
	}
	for label, words := range map[string]string{
		"(a)(1)": "reduced and not tolerated", "(c)(1)": "Time to produce function improvement", "(b)(1)": "guidelines […]", "(z)": "Acupuncture", "(d)": "",
	} {
		if q, err := s.Quote(label, words); err == nil {
			t.Errorf("%s: %q was quoted as %v", label, words, q)
		}
	}
}

func TestASummaryIsNotQuoted(t *testing.T) {
	s, ok := book(t).InForce("9792.21.1", "2016-06-01")
	if !ok {
		t.Fatal("9792.21.1 is not loaded")
	}
	if q, err := s.Quote("(a)(1)", "First the schedule itself is searched."); err == nil {
		t.Errorf("a summary was quoted: %v", q)
	}
}

// The words cited in 2015 must stand in the text before and in the text after the renumbering.
func TestWordsOf2015AreInBothTexts(t *testing.T) {
	b := book(t)
	shared, _ := b.InForce("9792.20", "2015-06-01")
	before, _ := b.InForce("9792.20", "2014-06-01")
	after, _ := b.InForce("9792.20", "2016-06-01")
	for _, part := range strings.Split(shared.Paragraphs[0].Words, Gap) {
		part = strings.TrimSpace(part)
		if !strings.Contains(before.Paragraphs[1].Words, part) || !strings.Contains(after.Paragraphs[1].Words, part) {
			t.Errorf("%q is not in both texts", part)
		}
	}
}
