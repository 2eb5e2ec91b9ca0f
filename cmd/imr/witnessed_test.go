package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"imr/internal/pdf"
	"imr/internal/pdf/witness"
	"imr/internal/records"
)

// caseLetter prints the letter of a regression case.
func caseLetter(t *testing.T, name string) (letter, carried []byte) {
	t.Helper()
	d, err := readDecision(filepath.Join("../../testdata/cases", name, "want"))
	if err != nil {
		t.Fatal(err)
	}
	if carried, err = encode(d); err != nil {
		t.Fatal(err)
	}
	if _, letter, err = printLetter(d, carried); err != nil {
		t.Fatal(err)
	}
	return letter, carried
}

func TestAnotherReaderFindsTheSameInEveryLetter(t *testing.T) {
	cases, err := os.ReadDir("../../testdata/cases")
	if err != nil || len(cases) < 20 {
		t.Fatalf("%d cases, %v", len(cases), err)
	}
	for _, c := range cases {
		if said := witnessed(caseLetter(t, c.Name())); said != "" {
			t.Errorf("%s: %s", c.Name(), said)
		}
	}
}

func TestAnotherReaderThatFindsSomethingElseIsHeard(t *testing.T) {
	letter, carried := caseLetter(t, "form-with-fields")
	if said := witnessed(letter, append(bytes.Clone(carried), ' ')); said != "another reader of PDF files finds another decision in it" {
		t.Errorf("it says %q", said)
	}
	if said := witnessed(letter[:len(letter)/2], carried); !strings.HasPrefix(said, witness.ErrNotRead.Error()) {
		t.Errorf("of half a letter it says %q", said)
	}
	none, err := records.PDF("A record carries nothing.\n")
	if err != nil {
		t.Fatal(err)
	}
	if said := witnessed(none, carried); !strings.Contains(said, "decision.json is not in it") {
		t.Errorf("of a record it says %q", said)
	}
}

// The two readers do differ: the other one does not ask what a person can see.
func TestTheTwoReadersShareNothing(t *testing.T) {
	made, err := records.PDF("The visible words.\n\n@hidden white unseen\n")
	if err != nil {
		t.Fatal(err)
	}
	pages, err := witness.Words(made)
	if err != nil || len(pages) != 1 || !slices.Contains(pages[0], "unseen") {
		t.Fatalf("the other reader finds %q, %v", pages, err)
	}
	ours, err := pdf.Read("a.pdf", made)
	if err != nil {
		t.Fatal(err)
	}
	if w := firstOther(strings.Fields(ours.Pages[0].Lines[0].Text()), pages[0]); w != "unseen" {
		t.Errorf("they differ first in %q", w)
	}
	for _, c := range []struct {
		a, b []string
		want string
	}{{[]string{"a", "b"}, []string{"b", "a"}, ""}, {[]string{"a", "b"}, []string{"a"}, "b"}, {[]string{"a"}, []string{"a", "a"}, "a"}} {
		if got := firstOther(c.a, c.b); got != c.want {
			t.Errorf("%q and %q differ in %q, want %q", c.a, c.b, got, c.want)
		}
	}
}
