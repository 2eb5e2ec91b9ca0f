package main

import (
	"strings"
	"testing"

	"imr"
)

func TestTheReadersOfPagesAreNamed(t *testing.T) {
	d := imr.Decision{Inputs: []imr.Input{
		{File: "a.pdf"},
		{File: "fax.pdf", Readers: []imr.PageReader{{Reader: imr.Tesseract, Pages: []int{1, 2, 3, 5, 7, 8}}, {Reader: imr.Pdfium, Pages: []int{4}}}},
	}}
	var out strings.Builder
	page{w: &out}.readers(d)
	want := "\nPages that the ordinary reader could not read, and which reader did\n" +
		"  fax.pdf, pages 1 to 3, 5, 7 to 8: text recognition (tesseract)\n  fax.pdf, page 4: pdfium, for damaged files\n"
	if out.String() != want {
		t.Errorf("printed\n%s\nwant\n%s", out.String(), want)
	}
	out.Reset()
	page{w: &out}.readers(imr.Decision{Inputs: d.Inputs[:1]})
	if out.String() != "" {
		t.Errorf("printed %q where the ordinary reader read all", out.String())
	}
}
