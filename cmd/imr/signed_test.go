package main

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"
)

var (
	tableAt    = regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`)
	trailerEnd = regexp.MustCompile(`trailer\n<</Size (\d+) /Root (\d+) 0 R`)
)

// updated adds an object behind a file, as a program for signatures does (ISO 32000-1, 7.5.6).
func updated(t *testing.T, file []byte) []byte {
	t.Helper()
	table, trailer := tableAt.FindSubmatch(file), trailerEnd.FindSubmatch(file)
	if table == nil || trailer == nil {
		t.Fatal("the letter has no table, or no trailer")
	}
	out := bytes.NewBuffer(bytes.Clone(file))
	at := out.Len()
	fmt.Fprintf(out, "%s 0 obj\n<</Type /Sig>>\nendobj\n", trailer[1])
	next := out.Len()
	fmt.Fprintf(out, "xref\n%s 1\n%010d 00000 n \ntrailer\n<</Size 999 /Root %s 0 R /Prev %s>>\nstartxref\n%d\n%%%%EOF\n", trailer[1], at, trailer[2], table[1], next)
	return out.Bytes()
}

// Of a letter to which something was added, verify says that the letter stands before it, and where it ends; of one that was changed too, it does not.
func TestVerifyTellsALetterFromWhatWasAdded(t *testing.T) {
	printed, _, book := tampered(t)
	signed := updated(t, printed)
	stage, value := verdictOn(t, signed, book)
	if want := fmt.Sprintf("its first %d bytes are the letter as it was printed; %d bytes were added", len(printed), len(signed)-len(printed)); stage != "letter" || !strings.HasPrefix(value, want) {
		t.Errorf("a letter with something added differs in the %s: %s", stage, value)
	}
	changed := bytes.Replace(signed, []byte("/Marked true"), []byte("/Marked null"), 1)
	if _, value := verdictOn(t, changed, book); value == "" || strings.Contains(value, "as it was printed") {
		t.Errorf("of a letter that was changed, and something added to it, it is said: %s", value)
	}
}
