package main

import (
	"slices"
	"testing"

	"imr"
)

func TestTheReadersOfPagesAreNamed(t *testing.T) {
	d := imr.Decision{Inputs: []imr.Input{
		{File: "a.pdf"},
		{File: "fax.pdf", Readers: []imr.PageReader{{Reader: imr.Tesseract, Pages: []int{1, 2, 3, 5, 7, 8}}, {Reader: imr.Pdfium, Pages: []int{4}}}},
	}}
	var p page
	p.readers(d)
	want := []string{"", "Pages that the ordinary reader could not read, and which reader did",
		"fax.pdf, pages 1 to 3, 5, 7 to 8: text recognition (tesseract)", "fax.pdf, page 4: pdfium, for damaged files"}
	var got []string
	for _, l := range p.lines {
		got = append(got, l.text)
	}
	if !slices.Equal(got, want) {
		t.Errorf("printed %q, want %q", got, want)
	}
	var none page
	if none.readers(imr.Decision{Inputs: d.Inputs[:1]}); len(none.lines) > 0 {
		t.Errorf("printed %v where the ordinary reader read all", none.lines)
	}
}
