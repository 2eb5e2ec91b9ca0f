package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"imr/internal/pdf"
	"imr/internal/pdf/witness"
)

// witnessed holds what a letter says to another reader of PDF files, which shares no code with this program, against what it says here: the
// decision that it carries, and the words of each page. It says the first difference, or "".
func witnessed(letter, carried []byte) string {
	found, err := witness.Attachment(letter, "decision.json")
	if err != nil {
		return err.Error()
	}
	if !bytes.Equal(found, carried) {
		return "another reader of PDF files finds another decision in it"
	}
	theirs, err := witness.Words(letter)
	if err != nil {
		return err.Error()
	}
	ours, err := pdf.Read("the letter", letter)
	if err != nil {
		return err.Error()
	}
	if len(theirs) != len(ours.Pages) {
		return fmt.Sprintf("another reader of PDF files finds %d pages in it, not %d", len(theirs), len(ours.Pages))
	}
	for i, p := range ours.Pages {
		var words []string
		for _, l := range p.Lines {
			words = append(words, strings.Fields(l.Text())...)
		}
		if w := firstOther(words, theirs[i]); w != "" {
			return fmt.Sprintf("on page %d another reader of PDF files does not agree on the word %q", i+1, w)
		}
	}
	return ""
}

// firstOther returns the first word, in the order of the alphabet, of which two lists do not hold as many, or "".
func firstOther(a, b []string) string {
	a, b = slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return min(a[i], b[i])
		}
	}
	switch {
	case len(a) > len(b):
		return a[len(b)]
	case len(b) > len(a):
		return b[len(a)]
	}
	return ""
}
