package styles_test

import (
	"strings"
	"testing"

	"imr/internal/exam/styles"
)

func TestParseReadsGroupsAndPapers(t *testing.T) {
	s, err := styles.Parse("held/clinic_a.txt", "// a comment\n@kind clinic\n@dates 1/2/06\n\n[prior.none]\nNone.\nNever.\n\n[doc.rfa]\n# A title\n\n[X] Yes\n[doc.rfa]\n# Another\n")
	if err != nil {
		t.Fatal(err)
	}
	if s.Name != "clinic_a" || !s.Held || s.Look["dates"] != "1/2/06" {
		t.Errorf("read as %q, held %v, days %q", s.Name, s.Held, s.Look["dates"])
	}
	if p := s.Groups["prior.none"]; len(p) != 2 || p[1].Text != "Never." || p[1].Line != 7 {
		t.Errorf("phrases: %+v", p)
	}
	if p := s.Papers["rfa"]; len(p) != 2 || p[0] != "# A title\n\n[X] Yes\n" {
		t.Errorf("papers: %q", p)
	}
}

func TestParseNamesTheLineOfAMistake(t *testing.T) {
	for text, want := range map[string]string{
		"@kind clinic\nno setting\n": "a.txt, line 2",
		"@kind doctor\n":             "must be clinic, review or common",
	} {
		if _, err := styles.Parse("a.txt", text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: the error is %v, want %q in it", text, err, want)
		}
	}
}

func TestSomeStylesAreHeldBack(t *testing.T) {
	all, err := styles.Load()
	if err != nil {
		t.Fatal(err)
	}
	clinics, held := 0, 0
	for _, s := range all {
		if s.Kind == "clinic" {
			clinics++
		}
		if s.Held {
			held++
		}
	}
	if clinics < 8 || held < 2 {
		t.Errorf("%d clinics, %d styles held back; there must be 8 and 2", clinics, held)
	}
}
